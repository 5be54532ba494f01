import { type Conversation, view } from '@entente/protocol';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import type { Membership } from '../identity/policy.ts';
import {
  holds,
  type Letter,
  letters,
  mayRecordFor,
  partnerName,
  partnerSide,
  presenceOf,
  type Room,
} from '../rooms/policy.ts';
import { loadRoom, presentRoom, roomColumns, type RoomRow } from '../rooms/queries.ts';
import { canChangePartner, canOfferClaim, samePartner } from './policy.ts';
import type { PartnershipFilter, PartnershipItem, PartnershipList, PartnershipPage } from './schema.ts';

const RINGS = 12;

/** The partner's name as the list sorts and searches it. */
const sortName = `lower(case when claimed_b = $1 then name_a when claimed_a = $1 then name_b else name_a || ' · ' || name_b end)`;

/** Everybody an organization works with, by name. */
export async function listPartnerships(
  tx: Tx,
  organization: string,
  filter: PartnershipFilter,
  now: Date,
): Promise<PartnershipList> {
  const after = readCursor(filter.cursor, 'text', 'id');
  const { rows } = await tx.query<RoomRow & { sort_name: string }>(
    `select * from (
       select ${roomColumns}, ${sortName} as sort_name from partnerships where holder_a = $1 or holder_b = $1
     ) p
     where ($2::text is null or strpos(sort_name, lower($2)) > 0) and ($3::text is null or (sort_name, id) > ($3, $4::uuid))
     order by sort_name, id limit $5`,
    [organization, filter.search || null, after?.[0] ?? null, after?.[1] ?? null, filter.limit + 1],
  );
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  const items = await summaries(
    tx,
    organization,
    shown.map((row) => presentRoom(row, organization)),
    now,
  );
  return { items, next: rows.length > shown.length && last ? writeCursor([last.sort_name, last.id]) : null };
}

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

/** What lists show of rooms: counts from Today, rings from the conversations' projections. */
async function summaries(tx: Tx, organization: string, rooms: Room[], now: Date): Promise<PartnershipItem[]> {
  const ids = rooms.map((room) => room.id);
  if (ids.length === 0) return [];
  const [counts, conversations, threads, linked] = await Promise.all([
    tx.query<{ partnership_id: string; open: number; mine: number }>(
      `select partnership_id, count(*) as open, count(*) filter (where mine) as mine from today
       where organization_id = $1 and partnership_id = any($2) and (lapses_at is null or lapses_at > $3) group by partnership_id`,
      [organization, ids, now],
    ),
    tx.query<{
      partnership_id: string;
      id: string;
      title: string;
      folded: string;
      last_at: string;
      customer_side: Letter;
    }>(
      `select c.* from unnest($1::uuid[]) as r(id) cross join lateral (
         select partnership_id, id, title, folded, last_at, customer_side from conversations
         where partnership_id = r.id order by opened_at desc, id limit ${RINGS}) c`,
      [ids],
    ),
    tx.query<{ partnership_id: string; last_at: string }>(
      'select partnership_id, max(last_at) as last_at from threads where partnership_id = any($1) group by partnership_id',
      [ids],
    ),
    liveLinks(tx, ids, now),
  ]);
  const counted = new Map(counts.rows.map((row) => [row.partnership_id, row]));
  const talked = new Map(threads.rows.map((row) => [row.partnership_id, row.last_at]));
  const instant = now.toISOString();
  return rooms.map((room) => {
    const own = conversations.rows.filter((row) => row.partnership_id === room.id);
    const side = partnerSide(room);
    const { organizationId, domain } = room.sides[side];
    const lastAt = [talked.get(room.id), ...own.map((row) => row.last_at)]
      .filter((at) => at !== undefined)
      .toSorted()
      .at(-1);
    return {
      id: room.id,
      partner: {
        organizationId,
        name: partnerName(room),
        domain,
        presence: presenceOf(room.sides[side], linked.has(`${room.id} ${side}`)),
      },
      mySide: room.mySide,
      createdAt: room.createdAt,
      open: counted.get(room.id)?.open ?? 0,
      mine: counted.get(room.id)?.mine ?? 0,
      lastAt: lastAt ?? null,
      rings: own.map((row) => ({
        conversationId: row.id,
        title: row.title,
        role:
          room.mySide === null
            ? null
            : row.customer_side === room.mySide
              ? ('customer' as const)
              : ('performer' as const),
        ring: view(JSON.parse(row.folded) as Conversation, instant).ring,
      })),
    };
  });
}

/** `partnership side` of every side to which somebody has a live link. */
async function liveLinks(tx: Tx, partnerships: string[], now: Date): Promise<Set<string>> {
  const { rows } = await tx.query<{ partnership_id: string; side: string }>(
    `select distinct partnership_id, side from links
     where partnership_id = any($1) and revoked_at is null and replaced_at is null and expires_at > $2`,
    [partnerships, now],
  );
  return new Set(rows.map((row) => `${row.partnership_id} ${row.side}`));
}
