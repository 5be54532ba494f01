/**
 * What one organization would say of another before it has anything of its own to go by: its rating, foretold from everybody's
 * ratings and taken apart into four shares. Ratings y(r→p) are directed and lie in -1..1; N is how many there are.
 *
 *     population   m      = Σ y / (N + 2)
 *     others       t(p|r) = Σ w (y(r'→p) - m) / (Σ w + 1)              over r' ≠ r: what others say of p, against m
 *     habit        b(r|p) = Σ w (y(r→q) - m - t(q|r)) / (Σ w + 2)      over q ≠ p: how r rates, against what others say of the same
 *     foretold     m + t + b where p did not rate r, else 0.45 (m + t + b) + 0.55 y(p→r)
 *
 * w = 1/2 where the two rated each other, else 1: a rating that was exchanged says more about the two, less about the one rated.
 * r's own rating of p is in none of t, b or y(p→r). A habit reaches to the end of the scale and no further, so every figure stays
 * within -1..1. Few ratings are pulled toward nothing to say (0); nobody's silence counts against anybody.
 *
 * Shrunk mean of the rated, then shrunk habit of the rater, is the baseline of Koren, "Factor in the Neighbors" (ACM TKDD 4(1),
 * 2010); that two ratings of one pair belong together is the social relations model (Warner, Kenny, Stoto, "A New Round Robin
 * Analysis of Variance for Social Interaction Data", JPSP 37, 1979). The form was chosen with Bitcoin OTC and Alpha
 * in view; the constants are the best of a coarse grid on Alpha alone. `npm run --silent bench -- trust-graph` measures both. Times are
 * not looked at: an answer given later than the rating foretold counts as well, as in the published leave-one-out tests. Where only
 * earlier answers are known, foretelling is harder than those figures say.
 */
const shrink = { population: 2, others: 1, habit: 2 };
const exchangedWeight = 0.5;
const reciprocalWeight = 0.55;

/** Who speaks, of whom. */
export interface Pair {
  source: string;
  target: string;
}

export interface Rating extends Pair {
  /** -1 (total distrust) to 1 (total trust). */
  rating: number;
  /** When it was given, in any unit that grows; it only decides which of two ratings of one pair is the later. */
  time?: number;
}

/** What somebody received: Σ w, and Σ w y. */
interface Received {
  weight: number;
  sum: number;
}

/** Ratings with the sums that make a prediction cost no more than the source's own ratings. Made by `ratingGraph`, never changed. */
export interface RatingGraph {
  /** Source, then target. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, Rating>>;
  readonly received: ReadonlyMap<string, Readonly<Received>>;
  readonly count: number;
  readonly sum: number;
  /** Ratings left aside because a later one of the same source and target is there. */
  readonly replaced: number;
}

/** On the scale of the ratings. They add up to the value (but for the rounding of the last digit). */
export interface Shares {
  /** What everybody says of everybody. */
  population: number;
  /** What others say of the target; 0 if nobody does. */
  others: number;
  /** How the source rates others; 0 if it rated none. */
  habit: number;
  /** What the target said of the source; 0 if it said nothing. */
  reciprocal: number;
}

export interface Prediction {
  /** -1 to 1. */
  value: number;
  shares: Shares;
}

/** A rating that cannot be one, and its place in the list, counted from 0. */
export class InvalidRating extends Error {
  readonly position: number;

  constructor(position: number, { source, target }: Pair, reason: string) {
    super(`Rating ${position + 1} (${source} of ${target}): ${reason}.`);
    this.name = 'InvalidRating';
    this.position = position;
  }
}

function problemOf({ source, target, rating, time }: Rating): string | undefined {
  if (source === '' || target === '') return 'it does not say who rates whom';
  if (source === target) return 'nobody rates themselves';
  if (!(rating >= -1 && rating <= 1)) return `${rating} is not between -1 and 1`;
  return time === undefined || Number.isFinite(time) ? undefined : `${time} is not a time`;
}

/**
 * Takes ratings in any order; none at all is a graph too. Of several for one source and target the one with the latest time stays,
 * the last in the list where times are equal or missing; the others are counted in `replaced`.
 * @throws {InvalidRating} for a rating out of range or not a number, of oneself, or without a name.
 */
export function ratingGraph(ratings: Iterable<Rating>): RatingGraph {
  const given = new Map<string, Map<string, Rating>>();
  let position = 0;
  let replaced = 0;
  for (const rating of ratings) {
    const problem = problemOf(rating);
    if (problem !== undefined) throw new InvalidRating(position, rating, problem);
    position += 1;
    const own = given.get(rating.source) ?? new Map<string, Rating>();
    given.set(rating.source, own);
    const known = own.get(rating.target);
    if (known) replaced += 1;
    if (!known || (rating.time ?? -Infinity) >= (known.time ?? -Infinity)) own.set(rating.target, { ...rating });
  }
  return { given, replaced, ...sumsOf(given) };
}

