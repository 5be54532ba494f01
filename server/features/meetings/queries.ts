import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { holds, type Letter, mayRecordFor, partnerName } from '../rooms/policy.ts';
import { mayChange, settlingSide, speaksFor, type Standing } from './model.ts';
import { repeatOf } from './model-times.ts';
import { type AnswerRow, counterOf, namesOf, type Reader } from './queries-names.ts';
import { offeredAnswers } from './queries-words.ts';
import { occurrencesOf } from './queries-times.ts';
import type { Invited, Meeting, Option } from './schema.ts';
import type { MeetingState, Via, Vote, Way } from './schema-requests.ts';

export interface MeetingRow extends Standing {
  id: string;
  uid: string;
  sequence: number;
  organizer: string;
  state: MeetingState;
  purpose: string;
  agenda: string;
  way: Way;
  place: string;
  place_side: Letter | null;
  zone: string;
  start_local: string | null;
  lasts: number;
  starts_at: string | null;
  rule: string | null;
  thread_id: string | null;
  created_at: string;
  changed_at: string;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancelled_side: Letter | null;
  cancelled_via: Via | null;
  cancel_reason: string | null;
}

const columns = `id, uid, sequence, side, organizer, state, asks, purpose, agenda, way, place, place_side, zone, start_local, lasts, starts_at,
  rule, thread_id, created_at, changed_at, cancelled_at, cancelled_by, cancelled_side, cancelled_via, cancel_reason`;

