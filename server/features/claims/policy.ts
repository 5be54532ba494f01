import { AppError } from '../../platform/problem.ts';

/** Days an offer or a request stands. */
export const CLAIM_DAYS = 30;

export interface ClaimMarks {
  requested_at: string | null;
  offered_at: string | null;
  accepted_at: string | null;
  revoked_at: string | null;
  expires_at: string;
}

export type ClaimState = 'requested' | 'offered' | 'accepted' | 'expired' | 'revoked';

export function claimState(claim: ClaimMarks, now: Date): ClaimState {
  if (claim.accepted_at !== null) return 'accepted';
  if (claim.revoked_at !== null) return 'revoked';
  if (Date.parse(claim.expires_at) <= now.getTime()) return 'expired';
  return claim.offered_at === null ? 'requested' : 'offered';
}

export type ClaimGone = 'unknown' | 'accepted' | 'expired' | 'revoked' | 'not-offered';

const GONE: Record<ClaimGone, string> = {
  unknown: 'This offer is not one of ours, or its link was copied incompletely. Ask whoever sent it for a new one.',
  accepted: 'This offer was accepted already. Sign in to the organization that accepted it.',
  expired: 'This offer has expired. Ask whoever sent it for a new one.',
  revoked: 'This offer was withdrawn, or a newer one was sent. Ask whoever sent it.',
  'not-offered': 'The partner has not agreed to this yet. You get a mail when they do.',
};

/** Why an offer cannot be accepted, and what to do. */
export function claimGone(reason: ClaimGone): AppError {
  return new AppError('gone', GONE[reason], { reason });
}
