import type { Tx } from '../../platform/database.ts';
import type { Letter, Room } from '../rooms/policy.ts';
import { type Candidate, type Disclosed, suggestPairs } from './model.ts';
import { RISK, risksOf, type Said } from './model-risk.ts';
import { canPropose, dutySides } from './policy.ts';
import { endedPairs, listDuties, livePairs, type PairRow, presentPair } from './queries.ts';
import type { PairsPage, Suggestion } from './schema.ts';

/** Two rows of one person may stand in two pairs with the same other: shown once, agreed before proposed. */
function eachOnce(rows: PairRow[]): PairRow[] {
  const found = new Map<string, PairRow>();
  for (const row of rows) {
    const key = `${row.person_a}|${row.person_b}`;
    const before = found.get(key);
    if (!before || (before.agreed_at === null && row.agreed_at !== null)) found.set(key, row);
  }
  return [...found.values()];
}

/** What each person who is still there said in half a year, acts and messages alike. */
async function saidIn(tx: Tx, partnership: string, now: Date): Promise<Said[]> {
  const { rows } = await tx.query<Said>(
    `select p.side, coalesce(k.id, p.id) as person, coalesce(k.name, p.name) as name, sum(s.count)::int as count
     from (
       select author, count(*) as count from acts where partnership_id = $1 and at >= $2 and void is null group by author
       union all
       select author, count(*) from messages where partnership_id = $1 and at >= $2 group by author
     ) s join people p on p.partnership_id = $1 and p.id = s.author
     left join people k on k.partnership_id = $1 and k.id = p.merged_into
     where p.side in ('a', 'b') and coalesce(k.name, p.name) is not null and coalesce(k.ended_at, p.ended_at) is null
     group by 1, 2, 3`,
    [partnership, new Date(now.getTime() - RISK.days * 86_400_000)],
  );
  return rows;
}

interface PersonRow extends Omit<Candidate, 'name'> {
  name: string | null;
}

/** People of both sides who are still there and have a name. */
async function candidates(tx: Tx, partnership: string): Promise<Candidate[]> {
  const { rows } = await tx.query<PersonRow>(
    `select id, side, name, function, topics from people where partnership_id = $1 and side in ('a', 'b')
       and name is not null and ended_at is null and merged_into is null order by id limit 1000`,
    [partnership],
  );
  return rows.flatMap((row) => (row.name === null ? [] : [{ ...row, name: row.name }]));
}

/** Everything about pairs that both sides see. */
export async function pairsPageOf(tx: Tx, organization: string, room: Room, now: Date): Promise<PairsPage> {
  const [live, ended, duties, said, people] = await Promise.all([
    livePairs(tx, room.id),
    endedPairs(tx, room.id),
    listDuties(tx, room.id),
    saidIn(tx, room.id, now),
    candidates(tx, room.id),
  ]);
  return {
    pairs: eachOnce(live).map((row) => presentPair(row, organization, room)),
    ended: ended.map((row) => presentPair(row, organization, room)),
    duties,
    risks: risksOf(said, duties, new Map(people.map(({ id, name }) => [id, name]))),
    may: { propose: canPropose(room), duties: dutySides(organization, room) },
  };
}

interface TogetherRow {
  customer_side: Letter;
  customer: string;
  performer: string;
  title: string;
}

/** Who speaks for both sides in a conversation, the latest first. */
async function together(tx: Tx, partnership: string): Promise<{ a: string; b: string; title: string }[]> {
  const { rows } = await tx.query<TogetherRow>(
    `select c.customer_side, coalesce(u.merged_into, u.id) as customer, coalesce(r.merged_into, r.id) as performer, c.title
     from conversations c join people u on u.partnership_id = c.partnership_id and u.id = c.person_customer
     join people r on r.partnership_id = c.partnership_id and r.id = c.person_performer
     where c.partnership_id = $1 order by c.opened_at desc limit 500`,
    [partnership],
  );
  const found = new Map<string, { a: string; b: string; title: string }>();
  for (const { customer_side: side, customer, performer, title } of rows) {
    const [a, b] = side === 'a' ? [customer, performer] : [performer, customer];
    if (!found.has(`${a}|${b}`)) found.set(`${a}|${b}`, { a, b, title });
  }
  return [...found.values()];
}

/** Who might work with whom, from what both sides see. */
export async function suggestionsFor(tx: Tx, room: Room): Promise<Suggestion[]> {
  const [people, talked, known, disclosed] = await Promise.all([
    candidates(tx, room.id),
    together(tx, room.id),
    tx.query<{ a: string; b: string }>(
      `select coalesce(a.merged_into, a.id) as a, coalesce(b.merged_into, b.id) as b from pairs r
       join people a on a.partnership_id = r.partnership_id and a.id = r.person_a
       join people b on b.partnership_id = r.partnership_id and b.id = r.person_b
       where r.partnership_id = $1 and r.ended_how is distinct from 'taken-back' limit 5000`,
      [room.id],
    ),
    tx.query<Disclosed>(
      `select side, nature, kind, title from disclosures where partnership_id = $1 and level in ('titled', 'full')
       order by disclosed_at desc, id limit 200`,
      [room.id],
    ),
  ]);
  return suggestPairs({
    people,
    together: talked,
    known: new Set(known.rows.map(({ a, b }) => `${a}|${b}`)),
    disclosed: disclosed.rows,
  });
}
