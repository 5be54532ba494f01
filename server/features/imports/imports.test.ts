import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fold, parseAct, view } from '@entente/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { join as joinAs, newPerson, type SignedUp, signUp } from '../../testing/people.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { sha256 } from '../acts/model.ts';
import type { ImportShape } from './schema.ts';

const clock = fixedClock('2026-11-24T10:00:00.000Z');
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock, work: true });
});
afterAll(() => server.close());

const upload = (who: SignedUp, text: string | Buffer, name = 'history.csv'): Promise<ImportShape> =>
  who.json(`${who.base}/imports`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(text)),
    headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'text/csv' },
    status: 201,
  });
const map = (who: SignedUp, id: string, mapping: object = {}): Promise<ImportShape> =>
  who.json(`${who.base}/imports/${id}`, { method: 'PATCH', json: mapping, status: 200 });

async function settled(who: SignedUp, id: string, seconds = 60): Promise<ImportShape> {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    const found: ImportShape = await who.json(`${who.base}/imports/${id}`);
    if (found.status !== 'running' && found.status !== 'undoing') return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the import did not end');
}

async function run(who: SignedUp, text: string): Promise<ImportShape> {
  const { id } = await upload(who, text);
  await map(who, id);
  await who.json(`${who.base}/imports/${id}/run`, { method: 'POST', status: 202 });
  return settled(who, id);
}

const header = 'customer,performer,what,promised at,due,done,stake';
const csv = (...rows: string[]): string => [header, ...rows].join('\n');

