import { type Conversation, type Instant, limits, type Move, type Side, view } from '@entente/protocol';
import type { Seat } from '../conversations/model.ts';

/** A row of `today`, as `app.append` takes it. `person` is a pseudonym; the database looks the member up. */
export interface TodayRow {
  organization_id: string;
  counterpart_id: string;
  mine: boolean;
  role: Side;
  waits_for: Move['for'];
  person: string | null;
  move_by: Instant;
  due_at: Instant | null;
  lapses_at: Instant | null;
}

const day = 86_400_000;
const later = (at: Instant, days: number): Instant => new Date(Date.parse(at) + days * day).toISOString();

/** When the clock alone will close this conversation, if nobody moves: it then leaves Today without anybody's act. */
function endsByClock(conversation: Conversation): Instant | null {
  if (conversation.negotiation && !conversation.negotiation.question) {
    return later(conversation.negotiation.replyBy.ends, limits.graceDays);
  }
  const antecedent = conversation.agreement?.antecedentBy;
  if (conversation.state === 'performing' && antecedent && !conversation.antecedentMetAt) {
    return later(antecedent.ends, limits.antecedentGraceDays);
  }
  return null;
}

/**
 * What Today keeps of a conversation for each organization that takes part in it: one row each, none once it is closed.
 * An organization takes part where it holds its own side; what it recorded between others is not its business of the day.
 */
export function todayRows(conversation: Conversation, now: Instant, seats: readonly [Seat, Seat]): TodayRow[] | null {
  const { moves } = view(conversation, now);
  const main = moves[0];
  if (!main) return null;
  return seats.flatMap((seat, index) => {
    if (!seat.own) return [];
    const other = seats[1 - index] as Seat;
    const own = moves.find((move) => move.side === seat.side || move.side === 'both');
    const move = own ?? main;
    return [
      {
        organization_id: seat.holder,
        counterpart_id: other.holder,
        mine: own !== undefined,
        role: seat.side,
        waits_for: move.for,
        person: conversation.persons[seat.side] ?? null,
        move_by: move.by,
        due_at: conversation.agreement?.due.ends ?? null,
        lapses_at: endsByClock(conversation),
      },
    ];
  });
}
