import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterPlaces, shareFill, shareLetter, shareSpans } from './share-shape.ts';

const end = (spans: { start: number; width: number }[]) => Math.max(0, ...spans.map((span) => span.start + span.width));

describe('the shares of a bar', () => {
  test('lie side by side in proportion, with a gap between', () => {
    expect(shareSpans([0.5, 0.5])).toEqual([
      { start: 0, width: 49.75 },
      { start: 50.25, width: 49.75 },
    ]);
  });

  test('are seen even when they are next to nothing', () => {
    const [big, tiny] = shareSpans([0.9999, 0.0001]);
    expect(tiny?.width).toBe(1.4);
    expect(big?.width).toBeCloseTo(98.1);
  });

  test('have no width without a weight', () => {
    expect(shareSpans([0, 1])).toEqual([
      { start: 0, width: 0 },
      { start: 0, width: 100 },
    ]);
    // Nor a gap of its own, which at the end of the bar would lie outside of it.
    expect(shareSpans([1, 0])).toEqual([
      { start: 0, width: 100 },
      { start: 100, width: 0 },
    ]);
    expect(shareSpans([])).toEqual([]);
  });

  test('leave the rest of the bar empty when they do not make a whole', () => {
    expect(end(shareSpans([0.3, 0.2]))).toBeCloseTo(50);
  });

  test('always fit, in their order, the larger never narrower', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(weights, (each) => {
        const spans = shareSpans(each);
        expect(end(spans)).toBeLessThan(100.001);
        for (const [a, one] of each.entries()) {
          for (const [b, other] of each.entries()) {
            if (one > other) expect(spans[a]!.width).toBeGreaterThanOrEqual(spans[b]!.width - 1e-9);
          }
        }
      }),
    );
  });

  test('are filled by what they bring', () => {
    expect(
      [
        { weight: 0.4, points: 0.3 },
        { weight: 0, points: 0 },
        { weight: 0.1, points: 0.2 },
      ].map(shareFill),
    ).toEqual([0.7499999999999999, 0, 1]);
  });

  test('have letters', () => {
    expect([0, 11, 25, 26].map(shareLetter)).toEqual(['A', 'L', 'Z', '27']);
  });
});

describe('the letters under them', () => {
  test('stand in the middle where there is room', () => {
    expect(letterPlaces([20, 50, 80])).toEqual([20, 50, 80]);
  });

  test('give way to each other evenly', () => {
    expect(letterPlaces([49, 51], 10)).toEqual([45, 55]);
  });

  test('never touch, change places or leave the bar', () => {
    const middles = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(middles, (each) => {
        const places = letterPlaces(each.toSorted((a, b) => a - b));
        expect(places).toHaveLength(each.length);
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(1.7 - 1e-6);
          expect(place).toBeLessThanOrEqual(98.3 + 1e-6);
          if (index > 0) expect(place - places[index - 1]!).toBeGreaterThanOrEqual(3.4 - 1e-6);
        }
      }),
    );
  });
});
