import type { Messages } from '../../../messages/catalogue.ts';
import { daySaid, deadlineSaid, momentSaid, type ReaderNow } from '../../../messages/format.ts';
import type { FollowUpItem } from '../../../server/features/follow-ups/schema.ts';

type Rule = keyof Messages['followUps']['what'];
const days = [
  'by',
  'lastAt',
  'contactAt',
  'heardAt',
  'sentAt',
  'heldOn',
  'endsAt',
  'failedAt',
  'heldAt',
  'since',
] as const;

/** The day that the reason of a follow-up counts from or to, as it is said in the middle of a sentence. */
export function daySaidOf({ reason, dueAt }: FollowUpItem, reader: ReaderNow): string {
  const found = days.map((key) => reason[key]).find((one) => typeof one === 'string');
  const at = typeof found === 'string' ? found : dueAt;
  if (at === reason.by && at.length > 10) return deadlineSaid({ ends: at }, reader, 'noun');
  return at.length === 10 ? daySaid(at, reader, 'noun') : momentSaid(at, reader, 'noun');
}

/** What to do and why, in words. */
export function followUpSaid(item: FollowUpItem, { followUps, mailIn }: Messages, reader: ReaderNow) {
  const rule = item.rule as Rule;
  const date = daySaidOf(item, reader);
  const never = rule.startsWith('cadence-') && item.reason.contactAt === undefined;
  const held = rule === 'held-mail' ? mailIn.reasons[item.reason.held as keyof typeof mailIn.reasons] : undefined;
  return {
    what: (item.reason.thanked ? followUps.readBackOnly : followUps.what[rule])({
      partner: item.partner ?? '',
      title: item.title ?? '',
    }),
    why: never ? followUps.never({ date }) : followUps.why[rule]({ date }),
    /** Why a mail is held, in a sentence of its own. */
    held,
  };
}
