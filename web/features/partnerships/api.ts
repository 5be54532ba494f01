import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ConversationSummary } from '../../../server/features/conversations/schema.ts';
import type {
  addedPartnership,
  Board,
  ChangePartnership,
  NewPartnership,
  PartnershipItem,
  PartnershipPage,
} from '../../../server/features/partnerships/schema.ts';
import type { ChangePerson, NewPerson, RoomPerson } from '../../../server/features/people/schema.ts';
import type { ChangeView, Look, NewView, View } from '../../../server/features/stages/schema-views.ts';
import { api, type Page } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';

export { roomPath } from '../conversations/api.ts';

/** Key of everything that is known about one room. A live event makes all of an organization's queries stale. */
export function roomKey(organization: string, partnership: string): string[] {
  return ['organizations', organization, 'rooms', partnership];
}

export function partnershipQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'page'],
    queryFn: () => api.get<PartnershipPage>(roomPath(organization, partnership)),
  });
}

export function peopleQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'people'],
    queryFn: () => api.get<RoomPerson[]>(`${roomPath(organization, partnership)}/people`),
  });
}

/** What happened in a room, newest first, page after page. */
export function historyQuery(organization: string, partnership: string) {
  return infiniteQueryOptions({
    queryKey: [...roomKey(organization, partnership), 'conversations'],
    queryFn: ({ pageParam }) =>
      api.get<Page<ConversationSummary>>(`/organizations/${organization}/conversations`, {
        partnership,
        cursor: pageParam,
        limit: 30,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** What a look says to the API; the board has columns of its own. */
function asked({ search, stage, presence, quiet, mine }: Look): Record<string, string | number | undefined> {
  return { search, stage: stage?.join(','), presence, quiet, mine: mine && 1 };
}

/** Partners as a look says, page after page. */
export function partnersQuery(organization: string, look: Look) {
  const query = { ...asked(look), sort: look.sort, order: look.order };
  return infiniteQueryOptions({
    queryKey: ['organizations', organization, 'partnerships', 'list', query],
    queryFn: ({ pageParam }) =>
      api.get<Page<PartnershipItem>>(`/organizations/${organization}/partnerships`, {
        ...query,
        cursor: pageParam,
        limit: 50,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Partners by stage. */
export function boardQuery(organization: string, look: Look) {
  const query = asked(look);
  return queryOptions({
    queryKey: ['organizations', organization, 'partnerships', 'board', query],
    queryFn: () => api.get<Board>(`/organizations/${organization}/board`, query),
    placeholderData: keepPreviousData,
  });
}

export function viewsKey(organization: string): string[] {
  return ['organizations', organization, 'views'];
}

export function viewsQuery(organization: string) {
  return queryOptions({
    queryKey: viewsKey(organization),
    queryFn: () => api.get<{ items: View[] }>(`/organizations/${organization}/views`),
  });
}

export function addView(organization: string, input: NewView): Promise<View> {
  return api.post(`/organizations/${organization}/views`, input);
}

export function changeView(organization: string, view: string, input: ChangeView): Promise<View> {
  return api.patch(`/organizations/${organization}/views/${view}`, input);
}

export function dropView(organization: string, view: string): Promise<void> {
  return api.delete(`/organizations/${organization}/views/${view}`);
}

/** The first partners by name: for a choice, and to see whether there is anyone. */
export function partnerChoiceQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'partnerships', 'choice'],
    queryFn: () => api.get<Page<PartnershipItem>>(`/organizations/${organization}/partnerships`, { limit: 100 }),
  });
}

export function addPartner(organization: string, input: NewPartnership): Promise<z.infer<typeof addedPartnership>> {
  return api.post(`/organizations/${organization}/partnerships`, input);
}

export function changePartner(
  organization: string,
  partnership: string,
  input: ChangePartnership,
): Promise<PartnershipPage> {
  return api.patch(roomPath(organization, partnership), input);
}

export function addPerson(organization: string, partnership: string, input: NewPerson): Promise<RoomPerson> {
  return api.post(`${roomPath(organization, partnership)}/people`, input);
}

export function changePerson(
  organization: string,
  partnership: string,
  person: string,
  input: ChangePerson,
): Promise<RoomPerson> {
  return api.patch(`${roomPath(organization, partnership)}/people/${person}`, input);
}
