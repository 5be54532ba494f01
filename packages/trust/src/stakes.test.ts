import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from './constants.ts';
import { confidence, type Commitment, replay } from './index.ts';
import { Stakes } from './stakes.ts';

/** The same, by sorting the last thousand anew each time. */
function naive(stakes: readonly number[]): number[] {
  return stakes.map((stake, index) => {
    const before = stakes.slice(Math.max(0, index - 1_000), index).toSorted((a, b) => a - b);
    const reference = before[Math.floor(0.25 * (before.length - 1))];
    return reference === undefined || reference === 0 ? 1 : Math.min(1, Math.max(0.1, stake / reference));
  });
}

const weighed = (stakes: readonly number[]) => {
  const scale = new Stakes();
  return stakes.map((stake) => scale.weigh({ customer: 'a', stake, unit: 'EUR' }));
};

describe('weighing by stakes', () => {
  it('gives what sorting the last thousand gives', () => {
    const stake = fc.oneof(fc.nat(5), fc.nat(1_000), fc.double({ min: 0, max: 1e14, noNaN: true }));
    fc.assert(
      fc.property(fc.array(stake, { maxLength: 200, size: 'max' }), (stakes) => {
        expect(weighed(stakes)).toEqual(naive(stakes));
      }),
      { numRuns: 300 },
    );
    let state = 1;
    const many = Array.from({ length: 2_600 }, (_, i) => {
      state = (state * 48_271) % 2_147_483_647;
      return (state % 50) * (i > 1_200 ? 1 : 100);
    });
    expect(weighed(many)).toEqual(naive(many));
  });

  it('never weighs more than one, nor less than a tenth', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e300, noNaN: true })), (stakes) => {
        for (const weight of weighed(stakes)) {
          expect(weight).toBeGreaterThanOrEqual(0.1);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('keeps customers and units apart, whatever they are called', () => {
    const stakes = new Stakes();
    stakes.weigh({ customer: 'a', stake: 1_000, unit: 'EUR' });
    expect(stakes.weigh({ customer: 'a', stake: 1, unit: 'EUR' })).toBe(0.1);
    expect(stakes.weigh({ customer: 'a', stake: 1, unit: 'hours' })).toBe(1);
    expect(stakes.weigh({ customer: 'b', stake: 1, unit: 'EUR' })).toBe(1);
    expect(stakes.weigh({ customer: 'a' })).toBe(1);
    stakes.weigh({ customer: 'c\nEUR', stake: 1_000, unit: '' });
    expect(stakes.weigh({ customer: 'c', stake: 1, unit: 'EUR\n' })).toBe(1);
  });

  it('leaves fresh trifles too few to state anything, not too long ago', () => {
    const at = Date.UTC(2026, 10, 25);
    const promise = (id: string, performer: string, stake: number, ago: number): Commitment => {
      const dueAt = at - ago * day;
      const times = { promisedAt: dueAt - 9 * day, dueAt, settledAt: dueAt };
      return { id, customer: 'a', performer, ...times, result: 'kept', stake, unit: 'EUR', recorded: false };
    };
    const large = Array.from({ length: 40 }, (_, i) => promise(`l${i}`, 'q', 1_000, 300));
    const standing = (ago: number) => {
      const small = Array.from({ length: 6 }, (_, i) => promise(`s${i}`, 'p', 10, ago));
      const experience = replay([...large, ...small], at, { verified: () => true });
      return confidence(experience, { customer: 'a', performer: 'p', at }).standing;
    };
    expect(standing(20)).toBe('too-early');
    expect(standing(1_500)).toBe('too-long-ago');
  });
});
