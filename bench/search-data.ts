/** A million rows of one organization, over every kind that is searched, made in the database from a vocabulary as uneven as a language. */
import type pg from 'pg';

/** Distinct words; a few stand in half of all texts, most in a handful. */
export const VOCABULARY = 30_000;
const SENTENCES = 60_000;

/** Rows of each table when all together are a million. */
const SHARES = {
  partnerships: 5_000,
  people: 50_000,
  conversations: 150_000,
  parts: 300_000,
  threads: 40_000,
  messages: 245_000,
  notes: 100_000,
  needs_offers: 20_000,
  disclosures: 20_000,
  interviews: 5_000,
  points: 50_000,
  readbacks: 5_000,
  readback_points: 10_000,
} as const;

type Table = keyof typeof SHARES;

const syllables = (list: string) => `(array['${list.split(' ').join("','")}'])`;

const WORDS = `create table bench_words as
  select n::int, ${syllables('con pro de re a in te ma lo ca su bri vo xe zu qui na sol mer pla')}[1 + (n * 7919) % 20]
    || ${syllables('ra ti lo men ción ñe dor bel sa ga pu ki')}[1 + (n * 34963) % 12]
    || case when n > 240 then ${syllables('s n ria to ble ing ez al or um is é')}[1 + (n / 240) % 12] else '' end
    || case when n > 2880 then substr(md5(n::text), 1, 1 + (n % 4)::int) else '' end as w
  from generate_series(1::bigint, ${VOCABULARY}) n`;
const TEXTS = `create table bench_sentences as
  select s as n, string_agg(w, ' ' order by k) as t
  from (select s, k, 1 + floor(${VOCABULARY - 1} * power(random(), 4))::int as i from generate_series(1, ${SENTENCES}) s, generate_series(1, 10) k) q
  join bench_words b on b.n = q.i group by s`;

const id = (space: string, n: string) => `('0198${space}-7000-8000-' || lpad(to_hex((${n})::int), 12, '0'))::uuid`;
const ID = (kind: number, n = 'n') => id(`${String(kind).padStart(4, '0')}-0000`, n);
const text = 'bench_sentence()';
/** The partnership of a row, and who holds its other side: half of the partners are recorded by us. */
const partnership = (n = 'n') => ID(1, `1 + (${n}) % $2`);
const other = (n = 'n') => `case when (1 + (${n}) % $2) % 2 = 0 then $1::uuid else ${ID(2, `1 + (${n}) % $2`)} end`;
const room = (n = 'n') => `${partnership(n)}, $1::uuid, ${other(n)}`;
const at = `now() - n * interval '1 minute'`;
const hex = (fill: string, n: string) => `lpad(to_hex((${n})::int), 64, '${fill}')`;

