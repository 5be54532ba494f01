import { describe, expect, test } from 'vitest';
import type { RingView } from '@entente/protocol';
import { messagesFor } from '../../messages/catalogue.ts';
import { ringSaid } from '../../messages/ring-words.ts';
import { Problem } from '../api/problem.ts';
import { initialsOf } from './initials.ts';
import { problemSaid } from './problem-words.ts';
import { clusterSaid } from './ring-cluster.ts';

const { errors, ring: words } = messagesFor('en');
const agreed: RingView = { prepared: true, agreed: true, done: false, accepted: false, mark: 'open' };

describe('what a problem says', () => {
  test('is its title, the protocol’s reason and a next step', () => {
    const said = problemSaid(new Problem('does_not_fit', 409, 'x', { reason: 'no-due-date' }), errors);
    expect(said).toMatchObject({ title: 'This no longer fits', detail: 'A promise needs a date.' });
  });

  test('never is the raw text of a code nobody knows', () => {
    const said = problemSaid(new Problem('strange' as 'internal', 500, 'stack trace'), errors);
    expect(said.title).toBe('Something went wrong on our side');
    expect(JSON.stringify(said)).not.toContain('stack');
  });
});

describe('what a ring says', () => {
  test('is how far it came and whose move it is', () => {
    expect(ringSaid(agreed, 'ours', words)).toBe('Promised; our move');
    expect(ringSaid(agreed, 'theirs', words, 'Riverside')).toBe('Promised; Riverside’s move');
    expect(ringSaid({ ...agreed, mark: 'repaired' }, undefined, words)).toBe('Broken once and repaired');
  });

  test('of many is a count of each kind that occurs', () => {
    expect(clusterSaid([agreed, agreed, { ...agreed, mark: 'closed' }], words, 30)).toBe(
      'Rings of 30: 2 open, 1 accepted',
    );
    expect(clusterSaid([], words)).toBe('No conversations yet');
  });
});

test('initials are of the first and the last word', () => {
  expect(['Ana Ruiz', 'Élodie', 'Jan van der Berg', '', '李 雷'].map(initialsOf)).toEqual([
    'AR',
    'É',
    'JB',
    '?',
    '李雷',
  ]);
});
