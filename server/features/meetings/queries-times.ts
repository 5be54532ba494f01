import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Letter } from '../rooms/policy.ts';
import { courtesyBy } from './model-times.ts';
import { type AnswerRow, counterOf, namesOf, type Reader } from './queries-names.ts';
import { type MeetingOccurrence, type Result } from './schema.ts';
import { MOST_RESULTS, MOST_TIMES, type Via } from './schema-requests.ts';

export interface OccurrenceRow {
  occurrence: string;
  start_local: string;
  lasts: number;
  starts_at: string;
  ends_at: string;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancelled_side: Letter | null;
  cancelled_via: Via | null;
  cancel_reason: string | null;
  held: boolean | null;
  outcome_words: string | null;
  outcome_at: string | null;
  outcome_by: string | null;
  outcome_side: Letter | null;
  outcome_via: Via | null;
  minutes: string;
  minutes_at: string | null;
  minutes_by: string | null;
  thanked_a: string | null;
  thanked_b: string | null;
  moved_sequence: number;
}

const columns = `occurrence, start_local, lasts, starts_at, ends_at, cancelled_at, cancelled_by, cancelled_side, cancelled_via, cancel_reason,
  held, outcome_words, outcome_at, outcome_by, outcome_side, outcome_via, minutes, minutes_at, minutes_by, thanked_a, thanked_b, moved_sequence`;

/** All times of a meeting in order. Those of an earlier rule come first: the newest sixty beyond them are always there. */
export async function timeRows(tx: Tx, partnership: string, meeting: string): Promise<OccurrenceRow[]> {
  const { rows } = await tx.query<OccurrenceRow>(
    `select ${columns} from meeting_occurrences where partnership_id = $1 and meeting_id = $2 order by starts_at desc, occurrence limit $3`,
    [partnership, meeting, MOST_TIMES * 3],
  );
  return rows.toReversed();
}

/** One time of a meeting, held until the transaction ends. */
export async function timeRow(
  tx: Tx,
  partnership: string,
  meeting: string,
  occurrence: string,
): Promise<OccurrenceRow> {
  const { rows } = await tx.query<OccurrenceRow>(
    `select ${columns} from meeting_occurrences where partnership_id = $1 and meeting_id = $2 and occurrence = $3 for update`,
    [partnership, meeting, occurrence],
  );
  if (!rows[0]) throw new AppError('not_found', 'The meeting does not take place at such a time.');
  return rows[0];
}

interface AttendanceRow {
  occurrence: string;
  person: string;
  attended: boolean;
  via: Via;
}

interface ResultRow {
  id: string;
  occurrence: string;
  kind: Result['kind'];
  text: string;
  side: Letter;
  author: string;
  at: string;
  conversation_id: string | null;
  title: string | null;
  state: string | null;
  outcome: string | null;
  next_id: string | null;
  next_purpose: string | null;
  next_starts_at: string | null;
}

interface NoteRow {
  occurrence: string;
  text: string;
  updated_at: string;
  interview_id: string | null;
  points: number | null;
  readback: 'none' | 'sent' | 'confirmed' | null;
}

/** What only the reader's own organization keeps; a guest reads none of it. */
async function notesOf(tx: Tx, reader: Reader, meeting: string): Promise<NoteRow[]> {
  if (reader.guest !== undefined) return [];
  const { rows } = await tx.query<NoteRow>(
    `select n.occurrence, n.text, n.updated_at, i.id as interview_id,
       (select count(*)::int from points p where p.organization_id = n.organization_id and p.interview_id = i.id and p.dropped_at is null) as points,
       case when r.id is null then 'none' when r.answered_at is null then 'sent' else 'confirmed' end as readback
     from meeting_notes n
     left join interviews i on i.organization_id = n.organization_id and i.id = n.interview_id
     left join readbacks r on r.partnership_id = i.partnership_id and r.id = i.readback_id
     where n.organization_id = $1 and n.meeting_id = $2 limit 200`,
    [reader.organization, meeting],
  );
  return rows;
}

