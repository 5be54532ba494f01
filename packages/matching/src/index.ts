export { type Between, type Exchange, fitBetween, geometricMean, type Served, type Side } from './between.ts';
export { type Fit, fit, type Match, rank, type Reason } from './fit.ts';
export { folded, keyOf } from './fold.ts';
export {
  conceptsLookedFor,
  type FirstInitiative,
  firstInitiatives,
  type InitiativeKey,
  initiativeKeys,
  type Suggestion,
} from './initiatives.ts';
export { type Item, type Kind, kinds, related } from './item.ts';
export { limits } from './limits.ts';
export { nameOf, starterConcepts, starterVocabulary } from './starter.ts';
export { byCode, disclosed, termKind, termsOf } from './terms.ts';
export { type Concept, namesOf, Vocabulary } from './vocabulary.ts';
export { evenWeights, type Weights, weightsFrom, weightsOf } from './weights.ts';
