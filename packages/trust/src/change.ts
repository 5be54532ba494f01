import type { Confidence, Share, Source } from './confidence.ts';

/** How one part of a number moved between two moments. */
export interface Change {
  source: Source;
  party?: string;
  before: number;
  after: number;
}

const keyOf = ({ source, party }: Share): string => `${source}:${party ?? ''}`;

/** What changed: the difference of the shares, largest first. The differences add up to that of the numbers. */
export function changesOf(before: Confidence, after: Confidence): Change[] {
  const changes = new Map<string, Change>();
  for (const share of before.shares) {
    const { source, party, points } = share;
    changes.set(keyOf(share), { source, ...(party !== undefined && { party }), before: points, after: 0 });
  }
  for (const share of after.shares) {
    const { source, party, points } = share;
    const known = changes.get(keyOf(share));
    if (known) known.after = points;
    else changes.set(keyOf(share), { source, ...(party !== undefined && { party }), before: 0, after: points });
  }
  return [...changes.values()]
    .filter((change) => change.before !== change.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
