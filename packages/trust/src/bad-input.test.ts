import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitments, now, settlements } from '../testing/arbitrary.ts';
import { day } from './constants.ts';
import {
  changesOf,
  type Commitment,
  commitmentProblem,
  confidence,
  type Confidence,
  delivered,
  Experience,
  history,
  prospect,
  replay,
  type Settlement,
  settlementsOf,
  TrustError,
  validate,
  ourModel,
} from './index.ts';

const options = { verified: () => true };
const question = { customer: 'a', performer: 'p', at: now };
const settled = (changes: Partial<Settlement> = {}): Settlement => ({
  id: 'x',
  customer: 'a',
  performer: 'p',
  at: now,
  kept: true,
  weight: 1,
  ...changes,
});
const promise = (changes: Partial<Commitment> = {}): Commitment => ({
  id: 'x',
  customer: 'a',
  performer: 'p',
  promisedAt: now - 40 * day,
  dueAt: now - 20 * day,
  settledAt: now - 20 * day,
  result: 'kept',
  recorded: false,
  ...changes,
});

/** The problem and the id that were told, or what came otherwise. */
function told(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    expect(error.message.startsWith(`Commitment "${error.id}" `)).toBe(true);
    return [error.problem, error.id];
  }
}
const adding = (changes: Partial<Settlement>) => told(() => new Experience().add(settled(changes)));
const replaying = (changes: Partial<Commitment>) => told(() => replay([promise(changes)], now, options));

function sound({ value, low, high, worth, shares }: Confidence): void {
  expect(value).toBeGreaterThan(0);
  expect(value).toBeLessThan(1);
  expect(low).toBeLessThanOrEqual(value);
  expect(high).toBeGreaterThanOrEqual(value);
  expect(Number.isFinite(worth)).toBe(true);
  expect(shares.reduce((sum, share) => sum + share.points, 0)).toBeCloseTo(value, 10);
  expect(shares.reduce((sum, share) => sum + share.weight, 0)).toBeCloseTo(1, 10);
}

const notFinite = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const noMoments = [...notFinite, Date.UTC(1899, 11, 31), Date.UTC(2900, 0, 1), Number.MAX_VALUE];

describe('a settlement', () => {
  it('is refused with its id where it is malformed', () => {
    for (const weight of [0, -1, 1.01, -0, ...notFinite]) expect(adding({ weight })).toEqual(['bad-weight', 'x']);
    for (const at of noMoments) expect(adding({ at })).toEqual(['bad-time', 'x']);
    for (const liftedAt of noMoments) expect(adding({ liftedAt })).toEqual(['bad-time', 'x']);
    expect(adding({ liftedAt: now - 1 })).toEqual(['lifted-too-early', 'x']);
    expect(adding({ performer: 'a' })).toEqual(['same-party', 'x']);
    expect(adding({ customer: '' })).toEqual(['missing-party', 'x']);
    expect(adding({ performer: '' })).toEqual(['missing-party', 'x']);
  });

  it('is refused where it is older than the last one, and then leaves no trace', () => {
    const experience = new Experience();
    experience.add(settled());
    const before = confidence(experience, question);
    expect(told(() => experience.add(settled({ id: 'y', at: now - 1 })))).toEqual(['out-of-order', 'y']);
    expect(confidence(experience, question)).toEqual(before);
    experience.add(settled({ id: 'z', at: now }));
  });

  it('of the future is refused when a number is asked for, and is not in a replay', () => {
    const experience = new Experience();
    experience.add(settled({ id: 'early', at: now - 9 * day }));
    experience.add(settled({ id: 'late' }));
    const early = { ...question, at: now - day };
    expect(told(() => confidence(experience, early))).toEqual(['in-the-future', 'late']);
    expect(told(() => prospect(experience, early))).toEqual(['in-the-future', 'late']);
    sound(confidence(experience, question));
    const replayed = replay([promise({ dueAt: now + day, settledAt: now + day })], now, options);
    expect(confidence(replayed, question)).toMatchObject({ count: 0, value: 0.5 });
  });
});

