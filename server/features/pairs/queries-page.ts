import type { Tx } from '../../platform/database.ts';
import type { Room } from '../rooms/policy.ts';
import { canPropose, dutySides } from './policy.ts';
import { endedPairs, listDuties, livePairs, presentPair } from './queries.ts';
import type { PairsPage } from './schema.ts';

/** Everything about pairs that both sides see. */
export async function pairsPageOf(tx: Tx, organization: string, room: Room, now: Date): Promise<PairsPage> {
  const [live, ended, duties] = await Promise.all([
    livePairs(tx, room.id),
    endedPairs(tx, room.id),
    listDuties(tx, room.id),
  ]);
  void now;
  return {
    pairs: live.map((row) => presentPair(row, organization, room)),
    ended: ended.map((row) => presentPair(row, organization, room)),
    duties,
    risks: [],
    may: { propose: canPropose(room), duties: dutySides(organization, room) },
  };
}
