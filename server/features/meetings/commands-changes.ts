import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Letter, letters } from '../rooms/policy.ts';
import { findRoom } from '../rooms/queries.ts';
import { changeable, momentAsked, mustBeAsked } from './commands.ts';
import { replaceTimes, setState } from './commands-times.ts';
import { type Speaking, showMeeting, tellMeeting } from './commands-voice.ts';
import { mustHaveTime, mustStand, speaksFor } from './model.ts';
import { endOf, movedRule, nearestMoment, shownAt } from './model-times.ts';
import { type MeetingRow, meetingRow } from './queries.ts';
import { type OccurrenceRow, timeRow, timeRows } from './queries-times.ts';
import type { MeetingAnswer, Via } from './schema-requests.ts';

export interface Moved {
  start: string;
  /** Another zone than the meeting's; the whole meeting then lies in it, one time of it is converted. */
  zone?: string | undefined;
  lasts?: number | undefined;
  /** Of a recurring meeting: this time only. */
  occurrence?: string | undefined;
}

/**
 * Moves a meeting, or one time of it. Only for who invites. Said by a calendar a time is taken as the calendar means it; said by a
 * person, one that the clock never shows or shows twice is asked back.
 */
export async function moveMeeting(tx: Tx, by: Speaking, id: string, to: Moved): Promise<void> {
  const meeting = await changeable(tx, by, id);
  mustHaveTime(meeting);
  const zone = to.zone ?? meeting.zone;
  const at = by.via === 'calendar' ? nearestMoment(to.start, zone) : momentAsked(to.start, zone);
  if (at <= by.now) throw new AppError('invalid', 'That time is past. Choose one to come.', { reason: 'past-time' });
  const lasts = to.lasts ?? meeting.lasts;
  if (to.occurrence !== undefined && meeting.rule !== null) {
    const time = await timeRow(tx, by.room.id, id, to.occurrence);
    mustBeAhead(time);
    await moveTime(tx, by, meeting, time, { local: shownAt(at, meeting.zone), at, lasts: to.lasts ?? time.lasts });
    return;
  }
  if (meeting.start_local === to.start && meeting.zone === zone && meeting.lasts === lasts && meeting.rule !== null)
    return;
  await moveAll(tx, by, meeting, { local: to.start, zone, at, lasts });
  await setState(tx, by.room.id, id);
  await tellMeeting(tx, by, id, { happened: 'changed' });
}

function mustBeAhead(time: OccurrenceRow): void {
  if (time.cancelled_at !== null) throw new AppError('conflict', 'This time was cancelled.', { reason: 'cancelled' });
  if (time.held !== null)
    throw new AppError('conflict', 'This meeting is over: somebody said how it went.', { reason: 'over' });
}

async function moveTime(
  tx: Tx,
  by: Speaking,
  meeting: MeetingRow,
  time: OccurrenceRow,
  to: { local: string; at: Date; lasts: number },
): Promise<void> {
  if (time.start_local === to.local && time.lasts === to.lasts) return;
  await tx.query(
    `update meeting_occurrences set start_local = $4, starts_at = $5, ends_at = $6, lasts = $7, moved_sequence = $8
     where partnership_id = $1 and meeting_id = $2 and occurrence = $3`,
    [by.room.id, meeting.id, time.occurrence, to.local, to.at, endOf(to.at, to.lasts), to.lasts, meeting.sequence + 1],
  );
  await raise(tx, by, meeting);
  await tellMeeting(tx, by, meeting.id, { happened: 'changed', occurrence: time.occurrence });
}

/** A change of one time: invitations get the next number, and answers to all of it stay as good as they were. */
async function raise(tx: Tx, by: Speaking, meeting: MeetingRow): Promise<void> {
  await tx.query('update meetings set sequence = sequence + 1, changed_at = $3 where partnership_id = $1 and id = $2', [
    by.room.id,
    meeting.id,
    by.now,
  ]);
  await tx.query(
    `update meeting_answers set sequence = sequence + 1 where partnership_id = $1 and meeting_id = $2 and occurrence = '' and sequence = $3`,
    [by.room.id, meeting.id, meeting.sequence],
  );
}

/**
 * Moves all that is still ahead. What is over stays where it was; of a recurring meeting the times left get their new places, the
 * cancelled ones among them stay cancelled.
 */
