import type { Deadline, Instant, Side } from './act.ts';
import type { Conversation, Outcome, StateName } from './conversation.ts';
import { limits } from './limits.ts';
import { addDays, addMilliseconds, isPast, milliseconds } from './time.ts';

/** State at a moment: what the log says, unless the clock has closed it. */
export interface Standing {
  state: StateName;
  outcome?: Outcome;
  /** Set when only the clock says so: the moment it happened. */
  since?: Instant;
}

export const other = (side: Side): Side => (side === 'customer' ? 'performer' : 'customer');

/** How long an open question has stopped the reply clock by `at`: never longer than an answer may take. */
export function stoppedFor(conversation: Conversation, at: Instant): number {
  const question = conversation.negotiation?.question;
  if (!question) return 0;
  const longest = milliseconds(question.at, addDays(question.at, limits.questionDays));
  return Math.min(Math.max(0, milliseconds(question.at, at)), longest);
}

/** When an answer to the open terms is due, the time an open question took added. */
export function answerBy(conversation: Conversation, at: Instant): Deadline {
  const negotiation = conversation.negotiation!;
  const stopped = stoppedFor(conversation, at);
  return stopped === 0 ? negotiation.replyBy : { ends: addMilliseconds(negotiation.replyBy.ends, stopped) };
}

/** The side whose move it is while negotiating: who was asked, else who did not write the terms. */
export function negotiator(conversation: Conversation): Side {
  const { author, question } = conversation.negotiation!;
  return question ? author : other(author);
}

/** The moment at which open terms lapse, if nobody speaks. */
export function lapsesAt(conversation: Conversation): Instant {
  const question = conversation.negotiation!.question;
  const until = question ? addDays(question.at, limits.questionDays) : conversation.lastAt;
  return addDays(answerBy(conversation, until).ends, limits.graceDays);
}

/** True while the customer still has to do something first. */
export const antecedentOpen = (conversation: Conversation): boolean =>
  conversation.terms.terms.antecedent !== undefined && conversation.antecedentMetAt === undefined;

/** The moment at which an agreed commitment expires because its antecedent never came; absent when none is open or it is paused. */
export function expiresAt(conversation: Conversation): Instant | undefined {
  const by = conversation.agreement?.antecedentBy;
  if (conversation.state !== 'performing' || conversation.pausedUntil || !by || !antecedentOpen(conversation))
    return undefined;
  return addDays(by.ends, limits.antecedentGraceDays);
}

/** What state the conversation is in at a moment. */
export function standing(conversation: Conversation, at: Instant): Standing {
  if (conversation.state === 'negotiating') {
    const since = lapsesAt(conversation);
    if (at >= since) return { state: 'closed', outcome: 'lapsed', since };
  }
  const since = expiresAt(conversation);
  if (since !== undefined && at >= since) return { state: 'closed', outcome: 'expired', since };
  return conversation.closing
    ? { state: conversation.state, outcome: conversation.closing.outcome }
    : { state: conversation.state };
}

/** The due date has passed while the performer could have moved. */
export const isOverdue = (conversation: Conversation, at: Instant): boolean =>
  conversation.state === 'performing' &&
  conversation.pausedUntil === undefined &&
  !antecedentOpen(conversation) &&
  isPast(conversation.agreement!.due, at);
