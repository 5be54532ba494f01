import { expect, test } from 'vitest';
import { firstSteps } from './first-steps.ts';

const next = (at: Parameters<typeof firstSteps>[0]) => firstSteps(at).find((each) => each.next)?.step;

test('a newcomer first adds a partner, then asks or offers, then sends the link', () => {
  expect(next({ partnerships: 0, conversations: 0, reached: false })).toBe('partner');
  expect(next({ partnerships: 1, conversations: 0, reached: false })).toBe('ask');
  expect(next({ partnerships: 1, conversations: 1, reached: false })).toBe('send');
});

test('the steps go away once all are done', () => {
  expect(firstSteps({ partnerships: 1, conversations: 1, reached: true })).toEqual([]);
});

test('the steps also go away for whoever writes down what partners say and sends no links', () => {
  expect(firstSteps({ partnerships: 1, conversations: 3, reached: false })).toEqual([]);
});

test('a partner who is here already still has to be asked', () => {
  expect(next({ partnerships: 1, conversations: 0, reached: true })).toBe('ask');
});
