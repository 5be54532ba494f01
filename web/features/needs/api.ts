import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  ChangeItem,
  Item,
  ItemList,
  Level,
  Nature,
  NewItem,
  RoomNeeds,
  Told,
} from '../../../server/features/needs/schema.ts';
import { api } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';
import { roomKey } from '../partnerships/api.ts';

const book = (organization: string) => `/organizations/${organization}/needs`;

/** Key of everything that is known of an organization's own needs and offers. */
export function bookKey(organization: string): string[] {
  return ['organizations', organization, 'needs'];
}

export function itemsQuery(organization: string, nature: Nature, status: Item['status']) {
  return infiniteQueryOptions({
    queryKey: [...bookKey(organization), nature, status],
    queryFn: ({ pageParam }) => api.get<ItemList>(book(organization), { nature, status, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Needs and offers of both sides of a room, as our organization knows them. */
export function roomNeedsQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'needs'],
    queryFn: () => api.get<RoomNeeds>(`${roomPath(organization, partnership)}/needs`),
  });
}

export function guestNeedsQuery(link: string) {
  return queryOptions({
    queryKey: ['guest', link, 'needs'],
    queryFn: () => api.get<Told>('/guest/needs', undefined, { link }),
  });
}

export function addItem(organization: string, input: NewItem): Promise<Item> {
  return api.post(book(organization), input);
}

export function changeItem(organization: string, item: string, change: ChangeItem): Promise<Item> {
  return api.patch(`${book(organization)}/${item}`, change);
}

export function dropItem(organization: string, item: string): Promise<void> {
  return api.delete(`${book(organization)}/${item}`);
}

/** Tells a partner as much of an item as the level says. */
export function disclose(organization: string, partnership: string, item: string, level: Level): Promise<Item> {
  return api.put(`${roomPath(organization, partnership)}/needs/${item}/level`, { level });
}

export function endDisclosure(organization: string, partnership: string, item: string): Promise<void> {
  return api.delete(`${roomPath(organization, partnership)}/disclosures/${item}`);
}
