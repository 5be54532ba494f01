import { type Conversation, view } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { type Letter, seatsOf } from '../conversations/model.ts';
import type { ConversationPage } from '../conversations/schema.ts';
import type { Voice } from '../voices/model.ts';

type Related = ConversationPage['related'][number];

interface RelationRow {
  relation: 'supports' | 'exchange';
  /** True where the other conversation names this one. */
  inward: boolean;
  id: string;
  partnership_id: string;
  title: string;
  folded: string;
  customer_side: Letter;
  name_a: string;
  name_b: string;
  claimed_a: string | null;
  claimed_b: string | null;
  holder_a: string;
  holder_b: string;
  organization_a: string;
  organization_b: string;
}

const columns = `o.id, o.partnership_id, o.title, o.folded, o.customer_side, o.holder_a, o.holder_b,
  p.name_a, p.name_b, p.claimed_a, p.claimed_b, p.organization_a, p.organization_b`;

/** Supporting requests and exchanges of a conversation, as far as the reader may see the other ends. A guest sees none: a link shows one conversation. */
export async function relatedTo(tx: Tx, reader: Voice, partnership: string, id: string, now: Date): Promise<Related[]> {
  if (reader.link) return [];
  const { rows } = await tx.query<RelationRow>(
    `select r.relation, false as inward, ${columns}
     from relations r join conversations o on o.partnership_id = r.other_partnership_id and o.id = r.other_id join partnerships p on p.id = o.partnership_id
     where r.partnership_id = $1 and r.conversation_id = $2
     union all
     select r.relation, true as inward, ${columns}
     from relations r join conversations o on o.partnership_id = r.partnership_id and o.id = r.conversation_id join partnerships p on p.id = o.partnership_id
     where r.other_partnership_id = $1 and r.other_id = $2
     limit 200`,
    [partnership, id],
  );
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const related = present(row, reader.organization, now.toISOString());
    const key = `${related.id} ${related.direction}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [related];
  });
}

function present(row: RelationRow, organization: string, now: string): Related {
  const conversation = JSON.parse(row.folded) as Conversation;
  const seen = view(conversation, now);
  const own = seatsOf(row, conversation).find((seat) => seat.own && seat.holder === organization);
  const direction = row.relation === 'exchange' ? 'peer' : row.inward ? 'child' : 'parent';
  const broken = conversation.closing?.outcome === 'reneged' || conversation.closing?.outcome === 'failed';
  return {
    id: row.id,
    partnershipId: row.partnership_id,
    title: row.title,
    relation: row.relation,
    direction,
    state: seen.state,
    ring: seen.ring,
    partnerName: own?.letter === 'a' ? row.name_b : own ? row.name_a : `${row.name_a}, ${row.name_b}`,
    endangers: direction === 'child' && (broken || seen.overdue || seen.atRisk),
  };
}
