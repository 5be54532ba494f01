import type { Tx } from '../../platform/database.ts';
import type { CalendarQuestion, CalendarState, CalendarTrouble, QuestionKind } from './schema.ts';
import { instantOf } from '../calendars/model-zone.ts';

/** Whose calendar it is: one person in one of their organizations. */
export interface Owner {
  organization: string;
  person: string;
}

interface StateRow {
  url: string | null;
  username: string;
  calendar_name: string;
  problem: CalendarTrouble | null;
  problem_words: string | null;
  problem_since: string | null;
  looked_at: string | null;
  in_at: string | null;
  in_words: string | null;
  out_at: string | null;
  out_words: string | null;
  next_at: string;
  feed_created_at: string | null;
  feed_read_at: string | null;
}

/** What the person's settings show of their calendars. */
export async function loadCalendarState(tx: Tx, { organization, person }: Owner): Promise<CalendarState> {
  const { rows } = await tx.query<StateRow>(
    `select a.url, a.username, a.calendar_name, a.problem, a.problem_words, a.problem_since, a.looked_at, a.in_at, a.in_words,
       a.out_at, a.out_words, a.next_at, f.created_at as feed_created_at, f.read_at as feed_read_at
     from (select $1::uuid as organization_id, $2::uuid as person_id) who
       left join calendar_accounts a on a.organization_id = who.organization_id and a.person_id = who.person_id
       left join calendar_feeds f on f.organization_id = who.organization_id and f.person_id = who.person_id`,
    [organization, person],
  );
  const row = rows[0];
  if (!row) return { account: null, feed: null };
  const passed = (at: string | null, words: string | null) => (at ? { at, words: words ?? '' } : null);
  return {
    account: row.url
      ? {
          url: row.url,
          username: row.username,
          calendar: row.calendar_name,
          lookedAt: row.looked_at,
          problem: row.problem,
          problemWords: row.problem_words,
          problemSince: row.problem_since,
          in: passed(row.in_at, row.in_words),
          out: passed(row.out_at, row.out_words),
          nextAt: row.next_at,
        }
      : null,
    feed: row.feed_created_at ? { createdAt: row.feed_created_at, readAt: row.feed_read_at } : null,
  };
}

/** The account with its password, still sealed. */
export interface Account {
  url: string;
  username: string;
  password: string;
  calendarUrl: string;
  mark: string | null;
  failures: number;
}

export async function loadAccount(tx: Tx, { organization, person }: Owner): Promise<Account | undefined> {
  const { rows } = await tx.query<Account>(
    `select url, username, password, calendar_url as "calendarUrl", mark, failures from calendar_accounts
     where organization_id = $1 and person_id = $2`,
    [organization, person],
  );
  return rows[0];
}

/** A meeting as it lies in somebody's calendar. */
export interface Copy {
  meeting: string;
  partnership: string;
  uid: string;
  href: string;
  etag: string;
  digest: string;
  content: string;
  gone: boolean;
}

const MOST_COPIES = 5000;

export async function loadCopies(tx: Tx, { organization, person }: Owner): Promise<Copy[]> {
  const { rows } = await tx.query<Copy>(
    `select meeting_id as meeting, partnership_id as partnership, uid, href, etag, digest, content, gone_at is not null as gone
     from calendar_copies where organization_id = $1 and person_id = $2 order by updated_at desc limit $3`,
    [organization, person, MOST_COPIES],
  );
  return rows;
}

interface QuestionRow {
  title: string;
  partner: string;
  meeting_zone: string;
  id: string;
  kind: QuestionKind;
  partnership_id: string;
  meeting: string;
  occurrence: string | null;
  start_local: string | null;
  zone: string | null;
  minutes: number | null;
  from_name: string | null;
  words: string | null;
  created_at: string;
}

const MOST_QUESTIONS = 100;

/** What waits for the person's decision, oldest first. */
export async function listQuestions(tx: Tx, { organization, person }: Owner): Promise<CalendarQuestion[]> {
  const { rows } = await tx.query<QuestionRow>(
    `select q.id, q.kind, q.partnership_id, q.meeting_id as meeting, q.occurrence, q.start_local, q.zone, q.minutes,
       q.from_name, q.words, q.created_at, m.zone as meeting_zone, m.purpose as title, case when p.claimed_a = $1 then p.name_b else p.name_a end as partner
     from calendar_questions q
       join partnerships p on p.id = q.partnership_id
       join meetings m on m.partnership_id = q.partnership_id and m.id = q.meeting_id and m.state <> 'cancelled'
     where q.organization_id = $1 and q.person_id = $2 and q.answered_at is null order by q.id limit $3`,
    [organization, person, MOST_QUESTIONS],
  );
  return rows.map(presentQuestion);
}

function presentQuestion(row: QuestionRow): CalendarQuestion {
  const { start_local: local, zone, minutes } = row;
  const start =
    local && zone && minutes !== null ? { local, zone, at: instantOf(local, zone).toISOString(), minutes } : null;
  return {
    id: row.id,
    kind: row.kind,
    partnershipId: row.partnership_id,
    meetingId: row.meeting,
    title: row.title,
    partner: row.partner,
    occurrence:
      row.occurrence === null
        ? null
        : {
            local: row.occurrence,
            at: instantOf(row.occurrence, row.meeting_zone).toISOString(),
          },
    start,
    from: row.from_name,
    words: row.words,
    createdAt: row.created_at,
  };
}
