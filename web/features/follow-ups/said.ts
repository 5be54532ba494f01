import type { Messages } from '../../../messages/catalogue.ts';
import { daySaid, momentSaid, type ReaderNow } from '../../../messages/format.ts';
import type { FollowUpItem } from '../../../server/features/follow-ups/schema.ts';

type Rule = keyof Messages['followUps']['what'];
const days = ['by', 'lastAt', 'contactAt', 'heardAt', 'sentAt', 'heldOn', 'endsAt', 'failedAt'] as const;

/** The day that the reason of a follow-up counts from or to, as it is said in the middle of a sentence. */
export function daySaidOf({ reason, dueAt }: FollowUpItem, reader: ReaderNow): string {
  const found = days.map((key) => reason[key]).find((one) => typeof one === 'string');
  const at = typeof found === 'string' ? found : dueAt;
  return at.length === 10 ? daySaid(at, reader, 'noun') : momentSaid(at, reader, 'noun');
}

/** What to do and why, in words. */
export function followUpSaid(item: FollowUpItem, { followUps }: Messages, reader: ReaderNow) {
  const rule = item.rule as Rule;
  return {
    what: followUps.what[rule]({ partner: item.partner, title: item.title ?? '' }),
    why: followUps.why[rule]({ date: daySaidOf(item, reader) }),
  };
}
