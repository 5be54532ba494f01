import type { PartnershipItem } from '../../../server/features/partnerships/schema.ts';
import type { Messages } from '../../../messages/catalogue.ts';

export interface MovesSaid {
  ours?: string;
  theirs?: string;
  /** What is said where nobody of the two is us, or nothing is open. */
  plain?: string;
}

/** Whose moves are open with a partner: what waits for us, then what waits for them; between two others only how much is open. */
export function movesSaid(
  item: Pick<PartnershipItem, 'open' | 'mine' | 'mySide'> & { rings: { ring: { mark: string } }[] },
  words: Pick<Messages, 'partners' | 'ring'>,
): MovesSaid {
  const { moves } = words.partners;
  if (item.mySide === null) {
    const open = item.rings.filter(({ ring }) => ring.mark === 'open').length;
    return { plain: open > 0 ? words.ring.clusterPart.open({ n: open }) : moves.none };
  }
  const theirs = Math.max(0, item.open - item.mine);
  if (item.mine === 0 && theirs === 0) return { plain: moves.none };
  return {
    ...(item.mine > 0 ? { ours: moves.mine({ n: item.mine }) } : {}),
    ...(theirs > 0 ? { theirs: moves.theirs({ n: theirs }) } : {}),
  };
}
