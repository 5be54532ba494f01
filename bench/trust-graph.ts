import { parseArgs } from 'node:util';
import { InvalidRating, predict, type Rating, ratingGraph } from '@entente/trust';
import { print } from './house.ts';
import { fairnessTimesGoodness } from './trust-graph-fairness.ts';
import { readRatings, UnusableInput } from './trust-graph-file.ts';

/** Every rating foretold from all the others, in the order of the list. One rating for each source and target. */
type Model = (ratings: Rating[]) => number[];

const models: Record<string, Model> = {
  mean: meanOfTheRest,
  'target-mean': meanOfTarget,
  entente,
  'fairness-goodness': fairnessTimesGoodness,
};

const usage = `npm run --silent bench -- trust-graph FILE [--model all|${Object.keys(models).join('|')}]`;

/**
 * Leave one out on a graph of ratings: each is foretold from all others, those given later included, as in the published tests. Prints
 * one line for each model: root of the mean squared error on the scale -1..1, and Pearson's correlation (null where all are equal).
 * `fairness-goodness` computes its scores anew for every rating and takes about a minute for Bitcoin OTC; published for it: .31 and .49
 * (OTC), .27 and .41 (Alpha).
 */
export async function run(args: string[]): Promise<void> {
  try {
    measure(args);
  } catch (error) {
    if (!(error instanceof UnusableInput || error instanceof InvalidRating)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function measure(args: string[]): void {
  const { path, chosen } = choiceOf(args);
  const { data, ratings } = readRatings(path);
  const graph = ratingGraph(ratings);
  if (graph.replaced > 0) console.error(`${graph.replaced} ratings were given anew: the latest of each pair counts.`);
  const latest = [...graph.given.values()].flatMap((own) => [...own.values()]);
  for (const name of chosen) {
    print({ bench: 'trust-graph', data, model: name, n: latest.length, ...fitOf(latest, models[name]!(latest)) });
  }
}

function choiceOf(args: string[]): { path: string; chosen: string[] } {
  try {
    const options = { model: { type: 'string', default: 'all' } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const chosen = values.model === 'all' ? Object.keys(models) : [values.model];
    const [path, ...more] = positionals;
    if (path !== undefined && more.length === 0 && chosen.every((name) => Object.hasOwn(models, name)))
      return { path, chosen };
  } catch (cause) {
    throw new UnusableInput(`${(cause as Error).message}\n${usage}`, { cause });
  }
  throw new UnusableInput(`Say which file, and which model if not all: ${usage}`);
}

/** How close the foretold come to the ratings. The correlation is null where one of the two does not vary. */
export function fitOf(ratings: Rating[], foretold: number[]): { rmse: number; pcc: number | null } {
  const actual = ratings.map(({ rating }) => rating);
  const products = (a: number[], b: number[]) => {
    const [meanA, meanB] = [mean(a), mean(b)];
    return a.reduce((sum, value, index) => sum + (value - meanA) * (b[index]! - meanB), 0);
  };
  const spread = Math.sqrt(products(actual, actual) * products(foretold, foretold));
  return {
    rmse: Math.sqrt(mean(actual.map((value, index) => (value - foretold[index]!) ** 2))),
    pcc: spread > 1e-12 * actual.length ? products(actual, foretold) / spread : null,
  };
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of all others; 0 if there are none. It falls as the rating left out rises, so its correlation is always -1. */
function meanOfTheRest(ratings: Rating[]): number[] {
  const sum = ratings.reduce((total, { rating }) => total + rating, 0);
  return ratings.map(({ rating }) => (ratings.length === 1 ? 0 : (sum - rating) / (ratings.length - 1)));
}

/** The mean of what others say of the target, as it is; where nobody else does, the mean of all others. */
function meanOfTarget(ratings: Rating[]): number[] {
  const received = Map.groupBy(ratings, ({ target }) => target);
  const sums = new Map(
    [...received].map(([target, all]) => [target, all.reduce((sum, { rating }) => sum + rating, 0)]),
  );
  const fallback = meanOfTheRest(ratings);
  return ratings.map(({ target, rating }, index) => {
    const others = received.get(target)!.length - 1;
    return others === 0 ? fallback[index]! : (sums.get(target)! - rating) / others;
  });
}

export function entente(ratings: Rating[]): number[] {
  const graph = ratingGraph(ratings);
  return ratings.map((without) => predict(graph, without.source, without.target, { without }).value);
}
