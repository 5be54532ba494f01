/** An organization, as whoever computes knows it. */
export type Party = string;

/**
 * One commitment that came out: what confidence is made of. Times are milliseconds since 1970. `weight` is above 0 and at most 1:
 * the stake's part (`stakes.ts`) times one half while it is only recorded.
 */
export interface Settlement {
  id: string;
  customer: Party;
  performer: Party;
  /** When it was known how it came out. */
  at: number;
  kept: boolean;
  weight: number;
  /** Kind of work, where one was said. */
  kind?: string;
  /** From when on it is lifted from views, because it was made good and forgiven. */
  liftedAt?: number;
}

/** Why evidence cannot be taken. Closed: each has a sentence that says what to do. */
export type TrustProblem =
  | 'duplicate-id'
  | 'same-party'
  | 'missing-party'
  | 'bad-time'
  | 'bad-weight'
  | 'bad-stake'
  | 'lifted-too-early'
  | 'out-of-order'
  | 'in-the-future'
  | 'done-before-promise'
  | 'due-before-promise';

const sentences: Record<TrustProblem, string> = {
  'duplicate-id': 'stands twice: give every commitment an id of its own',
  'same-party': 'has the same organization on both sides',
  'missing-party': 'does not name both organizations',
  'bad-time': 'has a time that is no moment between 1900 and 2900',
  'bad-weight': 'needs a weight above 0 and at most 1',
  'bad-stake': 'needs a stake of 0 or more, as a number',
  'lifted-too-early': 'was lifted before it was settled',
  'out-of-order': 'is older than one already folded: replay the whole record instead',
  'in-the-future': 'was settled after the moment asked about',
  'done-before-promise': 'was done before it was promised',
  'due-before-promise': 'was due before it was promised',
};

/** Evidence that cannot be taken, with the id of the commitment it is about. */
export class TrustError extends Error {
  readonly problem: TrustProblem;
  readonly id: string;

  constructor(problem: TrustProblem, id: string) {
    super(`Commitment "${id}" ${sentences[problem]}.`);
    this.problem = problem;
    this.id = id;
  }
}

const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2900, 0, 1);

/** A moment the model can reckon with. */
export const isMoment = (time: number): boolean => time >= earliest && time < latest;

/** For what a program asks, which is no evidence and has no id. @throws RangeError */
export function demandMoment(moment: number): void {
  if (Number.isNaN(moment)) throw new RangeError('Ask about a moment in milliseconds since 1970, not NaN.');
}

/** The same moment, or the nearest one the model can reckon with. */
export const nearestMoment = (time: number): number => Math.min(Math.max(time, earliest), latest - 1);

/** What is wrong with a settlement by itself, if anything. */
export function problemOf(settlement: Settlement): TrustProblem | undefined {
  const { customer, performer, at, weight, liftedAt } = settlement;
  if (!customer || !performer) return 'missing-party';
  if (customer === performer) return 'same-party';
  if (!isMoment(at) || (liftedAt !== undefined && !isMoment(liftedAt))) return 'bad-time';
  if (!(weight > 0 && weight <= 1)) return 'bad-weight';
  if (liftedAt !== undefined && liftedAt < at) return 'lifted-too-early';
  return undefined;
}
