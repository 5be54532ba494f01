import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Note } from '../../../server/features/notes/schema.ts';
import { api, type Page } from '../../api/client.ts';
import { roomKey, roomPath } from '../partnerships/api.ts';

/** Our own notes about a partnership, newest first. Nobody of the other side can ask for them. */
export function partnershipNotesQuery(organization: string, partnership: string) {
  return infiniteQueryOptions({
    queryKey: [...roomKey(organization, partnership), 'notes'],
    queryFn: ({ pageParam }) =>
      api.get<Page<Note>>(`${roomPath(organization, partnership)}/notes`, { cursor: pageParam, limit: 20 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function keepNote(organization: string, partnership: string, text: string): Promise<Note> {
  return api.post(`${roomPath(organization, partnership)}/notes`, { text });
}

export function changeNote(organization: string, partnership: string, note: string, text: string): Promise<Note> {
  return api.patch(`${roomPath(organization, partnership)}/notes/${note}`, { text });
}

export function dropNote(organization: string, partnership: string, note: string): Promise<void> {
  return api.delete(`${roomPath(organization, partnership)}/notes/${note}`);
}
