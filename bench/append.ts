import pg from 'pg';
import { openConversation, speak } from '../server/features/acts/commands.ts';
import { asMember } from '../server/features/identity/gate.ts';
import { memberVoice } from '../server/features/voices/model.ts';
import { inScope, type Tx } from '../server/platform/database.ts';
import { mintScope } from '../server/platform/scope.ts';
import { Connection } from './connection.ts';
import { cpuMilliseconds, familyOf, type House, print, scratchFolder, startHouse } from './house.ts';
import { inline, literal, pgbench, type RawConnection } from './pgbench.ts';
import { type Setting, settle, voiceOf } from './setting.ts';

const connections = 16;
/** Conversations each connection goes round; enough that rows are seldom the same, few enough that all fit into memory. */
const each = 50;
const warmUp = 3;
const measured = 12;
const rawSeconds = 10;

interface Place {
  partnership: string;
  conversation: string;
  head: string;
}

/**
 * One act through HTTP — session, checks, hash, projection, evidence, Today, queue — against pgbench sending the same SQL to the
 * same PostgreSQL with as many connections. Each has its own conversations,
 * of the same kind in the same partnership: what pgbench writes is one act written again and again, and folds to nothing.
 */
export async function run(): Promise<void> {
  // Twice: while the queue is only filled, and while the same process also works it off, telling people by mail.
  for (const role of ['web', 'both'] as const) await measure(role);
}

async function measure(role: 'web' | 'both'): Promise<void> {
  const folder = await scratchFolder();
  try {
    const house = await startHouse(folder.path, role);
    try {
      const setting = await settle(house);
      const { person } = setting;
      const partner = await person.json(`${person.base}/partnerships`, { json: { name: 'Bench Works' }, status: 201 });
      const places = await prepare(setting, partner.id);
      const besides = await prepare(setting, partner.id);
      await notePlaces(setting.owner, besides);
      await drive(house, setting, places, warmUp);
      const before = await rawReference(setting, places[0] as Place);
      const http = await drive(house, setting, places, measured);
      const after = await rawReference(setting, places[0] as Place);
      const raw = (before + after) / 2;
      print({
        bench: 'append',
        database: 'postgresql',
        connections,
        role,
        ratio: http.perSecond / raw,
        cpu_ms: http.cpu,
        cpu_ms_server: http.cpuServer,
        cpu_ms_database: http.cpu - http.cpuServer,
        per_second: http.perSecond,
        raw_per_second: raw,
        p50_ms: http.p50,
        p99_ms: http.p99,
      });
      await setting.close();
    } finally {
      await house.stop();
    }
  } finally {
    await folder.remove();
  }
}

/** Agreed conversations in which the bench's organization is the performer. */
async function prepare({ platform, person }: Setting, partnership: string): Promise<Place[]> {
  const scope = mintScope(person.organization.id);
  const places: Place[] = [];
  for (let n = 0; n < connections * each; n += 1) {
    places.push(await inScope(platform.db, scope, (tx) => agreed(tx, partnership, person, n)));
  }
  return places;
}

/** pgbench finds the conversations of its clients by number. */
async function notePlaces(raw: RawConnection, places: Place[]): Promise<void> {
  const owner = new pg.Client(raw);
  await owner.connect();
  await owner.query('create table bench_places (n integer primary key, id text not null)');
  await owner.query('insert into bench_places select row_number() over () - 1, id from unnest($1::text[]) as id', [
    places.map((place) => place.conversation),
  ]);
  await owner.query('grant select on bench_places to entente_app');
  await owner.end();
}

const saying = {
  kind: 'progress' as const,
  text: 'Two of the five are named; the third may take longer.',
  atRisk: true,
};
const later = (days: number) => ({ at: new Date(Date.now() + days * 86_400_000).toISOString() });

async function agreed(tx: Tx, partnership: string, person: Setting['person'], n: number): Promise<Place> {
  const voice = voiceOf(person);
  const terms = {
    what: `Name five mentors for group ${n}`,
    conditions: [{ text: 'A name and an address for each' }, { text: 'Each has two hours a week' }],
    due: later(90),
    replyBy: later(5),
  };
  const opened = await openConversation(tx, new Date(), voice, partnership, { saying: { kind: 'offer', terms } });
  const target = { partnership, conversation: opened.conversation, expected: opened.head };
  const agree = await speak(tx, new Date(), voice, target, { saying: { kind: 'agree' }, recorded: {} });
  return { partnership, conversation: opened.conversation, head: agree.head };
}

interface Driven {
  perSecond: number;
  /** Processor milliseconds of server and database together, and of the server alone, for one act. */
  cpu: number;
  cpuServer: number;
  p50: number;
  p99: number;
}

