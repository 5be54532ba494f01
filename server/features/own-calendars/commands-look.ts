import type { DavError } from '../../platform/dav.ts';
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { ask } from './commands.ts';
import { answered, moved } from './commands-meetings.ts';
import type { Written } from './commands-write.ts';
import { type Change, changesBetween } from './model-copies.ts';
import { readCalendar } from '../calendars/model-ics-read.ts';
import { type Account, type Copy, loadAccount, loadCopies, type Owner } from './queries.ts';
import type { Claimed, Seen } from './queries-look.ts';
import { meetingsOfPerson, type PersonMeeting } from './queries-meetings.ts';

const MINUTE = 60_000;
/** How long one look may take before somebody else may begin another. */
const CLAIM = 10 * MINUTE;
const PAUSE = 5 * MINUTE;
const LONGEST_PAUSE = 6 * 60 * MINUTE;
/** Meetings that ended longer ago are left as they are. */
const PAST_DAYS = 14;

/** Takes an account to look at it; nothing where somebody is at it. */
export async function claimAccount(tx: Tx, platform: Platform, owner: Owner): Promise<Claimed | undefined> {
  const now = platform.clock.now();
  const { rowCount } = await tx.query(
    `update calendar_accounts set claimed_until = $3 where organization_id = $1 and person_id = $2
       and (claimed_until is null or claimed_until <= $4)`,
    [owner.organization, owner.person, new Date(now.getTime() + CLAIM), now],
  );
  const account: Account | undefined = rowCount > 0 ? await loadAccount(tx, owner) : undefined;
  if (!account) return undefined;
  return { account, meetings: await currentMeetings(tx, platform, owner), copies: await loadCopies(tx, owner) };
}

function currentMeetings(tx: Tx, platform: Platform, owner: Owner): Promise<PersonMeeting[]> {
  return meetingsOfPerson(tx, platform, owner, new Date(platform.clock.now().getTime() - PAST_DAYS * 24 * 60 * MINUTE));
}

/** What a look goes on with, after the calendar was taken in. */
export interface Taken {
  meetings: PersonMeeting[];
  copies: Copy[];
  /** Titles of the meetings of which something was seen. */
  seen: string[];
}

/** Does what the calendar says where it is the person's own word, and asks where it is not. */
export async function takeIn(
  tx: Tx,
  platform: Platform,
  owner: Owner,
  { meetings, copies }: Claimed,
  { changed, missing }: Seen,
): Promise<Taken> {
  if (changed.length + missing.length === 0) return { meetings, copies, seen: [] };
  const now = platform.clock.now();
  const of = new Map(meetings.map((each) => [each.meeting, each]));
  const titles: string[] = [];
  for (const { copy, item } of changed) {
    const meeting = of.get(copy.meeting);
    if (meeting) {
      const zone = meeting.calendar.start.zone;
      const [ours, theirs] = [readCalendar(copy.content, zone), readCalendar(item.data ?? '', zone)];
      const events = theirs.ok ? theirs.events.filter(({ uid }) => uid === copy.uid) : [];
      if (ours.ok && events.length > 0) {
        const changes = changesBetween(ours.events, events, { zone, me: meeting.me });
        for (const change of changes) await takeChange(tx, platform, owner, { meeting, change });
        if (changes.length > 0) titles.push(meeting.title);
      }
    }
    await keepCopy(tx, owner, { ...copy, href: item.href, etag: item.etag, content: item.data ?? copy.content }, now);
  }
  for (const copy of missing) {
    const meeting = of.get(copy.meeting);
    await keepCopy(tx, owner, { ...copy, gone: true }, now);
    if (!meeting || meeting.calendar.status === 'cancelled') continue;
    titles.push(meeting.title);
    await takeChange(tx, platform, owner, { meeting, change: { kind: 'removed' } });
  }
  return { meetings: await currentMeetings(tx, platform, owner), copies: await loadCopies(tx, owner), seen: titles };
}

/**
 * An answer, and where the inviter moved their own meeting, is the person's own word: it is done. A meeting that is gone, or that
 * somebody who was asked to it moved, may mean anything: they are asked.
 */
