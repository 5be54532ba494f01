import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AcceptClaim,
  AcceptedClaim,
  Claim,
  OpenClaim,
  offeredClaim,
} from '../../../server/features/claims/schema.ts';
import { api } from '../../api/client.ts';
import { roomKey, roomPath } from '../partnerships/api.ts';

export type OfferedClaim = z.infer<typeof offeredClaim>;

/** Offers and requests to take the partner's side over, newest first. */
export function claimsQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'claims'],
    queryFn: () => api.get<Claim[]>(`${roomPath(organization, partnership)}/claims`),
  });
}

export function offerClaim(organization: string, partnership: string, email: string): Promise<OfferedClaim> {
  return api.post(`${roomPath(organization, partnership)}/claims`, { email });
}

export function approveClaim(organization: string, partnership: string, claim: string): Promise<OfferedClaim> {
  return api.post(`${roomPath(organization, partnership)}/claims/${claim}/approve`);
}

export function revokeClaim(organization: string, partnership: string, claim: string): Promise<void> {
  return api.delete(`${roomPath(organization, partnership)}/claims/${claim}`);
}

/** What an offer says to whoever opens its link. */
export function openClaimQuery(token: string) {
  return queryOptions({
    queryKey: ['claim', token],
    queryFn: () => api.get<OpenClaim>(`/claims/${encodeURIComponent(token)}`),
    retry: false,
  });
}

export function acceptClaim(token: string, input: AcceptClaim): Promise<AcceptedClaim> {
  return api.post(`/claims/${encodeURIComponent(token)}`, input);
}
