import type { Speaker } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { holds, type Letter, type Room } from '../rooms/policy.ts';
import type { MoveRow } from '../stages/queries.ts';

/** Somebody who is told of a step: a member, or a guest with the link they were given last. */
export interface StageHearer {
  email: string;
  name: string | null;
  personId: string | null;
  slug: string;
  link: { conversationId: string; person: string; speaker: Speaker } | null;
}

/** Of a side that the organization holds: its managers and administrators and who proposed; without an account, its guests. */
export async function stageHearers(
  tx: Tx,
  organization: string,
  room: Room,
  side: Letter,
  move: Pick<MoveRow, 'proposed_by'>,
  by: string | null,
): Promise<StageHearer[]> {
  if (!holds(organization, room, side)) return [];
  return room.sides[side].claimedBy === organization
    ? membersOf(tx, organization, room.id, move.proposed_by, by)
    : guestsOf(tx, room.id, side);
}

async function membersOf(
  tx: Tx,
  organization: string,
  partnership: string,
  proposer: string,
  by: string | null,
): Promise<StageHearer[]> {
  const { rows } = await tx.query<{ person_id: string; name: string; email: string; slug: string }>(
    `select m.person_id, m.name, m.email, o.slug from memberships m join organizations o on o.id = m.organization_id
     where m.organization_id = $1 and m.ended_at is null and m.person_id is distinct from $2
       and (m.role <> 'member' or m.person_id = (select person_id from people where partnership_id = $3 and id = $4))
     order by m.person_id limit 200`,
    [organization, by, partnership, proposer],
  );
  return rows.map((row) => ({ ...row, personId: row.person_id, link: null }));
}

/** Nobody is written to who was never given a link. */
async function guestsOf(tx: Tx, partnership: string, side: Letter): Promise<StageHearer[]> {
  const { rows } = await tx.query<{
    person: string;
    name: string | null;
    email: string;
    conversation_id: string;
    speaker: Speaker;
    revoked_at: string | null;
  }>(
    `select * from (
       select distinct on (l.person) l.person, p.name, p.email, l.conversation_id, l.speaker, l.revoked_at
       from links l join people p on p.partnership_id = l.partnership_id and p.id = l.person
       where l.partnership_id = $1 and l.side = $2 and p.side = $2 and l.speaker <> 'newcomer'
         and p.email is not null and p.ended_at is null and p.person_id is null
       order by l.person, l.id desc) g
     where revoked_at is null order by person limit 50`,
    [partnership, side],
  );
  return rows.map((row) => ({
    email: row.email,
    name: row.name,
    personId: null,
    slug: '',
    link: { conversationId: row.conversation_id, person: row.person, speaker: row.speaker },
  }));
}
