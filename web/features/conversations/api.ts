import { keepPreviousData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ActInput, OpenInput, spoken } from '../../../server/features/acts/schema.ts';
import type { ConversationPage, ConversationSummary } from '../../../server/features/conversations/schema.ts';
import type { FileShape } from '../../../server/features/files/schema.ts';
import type { OfferedSuggestion } from '../../../server/features/mail-in/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { api, apiUrl, type Page } from '../../api/client.ts';
import { upload, type UploadOptions } from '../../api/upload.ts';
import type { Draft } from '../composer/values.ts';
import type { DraftServer } from '../composer/draft-store.ts';

export type Spoken = z.infer<typeof spoken>;

/** Everything the conversation's components ask of a server, so that a member and a guest share them. */
export interface ConversationApi {
  /** Key of the page among the queries, and of its draft on this device. */
  key: readonly string[];
  page(): Promise<ConversationPage>;
  act(input: ActInput, head: string): Promise<Spoken>;
  upload(file: File, options: UploadOptions): Promise<FileShape>;
  /** Address of a file, where the browser can open it by itself. */
  fileUrl?(file: string): string;
  /** Fetches a file that needs more than its address. */
  fetchFile?(file: string): Promise<Blob>;
  /** Makes a third organization known in the room; answers its party, to be named in a proposal. */
  addNewcomer(organization: string, person: string): Promise<string | null>;
  /** What the reader's own answer by mail reads like, if nothing was said since. */
  mailSuggestion(): Promise<OfferedSuggestion>;
  live: { path: string; link?: string };
  drafts?: DraftServer;
}

export interface Place {
  organization: string;
  partnership: string;
  conversation: string;
}

/** Paths under /api of a room. */
export function roomPath(organization: string, partnership: string): string {
  return `/organizations/${organization}/partnerships/${partnership}`;
}

/** Drafts on the server; a server that cannot keep them costs nothing, since this device keeps them too. */
export function draftServer(organization: string): DraftServer {
  const path = (key: string) => `/organizations/${organization}/drafts/${encodeURIComponent(key)}`;
  return {
    load: async (key) => {
      const found = await api.get<{ content: Record<string, unknown> } | undefined>(path(key));
      return found?.content;
    },
    save: (key, draft: Draft) => api.put(path(key), { content: draft }),
    remove: (key) => api.delete(path(key)),
  };
}

/** A conversation as a member of one of its organizations reaches it. */
export function memberApi({ organization, partnership, conversation }: Place): ConversationApi {
  const room = roomPath(organization, partnership);
  const path = `${room}/conversations/${conversation}`;
  return {
    key: ['organizations', organization, 'conversation', partnership, conversation],
    page: () => api.get<ConversationPage>(path),
    act: (input, head) => api.post<Spoken>(`${path}/acts`, input, { ifMatch: head }),
    upload: (file, options) => upload<FileShape>(`${room}/files`, file, options),
    addNewcomer: async (newcomerName, name) => {
      const made = await api.post<RoomPerson>(`${room}/people`, { side: 'newcomer', newcomerName, name });
      return made.newcomerId;
    },
    fileUrl: (file) => apiUrl(`${room}/files/${file}`),
    mailSuggestion: () => api.get<OfferedSuggestion>(`${path}/mail-suggestion`),
    live: { path: `/organizations/${organization}/live` },
    drafts: draftServer(organization),
  };
}

export function pageQuery(source: ConversationApi) {
  return queryOptions({ queryKey: source.key, queryFn: () => source.page() });
}

export function openConversation(organization: string, partnership: string, input: OpenInput): Promise<Spoken> {
  return api.post<Spoken>(`${roomPath(organization, partnership)}/conversations`, input);
}

export interface ListFilter {
  state?: string;
  partnership?: string;
  search?: string;
}

/** The list, page after page by cursor. */
export function listQuery(organization: string, filter: ListFilter) {
  return infiniteQueryOptions({
    queryKey: ['organizations', organization, 'conversations', filter],
    queryFn: ({ pageParam }) =>
      api.get<Page<ConversationSummary>>(`/organizations/${organization}/conversations`, {
        ...filter,
        cursor: pageParam,
        limit: 30,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
