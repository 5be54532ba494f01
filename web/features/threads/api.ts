import { infiniteQueryOptions } from '@tanstack/react-query';
import type { NewMessage, NewThread, ThreadItem, ThreadPage } from '../../../server/features/threads/schema.ts';
import { api, type Page } from '../../api/client.ts';
import { roomKey, roomPath } from '../partnerships/api.ts';

/** One thread with its messages, oldest first, page after page. */
export function threadQuery(organization: string, partnership: string, thread: string) {
  return infiniteQueryOptions({
    queryKey: [...roomKey(organization, partnership), 'threads', thread],
    queryFn: ({ pageParam }) =>
      api.get<ThreadPage>(`${roomPath(organization, partnership)}/threads/${thread}`, { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Talk of a room, the one spoken in last first. */
export function threadsQuery(organization: string, partnership: string) {
  return infiniteQueryOptions({
    queryKey: [...roomKey(organization, partnership), 'threads', 'list'],
    queryFn: ({ pageParam }) =>
      api.get<Page<ThreadItem>>(`${roomPath(organization, partnership)}/threads`, { cursor: pageParam, limit: 20 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function startThread(organization: string, partnership: string, input: NewThread): Promise<ThreadPage> {
  return api.post(`${roomPath(organization, partnership)}/threads`, input);
}

export function writeMessage(
  organization: string,
  partnership: string,
  thread: string,
  input: NewMessage,
): Promise<ThreadPage> {
  return api.post(`${roomPath(organization, partnership)}/threads/${thread}/messages`, input);
}
