import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Letter, otherSide, partnerName } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { roomRecord, wholeRecord } from '../trust/queries.ts';
import { measuresOf, mirrorOf } from './model.ts';
import { dayIn, monthAfter, monthIn } from './model-month.ts';
import { reviewOf } from './model-review.ts';
import { type Looking, stretchOf } from './queries-stretch.ts';
import { cadenceDays, type OwnMirror, type Review, type RoomMirror } from './schema.ts';

const day = 86_400_000;

/** The rooms an organization stands in itself, and on which side. */
async function ownRooms(tx: Tx, organization: string): Promise<Map<string, Letter>> {
  const { rows } = await tx.query<{ id: string; side: Letter }>(
    `select id, case when claimed_a = $1 then 'a' else 'b' end as side from partnerships
     where claimed_a = $1 or claimed_b = $1`,
    [organization],
  );
  return new Map(rows.map((row) => [row.id, row.side]));
}

/** What happens at this very moment belongs to the stretch that ends with it. */
const including = (now: Date) => new Date(now.getTime() + 1);
const ago = (moment: Date, days: number) => new Date(moment.getTime() - days * day);

async function everywhere(tx: Tx, organization: string, now: Date): Promise<Looking> {
  const rooms = await ownRooms(tx, organization);
  const record = await wholeRecord(tx, organization);
  return { organization, rooms, record, self: organization, now };
}

/** Our own organization over all its partners, against the stretch of the same length before. */
export async function ownMirrorOf(tx: Tx, organization: string, days: number, now: Date): Promise<OwnMirror> {
  const looking = await everywhere(tx, organization, now);
  const [from, earlier] = [ago(now, days), ago(now, 2 * days)];
  const current = await stretchOf(tx, looking, from, including(now));
  const before = await stretchOf(tx, looking, earlier, from);
  return {
    from: from.toISOString(),
    to: now.toISOString(),
    cadenceDays,
    ours: mirrorOf(measuresOf(current, true), measuresOf(before, true)),
  };
}

/** Both sides of one partnership, from the record both can see. */
export async function roomMirrorOf(
  tx: Tx,
  organization: string,
  partnership: string,
  days: number,
  now: Date,
): Promise<RoomMirror> {
  const room = await loadRoom(tx, organization, partnership);
  if (!room.mySide)
    throw new AppError('not_found', 'You stand on no side of this partnership: there is no mirror of it.');
  const partner = room.sides[otherSide(room.mySide)];
  const looking: Looking = {
    organization,
    rooms: new Map([[partnership, room.mySide]]),
    record: await roomRecord(tx, organization, partnership),
    self: room.sides[room.mySide].organizationId,
    other: { party: partner.organizationId, holder: partner.holder },
    now,
  };
  const [from, earlier] = [ago(now, days), ago(now, 2 * days)];
  const current = await stretchOf(tx, looking, from, including(now));
  const before = await stretchOf(tx, looking, earlier, from);
  const of = (ours: boolean) => mirrorOf(measuresOf(current, ours), measuresOf(before, ours));
  return {
    from: from.toISOString(),
    to: now.toISOString(),
    cadenceDays,
    partner: partnerName(room),
    ours: of(true),
    theirs: of(false),
  };
}

/** The review of one month, in the organization's own time zone; without one asked for, of the last that is over. */
export async function reviewOfMonth(
  tx: Tx,
  organization: string,
  asked: string | undefined,
  now: Date,
): Promise<Review> {
  const own = await tx.query<{ time_zone: string }>('select time_zone from organizations where id = $1', [
    organization,
  ]);
  const zone = own.rows[0]?.time_zone ?? 'UTC';
  const current = dayIn(now, zone).slice(0, 7);
  const month = asked ?? monthAfter(current, -1);
  const { from, to } = monthIn(month, zone);
  const looking = await everywhere(tx, organization, now);
  const stretch = await stretchOf(tx, looking, from, to);
  const { rows } = await tx.query<{ first: string | null }>(
    'select min(opened_at) as first from conversations where partnership_id = any($1)',
    [[...looking.rooms.keys()]],
  );
  const first = rows[0]?.first;
  const earlier = monthAfter(month, -1);
  const later = monthAfter(month, 1);
  return {
    month,
    ...reviewOf(stretch),
    earlier: first && earlier >= dayIn(new Date(first), zone).slice(0, 7) ? earlier : null,
    later: later <= current ? later : null,
  };
}
