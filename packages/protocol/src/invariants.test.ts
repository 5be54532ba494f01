import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, day, identified } from '../testing/story.ts';
import { attempts, fromTape, speakers, type Step, walk, walkOn } from '../testing/walk.ts';
import {
  type ActKind,
  allowedActs,
  apply,
  canonicalText,
  type Conversation,
  clockEvidence,
  evidence,
  fold,
  isVoid,
  nextChange,
  type StoredAct,
  table,
  view,
} from './index.ts';

const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 40, maxLength: 160 });

/** Deeply frozen, any attempt to change an argument throws. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  }
  return value;
}

const holds = (check: (steps: Step[], tape: number[]) => void, numRuns = 300) =>
  fc.assert(
    fc.property(tapes, (tape) => check(walk(fromTape(tape), 14), tape)),
    { numRuns },
  );

const moments = (conversation: Conversation) =>
  [0, 0.5, 3, 8, 15, 40].map((days) => day((Date.parse(conversation.lastAt) - Date.parse(day(0))) / 86_400_000 + days));

/** An act that somebody forges from an honest one. */
function forgeries(act: StoredAct): StoredAct[] {
  const other = act.side === 'customer' ? 'performer' : 'customer';
  const stranger = { ...act, from: 'org:stranger' };
  return [
    { ...act, side: other } as StoredAct,
    { ...act, side: 'newcomer' } as StoredAct,
    stranger,
    { ...stranger, seq: 1, prev: undefined } as unknown as StoredAct,
    { ...act, seq: act.seq + 1 },
    { ...act, conversation: commit('another conversation') },
    { ...act, to: act.from },
    ...('answers' in act ? [{ ...act, answers: commit('another version') } as StoredAct] : []),
  ];
}

