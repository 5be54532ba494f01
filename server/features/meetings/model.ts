/** What may be done with a meeting, and what follows. Pure. */
import { AppError } from '../../platform/problem.ts';
import { holds, type Letter, mayRecordFor, otherSide, type Room } from '../rooms/policy.ts';
import type { MeetingAnswer, MeetingState } from './schema-requests.ts';

/** What is known of a meeting when it is to change. */
export interface Standing {
  state: MeetingState;
  asks: 'poll' | 'slots' | null;
  side: Letter;
}

/** Only the inviter's side changes a meeting: one inviter, so that nobody's calendar hears two stories. A silent side's keeper does it for them. */
export function mayChange(organization: string, room: Room, meeting: Standing): boolean {
  return meeting.state !== 'cancelled' && speaksFor(organization, room, meeting.side);
}

/** A poll is settled by who invites; of free slots the other side takes one. */
export function settlingSide(meeting: Standing): Letter {
  return meeting.asks === 'slots' ? otherSide(meeting.side) : meeting.side;
}

/** Whether the organization can speak for a side: its own, or one without an account that it keeps. */
export function speaksFor(organization: string, room: Room, side: Letter): boolean {
  return holds(organization, room, side) && (room.mySide === side || mayRecordFor(organization, room, side));
}

export function mustBeOpen(meeting: Standing): void {
  if (meeting.state === 'poll') return;
  const why =
    meeting.state === 'cancelled' ? 'This meeting was cancelled.' : 'The time of this meeting is settled already.';
  throw new AppError('conflict', why, { reason: meeting.state === 'cancelled' ? 'cancelled' : 'settled' });
}

export function mustHaveTime(meeting: Standing): void {
  if (meeting.state === 'poll')
    throw new AppError('conflict', 'The time of this meeting is still to be found. Settle it first.', {
      reason: 'no-time',
    });
  mustStand(meeting);
}

export function mustStand(meeting: Standing): void {
  if (meeting.state === 'cancelled')
    throw new AppError('conflict', 'This meeting was cancelled. Propose another one.', { reason: 'cancelled' });
}

/** proposed until somebody of the side that was invited says yes; whoever invites has said it by inviting. */
export function stateAfter(
  meeting: Standing,
  answers: readonly { side: Letter; answer: MeetingAnswer }[],
): MeetingState {
  if (meeting.state !== 'proposed' && meeting.state !== 'agreed') return meeting.state;
  const yes = answers.some((one) => one.side !== meeting.side && one.answer === 'accepted');
  return yes ? 'agreed' : 'proposed';
}

/** Nothing is said of how it went before it has begun. */
export function mustHaveBegun(time: { starts_at: string; cancelled_at: string | null }, now: Date): void {
  if (time.cancelled_at !== null)
    throw new AppError('conflict', 'This meeting was cancelled.', { reason: 'cancelled' });
  if (new Date(time.starts_at) > now)
    throw new AppError('conflict', 'This meeting has not begun yet. Say afterwards how it went.', {
      reason: 'not-begun',
    });
}
