import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { newRoomToken } from '../../platform/token.ts';
import { browser, colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type RecordedPartner, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

const START = '2026-11-24T10:00:00.000Z';
const DAY = 86_400_000;
const clock = fixedClock(START);
let server: TestServer;
let ana: SignedUp;
let partner: RecordedPartner;
let marta: string;
let conversation: string;
let links: string;
let count = 0;

beforeAll(async () => {
  server = await testServer({ clock });
  ana = await signUp(server, { name: 'Ana Prieto' });
});
afterAll(() => server.close());

beforeEach(async () => {
  clock.set(START);
  count += 1;
  partner = await recordPartner(ana, `Taller ${count}`, `marta${count}@taller.example`);
  marta = partner.people[0]?.id ?? '';
  conversation = await request(server, ana, partner.id);
  links = `${partner.base}/conversations/${conversation}/links`;
});

const make = async (more: object = {}): Promise<{ id: string; token: string; url: string; mailed: boolean }> => {
  const made = await ana.json(links, { json: { person: marta, ...more }, status: 201 });
  return { ...made, token: made.url.split('/l/')[1] };
};

const guest = async (path: string, token: string, call: { method?: string; json?: unknown; ifMatch?: string } = {}) => {
  const { ifMatch, ...rest } = call;
  const headers = { 'x-entente-link': token, ...(ifMatch && { 'if-match': `"${ifMatch}"` }) };
  const response = await browser(server).request(`/api/guest/${path}`, { ...rest, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
};

const answer = (token: string, json: object) => guest('acts', token, { json, ifMatch: conversation });
const decline = { saying: { kind: 'decline' } };

describe('a link', () => {
  test('shows one conversation to whoever holds it, as often as they like', async () => {
    const { token, url } = await make();
    expect(url).toBe(`http://entente.example/l/${token}`);
    for (let n = 0; n < 3; n += 1) {
      const shown = await guest('conversation', token);
      expect(shown.status).toBe(200);
      expect(shown.body).toMatchObject({
        id: conversation,
        speaker: { speaker: 'performer', recordable: [] },
        links: [],
      });
      expect(shown.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('is kept as a hash only', async () => {
    const { id, token } = await make();
    const { rows } = await server.database.owner.query('select * from links where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0].token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('acts once: the first binding answer uses it up, and it still shows', async () => {
    const { token } = await make();
    const said = await answer(token, { saying: { kind: 'say', text: 'Which week?' } });
    expect(said.status).toBe(201);
    const head = said.body.head;
    const agreed = await guest('acts', token, { json: { saying: { kind: 'agree' } }, ifMatch: head });
    expect(agreed.status).toBe(201);
    const again = await guest('acts', token, {
      json: { saying: { kind: 'renege', text: 'Sorry' } },
      ifMatch: agreed.body.head,
    });
    expect(again).toMatchObject({ status: 410, body: { code: 'gone', reason: 'used', fresh: true } });
    expect((await guest('conversation', token)).status).toBe(200);
    const listed = await ana.json(links);
    expect(listed).toMatchObject([
      { state: 'used', speaker: 'performer', person: { id: marta, name: 'Marta Gil' }, usedByAct: agreed.body.head },
    ]);
  });

  test('of two answers at once exactly one counts', async () => {
    const { token } = await make();
    const both = await Promise.all([answer(token, decline), answer(token, decline)]);
    expect(both.filter((one) => one.status === 201)).toHaveLength(1);
  });

  test('expires after 14 days', async () => {
    const { token } = await make();
    clock.advance(14 * DAY - 1);
    expect((await guest('conversation', token)).status).toBe(200);
    clock.advance(1);
    expect(await guest('conversation', token)).toMatchObject({ status: 410, body: { reason: 'expired', fresh: true } });
    expect(await answer(token, decline)).toMatchObject({ status: 410, body: { reason: 'expired' } });
  });

  test('is replaced by a newer one for the same person and conversation', async () => {
    const older = await make();
    const newer = await make();
    expect(await guest('conversation', older.token)).toMatchObject({
      status: 410,
      body: { reason: 'replaced', fresh: true },
    });
    expect((await guest('conversation', newer.token)).status).toBe(200);
  });

  test('is withdrawn at once and for good', async () => {
    const { id, token } = await make();
    await ana.json(`${links}/${id}`, { method: 'DELETE', status: 204 });
    expect(await guest('conversation', token)).toMatchObject({
      status: 410,
      body: { reason: 'revoked', fresh: false },
    });
    expect(await guest('fresh-link', token, { method: 'POST' })).toMatchObject({
      status: 410,
      body: { reason: 'revoked' },
    });
  });

  test.each(['', 'x', 'x'.repeat(64), newRoomToken('01a20b73-ad6d-716e-87c7-84cf72a4d726').token])(
    'that nobody made opens nothing (%#)',
    async (token) => {
      expect(await guest('conversation', token)).toMatchObject({
        status: 410,
        body: { reason: 'unknown', fresh: false },
      });
    },
  );

  test('opens nothing with another partnership in front of its secret', async () => {
    const { token } = await make();
    const other = await recordPartner(ana, `Otra ${count}`);
    const forged = Buffer.concat([
      Buffer.from(other.id.replaceAll('-', ''), 'hex'),
      Buffer.from(token, 'base64url').subarray(16),
    ]).toString('base64url');
    expect(await guest('conversation', forged)).toMatchObject({ status: 410, body: { reason: 'unknown' } });
  });

  test('makes the partner a guest for as long as it lives', async () => {
    expect((await ana.json(partner.base)).partner.presence).toBe('recorded');
    await make();
    expect((await ana.json(partner.base)).partner.presence).toBe('guest');
    const people = await ana.json(`${partner.base}/people`);
    expect(people.find((one: { id: string }) => one.id === marta)).toMatchObject({ linked: true });
    clock.advance(15 * DAY);
    expect((await ana.json(partner.base)).partner.presence).toBe('recorded');
  });

  test('is mailed if asked, with the name of who sends it', async () => {
    const { mailed } = await make({ send: true });
    expect(mailed).toBe(true);
    const { rows } = await server.database.owner.query(
      "select to_email, facts from mails where kind = 'guest-link' order by created_at desc limit 1",
    );
    expect(rows[0]).toMatchObject({
      to_email: `marta${count}@taller.example`,
      facts: {
        from: { name: 'Ana Prieto', organization: ana.organization.name },
        conversation: { id: conversation, partnershipId: partner.id },
      },
    });
  });

  test('is not mailed to nowhere: the person is told to write an address down', async () => {
    const { id } = await ana.json(`${partner.base}/people`, { json: { name: 'Sin Correo' }, status: 201 });
    await ana.json(links, { json: { person: id, send: true }, status: 400 });
    expect(await ana.json(links)).toEqual([]);
  });

  test('stops when its person leaves or gets another address', async () => {
    const first = await make();
    await ana.json(`${partner.base}/people/${marta}`, { method: 'PATCH', json: { email: 'new@taller.example' } });
    expect(await guest('conversation', first.token)).toMatchObject({ status: 410, body: { reason: 'revoked' } });
    const second = await make();
    await ana.json(`${partner.base}/people/${marta}`, { method: 'PATCH', json: { ended: true } });
    expect(await guest('conversation', second.token)).toMatchObject({ status: 410, body: { reason: 'revoked' } });
    await ana.json(links, { json: { person: marta }, status: 403 });
  });
});

describe('who may give a link out', () => {
  test('nobody for a partner who is here: its people answer for themselves', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const about = await request(server, a, partnership);
    const theirs = await b.json(`${b.base}/partnerships/${partnership}/people`, {
      json: { name: 'Doer', side: 'b' },
      status: 201,
    });
    await a.json(`${a.base}/partnerships/${partnership}/conversations/${about}/links`, {
      json: { person: theirs.id },
      status: 403,
    });
    const made = await b.json(`${b.base}/partnerships/${partnership}/conversations/${about}/links`, {
      json: { person: theirs.id },
      status: 201,
    });
    expect(await a.json(`${a.base}/partnerships/${partnership}/conversations/${about}/links`)).toEqual([]);
    await a.json(`${a.base}/partnerships/${partnership}/conversations/${about}/links/${made.id}`, {
      method: 'DELETE',
      status: 404,
    });
    expect((await guest('conversation', made.url.split('/l/')[1])).body.speaker.speaker).toBe('performer');
  });

  test('a colleague who signs in needs none', async () => {
    const luis = await colleagueOf(server, ana);
    await luis.json(`${partner.base}/threads`, { json: { subject: 'S', text: 'T' }, status: 201 });
    const own = (await ana.json(`${partner.base}/people`)).find(
      (one: { personId: string }) => one.personId === luis.id,
    );
    await ana.json(links, { json: { person: own.id }, status: 409 });
  });

  test('a newcomer has a part once they are asked to take over', async () => {
    const nia = await ana.json(`${partner.base}/people`, {
      json: { name: 'Nia', side: 'newcomer', newcomerName: 'Tercera SL' },
      status: 201,
    });
    await ana.json(links, { json: { person: nia.id }, status: 409 });
    const base = `${partner.base}/conversations/${conversation}`;
    const act = async (json: object, head: string) =>
      (await ana.json(`${base}/acts`, { json, headers: { 'if-match': `"${head}"` } })).head;
    const agreed = await act({ saying: { kind: 'agree' }, recorded: { person: marta } }, conversation);
    await act({ saying: { kind: 'propose', proposal: { kind: 'assign', newcomer: nia.newcomerId } } }, agreed);
    const made = await ana.json(links, { json: { person: nia.id }, status: 201 });
    expect(made.speaker).toBe('newcomer');
    const shown = await guest('conversation', made.url.split('/l/')[1]);
    expect(shown.body.speaker.speaker).toBe('newcomer');
    expect(shown.body.allowed.map((one: { kind: string }) => one.kind)).toContain('consent');
  });

  test('a conversation or a person of another room gets none', async () => {
    const other = await recordPartner(ana, `Ajena ${count}`);
    await ana.json(`${other.base}/conversations/${conversation}/links`, { json: { person: marta }, status: 404 });
    await ana.json(links, { json: { person: other.people[0]?.id }, status: 404 });
  });
});

describe('asking for a fresh link', () => {
  const lastMail = async () =>
    (
      await server.database.owner.query(
        "select to_email, facts from mails where kind = 'guest-link' order by created_at desc, id desc limit 1",
      )
    ).rows[0];

  test('sends the next one to the same address, which is not shown in full', async () => {
    const { token } = await make();
    clock.advance(20 * DAY);
    const asked = await guest('fresh-link', token, { method: 'POST' });
    expect(asked).toMatchObject({ status: 202, body: { sentTo: 'm…@taller.example' } });
    const { to_email, facts } = await lastMail();
    expect(to_email).toBe(`marta${count}@taller.example`);
    expect(facts.fresh).toBe(true);
    expect(JSON.stringify(asked.body)).not.toContain('marta');
    const next = facts.url.split('/l/')[1];
    expect((await guest('conversation', next)).status).toBe(200);
  });

  test('works with a used one and with a replaced one, not with one that still works', async () => {
    const first = await make();
    expect(await guest('fresh-link', first.token, { method: 'POST' })).toMatchObject({
      status: 409,
      body: { reason: 'live' },
    });
    await answer(first.token, decline);
    expect((await guest('fresh-link', first.token, { method: 'POST' })).status).toBe(202);
    expect((await guest('fresh-link', first.token, { method: 'POST' })).status).toBe(202);
  });

  test('works a few times an hour', async () => {
    const { token } = await make();
    await make();
    expect((await guest('fresh-link', token, { method: 'POST' })).status).toBe(202);
    const refused = await guest('fresh-link', token, { method: 'POST' });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' } });
    clock.advance(DAY / 24 + 1);
    expect((await guest('fresh-link', token, { method: 'POST' })).status).toBe(202);
  });

  test('of somebody without an address says whom to ask', async () => {
    const { id } = await ana.json(`${partner.base}/people`, { json: { name: 'Sin Correo' }, status: 201 });
    const made = await ana.json(links, { json: { person: id }, status: 201 });
    clock.advance(20 * DAY);
    const asked = await guest('fresh-link', made.url.split('/l/')[1], { method: 'POST' });
    expect(asked).toMatchObject({ status: 409, body: { reason: 'no-address' } });
  });
});
