import type { PartnershipItem } from '../../../server/features/partnerships/schema.ts';
import type { Messages } from '../../../messages/catalogue.ts';

/** Whose moves are open with a partner: what waits for us, then what waits for them. */
export function movesSaid(
  item: Pick<PartnershipItem, 'open' | 'mine'>,
  words: Messages['partners']['moves'],
): { ours?: string; theirs?: string; none?: string } {
  const theirs = Math.max(0, item.open - item.mine);
  if (item.mine === 0 && theirs === 0) return { none: words.none };
  return {
    ...(item.mine > 0 ? { ours: words.mine({ n: item.mine }) } : {}),
    ...(theirs > 0 ? { theirs: words.theirs({ n: theirs }) } : {}),
  };
}
