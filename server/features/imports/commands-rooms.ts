import type { Side } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import type { Letter } from '../conversations/model.ts';
import { openRoom, recordOrganization } from '../partnerships/commands.ts';

/** A room that the importing organization keeps alone, with a nameless voice for each side. */
export interface KeptRoom {
  id: string;
  parties: Record<Letter, string>;
  claimed: Record<Letter, string | null>;
  voices: Record<Letter, string>;
}

/** What an import finds and makes on its way: organizations by lower-case name, rooms by their two parties. */
export interface Directory {
  organizations: Map<string, string>;
  rooms: Map<string, KeptRoom>;
  /** What was made since the last time it was noted down. */
  made: { rooms: string[]; organizations: string[] };
}

const pairOf = (one: string, other: string): string => [one, other].sort().join(' ');

/** Everything the organization recorded so far, and itself. */
export async function readDirectory(tx: Tx, organization: string): Promise<Directory> {
  const [organizations, rooms, voices] = await Promise.all([
    tx.query<{ id: string; name: string }>(
      'select id, lower(name) as name from organizations where id = $1 or keeper_id = $1 order by created_at desc',
      [organization],
    ),
    tx.query<{ id: string; a: string; b: string; claimed_a: string | null; claimed_b: string | null }>(
      'select id, organization_a as a, organization_b as b, claimed_a, claimed_b from partnerships where holder_a = $1 and holder_b = $1',
      [organization],
    ),
    tx.query<{ partnership_id: string; side: Letter; id: string }>(
      `select n.partnership_id, n.side, n.id from people n join partnerships p on p.id = n.partnership_id
       where p.holder_a = $1 and p.holder_b = $1 and n.side in ('a', 'b') and n.name is null and n.email is null and n.person_id is null`,
      [organization],
    ),
  ]);
  const nameless = new Map(voices.rows.map((row) => [`${row.partnership_id} ${row.side}`, row.id]));
  const kept = new Map<string, KeptRoom>();
  for (const row of rows(rooms)) {
    const a = nameless.get(`${row.id} a`) ?? '';
    const b = nameless.get(`${row.id} b`) ?? '';
    kept.set(pairOf(row.a, row.b), {
      id: row.id,
      parties: { a: row.a, b: row.b },
      claimed: { a: row.claimed_a, b: row.claimed_b },
      voices: { a, b },
    });
  }
  return {
    organizations: new Map(rows(organizations).map((row) => [row.name, row.id])),
    rooms: kept,
    made: { rooms: [], organizations: [] },
  };
}

const rows = <R>(answer: { rows: R[] }): R[] => answer.rows;

/** The room of two names, made where it is missing, and which side of it the customer is. */
export async function roomFor(
  tx: Tx,
  directory: Directory,
  organization: string,
  names: Record<Side, string>,
  now: Date,
): Promise<{ room: KeptRoom; customer: Letter }> {
  const customer = await organizationFor(tx, directory, organization, names.customer, now);
  const performer = await organizationFor(tx, directory, organization, names.performer, now);
  const pair = pairOf(customer, performer);
  let room = directory.rooms.get(pair);
  if (!room) {
    room = await makeRoom(tx, organization, customer, performer, now);
    directory.rooms.set(pair, room);
    directory.made.rooms.push(room.id);
  }
  for (const letter of ['a', 'b'] as const)
    room.voices[letter] ||= await makeVoice(tx, organization, room.id, letter, now);
  return { room, customer: room.parties.a === customer ? 'a' : 'b' };
}

async function organizationFor(
  tx: Tx,
  directory: Directory,
  organization: string,
  name: string,
  now: Date,
): Promise<string> {
  const known = directory.organizations.get(name.toLowerCase());
  if (known) return known;
  const id = await recordOrganization(tx, organization, { name }, now);
  directory.organizations.set(name.toLowerCase(), id);
  directory.made.organizations.push(id);
  return id;
}

/** The organization itself, where it takes part, is side a: the side that added the partner. */
async function makeRoom(
  tx: Tx,
  organization: string,
  customer: string,
  performer: string,
  now: Date,
): Promise<KeptRoom> {
  const [a, b] = performer === organization ? [performer, customer] : [customer, performer];
  const id = await openRoom(tx, organization, a, b, now);
  return { id, parties: { a, b }, claimed: { a: a === organization ? a : null, b: null }, voices: { a: '', b: '' } };
}

async function makeVoice(
  tx: Tx,
  organization: string,
  partnership: string,
  letter: Letter,
  now: Date,
): Promise<string> {
  const id = newId();
  await tx.query(
    'insert into people (partnership_id, id, side, created_at, holder_a, holder_b) values ($1, $2, $3, $4, $5, $5)',
    [partnership, id, letter, now, organization],
  );
  return id;
}

/** Notes in the batch what it made so far, for the day somebody takes it back. */
export async function noteMade(tx: Tx, organization: string, importId: string, directory: Directory): Promise<void> {
  const { made } = directory;
  if (made.rooms.length + made.organizations.length === 0) return;
  await tx.query(
    `update imports set made = jsonb_build_object('rooms', made -> 'rooms' || $3::jsonb, 'organizations', made -> 'organizations' || $4::jsonb)
     where organization_id = $1 and id = $2`,
    [organization, importId, JSON.stringify(made.rooms), JSON.stringify(made.organizations)],
  );
  directory.made = { rooms: [], organizations: [] };
}
