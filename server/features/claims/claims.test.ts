import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { browser, colleagueOf, newPerson, type SignedUp, signUp } from '../../testing/people.ts';
import { offer, type RecordedPartner, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

const START = '2026-11-24T10:00:00.000Z';
const DAY = 86_400_000;
const clock = fixedClock(START);
let server: TestServer;
let keeper: SignedUp;
let room: RecordedPartner;
let email: string;
let count = 0;

beforeAll(async () => {
  server = await testServer({ clock });
  keeper = await signUp(server, { name: 'Ana Prieto', organization: 'Universidad del Norte' });
});
afterAll(() => server.close());

beforeEach(async () => {
  clock.set(START);
  count += 1;
  email = `marta${count}@taller.example`;
  room = await recordPartner(keeper, `Taller ${count}`, email);
});

const rows = async (sql: string, values: unknown[] = []): Promise<any[]> =>
  (await server.database.owner.query(sql, values)).rows;
const claims = () => `${room.base}/claims`;
const owner = (name = 'Acero y Luz') => signUp(server, { organization: `${name} ${count}`, name: 'Bruno Sanz' });

/** Every table of the room, from the catalog. */
const roomTables = async (): Promise<string[]> =>
  (
    await rows(
      `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'holder_a' order by 1`,
    )
  ).map((row) => row.table_name);

/** A room in which every table has a row. */
async function furnish(): Promise<string> {
  const marta = room.people[0]?.id;
  const conversation = await request(server, keeper, room.id);
  await keeper.json(`${room.base}/threads`, {
    json: { subject: 'Call', text: 'We lose two welders', as: 'recorded', person: marta },
    status: 201,
  });
  await keeper.json(`${room.base}/conversations/${conversation}/links`, { json: { person: marta }, status: 201 });
  await keeper.json(`${room.base}/notes`, { json: { text: 'Private: they pay late' }, status: 201 });
  await keeper.json(`${keeper.base}/drafts/c-${conversation}`, {
    method: 'PUT',
    json: { content: { text: 'half a sentence' } },
    status: 204,
  });
  const supported = await request(server, keeper, room.id, 'A second request');
  await keeper.json(`${room.base}/conversations/${conversation}/acts`, {
    json: { saying: { kind: 'link', relation: 'supports', other: supported } },
    headers: { 'if-match': `"${conversation}"` },
  });
  const head = (await keeper.json(`${room.base}/conversations/${conversation}`)).head;
  const file = await keeper.json(`${room.base}/files`, {
    method: 'POST',
    body: 'names',
    headers: { 'content-type': 'text/plain', 'x-file-name': 'names.txt' },
  });
  await keeper.json(`${room.base}/conversations/${conversation}/acts`, {
    json: {
      saying: {
        kind: 'counter',
        terms: {
          what: 'Ten places',
          conditions: [{ text: 'By name' }],
          replyBy: { date: '2026-12-04' },
          due: { date: '2026-12-24' },
        },
      },
      recorded: { person: marta },
    },
    headers: { 'if-match': `"${head}"` },
  });
  expect(file.id).toBeDefined();
  return conversation;
}

describe('an offer to take a side over', () => {
  test('is made by a manager, mailed, and says what it is about to whoever opens it', async () => {
    const member = await colleagueOf(server, keeper);
    await member.json(claims(), { json: { email }, status: 403 });
    const made = await keeper.json(claims(), { json: { email }, status: 201 });
    expect(made).toMatchObject({ state: 'offered', email, side: 'b' });
    const token = made.url.split('/claim/')[1];
    const shown = await browser(server).json(`/api/claims/${token}`);
    expect(shown).toEqual({
      recordedName: `Taller ${count}`,
      recordedDomain: null,
      offeredBy: 'Universidad del Norte',
      partner: 'Universidad del Norte',
      email,
      accountExists: false,
      expiresAt: '2026-12-24T10:00:00.000Z',
    });
    const [mail] = await rows(
      "select to_email, facts from mails where kind = 'claim-offer' order by created_at desc, id desc limit 1",
    );
    expect(mail).toMatchObject({
      to_email: email,
      facts: { partner: `Taller ${count}`, from: { name: 'Ana Prieto' } },
    });
    expect(mail.facts.url.startsWith(`${made.url}.`)).toBe(true);
    expect((await rows('select token_hash from claims where id = $1', [made.id]))[0].token_hash).not.toContain(token);
  });

  test('is withdrawn, expires, and is replaced by a newer one', async () => {
    const first = await offer(keeper, room.id, email);
    const second = await offer(keeper, room.id, email);
    const refused = await browser(server).json(`/api/claims/${first}`, { status: 410 });
    expect(refused).toMatchObject({ code: 'gone', reason: 'revoked' });
    clock.advance(30 * DAY);
    expect(await browser(server).json(`/api/claims/${second}`, { status: 410 })).toMatchObject({ reason: 'expired' });
    clock.set(START);
    const list = await keeper.json(claims());
    await keeper.json(`${claims()}/${list[0].id}`, { method: 'DELETE', status: 204 });
    expect(await browser(server).json(`/api/claims/${second}`, { status: 410 })).toMatchObject({ reason: 'revoked' });
    expect(await browser(server).json('/api/claims/nonsense', { status: 410 })).toMatchObject({ reason: 'unknown' });
  });

  test('is not possible for a partner who is here', async () => {
    const { a, partnership } = await twoPartners(server);
    await a.json(`${a.base}/partnerships/${partnership}/claims`, { json: { email }, status: 409 });
    await a.json(`${a.base}/partnerships/${partnership}/claims`, { json: { email, side: 'a' }, status: 409 });
  });
});

describe('asking for a home of one’s own', () => {
  test('a guest asks, a manager agrees, and the mailed offer is like any other', async () => {
    const conversation = await request(server, keeper, room.id);
    const { url } = await keeper.json(`${room.base}/conversations/${conversation}/links`, {
      json: { person: room.people[0]?.id },
      status: 201,
    });
    const headers = { 'x-entente-link': url.split('/l/')[1] };
    const guest = browser(server);
    await guest.json('/api/guest/claim-request', { json: {}, headers, status: 204 });
    await guest.json('/api/guest/claim-request', { json: {}, headers, status: 204 });
    const list = await keeper.json(claims());
    expect(list).toMatchObject([{ state: 'requested', email, requestedBy: { name: 'Marta Gil' } }]);
    const told = await rows("select to_email, facts from mails where kind = 'claim-request' and partnership_id = $1", [
      room.id,
    ]);
    expect(told).toMatchObject([{ to_email: keeper.email, facts: { requestedBy: { name: 'Marta Gil', email } } }]);
    const member = await colleagueOf(server, keeper);
    await member.json(`${claims()}/${list[0].id}/approve`, { method: 'POST', status: 403 });
    const agreed = await keeper.json(`${claims()}/${list[0].id}/approve`, { method: 'POST' });
    expect(agreed.state).toBe('offered');
    await keeper.json(`${claims()}/${list[0].id}/approve`, { method: 'POST', status: 409 });
    const bruno = await owner();
    await bruno.json(`/api/claims/${agreed.url.split('/claim/')[1]}`, {
      json: { organization: bruno.organization.id },
    });
    expect((await keeper.json(room.base)).partner.presence).toBe('claimed');
    expect(await guest.json('/api/guest/claim-request', { json: {}, headers, status: 410 })).toMatchObject({
      reason: 'revoked',
    });
  });

  test('a request that was refused leads nowhere', async () => {
    const conversation = await request(server, keeper, room.id);
    const { url } = await keeper.json(`${room.base}/conversations/${conversation}/links`, {
      json: { person: room.people[0]?.id },
      status: 201,
    });
    await browser(server).json('/api/guest/claim-request', {
      json: { email: 'boss@taller.example' },
      headers: { 'x-entente-link': url.split('/l/')[1] },
      status: 204,
    });
    const [{ id, email: address }] = await keeper.json(claims());
    expect(address).toBe('boss@taller.example');
    await keeper.json(`${claims()}/${id}`, { method: 'DELETE', status: 204 });
    await keeper.json(`${claims()}/${id}/approve`, { method: 'POST', status: 409 });
  });
});

describe('accepting', () => {
  test('somebody without an account gets one, and the recorded organization becomes theirs', async () => {
    const made = await keeper.json(claims(), { json: { email }, status: 201 });
    const token = made.url.split('/claim/')[1];
    const marta = browser(server);
    const newOrganization = { name: `Taller Nuevo ${count}`, domain: 'taller.example' };
    await marta.json(`/api/claims/${token}`, { json: { newOrganization }, status: 401 });
    const accepted = await marta.json(`/api/claims/${token}`, {
      json: {
        newOrganization,
        person: { name: 'Marta Gil', password: 'una contraseña larga', timeZone: 'Europe/Madrid' },
      },
    });
    expect(accepted).toMatchObject({
      organization: { id: room.organizationId, name: `Taller Nuevo ${count}`, slug: `taller-nuevo-${count}` },
      partnershipId: room.id,
    });
    const me = await marta.json('/api/me');
    expect(me.memberships).toMatchObject([{ organization: { id: room.organizationId }, role: 'administrator' }]);
    const [row] = await rows('select keeper_id, claimed_at, time_zone, domain from organizations where id = $1', [
      room.organizationId,
    ]);
    expect(row).toEqual({ keeper_id: null, claimed_at: START, time_zone: 'Europe/Madrid', domain: 'taller.example' });
    expect(await keeper.json(room.base)).toMatchObject({
      partner: { name: `Taller Nuevo ${count}`, presence: 'claimed' },
      may: { change: false, offerClaim: false },
    });
    const people = await marta.json(`/api/organizations/${room.organizationId}/partnerships/${room.id}/people`);
    expect(people.find((one: { name: string }) => one.name === 'Marta Gil')).toMatchObject({
      personId: me.person.id,
      side: 'b',
    });
    const [person] = await rows('select email_verified from auth.persons where id = $1', [me.person.id]);
    expect(person.email_verified).toBe(false);
  });

  test('only the mailed link proves the address', async () => {
    await offer(keeper, room.id, email);
    const [mail] = await rows("select facts from mails where kind = 'claim-offer' and to_email = $1", [email]);
    await browser(server).json(`/api/claims/${mail.facts.url.split('/claim/')[1]}`, {
      json: { newOrganization: { name: 'Taller' }, person: { name: 'Marta Gil', password: 'una contraseña larga' } },
    });
    expect(await rows('select email_verified from auth.persons where email = $1', [email])).toEqual([
      { email_verified: true },
    ]);
  });

  test('an organization that is here takes every row of the room over, and both consents are written down', async () => {
    const conversation = await furnish();
    const bruno = await owner();
    await bruno.json(`/api/claims/${await offer(keeper, room.id, email)}`, {
      json: { organization: bruno.organization.id },
    });
    const full = new Set<string>();
    for (const table of await roomTables()) {
      const key = table === 'partnerships' ? 'id' : 'partnership_id';
      const found = await rows(`select holder_a, holder_b from ${table} where ${key} = $1`, [room.id]);
      if (found.length > 0) full.add(table);
      for (const row of found)
        expect([table, row]).toEqual([table, { holder_a: keeper.organization.id, holder_b: bruno.organization.id }]);
    }
    expect([...full]).toEqual(
      expect.arrayContaining([
        'acts',
        'claims',
        'conversations',
        'files',
        'links',
        'messages',
        'outbox',
        'parts',
        'partnerships',
        'people',
        'relations',
        'threads',
      ]),
    );
    const shown = await bruno.json(`${bruno.base}/partnerships/${room.id}/conversations/${conversation}`);
    expect(shown).toMatchObject({
      speaker: { speaker: 'performer', recordable: [] },
      sides: { performer: { presence: 'claimed' } },
    });
    expect(shown.acts.length).toBe(3);
    const audit = await rows(
      "select organization_id, person_id, detail from audit where action = 'partnership.claimed' and subject = $1 order by organization_id",
      [room.id],
    );
    expect(audit.map((row) => row.organization_id)).toEqual([keeper.organization.id, bruno.organization.id].toSorted());
    expect(audit[0]).toMatchObject({
      person_id: bruno.id,
      detail: { offeredBy: keeper.id, from: keeper.organization.id, to: bruno.organization.id, email },
    });
    expect(
      await rows('select offered_by, accepted_by, claimed_by from claims where partnership_id = $1', [room.id]),
    ).toEqual([{ offered_by: keeper.id, accepted_by: bruno.id, claimed_by: bruno.organization.id }]);
  });

  test('Today of both sides says whose move it is', async () => {
    const conversation = await request(server, keeper, room.id);
    const bruno = await owner();
    await bruno.json(`/api/claims/${await offer(keeper, room.id, email)}`, {
      json: { organization: bruno.organization.id },
    });
    const today = await rows(
      'select organization_id, counterpart_id, mine, role from today where conversation_id = $1 order by mine',
      [conversation],
    );
    expect(today).toEqual([
      { organization_id: keeper.organization.id, counterpart_id: bruno.organization.id, mine: false, role: 'customer' },
      { organization_id: bruno.organization.id, counterpart_id: keeper.organization.id, mine: true, role: 'performer' },
    ]);
    const agreed = await bruno.json(`${bruno.base}/partnerships/${room.id}/conversations/${conversation}/acts`, {
      json: { saying: { kind: 'agree' } },
      headers: { 'if-match': `"${conversation}"` },
    });
    expect(agreed.position).toBe(2);
  });

  test('the former holder loses the other side’s voice and keeps its notes and drafts to itself', async () => {
    const conversation = await furnish();
    const bruno = await owner();
    await bruno.json(`/api/claims/${await offer(keeper, room.id, email)}`, {
      json: { organization: bruno.organization.id },
    });
    expect((await keeper.json(`${room.base}/notes`)).items).toMatchObject([{ text: 'Private: they pay late' }]);
    expect((await keeper.json(`${keeper.base}/drafts/c-${conversation}`)).content).toEqual({ text: 'half a sentence' });
    expect((await bruno.json(`${bruno.base}/partnerships/${room.id}/notes`)).items).toEqual([]);
    await bruno.json(`${bruno.base}/drafts/c-${conversation}`, { status: 204 });
    const [people, page] = await Promise.all([
      keeper.json(`${room.base}/people`),
      keeper.json(`${room.base}/conversations/${conversation}`),
    ]);
    const marta = people.find((one: { name: string }) => one.name === 'Marta Gil');
    await keeper.json(`${room.base}/conversations/${conversation}/acts`, {
      json: { saying: { kind: 'say', text: 'I take it back' }, recorded: { person: marta.id } },
      headers: { 'if-match': `"${page.head}"` },
      status: 403,
    });
    await keeper.json(`${room.base}/threads`, {
      json: { subject: 'S', text: 'T', as: 'recorded', person: marta.id },
      status: 403,
    });
    await keeper.json(`${room.base}/conversations/${conversation}/links`, { json: { person: marta.id }, status: 403 });
  });

  test('links made while the side was recorded die with it, used and expired ones too', async () => {
    const conversation = await request(server, keeper, room.id);
    const links = `${room.base}/conversations/${conversation}/links`;
    const tokens: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      tokens.push(
        (await keeper.json(links, { json: { person: room.people[0]?.id }, status: 201 })).url.split('/l/')[1],
      );
      clock.advance(15 * DAY);
    }
    const bruno = await owner();
    await bruno.json(`/api/claims/${await offer(keeper, room.id, email)}`, {
      json: { organization: bruno.organization.id },
    });
    for (const token of tokens) {
      const headers = { 'x-entente-link': token };
      expect(await browser(server).json('/api/guest/conversation', { headers, status: 410 })).toMatchObject({
        reason: 'revoked',
      });
      expect(
        await browser(server).json('/api/guest/fresh-link', { method: 'POST', headers, status: 410 }),
      ).toMatchObject({ reason: 'revoked' });
    }
  });

  test('is refused without the right to, and then nothing has changed', async () => {
    const token = await offer(keeper, room.id, email);
    const bruno = await owner();
    const luis = await colleagueOf(server, bruno, { role: 'manager' });
    const stranger = await newPerson(server);
    const take = (who: { json: typeof bruno.json }, organization: string, status: number) =>
      who.json(`/api/claims/${token}`, { json: { organization }, status });
    await take(luis, bruno.organization.id, 403);
    await take(stranger, bruno.organization.id, 404);
    await take(stranger, room.organizationId, 404);
    await take(browser(server), bruno.organization.id, 401);
    expect(await take(keeper, keeper.organization.id, 409)).toMatchObject({ reason: 'own' });
    await bruno.json(`/api/claims/${token}`, { json: {}, status: 400 });
    await bruno.json(`/api/claims/${token}`, {
      json: { organization: bruno.organization.id, newOrganization: { name: 'X' } },
      status: 400,
    });
    expect((await keeper.json(room.base)).partner.presence).toBe('recorded');
  });

  test('happens once, also when two do it at the same moment', async () => {
    const token = await offer(keeper, room.id, email);
    const [one, two] = [await owner('Uno'), await owner('Dos')];
    const answers = await Promise.all(
      [one, two].map((who) => who.request(`/api/claims/${token}`, { json: { organization: who.organization.id } })),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 410]);
    expect(
      await one.json(`/api/claims/${token}`, { json: { organization: one.organization.id }, status: 410 }),
    ).toMatchObject({ reason: 'accepted' });
  });

  test('what is said at the same moment lands with the new holder or not at all', async () => {
    const conversations = await Promise.all([1, 2, 3].map((n) => request(server, keeper, room.id, `Request ${n}`)));
    const token = await offer(keeper, room.id, email);
    const bruno = await owner();
    const say = (conversation: string) =>
      keeper.request(`${room.base}/conversations/${conversation}/acts`, {
        json: { saying: { kind: 'say', text: 'At the same moment' } },
        headers: { 'if-match': `"${conversation}"` },
      });
    const open = (what: string) => request(server, keeper, room.id, what).catch(() => 'the claim was quicker');
    const talk = () => keeper.request(`${room.base}/threads`, { json: { subject: 'S', text: 'T' } });
    const add = () => keeper.request(`${room.base}/people`, { json: { name: 'Somebody', side: 'a' } });
    await Promise.all([
      ...conversations.map(say),
      open('Opened meanwhile'),
      talk(),
      bruno.request(`/api/claims/${token}`, { json: { organization: bruno.organization.id } }),
      talk(),
      add(),
      open('Opened as well'),
    ]);
    for (const table of await roomTables()) {
      const key = table === 'partnerships' ? 'id' : 'partnership_id';
      const [{ n }] = await rows(`select count(*)::int as n from ${table} where ${key} = $1 and holder_b <> $2`, [
        room.id,
        bruno.organization.id,
      ]);
      expect([table, n]).toEqual([table, 0]);
    }
    const [{ today }] = await rows(
      'select count(*)::int as today from today where partnership_id = $1 and counterpart_id = organization_id',
      [room.id],
    );
    expect(today).toBe(0);
  });

  test('of two rooms with the same partner the second is refused with advice', async () => {
    const bruno = await owner();
    await bruno.json(`/api/claims/${await offer(keeper, room.id, email)}`, {
      json: { organization: bruno.organization.id },
    });
    const second = await recordPartner(keeper, `Segundo ${count}`);
    const refused = await bruno.json(`/api/claims/${await offer(keeper, second.id, email)}`, {
      json: { organization: bruno.organization.id },
      status: 409,
    });
    expect(refused).toMatchObject({ reason: 'partners-already', existing: { partnershipId: room.id } });
    expect(refused.detail).toContain('Universidad del Norte');
    // The other way round: what Bruno wrote down about the university cannot become a second room either.
    const back = await recordPartner(bruno, 'La Universidad');
    await keeper.json(`/api/claims/${await offer(bruno, back.id, keeper.email)}`, {
      json: { organization: keeper.organization.id },
      status: 409,
    });
  });

  test('a room recorded between two others is taken over one side at a time', async () => {
    const { openRoom, recordOrganization } = await import('../partnerships/commands.ts');
    const { inScope } = await import('../../platform/database.ts');
    const { mintScope } = await import('../../platform/scope.ts');
    const between = await inScope(server.platform.db, mintScope(keeper.organization.id), async (tx) => {
      const [x, y] = [
        await recordOrganization(tx, keeper.organization.id, { name: 'X' }, clock.now()),
        await recordOrganization(tx, keeper.organization.id, { name: 'Y' }, clock.now()),
      ];
      return openRoom(tx, keeper.organization.id, x, y, clock.now());
    });
    expect(await keeper.json(`${keeper.base}/partnerships/${between}`)).toMatchObject({
      mySide: null,
      partner: { name: 'X · Y' },
    });
    const [one, two] = [await owner('Uno'), await owner('Dos')];
    await one.json(`/api/claims/${await offer(keeper, between, email, 'a')}`, {
      json: { organization: one.organization.id },
    });
    expect(await keeper.json(`${keeper.base}/partnerships/${between}`)).toMatchObject({
      mySide: null,
      sides: [{ held: false }, { held: true, recordable: true }],
    });
    await two.json(`/api/claims/${await offer(keeper, between, email, 'b')}`, {
      json: { organization: two.organization.id },
    });
    await keeper.json(`${keeper.base}/partnerships/${between}`, { status: 404 });
    expect(await two.json(`${two.base}/partnerships/${between}`)).toMatchObject({
      mySide: 'b',
      partner: { name: `Uno ${count}`, presence: 'claimed' },
    });
  });
});
