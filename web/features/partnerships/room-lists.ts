import type { ConversationSummary } from '../../../server/features/conversations/schema.ts';
import type { TodayPage } from '../../../server/features/today/schema.ts';

/**
 * Open and closed conversations of a room. Today knows everything open that our organization takes part in, our moves first; the
 * pages of the list bring the rest: closed ones, and open ones of a room between two others.
 */
export function roomLists(
  moves: Pick<TodayPage, 'mine' | 'theirs'>,
  listed: ConversationSummary[],
): { open: ConversationSummary[]; closed: ConversationSummary[] } {
  const waiting = [...moves.mine.items, ...moves.theirs.items];
  const known = new Set(waiting.map((each) => each.id));
  const rest = listed.filter((each) => !known.has(each.id));
  return {
    open: [...waiting, ...rest.filter((each) => each.state !== 'closed')],
    closed: rest.filter((each) => each.state === 'closed'),
  };
}
