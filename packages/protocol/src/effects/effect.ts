import type { ActKind, Deadline, Instant, StoredAct } from '../act.ts';
import type { Agreement, Closing, Conversation, Outcome, Pending, Report } from '../conversation.ts';
import { other } from '../clock.ts';
import { limits } from '../limits.ts';
import { addDays, isPast } from '../time.ts';

export type ActOf<K extends ActKind> = Extract<StoredAct, { kind: K }>;
/** What an admitted act changes, spoken at `at`. Chain heads, counters and persons are kept by `apply`. */
export type Effect<K extends ActKind> = (conversation: Conversation, act: ActOf<K>, at: Instant) => Conversation;

type Optional = {
  [K in keyof Conversation]-?: undefined extends Conversation[K] ? K : never;
}[keyof Conversation];

/** A copy without the named optional properties. */
export function without(conversation: Conversation, ...names: Optional[]): Conversation {
  const copy = { ...conversation };
  for (const name of names) delete copy[name];
  return copy;
}

/** The report against the due date in force: late with notice if the performer had warned before the date, and the warning stood. */
export function timingOf(conversation: Conversation, report: Report): NonNullable<Closing['timing']> {
  if (!isPast(conversation.agreement!.due, report.at)) return 'on-time';
  return conversation.atRisk ? 'late-with-notice' : 'late';
}

/** Ends a conversation. What was pending falls away; what was reported, returned and disputed stays to be read. */
export function close(conversation: Conversation, closing: Closing): Conversation {
  return {
    ...without(conversation, 'negotiation', 'pausedUntil', 'rework', 'pending', 'next'),
    state: 'closed',
    closing,
  };
}

/** Plain end by one act. */
export const closeBy = (outcome: Outcome) => (conversation: Conversation, act: StoredAct, at: Instant) =>
  close(conversation, { act: act.id, at, outcome, by: act.side === 'customer' ? 'customer' : 'performer', waived: [] });

/** A new date in force. The dates before it stay in the list; a warning about the old one is settled. */
export function moveDue(agreement: Agreement, due: Deadline, at: Instant, late = isPast(agreement.due, at)): Agreement {
  if (due.ends === agreement.due.ends) return agreement;
  return { ...agreement, due, amended: [...agreement.amended, { at, from: agreement.due, to: due, late }] };
}

/** A proposal waits a week for its answer, but not past the due date it may be about. */
export function proposalReplyBy(conversation: Conversation, at: Instant): Deadline {
  const week = addDays(at, limits.proposalDays);
  const due = conversation.agreement?.due;
  return due && !isPast(due, at) && due.ends < week ? due : { ends: week };
}

/** The pending proposal is answered; one that crossed it comes up now. */
export function clearPending(conversation: Conversation, at: Instant): Conversation {
  const cleared = without(conversation, 'pending', 'next');
  if (!conversation.next || cleared.state === 'closed') return cleared;
  const pending: Pending = { ...conversation.next, at, replyBy: proposalReplyBy(cleared, at) };
  return { ...cleared, pending };
}

export const answeringSide = (pending: Pending) => other(pending.by);
