import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { startInterview } from '../interviews/commands.ts';
import type { Desk } from '../interviews/queries.ts';
import type { Colleague } from '../people/commands.ts';
import type { Letter } from '../rooms/policy.ts';
import { addMessage, startThread } from '../threads/commands.ts';
import { insertPeople } from './commands.ts';
import { type Speaking, showMeeting, tellMeeting } from './commands-voice.ts';
import { mustHaveBegun, speaksFor } from './model.ts';
import { type MeetingRow, meetingRow } from './queries.ts';
import { type OccurrenceRow, timeRow } from './queries-times.ts';
import { type Attendance, MOST_RESULTS, type NewResult, type Outcome, type Writing } from './schema-requests.ts';

interface Over {
  meeting: MeetingRow;
  time: OccurrenceRow;
}

/** One time of a meeting that has begun: what came of it may be said. */
async function overTime(tx: Tx, by: Pick<Speaking, 'room' | 'now'>, id: string, occurrence: string): Promise<Over> {
  const meeting = await meetingRow(tx, by.room.id, id, true);
  const time = await timeRow(tx, by.room.id, id, occurrence);
  mustHaveBegun(time, by.now);
  return { meeting, time };
}

/** Says how it went, and who of whose people came. Either side may say it, and correct it: who said it last is named. */
export async function sayOutcome(tx: Tx, by: Speaking, id: string, input: Outcome): Promise<void> {
  const { time } = await overTime(tx, by, id, input.occurrence);
  await tx.query(
    `update meeting_occurrences set held = $4, outcome_words = $5, outcome_at = $6, outcome_by = $7, outcome_side = $8, outcome_via = 'session'
     where partnership_id = $1 and meeting_id = $2 and occurrence = $3`,
    [by.room.id, id, time.occurrence, input.held, input.words, by.now, by.person, by.side],
  );
  await writeAttendance(tx, by, id, time.occurrence, input.attendance);
  await showMeeting(tx, by, id);
}

/** Says of people of one's own side, or of a side without an account, whether they came. */
export async function sayAttendance(tx: Tx, by: Speaking, id: string, input: Attendance): Promise<void> {
  const { time } = await overTime(tx, by, id, input.occurrence);
  await writeAttendance(tx, by, id, time.occurrence, input.attendance);
  await showMeeting(tx, by, id);
}

export async function writeAttendance(
  tx: Tx,
  by: Speaking,
  id: string,
  occurrence: string,
  attendance: Attendance['attendance'],
): Promise<void> {
  if (attendance.length === 0) return;
  const said = new Map(attendance.map((one) => [one.person, one.attended]));
  const { rows } = await tx.query<{ id: string; side: Letter }>(
    `select id, side from people where partnership_id = $1 and id = any($2) and side in ('a', 'b')`,
    [by.room.id, [...said.keys()]],
  );
  if (rows.length < said.size)
    throw new AppError('not_found', 'Somebody named here is not known in this partnership. Add them first.');
  if (rows.some((one) => !speaksFor(by.organization, by.room, one.side)))
    throw new AppError('forbidden', 'Each side says of its own people who came.', { reason: 'not-yours' });
  // Whoever came without being asked is one of the people of the meeting from now on.
  await insertPeople(
    tx,
    by.room.id,
    id,
    rows.filter((one) => said.get(one.id)).map((one) => ({ person: one.id, side: one.side, required: false })),
    'kept',
  );
  const written = rows.map((one) => ({
    person: one.id,
    side: one.side,
    attended: said.get(one.id),
    via: one.side === by.room.mySide ? 'session' : 'recorded',
  }));
  await tx.query(
    `insert into attendance (partnership_id, meeting_id, occurrence, person, side, attended, said_by, via, at, holder_a, holder_b)
     select o.partnership_id, o.meeting_id, o.occurrence, r.person, r.side, r.attended, $5, r.via, $6, o.holder_a, o.holder_b
     from meeting_occurrences o, jsonb_to_recordset($4::jsonb) as r(person uuid, side text, attended boolean, via text)
     where o.partnership_id = $1 and o.meeting_id = $2 and o.occurrence = $3
     on conflict on constraint attendance_pkey do update set attended = excluded.attended, said_by = excluded.said_by, via = excluded.via, at = excluded.at`,
    [by.room.id, id, occurrence, JSON.stringify(written), by.person, by.now],
  );
}

function mustBeSeen(seen: string | null, written: string | null): void {
  if (seen === written || (seen !== null && written !== null && Date.parse(seen) === Date.parse(written))) return;
  throw new AppError('stale', 'Somebody else wrote here meanwhile. Look at their words, then write again.', {
    writtenAt: written,
  });
}

/** Writes the minutes, which both sides read and may change. */
export async function writeMinutes(tx: Tx, by: Speaking, id: string, input: Writing): Promise<void> {
  const { time } = await overTime(tx, by, id, input.occurrence);
  mustBeSeen(input.seen, time.minutes_at);
  await tx.query(
    `update meeting_occurrences set minutes = $4, minutes_at = $5, minutes_by = $6
     where partnership_id = $1 and meeting_id = $2 and occurrence = $3`,
    [by.room.id, id, time.occurrence, input.text, by.now, by.person],
  );
  await showMeeting(tx, by, id);
}

