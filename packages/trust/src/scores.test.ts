import { describe, expect, it } from 'vitest';
import { day } from './constants.ts';
import { type Commitment, delivered, type Model, scoresOf, validate } from './index.ts';

const start = Date.UTC(2025, 0, 1);
const foretold = (...rows: [number, boolean][]) => rows.map(([value, kept]) => ({ value, kept }));

describe('scores', () => {
  it('are those reckoned by hand', () => {
    const found = scoresOf(foretold([0.9, true], [0.8, false], [0.3, false], [0.6, true]))!;
    expect(found.n).toBe(4);
    expect(found.brier).toBeCloseTo((0.01 + 0.64 + 0.09 + 0.16) / 4, 12);
    expect(found.logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.2) + Math.log(0.7) + Math.log(0.6)) / 4, 12);
    // Of four pairs of a kept and a broken one, .6 against .8 is the wrong way round.
    expect(found.auc).toBe(0.75);
    expect(found.ece).toBeCloseTo((0.1 + 0.8 + 0.3 + 0.4) / 4, 12);
    expect(found.bins.map(({ from, n }) => [from, n])).toEqual([
      [0.3, 1],
      [0.6, 1],
      [0.8, 1],
      [0.9, 1],
    ]);
  });

  it('count ties half, and know no ranking where all came out alike', () => {
    expect(scoresOf(foretold([0.5, true], [0.5, false], [0.5, true]))!.auc).toBe(0.5);
    expect(scoresOf(foretold([0.7, true], [0.7, false], [0.2, false]))!.auc).toBe(0.75);
    expect(scoresOf(foretold([0.7, true], [0.2, true]))!.auc).toBeNull();
    expect(scoresOf(foretold([0.7, false]))!.auc).toBeNull();
  });

  it('clip what was certain, put 1 into the last bin, and weigh bins by their size', () => {
    const sure = scoresOf(foretold([1, false], [0, true]))!;
    expect(sure.brier).toBe(1);
    expect(sure.logLoss).toBeCloseTo(-Math.log(0.01), 12);
    const found = scoresOf(foretold([1, true], [0.95, false], [0.92, true], [0.1, false]))!;
    expect(found.bins.at(-1)).toMatchObject({ from: 0.9, to: 1, n: 3, kept: 2 / 3 });
    expect(found.ece).toBeCloseTo((3 * Math.abs(2.87 / 3 - 2 / 3) + 0.1) / 4, 12);
  });

  it('of nothing are none', () => {
    expect(scoresOf([])).toBeNull();
  });
});

describe('validating on a history', () => {
  const promise = (n: number, kept: boolean, customer = 'a'): Commitment =>
    delivered(
      { id: `c${n}`, customer, performer: 'p', promisedAt: start + n * 10 * day, dueAt: start + (n * 10 + 5) * day },
      start + (n * 10 + (kept ? 4 : 9)) * day,
    );
  /** Foretells the share kept so far, and keeps what it was asked. */
  function counting(): Model & { asked: [at: number, known: number][] } {
    const outcomes: boolean[] = [];
    const asked: [number, number][] = [];
    return {
      asked,
      learn: ({ kept }) => outcomes.push(kept),
      foretell: (_customer, _performer, at) => {
        asked.push([(at - start) / day, outcomes.length]);
        return { value: (1 + outcomes.filter(Boolean).length) / (2 + outcomes.length) };
      },
    };
  }

  it('scores the last seven tenths, each with what was settled before it', () => {
    const model = counting();
    const all = [true, true, false, true, false].map((kept, n) => promise(n, kept));
    const found = validate(all.toReversed(), start + 400 * day, model)!;
    expect(model.asked).toEqual([
      [10, 1],
      [20, 2],
      [30, 3],
      [40, 4],
    ]);
    expect(found.n).toBe(4);
    // Foretold 2/3, 3/4, 3/5, 4/6; kept, broken, kept, broken.
    expect(found.brier).toBeCloseTo((1 / 9 + 9 / 16 + 4 / 25 + 4 / 9) / 4, 12);
    expect(found).toMatchObject({ coverage: null, covered: 0 });
  });

  it('leaves out what is no evidence yet, and learns nothing settled at the moment of a promise or after', () => {
    const model = counting();
    const overlapping = [0, 1, 2].map((n) => ({ ...promise(0, true), id: `o${n}`, promisedAt: start + n * day }));
    const found = validate([...overlapping, promise(30, true)], start + 20 * day, model)!;
    expect(found.n).toBe(3);
    expect(model.asked).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
  });

  it('says how many averages of the next ten lay inside the interval', () => {
    const ten = Array.from({ length: 11 }, (_, n) => promise(n, n !== 10));
    const model: Model = {
      learn: () => {},
      foretell: () => ({ value: 0.9, interval: () => ({ low: 0.95, high: 0.99 }) }),
    };
    // Both tens lie in the burn-in but for none: 3 of 11 are not scored.
    expect(validate(ten, start + 400 * day, model)).toMatchObject({ n: 8, covered: 0, coverage: null });
    const more = Array.from({ length: 14 }, (_, n) => promise(n, n > 4));
    // Scored from the fifth on; its ten are all kept but one: 9 of ten, and 9.5 to 9.9 of ten is told as 9 to 10.
    expect(validate(more, start + 400 * day, model)).toMatchObject({ n: 10, covered: 1, coverage: 1 });
  });

  it('gives nothing where nothing came, and scores a single one', () => {
    expect(validate([], start, counting())).toBeNull();
    expect(validate([promise(30, true)], start, counting())).toBeNull();
    expect(validate([promise(0, true)], start + 50 * day, counting())).toMatchObject({ n: 1, auc: null, brier: 0.25 });
  });
});
