import type { Tx } from '../../platform/database.ts';
import type { Membership } from '../identity/policy.ts';
import { holds, letters, mayRecordFor, partnerName, partnerSide, presenceOf } from '../rooms/policy.ts';
import { loadRoom, presentRoom, roomColumns, type RoomRow } from '../rooms/queries.ts';
import { canChangePartner, canOfferClaim, samePartner } from './policy.ts';
import { liveLinks, summaries } from './queries-summaries.ts';
import type { PartnershipItem, PartnershipPage } from './schema.ts';

/** One partnership as a member sees it. */
export async function partnershipPageOf(
  tx: Tx,
  organization: string,
  actor: Pick<Membership, 'role'>,
  id: string,
  now: Date,
): Promise<PartnershipPage> {
  const room = await loadRoom(tx, organization, id);
  const [item, linked] = await Promise.all([summaries(tx, organization, [room], now), liveLinks(tx, [id], now)]);
  const sides = letters.map((side) => {
    const { organizationId, name, domain } = room.sides[side];
    const presence = presenceOf(room.sides[side], linked.has(`${id} ${side}`));
    return {
      side,
      organizationId,
      name,
      domain,
      presence,
      held: holds(organization, room, side),
      recordable: mayRecordFor(organization, room, side),
    };
  });
  const side = partnerSide(room);
  const may = {
    change: canChangePartner(organization, room, side),
    offerClaim: canOfferClaim(actor, organization, room, side),
  };
  return { ...(item[0] as PartnershipItem), sides, may };
}

interface Found {
  id: string;
  name: string;
  domain: string | null;
}

/** Partners already written down under this name or domain. */
export async function findSamePartners(
  tx: Tx,
  organization: string,
  partner: { name: string; domain?: string | undefined },
): Promise<Found[]> {
  const { rows } = await tx.query<RoomRow>(
    `select ${roomColumns} from partnerships where holder_a = $1 or holder_b = $1`,
    [organization],
  );
  const wanted = { name: partner.name, domain: partner.domain ?? null };
  return rows
    .map((row) => presentRoom(row, organization))
    .filter((room) => room.mySide !== null)
    .map((room) => ({ id: room.id, name: partnerName(room), domain: room.sides[partnerSide(room)].domain }))
    .filter((found) => samePartner(wanted, found));
}
