import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Answer, guestReadback, NewReadback, Readback } from '../../../server/features/readbacks/schema.ts';
import { api } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';
import { roomKey } from '../partnerships/api.ts';

/** What the read-back of a conversation asks of a server, so that a member and a guest share its components. */
export interface ReadbackApi {
  /** Also the key of the draft on this device. */
  key: readonly string[];
  load(): Promise<Readback | null>;
  answer(readback: string, input: Answer): Promise<Readback>;
}

export function memberReadback(organization: string, partnership: string, conversation: string): ReadbackApi {
  const path = `${roomPath(organization, partnership)}/readbacks`;
  return {
    key: [...roomKey(organization, partnership), 'readback', conversation],
    load: async () => (await api.get<{ items: Readback[] }>(path, { conversation })).items[0] ?? null,
    answer: (readback, input) => api.post(`${path}/${readback}/answer`, input),
  };
}

export function guestReadbackApi(link: string): ReadbackApi {
  return {
    key: ['guest', link, 'readback'],
    load: async () => (await api.get<z.infer<typeof guestReadback>>('/guest/readback', undefined, { link })).readback,
    answer: (_readback, input) => api.post('/guest/readback/answer', input, { link }),
  };
}

export function readbackQuery(place: ReadbackApi) {
  return queryOptions({ queryKey: place.key, queryFn: () => place.load() });
}

/** Everything that was read back in a room, the newest first. */
export function readbacksQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'readbacks'],
    queryFn: () => api.get<{ items: Readback[] }>(`${roomPath(organization, partnership)}/readbacks`),
  });
}

export function sendReadback(organization: string, partnership: string, input: NewReadback): Promise<Readback> {
  return api.post(`${roomPath(organization, partnership)}/readbacks`, input);
}
