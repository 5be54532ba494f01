import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { Letter } from '../rooms/policy.ts';
import { replaceTimes, setState } from './commands-times.ts';
import { type Speaking, showMeeting, tellMeeting } from './commands-voice.ts';
import { mayChange, mustBeOpen, mustStand, settlingSide } from './model.ts';
import { momentOf, type TimeProblem, timeRefused, timesOf } from './model-times.ts';
import { type MeetingRow, meetingRow } from './queries.ts';
import type { ChangeMeeting, NewMeeting, Settle, Votes } from './schema-requests.ts';

/** The moment of a local time; `invalid`, with the reason and what can be chosen instead, where there is no one such moment. */
export function momentAsked(local: string, zone: string): Date {
  const found = momentOf(local, zone);
  if (found instanceof Date) return found;
  const { problem, ...instead } = found satisfies TimeProblem;
  throw new AppError('invalid', timeRefused(found, local, zone), { reason: problem, ...instead });
}

function mustBeToCome(at: Date, now: Date): void {
  if (at <= now)
    throw new AppError('invalid', 'That time is past. Choose one to come, or write down the visit as it was.', {
      reason: 'past-time',
    });
}

/** People who can be asked: of either side, there, and each once. Answers the side of each. */
async function askedPeople(
  tx: Tx,
  partnership: string,
  people: readonly { person: string; required: boolean }[],
): Promise<{ person: string; side: Letter; required: boolean }[]> {
  const { rows } = await tx.query<{ id: string; side: Letter }>(
    `select id, side from people where partnership_id = $1 and id = any($2) and side in ('a', 'b') and ended_at is null and merged_into is null`,
    [partnership, people.map((one) => one.person)],
  );
  const sides = new Map(rows.map((row) => [row.id, row.side]));
  const distinct = new Map(people.map((one) => [one.person, one]));
  return [...distinct.values()].map(({ person, required }) => {
    const side = sides.get(person);
    if (!side)
      throw new AppError('not_found', 'Somebody named here is not known in this partnership, or left. Add them first.');
    return { person, side, required };
  });
}

/** Adds people to a meeting. Of those who are there already, `kept` leaves unchanged whether they are needed. */
export async function insertPeople(
  tx: Tx,
  partnership: string,
  meeting: string,
  people: readonly { person: string; side: Letter; required: boolean }[],
  there: 'kept' | 'changed' = 'changed',
): Promise<void> {
  await tx.query(
    `insert into meeting_people (partnership_id, meeting_id, person, side, required, holder_a, holder_b)
     select m.partnership_id, m.id, r.person, r.side, r.required, m.holder_a, m.holder_b
     from meetings m, jsonb_to_recordset($3::jsonb) as r(person uuid, side text, required boolean)
     where m.partnership_id = $1 and m.id = $2
     on conflict on constraint meeting_people_pkey do ${there === 'kept' ? 'nothing' : 'update set required = excluded.required'}`,
    [partnership, meeting, JSON.stringify(people)],
  );
}

interface Founding {
  purpose: string;
  agenda: string;
  way: string;
  place: string;
  placeSide: Letter | null;
  zone: string;
  lasts: number;
  state: 'poll' | 'proposed' | 'agreed';
  asks: 'poll' | 'slots' | null;
  start: { local: string; at: Date } | null;
  rule: string | null;
}

