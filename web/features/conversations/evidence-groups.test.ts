import { describe, expect, test } from 'vitest';
import type { Evidence } from '@entente/protocol';
import { groupEvidence } from './evidence-groups.ts';

function fact(act: string, kind: Evidence['kind'], facts: Evidence['facts'] = {}): Evidence {
  return { act, at: '2026-06-10T10:00:00.000Z', kind, about: 'performer', via: 'session', facts };
}

describe('what a conversation left', () => {
  test('is said once for each fact, with every act behind it', () => {
    const groups = groupEvidence([fact('a', 'sense-making'), fact('b', 'early-warning'), fact('c', 'sense-making')]);
    expect(groups.map((group) => [group.kind, group.each.map((each) => each.act)])).toEqual([
      ['sense-making', ['a', 'c']],
      ['early-warning', ['b']],
    ]);
  });

  test('keeps facts apart whose numbers differ', () => {
    expect(
      groupEvidence([fact('a', 'reported-late', { daysLate: 1 }), fact('b', 'reported-late', { daysLate: 4 })]),
    ).toHaveLength(2);
  });
});
