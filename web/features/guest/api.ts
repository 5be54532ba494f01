import type { z } from 'zod';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import type { FileShape } from '../../../server/features/files/schema.ts';
import type { freshLink } from '../../../server/features/links/schema.ts';
import type { OfferedSuggestion } from '../../../server/features/mail-in/schema.ts';
import type { Newcomer } from '../../../server/features/people/schema.ts';
import { api, apiUrl } from '../../api/client.ts';
import { Problem, problemOf } from '../../api/problem.ts';
import { upload } from '../../api/upload.ts';
import type { ConversationApi, Spoken } from '../conversations/api.ts';

async function fetchFile(file: string, link: string): Promise<Blob> {
  let answer: Response;
  try {
    answer = await fetch(apiUrl(`/guest/files/${file}`), { headers: { 'x-entente-link': link } });
  } catch {
    throw new Problem('offline', 0, '');
  }
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined));
  return answer.blob();
}

/** The one conversation a signed link opens. The link travels in a header, never in an address. */
export function guestApi(link: string): ConversationApi {
  return {
    key: ['guest', link],
    page: () => api.get<ConversationPage>('/guest/conversation', undefined, { link }),
    act: (input, head) => api.post<Spoken>('/guest/acts', input, { link, ifMatch: head }),
    upload: (file, options) => upload<FileShape>('/guest/files', file, { ...options, link }),
    addNewcomer: async (newcomerName, name) => {
      const made = await api.post<Newcomer>('/guest/newcomers', { newcomerName, name }, { link });
      return made.newcomerId;
    },
    fetchFile: (file) => fetchFile(file, link),
    mailSuggestion: () => api.get<OfferedSuggestion>('/guest/mail-suggestion', undefined, { link }),
    live: { path: '/guest/live', link },
  };
}

/** Has the next link sent to the same person; answers to which address, mostly hidden. */
export function askFreshLink(link: string): Promise<z.infer<typeof freshLink>> {
  return api.post('/guest/fresh-link', {}, { link });
}

/** Asks the partner for a home of the guest's organization's own. */
export function askHome(link: string, email: string): Promise<void> {
  return api.post('/guest/claim-request', { email }, { link });
}
