import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { addPerson, changePerson } from '../people/commands.ts';
import { loadPerson } from '../people/queries.ts';
import { type Room, partnerSide } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { canSayFor } from './policy.ts';
import type { NewMove, SetAcquaintance } from './schema-own.ts';

/** Whose knowledge of whom: a colleague who is still here, and somebody who is no colleague. */
async function mayKnow(
  tx: Tx,
  organization: string,
  room: Room,
  actor: Membership,
  person: string,
  member: string,
  now: Date,
): Promise<void> {
  const { rowCount } = await tx.query(
    'select 1 from memberships where organization_id = $1 and person_id = $2 and ended_at is null',
    [organization, member],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such colleague here.');
  const known = await loadPerson(tx, organization, room, person, now);
  if (known.side === room.mySide)
    throw new AppError('invalid', 'This is for people of the partner: colleagues know each other.');
  if (!canSayFor(actor, member))
    throw new AppError('forbidden', 'Everybody says for themselves whom they know; a manager may for others.');
}

/** Notes that a colleague knows somebody, and how others may approach them. */
export async function setAcquaintance(
  tx: Tx,
  organization: string,
  room: Room,
  actor: Membership,
  key: { person: string; member: string },
  input: SetAcquaintance,
  now: Date,
): Promise<void> {
  await mayKnow(tx, organization, room, actor, key.person, key.member, now);
  await tx.query(
    `insert into acquaintances (organization_id, partnership_id, person, member, courtesy, note, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (organization_id, partnership_id, person, member)
     do update set courtesy = excluded.courtesy, note = excluded.note, updated_at = excluded.updated_at`,
    [organization, room.id, key.person, key.member, input.courtesy, input.note ?? null, now],
  );
}

export async function dropAcquaintance(
  tx: Tx,
  organization: string,
  room: Room,
  actor: Membership,
  key: { person: string; member: string },
  now: Date,
): Promise<void> {
  await mayKnow(tx, organization, room, actor, key.person, key.member, now);
  await tx.query(
    `delete from acquaintances where organization_id = $1 and partnership_id = $2 and member = $4
       and person in (select id from people where partnership_id = $2 and (id = $3 or merged_into = $3))`,
    [organization, room.id, key.person, key.member],
  );
}

/** Their row at the new partner: one that is there, or a new one where the organization keeps that side. */
async function rowThere(tx: Tx, organization: string, name: string, input: NewMove, now: Date): Promise<string> {
  const there = await loadRoom(tx, organization, input.partnership);
  if (input.person !== undefined) {
    const chosen = await loadPerson(tx, organization, there, input.person, now);
    if (chosen.side === there.mySide) throw new AppError('invalid', 'Choose somebody of the partner they went to.');
    return chosen.id;
  }
  const made = await addPerson(tx, organization, there, { name, side: partnerSide(there), force: true }, now);
  return made.id;
}

/**
 * Notes where somebody went who works for another partner of ours now. Both rows keep their history; who of us knows them and how
 * goes along. It is our own knowledge: neither partner learns it from us.
 */
export async function noteMove(
  tx: Tx,
  organization: string,
  room: Room,
  actor: Membership,
  id: string,
  input: NewMove,
  now: Date,
): Promise<void> {
  const person = await loadPerson(tx, organization, room, id, now);
  if (person.side === room.mySide) throw new AppError('invalid', 'This is for people of the partner.');
  if (input.partnership === room.id) throw new AppError('invalid', 'Choose another partner: this is where they were.');
  if (person.name === null)
    throw new AppError('invalid', 'Write their name first: nobody can be found again without one.');
  const to = await rowThere(tx, organization, person.name, input, now);
  if (person.may.change && person.endedAt === null)
    await changePerson(tx, organization, room, id, { ended: true }, now);
  await tx.query(
    `insert into moves_of_people (organization_id, partnership_id, person, to_partnership_id, to_person, noted_by, noted_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (organization_id, partnership_id, person)
     do update set to_partnership_id = excluded.to_partnership_id, to_person = excluded.to_person,
       noted_by = excluded.noted_by, noted_at = excluded.noted_at`,
    [organization, room.id, id, input.partnership, to, actor.personId, now],
  );
  await tx.query(
    `insert into acquaintances (organization_id, partnership_id, person, member, courtesy, note, updated_at)
     select organization_id, $4, $5, member, courtesy, note, $6 from acquaintances
     where organization_id = $1 and partnership_id = $2 and person = $3 on conflict do nothing`,
    [organization, room.id, id, input.partnership, to, now],
  );
}

/** Forgets where somebody went: it was noted by mistake. Nothing else is undone. */
export async function forgetMove(tx: Tx, organization: string, room: Room, person: string): Promise<void> {
  await tx.query('delete from moves_of_people where organization_id = $1 and partnership_id = $2 and person = $3', [
    organization,
    room.id,
    person,
  ]);
}
