import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  ChangeInterview,
  Done,
  FollowUp,
  Interview,
  InterviewItem,
  KeptPoint,
  NewInterview,
  Point,
  PutPoint,
} from '../../../server/features/interviews/schema.ts';
import { api, type Page } from '../../api/client.ts';
import { roomKey, roomPath } from '../partnerships/api.ts';

const at = (organization: string, partnership: string, interview = '') =>
  `${roomPath(organization, partnership)}/interviews${interview && `/${interview}`}`;

/** Key of everything that was heard from one partner. */
export function listeningKey(organization: string, partnership: string): string[] {
  return [...roomKey(organization, partnership), 'listening'];
}

export function interviewsQuery(organization: string, partnership: string) {
  return infiniteQueryOptions({
    queryKey: [...listeningKey(organization, partnership), 'talks'],
    queryFn: ({ pageParam }) =>
      api.get<Page<InterviewItem>>(at(organization, partnership), { cursor: pageParam, limit: 30 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function interviewQuery(organization: string, partnership: string, interview: string) {
  return queryOptions({
    queryKey: [...listeningKey(organization, partnership), 'talk', interview],
    queryFn: () => api.get<Interview>(at(organization, partnership, interview)),
  });
}

export function followUpsQuery(organization: string, partnership: string) {
  return infiniteQueryOptions({
    queryKey: [...listeningKey(organization, partnership), 'follow-ups'],
    queryFn: ({ pageParam }) =>
      api.get<Page<FollowUp>>(`${roomPath(organization, partnership)}/follow-ups`, { cursor: pageParam, limit: 30 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function startInterview(organization: string, partnership: string, input: NewInterview): Promise<Interview> {
  return api.post(at(organization, partnership), input);
}

export function changeInterview(
  organization: string,
  partnership: string,
  interview: string,
  input: ChangeInterview,
): Promise<Interview> {
  return api.put(at(organization, partnership, interview), input);
}

export function dropInterview(organization: string, partnership: string, interview: string): Promise<void> {
  return api.delete(at(organization, partnership, interview));
}

export function endInterview(
  organization: string,
  partnership: string,
  interview: string,
  how: 'finish' | 'reopen',
): Promise<Interview> {
  return api.post(`${at(organization, partnership, interview)}/${how}`);
}

export function markDone(organization: string, partnership: string, point: string, done: Done): Promise<FollowUp> {
  return api.put(`${roomPath(organization, partnership)}/follow-ups/${point}`, done);
}

export function sendPoint(
  organization: string,
  partnership: string,
  interview: string,
  point: string,
  delivery: PutPoint,
): Promise<KeptPoint> {
  return api.put(`${at(organization, partnership, interview)}/points/${point}`, delivery);
}

/** Everything that was heard in a talk, page after page. */
export async function fetchPoints(organization: string, partnership: string, interview: string): Promise<Point[]> {
  const found: Point[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page<Point> = await api.get(`${at(organization, partnership, interview)}/points`, {
      cursor,
      limit: 500,
    });
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}

/** All points of a talk, as the server has them. */
export function pointsQuery(organization: string, partnership: string, interview: string) {
  return queryOptions({
    queryKey: [...listeningKey(organization, partnership), 'points', interview],
    queryFn: () => fetchPoints(organization, partnership, interview),
  });
}
