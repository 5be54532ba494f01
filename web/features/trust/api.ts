import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CheckShape, CommitmentItem, ConfidencePage, EffectShape } from '../../../server/features/trust/schema.ts';
import { api, type Page } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';

const roomKey = (organization: string, partnership: string) => ['organizations', organization, 'rooms', partnership];

export function confidenceQuery(organization: string, partnership: string, days?: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'confidence', days ?? ''],
    queryFn: () => api.get<ConfidencePage>(`${roomPath(organization, partnership)}/confidence`, { days }),
    placeholderData: keepPreviousData,
  });
}

/** Which part of which number is opened. */
export interface Behind {
  customer: 'a' | 'b';
  view: 'ours' | 'shared';
  source: string;
  party?: string;
}

/** The commitments behind one part of a number, page after page. */
export function behindQuery(organization: string, partnership: string, behind: Behind) {
  return infiniteQueryOptions({
    queryKey: [...roomKey(organization, partnership), 'confidence', 'behind', behind],
    queryFn: ({ pageParam }) =>
      api.get<Page<CommitmentItem>>(`${roomPath(organization, partnership)}/confidence/commitments`, {
        ...behind,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function effectQuery(organization: string, partnership: string, conversation: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'confidence', 'effect', conversation],
    queryFn: () =>
      api.get<EffectShape | null>(`${roomPath(organization, partnership)}/conversations/${conversation}/confidence`),
  });
}

export function checkQuery(organization: string, importId?: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'confidence', 'check', importId ?? ''],
    queryFn: () => api.get<CheckShape>(`/organizations/${organization}/confidence/check`, { import: importId }),
  });
}
