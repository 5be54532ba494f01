import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { mintScope } from '../../platform/scope.ts';
import { PLAIN_OWNER } from '../../testing/engine.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

/**
 * A word of its own in every text of every table, and who may find it: the side it belongs to, the other side, somebody who has
 * nothing to do with either. Rows are written as the owner of the database, so that nothing depends on what a route refuses.
 */
let server: TestServer;
let a: SignedUp;
let b: SignedUp;
let outsider: SignedUp;
/** Words by what they stand in. */
const words: Record<string, string> = {};

const NUMBER = 12;
function word(place: string): string {
  words[place] = `marker${Object.keys(words).length}x${newId().slice(-NUMBER)}`;
  return words[place];
}

async function kindsFor(who: SignedUp, place: string): Promise<string> {
  const q = words[place];
  const { groups } = await who.json(`${who.base}/search?q=${q}&limit=20`);
  return groups.map((group: { kind: string }) => group.kind).join();
}

async function write(table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  await server.database.owner.query(
    `insert into ${table} (${names.join()}) values (${names.map((_, n) => `$${n + 1}`).join()})`,
    Object.values(row),
  );
}

const now = new Date();
const dates = { created_at: now, updated_at: now };

beforeAll(async () => {
  server = await testServer();
  const partners = await twoPartners(server);
  ({ a, b } = partners);
  outsider = await signUp(server, { organization: 'Ajena', name: 'Olga' });
  await ownRows(partners.partnership);
  await roomRows(partners.partnership);
  const recorded = await recordPartner(a, `Recorded ${word('partner recorded')}`, 'x@y.example');
  await a.json(`${recorded.base}/people`, { json: { name: word('person of recorded'), side: 'b' } });
  await request(server, a, recorded.id, word('conversation with recorded'));
  await colleagueOf(server, a, { name: word('member') });
  const left = await colleagueOf(server, a, { name: word('member who left') });
  await server.database.owner.query('update memberships set ended_at = $2 where person_id = $1', [left.id, now]);
  await a.json(`${a.base}/drafts/k`, { method: 'PUT', json: { content: { text: word('draft') } }, status: 204 });
  await a.json(`${a.base}/invitations`, { json: { email: `${word('invitation')}@a.example`, role: 'member' } });
});
afterAll(() => server.close());

async function ownRows(partnership: string): Promise<void> {
  const mine = { organization_id: a.organization.id, partnership_id: partnership };
  await write('notes', { ...mine, id: newId(), author: a.id, text: word('note'), ...dates });
  const need = { organization_id: a.organization.id, nature: 'need', kind: 'talent', created_by: a.id, ...dates };
  await write('needs_offers', {
    ...need,
    id: newId(),
    title: word('need title'),
    detail: word('need detail'),
    skills: [word('need skill')],
  });
  await write('needs_offers', {
    ...need,
    id: newId(),
    partnership_id: partnership,
    certainty: 'heard',
    title: word('need about them'),
    source_words: word('need source'),
  });
  const interview = newId();
  await write('interviews', {
    ...mine,
    id: interview,
    held_on: '2026-01-01',
    way: 'phone',
    place: word('interview place'),
    guide_title: word('interview'),
    started_by: a.id,
    ...dates,
  });
  const point = {
    organization_id: a.organization.id,
    interview_id: interview,
    position: 1,
    author: a.id,
    revision: 1,
    ...dates,
  };
  await write('points', {
    ...point,
    id: newId(),
    text: word('point'),
    settled: 'follow-up',
    settled_words: word('point settled'),
  });
  await write('points', { ...point, id: newId(), text: word('point dropped'), dropped_at: now });
  await write('guides', {
    organization_id: a.organization.id,
    id: newId(),
    title: word('guide'),
    questions: '[]',
    updated_by: a.id,
    ...dates,
  });
  await write('acquaintances', {
    ...mine,
    person: a.id,
    member: a.id,
    courtesy: 'ask-first',
    note: word('acquaintance'),
    updated_at: now,
  });
  await write('audit', {
    organization_id: a.organization.id,
    id: newId(),
    at: now,
    action: word('audit'),
    subject: 'x',
  });
}

