import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  AnswerMove,
  GuestStage,
  Move,
  NewMove,
  StagePage,
  WaitingMoves,
} from '../../../server/features/stages/schema.ts';
import { api, type Page } from '../../api/client.ts';
import { roomKey, roomPath } from '../partnerships/api.ts';

export function stageQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'stage'],
    queryFn: () => api.get<StagePage>(`${roomPath(organization, partnership)}/stage`),
  });
}

/** Answered steps, the last first. */
export function movesQuery(organization: string, partnership: string) {
  return infiniteQueryOptions({
    queryKey: [...roomKey(organization, partnership), 'stage', 'moves'],
    queryFn: ({ pageParam }) =>
      api.get<Page<Move>>(`${roomPath(organization, partnership)}/stage/moves`, { cursor: pageParam, limit: 20 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Steps that wait for our answer. */
export function waitingQuery(organization: string) {
  return queryOptions({
    queryKey: ['organizations', organization, 'stage-moves'],
    queryFn: () => api.get<WaitingMoves>(`/organizations/${organization}/stage-moves`),
  });
}

export function proposeMove(organization: string, partnership: string, input: NewMove): Promise<StagePage> {
  return api.post(`${roomPath(organization, partnership)}/stage/moves`, input);
}

export function answerMove(
  organization: string,
  partnership: string,
  move: string,
  input: AnswerMove,
): Promise<StagePage> {
  return api.post(`${roomPath(organization, partnership)}/stage/moves/${move}/answer`, input);
}

export function guestStageQuery(link: string) {
  return queryOptions({
    queryKey: ['guest', link, 'stage'],
    queryFn: () => api.get<GuestStage>('/guest/stage', undefined, { link }),
    retry: false,
  });
}

export function answerAsGuest(link: string, move: string, input: AnswerMove): Promise<GuestStage> {
  return api.post(`/guest/stage/moves/${move}/answer`, input, { link });
}
