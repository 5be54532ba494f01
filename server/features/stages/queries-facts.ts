import type { Tx } from '../../platform/database.ts';
import type { RoomFacts } from './model.ts';

/** Histories are long; the first so many initiatives of a room tell how far it has come. */
const INITIATIVES = 500;
const ROWS = 200;

/**
 * What the room holds that a stage can rest on. Only tables of the room are read here, and the same rows whoever asks: what one
 * organization keeps for itself, such as its interviews, never counts and so never shows.
 */
export async function roomFacts(tx: Tx, partnership: string): Promise<RoomFacts> {
  const [people, meetings, readbacks, initiatives, pairs, sponsors] = await Promise.all([
    tx.query<RoomFacts['people'][number]>(
      `select id, side, name from people where partnership_id = $1 and side in ('a', 'b') and name is not null and ended_at is null
       order by id limit $2`,
      [partnership, ROWS],
    ),
    meetingsOf(tx, partnership),
    readbacksOf(tx, partnership),
    initiativesOf(tx, partnership),
    pairsOf(tx, partnership),
    tx.query<RoomFacts['sponsors'][number]>(
      `select d.person, d.side, p.name, d.since from duties d join people p on p.partnership_id = d.partnership_id and p.id = d.person
       where d.partnership_id = $1 and d.duty = 'sponsor' and p.ended_at is null order by d.since, d.person limit $2`,
      [partnership, ROWS],
    ),
  ]);
  return { people: people.rows, meetings, readbacks, initiatives, pairs, sponsors: sponsors.rows };
}

/** Meetings that were held with somebody of each side, the first ones first. */
async function meetingsOf(tx: Tx, partnership: string): Promise<RoomFacts['meetings']> {
  const { rows } = await tx.query<RoomFacts['meetings'][number]>(
    `select m.id, o.occurrence, m.purpose, left(o.start_local, 10) as "heldOn", m.way, m.place, bool_or(t.via = 'recorded') as recorded
     from meeting_occurrences o join meetings m on m.partnership_id = o.partnership_id and m.id = o.meeting_id
     join attendance t on t.partnership_id = o.partnership_id and t.meeting_id = o.meeting_id and t.occurrence = o.occurrence and t.attended
     where o.partnership_id = $1 and o.held
     group by m.id, o.occurrence, o.starts_at, o.start_local, m.purpose, m.way, m.place
     having count(distinct t.side) = 2 order by o.starts_at, m.id limit $2`,
    [partnership, ROWS],
  );
  return rows;
}

async function readbacksOf(tx: Tx, partnership: string): Promise<RoomFacts['readbacks']> {
  const { rows } = await tx.query<RoomFacts['readbacks'][number]>(
    `select id, conversation_id as "conversationId", side, held_on as "heldOn", way, place, sent_at as "sentAt", answered_at as "answeredAt"
     from readbacks where partnership_id = $1 order by sent_at, id limit $2`,
    [partnership, ROWS],
  );
  return rows;
}

/** Promises that are no read-backs, the first ones first. */
async function initiativesOf(tx: Tx, partnership: string): Promise<RoomFacts['initiatives']> {
  const { rows } = await tx.query<RoomFacts['initiatives'][number]>(
    `select k.conversation_id as "conversationId", c.title, k.kind as work, k.result, k.promised_at as "promisedAt", k.settled_at as "settledAt",
       k.recorded, c.person_customer is not null and c.person_performer is not null as owned
     from commitments k join conversations c on c.partnership_id = k.partnership_id and c.id = k.conversation_id
     where k.partnership_id = $1
       and not exists (select 1 from readbacks r where r.partnership_id = k.partnership_id and r.conversation_id = k.conversation_id)
     order by k.promised_at, k.conversation_id limit $2`,
    [partnership, INITIATIVES],
  );
  return rows;
}

async function pairsOf(tx: Tx, partnership: string): Promise<RoomFacts['pairs']> {
  const { rows } = await tx.query<RoomFacts['pairs'][number]>(
    `select p.id, x.name as a, y.name as b, p.agreed_at as "agreedAt"
     from pairs p join people x on x.partnership_id = p.partnership_id and x.id = p.person_a
     join people y on y.partnership_id = p.partnership_id and y.id = p.person_b
     where p.partnership_id = $1 and p.agreed_at is not null and p.ended_at is null and x.ended_at is null and y.ended_at is null
     order by p.agreed_at, p.id limit $2`,
    [partnership, ROWS],
  );
  return rows;
}

export interface OpenPromise {
  conversationId: string;
  title: string;
  dueAt: string;
}

/** Promises that still bind one of the two to the other. One that was handed over binds somebody else. */
export async function openPromises(tx: Tx, partnership: string): Promise<OpenPromise[]> {
  const { rows } = await tx.query<{ conversation_id: string; title: string; due_at: string }>(
    `select k.conversation_id, c.title, k.due_at
     from commitments k join partnerships p on p.id = k.partnership_id
     join conversations c on c.partnership_id = k.partnership_id and c.id = k.conversation_id
     where k.partnership_id = $1 and k.result = 'open'
       and k.customer in (p.organization_a::text, p.organization_b::text) and k.performer in (p.organization_a::text, p.organization_b::text)
     order by k.due_at, k.conversation_id limit 100`,
    [partnership],
  );
  return rows.map((row) => ({ conversationId: row.conversation_id, title: row.title, dueAt: row.due_at }));
}

/** The last talk that the organization noted for itself. Private: for its own page and nothing else. */
export async function lastInterview(
  tx: Tx,
  organization: string,
  partnership: string,
): Promise<{ id: string; heldOn: string } | null> {
  const { rows } = await tx.query<{ id: string; held_on: string }>(
    `select id, held_on from interviews where organization_id = $1 and partnership_id = $2 order by held_on desc, id desc limit 1`,
    [organization, partnership],
  );
  return rows[0] ? { id: rows[0].id, heldOn: rows[0].held_on } : null;
}
