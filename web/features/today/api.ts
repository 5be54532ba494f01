import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ConversationSummary } from '../../../server/features/conversations/schema.ts';
import type { Member } from '../../../server/features/organizations/schema.ts';
import type { TodayPage } from '../../../server/features/today/schema.ts';
import { api, type Page } from '../../api/client.ts';
import { setClock } from '../../clock.tsx';
import { KNOWS_THE_WAY } from './first-steps.ts';
import type { TodaySearch } from './search.ts';

/** Whose move it is. The answer also says what time it is for the server. */
export function todayQuery(organization: string, { person, partnership, role, limit }: Omit<TodaySearch, 'entry'>) {
  return queryOptions({
    queryKey: ['organizations', organization, 'today', { person, partnership, role, limit }],
    queryFn: async () => {
      const page = await api.get<TodayPage>(`/organizations/${organization}/today`, {
        person,
        partnership,
        role,
        limit,
      });
      setClock(page.now);
      return page;
    },
    placeholderData: keepPreviousData,
  });
}

/** Everybody of our own organization: whose moves can be looked at. */
export function colleaguesQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'people'],
    queryFn: () => api.get<Member[]>(`/organizations/${organization}/people`),
    staleTime: 5 * 60_000,
  });
}

/** The conversations opened last, as many as tell a newcomer from somebody who knows their way. */
export function beginningsQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'conversations', 'beginnings'],
    queryFn: () =>
      api.get<Page<ConversationSummary>>(`/organizations/${organization}/conversations`, { limit: KNOWS_THE_WAY }),
  });
}
