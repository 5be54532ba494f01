import { unknownBlanks } from '../../../messages/draft-text.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { canChangeOrganization } from '../organizations/policy.ts';
import type { Membership } from '../identity/policy.ts';
import { isHolidayPlace } from './model-time.ts';
import { readHouseSettings, readReminders } from './queries-settings.ts';
import type { HouseSettings, ReminderSettings } from './schema-settings.ts';

async function checkPlace(country: string | null, region: string | null): Promise<void> {
  if (country === null && region === null) return;
  if (country === null || !(await isHolidayPlace(country, region)))
    throw new AppError('invalid', 'country: one whose holidays are known; choose it from the list.');
}

/** How one person wants to be told. Their next mail is thought over anew. */
export async function saveReminders(
  tx: Tx,
  actor: { organization: string; personId: string },
  input: ReminderSettings,
  now: Date,
): Promise<ReminderSettings> {
  await checkPlace(input.country, input.region);
  const { organization, personId } = actor;
  await tx.query(
    `insert into reminder_settings (organization_id, person_id, how, hour, weekday, working_days, quiet_from, quiet_to, country, region,
       review_mail, next_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict on constraint reminder_settings_pkey do update set how = excluded.how, hour = excluded.hour, weekday = excluded.weekday,
       working_days = excluded.working_days, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, country = excluded.country,
       region = excluded.region, review_mail = excluded.review_mail, next_at = excluded.next_at`,
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
    ],
  );
  await lookAtAll(tx, organization, now);
  return readReminders(tx, organization, personId);
}

/** A draft that asks for what nobody can fill in would be sent with its braces. */
function checkDrafts(drafts: HouseSettings['drafts']): void {
  for (const [key, draft] of Object.entries(drafts)) {
    const unknown = unknownBlanks(draft);
    if (unknown.length > 0)
      throw new AppError(
        'invalid',
        `drafts.${key}: nobody can fill in ${unknown.join(', ')}. Take it out, or use another.`,
        {
          draft: key,
          unknown,
        },
      );
  }
}

/** What an organization decides for all its people. */
export async function saveHouse(
  tx: Tx,
  organization: string,
  actor: Membership,
  input: HouseSettings,
  now: Date,
): Promise<HouseSettings> {
  if (!canChangeOrganization(actor))
    throw new AppError('forbidden', 'Only an administrator can change this for everybody.');
  await checkPlace(input.country, input.region);
  checkDrafts(input.drafts);
  await tx.query(
    `insert into follow_up_settings (organization_id, cadence, country, region, free_days, templates, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict on constraint follow_up_settings_pkey do update set cadence = excluded.cadence, country = excluded.country,
       region = excluded.region, free_days = excluded.free_days, templates = excluded.templates, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [
      organization,
      JSON.stringify(input.cadence),
      input.country,
      input.region,
      [...new Set(input.freeDays)].toSorted(),
      JSON.stringify(input.drafts),
      now,
      actor.personId,
    ],
  );
  await lookAtAll(tx, organization, now);
  return readHouseSettings(tx, organization);
}

/** Days that are free or worked move what is to be brought up when. */
async function lookAtAll(tx: Tx, organization: string, now: Date): Promise<void> {
  await tx.query('update watched set look_at = $2 where organization_id = $1 and (look_at is null or look_at > $2)', [
    organization,
    now,
  ]);
}
