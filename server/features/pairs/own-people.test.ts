import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type Partners, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { RoomPerson } from '../people/schema.ts';

let server: TestServer;
let partners: Partners;
let ofA: string;
let ofB: string;
let theirs: RoomPerson;

const added = async (by: SignedUp, room: string, person: object): Promise<RoomPerson> =>
  by.json(`${room}/people`, { json: person, status: 201 });

beforeAll(async () => {
  server = await testServer();
  partners = await twoPartners(server);
  ofA = `${partners.a.base}/partnerships/${partners.partnership}`;
  ofB = `${partners.b.base}/partnerships/${partners.partnership}`;
  theirs = await added(partners.b, ofB, { name: 'Diego Ruiz', side: 'b' });
});
afterAll(() => server.close());

const knows = (who: string, member: string) => `${who}/people/${theirs.id}/acquaintances/${member}`;
const put = (json: object, status?: number) => ({ method: 'PUT', json, ...(status && { status }) });

describe('who of us knows whom', () => {
  test('is said by each for themselves, and by a manager for others', async () => {
    const { a } = partners;
    const luis = await colleagueOf(server, a);
    const own = await luis.json(knows(ofA, luis.id), put({ courtesy: 'ask-first', note: 'Played in one team' }));
    expect(own.acquaintances).toMatchObject([
      {
        person: theirs.id,
        member: { name: luis.name },
        courtesy: 'ask-first',
        note: 'Played in one team',
        may: { change: true },
      },
    ]);
    await luis.json(knows(ofA, a.id), put({ courtesy: 'feel-free' }, 403));
    const other = await colleagueOf(server, a, { name: 'Eva' });
    expect((await other.json(`${ofA}/own-people`)).acquaintances[0].may).toEqual({ change: false });
    const byManager = await a.json(knows(ofA, other.id), put({ courtesy: 'tell-first' }));
    expect(byManager.acquaintances).toHaveLength(2);
    const dropped = await luis.json(knows(ofA, luis.id), { method: 'DELETE' });
    expect(dropped.acquaintances).toMatchObject([{ member: { name: 'Eva' }, courtesy: 'tell-first' }]);
  });

  test('is about people of the partner and by colleagues who are here', async () => {
    const { a, b } = partners;
    const own = await added(a, ofA, { name: 'Carmen Vidal', side: 'a' });
    await a.json(`${ofA}/people/${own.id}/acquaintances/${a.id}`, put({ courtesy: 'feel-free' }, 400));
    await a.json(knows(ofA, b.id), put({ courtesy: 'feel-free' }, 404));
    await a.json(knows(ofA, a.id), put({ courtesy: 'never' }, 400));
    await a.json(knows(ofA, a.id), put({ courtesy: 'feel-free', note: 'x'.repeat(1001) }, 400));
  });

  test('never reaches the partner, by any page of the room or in the database', async () => {
    const { a, b } = partners;
    const secret = 'He wants to leave them';
    await a.json(knows(ofA, a.id), put({ courtesy: 'ask-first', note: secret }));
    for (const path of [
      '',
      '/people',
      '/own-people',
      '/pairs',
      '/pairs/suggestions',
      '/same-people',
      `/people/${theirs.id}/promises`,
    ]) {
      expect(JSON.stringify(await b.json(`${ofB}${path}`))).not.toContain(secret);
    }
    expect((await b.json(`${ofB}/own-people`)).acquaintances).toEqual([]);
    const { rows } = await server.database.owner.query('select organization_id from acquaintances where note = $1', [
      secret,
    ]);
    expect(rows).toEqual([{ organization_id: a.organization.id }]);
  });
});

