import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SearchAnswer } from '../../../server/features/search/schema.ts';
import { api } from '../../api/client.ts';

/** As the server has it. */
export const LONGEST_QUERY = 200;
const SHORTEST_QUERY = 2;

/** Whether there is enough to search for. */
export function isAsked(text: string): boolean {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= SHORTEST_QUERY;
}

export function searchQuery(organization: string, text: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'search', text],
    queryFn: ({ signal }) =>
      api.get<SearchAnswer>(`/organizations/${organization}/search`, { q: text, limit: 5 }, { signal }),
    enabled: isAsked(text),
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  });
}
