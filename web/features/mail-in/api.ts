import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  copyAddress,
  MailHealth,
  MailInDecision,
  MailInList,
  MailInPage,
  MailInSummary,
} from '../../../server/features/mail-in/schema.ts';
import { api } from '../../api/client.ts';
import { roomPath } from '../partnerships/api.ts';

export type MailInState = MailInSummary['state'];
export const MAIL_IN_STATES: readonly MailInState[] = ['landed', 'held', 'ignored', 'refused', 'discarded'];

const at = (organization: string) => `/organizations/${organization}/mails-in`;
const key = (organization: string) => ['organizations', organization, 'mails-in'];

export function mailsInQuery(organization: string, filter: { state?: MailInState; correspondence?: string }) {
  return infiniteQueryOptions({
    queryKey: [...key(organization), 'list', filter],
    queryFn: ({ pageParam }) =>
      api.get<MailInList>(at(organization), { ...filter, limit: 30, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    // Mails arrive without an event of their own.
    refetchInterval: 15_000,
  });
}

export function mailInQuery(organization: string, id: string) {
  return queryOptions({
    queryKey: [...key(organization), 'one', id],
    queryFn: () => api.get<MailInPage>(`${at(organization)}/${encodeURIComponent(id)}`),
  });
}

export function decideMail(organization: string, id: string, decision: MailInDecision): Promise<MailInPage> {
  return api.post(`${at(organization)}/${encodeURIComponent(id)}/decision`, decision);
}

/** Whether a mail that was sent to try it is still on its way. */
const isTrying = (health: MailHealth | undefined): boolean =>
  health?.probe !== null && health?.probe !== undefined && health.probe.backAt === null;

export function mailHealthQuery(organization: string) {
  return queryOptions({
    queryKey: [...key(organization), 'health'],
    queryFn: () => api.get<MailHealth>(`/organizations/${organization}/mail-health`),
    refetchInterval: (query) => (isTrying(query.state.data) ? 1500 : 30_000),
  });
}

/** Sends a mail to our own answer address. */
export function tryMail(organization: string): Promise<MailHealth> {
  return api.post(`/organizations/${organization}/mail-health/probe`);
}

export function copyAddressQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...key(organization), 'copy-address', partnership],
    queryFn: () => api.get<z.infer<typeof copyAddress>>(`${roomPath(organization, partnership)}/copy-address`),
  });
}
