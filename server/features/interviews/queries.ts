import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import type { FollowUp, Interview, InterviewItem, PageFilter, Point, Way } from './schema.ts';

/** One organization's own desk for a partnership: what it heard is never part of the room. */
export interface Desk {
  organization: string;
  partnership: string;
  actor: Pick<Membership, 'personId' | 'role'>;
}

interface InterviewRow {
  id: string;
  held_on: string;
  way: Way;
  place: string | null;
  with_people: { id: string; name: string }[];
  guide_title: string;
  started_by: string;
  started_by_name: string | null;
  points: number;
  open: number;
  finished_at: string | null;
  readback: InterviewItem['readback'];
  questions: string[];
}

const select = `select i.id, i.held_on, i.way, i.place, i.guide_title, i.started_by, m.name as started_by_name, i.finished_at, i.questions,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', coalesce(p.name, '')) order by p.id)
      from people p where p.partnership_id = i.partnership_id and p.id = any(i.with_people)), '[]') as with_people,
    n.points, n.open,
    case when r.id is null then 'none' when r.answered_at is null then 'sent' else 'confirmed' end as readback
  from interviews i
  left join memberships m on m.organization_id = i.organization_id and m.person_id = i.started_by
  left join readbacks r on r.partnership_id = i.partnership_id and r.id = i.readback_id
  left join lateral (select count(*)::int as points, count(*) filter (where o.settled is null)::int as open from points o
    where o.organization_id = i.organization_id and o.interview_id = i.id and o.dropped_at is null) n on true
  where i.organization_id = $1 and i.partnership_id = $2`;

function present(row: InterviewRow): InterviewItem {
  return {
    id: row.id,
    heldOn: row.held_on,
    way: row.way,
    place: row.place,
    withPeople: row.with_people,
    guideTitle: row.guide_title,
    startedBy: { id: row.started_by, name: row.started_by_name ?? '' },
    points: row.points,
    open: row.open,
    finishedAt: row.finished_at,
    readback: row.readback,
  };
}

/** Talks with a partner, the latest day first. */
export async function listInterviews(
  tx: Tx,
  desk: Desk,
  { cursor, limit }: PageFilter,
): Promise<{ items: InterviewItem[]; next: string | null }> {
  const after = readDayCursor(cursor);
  const { rows } = await tx.query<InterviewRow>(
    `${select} and ($3::date is null or (i.held_on, i.id) < ($3::date, $4::uuid)) order by i.held_on desc, i.id desc limit $5`,
    [desk.organization, desk.partnership, after.day, after.id, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > shown.length && last ? writeCursor([last.held_on, last.id]) : null;
  return { items: shown.map(present), next };
}

function readDayCursor(cursor: string | undefined): { day: string | null; id: string | null } {
  const read = readCursor(cursor, 'text', 'id');
  const day = read?.[0] ?? null;
  if (day !== null && (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)) || day < '1900'))
    throw new AppError('invalid', 'This cursor is not one of ours. Start again from the first page.');
  return { day, id: read?.[1] ?? null };
}

