import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ImportShape,
  importList,
  importRows,
  Mapping,
  Outcome,
  UndoForeseen,
} from '../../../server/features/imports/schema.ts';
import { api } from '../../api/client.ts';
import { upload, type UploadOptions } from '../../api/upload.ts';

const at = (organization: string) => `/organizations/${organization}/imports`;
const POLL_MS = 1000;

/** The server is at work on it: what is shown grows old by the second. */
export function isWorking({ status }: Pick<ImportShape, 'status'>): boolean {
  return status === 'running' || status === 'undoing';
}

export function importsQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'imports'],
    queryFn: () => api.get<z.infer<typeof importList>>(at(organization)),
    refetchInterval: (query) => (query.state.data?.items.some(isWorking) ? POLL_MS : false),
  });
}

export function importQuery(organization: string, id: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'imports', id],
    queryFn: () => api.get<ImportShape>(`${at(organization)}/${encodeURIComponent(id)}`),
    refetchInterval: (query) => (query.state.data && isWorking(query.state.data) ? POLL_MS : false),
  });
}

const PAGE = 50;

export function linesQuery(organization: string, id: string, outcome: Outcome | undefined) {
  return infiniteQueryOptions({
    queryKey: ['organizations', organization, 'imports', id, 'rows', outcome],
    queryFn: ({ pageParam }) =>
      api.get<z.infer<typeof importRows>>(`${at(organization)}/${id}/rows`, {
        outcome,
        limit: PAGE,
        cursor: pageParam,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** What taking it back would remove and leave, as things stand now. */
export function undoQuery(organization: string, id: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'imports', id, 'undo'],
    queryFn: () => api.get<UndoForeseen>(`${at(organization)}/${id}/undo`),
  });
}

export function sendFile(organization: string, file: File, options: UploadOptions): Promise<ImportShape> {
  return upload(at(organization), file, options);
}

export function sendMapping(organization: string, id: string, mapping: Partial<Mapping>): Promise<ImportShape> {
  return api.patch(`${at(organization)}/${id}`, mapping);
}

export function startTask(organization: string, id: string, task: 'run' | 'undo'): Promise<ImportShape> {
  return api.post(`${at(organization)}/${id}/${task}`);
}