async function resultsOf(tx: Tx, partnership: string, meeting: string): Promise<ResultRow[]> {
  const { rows } = await tx.query<ResultRow>(
    `select r.id, r.occurrence, r.kind, r.text, r.side, r.author, r.at, r.conversation_id, c.title, c.state, c.outcome, r.next_id,
       m.purpose as next_purpose, m.starts_at as next_starts_at
     from meeting_results r
     left join conversations c on c.partnership_id = r.partnership_id and c.id = r.conversation_id
     left join meetings m on m.partnership_id = r.partnership_id and m.id = r.next_id
     where r.partnership_id = $1 and r.meeting_id = $2 order by r.at, r.id limit $3`,
    [partnership, meeting, MOST_RESULTS * 10],
  );
  return rows;
}

async function attendanceOf(tx: Tx, partnership: string, meeting: string): Promise<AttendanceRow[]> {
  const { rows } = await tx.query<AttendanceRow>(
    `select occurrence, person, attended, via from attendance where partnership_id = $1 and meeting_id = $2 order by occurrence, person limit 5000`,
    [partnership, meeting],
  );
  return rows;
}

/** Every time of a meeting with what came of it. */
export async function occurrencesOf(
  tx: Tx,
  reader: Reader,
  meeting: string,
  answers: readonly AnswerRow[],
): Promise<MeetingOccurrence[]> {
  const { id: partnership, mySide } = reader.room;
  const [times, attendance, results, notes] = await Promise.all([
    timeRows(tx, partnership, meeting),
    attendanceOf(tx, partnership, meeting),
    resultsOf(tx, partnership, meeting),
    notesOf(tx, reader, meeting),
  ]);
  const names = await namesOf(tx, partnership, [
    ...times.flatMap((time) => [time.cancelled_by, time.outcome_by, time.minutes_by]),
    ...results.map((result) => result.author),
  ]);
  const named = (id: string) => ({ id, name: names.get(id) ?? null });
  return times.map((time) => {
    const of = <R extends { occurrence: string }>(rows: readonly R[]) =>
      rows.filter((row) => row.occurrence === time.occurrence);
    const note = of(notes)[0];
    return {
      ...presentTime(time, named, mySide),
      attendance: of(attendance).map(({ person, attended, via }) => ({ person, attended, via })),
      answers: of(answers).map((row) => ({
        person: row.person,
        answer: row.answer,
        words: row.words,
        counter: counterOf(row),
        outdated: row.sequence < time.moved_sequence,
      })),
      results: of(results).map((row) => presentResult(row, named)),
      note: note?.text ?? '',
      noteAt: note?.updated_at ?? null,
      talk: note?.interview_id
        ? { id: note.interview_id, points: note.points ?? 0, readback: note.readback ?? 'none' }
        : null,
    };
  });
}

type Named = (id: string) => { id: string; name: string | null };
type PlainTime = Omit<MeetingOccurrence, 'attendance' | 'answers' | 'results' | 'note' | 'noteAt' | 'talk'>;

function presentTime(time: OccurrenceRow, named: Named, mySide: Letter | null): PlainTime {
  const thanked = mySide === 'b' ? time.thanked_b : time.thanked_a;
  return {
    occurrence: time.occurrence,
    local: time.start_local,
    lasts: time.lasts,
    startsAt: time.starts_at,
    endsAt: time.ends_at,
    moved: time.start_local !== time.occurrence,
    cancelled:
      time.cancelled_at !== null && time.cancelled_by !== null && time.cancelled_side !== null
        ? {
            at: time.cancelled_at,
            by: named(time.cancelled_by),
            side: time.cancelled_side,
            via: time.cancelled_via ?? 'session',
            reason: time.cancel_reason ?? '',
          }
        : null,
    held: time.held,
    outcome:
      time.outcome_at !== null && time.outcome_by !== null && time.outcome_side !== null
        ? {
            words: time.outcome_words ?? '',
            at: time.outcome_at,
            by: named(time.outcome_by),
            side: time.outcome_side,
            via: time.outcome_via ?? 'session',
          }
        : null,
    minutes: time.minutes,
    minutesAt: time.minutes_at,
    minutesBy: time.minutes_by === null ? null : named(time.minutes_by),
    courtesy: time.held ? { by: courtesyBy(time.start_local), thanked: thanked !== null } : null,
  };
}

function presentResult(row: ResultRow, named: Named): Result {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    conversation:
      row.conversation_id === null
        ? null
        : { id: row.conversation_id, title: row.title ?? '', state: row.state ?? '', outcome: row.outcome },
    next:
      row.next_id === null ? null : { id: row.next_id, purpose: row.next_purpose ?? '', startsAt: row.next_starts_at },
    side: row.side,
    by: named(row.author),
    at: row.at,
  };
}
