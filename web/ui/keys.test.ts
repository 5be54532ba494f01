import { describe, expect, test } from 'vitest';
import { readKey, stepTo, type KeyPress } from './keys.ts';

const press = (key: string, at = 0, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  at,
  modified: false,
  typing: false,
  ...more,
});

describe('the keyboard', () => {
  test('moves, acts, replies and helps', () => {
    expect(['j', 'k', 'a', 'r', '?'].map((key) => readKey({}, press(key)).action?.kind)).toEqual([
      'next',
      'previous',
      'act',
      'reply',
      'help',
    ]);
    expect(readKey({}, press('x')).action).toBeUndefined();
  });

  test('goes to a place after g and its letter', () => {
    const { state, action } = readKey({}, press('g', 100));
    expect(action).toBeUndefined();
    expect(readKey(state, press('t', 900)).action).toEqual({ kind: 'go', letter: 't' });
  });

  test('forgets g after a while, so that a later letter means itself', () => {
    const { state } = readKey({}, press('g', 100));
    expect(readKey(state, press('a', 5000)).action).toEqual({ kind: 'act' });
  });

  test('takes a letter after g as a place, even one that has a meaning of its own', () => {
    const { state } = readKey({}, press('g', 100));
    expect(readKey(state, press('a', 200)).action).toEqual({ kind: 'go', letter: 'a' });
  });

  test('searches with /, and with Ctrl-K also where people type', () => {
    expect(readKey({}, press('/')).action).toEqual({ kind: 'search' });
    expect(readKey({}, press('/', 0, { typing: true })).action).toBeUndefined();
    expect(readKey({}, press('k', 0, { modified: true, command: true, typing: true })).action).toEqual({
      kind: 'search',
    });
    expect(readKey({}, press('k', 0, { modified: true })).action).toBeUndefined();
  });

  test('stays out of where people type and of the browser’s own shortcuts', () => {
    expect(readKey({}, press('j', 0, { typing: true })).action).toBeUndefined();
    expect(readKey({}, press('a', 0, { modified: true })).action).toBeUndefined();
  });
});

test('moving through a list stops at its ends', () => {
  expect([stepTo(-1, 1, 3), stepTo(-1, -1, 3), stepTo(2, 1, 3), stepTo(0, -1, 3), stepTo(0, 1, 0)]).toEqual([
    0, 2, 2, 0, -1,
  ]);
});
