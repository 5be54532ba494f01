import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { tellLive } from '../../platform/relay.ts';
import type { Room } from './policy.ts';

/** Has the open pages of both sides read anew once this transaction has committed. */
export async function tellRoom(tx: Tx, room: Room): Promise<void> {
  const holders = [...new Set([room.sides.a.holder, room.sides.b.holder])];
  await tellLive(tx, [{ event: 'today', holders, partnershipId: room.id }]);
}

/** Says, behind the transaction, that something about a room is otherwise now, so that each organization in it looks at it again. */
export async function noteChange(tx: Tx, partnership: string, now: Date): Promise<void> {
  await tx.query(
    `insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b)
     select p.id, $2, 'room', '{}'::jsonb, $3, p.holder_a, p.holder_b from partnerships p where p.id = $1`,
    [partnership, newId(), now],
  );
}