describe('importing a history', () => {
  it('suggests what the columns mean and previews every line without writing anything', async () => {
    const who = await signUp(server);
    const { id, mapping } = await upload(
      who,
      csv('Hospital,Foundry,Beds,2026-01-05,2026-02-01,2026-01-30,1200', 'Hospital,,Chairs,2026-01-05,2026-02-01,,'),
    );
    expect(mapping).toMatchObject({
      customer: 'customer',
      performer: 'performer',
      due: 'due',
      done: 'done',
      promisedAt: 'promised at',
      dayFirst: false,
    });
    const previewed = await map(who, id);
    expect(previewed.counts).toMatchObject({
      lines: 2,
      commitments: 1,
      create: 1,
      update: 0,
      skip: 1,
      reasons: { 'missing-performer': 1 },
    });
    const { items } = await who.json(`${who.base}/imports/${id}/rows`);
    expect(items).toEqual([
      { line: 2, outcome: 'create', reason: null, detail: null },
      { line: 3, outcome: 'skip', reason: 'missing-performer', detail: null },
    ]);
    expect((await who.json(`${who.base}/conversations`)).items).toEqual([]);
  });

  it('replays each commitment through the protocol as recorded words of both sides', async () => {
    const who = await signUp(server, { organization: 'Hospital' });
    const done = await run(
      who,
      csv(
        'Hospital,Foundry,Beds,2026-01-05,2026-02-01,2026-01-30,1200',
        'Hospital,Foundry,Lamps,2026-01-05,2026-02-01,2026-02-09,',
        'Foundry,Hospital,Advice,2026-11-01,2026-12-24,,',
      ),
    );
    expect(done).toMatchObject({ status: 'done', done: 3, total: 3 });
    const { items } = await who.json(`${who.base}/conversations`);
    expect(
      items
        .map((one: { title: string; outcome: string; role: string }) => `${one.title} ${one.outcome} ${one.role}`)
        .sort(),
    ).toEqual(['Advice null performer', 'Beds satisfied customer', 'Lamps satisfied customer']);
    const beds = items.find((one: { title: string }) => one.title === 'Beds');
    const page = await who.json(`${who.base}/partnerships/${beds.partnershipId}/conversations/${beds.id}`);
    expect(
      page.acts.map((act: { kind: string; saying: { kind: string }; via: string }) => [act.saying.kind, act.via]),
    ).toEqual([
      ['request', 'recorded'],
      ['agree', 'recorded'],
      ['report', 'recorded'],
      ['accept', 'recorded'],
    ]);
    expect(page.conversation.closing.timing).toBe('on-time');
    const today = await who.json(`${who.base}/today`);
    expect(today.mine.items.map((one: { title: string }) => one.title)).toEqual(['Advice']);
  });

  it('knows what was imported before: skips it, or settles what a later file says is done', async () => {
    const who = await signUp(server, { organization: 'Hospital' });
    await run(
      who,
      csv('Hospital,Foundry,Beds,2026-01-05,2026-02-01,,', 'Hospital,Foundry,Lamps,2026-01-05,2026-02-01,2026-01-30,'),
    );
    const again = await run(
      who,
      csv(
        'Hospital,Foundry,Beds,2026-01-05,2026-02-01,2026-02-05,',
        'Hospital,Foundry,Lamps,2026-01-05,2026-02-01,2026-01-30,',
      ),
    );
    expect(again.counts).toMatchObject({ update: 1, skip: 1, create: 0, reasons: { 'already-imported': 1 } });
    const { items } = await who.json(`${who.base}/conversations`);
    expect(items.map((one: { title: string; outcome: string }) => [one.title, one.outcome]).sort()).toEqual([
      ['Beds', 'satisfied'],
      ['Lamps', 'satisfied'],
    ]);
  });

  it('is taken back whole, but for what somebody went on with', async () => {
    const who = await signUp(server, { organization: 'Hospital' });
    const done = await run(
      who,
      csv(
        'Hospital,Foundry,Beds,2026-11-01,2026-12-24,,',
        'Hospital,Foundry,Lamps,2026-11-01,2026-12-24,,',
        'City,Foundry,Bridges,2026-01-05,2026-02-01,,',
      ),
    );
    const { items } = await who.json(`${who.base}/conversations`);
    const beds = items.find((one: { title: string }) => one.title === 'Beds');
    const path = `${who.base}/partnerships/${beds.partnershipId}/conversations/${beds.id}`;
    const page = await who.json(path);
    await who.json(`${path}/acts`, {
      json: { saying: { kind: 'say', text: 'How is it going?' } },
      headers: { 'if-match': `"${page.head}"` },
      status: 201,
    });
    expect(await who.json(`${who.base}/imports/${done.id}/undo`)).toEqual({ goes: 2, stays: 1 });
    await who.json(`${who.base}/imports/${done.id}/undo`, { method: 'POST', status: 202 });
    const undone = await settled(who, done.id);
    expect(undone).toMatchObject({ status: 'undone', error: 'kept:1' });
    const left = await who.json(`${who.base}/conversations`);
    expect(left.items.map((one: { title: string }) => one.title)).toEqual(['Beds']);
    const partners = await who.json(`${who.base}/partnerships`);
    expect(partners.items).toHaveLength(1);
  });

  it('refuses what is no table, and says why for rows that make no sense', async () => {
    const who = await signUp(server);
    const refused = async (body: string | Buffer) =>
      (await who.request(`${who.base}/imports`, { method: 'POST', body: new Uint8Array(Buffer.from(body)) })).status;
    expect(await refused('')).toBe(400);
    expect(await refused(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]))).toBe(400);
    expect(await refused(gzipSync('a,b').subarray(0, 10))).toBe(400);
    const { id } = await upload(
      who,
      csv(
        'A,A,x,2026-01-01,2026-02-01,,',
        'A,B,x,2026-01-01,soon,,',
        'A,B,y,2026-01-01,2026-02-01,maybe,',
        'A,B,z,2026-01-01,2026-02-01,,-5',
        'A,B,=cmd()|x,2026-03-01,2026-02-01,2026-01-01,7',
        'A,B,"open quote,2026-01-01',
      ),
    );
    const { counts } = await map(who, id);
    expect(counts?.reasons).toEqual({
      'same-organization': 1,
      'bad-due': 1,
      'bad-done': 1,
      'bad-stake': 1,
      'promise-after-due': 1,
      malformed: 1,
    });
    expect((await who.request(`${who.base}/imports/${id}`, { method: 'PATCH', json: { due: 'nothing' } })).status).toBe(
      400,
    );
  });

  it('takes a choice of columns back, and of previews at once keeps one whole', async () => {
    const who = await signUp(server);
    const { id, mapping } = await upload(
      who,
      `${header},reference\nA,B,x,2026-01-01,2026-02-01,,5,R\nA,B,y,2026-01-01,2026-02-01,,5,R`,
    );
    expect(mapping.reference).toBe('reference');
    expect((await map(who, id, { unit: 'EUR' })).counts).toMatchObject({ lines: 2, commitments: 1 });
    const apart = await map(who, id, { reference: '', unit: '' });
    expect(apart).toMatchObject({
      mapping: { reference: '', unit: '' },
      counts: { lines: 2, commitments: 2 },
      total: 2,
    });
    await Promise.all(['reference', '', 'reference', ''].map((reference) => map(who, id, { reference })));
    const { items } = await who.json(`${who.base}/imports/${id}/rows`);
    expect(items.map((row: { line: number }) => row.line)).toEqual([2, 3]);
    await map(who, id, { reference: '' });
    await who.json(`${who.base}/imports/${id}/run`, { method: 'POST', status: 202 });
    expect(await settled(who, id)).toMatchObject({ status: 'done', done: 2 });
  });

  it('takes the kind of work as the API or the screen names it, and leaves out what is none', async () => {
    const who = await signUp(server);
    const lines = ['Talent', 'docencia', 'Goods and rooms: equipment, deliveries', 'INVESTIGACION', '', 'Magic'].map(
      (kind, n) => `A,B,p${n},2026-01-01,2026-02-01,,5,${kind.includes(',') ? `"${kind}"` : kind}`,
    );
    const { id, mapping } = await upload(who, [`${header},Kind of work`, ...lines].join('\n'));
    expect(mapping.work).toBe('Kind of work');
    expect((await map(who, id)).counts).toMatchObject({ commitments: 6, create: 6, reasons: { 'unknown-work': 1 } });
    const { items } = await who.json(`${who.base}/imports/${id}/rows?outcome=create`);
    expect(items.at(-1)).toMatchObject({ line: 7, reason: 'unknown-work', detail: 'Magic' });
    await who.json(`${who.base}/imports/${id}/run`, { method: 'POST', status: 202 });
    await settled(who, id);
    const { rows } = await server.database.owner.query(
      `select folded::jsonb #>> '{terms,terms,work}' as work from conversations where import_id = $1 order by title`,
      [id],
    );
    expect(rows.map(({ work }) => work)).toEqual(['talent', 'teaching', 'goods', 'research', null, null]);
  });

  it('gives a promise of several lines the first kind of work that one of them names', async () => {
    const who = await signUp(server);
    const { id } = await upload(
      who,
      `${header},reference,work\n${['', 'advice', 'talent'].map((kind) => `A,B,x,2026-01-01,2026-02-01,,,R,${kind}`).join('\n')}`,
    );
    await map(who, id);
    await who.json(`${who.base}/imports/${id}/run`, { method: 'POST', status: 202 });
    await settled(who, id);
    const { rows } = await server.database.owner.query(
      `select folded::jsonb #>> '{terms,terms,work}' as work from conversations where import_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ work: 'advice' }]);
  });

  it('never writes down words of a partner that speaks for itself', async () => {
    const { a, b } = await twoPartners(server);
    const partner = (await a.json(`${a.base}/partnerships`)).items[0].partner.name;
    const { id } = await upload(a, csv(`${a.organization.name},${partner},Beds,2026-01-05,2026-02-01,,`));
    expect((await map(a, id)).counts?.reasons).toEqual({ 'speaks-for-itself': 1 });
    expect((await b.request(`${b.base}/imports/${id}`)).status).toBe(404);
  });

  it('is for managers, and nobody sees the imports of another organization', async () => {
    const who = await signUp(server);
    const other = await signUp(server);
    const { id } = await upload(who, csv('A,B,x,2026-01-01,2026-02-01,,'));
    const member = await newPerson(server);
    await joinAs(server, member, who.organization.id);
    expect((await member.request(`${who.base}/imports/${id}/run`, { method: 'POST' })).status).toBe(403);
    for (const path of [`/imports/${id}`, `/imports/${id}/rows`, `/imports/${id}/undo`]) {
      expect((await other.request(`${who.base}${path}`)).status).toBe(404);
      expect((await other.request(`${other.base}${path}`)).status).toBe(404);
    }
    expect((await other.request(`${other.base}/imports/${id}/undo`, { method: 'POST' })).status).toBe(404);
    await recordPartner(who);
  });
});

const scms = join(import.meta.dirname, '../../../../shared/data/trust/scms-delivery-history.csv.gz');
describe.skipIf(!existsSync(scms))('the SCMS delivery history (skipped where the data is not at hand)', () => {
  it('becomes 7,030 commitments with every line accounted for, replays to the same state, and can be undone', {
    timeout: 180_000,
  }, async () => {
    const who = await signUp(server, { organization: 'Supply Office' });
    const { id } = await upload(who, readFileSync(scms), 'scms.csv.gz');
    const { counts } = await map(who, id, { reference: 'ASN/DN #', unit: 'USD' });
    expect(counts).toMatchObject({
      lines: 10_324,
      commitments: 7_030,
      create: 10_324,
      update: 0,
      skip: 0,
      organizations: 116,
    });
    await who.json(`${who.base}/imports/${id}/run`, { method: 'POST', status: 202 });
    expect(await settled(who, id, 150)).toMatchObject({ status: 'done', done: 7_030, total: 7_030, error: null });
    const { rows } = await server.database.owner.query(
      `select c.id, c.folded, array_agg(a.bytes order by a.position) as log from conversations c join acts a on a.partnership_id = c.partnership_id and a.conversation_id = c.id
       where c.holder_a = $1 group by c.id, c.folded`,
      [who.organization.id],
    );
    expect(rows).toHaveLength(7_030);
    let late = 0;
    for (const row of rows) {
      const acts = row.log.map((bytes: string) => ({ ...parseAct(bytes).act, id: sha256(Buffer.from(bytes)) }));
      const { conversation, voids, waiting } = fold(acts);
      expect([voids, waiting]).toEqual([[], []]);
      expect(conversation).toEqual(JSON.parse(row.folded));
      if (
        conversation &&
        view(conversation, clock.now().toISOString()).outcome === 'satisfied' &&
        conversation.closing?.timing !== 'on-time'
      )
        late += 1;
    }
    // Counted independently from the file: shipments of which any line came after its scheduled day.
    expect(late).toBe(805);
    await who.json(`${who.base}/imports/${id}/undo`, { method: 'POST', status: 202 });
    expect(await settled(who, id, 150)).toMatchObject({ status: 'undone', error: null });
    const left = await server.database.owner.query('select count(*)::int as n from conversations where holder_a = $1', [
      who.organization.id,
    ]);
    expect(left.rows[0].n).toBe(0);
    const kept = await server.database.owner.query(
      'select count(*)::int as n from organizations where keeper_id = $1',
      [who.organization.id],
    );
    expect(kept.rows[0].n).toBe(0);
  });
});