export async function loadInterview(tx: Tx, desk: Desk, id: string): Promise<Interview> {
  const { rows } = await tx.query<InterviewRow>(`${select} and i.id = $3`, [desk.organization, desk.partnership, id]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such talk.');
  return { ...present(rows[0]), questions: rows[0].questions };
}

/** A point as it lies in the database. */
export interface PointRow {
  id: string;
  interview_id: string;
  revision: number;
  position: number;
  text: string;
  tag: Point['tag'];
  certainty: Point['certainty'];
  speaker: string | null;
  question: string | null;
  kind: Point['kind'];
  settled: Point['settled'];
  settled_words: string | null;
  follow_up_by: string | null;
  follow_up_person: string | null;
  done_at: string | null;
  done_words: string | null;
  dropped_at: string | null;
  writer: string | null;
  heard: Record<string, number>;
}

export const pointColumns = `id, interview_id, revision, position, text, tag, certainty, speaker, question, kind, settled, settled_words,
  follow_up_by, follow_up_person, done_at, done_words, dropped_at, writer, heard`;

export function presentPoint(row: PointRow): Point {
  return {
    id: row.id,
    revision: row.revision,
    position: row.position,
    text: row.text,
    tag: row.tag,
    certainty: row.certainty,
    speaker: row.speaker,
    question: row.question,
    kind: row.kind,
    settled: row.settled,
    settledWords: row.settled_words,
    followUpBy: row.follow_up_by,
    followUpPerson: row.follow_up_person,
    doneAt: row.done_at,
    doneWords: row.done_words,
    dropped: row.dropped_at !== null,
  };
}

/** The points of a talk that were not dropped, page after page; their `position` says how they are ordered. */
export async function listPoints(
  tx: Tx,
  desk: Desk,
  interview: string,
  { cursor, limit }: PageFilter,
): Promise<{ items: Point[]; next: string | null }> {
  await loadInterview(tx, desk, interview);
  const after = readCursor(cursor, 'id')?.[0] ?? null;
  const { rows } = await tx.query<PointRow>(
    `select ${pointColumns} from points where organization_id = $1 and interview_id = $2 and dropped_at is null
       and ($3::uuid is null or id > $3::uuid) order by id limit $4`,
    [desk.organization, interview, after, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(presentPoint),
    next: rows.length > shown.length && last ? writeCursor([last.id]) : null,
  };
}

interface FollowUpRow {
  interview_id: string;
  id: string;
  held_on: string;
  text: string;
  settled_words: string;
  follow_up_by: string | null;
  follow_up_person: string | null;
  person_name: string | null;
  done_at: string | null;
  done_words: string | null;
}

const followUps = `select o.interview_id, o.id, i.held_on, o.text, o.settled_words, o.follow_up_by, o.follow_up_person,
    m.name as person_name, o.done_at, o.done_words
  from points o
  join interviews i on i.organization_id = o.organization_id and i.id = o.interview_id
  left join memberships m on m.organization_id = o.organization_id and m.person_id = o.follow_up_person
  where o.organization_id = $1 and i.partnership_id = $2 and o.settled = 'follow-up' and o.dropped_at is null`;

function presentFollowUp(row: FollowUpRow): FollowUp {
  return {
    interview: row.interview_id,
    point: row.id,
    heldOn: row.held_on,
    text: row.text,
    what: row.settled_words,
    by: row.follow_up_by,
    person: row.follow_up_person ? { id: row.follow_up_person, name: row.person_name ?? '' } : null,
    doneAt: row.done_at,
    doneWords: row.done_words,
  };
}

/** What is still to be done about what was heard: the nearest day first, those without a day last. */
export async function listFollowUps(
  tx: Tx,
  desk: Desk,
  { cursor, limit }: PageFilter,
): Promise<{ items: FollowUp[]; next: string | null }> {
  const after = readDayCursor(cursor);
  const { rows } = await tx.query<FollowUpRow>(
    `${followUps} and o.done_at is null
       and ($3::date is null or (coalesce(o.follow_up_by, date '9999-12-31'), o.id) > ($3::date, $4::uuid))
     order by coalesce(o.follow_up_by, date '9999-12-31'), o.id limit $5`,
    [desk.organization, desk.partnership, after.day, after.id, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > shown.length && last ? writeCursor([last.follow_up_by ?? '9999-12-31', last.id]) : null;
  return { items: shown.map(presentFollowUp), next };
}

export async function loadFollowUp(tx: Tx, desk: Desk, point: string): Promise<FollowUp> {
  const { rows } = await tx.query<FollowUpRow>(`${followUps} and o.id = $3`, [
    desk.organization,
    desk.partnership,
    point,
  ]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such follow-up.');
  return presentFollowUp(rows[0]);
}
