import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Link, madeLink } from '../../../server/features/links/schema.ts';
import type { Note } from '../../../server/features/notes/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import type { ThreadPage } from '../../../server/features/threads/schema.ts';
import { api, type Page } from '../../api/client.ts';
import { roomPath } from './api.ts';

export type MadeLink = z.infer<typeof madeLink>;

/** Lists come bare or as a page; only their items matter here. */
function itemsOf<T>(answer: T[] | { items: T[] }): T[] {
  return Array.isArray(answer) ? answer : answer.items;
}

export function partnershipQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'partnership', partnership],
    queryFn: () => api.get<PartnershipPage>(roomPath(organization, partnership)),
  });
}

export function peopleQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'partnership', partnership, 'people'],
    queryFn: async () =>
      itemsOf(await api.get<RoomPerson[] | Page<RoomPerson>>(`${roomPath(organization, partnership)}/people`)),
  });
}

export function threadQuery(organization: string, partnership: string, thread: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'thread', partnership, thread],
    queryFn: () => api.get<ThreadPage>(`${roomPath(organization, partnership)}/threads/${thread}`),
  });
}

export function linksQuery(organization: string, partnership: string, conversation: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'links', partnership, conversation],
    queryFn: async () =>
      itemsOf(
        await api.get<Link[] | Page<Link>>(
          `${roomPath(organization, partnership)}/conversations/${conversation}/links`,
        ),
      ),
  });
}

export function makeLink(
  organization: string,
  partnership: string,
  conversation: string,
  person: string,
  send: boolean,
) {
  const path = `${roomPath(organization, partnership)}/conversations/${conversation}/links`;
  return api.post<MadeLink>(path, { person, send });
}

export function revokeLink(
  organization: string,
  partnership: string,
  conversation: string,
  link: string,
): Promise<void> {
  return api.delete(`${roomPath(organization, partnership)}/conversations/${conversation}/links/${link}`);
}

export function notesQuery(organization: string, partnership: string, conversation: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'notes', partnership, conversation],
    queryFn: async () =>
      itemsOf(await api.get<Page<Note>>(`${roomPath(organization, partnership)}/notes`, { conversation, limit: 100 })),
  });
}

/** Keeps a note about this conversation; only our own organization sees it. */
export function noteOn(organization: string, partnership: string, conversationId: string, text: string): Promise<Note> {
  return api.post(`${roomPath(organization, partnership)}/notes`, { text, conversationId });
}
