import { starterVocabulary } from './starter.ts';
import { termKind } from './terms.ts';

/** How much a term says: rare ones more than common ones. */
export interface Weights {
  of(term: string): number;
}

/** A concept or a named skill says more than a word that happens to be there; a wide concept says less than a narrow one. */
const NAMED = 2;

function byKind(term: string): number {
  const kind = termKind(term);
  if (kind === 'word') return 1;
  return kind === 'skill' ? NAMED : NAMED / (1 + Math.log1p(starterVocabulary().narrower(term.slice(1))));
}

/** Where no corpus is known. */
export const evenWeights: Weights = { of: byKind };

/** Weights by how many of `total` items hold each term: ln(1 + total / count), and what nobody else holds weighs most. */
export function weightsFrom(counts: { get(term: string): number | undefined }, total: number): Weights {
  const size = Math.max(1, total);
  return { of: (term) => byKind(term) * Math.log1p(size / Math.max(1, counts.get(term) ?? 1)) };
}

/** Weights from the terms of all items of a corpus. */
export function weightsOf(corpus: Iterable<readonly string[]>): Weights {
  const counts = new Map<string, number>();
  let total = 0;
  for (const terms of corpus) {
    total += 1;
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return weightsFrom(counts, total);
}
