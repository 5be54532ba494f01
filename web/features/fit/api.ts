import { queryOptions } from '@tanstack/react-query';
import type { AcrossFit, RoomFit } from '../../../server/features/fit/schema.ts';
import type { Locale } from '../../../messages/locale.ts';
import { api } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';
import { roomKey } from '../partnerships/api.ts';

/** What fits between the two sides of a room, from what our organization knows. */
export function roomFitQuery(organization: string, partnership: string, locale: Locale) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'fit', locale],
    queryFn: () => api.get<RoomFit>(`${roomPath(organization, partnership)}/fit`, { locale }),
  });
}

/** Who could serve a need of ours, or use an offer, across all partners. */
export function acrossQuery(organization: string, item: string, locale: Locale) {
  return queryOptions({
    queryKey: ['organizations', organization, 'needs', 'fit', item, locale],
    queryFn: () => api.get<AcrossFit>(`/organizations/${organization}/needs/${item}/fit`, { locale }),
  });
}
