import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { LocalMails, MailList, MailSummary, MailWithBody } from '../../../server/features/mails/schema.ts';
import { api } from '../../api/client.ts';

export type MailState = MailSummary['state'];
export const MAIL_STATES: readonly MailState[] = ['queued', 'sent', 'failed', 'local'];

const at = (organization: string) => `/organizations/${organization}/mails`;

export function mailsQuery(organization: string, state: MailState | undefined) {
  return infiniteQueryOptions({
    queryKey: ['organizations', organization, 'mails', { state }],
    queryFn: ({ pageParam }) => api.get<MailList>(at(organization), { state, limit: 30, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    // What waits is sent a moment later, without an event.
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((mail) => mail.state === 'queued')) ? 3000 : false,
  });
}

export function mailQuery(organization: string, id: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'mails', id],
    queryFn: () => api.get<MailWithBody>(`${at(organization)}/${encodeURIComponent(id)}`),
  });
}

/** Links to sign in that were kept because no mail server is set. */
export const localMailsQuery = queryOptions({
  queryKey: ['local-mails'],
  queryFn: () => api.get<LocalMails>('/local-mails'),
  refetchInterval: 5000,
});

export function retryMail(organization: string, id: string): Promise<MailWithBody> {
  return api.post(`${at(organization)}/${encodeURIComponent(id)}/retry`);
}
