import { describe, expect, it } from 'vitest';
import { allVectors } from '../testing/vectors.ts';
import type { EvidenceKind, Outcome, Settlement, StateName, Vector, VoidReason } from './index.ts';
import { actKinds, proposalKinds, proposals, runVectors, table } from './index.ts';

/** Closed lists as values: a member added to a type and not here does not compile. */
const outcomes: Record<Outcome, true> = {
  satisfied: true,
  'satisfied-with-waivers': true,
  declined: true,
  withdrawn: true,
  lapsed: true,
  released: true,
  cancelled: true,
  'ended-together': true,
  superseded: true,
  expired: true,
  reneged: true,
  failed: true,
  unconfirmed: true,
};

const settlements: Record<Settlement, true> = {
  satisfied: true,
  'satisfied-with-waivers': true,
  released: true,
  'ended-together': true,
  failed: true,
  performing: true,
};

const states: Record<StateName, true> = {
  negotiating: true,
  performing: true,
  reported: true,
  disputed: true,
  closed: true,
};

const reasons: Record<VoidReason, true> = {
  'wrong-side': true,
  'wrong-state': true,
  'wrong-party': true,
  'broken-chain': true,
  stale: true,
  lapsed: true,
  expired: true,
  'nothing-changed': true,
  'no-condition': true,
  'no-due-date': true,
  'unknown-condition': true,
  'missing-condition': true,
  'too-many-deferrals': true,
  'already-pending': true,
  'nothing-pending': true,
  'too-early': true,
  'too-late': true,
  paused: true,
  'already-done': true,
  'not-recorded': true,
  'past-date': true,
  'missing-part': true,
  malformed: true,
  fork: true,
  'reused-condition': true,
  'own-words': true,
};

const kinds: Record<EvidenceKind, true> = {
  'sense-making': true,
  deferral: true,
  'deferral-kept': true,
  'deferral-missed': true,
  'timely-no': true,
  'slow-answer': true,
  'antecedent-met': true,
  'antecedent-missed': true,
  'early-warning': true,
  'late-notice': true,
  'reported-on-time': true,
  'reported-late': true,
  'honest-retraction': true,
  kept: true,
  returned: true,
  broken: true,
  'flexible-customer': true,
  cancelled: true,
  'prompt-review': true,
  'slow-review': true,
  unconfirmed: true,
  'made-good': true,
  forgiven: true,
  continuity: true,
  judged: true,
};

const folds = Object.values(allVectors())
  .flat()
  .filter((vector): vector is Extract<Vector, { kind: 'fold' }> => vector.kind === 'fold');

const effective = folds.flatMap(({ acts, expect: { voids, waiting } }) => {
  const without = new Set([...voids.map(({ act }) => act), ...waiting]);
  return acts.filter(({ id }) => !without.has(id));
});

/** Sorted, so that a missing entry is named by the failing test. */
const all = (values: string[]) => [...new Set(values)].sort();

