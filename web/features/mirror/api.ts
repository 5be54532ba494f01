import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OwnMirror, Review, RoomMirror } from '../../../server/features/mirror/schema.ts';
import { api } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';

const key = (organization: string) => ['organizations', organization, 'mirror'];

export function ownMirrorQuery(organization: string, days: string) {
  return queryOptions({
    queryKey: [...key(organization), 'own', days],
    queryFn: () => api.get<OwnMirror>(`/organizations/${organization}/mirror`, { days }),
    placeholderData: keepPreviousData,
  });
}

export function roomMirrorQuery(organization: string, partnership: string, days: string) {
  return queryOptions({
    queryKey: [...key(organization), partnership, days],
    queryFn: () => api.get<RoomMirror>(`${roomPath(organization, partnership)}/mirror`, { days }),
    placeholderData: keepPreviousData,
  });
}

/** The review of a month, `last` for the last one that is over. */
export function reviewQuery(organization: string, month: string) {
  return queryOptions({
    queryKey: [...key(organization), 'review', month],
    queryFn: () =>
      api.get<Review>(`/organizations/${organization}/mirror/review`, { month: month === 'last' ? undefined : month }),
  });
}
