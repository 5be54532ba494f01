import { type Conversation, view } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { type Letter, partnerName, partnerSide, presenceOf, type Room } from '../rooms/policy.ts';
import type { PartnershipItem } from './schema.ts';

const RINGS = 12;
type Stage = PartnershipItem['stage'];

interface Figures {
  id: string;
  stage: Stage | null;
  stage_since: string | null;
  asked_to: Stage | null;
  asked_side: Letter | null;
  /** Open promises by who owes them. */
  owed_a: number;
  owed_b: number;
  next_due: string | null;
  last_at: string | null;
}

/** What lists show of rooms: counts from Today, rings from the conversations' projections, stages and promises from their own tables. */
export async function summaries(tx: Tx, organization: string, rooms: Room[], now: Date): Promise<PartnershipItem[]> {
  const ids = rooms.map((room) => room.id);
  if (ids.length === 0) return [];
  const [counts, conversations, figures, linked] = await Promise.all([
    tx.query<{ partnership_id: string; open: number; mine: number }>(
      `select partnership_id, count(*) as open, count(*) filter (where mine) as mine from today
       where organization_id = $1 and partnership_id = any($2) and (lapses_at is null or lapses_at > $3) group by partnership_id`,
      [organization, ids, now],
    ),
    tx.query<{ partnership_id: string; id: string; title: string; folded: string; customer_side: Letter }>(
      `select c.* from unnest($1::uuid[]) as r(id) cross join lateral (
         select partnership_id, id, title, folded, customer_side from conversations
         where partnership_id = r.id order by opened_at desc, id limit ${RINGS}) c`,
      [ids],
    ),
    figuresOf(tx, ids),
    liveLinks(tx, ids, now),
  ]);
  const counted = new Map(counts.rows.map((row) => [row.partnership_id, row]));
  const instant = now.toISOString();
  return rooms.map((room) => {
    const own = conversations.rows.filter((row) => row.partnership_id === room.id);
    const side = partnerSide(room);
    const { organizationId, domain } = room.sides[side];
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
      ...presentFigures(room, figures.get(room.id)),
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

type Shown = Pick<PartnershipItem, 'lastAt' | 'stage' | 'stageSince' | 'stageAsked' | 'promises'>;

function presentFigures(room: Room, found: Figures | undefined): Shown {
  const [ours, theirs] = room.mySide === 'b' ? [found?.owed_b, found?.owed_a] : [found?.owed_a, found?.owed_b];
  return {
    lastAt: found?.last_at ?? null,
    stage: found?.stage ?? 'prospect',
    stageSince: found?.stage_since ?? room.createdAt,
    stageAsked: found?.asked_to && found.asked_side ? { to: found.asked_to, side: found.asked_side } : null,
    promises: { ours: ours ?? 0, theirs: theirs ?? 0, nextDue: found?.next_due ?? null },
  };
}

/** Each column a short look into an index of the room's own. */
async function figuresOf(tx: Tx, partnerships: string[]): Promise<Map<string, Figures>> {
  const { rows } = await tx.query<Figures>(
    `select p.id, s.to_stage as stage, s.answered_at as stage_since, q.to_stage as asked_to, q.proposed_side as asked_side,
       coalesce(k.owed_a, 0) as owed_a, coalesce(k.owed_b, 0) as owed_b, k.next_due,
       greatest((select max(at) from acts where partnership_id = p.id), (select max(last_at) from threads where partnership_id = p.id)) as last_at
     from partnerships p
     left join lateral (select to_stage, answered_at from stage_moves where partnership_id = p.id and answer = 'agreed'
       order by answered_at desc, id desc limit 1) s on true
     left join stage_moves q on q.partnership_id = p.id and q.answer is null
     left join lateral (select count(*) filter (where performer = p.organization_a::text) as owed_a,
       count(*) filter (where performer = p.organization_b::text) as owed_b, min(due_at) as next_due
       from commitments where partnership_id = p.id and result = 'open') k on true
     where p.id = any($1)`,
    [partnerships],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** `partnership side` of every side to which somebody has a live link. */
export async function liveLinks(tx: Tx, partnerships: string[], now: Date): Promise<Set<string>> {
  const { rows } = await tx.query<{ partnership_id: string; side: string }>(
    `select distinct partnership_id, side from links
     where partnership_id = any($1) and revoked_at is null and replaced_at is null and expires_at > $2`,
    [partnerships, now],
  );
  return new Set(rows.map((row) => `${row.partnership_id} ${row.side}`));
}
