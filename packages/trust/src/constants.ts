/**
 * Every number the model does not learn. Times are days, weights are commitments. Where they come from and what else was tried:
 * docs/decisions/0019-confidence.md.
 */
export const constants = {
  /** A settled commitment counts half after so many days. */
  halfLife: 365,
  /** What one counterparty says of somebody never weighs more than this many commitments: h(n) = C n / (n + C). */
  counterpartyLimit: 5,
  /** How many commitments' worth everybody's average weighs against a customer's own experience with other performers. */
  customerStrength: 8,
  /** Strengths of the performer's and the pair's level before the record has taught better ones. */
  firstStrength: 8,
  /** Strengths to choose from; the same for both levels. */
  strengths: [2, 4, 8, 16, 32, 64],
  /** Log loss that a strength has to save for each doubling away from the first one. */
  strengthPenalty: 1,
  /** Strengths are chosen anew after so many settlements. */
  chosenEvery: 50,
  /** How many commitments' worth the whole record of a pair weighs against one kind of work. */
  kindStrength: 16,
  /** Share of a verified counterparty's word before it is known for anything else; 0 where nobody verified who it is. */
  verifiedShare: 0.1,
  /** A counterparty is known by half once it has settled so many commitments with others. */
  knownAt: 10,
  /** The interval is never narrower than so many commitments would make it. */
  intervalCount: 14,
  /** Nor wider: so many commitments' worth is known before the first one. */
  intervalStart: 4,
  /** What a commitment weighs while a recorded act of it is not confirmed by the side it is about. */
  recordedWeight: 0.5,
  /** Below this many settled commitments nothing is stated. */
  statedFrom: 5,
  /** Nor where what is left of them after ageing is less than this. */
  statedAbove: 1,
  /** Nor where the interval is wider than this. */
  statedWidth: 0.5,
} as const;

export const day = 86_400_000;
