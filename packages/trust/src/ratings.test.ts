import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidRating, type Pair, predict, type Prediction, type Rating, ratingGraph } from './index.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const name = fc.constantFrom(...names);
const score = fc.oneof(fc.constantFrom(-1, 0, 1), fc.double({ min: -1, max: 1, noNaN: true }));
const rating = fc
  .record({ source: name, target: name, rating: score })
  .filter(({ source, target }) => source !== target) satisfies fc.Arbitrary<Rating>;
const oneEach = { selector: ({ source, target }: Pair) => `${source} ${target}` };
const ratings = fc.uniqueArray(rating, { ...oneEach, maxLength: 20 });
const pair = fc.record({ source: name, target: name }).filter(({ source, target }) => source !== target);

const sum = ({ shares }: Prediction) => shares.population + shares.others + shares.habit + shares.reciprocal;

/** The formula as its doc comment writes it, from the list and nothing else. */
function written(list: Rating[], r: string, p: string): number {
  const mean = (all: { w: number; y: number }[], pull: number) =>
    all.reduce((total, { w, y }) => total + w * y, 0) / (all.reduce((total, { w }) => total + w, 0) + pull);
  const answered = ({ source, target }: Pair) => list.find((one) => one.source === target && one.target === source);
  const w = (one: Pair) => (answered(one) ? 0.5 : 1);
  const m = mean(
    list.map((one) => ({ w: 1, y: one.rating })),
    2,
  );
  const t = (q: string) =>
    mean(
      list
        .filter(({ source, target }) => target === q && source !== r)
        .map((one) => ({ w: w(one), y: one.rating - m })),
      1,
    );
  const b = mean(
    list
      .filter(({ source, target }) => source === r && target !== p)
      .map((one) => ({ w: w(one), y: one.rating - m - t(one.target) })),
    2,
  );
  const base = Math.min(1, Math.max(-1, m + t(p) + b));
  const answer = answered({ source: r, target: p });
  return answer ? 0.45 * base + 0.55 * answer.rating : base;
}

describe('a rating foretold', () => {
  it('is the sum of its shares, within the scale, and what the formula says', () => {
    fc.assert(
      fc.property(ratings, pair, (list, { source, target }) => {
        const prediction = predict(ratingGraph(list), source, target);
        expect(prediction.value).toBeCloseTo(sum(prediction), 14);
        expect(Math.abs(prediction.value)).toBeLessThanOrEqual(1);
        expect(prediction.value).toBeCloseTo(written(list, source, target), 12);
      }),
      { numRuns: 500 },
    );
  });

  it('without one rating is what the graph without that rating foretells, for every pair', () => {
    fc.assert(
      fc.property(fc.uniqueArray(rating, { ...oneEach, minLength: 1, maxLength: 20 }), fc.nat(), (list, number) => {
        const left = list[number % list.length]!;
        const graph = ratingGraph(list);
        const rebuilt = ratingGraph(list.filter((one) => one !== left));
        for (const source of names) {
          for (const target of names) {
            if (source === target) continue;
            const { value, shares } = predict(graph, source, target, { without: left });
            const expected = predict(rebuilt, source, target);
            expect(value).toBeCloseTo(expected.value, 12);
            for (const share of ['population', 'others', 'habit', 'reciprocal'] as const)
              expect(shares[share]).toBeCloseTo(expected.shares[share], 12);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is not moved by the rating left out, whatever it said', () => {
    fc.assert(
      fc.property(ratings, rating, score, (list, left, other) => {
        const rest = list.filter(({ source, target }) => source !== left.source || target !== left.target);
        const of = (said: number) =>
          predict(ratingGraph([...rest, { ...left, rating: said }]), left.source, left.target, { without: left }).value;
        expect(of(left.rating)).toBeCloseTo(of(other), 12);
      }),
    );
  });

  it('gets nothing from a rater without history, a target nobody rated, an answer nobody gave', () => {
    fc.assert(
      fc.property(ratings, (list) => {
        const graph = ratingGraph(list);
        expect(predict(graph, 'newcomer', 'a').shares).toMatchObject({ habit: 0, reciprocal: 0 });
        expect(predict(graph, 'a', 'newcomer').shares).toMatchObject({ others: 0, reciprocal: 0 });
        const { value, shares } = predict(graph, 'newcomer', 'stranger');
        expect(shares).toEqual({ population: value, others: 0, habit: 0, reciprocal: 0 });
      }),
      // A sum that is too small to divide.
      { examples: [[[{ source: 'e', target: 'a', rating: -5e-324 }]]] },
    );
  });

  it('rises with what others say of the target and with what the target said', () => {
    const of = (others: number, answer: number) =>
      predict(
        ratingGraph([
          { source: 'b', target: 'p', rating: others },
          { source: 'p', target: 'a', rating: answer },
        ]),
        'a',
        'p',
      ).value;
    expect(of(0.5, 0)).toBeGreaterThan(of(0.4, 0));
    expect(of(0, 0.5)).toBeGreaterThan(of(0, 0.4));
  });

  it('is neutral where nobody said anything, and where the only rating is left out', () => {
    expect(predict(ratingGraph([]), 'a', 'b').value).toBe(0);
    const only = { source: 'a', target: 'b', rating: -1 };
    expect(predict(ratingGraph([only]), 'a', 'b', { without: only }).value).toBe(0);
  });

  it('is refused for oneself, and without a rating that is not there', () => {
    const graph = ratingGraph([{ source: 'a', target: 'b', rating: 1 }]);
    expect(() => predict(graph, 'a', 'a')).toThrow(RangeError);
    expect(() => predict(graph, 'a', 'b', { without: { source: 'b', target: 'a' } })).toThrow(
      'There is no rating by b of a to leave out.',
    );
  });
});

describe('a graph of ratings', () => {
  it('keeps the later rating of a pair and counts the other', () => {
    const early = { source: 'a', target: 'b', rating: 1, time: 1 };
    const late = { source: 'a', target: 'b', rating: -1, time: 2 };
    for (const list of [
      [early, late],
      [late, early],
    ]) {
      const graph = ratingGraph(list);
      expect(graph).toMatchObject({ replaced: 1, count: 1, sum: -1 });
    }
    const untimed = [0.1, 0.2, 0.3].map((said) => ({ source: 'a', target: 'b', rating: said }));
    expect(ratingGraph(untimed)).toMatchObject({ replaced: 2, sum: 0.3 });
  });

  it('refuses what is no rating and says which', () => {
    const good = { source: 'a', target: 'b', rating: 0 };
    const refused: [Partial<Rating>, string][] = [
      [{ rating: NaN }, 'Rating 2 (a of b): NaN is not between -1 and 1.'],
      [{ rating: 1.01 }, 'Rating 2 (a of b): 1.01 is not between -1 and 1.'],
      [{ rating: -Infinity }, 'Rating 2 (a of b): -Infinity is not between -1 and 1.'],
      [{ target: 'a' }, 'Rating 2 (a of a): nobody rates themselves.'],
      [{ source: '' }, 'Rating 2 ( of b): it does not say who rates whom.'],
      [{ time: NaN }, 'Rating 2 (a of b): NaN is not a time.'],
    ];
    for (const [bad, message] of refused) {
      const build = () => ratingGraph([good, { ...good, ...bad }]);
      expect(build).toThrow(InvalidRating);
      expect(build).toThrow(message);
    }
  });
});
