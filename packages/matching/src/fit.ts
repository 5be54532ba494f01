import { type Item, type Kind, related } from './item.ts';
import { limits } from './limits.ts';
import { starterVocabulary } from './starter.ts';
import { byCode, conceptMark, skillMark, termKind, writtenAs } from './terms.ts';
import { keyOf } from './fold.ts';
import { evenWeights, type Weights } from './weights.ts';

/**
 * Why an offer fits a need, as data. Skills are `~id` for a concept of the vocabulary (`nameOf` has its names), else as the need
 * words them; words are as the need writes them. Days may be open on one side.
 */
export type Reason =
  | { kind: 'skills'; skills: string[] }
  | { kind: 'words'; words: string[] }
  | { kind: 'kind'; of: Kind }
  | { kind: 'related-kind'; need: Kind; offer: Kind }
  | { kind: 'time'; from: string | null; to: string | null }
  | { kind: 'time-missed' }
  | { kind: 'titled-only' };

/** How well an offer serves a need. */
export interface Fit {
  /** 0 to 1. */
  score: number;
  reasons: Reason[];
}

/** An offer found for a need. */
export interface Match extends Fit {
  need: Item;
  offer: Item;
}

/** What the kind alone says, and how far shared words count across kinds. */
const KIND = {
  same: { alone: 0.2, words: 1 },
  related: { alone: 0.1, words: 0.9 },
  unrelated: { alone: 0, words: 0.6 },
} as const;
/** What is kept of the score where the times do not meet. */
const MISSED = 0.5;
/** What is kept where one of the two says no more than its title. */
const TITLED = 0.85;
/** How far it counts that the need is covered, against that the offer is about nothing else. */
const COVERED = 0.7;

/** How well `offer` serves `need`, with its reasons. The same arguments give the same fit. */
export function fit(need: Item, offer: Item, weights: Weights = evenWeights): Fit {
  const asked = prepared(need, weights);
  const shared = sharedTerms(asked, offer);
  return { score: scoreOf(asked, offer, weights, shared), reasons: reasonsOf(asked, offer, weights, shared) };
}

/** The best of `offers` for a need, best first; equal ones in the order of their ids. Reasons only for those that are listed. */
export function rank(
  need: Item,
  offers: Iterable<Item>,
  {
    weights = evenWeights,
    limit = limits.perNeed,
    least = 0,
  }: { weights?: Weights; limit?: number; least?: number } = {},
): Match[] {
  const asked = prepared(need, weights);
  const scored: { offer: Item; shared: string[]; score: number }[] = [];
  for (const offer of offers) {
    const shared = sharedTerms(asked, offer);
    const score = scoreOf(asked, offer, weights, shared);
    if (score > 0 && score >= least) scored.push({ offer, shared, score });
  }
  return scored
    .sort((one, two) => two.score - one.score || byCode(one.offer.id, two.offer.id))
    .slice(0, limit)
    .map(({ offer, shared, score }) => ({ need, offer, score, reasons: reasonsOf(asked, offer, weights, shared) }));
}

interface Prepared {
  need: Item;
  terms: ReadonlySet<string>;
  weight: number;
}

/** Whole numbers add up to the same in any order. */
const PARTS = 1 << 20;

function sum(terms: Iterable<string>, weights: Weights): number {
  let total = 0;
  for (const term of terms) total += Math.round(weights.of(term) * PARTS);
  return total;
}

function prepared(need: Item, weights: Weights): Prepared {
  const terms = new Set(need.terms);
  return { need, terms, weight: sum(terms, weights) };
}

const sharedTerms = ({ terms }: Prepared, offer: Item): string[] =>
  [...new Set(offer.terms.filter((term) => terms.has(term)))].toSorted(byCode);

const kindRelation = (need: Kind, offer: Kind): keyof typeof KIND => {
  if (need === offer) return need === 'other' ? 'unrelated' : 'same';
  return related(need, offer) ? 'related' : 'unrelated';
};

function scoreOf({ need, weight }: Prepared, offer: Item, weights: Weights, shared: readonly string[]): number {
  const { alone, words } = KIND[kindRelation(need.kind, offer.kind)];
  const both = sum(shared, weights);
  const all = both === 0 ? 0 : sum(new Set(offer.terms), weights);
  const covered = both === 0 ? 0 : (both / weight) ** COVERED * (both / all) ** (1 - COVERED);
  const told = Math.min(1, covered) * words;
  const score = told + (1 - told) * alone;
  const times = timesOf(need, offer);
  return score * (times === 'missed' ? MISSED : 1) * (titled(need) || titled(offer) ? TITLED : 1);
}

const titled = (item: Item): boolean => item.detail === undefined;

function reasonsOf({ need }: Prepared, offer: Item, weights: Weights, shared: readonly string[]): Reason[] {
  const heaviest = shared.toSorted((one, two) => weights.of(two) - weights.of(one) || byCode(one, two));
  const reasons: Reason[] = [];
  const skills = narrowest(heaviest.filter((term) => termKind(term) !== 'word')).slice(0, limits.named);
  if (skills.length > 0) reasons.push({ kind: 'skills', skills: skills.map((term) => skillWords(need, term)) });
  const words = heaviest.filter((term) => termKind(term) === 'word' && !within(term, skills)).slice(0, limits.named);
  if (words.length > 0) reasons.push({ kind: 'words', words: writtenAs(need, words) });
  const relation = kindRelation(need.kind, offer.kind);
  if (relation === 'same') reasons.push({ kind: 'kind', of: need.kind });
  if (relation === 'related') reasons.push({ kind: 'related-kind', need: need.kind, offer: offer.kind });
  const times = timesOf(need, offer);
  if (times === 'missed') reasons.push({ kind: 'time-missed' });
  else if (times) reasons.push({ kind: 'time', ...times });
  if (titled(need) || titled(offer)) reasons.push({ kind: 'titled-only' });
  return reasons;
}

/** A wider concept is no reason of its own beside a narrower one. */
function narrowest(terms: readonly string[]): string[] {
  const vocabulary = starterVocabulary();
  const wider = new Set(
    terms.filter((term) => termKind(term) === 'concept').flatMap((term) => vocabulary.upwards(term.slice(1)).slice(1)),
  );
  return terms.filter((term) => !(termKind(term) === 'concept' && wider.has(term.slice(1))));
}

const within = (word: string, skills: readonly string[]): boolean =>
  skills.some((skill) => skill.startsWith(skillMark) && skill.slice(1).split(' ').includes(word));

const skillWords = (need: Item, term: string): string =>
  term.startsWith(conceptMark)
    ? term
    : (need.skills.find((skill) => `${skillMark}${keyOf(skill)}` === term) ?? term.slice(1));

/** When both could: the days they share, `missed` where there are none, undefined where one of them says nothing of time. */
function timesOf(need: Item, offer: Item): { from: string | null; to: string | null } | 'missed' | undefined {
  const dated = (item: Item) => item.startsOn !== undefined || item.endsOn !== undefined;
  if (!dated(need) || !dated(offer)) return undefined;
  const starts = [need.startsOn, offer.startsOn].filter((day) => day !== undefined);
  const ends = [need.endsOn, offer.endsOn].filter((day) => day !== undefined);
  const from = starts.toSorted(byCode).at(-1) ?? null;
  const to = ends.toSorted(byCode).at(0) ?? null;
  return from !== null && to !== null && from > to ? 'missed' : { from, to };
}
