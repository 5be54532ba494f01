import { AppError } from '../../platform/problem.ts';

const DAY = 86_400_000;
/** Days a link works: as long as the meeting is ahead, and this much longer. */
const LINK_DAYS = 30;

/** Until when somebody's link to a meeting works: long enough to read the minutes. */
export function linkEnds(lastEnd: Date | null, now: Date): Date {
  return new Date(Math.max(lastEnd?.getTime() ?? 0, now.getTime()) + LINK_DAYS * DAY);
}

export type MeetingLinkState = 'live' | 'expired' | 'revoked';

/** What a link to a meeting is good for. Withdrawn outweighs everything else. */
export function meetingLinkState(link: { expires_at: string; revoked_at: string | null }, now: Date): MeetingLinkState {
  if (link.revoked_at !== null) return 'revoked';
  return Date.parse(link.expires_at) <= now.getTime() ? 'expired' : 'live';
}

const GONE = {
  unknown: 'This link is not one of ours, or was copied incompletely. Ask whoever sent it to you for a fresh one.',
  expired: 'This link has expired. Have a fresh one sent to the same address.',
  revoked: 'This link was withdrawn. Ask whoever sent it to you for a fresh one.',
};

/** Why a link to a meeting opens nothing, and what to do: `fresh` says that `POST /api/guest/meeting/fresh-link` helps. */
export function meetingLinkGone(reason: keyof typeof GONE): AppError {
  return new AppError('gone', GONE[reason], { reason, fresh: reason === 'expired' });
}
