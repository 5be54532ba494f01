import { queryOptions } from '@tanstack/react-query';
import type { NewMove, OpenPromise, OwnPeople, SetAcquaintance } from '../../../server/features/pairs/schema-own.ts';
import type {
  AnswerPair,
  DutyKind,
  GuestPair,
  NewPair,
  PairsPage,
  Suggestion,
} from '../../../server/features/pairs/schema.ts';
import type { SamePage } from '../../../server/features/people/schema.ts';
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

/** Who might work with whom, and why. */
export function suggestionsQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'pair-suggestions'],
    queryFn: () => api.get<Suggestion[]>(`${pairsPath(organization, partnership)}/suggestions`),
  });
}

const personPath = (organization: string, partnership: string, person: string) =>
  `${roomPath(organization, partnership)}/people/${person}`;

/** Who of us knows whom, and where people came from or went: ours alone. */
export function ownPeopleQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'own-people'],
    queryFn: () => api.get<OwnPeople>(`${roomPath(organization, partnership)}/own-people`),
  });
}

interface Acquainted {
  organization: string;
  partnership: string;
  person: string;
  member: string;
}

export function setAcquaintance(
  { organization, partnership, person, member }: Acquainted,
  input: SetAcquaintance,
): Promise<OwnPeople> {
  return api.put(`${personPath(organization, partnership, person)}/acquaintances/${member}`, input);
}

export function dropAcquaintance({ organization, partnership, person, member }: Acquainted): Promise<OwnPeople> {
  return api.delete(`${personPath(organization, partnership, person)}/acquaintances/${member}`);
}

export function promisesQuery(organization: string, partnership: string, person: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'promises', person],
    queryFn: () => api.get<OpenPromise[]>(`${personPath(organization, partnership, person)}/promises`),
  });
}

export function noteMove(
  organization: string,
  partnership: string,
  person: string,
  input: NewMove,
): Promise<OwnPeople> {
  return api.put(`${personPath(organization, partnership, person)}/move`, input);
}

export function forgetMove(organization: string, partnership: string, person: string): Promise<OwnPeople> {
  return api.delete(`${personPath(organization, partnership, person)}/move`);
}

/** Who looks as if they were written down twice, and who was merged. */
export function sameQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...roomKey(organization, partnership), 'same-people'],
    queryFn: () => api.get<SamePage>(`${roomPath(organization, partnership)}/same-people`),
  });
}

export function mergePerson(
  organization: string,
  partnership: string,
  person: string,
  into: string,
): Promise<SamePage> {
  return api.post(`${personPath(organization, partnership, person)}/merge`, { into });
}

export function undoMerge(organization: string, partnership: string, person: string): Promise<SamePage> {
  return api.delete(`${personPath(organization, partnership, person)}/merge`);
}

export function keepApart(organization: string, partnership: string, person: string, than: string): Promise<SamePage> {
  return api.post(`${personPath(organization, partnership, person)}/apart`, { than });
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
