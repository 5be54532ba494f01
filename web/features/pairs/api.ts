import { queryOptions } from '@tanstack/react-query';
import type { AnswerPair, DutyKind, GuestPair, NewPair, PairsPage } from '../../../server/features/pairs/schema.ts';
import { api } from '../../api/client.ts';
import { roomPath } from '../conversations/api.ts';
import { roomKey } from '../partnerships/api.ts';

const pairsPath = (organization: string, partnership: string) => `${roomPath(organization, partnership)}/pairs`;

/** Pairs, duties and what rests on few shoulders: what both sides see. */
export function pairsQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'pairs'],
    queryFn: () => api.get<PairsPage>(pairsPath(organization, partnership)),
  });
}

export function proposePair(organization: string, partnership: string, input: NewPair): Promise<PairsPage> {
  return api.post(pairsPath(organization, partnership), input);
}

export function answerPair(
  organization: string,
  partnership: string,
  pair: string,
  input: AnswerPair,
): Promise<PairsPage> {
  return api.post(`${pairsPath(organization, partnership)}/${pair}/answer`, input);
}

export function endPair(organization: string, partnership: string, pair: string): Promise<PairsPage> {
  return api.post(`${pairsPath(organization, partnership)}/${pair}/end`);
}

export function setDuties(
  organization: string,
  partnership: string,
  person: string,
  duties: DutyKind[],
): Promise<PairsPage> {
  return api.put(`${roomPath(organization, partnership)}/people/${person}/duties`, { duties });
}

/** Proposals to work together that name the guest of a link. */
export function guestPairsQuery(link: string) {
  return queryOptions({
    queryKey: ['guest', link, 'pairs'],
    queryFn: () => api.get<GuestPair[]>('/guest/pairs', undefined, { link }),
  });
}

export function answerAsGuest(link: string, pair: string, agree: boolean): Promise<void> {
  return api.post(`/guest/pairs/${pair}/answer`, { agree }, { link });
}