/** The bare meeting; with `lock`, held until the transaction ends, so that changes come one after another. */
export async function meetingRow(tx: Tx, partnership: string, id: string, lock = false): Promise<MeetingRow> {
  const { rows } = await tx.query<MeetingRow>(
    `select ${columns} from meetings where partnership_id = $1 and id = $2 ${lock ? 'for update' : ''}`,
    [partnership, id],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such meeting here.');
  return rows[0];
}

export interface InvitedRow {
  id: string;
  name: string | null;
  email: string | null;
  side: Letter;
  required: boolean;
  organizer: boolean;
  person_id: string | null;
  ended_at: string | null;
}

/** Who is asked to come: the inviter first. Somebody who was written down twice shows under the name that was kept. */
export async function invitedRows(tx: Tx, partnership: string, meeting: string): Promise<InvitedRow[]> {
  const { rows } = await tx.query<InvitedRow>(
    `select m.person as id, coalesce(k.name, p.name) as name, coalesce(k.email, p.email) as email, m.side, m.required, m.person = g.organizer as organizer,
       coalesce(k.person_id, p.person_id) as person_id, coalesce(k.ended_at, p.ended_at) as ended_at
     from meeting_people m
     join people p on p.partnership_id = m.partnership_id and p.id = m.person
     left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into
     join meetings g on g.partnership_id = m.partnership_id and g.id = m.meeting_id
     where m.partnership_id = $1 and m.meeting_id = $2
     order by m.person <> g.organizer, m.side <> g.side, not m.required, m.person limit 100`,
    [partnership, meeting],
  );
  return rows;
}

export async function answerRows(tx: Tx, partnership: string, meeting: string): Promise<AnswerRow[]> {
  const { rows } = await tx.query<AnswerRow>(
    `select person, occurrence, answer, words, counter_local, counter_at, sequence, via, at from meeting_answers
     where partnership_id = $1 and meeting_id = $2 order by occurrence, person limit 5000`,
    [partnership, meeting],
  );
  return rows;
}

export async function optionsOf(tx: Tx, partnership: string, meeting: string): Promise<Option[]> {
  const [options, votes] = await Promise.all([
    tx.query<{ id: string; start_local: string; starts_at: string }>(
      `select id, start_local, starts_at from meeting_options where partnership_id = $1 and meeting_id = $2 order by starts_at, id limit 20`,
      [partnership, meeting],
    ),
    tx.query<{ option_id: string; person: string; vote: Vote; via: Via }>(
      `select option_id, person, vote, via from meeting_votes where partnership_id = $1 and meeting_id = $2 order by at, person limit 1000`,
      [partnership, meeting],
    ),
  ]);
  return options.rows.map((row) => ({
    id: row.id,
    local: row.start_local,
    startsAt: row.starts_at,
    votes: votes.rows
      .filter((vote) => vote.option_id === row.id)
      .map(({ person, vote, via }) => ({ person, vote, via })),
  }));
}

function presentPeople(reader: Reader, meeting: MeetingRow, people: InvitedRow[], answers: AnswerRow[]): Invited[] {
  return people.map((one) => {
    const given = answers.find((each) => each.person === one.id && each.occurrence === '');
    return {
      id: one.id,
      name: one.name,
      side: one.side,
      required: one.required,
      organizer: one.organizer,
      me:
        reader.guest === undefined
          ? one.person_id !== null && one.person_id === reader.personId
          : one.id === reader.guest,
      reachable: one.email !== null && one.ended_at === null,
      answer: given
        ? {
            answer: given.answer,
            words: given.words,
            counter: counterOf(given),
            via: given.via,
            at: given.at,
            outdated: given.sequence < meeting.sequence,
          }
        : null,
      recordable:
        reader.guest === undefined &&
        one.person_id === null &&
        mayRecordFor(reader.organization, reader.room, one.side),
    };
  });
}

async function grewFrom(tx: Tx, partnership: string, meeting: string): Promise<Meeting['after']> {
  const { rows } = await tx.query<{ id: string; purpose: string }>(
    `select m.id, m.purpose from meeting_results r join meetings m on m.partnership_id = r.partnership_id and m.id = r.meeting_id
     where r.partnership_id = $1 and r.next_id = $2 order by r.id limit 1`,
    [partnership, meeting],
  );
  return rows[0] ?? null;
}

/** One meeting as a reader sees it, with all of its times. */
export async function loadMeeting(tx: Tx, reader: Reader, id: string): Promise<Meeting> {
  const { room, organization } = reader;
  const row = await meetingRow(tx, room.id, id);
  const [people, answers, options, after] = await Promise.all([
    invitedRows(tx, room.id, id),
    answerRows(tx, room.id, id),
    optionsOf(tx, room.id, id),
    grewFrom(tx, room.id, id),
  ]);
  const occurrences = await occurrencesOf(tx, reader, id, answers);
  const names = await namesOf(tx, room.id, [row.organizer, row.cancelled_by]);
  const named = (one: string) => ({ id: one, name: names.get(one) ?? null });
  const invited = presentPeople(reader, row, people, answers);
  const speakers = invited.filter((one) => !one.organizer && (one.me || one.recordable)).map((one) => one.id);
  const timed = row.state === 'proposed' || row.state === 'agreed';
  const about = { partnership: room.id, id, changedAt: row.changed_at };
  const stands = row.state !== 'cancelled';
  const guest = reader.guest !== undefined;
  // Whoever came by link and is no longer asked speaks for nobody.
  const ownSide = invited.find((one) => one.me)?.side ?? (guest ? null : room.mySide);
  const speaks = (side: Letter) => (guest ? side === ownSide : speaksFor(organization, room, side));
  return {
    id: row.id,
    partnership: room.id,
    partner: guest && ownSide ? room.sides[ownSide === 'a' ? 'b' : 'a'].name : partnerName(room),
    state: row.state,
    asks: row.asks,
    sequence: row.sequence,
    side: row.side,
    organizer: named(row.organizer),
    purpose: row.purpose,
    agenda: row.agenda,
    way: row.way,
    place: row.place,
    placeSide: row.place_side,
    zone: row.zone,
    lasts: row.lasts,
    start:
      row.start_local !== null && row.starts_at !== null ? { local: row.start_local, startsAt: row.starts_at } : null,
    repeat: row.rule === null ? null : repeatOf(row.rule, occurrences.length),
    options,
    people: invited,
    occurrences,
    cancelled:
      row.cancelled_at !== null && row.cancelled_by !== null && row.cancelled_side !== null
        ? {
            at: row.cancelled_at,
            by: named(row.cancelled_by),
            side: row.cancelled_side,
            via: row.cancelled_via ?? 'session',
            reason: row.cancel_reason ?? '',
          }
        : null,
    after,
    thread: guest ? null : row.thread_id,
    offered: timed ? await offeredAnswers(tx, organization, about, speakers, answers) : [],
    createdAt: row.created_at,
    changedAt: row.changed_at,
    may: {
      change: !guest && mayChange(organization, room, row),
      move: mayChange(organization, room, row) && (!guest || ownSide === row.side),
      settle: row.state === 'poll' && speaks(settlingSide(row)),
      cancel: stands && (['a', 'b'] as const).some((side) => holds(organization, room, side) && speaks(side)),
      answer: stands && invited.some((one) => one.me || one.recordable),
    },
  };
}