/** Sends what came of a meeting to everybody who was asked: minutes, promises with owners and dates, ideas, the next meeting. */
export async function sendOutcome(tx: Tx, by: Speaking, id: string, occurrence: string): Promise<void> {
  const { time } = await overTime(tx, by, id, occurrence);
  if (!time.held) throw new AppError('conflict', 'Say first that the meeting took place.', { reason: 'not-held' });
  await tellMeeting(tx, by, id, { happened: 'outcome', occurrence: time.occurrence });
}

/** Keeps the organization's own notes about a meeting, before it or after. The other side never sees that there are any. */
export async function writeNote(tx: Tx, desk: Desk, id: string, input: Writing, now: Date): Promise<void> {
  await meetingRow(tx, desk.partnership, id);
  await timeRow(tx, desk.partnership, id, input.occurrence);
  const { rows } = await tx.query<{ updated_at: string; text: string }>(
    'select updated_at, text from meeting_notes where organization_id = $1 and meeting_id = $2 and occurrence = $3 for update',
    [desk.organization, id, input.occurrence],
  );
  mustBeSeen(input.seen, rows[0]?.updated_at ?? null);
  await tx.query(
    `insert into meeting_notes (organization_id, meeting_id, occurrence, partnership_id, text, written_by, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint meeting_notes_pkey do update set text = excluded.text, written_by = excluded.written_by, updated_at = excluded.updated_at`,
    [desk.organization, id, input.occurrence, desk.partnership, input.text, desk.actor.personId, now],
  );
}

/** The talk in which the organization writes down what it heard at a meeting: begun once, with the meeting's day, way and people. */
export async function startTalk(tx: Tx, desk: Desk, by: Speaking, id: string, occurrence: string): Promise<string> {
  const { meeting, time } = await overTime(tx, by, id, occurrence);
  const { rows } = await tx.query<{ interview_id: string }>(
    `select n.interview_id from meeting_notes n join interviews i on i.organization_id = n.organization_id and i.id = n.interview_id
     where n.organization_id = $1 and n.meeting_id = $2 and n.occurrence = $3`,
    [desk.organization, id, occurrence],
  );
  if (rows[0]) return rows[0].interview_id;
  const { rows: theirs } = await tx.query<{ person: string }>(
    `select m.person from meeting_people m
     left join attendance a on a.partnership_id = m.partnership_id and a.meeting_id = m.meeting_id and a.person = m.person and a.occurrence = $3
     where m.partnership_id = $1 and m.meeting_id = $2 and m.side <> $4 and a.attended is distinct from false order by m.person`,
    [by.room.id, id, occurrence, by.side],
  );
  const talk = await startInterview(
    tx,
    desk,
    {
      heldOn: time.start_local.slice(0, 10),
      way: meeting.way,
      ...(meeting.place && { place: meeting.place.slice(0, 200) }),
      withPeople: theirs.map((one) => one.person),
      guideTitle: meeting.purpose,
      questions: [],
    },
    by.now,
  );
  await tx.query(
    `insert into meeting_notes (organization_id, meeting_id, occurrence, partnership_id, interview_id, written_by, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint meeting_notes_pkey do update set interview_id = excluded.interview_id`,
    [desk.organization, id, occurrence, desk.partnership, talk.id, desk.actor.personId, by.now],
  );
  return talk.id;
}

/** Writes down what a meeting led to. A request or an offer counts once; an idea that became one names it. */
export async function addResult(tx: Tx, by: Speaking, id: string, input: NewResult): Promise<void> {
  const { time } = await overTime(tx, by, id, input.occurrence);
  const { rows } = await tx.query<{ n: number }>(
    'select count(*)::int as n from meeting_results where partnership_id = $1 and meeting_id = $2 and occurrence = $3',
    [by.room.id, id, time.occurrence],
  );
  if ((rows[0]?.n ?? 0) >= MOST_RESULTS)
    throw new AppError('conflict', `A meeting leads to at most ${MOST_RESULTS} things here.`);
  if (input.kind === 'conversation') await mustBeHere(tx, by.room.id, 'conversations', input.conversation);
  if (input.kind === 'meeting') {
    if (input.meeting === id) throw new AppError('invalid', 'A meeting does not lead to itself.');
    await mustBeHere(tx, by.room.id, 'meetings', input.meeting);
  }
  if (input.kind === 'conversation' && input.idea) {
    await turnIdea(tx, by, id, input.idea, input.conversation);
  } else {
    await insertResult(tx, by, id, time.occurrence, {
      kind: input.kind,
      text: input.kind === 'idea' ? input.text : '',
      conversation: input.kind === 'conversation' ? input.conversation : null,
      next: input.kind === 'meeting' ? input.meeting : null,
    });
  }
  await showMeeting(tx, by, id);
}

