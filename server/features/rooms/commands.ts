import type { Tx } from '../../platform/database.ts';
import { tellLive } from '../../platform/relay.ts';
import type { Room } from './policy.ts';

/** Has the open pages of both sides read anew once this transaction has committed. */
export async function tellRoom(tx: Tx, room: Room): Promise<void> {
  const holders = [...new Set([room.sides.a.holder, room.sides.b.holder])];
  await tellLive(tx, [{ event: 'today', holders, partnershipId: room.id }]);
}
