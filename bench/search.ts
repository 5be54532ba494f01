import pg from 'pg';
import { Connection } from './connection.ts';
import { familyOf, type House, memoryMegabytes, print, scratchFolder, startHouse } from './house.ts';
import { fillSearch } from './search-data.ts';
import { type Setting, settle } from './setting.ts';

const size = 1_000_000;
/** As typed: the word of this rank, so many letters of it. */
const lengths = [2, 3, 4, 5, 6, 8, 10];
const ranks = [1, 3, 9, 30, 90, 300, 900, 2_500, 6_000, 12_000, 20_000, 29_000];
/** Behind a word, the beginning of one that is frequent. */
const seconds = ['con', 'prora', 'de'];

/**
 * The palette over a million rows of one organization, by HTTP and one request after the other, against one statement that asks the same
 * GIN indexes as the owner, whom no row-level security binds, for the newest five of each table.
 */
export async function run(args: string[]): Promise<void> {
  const folder = await scratchFolder();
  const house = await startHouse(folder.path, 'web');
  try {
    const setting = await settle(house);
    const owner = new pg.Client(setting.owner);
    owner.on('error', () => undefined);
    await owner.connect();
    const began = performance.now();
    const rows = await fillSearch(owner, setting.person.organization.id, Number(args[0] ?? size));
    print({ bench: 'search', rows, filled_seconds: (performance.now() - began) / 1000 });
    const queries = await typed(owner);
    for (const [shape, texts] of Object.entries(queries)) await compare(house, setting, owner, shape, texts);
    await compare(house, setting, owner, 'all', Object.values(queries).flat());
    const family = familyOf(house.pid);
    print({ bench: 'search', rss_mb: memoryMegabytes(family), rss_mb_server: memoryMegabytes([house.pid]) });
    await naive(setting, queries['one word'] ?? []);
    await owner.end();
    await setting.close();
  } finally {
    await house.stop();
    await folder.remove();
  }
}

async function typed(owner: pg.Client): Promise<Record<string, string[]>> {
  const { rows } = await owner.query<{ w: string }>(
    'select b.w from unnest($1::int[]) with ordinality r(n, o) join bench_words b using (n) order by o',
    [ranks],
  );
  const words = rows.map((row) => row.w);
  const shapes: Record<string, string[]> = {};
  for (const length of lengths)
    shapes[`${length} letters`] = [
      ...new Set(words.filter((word) => word.length >= length).map((word) => word.slice(0, length))),
    ];
  shapes['one word'] = words;
  shapes['two words'] = words.flatMap((word) => seconds.map((second) => `${word} ${second}`));
  shapes['nothing'] = ['zzzzz', 'qwerty', 'xylophone 77'];
  return Object.fromEntries(Object.entries(shapes).filter(([, texts]) => texts.length > 0));
}

async function compare(house: House, { person, cookie }: Setting, owner: pg.Client, shape: string, texts: string[]) {
  const rounds = Math.max(3, Math.ceil(60 / texts.length));
  const connection = new Connection(house.port);
  const ours: number[] = [];
  const raw: number[] = [];
  let found = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const text of texts) {
      const sent = performance.now();
      const answer = await connection.send('GET', `${person.base}/search?q=${encodeURIComponent(text)}`, { cookie });
      const took = performance.now() - sent;
      if (answer.status !== 200) throw new Error(`${text} was answered ${answer.status}: ${answer.body}`);
      const asked = performance.now();
      await owner.query(RAW, [text]);
      // The first round only warms the caches of both.
      if (round === 0) continue;
      ours.push(took);
      raw.push(performance.now() - asked);
      if (!answer.body.includes('"groups":[]')) found += 1;
    }
  }
  connection.close();
  const [p50, p99, raw50, raw99] = [share(ours, 0.5), share(ours, 0.99), share(raw, 0.5), share(raw, 0.99)];
  print({
    bench: 'search',
    typed: shape,
    queries: texts.length,
    found: found / ours.length,
    ratio_p50: p50 / raw50,
    ratio_p99: p99 / raw99,
    p50_ms: p50,
    p99_ms: p99,
    raw_p50_ms: raw50,
    raw_p99_ms: raw99,
  });
}

function share(times: number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const TABLES: [table: string, column: string, newest: string][] = [
  ['partnerships', 'findable_a', 'created_at'],
  ['people', 'findable', 'created_at'],
  ['conversations', 'findable', 'opened_at'],
  ['parts', 'findable', 'commitment'],
  ['threads', 'findable', 'last_at'],
  ['messages', 'findable', 'id'],
  ['notes', 'findable', 'id'],
  ['needs_offers', 'findable', 'id'],
  ['disclosures', 'findable', 'disclosed_at'],
  ['points', 'findable', 'id'],
  ['readbacks', 'findable', 'sent_at'],
  ['readback_points', 'findable', 'id'],
];
const RAW = TABLES.map(
  ([table, column, newest]) =>
    `(select '${table}', ${newest}::text from ${table} where ${column} @@ app.asked($1, 0) order by ${newest} desc limit 5)`,
).join(' union all ');

/** What the same statement costs as the application's own role, where no index answers it. */
async function naive({ raw, person }: Setting, texts: string[]): Promise<void> {
  const app = new pg.Client(raw);
  await app.connect();
  await app.query('begin');
  await app.query(`select app.enter('${person.organization.id}')`);
  const times: number[] = [];
  for (const text of texts.slice(0, 4)) {
    const began = performance.now();
    await app.query(RAW, [text]);
    times.push(performance.now() - began);
  }
  await app.end();
  print({ bench: 'search', as: 'entente_app, the same statement below row-level security', p50_ms: share(times, 0.5) });
}
