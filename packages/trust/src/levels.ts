import { constants } from './constants.ts';
import type { Experience, Pair } from './experience.ts';
import type { Party } from './settlement.ts';
import { aged, limited, limitedKept, type Tally, unitAt } from './tally.ts';

/** What stands behind a number, level by level, all at one moment: from everybody, to the customer's own, to the pair. */
export interface Levels {
  /** Everybody's average m. */
  population: number;
  /** The customer's own experience with other performers, limited for each. */
  elsewhere: Tally;
  /** What all counterparties of the performer say, limited and weighed by credibility; the customer's own included. */
  performer: Tally;
  /** The pair's own record. */
  pair: Tally;
}

/** How much one counterparty's word about the performer counts for this customer. */
export type Credence = (pair: Pair) => number;

const none: Tally = { kept: 0, settled: 0 };

/** The customer's own word counts in full, anybody else's as far as they are known for more than this performer. */
export const ordinary =
  (experience: Experience, customer: Party, unit: number): Credence =>
  (pair) =>
    pair.customer === customer ? 1 : experience.credibility(pair, unit);

/** Sums the levels; time grows with the counterparties of the performer and of the customer, not with the record. */
export function levelsOf(
  experience: Experience,
  customer: Party,
  performer: Party,
  at: number,
  credence: Credence = ordinary(experience, customer, unitAt(at)),
): Levels {
  const unit = unitAt(at);
  const sum: Tally = { kept: 0, settled: 0 };
  for (const pair of experience.performers.get(performer)?.pairs.values() ?? []) {
    const weight = credence(pair);
    const worth = aged(pair, unit);
    sum.kept += weight * limitedKept(worth);
    sum.settled += weight * limited(worth.settled);
  }
  const elsewhere: Tally = { kept: 0, settled: 0 };
  for (const pair of experience.customers.get(customer)?.pairs ?? []) {
    if (pair.performer === performer) continue;
    const worth = aged(pair, unit);
    elsewhere.kept += limitedKept(worth);
    elsewhere.settled += limited(worth.settled);
  }
  const own = experience.pair(customer, performer);
  return { population: experience.population, elsewhere, performer: sum, pair: own ? aged(own, unit) : none };
}

/** A share kept that leans on `prior` with the weight of `strength` commitments. */
export const leaning = ({ kept, settled }: Tally, strength: number, prior: number): number =>
  (kept + strength * prior) / (settled + strength);

/** The customer's expectation of a performer nobody knows. */
export const expectation = (levels: Levels): number =>
  leaning(levels.elsewhere, constants.customerStrength, levels.population);

/** The number, for strengths of the performer's and the pair's level. */
export const valueOf = (levels: Levels, performer: number, pair: number): number =>
  leaning(levels.pair, pair, leaning(levels.performer, performer, expectation(levels)));