describe('the nine invariants', { timeout: 60_000 }, () => {
  it('1. only a person of the right side moves, and nobody accepts their own work', () => {
    holds((steps) => {
      for (const { act, before, after } of steps) {
        if (!before) continue;
        if (act.side !== 'newcomer') expect(act.from).toBe(before.parties[act.side]);
        expect(after!.parties.customer).not.toBe(after!.parties.performer);
        if (act.kind === 'accept') expect(act.from).not.toBe(before.parties.performer);
        for (const forged of forgeries(act).map(identified)) {
          if (forged.id === act.id) continue;
          expect(isVoid(apply(before, forged)), canonicalText(forged)).toBe(true);
        }
      }
    }, 200);
  });

  it('1. clocks only flag, lapse or expire', () => {
    holds((steps) => {
      const conversation = freeze(steps.at(-1)!.after!);
      let closed = false;
      for (const now of moments(conversation)) {
        const seen = view(conversation, now);
        if (seen.state !== conversation.state) expect(['lapsed', 'expired']).toContain(seen.outcome);
        if (closed) expect(seen.state).toBe('closed');
        closed = seen.state === 'closed';
        const byClock = conversation.state !== 'closed' && closed;
        if (!byClock) expect(clockEvidence(conversation, now)).toEqual([]);
      }
    });
  });

  it('1. between two changes of the clock the view stays the same', () => {
    holds((steps) => {
      const conversation = steps.at(-1)!.after!;
      let now = conversation.lastAt;
      for (let turn = 0; turn < 12; turn += 1) {
        const next = nextChange(conversation, now);
        const last = next ?? day(4000);
        const before = new Date(Date.parse(last) - 1).toISOString();
        const still = ({ moves, ...rest }: ReturnType<typeof view>) => ({
          ...rest,
          moves: moves.map(({ side, for: what }) => `${side} ${what}`),
        });
        if (before > now) expect(still(view(conversation, before))).toEqual(still(view(conversation, now)));
        for (const speaker of speakers) {
          if (before > now)
            expect(allowedActs(conversation, speaker, before).map(({ kind }) => kind)).toEqual(
              allowedActs(conversation, speaker, now).map(({ kind }) => kind),
            );
        }
        if (next === undefined) break;
        now = next;
      }
    });
  });

  it('2. every open state names whose move it is and a date', () => {
    holds((steps) => {
      for (const { after } of steps) {
        for (const now of moments(after!)) {
          const { state, moves } = view(after!, now);
          if (state !== 'closed') expect(moves.length).toBeGreaterThan(0);
          for (const move of moves) {
            expect(['customer', 'performer', 'newcomer', 'both']).toContain(move.side);
            expect(new Date(move.by).toISOString()).toBe(move.by);
            expect(move.act).toMatch(/^[0-9a-f]{64}$/);
          }
        }
      }
    });
  });

  it('2. whose move it is can make one', () => {
    holds((steps) => {
      for (const { after } of steps) {
        for (const { side } of view(after!, after!.lastAt).moves) {
          for (const speaker of side === 'both' ? (['customer', 'performer'] as const) : [side]) {
            expect(allowedActs(after!, speaker, after!.lastAt).length).toBeGreaterThan(0);
          }
        }
      }
    });
  });

  it('3. no commitment without a due date and a condition', () => {
    holds((steps) => {
      for (const { after } of steps) {
        if (after!.state === 'negotiating') expect(after!.agreement).toBeUndefined();
        if (!after!.agreement) continue;
        expect(after!.agreement.due.ends).toMatch(/Z$/);
        expect(after!.agreement.due.ends > after!.agreement.at).toBe(true);
        expect(after!.terms.terms.conditions.length).toBeGreaterThan(0);
        expect(after!.terms.terms.due).toBeDefined();
      }
    });
  });

  it('4. a pending proposal never weakens the promise in force', () => {
    const promise = ({
      pending: _p,
      next: _n,
      heads: _h,
      head: _d,
      lastAt: _l,
      length: _g,
      persons: _r,
      unconfirmed: _u,
      ...rest
    }: Conversation) => rest;
    holds((steps) => {
      for (const { act, before, after } of steps) {
        if (!['propose', 'settle', 'refuse', 'take-back'].includes(act.kind)) continue;
        expect(promise(after!)).toEqual(promise(before!));
      }
      const last = steps.at(-1)!.after!;
      if (!last.pending) return;
      const { pending: _pending, next: _next, ...without } = last;
      for (const now of moments(last)) {
        const { overdue, state, ring } = view(last, now);
        expect(view(without, now)).toMatchObject({ overdue, state, ...(without.state !== 'closed' && { ring }) });
      }
    });
  });

  it('5. only agreed, current conditions ground a return', () => {
    holds((steps) => {
      for (const { act, before } of steps) {
        if (act.kind !== 'return') continue;
        const agreed = before!.terms.terms.conditions.map(({ id }) => id);
        expect(act.unmet.every(({ condition }) => agreed.includes(condition))).toBe(true);
        const dropped = before!.conditionIds.filter((id) => !agreed.includes(id));
        for (const condition of [...dropped, 'never-agreed']) {
          expect(apply(before!, identified({ ...act, unmet: [{ condition }] } as StoredAct))).toMatchObject({
            void: 'unknown-condition',
          });
        }
      }
    });
  });

  it('6. replaying the log from nothing gives the same conversation and evidence, in whatever order the acts lie', () => {
    holds((steps, tape) => {
      const acts = freeze(steps.map(({ act }) => act));
      const shuffled = acts
        .map((act, index) => ({ act, key: (tape[index] ?? 0) * 7919 + index }))
        .sort((a, b) => (a.key % 101) - (b.key % 101))
        .map(({ act }) => JSON.parse(JSON.stringify(act)) as StoredAct);
      const folded = fold(shuffled);
      expect(canonicalText(folded.conversation)).toBe(canonicalText(steps.at(-1)!.after));
      expect(folded.order).toEqual(acts.map(({ id }) => id));
      expect(folded.voids).toEqual([]);
      expect(folded.conversation!.length).toBe(acts.length);
      for (const { act, before, after } of steps) {
        const again = JSON.parse(canonicalText(before ?? null)) as Conversation | null;
        expect(evidence(again ?? undefined, act, after!)).toEqual(
          evidence(before && freeze(before), act, freeze(after!)),
        );
      }
    });
  });

  it('6. what an act may leave and where it may lead is what the table says', () => {
    holds((steps) => {
      for (const { act, before, after } of steps) {
        const rule = table[act.kind];
        for (const { kind } of evidence(before, act, after!)) expect(rule.evidence).toContain(kind);
        const moved = before?.state !== after!.state || before?.closing !== after!.closing;
        expect(rule.to).toContain(moved ? after!.state : rule.to.includes('same') ? 'same' : after!.state);
        if (after!.closing && after!.closing !== before?.closing) expect(rule.closes).toContain(after!.closing.outcome);
      }
    });
  });

  it('7. closed stays closed, but for acceptance after unconfirmed, reopening by consent, judgements and repair', () => {
    const quiet: ActKind[] = [
      'say',
      'link',
      'confirm',
      'judge',
      'make-good',
      'forgive',
      'propose',
      'refuse',
      'take-back',
    ];
    holds((steps) => {
      for (const { act, before, after } of steps) {
        if (before?.state !== 'closed') continue;
        if (quiet.includes(act.kind)) {
          expect(after!.closing).toEqual(before.closing);
          expect(after!.state).toBe('closed');
        } else if (act.kind === 'accept') expect(before.closing!.outcome).toBe('unconfirmed');
        else {
          expect(act.kind).toBe('consent');
          expect(before.pending!.proposal.kind).toBe('reopen');
        }
      }
    });
  });

  it('7. nothing said afterwards opens what the clock has closed', () => {
    holds((steps, tape) => {
      const conversation = steps.at(-1)!.after!;
      const late = moments(conversation).at(-1)!;
      const shut = view(conversation, late);
      if (conversation.state === 'closed' || shut.state !== 'closed') return;
      const later = (Date.parse(late) - Date.parse(day(0))) / 86_400_000;
      for (const { act, after } of walkOn(conversation, later, tape)) {
        expect(['say', 'link', 'confirm', 'judge']).toContain(act.kind);
        expect(view(after, late)).toMatchObject({ state: 'closed', outcome: shut.outcome });
        expect(clockEvidence(after, late)).toEqual(clockEvidence(conversation, late));
      }
    });
  });

  it('8. from every open state some person can move, and some person alone can end it', () => {
    holds((steps) => {
      for (const { after } of steps) {
        for (const now of moments(after!)) {
          if (view(after!, now).state === 'closed') continue;
          const alone = (['customer', 'performer'] as const)
            .flatMap((speaker) => allowedActs(after!, speaker, now))
            .filter(({ kind }) => table[kind].closes && kind !== 'consent');
          expect(alone.length).toBeGreaterThan(0);
        }
      }
    });
  });

  it('8. what is offered fits, and what is not offered does not', () => {
    holds((steps, tape) => {
      const pick = fromTape(tape.toReversed());
      const conversation = steps.at(-1)!.after!;
      const now = (Date.parse(conversation.lastAt) - Date.parse(day(0))) / 86_400_000 + 0.25;
      for (const speaker of speakers) {
        const offered = new Set(allowedActs(conversation, speaker, day(now)).map(({ kind }) => kind));
        for (const { act, applied } of attempts(conversation, speaker, now, pick)) {
          if (!offered.has(act.kind)) expect(applied, `${speaker} ${act.kind} in ${conversation.state}`).toBe(false);
        }
      }
    });
  });

  it('9. releasing one commitment of an exchange never releases the other', () => {
    fc.assert(
      fc.property(tapes, tapes, (one, two) => {
        const mine = walk(fromTape(one), 10);
        const theirs = freeze(walk(fromTape([...two, 1]), 10).at(-1)!.after!);
        const before = canonicalText(theirs);
        for (const { act } of mine)
          if (act.conversation && act.conversation !== theirs.id)
            expect(apply(theirs, act)).toMatchObject({ void: 'broken-chain' });
        expect(canonicalText(theirs)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});
