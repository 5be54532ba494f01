import type { Tx } from '../../platform/database.ts';
import type { Room } from '../rooms/policy.ts';
import { type Known, samePeople, whySame } from './model-same.ts';
import { canKeepPeople, MERGE_DAYS, type PersonSide } from './policy.ts';
import type { NewPerson, SamePage } from './schema.ts';

interface Row {
  id: string;
  side: PersonSide;
  name: string | null;
  email: string | null;
  person_id: string | null;
  not_same: string[];
  merged_into: string | null;
  merged_at: string | null;
}

async function everybody(tx: Tx, partnership: string): Promise<Row[]> {
  const { rows } = await tx.query<Row>(
    `select id, side, name, email, person_id, not_same, merged_into, merged_at from people
     where partnership_id = $1 and side <> 'newcomer' order by id limit 2000`,
    [partnership],
  );
  return rows;
}

const known = (row: Row): Known => ({ ...row, personId: row.person_id, notSame: row.not_same });

/** Who looks as if they were written down twice, of the sides the organization keeps, and who was merged. */
export async function sameIn(tx: Tx, organization: string, room: Room, now: Date): Promise<SamePage> {
  const rows = (await everybody(tx, room.id)).filter((row) => canKeepPeople(organization, room, row.side));
  const undoable = (at: string) => new Date(Date.parse(at) + MERGE_DAYS * 86_400_000);
  return {
    same: samePeople(rows.filter((row) => row.merged_into === null).map(known)),
    merged: rows.flatMap(({ id, name, email, merged_into: into, merged_at: at }) => {
      if (into === null || at === null) return [];
      const until = undoable(at);
      return [{ id, name, email, into, undoUntil: until > now ? until.toISOString() : null }];
    }),
  };
}

/** Those of a side whom a new person looks like. */
export async function looksLike(
  tx: Tx,
  partnership: string,
  side: PersonSide,
  person: Pick<NewPerson, 'name' | 'email'>,
): Promise<{ id: string; name: string | null; why: 'address' | 'name' }[]> {
  const added = { side, name: person.name, email: person.email ?? null, personId: null };
  const rows = (await everybody(tx, partnership)).filter((row) => row.merged_into === null);
  return rows.flatMap((row) => {
    const why = whySame(added, known(row));
    return why ? [{ id: row.id, name: row.name, why }] : [];
  });
}