async function moveAll(
  tx: Tx,
  by: Speaking,
  meeting: MeetingRow,
  to: { local: string; zone: string; at: Date; lasts: number },
): Promise<void> {
  const times = await timeRows(tx, by.room.id, meeting.id);
  const ahead = times.filter(
    (time) => time.held === null && (meeting.rule === null || new Date(time.ends_at) > by.now),
  );
  const first = ahead[0];
  if (!first) throw new AppError('conflict', 'This meeting is over. Propose the next one.', { reason: 'over' });
  const room = by.room.id;
  const next = meeting.rule === null ? undefined : movedRule(meeting.rule, to.local, ahead.length);
  if (meeting.rule !== null && ahead.length > 1 && !next)
    throw new AppError(
      'conflict',
      'This meeting repeats in a way that cannot be moved as a whole. Move one time of it.',
      {
        reason: 'repeat',
      },
    );
  await tx.query(
    `update meetings set start_local = $3, starts_at = $4, zone = $5, lasts = $6, rule = $7, sequence = sequence + 1, changed_at = $8
     where partnership_id = $1 and id = $2`,
    [room, meeting.id, to.local, to.at, to.zone, to.lasts, next?.rule ?? meeting.rule, by.now],
  );
  if (meeting.rule === null) {
    await tx.query(
      `update meeting_occurrences set start_local = $4, starts_at = $5, ends_at = $6, lasts = $7
       where partnership_id = $1 and meeting_id = $2 and occurrence = $3`,
      [room, meeting.id, first.occurrence, to.local, to.at, endOf(to.at, to.lasts), to.lasts],
    );
    return;
  }
  await tx.query(
    'delete from meeting_occurrences where partnership_id = $1 and meeting_id = $2 and occurrence = any($3)',
    [room, meeting.id, ahead.map((time) => time.occurrence)],
  );
  const locals = next?.locals ?? [to.local];
  await replaceTimes(tx, room, meeting.id, locals, to);
  for (const [index, time] of ahead.entries()) {
    if (time.cancelled_at === null) continue;
    await tx.query(
      `update meeting_occurrences set cancelled_at = $4, cancelled_by = $5, cancelled_side = $6, cancelled_via = $7, cancel_reason = $8
       where partnership_id = $1 and meeting_id = $2 and occurrence = $3 and held is null`,
      [
        room,
        meeting.id,
        locals[index] ?? '',
        time.cancelled_at,
        time.cancelled_by,
        time.cancelled_side,
        time.cancelled_via,
        time.cancel_reason,
      ],
    );
  }
}

/** Calls a meeting off, or one time of it. Either side may; who it was and why stays to be seen. What was held stays held. */
export async function cancelMeeting(
  tx: Tx,
  by: Speaking,
  id: string,
  { reason, occurrence }: { reason: string; occurrence?: string | undefined },
): Promise<void> {
  const meeting = await meetingRow(tx, by.room.id, id, true);
  mustStand(meeting);
  if (by.via !== 'recorded' && !speaksFor(by.organization, by.room, by.side))
    throw new AppError('forbidden', 'Only the two sides of a meeting call it off.');
  const one =
    occurrence !== undefined && meeting.rule !== null ? await timeRow(tx, by.room.id, id, occurrence) : undefined;
  if (one) mustBeAhead(one);
  const times = one ? [one] : await timeRows(tx, by.room.id, id);
  const off = times.filter((time) => time.held === null && time.cancelled_at === null);
  if (!one && times.length > 0 && off.length === 0)
    throw new AppError('conflict', 'This meeting is over. There is nothing left to call off.', { reason: 'over' });
  await tx.query(
    `update meeting_occurrences set cancelled_at = $4, cancelled_by = $5, cancelled_side = $6, cancelled_via = $7, cancel_reason = $8
     where partnership_id = $1 and meeting_id = $2 and occurrence = any($3)`,
    [by.room.id, id, off.map((time) => time.occurrence), by.now, by.person, by.side, by.via, reason],
  );
  if (one) await raise(tx, by, meeting);
  else {
    // What was held before keeps the meeting; the rest of it is off.
    const some = times.some((time) => time.held !== null);
    await tx.query(
      `update meetings set sequence = sequence + 1, changed_at = $3 ${some ? '' : ", state = 'cancelled', cancelled_at = $3, cancelled_by = $4, cancelled_side = $5, cancelled_via = $6, cancel_reason = $7"}
       where partnership_id = $1 and id = $2`,
      some ? [by.room.id, id, by.now] : [by.room.id, id, by.now, by.person, by.side, by.via, reason],
    );
  }
  await tellMeeting(tx, by, id, { happened: 'cancelled', ...(one && { occurrence: one.occurrence }) });
}

export interface Given {
  answer: MeetingAnswer;
  words?: string | undefined;
  /** When they could come instead, by the clock of `zone` (the meeting's where it is left out). */
  counter?: { local: string; zone?: string | undefined } | undefined;
  occurrence?: string | undefined;
  /** Which state of the meeting they answered, where they name it. */
  sequence?: number | undefined;
}

