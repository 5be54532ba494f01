import type { RingView } from '@entente/protocol';
import type { Messages } from '../../messages/catalogue.ts';

const ORDER = ['open', 'closed', 'repaired', 'broken', 'faded'] as const;

/** A cluster in words: how many, and how many of each kind that occurs. `total` counts the rings not drawn as well. */
export function clusterSaid(rings: readonly RingView[], words: Messages['ring'], total = rings.length): string {
  if (rings.length === 0) return words.clusterEmpty;
  const parts = ORDER.flatMap((mark) => {
    const n = rings.filter((ring) => ring.mark === mark).length;
    return n === 0 ? [] : [words.clusterPart[mark]({ n })];
  });
  return words.cluster({ n: String(total), parts: parts.join(', ') });
}
