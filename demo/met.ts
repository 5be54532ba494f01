import { proposeMeeting, settleMeeting, voteOn } from '../server/features/meetings/commands.ts';
import {
  addResult,
  giveThanks,
  sayOutcome,
  writeMinutes,
  writeNote,
} from '../server/features/meetings/commands-after.ts';
import { answerMeeting, cancelMeeting, moveMeeting } from '../server/features/meetings/commands-changes.ts';
import { logVisit } from '../server/features/meetings/commands-visit.ts';
import { memberSpeaking, type Speaking } from '../server/features/meetings/commands-voice.ts';
import { optionsOf } from '../server/features/meetings/queries.ts';
import {
  type NewMeeting,
  newMeetingSchema,
  newVisitSchema,
  type Vote,
} from '../server/features/meetings/schema-requests.ts';
import type { Membership } from '../server/features/identity/policy.ts';
import { mailDomain } from '../server/features/mail/model.ts';
import { loadRoom } from '../server/features/rooms/queries.ts';
import type { Tx } from '../server/platform/database.ts';
import type { z } from 'zod';
import { ZONE } from './calendar.ts';
import { found, type Stage } from './stage.ts';

/** Somebody at a meeting: of a room, by their key. */
type Who = readonly string[];

function at<T>(
  stage: Stage,
  who: string,
  room: string,
  work: (tx: Tx, by: Speaking, member: Membership) => Promise<T>,
  recorded?: string,
): Promise<T> {
  const organization = stage.sideOf(who, room);
  const played = found(stage.rooms, room, 'room');
  return stage.as(who, organization, async (tx, member) => {
    const { id } = stage.organization(organization);
    const parts = { organization: id, room: await loadRoom(tx, id, played.id), now: stage.now };
    const person = recorded && found(played.contacts, recorded, 'contact');
    return work(tx, await memberSpeaking(tx, parts, member, person || undefined), member);
  });
}

const meetingOf = (stage: Stage, key: string): string => found(stage.meetings, key, 'meeting');

async function pseudonyms(stage: Stage, room: string, people: Who): Promise<string[]> {
  const found: string[] = [];
  for (const who of people) found.push((await stage.pseudonym(room, who)) ?? '');
  return found;
}

/** A meeting is proposed, with the people of both sides. Later happenings call it `key`. */
export async function proposes(
  stage: Stage,
  key: string,
  who: string,
  room: string,
  people: Who,
  meeting: Omit<z.input<typeof newMeetingSchema>, 'zone' | 'people'>,
): Promise<void> {
  const asked = (await pseudonyms(stage, room, people)).map((person) => ({ person }));
  const input: NewMeeting = newMeetingSchema.parse({ ...meeting, zone: ZONE, people: asked });
  const domain = mailDomain(stage.platform.config);
  const id = await at(stage, who, room, (tx, by) => proposeMeeting(tx, by, domain, input));
  stage.meetings.set(key, id);
}

/** Somebody says which times would do, in the order in which they were offered; `whose`: written down for them. */
export async function votes(
  stage: Stage,
  key: string,
  who: string,
  room: string,
  given: readonly Vote[],
  whose?: string,
): Promise<void> {
  const id = meetingOf(stage, key);
  await at(
    stage,
    who,
    room,
    async (tx, by) => {
      const options = await optionsOf(tx, by.room.id, id);
      await voteOn(
        tx,
        by,
        id,
        options.map((option, index) => ({ option: option.id, vote: given[index] ?? 'no' })),
      );
    },
    whose,
  );
}

/** The inviter settles a poll. */
export async function settles(stage: Stage, key: string, who: string, room: string, index: number): Promise<void> {
  const id = meetingOf(stage, key);
  await at(stage, who, room, async (tx, by) => {
    const options = await optionsOf(tx, by.room.id, id);
    await settleMeeting(tx, by, id, { option: options[index]?.id ?? '' });
  });
}

/** Somebody says that they come. */
export async function comes(stage: Stage, key: string, who: string, room: string): Promise<void> {
  await at(stage, who, room, (tx, by) => answerMeeting(tx, by, meetingOf(stage, key), { answer: 'accepted' }));
}

/** One time of a recurring meeting is moved, or called off. */
export async function excepts(
  stage: Stage,
  key: string,
  who: string,
  room: string,
  occurrence: string,
  how: { start: string } | { reason: string },
): Promise<void> {
  const id = meetingOf(stage, key);
  await at(stage, who, room, (tx, by) =>
    'start' in how
      ? moveMeeting(tx, by, id, { ...how, occurrence })
      : cancelMeeting(tx, by, id, { ...how, occurrence }),
  );
}

/** What came of it. */
interface After {
  came?: Who;
  minutes?: string;
  note?: string;
  /** Requests and offers, by their key. */
  led?: readonly string[];
  ideas?: readonly string[];
  thanks?: string;
}

/** How a meeting went, and what it led to. */
export async function tellsHow(
  stage: Stage,
  key: string,
  who: string,
  room: string,
  occurrence: string,
  after: After,
): Promise<void> {
  const id = meetingOf(stage, key);
  const came = await pseudonyms(stage, room, after.came ?? []);
  await at(stage, who, room, async (tx, by, member) => {
    const attendance = came.map((person) => ({ person, attended: true }));
    await sayOutcome(tx, by, id, { occurrence, held: true, words: '', attendance });
    if (after.minutes) await writeMinutes(tx, by, id, { occurrence, text: after.minutes, seen: null });
    if (after.note) {
      const desk = { organization: by.organization, partnership: by.room.id, actor: member };
      await writeNote(tx, desk, id, { occurrence, text: after.note, seen: null }, by.now);
    }
    for (const text of after.ideas ?? []) await addResult(tx, by, id, { occurrence, kind: 'idea', text });
    for (const each of after.led ?? []) await leads(stage, tx, by, id, occurrence, each);
    if (after.thanks) await giveThanks(tx, by, member, id, { occurrence, text: after.thanks });
  });
}

async function leads(stage: Stage, tx: Tx, by: Speaking, id: string, occurrence: string, key: string): Promise<void> {
  const { id: conversation } = found(stage.conversations, key, 'conversation');
  await addResult(tx, by, id, { occurrence, kind: 'conversation', conversation });
}

/** What was asked or offered later came of a meeting. */
export async function ledTo(
  stage: Stage,
  key: string,
  who: string,
  room: string,
  occurrence: string,
  conversation: string,
): Promise<void> {
  await at(stage, who, room, (tx, by) => leads(stage, tx, by, meetingOf(stage, key), occurrence, conversation));
}

/** A visit is written down. */
export async function visits(
  stage: Stage,
  key: string,
  who: string,
  room: string,
  people: Who,
  visit: Omit<z.input<typeof newVisitSchema>, 'zone' | 'people'>,
): Promise<void> {
  const input = newVisitSchema.parse({ ...visit, zone: ZONE, people: await pseudonyms(stage, room, people) });
  const domain = mailDomain(stage.platform.config);
  const id = await at(stage, who, room, (tx, by, actor) => {
    const desk = { organization: by.organization, partnership: by.room.id, actor };
    return logVisit(tx, by, desk, input, { domain, purpose: input.purpose ?? '' });
  });
  stage.meetings.set(key, id);
}
