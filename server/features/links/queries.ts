import type { Conversation, Speaker } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { holds, type Letter, letters, type Room } from '../rooms/policy.ts';
import { type LinkMarks, stateOf } from './policy.ts';
import type { Link } from './schema.ts';

interface LinkRow extends LinkMarks {
  id: string;
  person: string;
  person_name: string | null;
  speaker: Speaker;
  created_at: string;
  used_by_act: string | null;
}

const select = `select l.id, l.person, p.name as person_name, l.speaker, l.created_at, l.expires_at, l.used_at, l.used_by_act, l.replaced_at, l.revoked_at
  from links l join people p on p.partnership_id = l.partnership_id and p.id = l.person
  where l.partnership_id = $1 and l.conversation_id = $2 and l.side = any($3)`;

function present(row: LinkRow, now: Date): Link {
  return {
    id: row.id,
    person: { id: row.person, name: row.person_name },
    speaker: row.speaker,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    usedByAct: row.used_by_act,
    state: stateOf(row, now),
  };
}

/** Links speak for a side: only who holds it sees them. */
const heldBy = (organization: string, room: Room): Letter[] =>
  letters.filter((side) => holds(organization, room, side));

/** Of several links a person could use, lists show the newest: mails bring one each. */
const newestOrDone = `(l.used_at is not null or l.replaced_at is not null or l.revoked_at is not null or not exists (
  select 1 from links n where n.partnership_id = l.partnership_id and n.conversation_id = l.conversation_id and n.person = l.person and n.id > l.id
    and n.used_at is null and n.replaced_at is null and n.revoked_at is null))`;

/** Links of a conversation, the newest first. */
export async function listLinks(
  tx: Tx,
  organization: string,
  room: Room,
  conversation: string,
  now: Date,
): Promise<Link[]> {
  const { rows } = await tx.query<LinkRow>(`${select} and ${newestOrDone} order by l.id desc limit 200`, [
    room.id,
    conversation,
    heldBy(organization, room),
  ]);
  return rows.map((row) => present(row, now));
}

export async function loadLink(
  tx: Tx,
  organization: string,
  room: Room,
  conversation: string,
  id: string,
  now: Date,
): Promise<Link> {
  const { rows } = await tx.query<LinkRow>(`${select} and l.id = $4`, [
    room.id,
    conversation,
    heldBy(organization, room),
    id,
  ]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such link here.');
  return present(rows[0], now);
}

export interface LinkedConversation {
  id: string;
  title: string;
  customerSide: Letter;
  conversation: Conversation;
}

/** The conversation a link is to open. */
export async function loadLinked(tx: Tx, partnership: string, id: string): Promise<LinkedConversation> {
  const { rows } = await tx.query<{ title: string; customer_side: Letter; folded: string }>(
    'select title, customer_side, folded from conversations where partnership_id = $1 and id = $2',
    [partnership, id],
  );
  const row = rows[0];
  if (!row) throw new AppError('not_found', 'There is no such conversation here.');
  return {
    id,
    title: row.title,
    customerSide: row.customer_side,
    conversation: JSON.parse(row.folded) as Conversation,
  };
}

/** Name of the organization whose scope has been entered. */
export async function ownName(tx: Tx, organization: string): Promise<string> {
  const { rows } = await tx.query<{ name: string }>('select name from organizations where id = $1', [organization]);
  return rows[0]?.name ?? '';
}