async function takeChange(
  tx: Tx,
  platform: Platform,
  owner: Owner,
  { meeting, change }: { meeting: PersonMeeting; change: Change },
): Promise<void> {
  const now = platform.clock.now();
  const hand = { platform, owner };
  const about = { partnership: meeting.partnership, meeting: meeting.meeting, occurrence: change.occurrence };
  if (change.kind === 'removed') return ask(tx, owner, { ...about, kind: meeting.inviter ? 'cancel' : 'decline' }, now);
  if (change.kind === 'answered') {
    if (meeting.inviter || change.answer === 'needs-action') return;
    return answered(tx, hand, { ...about, answer: change.answer });
  }
  const start = { ...change.start, minutes: change.minutes };
  if (!meeting.inviter) return ask(tx, owner, { ...about, kind: 'propose', start }, now);
  try {
    await moved(tx, hand, { ...about, start });
  } catch (error) {
    // A time that no meeting can have, such as none at all: the person decides on the page of the meeting.
    if (!(error instanceof AppError)) throw error;
    await ask(tx, owner, { ...about, kind: 'move', start, words: error.message }, now);
  }
}

/** Writes down how a meeting lies in the calendar. */
export async function keepCopy(tx: Tx, { organization, person }: Owner, copy: Copy, now: Date): Promise<void> {
  await tx.query(
    `insert into calendar_copies (organization_id, person_id, meeting_id, partnership_id, uid, href, etag, digest, content, gone_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $10 then $11::timestamptz end, $11)
     on conflict on constraint calendar_copies_pkey do update set href = excluded.href, etag = excluded.etag, digest = excluded.digest,
       content = excluded.content, gone_at = excluded.gone_at, updated_at = excluded.updated_at`,
    [
      organization,
      person,
      copy.meeting,
      copy.partnership,
      copy.uid,
      copy.href,
      copy.etag,
      copy.digest,
      copy.content.slice(0, 200_000),
      copy.gone,
      now,
    ],
  );
}

export async function dropCopy(tx: Tx, { organization, person }: Owner, meeting: string): Promise<void> {
  await tx.query('delete from calendar_copies where organization_id = $1 and person_id = $2 and meeting_id = $3', [
    organization,
    person,
    meeting,
  ]);
}

/** Has a meeting written into the calendar anew, also where it was taken out there. */
export async function restoreCopy(tx: Tx, { organization, person }: Owner, meeting: string): Promise<void> {
  await tx.query(
    `delete from calendar_copies where organization_id = $1 and person_id = $2 and meeting_id = $3 and gone_at is not null`,
    [organization, person, meeting],
  );
  await tx.query(
    `update calendar_copies set digest = '' where organization_id = $1 and person_id = $2 and meeting_id = $3`,
    [organization, person, meeting],
  );
}

type Outcome = { seen: Seen; taken: Taken; written: Written } | { trouble: DavError; failures: number };

/** Says how a look ended, and when the next one is. */
export async function settleAccount(tx: Tx, owner: Owner, outcome: Outcome, now: Date): Promise<void> {
  const key = [owner.organization, owner.person];
  if ('trouble' in outcome) {
    const { problem, message } = outcome.trouble;
    // A password that is refused stays refused, and some servers lock whoever tries again and again.
    const pause = problem === 'password' ? LONGEST_PAUSE : Math.min(LONGEST_PAUSE, PAUSE * 2 ** outcome.failures);
    await tx.query(
      `update calendar_accounts set claimed_until = null, problem = $3, problem_words = $4, failures = failures + 1,
         problem_since = coalesce(problem_since, $5), next_at = $6 where organization_id = $1 and person_id = $2`,
      [...key, problem, message.slice(0, 500), now, new Date(now.getTime() + pause)],
    );
    return;
  }
  const { seen, taken, written } = outcome;
  const touched = written.titles.length > 0;
  await tx.query(
    `update calendar_accounts set claimed_until = null, problem = null, problem_words = null, problem_since = null, failures = 0,
       mark = $3, looked_at = $4, next_at = $5,
       in_at = case when $6::text is null then in_at else $4 end, in_words = coalesce($6, in_words),
       out_at = case when $7::text is null then out_at else $4 end, out_words = coalesce($7, out_words)
     where organization_id = $1 and person_id = $2`,
    [
      ...key,
      // What was just written changed the calendar: the next look compares again.
      touched || written.again ? null : seen.mark,
      now,
      new Date(now.getTime() + (written.again ? MINUTE : PAUSE)),
      taken.seen.at(-1)?.slice(0, 500) ?? null,
      written.titles.at(-1)?.slice(0, 500) ?? null,
    ],
  );
}
