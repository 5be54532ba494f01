import { readdirSync, readFileSync } from 'node:fs';
import { type Conversation, retell, type Vector } from '@entente/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accept,
  agree,
  confirm,
  consent,
  contest,
  deny,
  giveBack,
  type Line,
  moment,
  propose,
  report,
  request,
  terms,
  told,
  until,
  walk,
  words,
} from '../testing/conversations.ts';
import { constants, day } from './constants.ts';
import { commitmentOf, commitmentProblem, confidence, replay, settlementOf } from './index.ts';

const promised: Line[] = [
  ['customer', 0, request()],
  ['performer', 1, agree],
];
const of = (...lines: Line[]) => commitmentOf(told(...promised, ...lines))!;
/** What it is worth long after. */
const worth = (...lines: Line[]) => {
  const found = settlementOf(of(...lines), moment(400), 1);
  return found && { kept: found.kept, on: (found.at - moment(0)) / day, weight: found.weight };
};
const warning: Line = ['performer', 12, { kind: 'progress', atRisk: true }];

/** Every conversation of the protocol's own stories, after each of its acts. */
function* stories(): Generator<{ name: string; conversation: Conversation }> {
  const folder = new URL('../../protocol/vectors/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const vectors = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Vector[];
    for (const vector of vectors) {
      if (vector.kind !== 'fold') continue;
      for (const { after } of retell(vector.acts).steps) if (after) yield { name: vector.name, conversation: after };
    }
  }
}

/** What is true of the commitment in any conversation, whatever happened. */
function holds(conversation: Conversation, moments: readonly number[]): void {
  const found = commitmentOf(conversation);
  expect(found === undefined).toBe(conversation.agreement === undefined);
  if (!found) return;
  expect(commitmentProblem(found)).toBeUndefined();
  expect({ customer: found.customer, performer: found.performer }).toEqual(conversation.parties);
  const { closing } = conversation;
  expect(found.settledAt === undefined).toBe(found.result === 'open' || found.result === 'denied');
  if (found.silentFrom !== undefined) {
    expect(found.result).toBe('open');
    expect(found.silentFrom).toBeGreaterThanOrEqual(found.dueAt);
  }
  if (found.result === 'kept') expect(closing).toMatchObject({ timing: 'on-time' });
  if (found.result === 'late') expect(closing).toMatchObject({ timing: 'late' });
  if (found.result === 'reneged' || found.result === 'failed') expect(closing!.outcome).toBe(found.result);
  if (found.result === 'excused')
    expect(['released', 'cancelled', 'ended-together', 'superseded']).toContain(closing!.outcome);
  for (const at of moments) {
    const settled = settlementOf(found, at, 1);
    if (settled) {
      expect(settled.at).toBeLessThanOrEqual(at);
      expect([1, constants.recordedWeight]).toContain(settled.weight);
    }
    const { value } = confidence(replay([found], at, { verified: () => true }), { ...conversation.parties, at });
    const by = settled && (settled.liftedAt ?? at + 1) > at ? Math.sign(Number(settled.kept) - 0.5) : 0;
    expect(Math.sign(value - 0.5)).toBe(by);
  }
}

describe('a commitment of the protocol’s stories', () => {
  it('can be told after every act of each of them', () => {
    const seen = new Set<string>();
    let count = 0;
    for (const { conversation } of stories()) {
      holds(conversation, [-1, 0, 10, 21, 40, 400].map(moment));
      count += 1;
      const found = commitmentOf(conversation);
      if (found) seen.add(found.result);
    }
    expect(count).toBeGreaterThan(400);
    expect([...seen].sort()).toEqual(
      ['denied', 'excused', 'failed', 'kept', 'late', 'late-with-notice', 'open', 'reneged', 'unconfirmed'].sort(),
    );
  });
});

