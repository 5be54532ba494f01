import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  Attendance,
  CancelMeeting,
  ChangeMeeting,
  MeetingFilter,
  MoveMeeting,
  NewAnswer,
  NewMeeting,
  NewResult,
  NewVisit,
  Outcome,
  Settle,
  Thanks,
  Votes,
  Writing,
} from '../../../server/features/meetings/schema-requests.ts';
import type {
  GuestMeeting,
  madeMeetingLink,
  Meeting,
  MeetingList,
  MeetingSummary,
  startedTalk,
} from '../../../server/features/meetings/schema.ts';
import type { freshLink } from '../../../server/features/links/schema.ts';
import type { z } from 'zod';
import { api } from '../../api/client.ts';
import { roomKey, roomPath } from '../partnerships/api.ts';

/** A meeting of a room, as the address names it. */
export interface MeetingPlace {
  organization: string;
  partnership: string;
  meeting: string;
}

const at = ({ organization, partnership, meeting }: MeetingPlace) =>
  `${roomPath(organization, partnership)}/meetings/${meeting}`;

/** What people of a meeting say of its times: a member and a guest share the components that say it. */
export interface MeetingVoice {
  key: readonly string[];
  vote: (votes: Votes) => Promise<unknown>;
  settle: (settle: Settle) => Promise<unknown>;
  answer: (answer: NewAnswer) => Promise<unknown>;
  move: (move: MoveMeeting) => Promise<unknown>;
  cancel: (cancel: CancelMeeting) => Promise<unknown>;
}

/** Key of all meetings of one room. */
export function meetingsKey(organization: string, partnership: string): string[] {
  return [...roomKey(organization, partnership), 'meetings'];
}

/** Meetings of one room, or of all of them, page after page. */
export function meetingsQuery(organization: string, when: MeetingFilter['when'], partnership?: string) {
  const path = partnership ? roomPath(organization, partnership) : `/organizations/${organization}`;
  return infiniteQueryOptions({
    queryKey: [
      ...(partnership ? meetingsKey(organization, partnership) : ['organizations', organization, 'meetings']),
      'list',
      when,
    ],
    queryFn: ({ pageParam }) => api.get<MeetingList>(`${path}/meetings`, { when, cursor: pageParam, limit: 20 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function summaryQuery(organization: string, partnership: string) {
  return queryOptions({
    queryKey: [...meetingsKey(organization, partnership), 'summary'],
    queryFn: () => api.get<MeetingSummary>(`${roomPath(organization, partnership)}/meetings/summary`),
  });
}

export function meetingQuery(place: MeetingPlace) {
  return queryOptions({
    queryKey: [...meetingsKey(place.organization, place.partnership), place.meeting],
    queryFn: () => api.get<Meeting>(at(place)),
  });
}

export function memberVoice(place: MeetingPlace): MeetingVoice {
  return {
    key: meetingsKey(place.organization, place.partnership),
    vote: (votes) => api.put(`${at(place)}/votes`, votes),
    settle: (settle) => api.post(`${at(place)}/settle`, settle),
    answer: (answer) => api.post(`${at(place)}/answers`, answer),
    move: (move) => api.post(`${at(place)}/move`, move),
    cancel: (cancel) => api.post(`${at(place)}/cancel`, cancel),
  };
}

export function guestMeetingQuery(link: string) {
  return queryOptions({
    queryKey: ['guest', link, 'meeting'],
    queryFn: () => api.get<GuestMeeting>('/guest/meeting', undefined, { link }),
    retry: false,
  });
}

export function guestVoice(link: string): MeetingVoice {
  return {
    key: ['guest', link, 'meeting'],
    vote: (votes) => api.put('/guest/meeting/votes', votes, { link }),
    settle: (settle) => api.post('/guest/meeting/settle', settle, { link }),
    answer: (answer) => api.post('/guest/meeting/answers', answer, { link }),
    move: (move) => api.post('/guest/meeting/move', move, { link }),
    cancel: (cancel) => api.post('/guest/meeting/cancel', cancel, { link }),
  };
}

/** Writes about the meeting of the link, for both sides. */
export function writeAboutMeeting(link: string, text: string): Promise<GuestMeeting> {
  return api.post('/guest/meeting/words', { text }, { link });
}

/** Has the next link sent to the same person; answers to which address, mostly hidden. */
export function askFreshMeetingLink(link: string): Promise<z.infer<typeof freshLink>> {
  return api.post('/guest/meeting/fresh-link', {}, { link });
}

export function proposeMeeting(organization: string, partnership: string, input: NewMeeting): Promise<Meeting> {
  return api.post(`${roomPath(organization, partnership)}/meetings`, input);
}

export function logVisit(organization: string, partnership: string, input: NewVisit): Promise<Meeting> {
  return api.post(`${roomPath(organization, partnership)}/visits`, input);
}

export function changeMeeting(place: MeetingPlace, change: ChangeMeeting): Promise<Meeting> {
  return api.patch(at(place), change);
}

export function sayOutcome(place: MeetingPlace, outcome: Outcome): Promise<Meeting> {
  return api.post(`${at(place)}/outcome`, outcome);
}

export function sayAttendance(place: MeetingPlace, attendance: Attendance): Promise<Meeting> {
  return api.put(`${at(place)}/attendance`, attendance);
}

/** `minutes` are read by both sides, the `note` by our own organization only. */
export function writeDown(place: MeetingPlace, which: 'minutes' | 'note', writing: Writing): Promise<Meeting> {
  return api.put(`${at(place)}/${which}`, writing);
}

/** The talk that belongs to the meeting, where what was heard is kept; begun if there is none. */
export function talkOfMeeting(place: MeetingPlace, occurrence: string): Promise<z.infer<typeof startedTalk>> {
  return api.post(`${at(place)}/talk`, { occurrence });
}

export function addResult(place: MeetingPlace, result: NewResult): Promise<Meeting> {
  return api.post(`${at(place)}/results`, result);
}

export function dropResult(place: MeetingPlace, result: string): Promise<unknown> {
  return api.delete(`${at(place)}/results/${result}`);
}

export function sayThanks(place: MeetingPlace, thanks: Thanks): Promise<Meeting> {
  return api.post(`${at(place)}/thanks`, thanks);
}

/** A link for somebody without an account. */
export function linkFor(place: MeetingPlace, person: string): Promise<z.infer<typeof madeMeetingLink>> {
  return api.post(`${at(place)}/links`, { person });
}

/** Mails what came of the meeting to everybody who was asked. */
export function sendOutcome(place: MeetingPlace, occurrence: string): Promise<Meeting> {
  return api.post(`${at(place)}/minutes/send`, { occurrence });
}
