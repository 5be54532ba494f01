import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidence, Experience, intervalAround, ofTen } from './index.ts';
import { betaBelow, betaQuantile } from './interval.ts';

const shape = fc.double({ min: 0.05, max: 400, noNaN: true });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

/** The probability by adding up the density, for shapes of 1 and above. */
function summed(a: number, b: number, x: number): number {
  const steps = 20_000;
  const density = (t: number) => t ** (a - 1) * (1 - t) ** (b - 1);
  const upTo = (end: number) => {
    let sum = 0;
    for (let i = 0; i < steps; i += 1) sum += density(((i + 0.5) * end) / steps);
    return (sum * end) / steps;
  };
  return upTo(x) / upTo(1);
}

describe('the beta distribution', () => {
  it('gives what is known in closed form', () => {
    for (const x of [0.01, 0.2, 0.5, 0.83, 0.999]) {
      expect(betaBelow(1, 1, x)).toBeCloseTo(x, 10);
      // Beta(2, 3): 6x² - 8x³ + 3x⁴.
      expect(betaBelow(2, 3, x)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 10);
      // The arcsine law.
      expect(betaBelow(0.5, 0.5, x)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 10);
      // Beta(30, 2): 31 x³⁰ - 30 x³¹.
      expect(betaBelow(30, 2, x)).toBeCloseTo(31 * x ** 30 - 30 * x ** 31, 10);
      expect(betaBelow(7, 1, x)).toBeCloseTo(x ** 7, 10);
      expect(betaBelow(1, 0.01, x)).toBeCloseTo(1 - (1 - x) ** 0.01, 10);
    }
    expect([betaBelow(2, 3, 0), betaBelow(2, 3, -1), betaBelow(2, 3, 1), betaBelow(2, 3, 2)]).toEqual([0, 0, 1, 1]);
  });

  it('gives what adding up the density gives', () => {
    for (const [a, b, x] of [
      [2.5, 3.5, 0.4],
      [12.6, 1.4, 0.9],
      [80, 20, 0.75],
    ] as const)
      expect(betaBelow(a, b, x)).toBeCloseTo(summed(a, b, x), 5);
  });

  it('has its known quantiles', () => {
    expect(betaQuantile(2, 3, 0.5)).toBeCloseTo(0.385728, 6);
    expect(betaQuantile(0.5, 0.5, 0.25)).toBeCloseTo(Math.sin(Math.PI / 8) ** 2, 8);
    expect(betaQuantile(1, 1, 0.05)).toBeCloseTo(0.05, 8);
    expect(betaQuantile(30, 2, 0.5)).toBeGreaterThan(30 / 32);
  });

  it('rises with the share, mirrors, and its quantile is its inverse', () => {
    fc.assert(
      fc.property(shape, shape, share, share, (a, b, x, y) => {
        const [low, high] = [Math.min(x, y), Math.max(x, y)];
        expect(betaBelow(a, b, low)).toBeLessThanOrEqual(betaBelow(a, b, high) + 1e-12);
        expect(betaBelow(a, b, x)).toBeCloseTo(1 - betaBelow(b, a, 1 - x), 9);
        expect(betaQuantile(a, b, low)).toBeLessThanOrEqual(betaQuantile(a, b, high));
        const quantile = betaQuantile(a, b, x);
        expect(betaBelow(a, b, quantile - 1e-8)).toBeLessThanOrEqual(x + 1e-9);
        expect(betaBelow(a, b, quantile + 1e-8)).toBeGreaterThanOrEqual(x - 1e-9);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the interval', () => {
  it('holds its value, however close that is to 0 or 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        fc.double({ min: 4, max: 14, noNaN: true }),
        (tens, top, n) => {
          const value = top ? 1 - 10 ** -tens : 10 ** -tens;
          const { low, high } = intervalAround(value, n);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
    const experience = new Experience();
    const at = Date.UTC(2026, 0, 1);
    for (let i = 0; i < 3_000; i += 1)
      experience.add({ id: `${i}`, customer: 'a', performer: 'p', at, kept: true, weight: 1 });
    const found = confidence(experience, { customer: 'a', performer: 'p', at });
    expect(found.value).toBeGreaterThan(0.999);
    expect(found.low).toBeLessThanOrEqual(found.value);
  });

  it('narrows as more is known', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (value) => {
        const widths = [4, 6, 9, 14].map((n) => intervalAround(value, n).high - intervalAround(value, n).low);
        expect(widths).toEqual(widths.toSorted((a, b) => b - a));
      }),
    );
  });

  it('is told in tens, rounded away from its middle', () => {
    expect(ofTen({ low: 0.61, high: 0.91 })).toEqual({ from: 6, to: 10 });
    expect(ofTen({ low: 0, high: 1 })).toEqual({ from: 0, to: 10 });
  });
});