describe('a commitment of a random walk', () => {
  const tapes = fc.array(fc.nat(1_000), { minLength: 60, maxLength: 260, size: 'max' });

  it('never throws, says what the conversation says, and is no evidence before it is known', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(tapes, fc.array(fc.integer({ min: -10, max: 500 }), { maxLength: 4 }), (tape, days) => {
        for (const { conversation, at } of walk(tape)) {
          holds(conversation, [at, ...days.map(moment)]);
          const result = commitmentOf(conversation)?.result;
          if (result) seen.set(result, (seen.get(result) ?? 0) + 1);
        }
      }),
      // Results that are rare come in one walk of a hundred: among so many walks one of them is never missing.
      { numRuns: 1200 },
    );
    expect(seen.size).toBeGreaterThan(6);
  }, 60_000);

  it('is never dated back: what is known to be broken later was known at that moment', () => {
    // These undo what was so: a promise that was not owed then is owed since, or the other way round.
    const undoing = new Set(['retract', 'resume', 'progress', 'confirm']);
    const moves = (kind: string, before: Conversation | undefined, after: Conversation) =>
      undoing.has(kind) ||
      before?.agreement?.due.ends !== after.agreement?.due.ends ||
      before?.terms.act !== after.terms.act ||
      before?.parties !== after.parties ||
      before?.pausedUntil !== after.pausedUntil ||
      before?.reopened !== after.reopened;
    let compared = 0;
    fc.assert(
      fc.property(tapes, (tape) => {
        const steps = walk(tape);
        const agreed = steps.findIndex(({ conversation }) => conversation.agreement);
        if (agreed < 0) return;
        const after = steps.slice(agreed);
        const last = after.findIndex(
          ({ kind, conversation }, i) => i > 0 && moves(kind, after[i - 1]!.conversation, conversation),
        );
        const plain = last < 0 ? after : after.slice(0, last);
        const final = commitmentOf(plain.at(-1)!.conversation)!;
        if (final.result === 'denied') return;
        plain.forEach(({ at, conversation }, i) => {
          const end = plain[i + 1]?.at ?? at + 50 * day;
          for (const now of [at, (at + end) / 2, end - 1]) {
            if (now < at) continue;
            if (settlementOf(final, now, 1) === undefined) continue;
            // A report that came late is not judged yet; the day before it was missed all the same.
            const { report, returns } = conversation;
            const late = Date.parse((report ?? returns.at(-1)?.report)?.at ?? '') >= final.dueAt;
            const then = settlementOf(commitmentOf(conversation)!, now, 1);
            expect(then !== undefined || late, `${conversation.state} at ${now}`).toBe(true);
            compared += 1;
          }
        });
      }),
      { numRuns: 1_000 },
    );
    expect(compared).toBeGreaterThan(500);
  }, 30_000);
});

