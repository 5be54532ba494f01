import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Room } from '../rooms/policy.ts';
import { canKeepPeople, canLink, type PersonSide } from './policy.ts';
import type { PersonFunction, RoomPerson } from './schema.ts';

interface PersonRow {
  id: string;
  side: PersonSide;
  name: string | null;
  email: string | null;
  title: string | null;
  function: PersonFunction | null;
  topics: string[];
  person_id: string | null;
  newcomer_id: string | null;
  newcomer_name: string | null;
  ended_at: string | null;
  linked: boolean;
}

const columns = `p.id, p.side, p.name, p.email, p.title, p.function, p.topics, p.person_id, p.newcomer_id, p.newcomer_name, p.ended_at,
  exists (select 1 from links l where l.partnership_id = p.partnership_id and l.person = p.id
    and l.revoked_at is null and l.replaced_at is null and l.expires_at > $2) as linked`;

function present(row: PersonRow, organization: string, room: Room): RoomPerson {
  const person = { side: row.side, endedAt: row.ended_at };
  return {
    id: row.id,
    side: row.side,
    name: row.name,
    email: row.email,
    title: row.title,
    function: row.function,
    topics: row.topics,
    personId: row.person_id,
    newcomerId: row.newcomer_id,
    newcomerName: row.newcomer_name,
    endedAt: row.ended_at,
    linked: row.linked,
    may: {
      change: canKeepPeople(organization, room, row.side),
      link: canLink(organization, room, person) && row.person_id === null,
    },
  };
}

/** The people of both sides, those who left last. Who was written down twice is there once. */
export async function listPeople(tx: Tx, organization: string, room: Room, now: Date): Promise<RoomPerson[]> {
  const { rows } = await tx.query<PersonRow>(
    `select ${columns} from people p where p.partnership_id = $1 and p.merged_into is null order by p.ended_at is not null, p.side, p.id limit 1000`,
    [room.id, now],
  );
  return rows.map((row) => present(row, organization, room));
}

export async function loadPerson(tx: Tx, organization: string, room: Room, id: string, now: Date): Promise<RoomPerson> {
  const { rows } = await tx.query<PersonRow>(
    `select ${columns} from people p where p.partnership_id = $1 and p.id = $3`,
    [room.id, now, id],
  );
  if (!rows[0]) throw new AppError('not_found', 'That person is not known in this partnership. Add them first.');
  return present(rows[0], organization, room);
}
