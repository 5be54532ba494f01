import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { canChangeOrganization } from '../organizations/policy.ts';
import type { Membership } from '../identity/policy.ts';
import { isHolidayPlace } from './model-time.ts';
import { readHouseSettings, readReminders } from './queries-settings.ts';
import type { FreeDays, NewFreeDays } from './schema-free-days.ts';
import type { HouseSettings, ReminderSettings } from './schema-settings.ts';

async function checkPlace(country: string | null, region: string | null): Promise<void> {
  if (country === null && region === null) return;
  if (country === null || !(await isHolidayPlace(country, region)))
    throw new AppError('invalid', 'country: one whose holidays are known; choose it from the list.');
}

/** How one person wants to be told. Their next mail is thought over anew. */
export async function saveReminders(
  tx: Tx,
  actor: { organization: string; personId: string; timeZone: string },
  input: ReminderSettings,
  now: Date,
): Promise<ReminderSettings> {
  await checkPlace(input.country, input.region);
  const { organization, personId, timeZone } = actor;
  await tx.query(
    `insert into reminder_settings (organization_id, person_id, how, hour, weekday, working_days, quiet_from, quiet_to, country, region,
       review_mail, next_at, time_zone)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict on constraint reminder_settings_pkey do update set how = excluded.how, hour = excluded.hour, weekday = excluded.weekday,
       working_days = excluded.working_days, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, country = excluded.country,
       region = excluded.region, review_mail = excluded.review_mail, next_at = excluded.next_at,
       time_zone = excluded.time_zone`,
    [
      organization,
      personId,
      input.how,
      input.hour,
      input.weekday,
      [...new Set(input.workingDays)].toSorted((one, other) => one - other),
      input.quiet?.from ?? null,
      input.quiet?.to ?? null,
      input.country,
      input.region,
      input.reviewMail,
      now,
      timeZone,
    ],
  );
  await lookAtAll(tx, organization, now);
  return readReminders(tx, organization, personId);
}

function mustDecideForAll(actor: Membership): void {
  if (!canChangeOrganization(actor))
    throw new AppError('forbidden', 'Only an administrator can change this for everybody.');
}

/** What an organization decides for all its people. */
export async function saveHouse(
  tx: Tx,
  organization: string,
  actor: Membership,
  input: HouseSettings,
  now: Date,
): Promise<HouseSettings> {
  mustDecideForAll(actor);
  await checkPlace(input.country, input.region);
  await tx.query(
    `insert into follow_up_settings (organization_id, cadence, country, region, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint follow_up_settings_pkey do update set cadence = excluded.cadence, country = excluded.country,
       region = excluded.region, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [organization, JSON.stringify(input.cadence), input.country, input.region, now, actor.personId],
  );
  await lookAtAll(tx, organization, now);
  return readHouseSettings(tx, organization);
}

/** Days that are free or worked move what is to be brought up when, and on which day somebody is written to. */
async function lookAtAll(tx: Tx, organization: string, now: Date): Promise<void> {
  await tx.query('update watched set look_at = $2 where organization_id = $1 and (look_at is null or look_at > $2)', [
    organization,
    now,
  ]);
  await tx.query('update reminder_settings set next_at = $2 where organization_id = $1 and next_at > $2', [
    organization,
    now,
  ]);
}

/** So many stretches of free days are kept for each year. */
const MOST_FREE_DAYS = 100;

/** The organization is closed on a day, or from one day to another. */
export async function addFreeDays(
  tx: Tx,
  organization: string,
  actor: Membership,
  input: NewFreeDays,
  now: Date,
): Promise<FreeDays> {
  mustDecideForAll(actor);
  // Of two who add the same at once, the second finds it there.
  await tx.query('select 1 from organizations where id = $1 for no key update', [organization]);
  const { from, to, name } = input;
  const { rows } = await tx.query<{ count: number; same: boolean }>(
    `select count(*)::int as count, coalesce(bool_or(starts_on = $2 and ends_on = $3), false) as same from free_days
     where organization_id = $1 and ends_on >= date_trunc('year', $2::date)::date and starts_on < (date_trunc('year', $2::date) + interval '1 year')::date`,
    [organization, from, to],
  );
  if (rows[0]?.same) throw new AppError('conflict', 'These days are free already.', { reason: 'days-already-free' });
  if ((rows[0]?.count ?? 0) >= MOST_FREE_DAYS)
    throw new AppError('conflict', 'A year has no room for more. Put days that follow each other into one.', {
      reason: 'year-full',
    });
  const id = newId();
  await tx.query(
    `insert into free_days (organization_id, id, starts_on, ends_on, name, added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [organization, id, from, to, name, now, actor.personId],
  );
  await lookAtAll(tx, organization, now);
  return { id, from, to, name, addedAt: now.toISOString(), addedBy: actor.name };
}

/** The organization is open on these days after all. */
export async function removeFreeDays(
  tx: Tx,
  organization: string,
  actor: Membership,
  id: string,
  now: Date,
): Promise<void> {
  mustDecideForAll(actor);
  const { rowCount } = await tx.query('delete from free_days where organization_id = $1 and id = $2', [
    organization,
    id,
  ]);
  if (rowCount === 0) throw new AppError('not_found', 'These days are not among the free days any more.');
  await lookAtAll(tx, organization, now);
}
