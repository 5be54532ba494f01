import type { Tx } from '../../platform/database.ts';
import {
  type CommitmentRow,
  type KnownCommitment,
  type KnownParty,
  readCommitment,
  type TrustRecord,
} from './model.ts';
import { recordLimit } from './schema.ts';

interface RecordRow extends CommitmentRow {
  partnership_id: string;
  conversation_id: string;
}

interface RoomRow {
  id: string;
  organization_a: string;
  organization_b: string;
  claimed_a: string | null;
  claimed_b: string | null;
  name_a: string;
  name_b: string;
}

const columns = `k.partnership_id, k.conversation_id, k.customer, k.performer, k.kind, k.promised_at, k.due_at, k.result, k.settled_at, k.silent_from,
  k.stake, k.unit, k.recorded, k.lifted_at`;
const roomColumns = 'id, organization_a, organization_b, claimed_a, claimed_b, name_a, name_b';

/** Parties of one room by their names in its log; `as` says under which id they are known. */
function partiesOf(room: RoomRow, as: (party: string, claimed: string | null) => string): [string, KnownParty][] {
  return (['a', 'b'] as const).map((side) => {
    const [party, claimed] = [room[`organization_${side}`], room[`claimed_${side}`]];
    return [party, { id: as(party, claimed), name: room[`name_${side}`], verified: claimed !== null }];
  });
}

/** Whoever took a side over and has no side in the room of its own. */
async function newcomers(tx: Tx, partnerships: string[]): Promise<Map<string, KnownParty>> {
  const { rows } = await tx.query<{ newcomer_id: string; name: string | null }>(
    `select distinct on (newcomer_id) newcomer_id, newcomer_name as name from people
     where partnership_id = any($1) and newcomer_id is not null order by newcomer_id`,
    [partnerships],
  );
  return new Map(rows.map((row) => [row.newcomer_id, { id: row.newcomer_id, name: row.name ?? '', verified: false }]));
}

/** The record of one room as both of its sides can read it: the same parties, the same order, the same numbers. */
export async function roomRecord(tx: Tx, organization: string, partnership: string): Promise<TrustRecord> {
  const [rooms, found, third] = await Promise.all([
    tx.query<RoomRow>(`select ${roomColumns} from partnerships where id = $1 and (holder_a = $2 or holder_b = $2)`, [
      partnership,
      organization,
    ]),
    tx.query<RecordRow>(
      `select ${columns} from commitments k where k.partnership_id = $1 order by promised_at desc limit $2`,
      [partnership, recordLimit],
    ),
    newcomers(tx, [partnership]),
  ]);
  const parties = new Map([...third, ...rooms.rows.flatMap((room) => partiesOf(room, (party) => party))]);
  return { parties, commitments: found.rows.map((row) => known(row, (party) => party)) };
}

/** Everything an organization may see, over all its rooms. A partner is one party, in whichever room it stands. */
export async function wholeRecord(tx: Tx, organization: string): Promise<TrustRecord> {
  const { rows: rooms } = await tx.query<RoomRow>(
    `select ${roomColumns} from partnerships where holder_a = $1 or holder_b = $1`,
    [organization],
  );
  const ids = rooms.map((room) => room.id);
  const [found, third] = await Promise.all([
    tx.query<RecordRow>(
      `select ${columns} from commitments k where k.partnership_id = any($1) order by promised_at desc limit $2`,
      [ids, recordLimit],
    ),
    newcomers(tx, ids),
  ]);
  const parties = new Map<string, KnownParty>(third);
  const byRoom = new Map<string, Map<string, KnownParty>>();
  for (const room of rooms) {
    const own = new Map(partiesOf(room, (party, claimed) => claimed ?? party));
    byRoom.set(room.id, own);
    for (const party of own.values()) parties.set(party.id, party);
  }
  const who = (partnership: string) => (party: string) => byRoom.get(partnership)?.get(party)?.id ?? party;
  return { parties, commitments: found.rows.map((row) => known(row, who(row.partnership_id))) };
}

const known = (row: RecordRow, who: (party: string) => string): KnownCommitment => ({
  ...readCommitment(row.conversation_id, row, who),
  partnership: row.partnership_id,
});

/** Titles of conversations, for lists of them. */
export async function titlesOf(
  tx: Tx,
  items: readonly Pick<KnownCommitment, 'id' | 'partnership'>[],
): Promise<Map<string, string>> {
  if (items.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; title: string }>(
    `select c.id, c.title from unnest($1::uuid[], $2::text[]) as r(partnership_id, id)
     join conversations c on c.partnership_id = r.partnership_id and c.id = r.id`,
    [items.map((one) => one.partnership), items.map((one) => one.id)],
  );
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** Conversations that one import brought in. */
export async function importedIds(tx: Tx, organization: string, importId: string): Promise<Set<string>> {
  const { rows } = await tx.query<{ conversation_id: string }>(
    'select conversation_id from imported where organization_id = $1 and import_id = $2',
    [organization, importId],
  );
  return new Set(rows.map((row) => row.conversation_id));
}