/** The bare meeting, without its times. Its UID is the same for every calendar and for good. */
export async function foundMeeting(
  tx: Tx,
  by: Speaking,
  domain: string,
  founding: Founding,
  people: readonly { person: string; required: boolean }[],
): Promise<string> {
  const id = newId();
  const asked = await askedPeople(tx, by.room.id, [...people, { person: by.person, required: true }]);
  const { rowCount } = await tx.query(
    `insert into meetings (partnership_id, id, uid, side, organizer, state, asks, purpose, agenda, way, place, place_side, zone, start_local,
       lasts, starts_at, rule, created_at, changed_at, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18, p.holder_a, p.holder_b
     from partnerships p where p.id = $1 for share of p`,
    [
      by.room.id,
      id,
      `${id}@${domain}`,
      by.side,
      by.person,
      founding.state,
      founding.asks,
      founding.purpose,
      founding.agenda,
      founding.way,
      founding.place,
      founding.placeSide,
      founding.zone,
      founding.start?.local ?? null,
      founding.lasts,
      founding.start?.at ?? null,
      founding.rule,
      by.now,
    ],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such partnership here.');
  await insertPeople(tx, by.room.id, id, asked);
  return id;
}

/** Proposes a meeting: at a time, at times to vote on, or at times of which the other side takes one. Everybody asked is told. */
export async function proposeMeeting(tx: Tx, by: Speaking, domain: string, input: NewMeeting): Promise<string> {
  const { zone, lasts, purpose, agenda, way, place, placeSide } = input;
  const base = { zone, lasts, purpose, agenda, way, place, placeSide };
  const options = (input.options ?? []).map((local) => ({ id: newId(), local, at: momentAsked(local, zone) }));
  const start = input.start === undefined ? null : { local: input.start, at: momentAsked(input.start, zone) };
  for (const each of start ? [start] : options) mustBeToCome(each.at, by.now);
  const repeated = start && input.repeat ? timesOf(input.repeat, { local: start.local, zone }) : null;
  if (repeated === undefined)
    throw new AppError('invalid', 'A meeting repeats from 2 to 60 times. Choose another end.', { reason: 'repeat' });
  const asks = input.ask === 'fixed' ? null : input.ask;
  const id = await foundMeeting(
    tx,
    by,
    domain,
    { ...base, state: asks ? 'poll' : 'proposed', asks, start, rule: repeated?.rule ?? null },
    input.people,
  );
  if (start) await replaceTimes(tx, by.room.id, id, repeated?.locals ?? [start.local], { zone, lasts });
  else await insertOptions(tx, by.room.id, id, options);
  if (input.after) await linkNext(tx, by, input.after, id);
  await tellMeeting(tx, by, id, { happened: asks ? 'asked' : 'invited' });
  return id;
}

async function insertOptions(
  tx: Tx,
  partnership: string,
  meeting: string,
  options: readonly { id: string; local: string; at: Date }[],
): Promise<void> {
  await tx.query(
    `insert into meeting_options (partnership_id, meeting_id, id, start_local, starts_at, holder_a, holder_b)
     select m.partnership_id, m.id, r.id, r.local, r.at, m.holder_a, m.holder_b
     from meetings m, jsonb_to_recordset($3::jsonb) as r(id uuid, local text, at timestamptz)
     where m.partnership_id = $1 and m.id = $2`,
    [partnership, meeting, JSON.stringify(options)],
  );
}

/** The meeting that this one follows led to it. */
async function linkNext(
  tx: Tx,
  by: Speaking,
  after: { meeting: string; occurrence: string },
  next: string,
): Promise<void> {
  const { rowCount } = await tx.query(
    `insert into meeting_results (partnership_id, meeting_id, id, occurrence, kind, next_id, side, author, via, at, holder_a, holder_b)
     select o.partnership_id, o.meeting_id, $4, o.occurrence, 'meeting', $5, $6, $7, $8, $9, o.holder_a, o.holder_b
     from meeting_occurrences o where o.partnership_id = $1 and o.meeting_id = $2 and o.occurrence = $3`,
    [by.room.id, after.meeting, after.occurrence, newId(), next, by.side, by.person, by.via, by.now],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such meeting here.');
}

/** The meeting, if it may be changed by whoever asks. */
export async function changeable(tx: Tx, by: Speaking, id: string): Promise<MeetingRow> {
  const meeting = await meetingRow(tx, by.room.id, id, true);
  mustStand(meeting);
  if (!mayChange(by.organization, by.room, meeting) || by.side !== meeting.side)
    throw new AppError('forbidden', 'Only who invites changes a meeting. Answer with a time that suits you better.', {
      reason: 'not-inviter',
    });
  return meeting;
}

/** Changes what a meeting is about, where it is and who is asked. Another place or way is a change that invitations tell of. */
export async function changeMeeting(tx: Tx, by: Speaking, id: string, input: ChangeMeeting): Promise<void> {
  const meeting = await changeable(tx, by, id);
  const next = {
    purpose: input.purpose ?? meeting.purpose,
    agenda: input.agenda ?? meeting.agenda,
    way: input.way ?? meeting.way,
    place: input.place ?? meeting.place,
    placeSide: input.placeSide === undefined ? meeting.place_side : input.placeSide,
  };
  const elsewhere = next.way !== meeting.way || next.place !== meeting.place || next.placeSide !== meeting.place_side;
  await tx.query(
    `update meetings set purpose = $3, agenda = $4, way = $5, place = $6, place_side = $7, sequence = sequence + $8, changed_at = $9
     where partnership_id = $1 and id = $2`,
    [by.room.id, id, next.purpose, next.agenda, next.way, next.place, next.placeSide, elsewhere ? 1 : 0, by.now],
  );
  const news = input.people ? await setPeople(tx, by, meeting, input.people) : { added: [], removed: 0 };
  const otherwise = elsewhere || next.purpose !== meeting.purpose || next.agenda !== meeting.agenda;
  const asked = meeting.state === 'poll' ? 'asked' : 'invited';
  if (otherwise) await tellMeeting(tx, by, id, { happened: meeting.state === 'poll' ? 'asked' : 'changed' });
  else if (news.added.length > 0) await tellMeeting(tx, by, id, { happened: asked, only: news.added });
  else await showMeeting(tx, by, id);
}

/** Asks others; the inviter stays. Whoever is no longer asked loses their answer, votes and link. */
async function setPeople(
  tx: Tx,
  by: Speaking,
  meeting: MeetingRow,
  people: readonly { person: string; required: boolean }[],
): Promise<{ added: string[]; removed: number }> {
  const { rows } = await tx.query<{ person: string }>(
    'select person from meeting_people where partnership_id = $1 and meeting_id = $2',
    [by.room.id, meeting.id],
  );
  const before = new Set(rows.map((row) => row.person));
  // Somebody who left since stays on the list of a meeting they were asked to.
  const staying = people.filter((one) => before.has(one.person));
  const added = await askedPeople(
    tx,
    by.room.id,
    people.filter((one) => !before.has(one.person)),
  );
  const kept = new Set([meeting.organizer, ...people.map((one) => one.person)]);
  const removed = [...before].filter((person) => !kept.has(person));
  await tx.query('delete from meeting_votes where partnership_id = $1 and meeting_id = $2 and person = any($3)', [
    by.room.id,
    meeting.id,
    removed,
  ]);
  await tx.query('delete from meeting_people where partnership_id = $1 and meeting_id = $2 and person = any($3)', [
    by.room.id,
    meeting.id,
    removed,
  ]);
  await tx.query(
    'update meeting_links set revoked_at = $4 where partnership_id = $1 and meeting_id = $2 and person = any($3) and revoked_at is null',
    [by.room.id, meeting.id, removed, by.now],
  );
  await tx.query(
    `update meeting_people m set required = r.required from jsonb_to_recordset($3::jsonb) as r(person uuid, required boolean)
     where m.partnership_id = $1 and m.meeting_id = $2 and m.person = r.person`,
    [by.room.id, meeting.id, JSON.stringify(staying)],
  );
  await insertPeople(tx, by.room.id, meeting.id, added);
  return { added: added.map((one) => one.person), removed: removed.length };
}

/** Says which of the times would do. Said again, the later counts. */
export async function voteOn(tx: Tx, by: Speaking, id: string, votes: Votes['votes']): Promise<void> {
  const meeting = await meetingRow(tx, by.room.id, id, true);
  mustBeOpen(meeting);
  await mustBeAsked(tx, by, id);
  const { rowCount } = await tx.query(
    `insert into meeting_votes (partnership_id, meeting_id, option_id, person, vote, via, at, holder_a, holder_b)
     select o.partnership_id, o.meeting_id, o.id, $4, r.vote, $5, $6, o.holder_a, o.holder_b
     from jsonb_to_recordset($3::jsonb) as r(option uuid, vote text)
     join meeting_options o on o.partnership_id = $1 and o.meeting_id = $2 and o.id = r.option
     on conflict on constraint meeting_votes_pkey do update set vote = excluded.vote, via = excluded.via, at = excluded.at`,
    [
      by.room.id,
      id,
      JSON.stringify([...new Map(votes.map((one) => [one.option, one])).values()]),
      by.person,
      by.via,
      by.now,
    ],
  );
  if (rowCount === 0) throw new AppError('not_found', 'None of these times is among those that were offered.');
  // The inviter hears of the other side's votes, not of each colleague's.
  if (by.side !== meeting.side) await tellMeeting(tx, by, id, { happened: 'answered', only: [meeting.organizer] });
  else await showMeeting(tx, by, id);
}

export async function mustBeAsked(tx: Tx, by: Speaking, meeting: string): Promise<void> {
  const { rowCount } = await tx.query(
    'select 1 from meeting_people where partnership_id = $1 and meeting_id = $2 and person = $3',
    [by.room.id, meeting, by.person],
  );
  if (rowCount === 0)
    throw new AppError('forbidden', 'Only somebody who is asked to come answers. Have the inviter add them.', {
      reason: 'not-asked',
    });
}

/** Settles the time. Whoever said yes to it comes; of free slots, so does whoever took it. Everybody is invited. */
export async function settleMeeting(tx: Tx, by: Speaking, id: string, input: Pick<Settle, 'option'>): Promise<void> {
  const meeting = await meetingRow(tx, by.room.id, id, true);
  mustBeOpen(meeting);
  const side = settlingSide(meeting);
  if (by.side !== side)
    throw new AppError(
      'forbidden',
      meeting.asks === 'slots' ? 'The other side takes one of these times.' : 'Who invites settles the time.',
      { reason: 'not-yours' },
    );
  if (meeting.asks === 'slots') await mustBeAsked(tx, by, id);
  const { rows } = await tx.query<{ start_local: string; starts_at: string }>(
    'select start_local, starts_at from meeting_options where partnership_id = $1 and meeting_id = $2 and id = $3',
    [by.room.id, id, input.option],
  );
  const chosen = rows[0];
  if (!chosen) throw new AppError('not_found', 'This time is not among those that were offered.');
  mustBeToCome(new Date(chosen.starts_at), by.now);
  await tx.query(
    `update meetings set state = 'proposed', start_local = $3, starts_at = $4, sequence = sequence + 1, changed_at = $5
     where partnership_id = $1 and id = $2`,
    [by.room.id, id, chosen.start_local, chosen.starts_at, by.now],
  );
  await replaceTimes(tx, by.room.id, id, [chosen.start_local], meeting);
  await tx.query(
    `insert into meeting_answers (partnership_id, meeting_id, person, occurrence, answer, sequence, via, at, holder_a, holder_b)
     select v.partnership_id, v.meeting_id, v.person, '', 'accepted', $4, v.via, v.at, v.holder_a, v.holder_b
     from meeting_votes v where v.partnership_id = $1 and v.meeting_id = $2 and v.option_id = $3 and v.vote = 'yes'
     on conflict on constraint meeting_answers_pkey do nothing`,
    [by.room.id, id, input.option, meeting.sequence + 1],
  );
  if (meeting.asks === 'slots') await acceptFor(tx, by, id, meeting.sequence + 1);
  await setState(tx, by.room.id, id);
  await tellMeeting(tx, by, id, { happened: 'invited' });
}

/** Who took a slot has said that they come. */
async function acceptFor(tx: Tx, by: Speaking, meeting: string, sequence: number): Promise<void> {
  await tx.query(
    `insert into meeting_answers (partnership_id, meeting_id, person, occurrence, answer, sequence, via, at, holder_a, holder_b)
     select m.partnership_id, m.meeting_id, m.person, '', 'accepted', $4, $5, $6, m.holder_a, m.holder_b
     from meeting_people m where m.partnership_id = $1 and m.meeting_id = $2 and m.person = $3
     on conflict on constraint meeting_answers_pkey do update
       set answer = excluded.answer, sequence = excluded.sequence, via = excluded.via, at = excluded.at`,
    [by.room.id, meeting, by.person, sequence, by.via, by.now],
  );
}
