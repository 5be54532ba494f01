import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { ChangeMe, Locale } from './schema.ts';

export interface NewPerson {
  name: string;
  email: string;
  /** Made by `Identity.hashPassword`; null: signs in by mailed links only. */
  passwordHash: string | null;
  locale?: Locale;
  timeZone?: string;
  /** True when it was shown that they read mail to this address. Until then a mailed link takes over the account. */
  emailVerified: boolean;
}

/** Creates a person, at the gate. Refuses an address that already has an account. */
export async function createPerson(tx: Tx, clock: Clock, person: NewPerson): Promise<string> {
  const id = newId();
  const now = clock.now();
  const { rowCount } = await tx.query(
    `insert into auth.persons (id, name, email, email_verified, locale, time_zone, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (email) do nothing`,
    [
      id,
      person.name,
      person.email.toLowerCase(),
      person.emailVerified,
      person.locale ?? 'en',
      person.timeZone ?? 'UTC',
      now,
    ],
  );
  if (rowCount === 0) {
    throw new AppError('conflict', 'This address already has an account here. Sign in with it first.', {
      accountExists: true,
    });
  }
  if (person.passwordHash !== null) await writePassword(tx, clock, id, person.passwordHash);
  return id;
}

/** Sets or replaces a person's password, at the gate. */
export async function writePassword(tx: Tx, clock: Clock, personId: string, passwordHash: string): Promise<void> {
  await tx.query(
    `insert into auth.accounts (id, person_id, account_id, provider_id, password, created_at, updated_at)
     values ($1, $2, $3, 'credential', $4, $5, $5)
     on conflict (person_id, provider_id, account_id) do update set password = excluded.password, updated_at = excluded.updated_at`,
    [newId(), personId, personId, passwordHash, clock.now()],
  );
}

/** Changes a person, at the gate, and the copy of their name that their colleagues see. */
export async function changePerson(tx: Tx, clock: Clock, personId: string, change: ChangeMe): Promise<void> {
  const { name, locale, timeZone, theme } = change;
  await tx.query(
    `update auth.persons set name = coalesce($2, name), locale = coalesce($3, locale),
       time_zone = coalesce($4, time_zone), theme = coalesce($5, theme), updated_at = $6
     where id = $1`,
    [personId, name ?? null, locale ?? null, timeZone ?? null, theme ?? null, clock.now()],
  );
  if (name === undefined) return;
  const { rows } = await tx.query<{ organization_id: string }>(
    'update memberships set name = $2 where person_id = $1 and name <> $2 returning organization_id',
    [personId, name],
  );
  for (const { organization_id } of rows) {
    await tx.query(
      `insert into audit (organization_id, id, at, person_id, action, subject, detail)
       values ($1, $2, $3, $4, 'person.renamed', $5, $6)`,
      [organization_id, newId(), clock.now(), personId, personId, { name }],
    );
  }
}

/** Ends all sessions of a person but the given one, at the gate. */
export async function endSessions(tx: Tx, personId: string, except: string | null = null): Promise<void> {
  await tx.query('delete from auth.sessions where person_id = $1 and token is distinct from $2', [personId, except]);
}

/** Removes what has run out, so that the tables stay small. Called once a day. */
export async function sweepExpired(tx: Tx, now: Date): Promise<void> {
  await tx.query('delete from auth.sessions where expires_at < $1', [now]);
  await tx.query('delete from auth.verifications where expires_at < $1', [now]);
}
