import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { plainName, samePartner } from './policy.ts';

const clock = fixedClock('2026-11-24T10:00:00.000Z');
let server: TestServer;
let ana: SignedUp;

beforeAll(async () => {
  server = await testServer({ clock });
  ana = await signUp(server, { name: 'Ana Prieto', organization: 'Universidad de Prueba' });
});
afterAll(() => server.close());

describe('adding a partner', () => {
  test('one request with a name, a domain and people is all it takes', async () => {
    const made = await ana.json(`${ana.base}/partnerships`, {
      json: {
        name: 'Bodegas Alba',
        domain: 'Alba.example',
        people: [{ name: 'Iker Soto', email: 'IKER@alba.example' }, { name: 'Paz Rey' }],
      },
      status: 201,
    });
    expect(made).toMatchObject({
      partner: { name: 'Bodegas Alba', domain: 'alba.example', presence: 'recorded' },
      mySide: 'a',
      open: 0,
      mine: 0,
      rings: [],
      may: { change: true, offerClaim: true },
    });
    expect(
      made.people.map((one: { name: string; side: string; email: string }) => [one.name, one.side, one.email]),
    ).toEqual([
      ['Iker Soto', 'b', 'iker@alba.example'],
      ['Paz Rey', 'b', null],
    ]);
    expect(made.sides.map((one: { held: boolean; recordable: boolean }) => [one.held, one.recordable])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  test('the same partner is not added twice by mistake, and can be on purpose', async () => {
    const { id } = await recordPartner(ana, 'Café Córdoba, S.L.');
    for (const name of ['cafe cordoba', 'CAFÉ CÓRDOBA GmbH']) {
      const refused = await ana.json(`${ana.base}/partnerships`, { json: { name }, status: 409 });
      expect(refused).toMatchObject({
        code: 'conflict',
        reason: 'same-partner',
        existing: [{ id, name: 'Café Córdoba, S.L.' }],
      });
    }
    await ana.json(`${ana.base}/partnerships`, { json: { name: 'Cafe Cordoba', force: true }, status: 201 });
  });

  test('the same domain is the same partner', async () => {
    const made = await ana.json(`${ana.base}/partnerships`, {
      json: { name: 'Hospital del Mar', domain: 'mar.example' },
      status: 201,
    });
    const refused = await ana.json(`${ana.base}/partnerships`, {
      json: { name: 'HdM', domain: 'mar.example' },
      status: 409,
    });
    expect(refused.existing).toEqual([{ id: made.id, name: 'Hospital del Mar', domain: 'mar.example' }]);
  });

  test('another organization may write down the same partner', async () => {
    const other = await signUp(server, { organization: 'Ayuntamiento' });
    await other.json(`${other.base}/partnerships`, {
      json: { name: 'Hospital del Mar', domain: 'mar.example' },
      status: 201,
    });
  });

  test.each([
    [{}, 'name'],
    [{ name: '   ' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'X', domain: 'not a domain' }, 'domain'],
    [{ name: 'X', people: [{ name: '' }] }, 'people.0.name'],
    [{ name: 'X', people: [{ name: 'Y', email: 'nobody' }] }, 'people.0.email'],
    [{ name: 'X', keeper: 'me' }, ''],
  ])('%j is refused with the place of the mistake', async (json, path) => {
    const refused = await ana.json(`${ana.base}/partnerships`, { json, status: 400 });
    expect(refused.issues[0].path).toBe(path);
  });

  test('names that differ in more than their legal form are different', () => {
    expect(plainName('The Acme Co., Ltd.')).toBe('acme');
    expect(plainName('Limited')).toBe('limited');
    expect(samePartner({ name: 'Acme Steel', domain: null }, { name: 'Acme', domain: null })).toBe(false);
    expect(samePartner({ name: '株式会社', domain: null }, { name: '有限会社', domain: null })).toBe(false);
  });
});

describe('the list of partners', () => {
  test('goes by name, in pages, and is searched', async () => {
    const eva = await signUp(server, { organization: 'Instituto' });
    for (const name of ['Zeta', 'alfa', 'Beta 50% más', 'Gamma']) await recordPartner(eva, name);
    const first = await eva.json(`${eva.base}/partnerships?limit=3`);
    expect(first.items.map((one: { partner: { name: string } }) => one.partner.name)).toEqual([
      'alfa',
      'Beta 50% más',
      'Gamma',
    ]);
    const second = await eva.json(`${eva.base}/partnerships?limit=3&cursor=${first.next}`);
    expect(second.items.map((one: { partner: { name: string } }) => one.partner.name)).toEqual(['Zeta']);
    expect(second.next).toBeNull();
    const found = await eva.json(`${eva.base}/partnerships?search=${encodeURIComponent('50%')}`);
    expect(found.items).toHaveLength(1);
    await eva.json(`${eva.base}/partnerships?cursor=nonsense`, { status: 400 });
  });

  test('shows what is open, what waits for us, and the rings', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const conversation = await request(server, a, partnership);
    const seenByA = (await a.json(`${a.base}/partnerships`)).items[0];
    const seenByB = (await b.json(`${b.base}/partnerships`)).items[0];
    expect(seenByA).toMatchObject({
      open: 1,
      mine: 0,
      partner: { name: 'Acero y Luz', presence: 'claimed' },
      mySide: 'a',
    });
    expect(seenByB).toMatchObject({
      open: 1,
      mine: 1,
      partner: { name: 'Universidad del Norte', presence: 'claimed' },
      mySide: 'b',
    });
    expect(seenByB.rings).toEqual([
      {
        conversationId: conversation,
        title: 'Twelve places for interns',
        role: 'performer',
        ring: expect.objectContaining({ mark: 'open' }),
      },
    ]);
    expect(seenByB.lastAt).toBe('2026-11-24T10:00:00.000Z');
  });
});

describe('changing a partner', () => {
  test('a recorded partner can be renamed, and keeps its history', async () => {
    const { base, id } = await recordPartner(ana, 'Viejo Nombre');
    const changed = await ana.json(base, { method: 'PATCH', json: { name: 'Nuevo Nombre', domain: 'nuevo.example' } });
    expect(changed).toMatchObject({ id, partner: { name: 'Nuevo Nombre', domain: 'nuevo.example' } });
  });

  test('a partner who is here chooses its own name', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const refused = await a.json(`${a.base}/partnerships/${partnership}`, {
      method: 'PATCH',
      json: { name: 'Otro' },
      status: 403,
    });
    expect(refused.detail).toContain('Acero y Luz');
    await b.json(b.base, { method: 'PATCH', json: { name: 'Acero y Luz del Norte' } });
    expect((await a.json(`${a.base}/partnerships/${partnership}`)).partner.name).toBe('Acero y Luz del Norte');
  });
});

describe('people of a room', () => {
  test('those of a recorded partner are written down, changed, and leave', async () => {
    const { base } = await recordPartner(ana, 'Gente SA');
    const added = await ana.json(`${base}/people`, { json: { name: 'Rosa Paz', title: 'Buyer' }, status: 201 });
    expect(added).toMatchObject({ side: 'b', name: 'Rosa Paz', linked: false, may: { change: true, link: true } });
    const changed = await ana.json(`${base}/people/${added.id}`, {
      method: 'PATCH',
      json: { email: 'rosa@gente.example', title: null },
    });
    expect(changed).toMatchObject({ email: 'rosa@gente.example', title: null });
    const left = await ana.json(`${base}/people/${added.id}`, { method: 'PATCH', json: { ended: true } });
    expect(left).toMatchObject({ endedAt: clock.now().toISOString(), may: { link: false } });
    expect((await ana.json(`${base}/people`)).at(-1).id).toBe(added.id);
  });

  test('each side keeps its own people; the other side reads them', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const own = await a.json(`${a.base}/partnerships/${partnership}/people`, {
      json: { name: 'Decana', side: 'a' },
      status: 201,
    });
    await a.json(`${a.base}/partnerships/${partnership}/people`, { json: { name: 'Spy', side: 'b' }, status: 403 });
    await a.json(`${a.base}/partnerships/${partnership}/people`, { json: { name: 'Spy' }, status: 403 });
    const seen = await b.json(`${b.base}/partnerships/${partnership}/people`);
    expect(seen.find((one: { id: string }) => one.id === own.id)).toMatchObject({
      name: 'Decana',
      may: { change: false, link: false },
    });
    await b.json(`${b.base}/partnerships/${partnership}/people/${own.id}`, {
      method: 'PATCH',
      json: { name: 'X' },
      status: 403,
    });
  });

  test('a newcomer names their organization and gets a party of their own', async () => {
    const { base } = await recordPartner(ana, 'Con Novato');
    await ana.json(`${base}/people`, { json: { name: 'Nia', side: 'newcomer' }, status: 400 });
    const added = await ana.json(`${base}/people`, {
      json: { name: 'Nia', side: 'newcomer', newcomerName: 'Tercera SL' },
      status: 201,
    });
    expect(added).toMatchObject({
      side: 'newcomer',
      newcomerName: 'Tercera SL',
      newcomerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('a colleague who speaks appears by themselves, in the row that had their address', async () => {
    const { base } = await recordPartner(ana, 'Lenta SA');
    const luis = await colleagueOf(server, ana, { name: 'Luis Ortega' });
    const written = await ana.json(`${base}/people`, {
      json: { name: 'Luis', email: luis.email, side: 'a' },
      status: 201,
    });
    const start = (who: SignedUp, subject: string) =>
      who.json(`${base}/threads`, { json: { subject, text: 'Hola' }, status: 201 });
    await Promise.all([start(luis, 'Uno'), start(luis, 'Dos'), start(ana, 'Tres'), start(ana, 'Cuatro')]);
    const ours = (await ana.json(`${base}/people`)).filter((one: { side: string }) => one.side === 'a');
    expect(ours).toHaveLength(2);
    expect(ours.find((one: { id: string }) => one.id === written.id)).toMatchObject({
      personId: luis.id,
      name: 'Luis Ortega',
    });
    await ana.json(`${base}/people/${written.id}`, { method: 'PATCH', json: { name: 'Somebody else' }, status: 403 });
  });
});
