import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { newRoomToken } from '../../platform/token.ts';
import { sealed } from './model-secret.ts';
import type { Owner } from './queries.ts';
import type { NewCalendarAccount, QuestionKind } from './schema.ts';

/** What a person's password is bound to in the database. */
export function ownerText({ organization, person }: Owner): string {
  return `${organization} ${person}`;
}

/** Keeps a person's calendar, in place of the one before: what was known of that one is forgotten. */
export async function connectAccount(
  tx: Tx,
  owner: Owner,
  input: NewCalendarAccount & { calendarName: string },
  { secret, now }: { secret: string; now: Date },
): Promise<void> {
  await disconnectAccount(tx, owner);
  await tx.query(
    `insert into calendar_accounts (organization_id, person_id, url, username, password, calendar_url, calendar_name, next_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      owner.organization,
      owner.person,
      input.url,
      input.username,
      sealed(secret, ownerText(owner), input.password),
      input.calendar,
      input.calendarName,
      now,
    ],
  );
}

/** Forgets the calendar and its password. What lies in it stays there. */
export async function disconnectAccount(tx: Tx, { organization, person }: Owner): Promise<void> {
  await tx.query('delete from calendar_accounts where organization_id = $1 and person_id = $2', [organization, person]);
}

/** Has the calendars of an organization's people looked at soon who are asked to this meeting: something of it changed. */
export async function meetingChanged(
  tx: Tx,
  of: { organization: string; partnershipId: string; meetingId: string },
  now: Date,
): Promise<void> {
  await tx.query(
    `update calendar_accounts set next_at = $4 where organization_id = $1 and next_at > $4 and problem is null and person_id in (
       select w.person_id from meeting_people p join people w on w.partnership_id = p.partnership_id and w.id = p.person
       where p.partnership_id = $2 and p.meeting_id = $3 and w.person_id is not null)`,
    [of.organization, of.partnershipId, of.meetingId, now],
  );
}

/** Has one person's calendar looked at soon. */
export async function lookSoon(tx: Tx, { organization, person }: Owner, now: Date): Promise<void> {
  await tx.query(
    `update calendar_accounts set next_at = $3 where organization_id = $1 and person_id = $2 and next_at > $3 and problem is null`,
    [organization, person, now],
  );
}

/** A new secret address for the person's calendar program; the one before stops at once. Told only now. */
export async function renewFeed(tx: Tx, { organization, person }: Owner, now: Date): Promise<string> {
  const { token, hash } = newRoomToken(organization);
  await tx.query(
    `insert into calendar_feeds (organization_id, person_id, token_hash, created_at) values ($1, $2, $3, $4)
     on conflict on constraint calendar_feeds_pkey do update set token_hash = excluded.token_hash, created_at = excluded.created_at, read_at = null`,
    [organization, person, hash, now],
  );
  return token;
}

export async function revokeFeed(tx: Tx, { organization, person }: Owner): Promise<void> {
  await tx.query('delete from calendar_feeds where organization_id = $1 and person_id = $2', [organization, person]);
}

/** Says that a calendar program came for it; once an hour is enough to know that one does. */
export async function feedRead(tx: Tx, { organization, person }: Owner, now: Date): Promise<void> {
  await tx.query(
    `update calendar_feeds set read_at = $3 where organization_id = $1 and person_id = $2
       and (read_at is null or read_at < $4)`,
    [organization, person, now, new Date(now.getTime() - 3_600_000)],
  );
}

export interface NewQuestion {
  kind: QuestionKind;
  partnership: string;
  meeting: string;
  occurrence?: string | undefined;
  start?: { local: string; zone: string; minutes: number } | undefined;
  from?: string | undefined;
  words?: string | undefined;
}

/** Asks the person. Asked again about the same, the newest counts and there is still one question. */
export async function ask(tx: Tx, owner: Owner, question: NewQuestion, now: Date): Promise<void> {
  const { kind, partnership, meeting, occurrence, start, from, words } = question;
  const values = [owner.organization, owner.person, meeting, occurrence ?? null, kind];
  const { rowCount } = await tx.query(
    `update calendar_questions set start_local = $6, zone = $7, minutes = $8, from_name = $9, words = $10
     where organization_id = $1 and person_id = $2 and meeting_id = $3 and occurrence is not distinct from $4 and kind = $5
       and answered_at is null and from_name is not distinct from $9`,
    [
      ...values,
      start?.local ?? null,
      start?.zone ?? null,
      start?.minutes ?? null,
      from ?? null,
      words?.slice(0, 2000) ?? null,
    ],
  );
  if (rowCount > 0) return;
  await tx.query(
    `insert into calendar_questions (organization_id, person_id, meeting_id, occurrence, kind, start_local, zone, minutes, from_name, words,
       id, partnership_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...values,
      start?.local ?? null,
      start?.zone ?? null,
      start?.minutes ?? null,
      from ?? null,
      words?.slice(0, 2000) ?? null,
      newId(),
      partnership,
      now,
    ],
  );
}

/** Marks a question as decided, once. */
export async function closeQuestion(
  tx: Tx,
  { organization, person }: Owner,
  id: string,
  answer: 'done' | 'left',
  now: Date,
): Promise<NewQuestion> {
  const { rows } = await tx.query<{
    kind: QuestionKind;
    partnership: string;
    meeting: string;
    occurrence: string | null;
    start_local: string | null;
    zone: string | null;
    minutes: number | null;
  }>(
    `update calendar_questions set answered_at = $4, answer = $5
     where organization_id = $1 and person_id = $2 and id = $3 and answered_at is null
     returning kind, partnership_id as partnership, meeting_id as meeting, occurrence, start_local, zone, minutes`,
    [organization, person, id, now, answer],
  );
  const row = rows[0];
  if (!row) throw new AppError('not_found', 'There is no such question, or it was answered already.');
  const { start_local: local, zone, minutes } = row;
  return {
    kind: row.kind,
    partnership: row.partnership,
    meeting: row.meeting,
    ...(row.occurrence && { occurrence: row.occurrence }),
    ...(local && zone && minutes !== null && { start: { local, zone, minutes } }),
  };
}
