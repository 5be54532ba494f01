import { describe, expect, test } from 'vitest';
import { actKinds, proposalKinds, type AllowedAct } from '@entente/protocol';
import { arrange } from './arrange.ts';

const every: AllowedAct[] = [
  ...actKinds.filter((kind) => kind !== 'propose').map((kind) => ({ kind })),
  ...proposalKinds.map((proposal) => ({ kind: 'propose' as const, proposal })),
];

describe('the buttons beside the message box', () => {
  test('no stands beside yes', () => {
    const { first } = arrange([
      { kind: 'defer' },
      { kind: 'counter' },
      { kind: 'decline' },
      { kind: 'agree' },
      { kind: 'say' },
    ]);
    expect(first).toEqual(['agree', 'decline', 'counter', 'defer']);
  });

  test('few are all shown, many leave the rarer ones behind “more”', () => {
    expect(arrange([{ kind: 'report' }, { kind: 'propose', proposal: 'amend' }]).more).toEqual([]);
    const many = arrange(every);
    expect(many.more).toContain('propose:amend');
    expect(many.first).not.toContain('propose:amend');
  });

  test('every act that can follow an opened conversation has its button, but for the message itself', () => {
    const { first, more } = arrange(every);
    const shown = new Set([...first, ...more].map((key) => key.split(':')[0]));
    expect(actKinds.filter((kind) => !shown.has(kind))).toEqual(['request', 'offer', 'say']);
    expect(more.filter((key) => key.startsWith('propose:'))).toHaveLength(proposalKinds.length);
  });

  test('what is left out is left out', () => {
    expect(arrange(every, ['propose:hand-over']).more).not.toContain('propose:hand-over');
  });
});
