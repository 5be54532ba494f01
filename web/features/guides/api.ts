import { queryOptions } from '@tanstack/react-query';
import type { ChangeGuide, Guide, GuideList, NewGuide, Starter } from '../../../server/features/guides/schema.ts';
import type { StarterGuide } from '../../../messages/en/guides.ts';
import type { Locale } from '../../../messages/locale.ts';
import { api } from '../../api/client.ts';

const at = (organization: string, guide = '') => `/organizations/${organization}/guides${guide && `/${guide}`}`;

export function guidesKey(organization: string): string[] {
  return ['organizations', organization, 'guides'];
}

export function guidesQuery(organization: string) {
  return queryOptions({ queryKey: guidesKey(organization), queryFn: () => api.get<GuideList>(at(organization)) });
}

/** The shipped guides in one language: a file of its own, fetched where guides are shown. */
export function starterGuidesQuery(locale: Locale) {
  return queryOptions({
    queryKey: ['starter-guides', locale],
    queryFn: async (): Promise<Record<Starter, StarterGuide>> =>
      locale === 'es'
        ? (await import('../../../messages/es/guides.ts')).starterGuides
        : (await import('../../../messages/en/guides.ts')).starterGuides,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function addGuide(organization: string, guide: NewGuide): Promise<Guide> {
  return api.post(at(organization), guide);
}

export function changeGuide(organization: string, id: string, guide: ChangeGuide): Promise<Guide> {
  return api.put(at(organization, id), guide);
}

export function dropGuide(organization: string, id: string): Promise<void> {
  return api.delete(at(organization, id));
}
