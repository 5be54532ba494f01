import type { PutPoint } from './schema.ts';

/** What is known of a point that is there already. */
export interface Stored {
  revision: number;
  writer: string | null;
  /** For each device the newest version that came from it. */
  heard: Record<string, number>;
  text: string;
  settledWords: string | null;
  dropped: boolean;
}

/**
 * `insert`: it is new. `old`: this delivery, or a newer one of the same device, was taken already. `update`: it takes the place of what is
 * there. `mend`: another device changed other things; these words are the same, so both changes are kept in one point. `beside`: another
 * device changed the words; these become a point of their own.
 */
export type Merge = 'insert' | 'old' | 'update' | 'mend' | 'beside';

/** What to do with a delivery, so that no words that somebody typed are ever lost, whatever comes late, twice or out of order. */
export function mergeOf(stored: Stored | undefined, incoming: PutPoint): Merge {
  if (!stored) return 'insert';
  if ((stored.heard[incoming.writer] ?? 0) >= incoming.version) return 'old';
  if (stored.writer === incoming.writer || stored.revision === incoming.base) return 'update';
  // Written on an older revision, and another device wrote since.
  if (incoming.dropped) return stored.text === incoming.text ? 'mend' : 'old';
  if (stored.dropped) return 'update';
  const otherPlan =
    incoming.settledWords !== null && stored.settledWords !== null && incoming.settledWords !== stored.settledWords;
  return stored.text === incoming.text && !otherPlan ? 'mend' : 'beside';
}

/** Devices remembered for one point. More than this many never write on one point at once. */
const MOST_HEARD = 40;

/** `heard` with one more delivery; beyond the most, some of the others are forgotten. */
export function heardNow(heard: Record<string, number>, writer: string, version: number): Record<string, number> {
  const others = Object.entries(heard).filter(([each]) => each !== writer);
  return Object.fromEntries([...others.slice(-(MOST_HEARD - 1)), [writer, version]]);
}

/** A place just behind a point, before the next one. */
export function placeBehind(position: number, next: number | null): number {
  return next === null ? position + 1 : position + (next - position) / 2;
}