describe('the stories reach', () => {
  it('every act of the table, with effect', () => {
    expect(all(effective.map(({ kind }) => kind))).toEqual(actKinds.toSorted());
  });

  it('every proposal, made and consented to', () => {
    const answered = new Set(effective.flatMap((act) => (act.kind === 'consent' ? [act.answers] : [])));
    const consented = effective.flatMap((act) =>
      act.kind === 'propose' && answered.has(act.id) ? [act.proposal.kind] : [],
    );
    expect(all(consented)).toEqual(proposalKinds.toSorted());
  });

  it('every settlement', () => {
    const answered = new Set(effective.flatMap((act) => (act.kind === 'consent' ? [act.answers] : [])));
    const settled = effective.flatMap((act) => (act.kind === 'settle' && answered.has(act.id) ? [act.settlement] : []));
    expect(all(settled)).toEqual(Object.keys(settlements).sort());
  });

  it('every state and outcome, the clock’s included', () => {
    const views = folds.flatMap(({ expect: { moments } }) => moments.map((moment) => moment.view));
    expect(all(views.map(({ state }) => state))).toEqual(Object.keys(states).sort());
    expect(all(views.flatMap(({ outcome }) => outcome ?? []))).toEqual(Object.keys(outcomes).sort());
  });

  it('every reason for which an act is void', () => {
    expect(all(folds.flatMap(({ expect: { voids } }) => voids.map((entry) => entry.void)))).toEqual(
      Object.keys(reasons).sort(),
    );
  });

  it('every kind of evidence', () => {
    const left = folds.flatMap(({ expect: { evidence, moments } }) => [
      ...evidence,
      ...moments.flatMap((moment) => moment.clockEvidence),
    ]);
    expect(all(left.map(({ kind }) => kind))).toEqual(Object.keys(kinds).sort());
  });

  it('every kind of evidence and outcome that a row of the table names, by that act', () => {
    const evidence = new Map(effective.map((act) => [act.id, act.kind]));
    const left = new Set(
      folds.flatMap(({ expect: { evidence: facts } }) =>
        facts.map(({ act, kind }) => `${evidence.get(act)} leaves ${kind}`),
      ),
    );
    const named = actKinds.flatMap((kind) => table[kind].evidence.map((fact) => `${kind} leaves ${fact}`));
    expect(named.filter((line) => !left.has(line))).toEqual([]);
    expect([...left].filter((line) => !named.includes(line))).toEqual([]);
  });
});

describe('the table', () => {
  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify({ table, proposals }))).toEqual({ table, proposals });
  });

  it('names each act once, under its own kind', () => {
    for (const [kind, rule] of [...Object.entries(table), ...Object.entries(proposals)]) expect(rule.kind).toBe(kind);
    expect(actKinds).toHaveLength(31);
  });

  it('lets an act that closes say with which outcomes, and no other', () => {
    for (const rule of Object.values(table)) expect(rule.to.includes('closed')).toBe(rule.closes !== undefined);
  });

  it('asks for nothing but fields that the act has', () => {
    for (const rule of [...Object.values(table), ...Object.values(proposals)]) {
      expect(new Set(rule.fields.map(({ name }) => name)).size).toBe(rule.fields.length);
    }
  });

  it('gives protection a better place than commitment among acts that crossed', () => {
    const before = (a: keyof typeof table, b: keyof typeof table) => expect(table[a].rank).toBeLessThan(table[b].rank);
    before('withdraw', 'agree');
    before('decline', 'agree');
    before('counter', 'agree');
    before('take-back', 'consent');
    before('accept', 'retract');
    before('report', 'cancel');
    before('report', 'stop');
    before('cancel', 'renege');
    before('return', 'close-unconfirmed');
  });
});

describe('every word of the table is held by a story', { timeout: 60_000 }, () => {
  const texts = folds.map((vector) => ({ vector, text: JSON.stringify(vector) }));
  const rows = [...Object.values(table), ...Object.values(proposals)];

  /** Whether any story in which the act occurs comes out otherwise, as the table stands now. */
  const noticed = (kind: string): boolean =>
    texts.some(({ vector, text }) => {
      if (!text.includes(`"kind":"${kind}"`)) return false;
      try {
        return runVectors([vector]).length > 0;
      } catch {
        return true;
      }
    });

  /** Names of the entries that could be taken out of a list of the table without any story noticing. */
  function unheld(list: 'when' | 'needs' | 'by' | 'from' | 'outcomes'): string[] {
    return rows.flatMap((row) => {
      const entries = (row[list] ?? []) as string[];
      return [...entries].flatMap((entry, index) => {
        entries.splice(index, 1);
        const held = noticed(row.kind);
        entries.splice(index, 0, entry);
        return held ? [] : [`${row.kind}: ${entry}`];
      });
    });
  }

  for (const list of ['when', 'needs', 'by', 'from', 'outcomes'] as const) {
    it(`${list}: without any one of them some story ends otherwise`, () => expect(unheld(list)).toEqual([]));
  }

  it('and the table is whole again', () => expect(runVectors(folds)).toEqual([]));
});