async function roomRows(partnership: string): Promise<void> {
  const { rows } = await server.database.owner.query('select holder_a, holder_b from partnerships where id = $1', [
    partnership,
  ]);
  const room = { partnership_id: partnership, holder_a: rows[0].holder_a, holder_b: rows[0].holder_b };
  const side = rows[0].holder_a === a.organization.id ? 'a' : 'b';
  const conversation = await request(server, a, partnership, word('conversation'));
  await write('parts', {
    ...room,
    conversation_id: conversation,
    commitment: 'e'.repeat(64),
    name: 'text',
    salt: 'x',
    text: word('act'),
  });
  await write('parts', { ...room, conversation_id: conversation, commitment: 'd'.repeat(64), name: 'text' });
  const thread = newId();
  await write('threads', {
    ...room,
    id: thread,
    subject: word('thread'),
    started_by: a.id,
    created_at: now,
    last_at: now,
  });
  await write('messages', {
    ...room,
    thread_id: thread,
    id: newId(),
    author: a.id,
    side,
    via: 'session',
    text: word('message'),
    at: now,
  });
  await write('people', {
    ...room,
    id: newId(),
    side,
    name: word('person of a'),
    email: `${word('person address')}@a.example`,
    title: word('person title'),
    topics: [word('person topic')],
    created_at: now,
  });
  const told = { ...room, side, nature: 'need', disclosed_by: a.id, disclosed_at: now };
  await write('disclosures', {
    ...told,
    id: newId(),
    level: 'full',
    kind: 'talent',
    title: word('disclosed title'),
    detail: word('disclosed detail'),
    skills: [],
    terms: [],
  });
  await write('disclosures', { ...told, id: newId(), level: 'counted' });
  const readback = newId();
  await write('readbacks', {
    ...room,
    id: readback,
    conversation_id: conversation,
    side,
    author: a.id,
    held_on: '2026-01-01',
    way: 'phone',
    words: word('read-back'),
    sent_at: now,
  });
  await write('readback_points', {
    ...room,
    readback_id: readback,
    id: newId(),
    position: 1,
    tag: 'need',
    certainty: 'heard',
    text: word('read-back point'),
    verdict: 'corrected',
    correction: word('read-back correction'),
  });
  const file = {
    ...room,
    uploader: a.organization.id,
    media: 'text/plain',
    size: 1,
    sha256: 'x',
    storage_key: 'x',
    created_at: now,
  };
  await write('files', { ...file, id: newId(), name: word('file') });
}

/** What each finds: who it belongs to, the other side of the room. The outsider finds nothing, ever. */
const MATRIX: Record<string, [a: string, b: string]> = {
  note: ['note', ''],
  'need title': ['need', ''],
  'need detail': ['need', ''],
  'need skill': ['need', ''],
  'need about them': ['need', ''],
  'need source': ['need', ''],
  interview: ['interview', ''],
  'interview place': ['interview', ''],
  point: ['interview', ''],
  'point settled': ['interview', ''],
  'point dropped': ['', ''],
  guide: ['', ''],
  acquaintance: ['', ''],
  audit: ['', ''],
  draft: ['', ''],
  invitation: ['', ''],
  file: ['', ''],
  member: ['member', ''],
  'member who left': ['', ''],
  'partner recorded': ['partner', ''],
  'person of recorded': ['person', ''],
  'conversation with recorded': ['conversation', ''],
  conversation: ['conversation', 'conversation'],
  act: ['conversation', 'conversation'],
  thread: ['thread', 'thread'],
  message: ['thread', 'thread'],
  'person of a': ['person', 'person'],
  'person address': ['person', 'person'],
  'person title': ['person', 'person'],
  'person topic': ['person', 'person'],
  // What we disclosed is found among our own needs; the other side finds what it was told.
  'disclosed title': ['', 'need'],
  'disclosed detail': ['', 'need'],
  'read-back': ['readback', 'readback'],
  'read-back point': ['readback', 'readback'],
  'read-back correction': ['readback', 'readback'],
};

