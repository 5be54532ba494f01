import { describe, expect, test } from 'vitest';
import { reliabilityDots } from './reliability-shape.ts';

describe('a dot of what was foretold against what came', () => {
  test('lies on the diagonal when both are the same', () => {
    const [dot] = reliabilityDots([{ foretold: 0.8, kept: 0.8, n: 5 }]);
    expect(dot).toMatchObject({ x: 80, y: 20 });
  });

  test('lies above it when more was kept than foretold', () => {
    const [dot] = reliabilityDots([{ foretold: 0.5, kept: 0.75, n: 5 }]);
    expect(dot).toMatchObject({ x: 50, y: 25 });
  });

  test('has four times the area for four times as many, and is never too small to see', () => {
    const radii = [400, 100, 1].map((n) => ({ foretold: 0.5, kept: 0.5, n }));
    expect(reliabilityDots(radii).map((dot) => dot.radius)).toEqual([6.5, 3.25, 1.4]);
  });

  test('is there only where anything was foretold, the small above the large', () => {
    const bins = [
      { foretold: 0.1, kept: 0.1, n: 1 },
      { foretold: 0.5, kept: Number.NaN, n: 0 },
      { foretold: 0.9, kept: 0.9, n: 9 },
    ];
    expect(reliabilityDots(bins).map((dot) => dot.x)).toEqual([90, 10]);
    expect(reliabilityDots([])).toEqual([]);
  });
});
