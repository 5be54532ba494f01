import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Desk } from '../interviews/queries.ts';
import { addPeople } from '../people/commands.ts';
import { canKeepPeople } from '../people/policy.ts';
import { partnerSide } from '../rooms/policy.ts';
import { foundMeeting, momentAsked } from './commands.ts';
import { writeAttendance, writeMinutes, writeNote } from './commands-after.ts';
import { replaceTimes } from './commands-times.ts';
import { type Speaking, showMeeting } from './commands-voice.ts';
import { speaksFor } from './model.ts';
import { shownAt } from './model-times.ts';
import type { NewVisit } from './schema-requests.ts';

const NOON = '12:00';
const MINUTE = 60_000;

/** When a visit began: as it was said; else at noon of that day, or as late as it can have begun. */
function beganAt(input: NewVisit, now: Date): { local: string; at: Date } {
  const said = `${input.on}T${input.time ?? NOON}`;
  const at = momentAsked(said, input.zone);
  if (at <= now) return { local: said, at };
  const latest = shownAt(new Date(Math.floor((now.getTime() - MINUTE) / MINUTE) * MINUTE), input.zone);
  if (input.time !== undefined || latest.slice(0, 10) !== input.on)
    throw new AppError('invalid', 'That is still to come. Propose a meeting instead.', { reason: 'to-come' });
  return { local: latest, at: momentAsked(latest, input.zone) };
}

/** Writes down a meeting that took place: with who was there, what was agreed for both sides, and what was heard for our own. */
export async function logVisit(
  tx: Tx,
  by: Speaking,
  desk: Desk,
  input: NewVisit,
  words: { domain: string; purpose: string },
): Promise<string> {
  const { room } = by;
  const start = beganAt(input, by.now);
  const partner = partnerSide(room);
  if (input.newPeople.length > 0 && !canKeepPeople(by.organization, room, partner))
    throw new AppError(
      'forbidden',
      `${room.sides[partner].name} is here and keeps its own people. Choose one of them.`,
    );
  const added = await addPeople(tx, room.id, partner, input.newPeople, by.now);
  const people = [...new Set([...input.people, ...added.map((one) => one.id)])];
  const id = await foundMeeting(
    tx,
    by,
    words.domain,
    {
      purpose: input.purpose ?? words.purpose,
      agenda: '',
      way: input.way,
      place: input.place,
      placeSide: input.placeSide,
      zone: input.zone,
      lasts: input.lasts,
      state: 'agreed',
      asks: null,
      start,
      rule: null,
    },
    people.map((person) => ({ person, required: true })),
  );
  await replaceTimes(tx, room.id, id, [start.local], input);
  await tx.query(
    `update meeting_occurrences set held = true, outcome_words = '', outcome_at = $4, outcome_by = $5, outcome_side = $6, outcome_via = 'session'
     where partnership_id = $1 and meeting_id = $2 and occurrence = $3`,
    [room.id, id, start.local, by.now, by.person, by.side],
  );
  const { rows: there } = await tx.query<{ person: string; side: 'a' | 'b' }>(
    'select person, side from meeting_people where partnership_id = $1 and meeting_id = $2',
    [room.id, id],
  );
  // A partner who is here says of its own people who came.
  const sayable = there.filter((one) => speaksFor(by.organization, room, one.side));
  await writeAttendance(
    tx,
    by,
    id,
    start.local,
    sayable.map(({ person }) => ({ person, attended: true })),
  );
  const writing = (text: string) => ({ occurrence: start.local, text, seen: null });
  if (input.minutes) await writeMinutes(tx, by, id, writing(input.minutes));
  if (input.note) await writeNote(tx, desk, id, writing(input.note), by.now);
  await showMeeting(tx, by, id);
  return id;
}