async function mustBeHere(tx: Tx, partnership: string, table: 'conversations' | 'meetings', id: string): Promise<void> {
  const { rowCount } = await tx.query(`select 1 from ${table} where partnership_id = $1 and id = $2`, [
    partnership,
    id,
  ]);
  if (rowCount > 0) return;
  const what = table === 'meetings' ? 'meeting' : 'request or offer';
  throw new AppError('not_found', `There is no such ${what} in this partnership.`);
}

async function turnIdea(tx: Tx, by: Speaking, meeting: string, idea: string, conversation: string): Promise<void> {
  const { rowCount } = await tx.query(
    `update meeting_results set conversation_id = $4 where partnership_id = $1 and meeting_id = $2 and id = $3 and kind = 'idea' and conversation_id is null`,
    [by.room.id, meeting, idea, conversation],
  );
  if (rowCount === 0)
    throw new AppError('conflict', 'This idea is gone, or a request or offer came of it already.', {
      reason: 'turned',
    });
}

interface NewRow {
  kind: 'conversation' | 'idea' | 'meeting' | 'thanks';
  text: string;
  conversation: string | null;
  next: string | null;
}

async function insertResult(tx: Tx, by: Speaking, meeting: string, occurrence: string, row: NewRow): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into meeting_results (partnership_id, meeting_id, id, occurrence, kind, text, conversation_id, next_id, side, author, via, at, holder_a, holder_b)
     select o.partnership_id, o.meeting_id, $4, o.occurrence, $5, $6, $7, $8, $9, $10, $11, $12, o.holder_a, o.holder_b
     from meeting_occurrences o where o.partnership_id = $1 and o.meeting_id = $2 and o.occurrence = $3
       and not exists (select 1 from meeting_results r where r.partnership_id = $1 and r.meeting_id = $2 and r.occurrence = $3
         and (r.conversation_id = $7 or r.next_id = $8))`,
    [
      by.room.id,
      meeting,
      occurrence,
      id,
      row.kind,
      row.text,
      row.conversation,
      row.next,
      by.side,
      by.person,
      by.via,
      by.now,
    ],
  );
  return id;
}

/** Takes back something one's own side wrote down. Thanks stay: they were sent. */
export async function dropResult(tx: Tx, by: Speaking, meeting: string, id: string): Promise<void> {
  const { rows } = await tx.query<{ side: Letter; kind: string }>(
    'select side, kind from meeting_results where partnership_id = $1 and meeting_id = $2 and id = $3 for update',
    [by.room.id, meeting, id],
  );
  const found = rows[0];
  if (!found) throw new AppError('not_found', 'There is no such result of this meeting.');
  if (found.side !== by.side || found.kind === 'thanks')
    throw new AppError(
      'forbidden',
      'Only the side that wrote it down takes it back, and thanks stay as they were sent.',
    );
  await tx.query('delete from meeting_results where partnership_id = $1 and meeting_id = $2 and id = $3', [
    by.room.id,
    meeting,
    id,
  ]);
  await showMeeting(tx, by, meeting);
}

/** Thanks the other side: a message in the talk about this meeting, and by mail to those who were asked and hear of it in no other way. */
export async function giveThanks(
  tx: Tx,
  by: Speaking,
  colleague: Colleague,
  id: string,
  input: { occurrence: string; text: string },
): Promise<void> {
  const { meeting, time } = await overTime(tx, by, id, input.occurrence);
  if (!time.held) throw new AppError('conflict', 'Say first that the meeting took place.', { reason: 'not-held' });
  await sayAboutMeeting(tx, by, colleague, meeting, input.text);
  const result = await insertResult(tx, by, id, time.occurrence, {
    kind: 'thanks',
    text: input.text,
    conversation: null,
    next: null,
  });
  await tx.query(
    `update meeting_occurrences set thanked_${by.side} = coalesce(thanked_${by.side}, $4)
     where partnership_id = $1 and meeting_id = $2 and occurrence = $3`,
    [by.room.id, id, time.occurrence, by.now],
  );
  await tellMeeting(tx, by, id, { happened: 'thanks', occurrence: time.occurrence, result });
}

/** Writes in the plain thread about a meeting, which begins with the first words. */
async function sayAboutMeeting(
  tx: Tx,
  by: Speaking,
  colleague: Colleague,
  meeting: Pick<MeetingRow, 'id' | 'purpose' | 'thread_id'>,
  text: string,
): Promise<void> {
  const { organization, room, now } = by;
  if (meeting.thread_id !== null) {
    await addMessage(tx, organization, room, meeting.thread_id, colleague, { text }, now);
    return;
  }
  const thread = await startThread(tx, organization, room, colleague, { subject: meeting.purpose, text }, now);
  await tx.query('update meetings set thread_id = $3 where partnership_id = $1 and id = $2', [
    room.id,
    meeting.id,
    thread,
  ]);
}
