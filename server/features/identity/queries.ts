import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Me, meSchema, type Person, personSchema } from './schema.ts';

/** Whether nobody has an account yet, at the gate: then the first visitor sets the server up. */
export async function hasNobody(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ nobody: boolean }>('select not exists (select from auth.persons) as nobody');
  return rows[0]?.nobody ?? true;
}

/** The account of an address, at the gate. */
export async function personByEmail(tx: Tx, email: string): Promise<Person | null> {
  const { rows } = await tx.query<Person>(
    `select id, name, email, locale, time_zone as "timeZone", theme from auth.persons where email = $1`,
    [email.toLowerCase()],
  );
  return rows[0] ? personSchema.parse(rows[0]) : null;
}

/** A person and where they work, at the gate. */
export async function meOf(tx: Tx, personId: string): Promise<Me> {
  const [persons, memberships] = await Promise.all([
    tx.query<Person>(`select id, name, email, locale, time_zone as "timeZone", theme from auth.persons where id = $1`, [
      personId,
    ]),
    tx.query<Me['memberships'][number]>(
      `select json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'domain', o.domain) as organization,
         m.role, m.may_promise as "mayPromise"
       from memberships m join organizations o on o.id = m.organization_id
       where m.person_id = $1 and m.ended_at is null
       order by o.name, o.id`,
      [personId],
    ),
  ]);
  const person = persons.rows[0];
  if (!person) throw new AppError('unauthenticated', 'This account no longer exists.');
  return meSchema.parse({ person, memberships: memberships.rows });
}

/** The hash of a person's password, at the gate; null when they have none. */
export async function passwordHashOf(tx: Tx, personId: string): Promise<string | null> {
  const { rows } = await tx.query<{ password: string | null }>(
    `select password from auth.accounts where person_id = $1 and provider_id = 'credential'`,
    [personId],
  );
  return rows[0]?.password ?? null;
}
