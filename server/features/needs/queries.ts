import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { otherSide, partnerName, partnerSide, type Letter, type Room } from '../rooms/policy.ts';
import { canChangeItem } from './policy.ts';
import type { Disclosed, Item, ItemFilter, ItemKind, ItemList, Level, Nature, RoomNeeds, Told } from './schema.ts';

/** Who asks, in their own organization's book. */
export interface Book {
  organization: string;
  actor: Pick<Membership, 'personId' | 'role'>;
}

/** Open items that one page of a partnership, and fit, look at on each side. */
export const MOST_ITEMS = 500;

interface ItemRow {
  id: string;
  nature: Nature;
  kind: ItemKind;
  title: string;
  detail: string;
  skills: string[];
  amount: string | null;
  starts_on: string | null;
  ends_on: string | null;
  urgency: Item['urgency'];
  owner: string | null;
  owner_name: string | null;
  partnership_id: string | null;
  certainty: Item['certainty'];
  source_interview: string | null;
  source_readback: string | null;
  source_words: string | null;
  verdict: 'confirmed' | 'corrected' | 'open' | null;
  correction: string | null;
  status: Item['status'];
  created_by: string;
  created_at: string;
  updated_at: string;
  told: { partnership: string; a: string; b: string; side: Letter; level: Level }[] | null;
}

const columns = `n.id, n.nature, n.kind, n.title, n.detail, n.skills, n.amount, n.starts_on, n.ends_on, n.urgency, n.owner, m.name as owner_name,
  n.partnership_id, n.certainty, n.source_interview, n.source_readback, n.source_words, r.verdict, r.correction, n.status, n.created_by, n.created_at, n.updated_at`;
const sources = `from needs_offers n
  left join memberships m on m.organization_id = n.organization_id and m.person_id = n.owner
  left join readback_points r on r.partnership_id = n.partnership_id and r.readback_id = n.source_readback and r.id = n.source_point`;
/** Whom an item was disclosed to, in the rooms that are seen here; $2 narrows it to one. */
const told = `(select json_agg(json_build_object('partnership', d.partnership_id, 'a', p.name_a, 'b', p.name_b, 'side', d.side, 'level', d.level) order by d.disclosed_at, d.partnership_id)
  from disclosures d join partnerships p on p.id = d.partnership_id
  where d.id = n.id and ($2::uuid is null or d.partnership_id = $2)) as told`;

function present(row: ItemRow, actor: Book['actor']): Item {
  return {
    id: row.id,
    nature: row.nature,
    kind: row.kind,
    title: row.title,
    detail: row.detail,
    skills: row.skills,
    amount: row.amount,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    urgency: row.urgency,
    owner: row.owner === null ? null : { personId: row.owner, name: row.owner_name ?? '' },
    about: row.partnership_id,
    certainty: row.certainty,
    source: { interview: row.source_interview, readback: row.source_readback, words: row.source_words },
    answer: row.verdict && { verdict: row.verdict, correction: row.correction },
    status: row.status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    disclosures: (row.told ?? []).map((one) => ({
      partnership: one.partnership,
      partner: one.side === 'a' ? one.b : one.a,
      level: one.level,
    })),
    may: { change: canChangeItem(actor, { owner: row.owner, createdBy: row.created_by }) },
  };
}

/** Our own needs and offers, the newest first, with whom we told how much. */
export async function listItems(tx: Tx, book: Book, filter: ItemFilter): Promise<ItemList> {
  const after = readCursor(filter.cursor, 'id')?.[0] ?? null;
  const { rows } = await tx.query<ItemRow>(
    `select ${columns}, ${told} ${sources}
     where n.organization_id = $1 and n.partnership_id is null and n.status = $3 and ($4::text is null or n.nature = $4)
       and ($5::uuid is null or n.id < $5) order by n.id desc limit $6`,
    [book.organization, null, filter.status, filter.nature ?? null, after, filter.limit + 1],
  );
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => present(row, book.actor)),
    next: rows.length > shown.length && last ? writeCursor([last.id]) : null,
  };
}

