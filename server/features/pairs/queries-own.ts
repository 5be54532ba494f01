import type { Tx } from '../../platform/database.ts';
import type { Membership } from '../identity/policy.ts';
import { partnerName, type Room } from '../rooms/policy.ts';
import { presentRoom, roomColumns, type RoomRow } from '../rooms/queries.ts';
import { canSayFor } from './policy.ts';
import type { Acquaintance, Move, OpenPromise, OwnPeople } from './schema-own.ts';

interface AcquaintanceRow {
  person: string;
  member: string;
  name: string;
  courtesy: Acquaintance['courtesy'];
  note: string | null;
  updated_at: string;
}

async function acquaintances(tx: Tx, organization: string, room: Room, actor: Membership): Promise<Acquaintance[]> {
  const { rows } = await tx.query<AcquaintanceRow>(
    `select distinct on (person, q.member) coalesce(p.merged_into, p.id) as person, q.member, m.name, q.courtesy, q.note, q.updated_at
     from acquaintances q join people p on p.partnership_id = q.partnership_id and p.id = q.person
     join memberships m on m.organization_id = q.organization_id and m.person_id = q.member and m.ended_at is null
     where q.organization_id = $1 and q.partnership_id = $2 order by person, q.member, q.updated_at desc limit 2000`,
    [organization, room.id],
  );
  return rows.map(({ person, member, name, courtesy, note, updated_at }) => ({
    person,
    member: { personId: member, name },
    courtesy,
    note,
    updatedAt: updated_at,
    may: { change: canSayFor(actor, member) },
  }));
}

interface MoveRow {
  partnership_id: string;
  person: string;
  to_partnership_id: string;
  to_person: string;
  noted_at: string;
}

/** Where people of this room went, and where they came from. */
async function movesOf(tx: Tx, organization: string, room: Room): Promise<Move[]> {
  const { rows } = await tx.query<MoveRow>(
    `select partnership_id, person, to_partnership_id, to_person, noted_at from moves_of_people
     where organization_id = $1 and (partnership_id = $2 or to_partnership_id = $2) order by noted_at limit 1000`,
    [organization, room.id],
  );
  if (rows.length === 0) return [];
  const others = [...new Set(rows.flatMap((row) => [row.partnership_id, row.to_partnership_id]))];
  const { rows: rooms } = await tx.query<RoomRow>(
    `select ${roomColumns} from partnerships where id = any($1) and (holder_a = $2 or holder_b = $2)`,
    [others, organization],
  );
  const names = new Map(rooms.map((row) => [row.id, partnerName(presentRoom(row, organization))]));
  return rows.flatMap((row): Move[] => {
    const here = row.partnership_id === room.id;
    const other = here ? row.to_partnership_id : row.partnership_id;
    const partner = names.get(other);
    if (partner === undefined) return [];
    const there = { partnershipId: other, partner, person: here ? row.to_person : row.person, at: row.noted_at };
    return [here ? { person: row.person, to: there, from: null } : { person: row.to_person, to: null, from: there }];
  });
}

/** What only our own organization sees of the people of this room. */
export async function ownPeopleOf(tx: Tx, organization: string, room: Room, actor: Membership): Promise<OwnPeople> {
  const [known, moves, members] = await Promise.all([
    acquaintances(tx, organization, room, actor),
    movesOf(tx, organization, room),
    tx.query<{ person_id: string; name: string }>(
      `select person_id, name from memberships where organization_id = $1 and ended_at is null
         and ($2 or person_id = $3) order by name, person_id limit 500`,
      [organization, actor.role !== 'member', actor.personId],
    ),
  ]);
  return {
    acquaintances: known,
    moves,
    colleagues: members.rows.map(({ person_id, name }) => ({ personId: person_id, name })),
  };
}

interface PromiseRow {
  id: string;
  title: string;
  as: OpenPromise['as'];
  state: string;
  due_at: string | null;
}

/** What somebody stands for and is not closed, the next due first. */
export async function openPromisesOf(tx: Tx, partnership: string, person: string): Promise<OpenPromise[]> {
  const { rows } = await tx.query<PromiseRow>(
    `select c.id, c.title, case when c.person_performer = p.id then 'performer' else 'customer' end as "as", c.state, c.due_at
     from people p join conversations c on c.partnership_id = p.partnership_id and (c.person_customer = p.id or c.person_performer = p.id)
     where p.partnership_id = $1 and (p.id = $2 or p.merged_into = $2) and c.state <> 'closed'
     order by c.due_at nulls last, c.id limit 100`,
    [partnership, person],
  );
  return rows.map(({ id, due_at, ...row }) => ({ ...row, conversationId: id, dueAt: due_at }));
}
