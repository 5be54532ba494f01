import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { tellRoom } from '../rooms/commands.ts';
import { type Letter, partnerSide, type Room } from '../rooms/policy.ts';
import { canKeepPeople, canRename } from './policy.ts';
import { loadPerson } from './queries.ts';
import { looksLike } from './queries-same.ts';
import type { ChangePerson, NewPartnerPerson, NewPerson, RoomPerson } from './schema.ts';

/** A member of an organization, as a room gets to know them. */
export interface Colleague {
  personId: string;
  name: string;
  email: string;
}

const LIMIT = 1000;

/**
 * The pseudonym of a colleague in a room, made when they first speak there. One statement: finds it, or adopts the row in which
 * somebody had written the same address down, or adds one. Of two at once the later takes the earlier's.
 */
export async function ensureRoomPerson(
  tx: Tx,
  partnership: string,
  side: Letter,
  colleague: Colleague,
  now: Date,
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `with found as (
       select id from people where partnership_id = $1 and side = $2 and person_id = $3
     ), adopted as (
       update people set person_id = $3, name = $4 where partnership_id = $1 and id = (
         select coalesce(merged_into, id) from people where partnership_id = $1 and side = $2 and person_id is null and lower(email) = lower($5)
           and not exists (select from found) order by id limit 1) and person_id is null
       returning id
     ), added as (
       insert into people (partnership_id, id, side, person_id, name, email, created_at, holder_a, holder_b)
       select p.id, $6, $2, $3, $4, $5, $7, p.holder_a, p.holder_b from partnerships p
       where p.id = $1 and not exists (select from found) and not exists (select from adopted)
       for share of p
       on conflict (partnership_id, side, person_id) where person_id is not null do update set name = excluded.name
       returning id
     )
     select id from found union all select id from adopted union all select id from added limit 1`,
    [partnership, side, colleague.personId, colleague.name, colleague.email, newId(), now],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such partnership here.');
  return rows[0].id;
}

export interface AddedPerson {
  id: string;
  name: string;
  email: string | null;
  title: string | null;
}

/** Writes down people of one side. The holders come from the partnership's own row. */
export async function addPeople(
  tx: Tx,
  partnership: string,
  side: Letter,
  people: readonly NewPartnerPerson[],
  now: Date,
): Promise<AddedPerson[]> {
  if (people.length === 0) return [];
  const added = people.map((one) => ({
    id: newId(),
    name: one.name,
    email: one.email ?? null,
    title: one.title ?? null,
    function: one.function ?? null,
    topics: distinct(one.topics),
  }));
  await tx.query(
    `insert into people (partnership_id, id, side, name, email, title, function, topics, created_at, holder_a, holder_b)
     select p.id, r.id, $2, r.name, r.email, r.title, r.function, r.topics, $3, p.holder_a, p.holder_b
     from (select id, holder_a, holder_b from partnerships where id = $1 for share) p,
       jsonb_to_recordset($4::jsonb) as r(id uuid, name text, email text, title text, function text, topics text[])`,
    [partnership, side, now, JSON.stringify(added)],
  );
  return added;
}

/** Adds one person to a side the organization holds, or a newcomer of a third organization. */
export async function addPerson(
  tx: Tx,
  organization: string,
  room: Room,
  input: NewPerson,
  now: Date,
): Promise<RoomPerson> {
  const side = input.side ?? partnerSide(room);
  if (!canKeepPeople(organization, room, side)) {
    throw new AppError(
      'forbidden',
      `${nameOf(room, side)} is here with an organization of its own and keeps its own people.`,
    );
  }
  const newcomer = side === 'newcomer';
  if (newcomer !== (input.newcomerName !== undefined)) {
    throw new AppError('invalid', 'Name the organization of a newcomer, and of nobody else.');
  }
  const same = newcomer || input.force ? [] : await looksLike(tx, room.id, side, input);
  if (same[0]) {
    throw new AppError(
      'conflict',
      `${same[0].name ?? 'Somebody like that'} is known there already. Change that entry, or add this one all the same.`,
      {
        reason: 'same-person',
        people: same.slice(0, 10),
      },
    );
  }
  const id = newId();
  const { rowCount } = await tx.query(
    `insert into people (partnership_id, id, side, name, email, title, newcomer_id, newcomer_name, created_at, function, topics, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, $7, $8, $9, $11, $12, p.holder_a, p.holder_b from partnerships p
     where p.id = $1 and (select count(*) from people where partnership_id = $1) < $10 for share of p`,
    [
      room.id,
      id,
      side,
      input.name,
      input.email ?? null,
      input.title ?? null,
      newcomer ? newId() : null,
      input.newcomerName ?? null,
      now,
      LIMIT,
      input.function ?? null,
      distinct(input.topics),
    ],
  );
  if (rowCount === 0) throw new AppError('conflict', `A partnership knows at most ${LIMIT} people.`);
  await tellRoom(tx, room);
  return loadPerson(tx, organization, room, id, now);
}

/** Changes what the room knows of a person. Links of somebody who left, or whose address changed, stop working. */
export async function changePerson(
  tx: Tx,
  organization: string,
  room: Room,
  id: string,
  input: ChangePerson,
  now: Date,
): Promise<RoomPerson> {
  const person = await loadPerson(tx, organization, room, id, now);
  if (!canKeepPeople(organization, room, person.side)) {
    throw new AppError(
      'forbidden',
      `${nameOf(room, person.side)} is here with an organization of its own and keeps its own people.`,
    );
  }
  if ((input.name !== undefined || input.email !== undefined) && !canRename(person)) {
    throw new AppError('forbidden', 'A colleague who signs in changes name and address themselves.');
  }
  const endedAt =
    input.ended === undefined ? person.endedAt : input.ended ? (person.endedAt ?? now.toISOString()) : null;
  const email = input.email === undefined ? person.email : input.email;
  await tx.query(
    `update people set name = $3, email = $4, title = $5, ended_at = $6, function = $7, topics = $8
     where partnership_id = $1 and id = $2`,
    [
      room.id,
      id,
      input.name ?? person.name,
      email,
      input.title === undefined ? person.title : input.title,
      endedAt,
      input.function === undefined ? person.function : input.function,
      input.topics === undefined ? person.topics : distinct(input.topics),
    ],
  );
  if (endedAt !== null || email !== person.email) {
    await tx.query(
      'update links set revoked_at = $3 where partnership_id = $1 and person = $2 and revoked_at is null',
      [room.id, id, now],
    );
    await tx.query(
      'update meeting_links set revoked_at = $3 where partnership_id = $1 and person = $2 and revoked_at is null',
      [room.id, id, now],
    );
  }
  await tellRoom(tx, room);
  return loadPerson(tx, organization, room, id, now);
}

/** Topics as they were written, each once. */
function distinct(topics: readonly string[] = []): string[] {
  const seen = new Map(topics.map((topic) => [topic.toLowerCase(), topic]));
  return [...seen.values()];
}

function nameOf(room: Room, side: RoomPerson['side']): string {
  return side === 'newcomer' ? 'That organization' : room.sides[side].name;
}