/** $1 is the organization, $2 the number of partnerships, $3 of rows to make, n their number from 0. */
const ROWS: Record<Table, (count: Record<Table, number>) => string> = {
  partnerships:
    () => `partnerships (id, organization_a, organization_b, holder_b, holder_a, claimed_b, claimed_a, name_a, name_b, domain_a, created_at)
    select ${partnership()}, ${ID(2, '1 + n % $2')}, $1::uuid, $1::uuid, ${other()}, $1::uuid, nullif(${other()}, $1::uuid),
      initcap(substr(${text}, 1, 24)), 'Bench University', 'partner' || n || '.example', ${at}`,
  people: () => `people (partnership_id, holder_b, holder_a, id, side, name, email, title, created_at)
    select ${room()}, ${ID(3)}, case n % 3 when 0 then 'b' else 'a' end, initcap(substr(${text}, 1, 16)), 'p' || n || '@partner.example', substr(${text}, 1, 20), ${at}`,
  conversations:
    () => `conversations (partnership_id, holder_b, holder_a, id, customer_side, title, state, outcome, head, length, folded, opened_at, last_at)
    select ${room()}, ${hex('0', 'n')}, 'a', substr(${text}, 1, 60), 'closed', 'satisfied', 'x', 4, '{}', ${at}, ${at}`,
  parts: ({ conversations }) => `parts (partnership_id, holder_b, holder_a, conversation_id, commitment, name, text)
    select ${room(`n % ${conversations}`)}, ${hex('0', `n % ${conversations}`)}, ${hex('c', 'n')}, 'text', ${text}`,
  threads: () => `threads (partnership_id, holder_b, holder_a, id, subject, started_by, created_at, last_at)
    select ${room()}, ${ID(4)}, substr(${text}, 1, 50), $1::uuid, ${at}, ${at}`,
  messages: ({ threads }) => `messages (partnership_id, holder_b, holder_a, thread_id, id, author, side, via, text, at)
    select ${room(`n % ${threads}`)}, ${ID(4, `n % ${threads}`)}, ${ID(5, '$3 - n')}, $1::uuid, 'b', 'session', ${text} || '. ' || ${text}, ${at}`,
  notes: () => `notes (organization_id, id, partnership_id, author, text, created_at, updated_at)
    select $1::uuid, ${ID(6, '$3 - n')}, ${partnership()}, $1::uuid, ${text} || '. ' || ${text}, ${at}, now()`,
  needs_offers:
    () => `needs_offers (organization_id, id, partnership_id, certainty, nature, kind, title, detail, created_by, created_at, updated_at)
    select $1::uuid, ${ID(7, '$3 - n')}, ${partnership()}, 'heard', 'need', 'talent', substr(${text}, 1, 60), ${text}, $1::uuid, ${at}, now()`,
  disclosures:
    () => `disclosures (partnership_id, holder_b, holder_a, id, side, level, nature, kind, title, terms, disclosed_by, disclosed_at)
    select ${room()}, ${ID(8)}, 'a', 'titled', 'offer', 'talent', substr(${text}, 1, 60), '{}', $1::uuid, ${at}`,
  interviews:
    () => `interviews (organization_id, id, partnership_id, held_on, way, guide_title, started_by, created_at, updated_at)
    select $1::uuid, ${ID(9)}, ${partnership()}, '2026-01-01', 'phone', 'First talk', $1::uuid, ${at}, now()`,
  points: ({
    interviews,
  }) => `points (organization_id, id, interview_id, position, text, author, revision, created_at, updated_at)
    select $1::uuid, ${ID(10, '$3 - n')}, ${ID(9, `n % ${interviews}`)}, n, ${text}, $1::uuid, 1, ${at}, now()`,
  readbacks:
    () => `readbacks (partnership_id, holder_b, holder_a, id, conversation_id, side, author, held_on, way, words, sent_at)
    select ${room()}, ${ID(11)}, ${hex('0', 'n')}, 'b', $1::uuid, '2026-01-01', 'phone', ${text}, ${at}`,
  readback_points: ({
    readbacks,
  }) => `readback_points (partnership_id, holder_b, holder_a, readback_id, id, position, tag, certainty, text)
    select ${room(`n % ${readbacks}`)}, ${ID(11, `n % ${readbacks}`)}, ${ID(12)}, n, 'need', 'heard', ${text}`,
};

/** Fills the tables; `rows` all together. Foreign keys hold, but are not looked up one by one. Answers how many rows there are. */
export async function fillSearch(owner: pg.Client, organization: string, rows: number): Promise<number> {
  const tables = Object.keys(SHARES) as Table[];
  const all = tables.reduce((sum, table) => sum + SHARES[table], 0);
  const count = Object.fromEntries(
    tables.map((table) => [table, Math.max(1, Math.round((SHARES[table] * rows) / all))]),
  ) as Record<Table, number>;
  await owner.query('select setseed(0.42)');
  await owner.query(WORDS);
  await owner.query('create unique index on bench_words (n)');
  await owner.query(TEXTS);
  await owner.query('create unique index on bench_sentences (n)');
  await owner.query('analyze bench_words, bench_sentences');
  await owner.query(
    `create function pg_temp.bench_sentence() returns text language sql volatile as
     'select t from bench_sentences where n = (select 1 + floor(${SENTENCES - 1} * random())::int)'`,
  );
  await owner.query("set session_replication_role = 'replica'");
  for (const table of tables) {
    const sql = ROWS[table](count).replaceAll(text, `pg_temp.${text}`);
    await owner.query(`insert into ${sql} from generate_series(0, $3::int - 1) n where $2::int > 0`, [
      organization,
      count.partnerships,
      count[table],
    ]);
  }
  await owner.query("set session_replication_role = 'origin'");
  await owner.query('vacuum analyze');
  return Object.values(count).reduce((sum, each) => sum + each, 0);
}
