import type { Rating } from '@entente/trust';

/** Ratings by number instead of by name, and who has how many. */
interface Network {
  sources: Int32Array;
  targets: Int32Array;
  ratings: Float64Array;
  given: Int32Array;
  received: Int32Array;
}

/** By number of the one they belong to: fairness 0 to 1, goodness -1 to 1. */
interface Scores {
  fairness: Float64Array;
  goodness: Float64Array;
}

/** No score moves by more than this in the last round. */
const tolerance = 1e-6;
const roundsAtMost = 100;

/**
 * Fairness and Goodness (Kumar, Spezzano, Subrahmanian, Faloutsos, "Edge Weight Prediction in Weighted Signed Networks", ICDM 2016):
 * the goodness of the rated is the mean of what they received, each weighed by the fairness of who said it; the fairness of a rater is
 * 1 minus half the mean distance of what it said from the goodness of whom it rated; a rating is foretold as fairness times goodness.
 *
 * Leave one out the honest way: for each of the n ratings both scores are computed anew without it, until they stand still. They have
 * one fixed point, so each of these computations may start at the scores of the whole network; that takes about 5 rounds of n steps.
 * Without ratings left, fairness is 1 and goodness 0, as in the authors' code.
 */
export function fairnessTimesGoodness(ratings: Rating[]): number[] {
  const network = networkOf(ratings);
  const people = network.given.length;
  const whole = { fairness: new Float64Array(people).fill(1), goodness: new Float64Array(people) };
  settle(network, whole);
  const scores = { fairness: new Float64Array(people), goodness: new Float64Array(people) };
  return ratings.map((_rating, index) => {
    scores.fairness.set(whole.fairness);
    scores.goodness.set(whole.goodness);
    settle(network, scores, index);
    return scores.fairness[network.sources[index]!]! * scores.goodness[network.targets[index]!]!;
  });
}

function networkOf(ratings: Rating[]): Network {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const sources = Int32Array.from(ratings, ({ source }) => numberOf(source));
  const targets = Int32Array.from(ratings, ({ target }) => numberOf(target));
  const given = new Int32Array(numbers.size);
  const received = new Int32Array(numbers.size);
  for (const source of sources) given[source]! += 1;
  for (const target of targets) received[target]! += 1;
  return { sources, targets, ratings: Float64Array.from(ratings, ({ rating }) => rating), given, received };
}

/** Rounds until the scores stand still, as if the rating with the number `without` had never been given. */
function settle(network: Network, scores: Scores, without = -1): void {
  for (let round = 0; round < roundsAtMost; round += 1) if (takeRound(network, scores, without) <= tolerance) return;
}

/** One round over goodness, then fairness, in place; how far the score moved that moved most. */
function takeRound({ sources, targets, ratings, given, received }: Network, scores: Scores, without: number): number {
  const { fairness, goodness } = scores;
  const sums = new Float64Array(fairness.length);
  for (let n = 0; n < ratings.length; n += 1) {
    if (n !== without) sums[targets[n]!]! += fairness[sources[n]!]! * ratings[n]!;
  }
  const movedGoodness = replaceByMeans(goodness, sums, received, targets[without] ?? -1, 0);
  sums.fill(0);
  for (let n = 0; n < ratings.length; n += 1) {
    if (n !== without) sums[sources[n]!]! += 1 - Math.abs(ratings[n]! - goodness[targets[n]!]!) / 2;
  }
  return Math.max(movedGoodness, replaceByMeans(fairness, sums, given, sources[without] ?? -1, 1));
}

/** `fewer` is who has one rating less than counted, `empty` the mean of none. */
function replaceByMeans(
  scores: Float64Array,
  sums: Float64Array,
  counts: Int32Array,
  fewer: number,
  empty: number,
): number {
  let moved = 0;
  for (let n = 0; n < scores.length; n += 1) {
    const count = counts[n]! - (n === fewer ? 1 : 0);
    const mean = count === 0 ? empty : sums[n]! / count;
    moved = Math.max(moved, Math.abs(mean - scores[n]!));
    scores[n] = mean;
  }
  return moved;
}