describe('a word is found by whom it belongs to and nobody else', () => {
  test('every word that was written stands in the matrix', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(MATRIX).toSorted());
  });

  test('by the side it belongs to, and by the other side only where both see it', async () => {
    for (const place of Object.keys(words)) {
      const found = [await kindsFor(a, place), await kindsFor(b, place), await kindsFor(outsider, place)];
      expect([place, ...found]).toEqual([place, ...(MATRIX[place] ?? []), '']);
    }
  });

  test('also by the beginning of it, and by what all the words have in common', async () => {
    const { groups } = await outsider.json(`${outsider.base}/search?q=marker&limit=20`);
    expect(groups).toEqual([]);
    const seen = JSON.stringify(await b.json(`${b.base}/search?q=marker&limit=20`));
    for (const [place, [, other]] of Object.entries(MATRIX))
      if (other === '') expect([place, seen.includes(words[place] ?? '-')]).toEqual([place, false]);
  });

  test('in the keys that app.search itself answers as well', async () => {
    const keys = (organization: string, q: string) =>
      inScope(
        server.platform.db,
        mintScope(organization),
        async (tx) => (await tx.query('select kind from app.search($1, 20)', [q])).rows.length,
      );
    expect(await keys(outsider.organization.id, 'marker')).toBe(0);
    for (const [place, [, other]] of Object.entries(MATRIX))
      if (other === '') expect([place, await keys(b.organization.id, words[place] ?? '-')]).toEqual([place, 0]);
  });

  test('and not by naming the word under which the index keeps an organization’s rows', async () => {
    const tag = a.organization.id.slice(-NUMBER);
    for (const q of [`@${tag}`, tag, `'@${tag}'`]) {
      const { groups } = await outsider.json(`${outsider.base}/search?q=${encodeURIComponent(q)}`);
      expect([q, groups]).toEqual([q, []]);
    }
  });
});

describe('in the database', () => {
  test('the owner’s policies open to app.search alone: outside of it the owner sees nothing', async () => {
    const client = await server.database.owner.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ tablename: string }>(
        `select tablename from pg_policies where policyname = tablename || '_search'`,
      );
      expect(rows.length).toBeGreaterThan(10);
      // The embedded engine's owner is a superuser, whom no policy binds: there a plain owner is put in its place.
      await client.query(`grant usage on schema app to ${PLAIN_OWNER}`);
      for (const { tablename } of rows) {
        await client.query(`alter policy ${tablename}_search on ${tablename} to ${PLAIN_OWNER}`);
        await client.query(`grant select on ${tablename} to ${PLAIN_OWNER}`);
      }
      await client.query(`set local role ${PLAIN_OWNER}`);
      for (const { tablename } of rows) {
        const { rows: seen } = await client.query(`select count(*)::int as n from ${tablename}`);
        expect([tablename, seen[0].n]).toEqual([tablename, 0]);
      }
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('nobody but the application may call app.search, and nobody the parts of it', async () => {
    const { rows } = await server.database.owner.query(
      `select p.proname as name, array_agg(r.rolname::text order by r.rolname) filter (where has_function_privilege(r.oid, p.oid, 'execute')) as roles
       from pg_proc p cross join pg_roles r where p.pronamespace = 'app'::regnamespace and p.proname like 'search%' and p.proname <> 'searching'
         and r.rolname in ('entente_app', 'entente_gate', 'entente_worker') group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { name: 'search', roles: ['entente_app'] },
      { name: 'search_names', roles: null },
      { name: 'search_own', roles: null },
      { name: 'search_room', roles: null },
    ]);
  });

  test('without an entered organization nothing is found', async () => {
    const { rows } = await server.database.owner.query("select * from app.search('marker', 20)");
    expect(rows).toEqual([]);
  });
});
