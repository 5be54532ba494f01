export { pairBeta, performerMean } from './baselines.ts';
export { changesOf, type Change } from './change.ts';
export { confidence, type Confidence, prospect, type Question, type Share, type Source } from './confidence.ts';
export { constants } from './constants.ts';
export { Experience, type Options } from './experience.ts';
export { type Interval, intervalAround, ofTen, shareInterval } from './interval.ts';
export { type Party, type Settlement, TrustError, type TrustProblem } from './settlement.ts';
export {
  type Commitment,
  commitmentOf,
  commitmentProblem,
  delivered,
  type Result,
  results,
  settlementOf,
} from './commitment.ts';
export { history, replay, settlementsOf } from './replay.ts';
export { type ReliabilityBin, type Scores, scoresOf } from './scores.ts';
export { type Model, ourModel, validate, type Validation } from './validation.ts';
export * from './ratings.ts';
