import { queryOptions } from '@tanstack/react-query';
import type { RoomFit } from '../../../server/features/fit/schema.ts';
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
