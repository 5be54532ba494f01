import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Locale } from '../../../messages/locale.ts';
import type { SkillList } from '../../../server/features/skills/schema.ts';
import { api } from '../../api/client.ts';

/** Skills for what was typed so far. Vocabularies hardly ever change: what was answered once is not asked again. */
export function skillsQuery(organization: string, search: string, locale: Locale) {
  return queryOptions({
    queryKey: ['organizations', organization, 'skills', locale, search],
    queryFn: ({ signal }) =>
      api.get<SkillList>(`/organizations/${organization}/skills`, { search, locale, limit: 8 }, { signal }),
    enabled: search !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