/** Says whether somebody comes. Said again, the later counts. */
export async function answerMeeting(tx: Tx, by: Speaking, id: string, given: Given): Promise<void> {
  const meeting = await meetingRow(tx, by.room.id, id, true);
  mustStand(meeting);
  await mustBeAsked(tx, by, id);
  mustHaveTime(meeting);
  const occurrence = given.occurrence !== undefined && meeting.rule !== null ? given.occurrence : '';
  if (occurrence !== '') await timeRow(tx, by.room.id, id, occurrence);
  const counter = counterOf(by, meeting, given);
  const { rows } = await tx.query<{ changed: boolean }>(
    `with before as (
       select answer, counter_local, words from meeting_answers where partnership_id = $1 and meeting_id = $2 and person = $3 and occurrence = $4
     ), written as (
       insert into meeting_answers (partnership_id, meeting_id, person, occurrence, answer, words, counter_local, counter_at, sequence, via, at,
         holder_a, holder_b)
       select m.partnership_id, m.meeting_id, m.person, $4, $5, $6, $7, $8, $9, $10, $11, m.holder_a, m.holder_b
       from meeting_people m where m.partnership_id = $1 and m.meeting_id = $2 and m.person = $3
       on conflict on constraint meeting_answers_pkey do update set answer = excluded.answer, words = excluded.words,
         counter_local = excluded.counter_local, counter_at = excluded.counter_at, sequence = excluded.sequence, via = excluded.via, at = excluded.at
       returning answer, counter_local, words
     )
     select not exists (select 1 from before b where b.answer = w.answer and b.words = w.words and b.counter_local is not distinct from w.counter_local)
       as changed from written w`,
    [
      by.room.id,
      id,
      by.person,
      occurrence,
      given.answer,
      given.words ?? '',
      counter?.local ?? null,
      counter?.at ?? null,
      Math.min(given.sequence ?? meeting.sequence, meeting.sequence),
      by.via,
      by.now,
    ],
  );
  await setState(tx, by.room.id, id);
  const news = rows[0]?.changed === true && by.person !== meeting.organizer;
  if (news)
    await tellMeeting(tx, by, id, {
      happened: 'answered',
      only: [meeting.organizer],
      ...(occurrence && { occurrence }),
    });
  else await showMeeting(tx, by, id);
}

function counterOf(by: Speaking, meeting: MeetingRow, { counter }: Given): { local: string; at: Date } | undefined {
  if (!counter) return undefined;
  const zone = counter.zone ?? meeting.zone;
  const asked =
    by.via === 'mail' || by.via === 'calendar' ? nearestMoment(counter.local, zone) : momentAsked(counter.local, zone);
  return { local: shownAt(asked, meeting.zone), at: asked };
}

export interface ResponseTaken {
  /** Pseudonym of who answered. */
  person: string;
  side: Letter;
}

/**
 * Takes an answer that came by mail or through a calendar, from whoever has this address among the people asked. Only for a side that
 * the organization entered speaks for, so that nobody answers in another's name. Undefined where nobody asked has the address, or the
 * meeting is none that can be answered; an answer older than one already there changes nothing.
 */
export async function takeResponse(
  tx: Tx,
  where: {
    organization: string;
    partnership: string;
    meeting: string;
    email: string;
    via: Extract<Via, 'mail' | 'calendar'>;
    at: Date;
  },
  given: Given,
): Promise<ResponseTaken | undefined> {
  const room = await findRoom(tx, where.organization, where.partnership);
  if (!room) return undefined;
  const sides = letters.filter((side) => room.sides[side].holder === where.organization);
  const { rows } = await tx.query<{
    person: string;
    side: Letter;
    person_id: string | null;
    later: boolean;
    open: boolean;
  }>(
    `select m.person, m.side, coalesce(k.person_id, p.person_id) as person_id,
       exists (select 1 from meeting_answers a where a.partnership_id = m.partnership_id and a.meeting_id = m.meeting_id and a.person = m.person
         and a.occurrence = $4 and a.at > $5) as later, g.state in ('proposed', 'agreed') and ($4 = '' or g.rule is null or exists (select 1 from meeting_occurrences o
         where o.partnership_id = m.partnership_id and o.meeting_id = m.meeting_id and o.occurrence = $4)) as open
     from meeting_people m
     join meetings g on g.partnership_id = m.partnership_id and g.id = m.meeting_id
     join people p on p.partnership_id = m.partnership_id and p.id = m.person
     left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into
     where m.partnership_id = $1 and m.meeting_id = $2 and lower(coalesce(k.email, p.email)) = lower($3) and m.side = any($6)
     order by m.person limit 1`,
    [room.id, where.meeting, where.email.trim(), given.occurrence ?? '', where.at, sides],
  );
  const found = rows[0];
  if (!found?.open) return undefined;
  const { person, side } = found;
  if (found.later) return { person, side };
  const { organization, via, at: now } = where;
  await answerMeeting(
    tx,
    { organization, room, person, side, via, personId: found.person_id ?? undefined, now },
    where.meeting,
    given,
  );
  return { person, side };
}