describe('somebody who works for another partner now', () => {
  test('keeps history at both, with who knows them; neither partner learns it', async () => {
    const { a, b } = partners;
    const there = await recordPartner(a, 'Nuevo Empleo');
    await a.json(knows(ofA, a.id), put({ courtesy: 'tell-first', note: 'Old friend' }));
    const own = await a.json(`${ofA}/people/${theirs.id}/move`, put({ partnership: there.id }));
    expect(own.moves).toMatchObject([
      { person: theirs.id, from: null, to: { partnershipId: there.id, partner: 'Nuevo Empleo' } },
    ]);
    const arrived = own.moves[0].to.person;
    const seen = await a.json(`${there.base}/own-people`);
    expect(seen.moves).toMatchObject([
      { person: arrived, to: null, from: { partner: 'Acero y Luz', person: theirs.id } },
    ]);
    expect(seen.acquaintances).toContainEqual(
      expect.objectContaining({ person: arrived, courtesy: 'tell-first', note: 'Old friend' }),
    );
    // Their side is theirs: we know that he left, and they say it themselves.
    expect((await b.json(`${ofB}/people`)).find((one: RoomPerson) => one.id === theirs.id).endedAt).toBeNull();
    expect(
      JSON.stringify(await b.json(`${ofB}/people`)) + JSON.stringify(await b.json(`${ofB}/own-people`)),
    ).not.toContain('Nuevo Empleo');
    const undone = await a.json(`${ofA}/people/${theirs.id}/move`, { method: 'DELETE' });
    expect(undone.moves).toEqual([]);
  });

  test('is marked as gone where we keep their side, and may be known at the new partner already', async () => {
    const ana = await signUp(server);
    const [from, to] = [
      await recordPartner(ana, 'De aquí', 'uno@aqui.example'),
      await recordPartner(ana, 'Para allá', 'dos@alla.example'),
    ];
    const [one, two] = [from.people[0]?.id ?? '', to.people[0]?.id ?? ''];
    await ana.json(`${from.base}/people/${one}/move`, put({ partnership: from.id }, 400));
    await ana.json(`${from.base}/people/${one}/move`, put({ partnership: to.id, person: one }, 404));
    await ana.json(`${from.base}/people/${one}/move`, put({ partnership: partners.partnership }, 404));
    const own = await ana.json(`${from.base}/people/${one}/move`, put({ partnership: to.id, person: two }));
    expect(own.moves[0].to.person).toBe(two);
    expect((await ana.json(`${from.base}/people`)).find((each: RoomPerson) => each.id === one).endedAt).not.toBeNull();
    expect(await ana.json(`${to.base}/people`)).toHaveLength(1);
  });
});

describe('what somebody stands for', () => {
  test('is listed until it is closed', async () => {
    const { a, partnership } = partners;
    const conversation = await request(server, a, partnership, 'Twelve places');
    const me = (await a.json(`${ofA}/people`)).find((one: RoomPerson) => one.personId === a.id);
    expect(await a.json(`${ofA}/people/${me.id}/promises`)).toMatchObject([
      { conversationId: conversation, title: 'Twelve places', as: 'customer', state: 'negotiating' },
    ]);
    expect(await a.json(`${ofA}/people/${theirs.id}/promises`)).toEqual([]);
    await a.json(`${ofA}/people/${partnership}/promises`, { status: 404 });
  });
});

describe('suggestions and what rests on one person', () => {
  test('come from what both sides see', async () => {
    const ana = await signUp(server);
    const { base, people } = await recordPartner(ana, 'Con sugerencias');
    const own = await added(ana, base, { name: 'Luis Vega', side: 'a', function: 'talent' });
    const marta = people[0]?.id ?? '';
    await ana.json(`${base}/people/${marta}`, { method: 'PATCH', json: { function: 'talent' } });
    expect(await ana.json(`${base}/pairs/suggestions`)).toEqual([
      { group: 'function', people: [own.id, marta], reasons: [{ kind: 'function', function: 'talent' }] },
    ]);
    const { pairs } = await ana.json(`${base}/pairs`, { json: { people: [own.id, marta] }, status: 201 });
    expect(await ana.json(`${base}/pairs/suggestions`)).toEqual([]);
    await ana.json(`${base}/pairs/${pairs[0].id}/end`, { method: 'POST' });
    expect(await ana.json(`${base}/pairs/suggestions`)).toHaveLength(1);

    const thread = await ana.json(`${base}/threads`, { json: { subject: 'S', text: 'x' }, status: 201 });
    expect((await ana.json(`${base}/pairs`)).risks).toEqual([]);
    for (let n = 0; n < 9; n += 1)
      await ana.json(`${base}/threads/${thread.id}/messages`, { json: { text: 'x' }, status: 201 });
    const { risks } = await ana.json(`${base}/pairs`);
    expect(risks).toMatchObject([{ side: 'a', kind: 'most', person: { name: ana.name } }]);
    expect(Object.keys(risks[0]).toSorted()).toEqual(['kind', 'person', 'side']);
  });
});