async function drive(
  house: House,
  { person, cookie, platform }: Setting,
  places: Place[],
  seconds: number,
): Promise<Driven> {
  await refreshHeads(platform, person.organization.id, places);
  const body = JSON.stringify({ saying });
  const family = familyOf(house.pid);
  const [all, own] = [cpuMilliseconds(family), cpuMilliseconds([house.pid])];
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = async (n: number) => {
    const connection = new Connection(house.port);
    for (let turn = 0; performance.now() < until; turn += 1) {
      const place = places[n * each + (turn % each)] as Place;
      const sent = performance.now();
      const path = `${person.base}/partnerships/${place.partnership}/conversations/${place.conversation}/acts`;
      const answer = await connection.send(
        'POST',
        path,
        { cookie, origin: house.address, 'if-match': `"${place.head}"` },
        body,
      );
      if (answer.status !== 201) throw new Error(`an act was answered ${answer.status}: ${answer.body}`);
      times.push(performance.now() - sent);
      place.head = (answer.etag ?? '').replaceAll('"', '');
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, (_, n) => one(n)));
  const elapsed = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const share = (part: number) => times[Math.floor(times.length * part)] ?? 0;
  return {
    perSecond: times.length / elapsed,
    cpu: (cpuMilliseconds(family) - all) / times.length,
    cpuServer: (cpuMilliseconds([house.pid]) - own) / times.length,
    p50: share(0.5),
    p99: share(0.99),
  };
}

async function refreshHeads(platform: Setting['platform'], organization: string, places: Place[]): Promise<void> {
  const { rows } = await inScope(platform.db, mintScope(organization), (tx) =>
    tx.query<{ id: string; head: string }>('select id, head from conversations'),
  );
  const heads = new Map(rows.map((row) => [row.id, row.head]));
  for (const place of places) place.head = heads.get(place.conversation) ?? place.head;
}

/** What one act sends to the database, taken down from a real one that is rolled back, with pgbench choosing the conversation. */
async function rawReference(setting: Setting, place: Place): Promise<number> {
  const { platform, person, raw } = setting;
  await refreshHeads(platform, person.organization.id, [place]);
  const sent: Statement[] = [];
  const done = new Error('taken down');
  const scope = {
    organization: person.organization.id,
    person: person.id,
    unchecked: mintScope(person.organization.id),
  };
  await asMember(platform.db, scope, async (tx, membership) => {
    const listening: Tx = {
      ...tx,
      query: (sql, values = []) => {
        sent.push({ sql, values });
        return tx.query(sql, values);
      },
    };
    const voice = memberVoice(scope.organization, { id: person.id, timeZone: 'UTC' }, membership);
    await speak(listening, new Date(), voice, { ...place, expected: place.head }, { saying });
    throw done;
  }).catch((error: unknown) => {
    if (error !== done) throw error;
  });
  const [load, append] = sent;
  if (!load || !append || sent.length !== 2)
    throw new Error(`an act is one load and one append, not ${sent.length} statements`);
  const entering = `select role, may_promise, name, email from app.enter_member('${scope.organization}', '${scope.person}');`;
  return pgbench(raw, rawScript(entering, load, append, place), { clients: connections, seconds: rawSeconds });
}

interface Statement {
  sql: string;
  values: unknown[];
}

/** The two statements as pgbench sends them: each client on conversations of its own, with the head it has just read. */
function rawScript(entering: string, load: Statement, append: Statement, place: Place): string {
  const choice = `(select b.id from bench_places b where b.n = :client_id * ${each} + :n)`;
  const loaded = load.values.map((value) => (value === place.conversation ? choice : literal(value)));
  const actId = String(append.values[3]);
  const fresh: [string, string][] = [[actId, "lpad(to_hex(:r::bigint), 64, '0')"]];
  for (const value of append.values) {
    if (typeof value !== 'string' || !value.startsWith('[{')) continue;
    for (const row of JSON.parse(value) as Record<string, unknown>[]) {
      if (typeof row.commitment === 'string') fresh.push([row.commitment, "lpad(to_hex(:r::bigint), 64, 'c')"]);
      if (typeof row.id === 'string') fresh.push([row.id, 'gen_random_uuid()::text']);
    }
  }
  const types = [
    'uuid',
    'text',
    'text',
    'text',
    'uuid',
    'int',
    'text',
    'text',
    'text',
    'uuid',
    'uuid',
    'timestamptz',
    'text',
    'text',
    'text',
    'text',
    'text',
  ];
  types.push('timestamptz', 'uuid', 'uuid', 'jsonb', 'jsonb', 'jsonb', 'jsonb', 'jsonb', 'uuid', 'uuid');
  const given = append.values.map((value, n) => `(${fill(value)})::${types[n]}`);
  function fill(value: unknown): string {
    if (value === place.conversation) return ':id';
    if (value === place.head) return ':head';
    return fresh.reduce(
      (sql, [old, made]) => (String(value).includes(old) ? `replace(${sql}, '${old}', ${made})` : sql),
      literal(value),
    );
  }
  return [
    `\\set n random(0, ${each - 1})`,
    '\\set r random(1000000000000, 999999999999999)',
    'begin;',
    entering,
    `${inline(load.sql.replace('select c.head,', 'select c.id, c.head,'), loaded)} \\gset`,
    `${inline(append.sql, given)};`,
    'commit;',
  ].join('\n');
}
