import type { Commitment } from './commitment.ts';
import { intervalOf } from './confidence.ts';
import { Experience } from './experience.ts';
import { type Interval, ofTen } from './interval.ts';
import { settlementsOf } from './replay.ts';
import { levelsOf, valueOf } from './levels.ts';
import { type Foretold, type Scores, scoresOf } from './scores.ts';
import type { Party, Settlement } from './settlement.ts';

/** Anything that foretells commitments from settlements: ours, or what it is compared with. */
export interface Model {
  learn(settlement: Settlement): void;
  /** The interval is asked for only where it is compared with something. */
  foretell(customer: Party, performer: Party, at: number): { value: number; interval?: () => Interval };
}

export interface Validation extends Scores {
  /** Share of the pairs' next-ten averages inside the interval; null for a model without one, or where no pair had ten to come. */
  coverage: number | null;
  /** How many next-ten averages that is of. */
  covered: number;
}

/** What is foretold first teaches the model and is not scored. */
const burnIn = 0.3;
const nextTen = 10;

/** Our own model, in a world where everybody is verified and nobody is the viewer: each customer in turn looks at its performers. */
export function ourModel(): Model {
  const experience = new Experience();
  return {
    learn: (settlement) => experience.add(settlement),
    foretell: (customer, performer, at) => {
      const levels = levelsOf(experience, customer, performer, at);
      const value = valueOf(levels, experience.strengths.performer, experience.strengths.pair);
      return { value, interval: () => intervalOf(value, levels.pair.settled) };
    },
  };
}

/**
 * Foretells every commitment at the moment of its promise from what was settled before, and compares with what came (Dawid's
 * prequential protocol). Commitments that are no evidence by `asOf` are left out; null where too few are left to score one.
 */
export function validate(commitments: readonly Commitment[], asOf: number, model: Model): Validation | null {
  const settlements = new Map(settlementsOf(commitments, asOf).map((one) => [one.id, one]));
  const promises = commitments
    .filter((one) => settlements.has(one.id))
    .toSorted((a, b) => a.promisedAt - b.promisedAt || (a.id < b.id ? -1 : 1));
  const known = [...settlements.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const ahead = nextTens(promises, settlements);
  const first = Math.floor(burnIn * promises.length);
  const foretold: Foretold[] = [];
  let learnt = 0;
  let inside = 0;
  let covered = 0;
  promises.forEach(({ id, customer, performer, promisedAt }, index) => {
    for (; learnt < known.length && known[learnt]!.at < promisedAt; learnt += 1) model.learn(known[learnt]!);
    if (index < first) return;
    const { value, interval } = model.foretell(customer, performer, promisedAt);
    foretold.push({ value, kept: settlements.get(id)!.kept });
    const keptOfTen = ahead.get(id);
    if (!interval || keptOfTen === undefined) return;
    covered += 1;
    const { from, to } = ofTen(interval());
    if (keptOfTen >= from && keptOfTen <= to) inside += 1;
  });
  const scores = scoresOf(foretold);
  return scores && { ...scores, coverage: covered === 0 ? null : inside / covered, covered };
}

/** How many of each promise and the nine after it between the same two were kept, where there were so many. */
function nextTens(promises: readonly Commitment[], settlements: ReadonlyMap<string, Settlement>): Map<string, number> {
  const byPair = new Map<string, string[]>();
  for (const { id, customer, performer } of promises) {
    const key = JSON.stringify([customer, performer]);
    const list = byPair.get(key);
    if (list) list.push(id);
    else byPair.set(key, [id]);
  }
  const kept = (id: string) => Number(settlements.get(id)!.kept);
  const found = new Map<string, number>();
  for (const ids of byPair.values()) {
    for (let start = 0; start + nextTen <= ids.length; start += 1) {
      found.set(
        ids[start]!,
        ids.slice(start, start + nextTen).reduce((sum, id) => sum + kept(id), 0),
      );
    }
  }
  return found;
}
