import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { newId, newToken } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import type { Locale } from '../identity/schema.ts';
import { recordChange } from './commands-audit.ts';
import { canChangeOrganization } from './policy.ts';
import { nthSlug, slugOf } from './policy-slug.ts';
import { readOrganization } from './queries.ts';
import type { ChangeOrganization, NewOrganization, Organization } from './schema.ts';

const SLUG_TRIES = 20;
/** So that one account cannot fill the server with organizations. */
const MOST_FOUNDED = 50;

export interface Founder {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  timeZone: string;
}

/** Founds an organization with its first administrator, at the gate. Returns its id. */
export async function foundOrganization(
  tx: Tx,
  clock: Clock,
  founder: Founder,
  wanted: NewOrganization,
): Promise<string> {
  const { rows } = await tx.query<{ many: boolean }>(
    'select count(*) >= $2 as many from memberships where person_id = $1',
    [founder.id, MOST_FOUNDED],
  );
  if (rows[0]?.many) throw new AppError('conflict', `One person can belong to at most ${MOST_FOUNDED} organizations.`);
  const id = newId();
  const now = clock.now();
  await insertOrganization(tx, now, id, founder, wanted);
  await tx.query(
    `insert into memberships (organization_id, person_id, role, name, email, joined_at)
     values ($1, $2, 'administrator', $3, $4, $5)`,
    [id, founder.id, founder.name, founder.email, now],
  );
  await recordChange(tx, clock, {
    organization: id,
    person: founder.id,
    action: 'organization.founded',
    subject: id,
    detail: { name: wanted.name },
  });
  return id;
}

async function insertOrganization(
  tx: Tx,
  now: Date,
  id: string,
  founder: Founder,
  wanted: NewOrganization,
): Promise<void> {
  const slug = slugOf(wanted.name);
  for (let attempt = 1; attempt <= SLUG_TRIES; attempt += 1) {
    const tried =
      attempt < SLUG_TRIES
        ? nthSlug(slug, attempt)
        : `${slug}-${newToken(6)
            .toLowerCase()
            .replace(/[^a-z0-9]/g, '0')}`;
    const { rowCount } = await tx.query(
      `insert into organizations (id, slug, name, domain, locale, time_zone, claimed_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (slug) do nothing`,
      [id, tried, wanted.name, wanted.domain ?? null, founder.locale, founder.timeZone, now],
    );
    if (rowCount === 1) return;
  }
  throw new AppError('conflict', 'There are too many organizations of this name. Add something that tells it apart.');
}

/** Changes what an organization says about itself. Its slug stays, because addresses point to it. */
export async function changeOrganization(
  tx: Tx,
  clock: Clock,
  organization: string,
  actor: Membership,
  change: ChangeOrganization,
): Promise<Organization> {
  if (!canChangeOrganization(actor))
    throw new AppError('forbidden', 'Only an administrator can change the organization.');
  const before = await readOrganization(tx, organization);
  const after = { ...before, ...withoutUndefined(change) };
  await tx.query(
    'update organizations set name = $2, domain = $3, about = $4, locale = $5, time_zone = $6 where id = $1',
    [organization, after.name, after.domain, after.about, after.locale, after.timeZone],
  );
  if (after.name !== before.name || after.domain !== before.domain) {
    // Rooms carry a copy, because a partner cannot read this organization's own row.
    await tx.query('update partnerships set name_a = $2, domain_a = $3 where holder_a = $1 and claimed_a = $1', [
      organization,
      after.name,
      after.domain,
    ]);
    await tx.query('update partnerships set name_b = $2, domain_b = $3 where holder_b = $1 and claimed_b = $1', [
      organization,
      after.name,
      after.domain,
    ]);
  }
  await recordChange(tx, clock, {
    organization,
    person: actor.personId,
    action: 'organization.changed',
    subject: organization,
    detail: withoutUndefined(change),
  });
  return after;
}

/** What was really given, so that an absent field changes nothing. */
export function withoutUndefined<T extends object>(given: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