function sumsOf(given: RatingGraph['given']): Pick<RatingGraph, 'received' | 'count' | 'sum'> {
  const received = new Map<string, Received>();
  let count = 0;
  let total = 0;
  for (const [source, own] of given) {
    for (const [target, { rating }] of own) {
      count += 1;
      total += rating;
      const weight = given.get(target)?.has(source) ? exchangedWeight : 1;
      const before = received.get(target) ?? { weight: 0, sum: 0 };
      received.set(target, { weight: before.weight + weight, sum: before.sum + weight * rating });
    }
  }
  return { received, count, sum: total };
}

/** The graph as if one rating had never been given. What it is asked costs the same however large the graph; the habit, what the source gave. */
class Known {
  private readonly graph: RatingGraph;
  private readonly without: Rating | undefined;
  readonly population: number;

  constructor(graph: RatingGraph, without: Rating | undefined) {
    this.graph = graph;
    this.without = without;
    const count = graph.count - (without ? 1 : 0);
    this.population = count === 0 ? 0 : (graph.sum - (without?.rating ?? 0)) / (count + shrink.population);
  }

  rating(source: string, target: string): number | undefined {
    const found = this.graph.given.get(source)?.get(target);
    return found === this.without ? undefined : found?.rating;
  }

  private weight(source: string, target: string): number {
    return this.rating(target, source) === undefined ? 1 : exchangedWeight;
  }

  private received(target: string): Received {
    const { weight, sum } = this.graph.received.get(target) ?? { weight: 0, sum: 0 };
    const left = this.without;
    if (left?.target === target) {
      const gone = this.weight(left.source, target);
      return { weight: weight - gone, sum: sum - gone * left.rating };
    }
    const answer = left?.source === target ? this.rating(left.target, target) : undefined;
    if (answer === undefined) return { weight, sum };
    // The answer to the rating left out is no longer an exchanged one.
    const more = 1 - exchangedWeight;
    return { weight: weight + more, sum: sum + more * answer };
  }

  /** t(target | source). */
  others(source: string, target: string): number {
    const said = this.rating(source, target);
    return this.othersThan(said ?? 0, said === undefined ? 0 : this.weight(source, target), target);
  }

  /** The same where it is known what the source said, and with which weight. */
  private othersThan(said: number, gone: number, target: string): number {
    const received = this.received(target);
    const weight = received.weight - gone;
    if (weight === 0) return 0;
    return (received.sum - gone * said - this.population * weight) / (weight + shrink.others);
  }

  /** b(source | target). */
  habit(source: string, target: string): number {
    let weights = 0;
    let sum = 0;
    for (const [other, one] of this.graph.given.get(source) ?? []) {
      if (other === target || one === this.without) continue;
      const weight = this.weight(source, other);
      weights += weight;
      sum += weight * (one.rating - this.population - this.othersThan(one.rating, weight, other));
    }
    return sum / (weights + shrink.habit);
  }
}

const within = (lowest: number, value: number, highest: number): number => Math.min(highest, Math.max(lowest, value));

/**
 * What `source` would say of `target`. What it did say is not evidence for itself and counts only as one of the whole population's
 * ratings; `without` leaves out a rating entirely, as if it had never been given: leaving out source's own of target is the
 * leave-one-out test. Names that never occur are allowed. Costs time in proportion to the ratings the source gave.
 * @throws {RangeError} if source and target are the same, or if the rating to leave out is not there.
 */
export function predict(
  graph: RatingGraph,
  source: string,
  target: string,
  { without }: { without?: Pair } = {},
): Prediction {
  if (source === target) throw new RangeError(`${source} does not rate itself.`);
  const left = without && graph.given.get(without.source)?.get(without.target);
  if (without && !left)
    throw new RangeError(`There is no rating by ${without.source} of ${without.target} to leave out.`);
  const known = new Known(graph, left);
  const { population } = known;
  const others = known.others(source, target);
  const said = population + others;
  const habit = within(-1 - said, known.habit(source, target), 1 - said);
  const answer = known.rating(target, source);
  const rest = answer === undefined ? 1 : 1 - reciprocalWeight;
  const shares: Shares = {
    // Never -0, which a sum does not give back.
    population: rest * population + 0,
    others: rest * others,
    habit: rest * habit,
    reciprocal: answer === undefined ? 0 : reciprocalWeight * answer,
  };
  return { value: within(-1, shares.population + shares.others + shares.habit + shares.reciprocal, 1), shares };
}
