import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitments, now, settlements } from '../testing/arbitrary.ts';
import { constants, day } from './constants.ts';
import {
  changesOf,
  confidence,
  type Confidence,
  Experience,
  history,
  prospect,
  replay,
  type Settlement,
  settlementsOf,
} from './index.ts';
import { expectation, levelsOf, leaning } from './levels.ts';
import { unitAt } from './tally.ts';

const question = { customer: 'a', performer: 'p', at: now };
const total = (found: Confidence) => found.shares.reduce((sum, share) => sum + share.points, 0);
const weights = (found: Confidence) => found.shares.reduce((sum, share) => sum + share.weight, 0);

function folded(all: readonly Settlement[], options?: ConstructorParameters<typeof Experience>[0]): Experience {
  const experience = new Experience(options);
  for (const one of all) experience.add(one);
  return experience;
}

const fresh = (kept: boolean, id = 'new'): Settlement => ({ id, ...question, kept, weight: 1 });
const width = ({ low, high }: Confidence) => high - low;

describe('the number', () => {
  it('is exactly the sum of its shares, in ten thousand random histories', () => {
    fc.assert(
      fc.property(settlements(), fc.constantFrom(undefined, 'talent'), (all, kind) => {
        const found = confidence(folded(all), { ...question, ...(kind && { kind }) });
        expect(total(found)).toBeCloseTo(found.value, 12);
        expect(weights(found)).toBeCloseTo(1, 12);
        expect(found.value).toBeGreaterThan(0);
        expect(found.value).toBeLessThan(1);
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThanOrEqual(found.value);
        for (const { weight, points } of found.shares) {
          expect(weight).toBeGreaterThan(0);
          expect(points).toBeLessThanOrEqual(weight + 1e-12);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('is strictly raised by a kept commitment and strictly lowered by a broken one, all else equal', () => {
    fc.assert(
      fc.property(settlements(), (all) => {
        const experience = folded(all);
        const before = confidence(experience, question).value;
        const with_ = (kept: boolean) => experience.suppose(fresh(kept), (one) => confidence(one, question).value);
        expect(with_(true)).toBeGreaterThan(before);
        expect(with_(false)).toBeLessThan(before);
        // Supposing leaves no trace.
        expect(confidence(experience, question).value).toBeCloseTo(before, 12);
      }),
      { numRuns: 2_000 },
    );
  });

  it('moves towards what others and everybody suggest as time goes by, and its own record weighs less', () => {
    fc.assert(
      fc.property(settlements(), fc.integer({ min: 1, max: 3_000 }), (all, days) => {
        const experience = folded(all);
        const own = (at: number) => {
          const levels = levelsOf(experience, 'a', 'p', at);
          const mu = leaning(levels.performer, experience.strengths.performer, expectation(levels));
          const found = confidence(experience, { ...question, at });
          return {
            worth: found.worth,
            away: Math.abs(found.value - mu),
            share: found.worth / (found.worth + experience.strengths.pair),
            mean: levels.pair.settled > 0 ? Math.abs(levels.pair.kept / levels.pair.settled - mu) : 0,
            found,
          };
        };
        const [today, later] = [own(now), own(now + days * day)];
        if (today.worth === 0) return;
        expect(later.worth).toBeLessThan(today.worth);
        expect(later.share).toBeLessThan(today.share);
        expect(later.away).toBeCloseTo(later.share * later.mean, 10);
        // The interval of the same value widens with what is lost.
        if (Math.abs(later.found.value - today.found.value) < 1e-9)
          expect(width(later.found)).toBeGreaterThanOrEqual(width(today.found) - 1e-9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is everybody’s average for two newcomers, and one half in an empty world', () => {
    expect(confidence(new Experience(), question)).toMatchObject({ value: 0.5, count: 0, standing: 'too-early' });
    fc.assert(
      fc.property(settlements(), (all) => {
        const experience = folded(all);
        const found = confidence(experience, { customer: 'new', performer: 'unknown', at: now });
        expect(found.value).toBeCloseTo(experience.population, 12);
      }),
    );
  });

  it('of one direction says nothing of the other', () => {
    fc.assert(
      fc.property(settlements(), fc.boolean(), (all, kept) => {
        const experience = folded(
          all
            .map((one) => ({ ...one, performer: one.performer === 'p' ? 'b' : one.performer }))
            .filter((one) => one.customer !== one.performer),
        );
        const pair = experience.pair('b', 'a')?.count;
        experience.add({ id: 'x', customer: 'a', performer: 'b', at: now, kept, weight: 1 });
        expect(experience.pair('b', 'a')?.count).toBe(pair);
      }),
    );
  });

  it('says nothing below five commitments, nor when they are long ago', () => {
    const at = (n: number, ago = 0) =>
      confidence(
        folded(Array.from({ length: n }, (_, i) => ({ ...fresh(true, `${i}`), at: now - ago * day }))),
        question,
      );
    expect([0, 1, 4].map((n) => at(n).standing)).toEqual(['too-early', 'too-early', 'too-early']);
    expect(at(5).standing).toBe('stated');
    expect(at(5, 900).standing).toBe('too-long-ago');
  });
});

describe('replay', () => {
  it('gives the same as folding one by one, in whatever order the commitments come', () => {
    fc.assert(
      fc.property(commitments(), fc.array(fc.nat(), { maxLength: 30 }), (all, keys) => {
        const shuffled = all
          .map((one, i) => [keys[i] ?? 0, one] as const)
          .sort((x, y) => x[0] - y[0])
          .map(([, one]) => one);
        const options = { verified: () => true };
        const direct = new Experience(options);
        const added = new Map<string, number>();
        const steps = settlementsOf(all, now)
          .flatMap((one) => [
            { at: one.at, one, lifts: false },
            ...(one.liftedAt !== undefined && one.liftedAt <= now ? [{ at: one.liftedAt, one, lifts: true }] : []),
          ])
          .sort((x, y) => x.at - y.at || Number(x.lifts) - Number(y.lifts) || (x.one.id < y.one.id ? -1 : 1));
        for (const { one, lifts } of steps) {
          if (lifts) direct.lift(one, added.get(one.id) ?? 0);
          else added.set(one.id, direct.add(one));
        }
        const value = confidence(replay(shuffled, now, options), question).value;
        expect(value).toBe(confidence(replay(all, now, options), question).value);
        expect(value).toBe(confidence(direct, question).value);
      }),
      { numRuns: 500 },
    );
  });

  it('read on the way gives what a replay to that moment gives', () => {
    fc.assert(
      fc.property(commitments(), (all) => {
        const moments = [now - 600 * day, now - 200 * day, now];
        const options = { viewer: 'a', verified: () => false };
        const along = history(
          all,
          moments,
          options,
          (experience, at) => confidence(experience, { ...question, at }).value,
        );
        const apart = moments.map((at) => confidence(replay(all, at, options), { ...question, at }).value);
        along.forEach((value, i) => expect(value).toBeCloseTo(apart[i]!, 2));
        expect(along.at(-1)).toBe(apart.at(-1));
      }),
      { numRuns: 300 },
    );
  });

  it('forgets what was made good and forgiven, from that moment on', () => {
    const broken = {
      id: 'x',
      customer: 'a',
      performer: 'p',
      promisedAt: now - 90 * day,
      dueAt: now - 60 * day,
      result: 'failed' as const,
      settledAt: now - 60 * day,
      recorded: false,
    };
    const options = { verified: () => true };
    const value = (all: Parameters<typeof replay>[0], at: number) =>
      confidence(replay(all, at, options), { ...question, at }).value;
    const forgiven = [{ ...broken, liftedAt: now - 10 * day }];
    expect(value(forgiven, now - 20 * day)).toBe(value([broken], now - 20 * day));
    expect(value(forgiven, now)).toBe(0.5);
  });
});

describe('what changed', () => {
  it('is the difference of the shares, and adds up', () => {
    fc.assert(
      fc.property(settlements(), fc.integer({ min: 0, max: 900 }), (all, days) => {
        const early = all.filter((one) => one.at <= now - days * day);
        const before = confidence(folded(early), { ...question, at: now - days * day });
        const after = confidence(folded(all), question);
        const sum = changesOf(before, after).reduce((so, change) => so + change.after - change.before, 0);
        expect(sum).toBeCloseTo(after.value - before.value, 12);
      }),
    );
  });
});

describe('others', () => {
  it('one counterparty never adds more than its limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (n) => {
        const experience = folded(
          Array.from({ length: n }, (_, i) => ({
            id: `${i}`,
            customer: 'b',
            performer: 'p',
            at: now,
            kept: true,
            weight: 1,
          })),
        );
        const levels = levelsOf(experience, 'a', 'p', now);
        expect(levels.performer.settled).toBeLessThanOrEqual(constants.counterpartyLimit);
        expect(experience.credibility(experience.pair('b', 'p')!, unitAt(now))).toBe(constants.verifiedShare);
      }),
    );
  });

  it('fifty colluding newcomers with four fake successes each move an honest estimate by at most 0.02', () => {
    for (const honestCount of [0, 1, 3, 10, 40]) {
      for (const kept of [0, 0.5, 1]) {
        const honest = Array.from({ length: honestCount }, (_, i) => ({
          id: `h${i}`,
          customer: i % 2 ? 'a' : 'b',
          performer: 'p',
          at: now - 10 * day,
          kept: i < kept * honestCount,
          weight: 1,
        }));
        const fakes = Array.from({ length: 200 }, (_, i) => ({
          id: `f${i}`,
          customer: `fake${i % 50}`,
          performer: 'p',
          at: now - 5 * day,
          kept: true,
          weight: 1,
        }));
        const options = { viewer: 'a', verified: (party: string) => !party.startsWith('fake') };
        const moved =
          confidence(folded([...honest, ...fakes], options), question).value -
          confidence(folded(honest, options), question).value;
        expect(Math.abs(moved), `${honestCount} honest, ${kept} kept`).toBeLessThanOrEqual(0.02);
      }
    }
  });

  it('count for more in the eyes of who trusts them, where there is no own record, and the shares still add up', () => {
    fc.assert(
      fc.property(settlements(), (all) => {
        const experience = folded(all.filter((one) => !(one.customer === 'a' && one.performer === 'p')));
        const found = prospect(experience, question);
        expect(total(found)).toBeCloseTo(found.value, 12);
        expect(found.shares.some((share) => share.source === 'own')).toBe(false);
      }),
      { numRuns: 500 },
    );
    const through = (trusted: boolean) => {
      const mine = Array.from({ length: 8 }, (_, i) => ({
        id: `m${i}`,
        customer: 'a',
        performer: 'b',
        at: now - 9 * day,
        kept: trusted,
        weight: 1,
      }));
      const theirs = Array.from({ length: 8 }, (_, i) => ({
        id: `t${i}`,
        customer: 'b',
        performer: 'p',
        at: now - 5 * day,
        kept: true,
        weight: 1,
      }));
      const found = prospect(folded([...mine, ...theirs]), question);
      return found.shares.find((share) => share.party === 'b' && share.source === 'counterparty')!.weight;
    };
    expect(through(true)).toBeGreaterThan(2 * through(false));
  });
});
