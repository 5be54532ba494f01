import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trendShape, type TrendValue } from './trend-shape.ts';

function on(day: number, value: number | null, reach = 0.1): TrendValue {
  const at = new Date(Date.UTC(2026, 0, day)).toISOString();
  return value === null ? { at, value, low: null, high: null } : { at, value, low: value - reach, high: value + reach };
}

describe('a line through time', () => {
  test('keeps the distances of time, and has room at both ends', () => {
    const { places } = trendShape([on(1, 0.5), on(2, 0.5), on(5, 0.5)]);
    expect(places.map((place) => place.x)).toEqual([2.5, 26.25, 97.5]);
  });

  test('has all at the top and nothing at the foot', () => {
    expect(trendShape([on(1, 0), on(2, 1), on(3, 0.25)]).places.map((place) => place.y)).toEqual([100, 0, 75]);
  });

  test('has a band that goes out along the upper bounds and comes back along the lower ones', () => {
    const { runs } = trendShape([on(1, 0.5), on(2, 0.6)]);
    expect(runs).toEqual([{ line: 'M2.5 50L97.5 40', band: 'M2.5 40L97.5 30L97.5 50L2.5 60Z' }]);
  });

  test('stays inside the picture, whatever the bounds', () => {
    expect(trendShape([on(1, 0.95), on(2, 0.05)]).runs[0]?.band).toBe('M2.5 0L97.5 85L97.5 100L2.5 15Z');
  });

  test('is the value itself where no bounds are known', () => {
    const bare = [on(1, 0.5), on(2, 0.5)].map((point) => ({ ...point, low: null, high: null }));
    expect(trendShape(bare).runs[0]?.band).toBe('M2.5 50L97.5 50L97.5 50L2.5 50Z');
  });

  test('breaks where nothing is known, and says from where to where', () => {
    const shape = trendShape([on(1, null), on(2, null), on(3, 0.5), on(4, null), on(5, 0.5), on(6, 0.6)]);
    expect(shape.unknowns).toEqual([
      { from: 0, to: 31 },
      { from: 50, to: 69 },
    ]);
    expect(shape.runs).toHaveLength(2);
    expect(shape.places.map((place) => place.y)).toEqual([null, null, 50, null, 50, 40]);
  });

  test('shows a value that stands alone', () => {
    const { runs, dots } = trendShape([on(1, null), on(2, 0.5), on(3, null)]);
    expect(dots).toEqual([1]);
    expect(runs).toEqual([{ line: 'M49.4 50L50.6 50', band: 'M49.4 40L50.6 40L50.6 60L49.4 60Z' }]);
  });

  test('ends in a dot, unless its end is unknown', () => {
    expect(trendShape([on(1, 0.5), on(2, 0.5)]).dots).toEqual([1]);
    expect(trendShape([on(1, 0.5), on(2, 0.5), on(3, null)]).dots).toEqual([]);
  });

  test('of one point stands in the middle; of none is nothing', () => {
    expect(trendShape([on(1, 0.5)]).places).toEqual([{ x: 50, y: 50 }]);
    expect(trendShape([on(1, null)]).unknowns).toEqual([{ from: 0, to: 100 }]);
    expect(trendShape([])).toEqual({ places: [], runs: [], dots: [], unknowns: [] });
  });

  test('never leaves the picture or goes back in time', () => {
    const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const shape = trendShape(values.map((each, day) => on(day + 1, each)));
        const xs = shape.places.map((place) => place.x);
        expect(xs).toEqual(xs.toSorted((a, b) => a - b));
        const numbers = shape.runs.flatMap((run) => (run.line + run.band).match(/-?[\d.]+/g) ?? []).map(Number);
        expect(numbers.every((each) => each >= 0 && each <= 100)).toBe(true);
        expect(shape.unknowns.every(({ from, to }) => from < to)).toBe(true);
      }),
    );
  });
});