describe('supposing', () => {
  it('refuses what is malformed, and the experience stays sound', () => {
    const experience = new Experience();
    experience.add(settled());
    const before = confidence(experience, question);
    for (const weight of [0, 2, ...notFinite])
      expect(told(() => experience.suppose(settled({ id: 'y', weight }), () => 0))).toEqual(['bad-weight', 'y']);
    for (const at of noMoments)
      expect(told(() => experience.suppose(settled({ id: 'y', at }), () => 0))).toEqual(['bad-time', 'y']);
    expect(confidence(experience, question)).toEqual(before);
  });

  it('leaves no trace, to the last bit, also where the reading fails', () => {
    fc.assert(
      fc.property(settlements(), fc.boolean(), fc.constantFrom(undefined, 'talent'), (all, fails, kind) => {
        const experience = new Experience();
        for (const one of all) experience.add(one);
        const before = [confidence(experience, question), confidence(experience, { ...question, kind: 'talent' })];
        const attempt = () =>
          experience.suppose(settled({ weight: 0.3, ...(kind && { kind }) }), () => {
            if (fails) throw new RangeError('no');
          });
        if (fails) expect(attempt).toThrow('no');
        else attempt();
        expect([confidence(experience, question), confidence(experience, { ...question, kind: 'talent' })]).toEqual(
          before,
        );
      }),
    );
  });

  it('that something had never been leaves no trace either', () => {
    fc.assert(
      fc.property(settlements(), fc.nat(), fc.boolean(), (all, which, fails) => {
        const experience = new Experience({ verified: () => false });
        for (const one of all) experience.add(one);
        const folded = all[which % Math.max(1, all.length)];
        if (!folded) return;
        const before = ['a', 'b'].map((customer) => confidence(experience, { ...question, customer, kind: 'talent' }));
        const attempt = () =>
          experience.without(folded, () => {
            if (fails) throw new RangeError('no');
          });
        if (fails) expect(attempt).toThrow('no');
        else attempt();
        expect(['a', 'b'].map((customer) => confidence(experience, { ...question, customer, kind: 'talent' }))).toEqual(
          before,
        );
      }),
    );
  });

  it('of a later day can be read on that day only', () => {
    const experience = new Experience();
    const later = settled({ at: now + day });
    expect(told(() => experience.suppose(later, (one) => confidence(one, question)))).toEqual(['in-the-future', 'x']);
    experience.suppose(later, (one) => sound(confidence(one, { ...question, at: now + day })));
    sound(confidence(experience, question));
  });
});

describe('a commitment', () => {
  it('is refused with its id where it is malformed, also where it is no evidence', () => {
    for (const result of ['kept', 'open', 'excused'] as const) {
      for (const stake of [-1, ...notFinite]) expect(replaying({ result, stake })).toEqual(['bad-stake', 'x']);
      for (const time of noMoments) {
        for (const name of ['promisedAt', 'dueAt', 'settledAt', 'silentFrom', 'liftedAt'])
          expect(replaying({ result, [name]: time }), name).toEqual(['bad-time', 'x']);
      }
      expect(replaying({ result, customer: 'p' })).toEqual(['same-party', 'x']);
      expect(replaying({ result, customer: '' })).toEqual(['missing-party', 'x']);
    }
    expect(told(() => replay([promise(), promise({ result: 'open' })], now, options))).toEqual(['duplicate-id', 'x']);
  });

  it('with dates in the wrong order has a problem and spoils nothing', () => {
    const early = promise({ promisedAt: now - 10 * day });
    const undone = promise({ settledAt: now - 50 * day });
    expect([early, undone].map(commitmentProblem)).toEqual(['due-before-promise', 'done-before-promise']);
    for (const one of [early, undone]) sound(confidence(replay([one], now, options), question));
  });

  it('with a bad stake does not spoil the weights of others', () => {
    const good = promise({ id: 'good', stake: 5 });
    const bad = promise({ id: 'bad', stake: Number.NaN, promisedAt: now - 90 * day });
    expect(told(() => settlementsOf([bad, good], now))).toEqual(['bad-stake', 'bad']);
  });

  it('with a stake of nothing counts, and one forgiven before it was settled never does', () => {
    const free = replay([promise({ stake: 0 })], now, options);
    expect(confidence(free, question).count).toBe(1);
    const lifted = replay([promise({ liftedAt: now - 30 * day })], now, options);
    expect(confidence(lifted, question)).toMatchObject({ count: 0, value: 0.5 });
  });

  it('of a file is refused where its end is no moment', () => {
    const { id, customer, performer, promisedAt, dueAt } = promise();
    const facts = { id, customer, performer, promisedAt, dueAt };
    for (const done of noMoments) expect(told(() => delivered(facts, done))).toEqual(['bad-time', 'x']);
    expect(told(() => delivered(facts, promisedAt - 1))).toEqual(['done-before-promise', 'x']);
    expect(told(() => delivered({ ...facts, stake: -2 }, dueAt))).toEqual(['bad-stake', 'x']);
    expect(delivered(facts, dueAt).result).toBe('kept');
    expect(delivered(facts, dueAt + 1)).toMatchObject({ result: 'late', settledAt: dueAt });
  });

  it('gives the right problem or a right answer, whatever its numbers are', () => {
    const hostile = fc.oneof(
      fc.double(),
      fc.constantFrom(...noMoments, 0, -0, Number.MIN_VALUE, Date.UTC(1900, 0, 1), Date.UTC(2899, 11, 31), now),
      fc.integer({ min: now - 900 * day, max: now }),
    );
    const mostly = fc.integer({ min: now - 900 * day, max: now });
    const time = fc.oneof({ weight: 5, arbitrary: mostly }, { weight: 1, arbitrary: hostile });
    const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
    const row = fc.record({
      id: fc.string(),
      customer: fc.constantFrom('a', 'a', 'b', '__proto__', ''),
      performer: fc.constantFrom('p', 'p', 'q', 'constructor', 'b'),
      promisedAt: time,
      dueAt: time,
      settledAt: maybe(time),
      silentFrom: maybe(time),
      liftedAt: maybe(time),
      stake: maybe(fc.oneof(fc.nat(9), hostile)),
      result: fc.constantFrom('kept', 'late', 'open', 'failed', 'excused'),
      recorded: fc.boolean(),
    });
    let answers = 0;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const all = rows as Commitment[];
        const result = told(() => replay(all, now, options));
        if (result instanceof Experience) {
          answers += 1;
          sound(confidence(result, question));
          sound(prospect(result, { ...question, customer: 'b' }));
          return;
        }
        const [problem, id] = result as [string, string];
        const ofThat = all.filter((one) => one.id === id);
        if (problem === 'duplicate-id') expect(ofThat.length).toBeGreaterThan(1);
        else expect(ofThat.map(commitmentProblem)).toContain(problem);
      }),
      { numRuns: 10_000 },
    );
    expect(answers).toBeGreaterThan(1_000);
  });
});

