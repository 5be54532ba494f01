import type { Deadline, Instant, Speaker } from './act.ts';
import { answerBy, antecedentOpen, expiresAt, isOverdue, lapsesAt, negotiator, standing } from './clock.ts';
import type { Conversation, Move, Outcome, RingView, View } from './conversation.ts';
import { consentsNeeded } from './effects/proposing.ts';
import { limits } from './limits.ts';
import { datesOf } from './terms.ts';
import { addDays } from './time.ts';

/** When a move is due, with the day as it was said. */
const until = ({ ends, date }: Deadline): Pick<Move, 'by' | 'date'> => ({ by: ends, ...(date && { date }) });

function negotiatingMove(conversation: Conversation, now: Instant): Move {
  const question = conversation.negotiation!.question;
  const side = negotiator(conversation);
  if (question) return { side, for: 'question', by: addDays(question.at, limits.questionDays), act: question.act };
  return { side, for: 'answer', ...until(answerBy(conversation, now)), act: conversation.terms.act };
}

function performingMove(conversation: Conversation): Move {
  const { act, due, antecedentBy } = conversation.agreement!;
  if (conversation.pausedUntil) return { side: 'both', for: 'resume', ...until(conversation.pausedUntil), act };
  if (antecedentOpen(conversation)) return { side: 'customer', for: 'antecedent', ...until(antecedentBy ?? due), act };
  if (conversation.rework) return { side: 'performer', for: 'rework', ...until(due), act: conversation.rework };
  return { side: 'performer', for: 'work', ...until(due), act };
}

function mainMove(conversation: Conversation, now: Instant): Move | undefined {
  switch (conversation.state) {
    case 'negotiating':
      return negotiatingMove(conversation, now);
    case 'performing':
      return performingMove(conversation);
    case 'reported': {
      const { act, reviewBy } = conversation.report!;
      return { side: 'customer', for: 'review', ...until(reviewBy), act };
    }
    case 'disputed': {
      const { contest, at } = conversation.dispute!;
      return { side: 'both', for: 'settlement', by: addDays(at, limits.settlementDays), act: contest };
    }
    case 'closed':
      return undefined;
  }
}

function proposalMoves({ pending }: Conversation): Move[] {
  if (!pending) return [];
  const waiting = consentsNeeded(pending).filter((speaker) => !pending.consents.includes(speaker));
  return waiting.map((side: Speaker) => ({ side, for: 'proposal', ...until(pending.replyBy), act: pending.act }));
}

const marks: Record<Outcome, RingView['mark']> = {
  satisfied: 'closed',
  'satisfied-with-waivers': 'closed',
  declined: 'faded',
  withdrawn: 'faded',
  lapsed: 'faded',
  released: 'faded',
  cancelled: 'faded',
  'ended-together': 'faded',
  superseded: 'faded',
  expired: 'faded',
  reneged: 'broken',
  failed: 'broken',
  unconfirmed: 'open',
};

/** A mended ring shows its seam; it is mended when the customer says so. */
function ring(conversation: Conversation, outcome: Outcome | undefined, moves: Move[]): RingView {
  const accepted = outcome === 'satisfied' || outcome === 'satisfied-with-waivers';
  return {
    prepared: true,
    agreed: conversation.agreement !== undefined,
    done: accepted || (conversation.report !== undefined && conversation.state !== 'disputed'),
    accepted,
    mark: conversation.repair?.forgiven ? 'repaired' : outcome ? marks[outcome] : 'open',
    ...(moves[0] && { dot: moves[0].side }),
  };
}

/** Answers are late from the date people agreed on; an open promise that is late is overdue, not unanswered. */
const answered = (move: Move, now: Instant): boolean => move.for === 'work' || move.for === 'rework' || now < move.by;

/** What the log means at a moment: state, whose move it is and by when, what is late. */
export function view(conversation: Conversation, now: Instant): View {
  const { state, outcome, since } = standing(conversation, now);
  const main = since === undefined ? mainMove(conversation, now) : undefined;
  const moves = since === undefined ? [...(main ? [main] : []), ...proposalMoves(conversation)] : [];
  return {
    state,
    ...(outcome && { outcome }),
    moves,
    overdue: isOverdue(conversation, now),
    unanswered: moves.some((move) => !answered(move, now)),
    atRisk: state === 'performing' && conversation.atRisk !== undefined,
    paused: state === 'performing' && conversation.pausedUntil !== undefined,
    ring: ring(conversation, outcome, moves),
  };
}

/** Every moment, past or to come, at which the clock changes something in this state. */
function turningPoints(conversation: Conversation, now: Instant): Instant[] {
  const { agreement, closing, negotiation, pending, report, state, terms } = conversation;
  const moments = view(conversation, now).moves.map((move) => move.by);
  const add = (...more: Instant[]) => moments.push(...more);
  // Terms and proposals can no longer be said yes to once a date in them has passed.
  if (negotiation)
    add(
      lapsesAt(conversation),
      ...datesOf({ kind: 'request', terms: terms.terms }).map(({ deadline }) => deadline.ends),
    );
  if (pending && pending.proposal.kind !== 'settle') {
    add(...datesOf({ kind: 'propose', proposal: pending.proposal }).map(({ deadline }) => deadline.ends));
  }
  if (pending?.proposal.kind === 'settle' && pending.proposal.due) add(pending.proposal.due.ends);
  const expires = expiresAt(conversation);
  if (expires) add(expires);
  if (state === 'performing') add(agreement!.due.ends);
  if (state === 'reported') add(addDays(report!.reviewBy.ends, limits.unconfirmedDays));
  if (closing) add(addDays(closing.at, limits.reopenDays));
  return moments;
}

/**
 * The next moment at which the clock alone changes the view or the acts that can follow; absent when time changes nothing any more.
 * An open question moves the answer date along with the clock, and is no change.
 */
export function nextChange(conversation: Conversation, now: Instant): Instant | undefined {
  if (standing(conversation, now).since !== undefined) return undefined;
  return turningPoints(conversation, now)
    .filter((moment) => moment > now)
    .sort()[0];
}