export async function loadItem(tx: Tx, book: Book, id: string): Promise<Item> {
  const { rows } = await tx.query<ItemRow>(
    `select ${columns}, ${told} ${sources} where n.organization_id = $1 and n.id = $3`,
    [book.organization, null, id],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such need or offer in your book.');
  return present(rows[0], book.actor);
}

/** Our open items, with what the one partner was told of each. */
export async function ourItems(tx: Tx, book: Book, partnership: string | null): Promise<Item[]> {
  const { rows } = await tx.query<ItemRow>(
    `select ${columns}, ${told} ${sources}
     where n.organization_id = $1 and n.partnership_id is null and n.status = 'open' order by n.id desc limit ${MOST_ITEMS}`,
    [book.organization, partnership],
  );
  return rows.map((row) => present(row, book.actor));
}

/** What we understand of one partner, still open. */
export async function understoodItems(tx: Tx, book: Book, partnership: string): Promise<Item[]> {
  const { rows } = await tx.query<ItemRow>(
    `select ${columns}, null as told ${sources}
     where n.organization_id = $1 and n.partnership_id = $2 and n.status = 'open' order by n.id desc limit ${MOST_ITEMS}`,
    [book.organization, partnership],
  );
  return rows.map((row) => present(row, book.actor));
}

/** What we understand of all partners, still open: needs, or offers. */
export async function understoodEverywhere(tx: Tx, book: Book, nature: Nature): Promise<Item[]> {
  const { rows } = await tx.query<ItemRow>(
    `select ${columns}, null as told ${sources}
     where n.organization_id = $1 and n.partnership_id is not null and n.nature = $2 and n.status = 'open' order by n.id desc limit ${MOST_ITEMS}`,
    [book.organization, nature],
  );
  return rows.map((row) => present(row, book.actor));
}

type DisclosedRow = Omit<Disclosed, 'startsOn' | 'endsOn' | 'disclosedAt' | 'skills'> & {
  skills: string[] | null;
  starts_on: string | null;
  ends_on: string | null;
  disclosed_at: string;
};

/** What one side of a room told the other. */
export async function toldBy(tx: Tx, partnership: string, side: Letter): Promise<Told> {
  const [{ rows }, counted] = await Promise.all([
    tx.query<DisclosedRow>(
      `select d.id, d.nature, d.level, d.kind, d.title, d.detail, d.skills, d.amount, d.starts_on, d.ends_on, d.urgency, p.name as owner, d.disclosed_at
       from disclosures d left join people p on p.partnership_id = d.partnership_id and p.id = d.owner
       where d.partnership_id = $1 and d.side = $2 and d.level <> 'counted' order by d.id desc limit ${MOST_ITEMS}`,
      [partnership, side],
    ),
    tx.query<{ needs: number; offers: number }>(
      `select count(*) filter (where nature = 'need') as needs, count(*) filter (where nature = 'offer') as offers
       from disclosures where partnership_id = $1 and side = $2 and level = 'counted'`,
      [partnership, side],
    ),
  ]);
  const disclosed = rows.map(({ starts_on, ends_on, disclosed_at, skills, ...row }) => ({
    ...row,
    skills: skills ?? [],
    startsOn: starts_on,
    endsOn: ends_on,
    disclosedAt: disclosed_at,
  }));
  return { disclosed, counted: counted.rows[0] ?? { needs: 0, offers: 0 } };
}

/** Both sides' needs and offers, as one organization knows them. */
export async function needsOfRoom(tx: Tx, book: Book, room: Room): Promise<RoomNeeds> {
  const [ours, theirs, understood] = await Promise.all([
    room.mySide ? ourItems(tx, book, room.id) : [],
    toldBy(tx, room.id, room.mySide ? otherSide(room.mySide) : partnerSide(room)),
    understoodItems(tx, book, room.id),
  ]);
  return { partner: partnerName(room), own: room.mySide !== null, ours, theirs, understood };
}