describe('a question', () => {
  it('is about a moment, however far away, and moments come in order', () => {
    for (const at of noMoments.filter((moment) => !Number.isNaN(moment))) {
      const experience = replay([promise()], at, options);
      sound(confidence(experience, { ...question, at }));
      sound(confidence(experience, { ...question, at, kind: 'talent' }));
      sound(prospect(experience, { ...question, at }));
      expect(confidence(experience, { ...question, at }).count).toBe(at > now ? 1 : 0);
    }
    const at = Number.NaN;
    expect(() => confidence(new Experience(), { ...question, at })).toThrow(RangeError);
    expect(() => prospect(new Experience(), { ...question, at })).toThrow(RangeError);
    expect(() => replay([promise()], at, options)).toThrow(RangeError);
    const read = () => 0;
    expect(() => history([], [now, now - 1], options, read)).toThrow(RangeError);
    expect(history([], [now, now], options, read)).toEqual([0, 0]);
    expect(history([promise()], [], options, read)).toEqual([]);
  });

  it('about nobody and nothing has an answer', () => {
    const empty = replay([], now, options);
    sound(confidence(empty, question));
    sound(prospect(empty, question));
    expect(changesOf(confidence(empty, question), confidence(empty, question))).toEqual([]);
    expect(validate([], now, ourModel())).toBeNull();
    sound(confidence(empty, { ...question, customer: 'p' }));
  });
});

describe('odd records', () => {
  it('at the edges of time stay sound', () => {
    const [first, last] = [Date.UTC(1900, 0, 1), Date.UTC(2899, 11, 31)];
    const old = promise({ id: 'old', promisedAt: first, dueAt: first, settledAt: first });
    const far = promise({ id: 'far', promisedAt: first, dueAt: last, settledAt: last, result: 'late' });
    const forgiven = promise({ id: 'lift', promisedAt: last, dueAt: last, settledAt: last, liftedAt: last });
    for (const at of [first, now, last])
      sound(confidence(replay([old, far, forgiven], at, options), { ...question, at }));
    expect(confidence(replay([far, forgiven], last, options), { ...question, at: last }).value).toBeLessThan(0.5);
  });

  it('of one customer, of one performer, and of oddly named ones stay sound and apart', () => {
    const names = ['__proto__', 'constructor', 'a\nb', 'a', '\u0000', '🜁', ' ', '"', 'own:a', 'toString'];
    const all = names.flatMap((customer, i) =>
      names.map((performer, j) => promise({ id: `${i} ${j}`, customer, performer, result: j % 2 ? 'kept' : 'failed' })),
    );
    const star = all.filter(({ customer, performer }) => customer !== performer && customer === 'a');
    const fan = all.filter(({ customer, performer }) => customer !== performer && performer === '__proto__');
    const whole = all.filter(({ customer, performer }) => customer !== performer);
    for (const rows of [star, fan, whole]) {
      const experience = replay(rows, now, options);
      for (const customer of names) {
        for (const performer of names) {
          const found = confidence(experience, { customer, performer, at: now });
          sound(found);
          expect(found.count).toBe(
            rows.filter((one) => one.customer === customer && one.performer === performer).length,
          );
        }
      }
    }
  });

  it('read on the way are to the last bit what a replay to that moment gives', () => {
    fc.assert(
      fc.property(commitments(), (all) => {
        const moments = [now - 600 * day, now - 200 * day, now];
        const read = (experience: Experience, at: number) => confidence(experience, { ...question, at });
        const apart = moments.map((at) => read(replay(all, at, options), at));
        expect(history(all, moments, options, read)).toEqual(apart);
      }),
      { numRuns: 300 },
    );
  });

  it('of 200,000 pairs are folded in less than 250 MB', () => {
    const count = 200_000;
    const all = Array.from({ length: count }, (_, i) =>
      promise({
        id: `${i}`,
        customer: `c${i % 2_000}`,
        performer: `p${Math.floor(i / 2_000)}`,
        settledAt: now - (count - i),
      }),
    );
    const before = process.memoryUsage().heapUsed;
    const experience = replay(all, now, options);
    expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(250);
    expect([...experience.performers.values()].reduce((sum, one) => sum + one.pairs.size, 0)).toBe(count);
    sound(confidence(experience, { customer: 'c7', performer: 'p7', at: now }));
  }, 60_000);
});
