export type * from './act.ts';
export { allowedActs } from './allowed.ts';
export { apply, isVoid, open, skip } from './apply.ts';
export { actId, canonicalBytes, canonicalText, NotCanonical } from './canonical.ts';
export { type ChainPosition, toBeSpoken } from './chain.ts';
export { type MissCause, missCauses, type WorkKind, workKinds } from './choices.ts';
export {
  type ExpectedFold,
  type ExpectedMoment,
  type Failure,
  foldResult,
  runVectors,
  type Vector,
} from './conformance.ts';
export type * from './conversation.ts';
export { clockEvidence, evidence } from './evidence.ts';
export { limits } from './limits.ts';
export { type Folded, fold, retell, type Step, type VoidAct } from './order.ts';
export { checkAct, type Parsed, parseAct } from './parse.ts';
export type { Problem } from './shape.ts';
export { actKinds, proposalKinds, proposals, table } from './table.ts';
export type {
  ActRule,
  Answered,
  By,
  Content,
  Field,
  FieldKind,
  ProposalRule,
  Situation,
} from './table/rule.ts';
export { changedTerms, commitsOf, datesOf, type TermName } from './terms.ts';
export { nextChange, view } from './view.ts';
