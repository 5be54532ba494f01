import { queryOptions } from '@tanstack/react-query';
import type { Locale } from '../../../messages/locale.ts';
import type { Brief } from '../../../server/features/brief/schema.ts';
import { api, apiUrl } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';
import { roomKey } from '../partnerships/api.ts';

export function briefQuery(organization: string, partnership: string, locale: Locale) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'brief', locale],
    queryFn: () => api.get<Brief>(`${roomPath(organization, partnership)}/brief`, { locale }),
  });
}

/** Where the same stands as a PDF, its days in the reader's zone. */
export function briefPdfUrl(organization: string, partnership: string, locale: Locale, zone: string): string {
  return `${apiUrl(`${roomPath(organization, partnership)}/brief.pdf`)}?${new URLSearchParams({ locale, zone })}`;
}
