import type { Tx } from '../../platform/database.ts';
import type { Found, Kind } from './schema.ts';

/** A key that app.search found. `place` says where in it: a message, a point, a part of a conversation. */
export interface Hit {
  partnership_id: string | null;
  id: string;
  place: string | null;
}

/** An item without its snippet, and the text that the snippet is cut from, unless the match stands in the title. */
export interface Read {
  item: Omit<Found, 'snippet'>;
  text: string | null;
}

type Reader = (tx: Tx, organization: string, hits: readonly Hit[]) => Promise<Read[]>;

interface Row {
  id: string;
  title: string | null;
  detail?: string | null;
  text?: string | null;
  partnership_id?: string | null;
  partner?: string | null;
  own?: boolean;
  nature?: 'need' | 'offer';
  conversation_id?: string;
}

const present = (row: Row): Read => ({
  item: {
    id: row.id,
    title: row.title ?? '',
    detail: row.detail ?? null,
    partnershipId: row.partnership_id ?? null,
    partner: row.partner ?? null,
    own: row.own ?? false,
    nature: row.nature ?? null,
    conversationId: row.conversation_id ?? null,
  },
  text: row.text ?? null,
});

/** The name of the other organization, seen from $1. */
const partner = 'case when r.claimed_b = $1 then r.name_a else r.name_b end';
const hit = 'unnest($2::uuid[], $3::text[], $4::text[]) as h(partnership_id, id, place)';

/** One statement whose $1 is the organization and whose $2 to $4 are the keys that were found. */
const reader =
  (sql: string): Reader =>
  async (tx, organization, hits) => {
    const { rows } = await tx.query<Row>(sql, [
      organization,
      hits.map((each) => each.partnership_id),
      hits.map((each) => each.id),
      hits.map((each) => each.place),
    ]);
    return rows.map(present);
  };

/** How the keys of each kind become something to show. Every statement runs under row-level security. */
export const readFound: Record<Kind, Reader> = {
  partner: reader(
    `select r.id, ${partner} as title, case when r.claimed_b = $1 then r.domain_a else r.domain_b end as detail, r.id as partnership_id
     from ${hit} join partnerships r on r.id = h.partnership_id where r.holder_a = $1 or r.holder_b = $1`,
  ),
  person: reader(
    `select p.id, coalesce(p.name, p.email, p.newcomer_name) as title, coalesce(p.title, p.function) as detail, r.id as partnership_id, ${partner} as partner
     from ${hit} join people p on p.partnership_id = h.partnership_id and p.id = h.id::uuid join partnerships r on r.id = p.partnership_id`,
  ),
  member: reader(
    `select m.person_id as id, m.name as title, m.email as detail
     from ${hit} join memberships m on m.organization_id = $1 and m.person_id = h.id::uuid`,
  ),
  conversation: reader(
    `select c.id, c.title, p.text, r.id as partnership_id, ${partner} as partner
     from ${hit} join conversations c on c.partnership_id = h.partnership_id and c.id = h.id join partnerships r on r.id = c.partnership_id
     left join parts p on p.partnership_id = c.partnership_id and p.conversation_id = c.id and p.commitment = h.place`,
  ),
  thread: reader(
    `select t.id, t.subject as title, m.text, r.id as partnership_id, ${partner} as partner
     from ${hit} join threads t on t.partnership_id = h.partnership_id and t.id = h.id::uuid join partnerships r on r.id = t.partnership_id
     left join messages m on m.partnership_id = t.partnership_id and m.thread_id = t.id and m.id = h.place::uuid`,
  ),
  need: reader(
    `select h.id, coalesce(n.title, d.title) as title, coalesce(n.nature, d.nature) as nature, n.id is not null as own, nullif(coalesce(n.detail, d.detail), '') as text,
       h.partnership_id, ${partner} as partner
     from ${hit}
     left join needs_offers n on h.place = 'own' and n.organization_id = $1 and n.id = h.id::uuid
     left join disclosures d on h.place = 'disclosed' and d.partnership_id = h.partnership_id and d.id = h.id::uuid
     left join partnerships r on r.id = h.partnership_id
     where n.id is not null or d.id is not null`,
  ),
  note: reader(
    `select n.id, '' as title, true as own, n.text, n.partnership_id, ${partner} as partner
     from ${hit} join notes n on n.organization_id = $1 and n.id = h.id::uuid left join partnerships r on r.id = n.partnership_id`,
  ),
  interview: reader(
    `select i.id, i.guide_title as title, true as own, p.text, i.partnership_id, ${partner} as partner
     from ${hit} join interviews i on i.organization_id = $1 and i.id = h.id::uuid left join partnerships r on r.id = i.partnership_id
     left join points p on p.organization_id = $1 and p.id = h.place::uuid`,
  ),
  readback: reader(
    `select b.id, c.title, case when h.place is null then concat_ws(' ', b.words, b.answer_words) else concat_ws(' ', p.text, p.correction) end as text,
       r.id as partnership_id, ${partner} as partner, b.conversation_id
     from ${hit} join readbacks b on b.partnership_id = h.partnership_id and b.id = h.id::uuid
     join conversations c on c.partnership_id = b.partnership_id and c.id = b.conversation_id join partnerships r on r.id = b.partnership_id
     left join readback_points p on p.partnership_id = b.partnership_id and p.readback_id = b.id and p.id = h.place::uuid`,
  ),
};
