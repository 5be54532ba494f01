import { AppError } from '../../platform/problem.ts';

const DAY = 86_400_000;
/** Days a link works: as long as the meeting is ahead, and this much longer. */
const LINK_DAYS = 30;

/** Until when somebody's link to a meeting works: long enough to read the minutes. */
export function linkEnds(lastEnd: Date | null, now: Date): Date {
  return new Date(Math.max(lastEnd?.getTime() ?? 0, now.getTime()) + LINK_DAYS * DAY);
}

const GONE = {
  unknown: 'This link is not one of ours, or was copied incompletely. Ask whoever sent it to you for a fresh one.',
  expired: 'This link has expired. Ask whoever invited you for a fresh one.',
  revoked: 'This link was withdrawn. Ask whoever sent it to you for a fresh one.',
};

/** Why a link to a meeting opens nothing, and what to do. */
export function meetingLinkGone(reason: keyof typeof GONE): AppError {
  return new AppError('gone', GONE[reason], { reason, fresh: false });
}
