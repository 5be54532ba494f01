import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { bestDisclosed } from '../server/features/fit/queries-candidates.ts';
import { inScope } from '../server/platform/database.ts';
import { mintScope } from '../server/platform/scope.ts';
import { numbers, type Written, written } from './fit-data.ts';
import { memoryMegabytes, print, scratchFolder, startHouse } from './house.ts';
import { type Setting, settle } from './setting.ts';

const partners = 500;
const needs = 300;
/** How many are shown of each search. */
const shown = 20;

/**
 * The best offers for one need out of a hundred thousand that 500 partners disclosed, with reasons, against the same rows searched by
 * PostgreSQL's full-text search (any word of the need, best rank first), which reads them as their owner and gives no reasons.
 */
export async function run([size = '100000']: string[]): Promise<void> {
  const folder = await scratchFolder();
  const house = await startHouse(folder.path, 'web');
  try {
    const setting = await settle(house);
    const owner = new pg.Client(setting.owner);
    owner.on('error', () => undefined);
    await owner.connect();
    await disclose(owner, setting, Number(size));
    await fullText(owner);
    const asked = Array.from(
      { length: needs },
      (
        (pick) => () =>
          written(pick)
      )(numbers(7)),
    );
    // In turns, so that both see the same machine; the first ones warm the caches and are not counted.
    const ours: number[] = [];
    const theirs: number[] = [];
    let found = 0;
    for (const [n, need] of asked.entries()) {
      const fitted = await timed(() => fitOf(setting, need));
      const searched = await timed(() => searchOf(owner, need));
      if (n < 20) continue;
      ours.push(fitted.milliseconds);
      theirs.push(searched.milliseconds);
      found += fitted.result;
    }
    const [fit50, fit99] = quantiles(ours);
    const [text50, text99] = quantiles(theirs);
    print({
      bench: 'fit',
      offers: Number(size),
      ratio: fit50 / text50,
      p50_ms: fit50,
      p99_ms: fit99,
      full_text_p50_ms: text50,
      full_text_p99_ms: text99,
      found: found / ours.length,
      mb: memoryMegabytes([process.pid]),
      ...(await sizesOf(owner)),
    });
    await owner.end();
    await setting.close();
  } finally {
    await house.stop();
    await folder.remove();
  }
}

/** Partners that are here, each having told a share of the offers; the rows are those that telling writes. */
async function disclose(owner: pg.Client, { person }: Setting, size: number): Promise<void> {
  const pick = numbers(1);
  const rooms = Array.from({ length: partners }, () => ({ room: randomUUID(), other: randomUUID() }));
  const batch = 5000;
  for (let from = 0; from < size; from += batch) {
    const rows = Array.from({ length: Math.min(batch, size - from) }, (_, n) => {
      const place = rooms[(from + n) % partners]!;
      return { ...place, id: randomUUID(), ...written(pick) };
    });
    await owner.query('begin');
    await owner.query('alter table disclosures no force row level security');
    await owner.query('alter table disclosure_terms no force row level security');
    await owner.query(
      `insert into disclosures (partnership_id, id, side, level, nature, kind, title, detail, skills, terms, disclosed_by, disclosed_at, holder_a, holder_b)
       select r.room, r.id, 'b', 'full', 'offer', r.kind, r.title, r.detail, r.skills, r.terms, $1, now(), $1, r.other
       from jsonb_to_recordset($2::jsonb) as r(room uuid, other uuid, id uuid, kind text, title text, detail text, skills text[], terms text[])`,
      [person.organization.id, JSON.stringify(rows)],
    );
    await owner.query(
      `insert into disclosure_terms (partnership_id, id, side, nature, term, holder_a, holder_b)
       select r.room, r.id, 'b', 'offer', t.term, $1, r.other
       from jsonb_to_recordset($2::jsonb) as r(room uuid, other uuid, id uuid, terms text[]), unnest(r.terms) as t(term)`,
      [person.organization.id, JSON.stringify(rows)],
    );
    await owner.query('alter table disclosures force row level security');
    await owner.query('alter table disclosure_terms force row level security');
    await owner.query('commit');
  }
  await owner.query('vacuum analyze disclosures, disclosure_terms');
}

/** The reference: a copy of the rows with an index of their words, outside of every policy. */
async function fullText(owner: pg.Client): Promise<void> {
  await owner.query('alter table disclosures no force row level security');
  await owner.query(
    `create table searched as select partnership_id, id, kind, title, detail, skills, to_tsvector('simple', title || ' ' || detail || ' ' || array_to_string(skills, ' ')) as words from disclosures`,
  );
  await owner.query('alter table disclosures force row level security');
  await owner.query('create index searched_words on searched using gin (words)');
  await owner.query('vacuum analyze searched');
}

const fitOf = ({ platform, person }: Setting, need: Written): Promise<number> =>
  inScope(platform.db, mintScope(person.organization.id), async (tx) => {
    const item = { ...need, id: 'need' };
    return (await bestDisclosed(tx, person.organization.id, { nature: 'need', item }, shown)).length;
  });

async function searchOf(owner: pg.Client, need: Written): Promise<number> {
  const { rows } = await owner.query(
    `select s.partnership_id, s.id, s.kind, s.title, s.detail, s.skills, ts_rank(s.words, q.query) as rank
     from searched s, (select replace(plainto_tsquery('simple', $1)::text, '&', '|')::tsquery as query) q
     where s.words @@ q.query order by rank desc, s.id limit $2`,
    [`${need.title} ${need.detail} ${need.skills.join(' ')}`, shown],
  );
  return rows.length;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - began };
}

function quantiles(times: number[]): [number, number] {
  const sorted = times.toSorted((one, two) => one - two);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return [at(0.5), at(0.99)];
}

async function sizesOf(owner: pg.Client): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, number>>(
    `select pg_total_relation_size('disclosures') / 1048576.0 as rows_mb, pg_total_relation_size('disclosure_terms') / 1048576.0 as terms_mb,
       pg_relation_size('searched_words') / 1048576.0 as full_text_index_mb`,
  );
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]));
}