describe('how a promise comes out', () => {
  it('is kept from its acceptance on, whenever that comes', () => {
    expect(of(['performer', 10, report]).result).toBe('open');
    expect(worth(['performer', 10, report])).toBeUndefined();
    expect(worth(['performer', 10, report], ['customer', 60, accept])).toEqual({ kept: true, on: 60, weight: 1 });
  });

  it('is broken from the due date on where nothing was said, and late since then where it came after all', () => {
    expect(of().silentFrom).toBe(moment(20));
    expect(settlementOf(of(), moment(20) - 1, 1)).toBeUndefined();
    expect(worth()).toEqual({ kept: false, on: 20, weight: 1 });
    expect(worth(['performer', 25, report])).toBeUndefined();
    expect(worth(['performer', 25, report], ['customer', 26, accept])).toEqual({ kept: false, on: 20, weight: 1 });
    expect(worth(['customer', 30, { kind: 'stop', text: words }])).toEqual({ kept: false, on: 20, weight: 1 });
    expect(worth(['performer', 9, { kind: 'renege', text: words }])).toEqual({ kept: false, on: 9, weight: 1 });
  });

  it('is no evidence where the performer warned, until somebody ends it', () => {
    expect(worth(warning)).toBeUndefined();
    const late: Line[] = [warning, ['performer', 25, report], ['customer', 26, accept]];
    expect(of(...late).result).toBe('late-with-notice');
    expect(worth(...late)).toBeUndefined();
    // Nobody knew on the due date that it would come to nothing.
    expect(worth(warning, ['customer', 30, { kind: 'stop', text: words }])).toEqual({ kept: false, on: 30, weight: 1 });
  });

  it('waits where the work was returned, and a failed dispute is known when it is settled', () => {
    const returned: Line[] = [
      ['performer', 10, report],
      ['customer', 11, giveBack],
    ];
    expect(worth(...returned)).toBeUndefined();
    expect(
      worth(
        ...returned,
        ['performer', 12, contest],
        ['performer', 30, { kind: 'settle', settlement: 'failed' }],
        ['customer', 31, consent],
      ),
    ).toEqual({ kept: false, on: 31, weight: 1 });
    expect(worth(...returned, ['performer', 15, report], ['customer', 25, accept])).toEqual({
      kept: true,
      on: 25,
      weight: 1,
    });
  });

  it('is nobody’s fault where it was released, cancelled or ended together', () => {
    expect(of(['customer', 5, { kind: 'cancel', text: words }]).result).toBe('excused');
    expect(worth(['performer', 5, propose({ kind: 'release' })], ['customer', 6, consent])).toBeUndefined();
    expect(worth(['performer', 5, propose({ kind: 'end-together' })], ['customer', 6, consent])).toBeUndefined();
  });

  it('waits while it is paused, and while the customer has not done its part', () => {
    const pause = propose({ kind: 'pause', until: until(30), due: until(50) });
    expect(worth(['customer', 5, pause], ['performer', 6, consent])).toBeUndefined();
    const tied = (...lines: Line[]) => {
      const antecedent = { text: words, by: until(18) };
      return commitmentOf(told(['customer', 0, request({ antecedent })], ['performer', 1, agree], ...lines))!;
    };
    expect(tied().silentFrom).toBeUndefined();
    expect(tied(['customer', 9, { kind: 'fulfil' }]).silentFrom).toBe(moment(20));
    // The customer did its part after the due date: nothing was owed before.
    expect(tied(['customer', 20.5, { kind: 'fulfil' }]).silentFrom).toBe(moment(20.5));
  });

  it('goes by the last agreed date, and anew where it is reopened', () => {
    const later = propose({ kind: 'amend', terms: terms({ due: until(40) }) });
    expect(of(['performer', 21, later], ['customer', 22, consent])).toMatchObject({
      dueAt: moment(40),
      result: 'open',
    });
    const reopened = of(
      ['performer', 10, report],
      ['customer', 12, accept],
      ['customer', 13, propose({ kind: 'reopen', due: until(30) })],
      ['performer', 14, consent],
    );
    expect(reopened).toMatchObject({ result: 'open', silentFrom: moment(30) });
    expect(reopened.settledAt).toBeUndefined();
  });

  it('is lifted once it was made good and forgiven', () => {
    const mended = of(
      ['performer', 9, { kind: 'renege', text: words }],
      ['performer', 12, { kind: 'make-good', text: words }],
      ['customer', 14, { kind: 'forgive' }],
    );
    expect(mended).toMatchObject({ result: 'reneged', settledAt: moment(9), liftedAt: moment(14) });
  });

  it('belongs to whoever took it over', () => {
    const handedOver = of(
      ['performer', 5, propose({ kind: 'hand-over', newcomer: 'org:c' })],
      ['customer', 6, consent],
      ['newcomer', 7, consent],
    );
    expect(handedOver).toMatchObject({ customer: 'org:a', performer: 'org:c', silentFrom: moment(20) });
  });

  it('names the work and the stake', () => {
    const found = commitmentOf(
      told(
        ['customer', 0, request({ work: 'talent', price: { amount: '1200.5', unit: 'EUR' } })],
        ['performer', 1, agree],
      ),
    );
    expect(found).toMatchObject({ kind: 'talent', stake: 1200.5, unit: 'EUR' });
  });

  it('can be reckoned with in whatever year it is due', () => {
    const far = commitmentOf(
      told(['customer', 0, request({ due: { ends: '9999-01-01T00:00:00.000Z' } })], ['performer', 1, agree]),
    )!;
    expect(commitmentProblem(far)).toBeUndefined();
    expect(confidence(replay([far], moment(50), { verified: () => true }), { ...far, at: moment(50) }).value).toBe(0.5);
  });
});

describe('what one side wrote down for the other', () => {
  const recorded: Line[] = [
    ['customer', 0, request()],
    ['performer', 1, agree, 'recorded'],
  ];
  const after = (...lines: Line[]) => commitmentOf(told(...recorded, ...lines))!;

  it('weighs half until it is confirmed, and nothing once it is denied', () => {
    expect(settlementOf(after(), moment(21), 1)).toMatchObject({ kept: false, weight: constants.recordedWeight });
    expect(settlementOf(after(['performer', 2, confirm]), moment(21), 1)).toMatchObject({ weight: 1 });
    expect(after(['performer', 2, deny]).result).toBe('denied');
    expect(settlementOf(after(['performer', 2, deny]), moment(21), 1)).toBeUndefined();
  });

  it('is no promise of theirs where the customer wrote down an offer and agreed to it itself', () => {
    const invented: Line[] = [
      ['performer', 0, { kind: 'offer', terms: terms() }, 'recorded'],
      ['customer', 1, agree],
    ];
    expect(commitmentOf(told(...invented))).toMatchObject({ recorded: true });
    expect(commitmentOf(told(...invented, ['performer', 30, deny]))!.result).toBe('denied');
    expect(commitmentOf(told(...invented, ['performer', 30, confirm]))).toMatchObject({
      result: 'open',
      recorded: false,
    });
  });

  it('is no failure of theirs where the customer wrote down a report, returned it and stopped', () => {
    const invented: Line[] = [
      ['performer', 3, report, 'recorded'],
      ['customer', 4, giveBack],
      ['customer', 5, { kind: 'stop', text: words }],
    ];
    expect(of(...invented)).toMatchObject({ result: 'failed', recorded: true });
    expect(of(...invented, ['performer', 6, deny]).result).toBe('denied');
  });
});
