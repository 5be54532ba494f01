import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, type SignedUp, signUp } from '../../testing/people.ts';
import { type Partners, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { RoomPerson } from '../people/schema.ts';

let server: TestServer;
let partners: Partners;
let ofA: string;
let ofB: string;
let ours: RoomPerson;
let theirs: RoomPerson;

const added = async (by: SignedUp, room: string, person: object): Promise<RoomPerson> =>
  by.json(`${room}/people`, { json: person, status: 201 });

beforeAll(async () => {
  server = await testServer();
  partners = await twoPartners(server);
  ofA = `${partners.a.base}/partnerships/${partners.partnership}`;
  ofB = `${partners.b.base}/partnerships/${partners.partnership}`;
  ours = await added(partners.a, ofA, { name: 'Carmen Vidal', side: 'a', function: 'talent', topics: ['interns'] });
  theirs = await added(partners.b, ofB, { name: 'Diego Ruiz', side: 'b', function: 'talent', topics: ['Interns'] });
});
afterAll(() => server.close());

const two = () => [ours.id, theirs.id];

describe('a person of a room', () => {
  test('has a function of a closed list and topics in free words, each once', async () => {
    const { a } = partners;
    const made = await added(a, ofA, {
      name: 'Pablo Rey',
      side: 'a',
      function: 'legal',
      topics: ['Contracts', 'contracts', 'data'],
    });
    expect(made).toMatchObject({ function: 'legal', topics: ['contracts', 'data'] });
    const changed = await a.json(`${ofA}/people/${made.id}`, { method: 'PATCH', json: { function: null, topics: [] } });
    expect(changed).toMatchObject({ function: null, topics: [] });
    await a.json(`${ofA}/people`, { json: { name: 'X', side: 'a', function: 'king' }, status: 400 });
    await a.json(`${ofA}/people`, { json: { name: 'X', side: 'a', topics: ['x'.repeat(61)] }, status: 400 });
  });
});

describe('a pair', () => {
  test('is proposed by one side and is one when the other agrees, never by its own yes', async () => {
    const { a, b } = partners;
    const proposed = await a.json(`${ofA}/pairs`, { json: { people: two(), topic: 'Interns in spring' }, status: 201 });
    expect(proposed.pairs).toMatchObject([
      {
        people: [{ name: 'Carmen Vidal' }, { name: 'Diego Ruiz' }],
        topic: 'Interns in spring',
        agreed: null,
        may: { answer: null, end: true },
      },
    ]);
    const { id } = proposed.pairs[0];
    await a.json(`${ofA}/pairs/${id}/answer`, { json: { agree: true }, status: 403 });
    await a.json(`${ofA}/pairs`, { json: { people: two() }, status: 409 });
    expect((await b.json(`${ofB}/pairs`)).pairs).toMatchObject([{ id, may: { answer: 'own', end: false } }]);
    await b.json(`${ofB}/pairs/${id}/end`, { method: 'POST', status: 403 });
    const agreed = await b.json(`${ofB}/pairs/${id}/answer`, { json: { agree: true } });
    expect(agreed.pairs).toMatchObject([{ agreed: { via: 'session' }, may: { answer: null, end: true } }]);
    await b.json(`${ofB}/pairs/${id}/answer`, { json: { agree: false }, status: 409 });
    const ended = await b.json(`${ofB}/pairs/${id}/end`, { method: 'POST' });
    expect(ended).toMatchObject({ pairs: [], ended: [{ id, ended: { how: 'ended', via: 'session' } }] });
    await a.json(`${ofA}/pairs/${id}/end`, { method: 'POST', status: 409 });
  });

  test('that the other side does not want is refused, and may be proposed again', async () => {
    const { a, b } = partners;
    const { pairs } = await a.json(`${ofA}/pairs`, { json: { people: two() }, status: 201 });
    const refused = await b.json(`${ofB}/pairs/${pairs[0].id}/answer`, { json: { agree: false } });
    expect(refused.ended[0]).toMatchObject({ ended: { how: 'refused' }, agreed: null });
    const again = await a.json(`${ofA}/pairs`, { json: { people: two() }, status: 201 });
    const back = await a.json(`${ofA}/pairs/${again.pairs[0].id}/end`, { method: 'POST' });
    expect(back.ended[0]).toMatchObject({ ended: { how: 'taken-back' } });
  });

  test('is one person of each side, who are still there', async () => {
    const { a } = partners;
    const second = await added(a, ofA, { name: 'Elena Mas', side: 'a' });
    await a.json(`${ofA}/pairs`, { json: { people: [ours.id, second.id] }, status: 400 });
    await a.json(`${ofA}/people/${second.id}`, { method: 'PATCH', json: { ended: true } });
    await a.json(`${ofA}/pairs`, { json: { people: [second.id, theirs.id] }, status: 409 });
    await a.json(`${ofA}/pairs`, { json: { people: [second.id, partners.partnership] }, status: 404 });
  });
});

describe('with a partner without an account', () => {
  test('a guest sees the proposals that name them, and answers for themselves only', async () => {
    const ana = await signUp(server, { organization: 'Escuela' });
    const { id, base, people } = await recordPartner(ana, 'Sin Cuenta');
    const marta = people[0]?.id ?? '';
    const own = await added(ana, base, { name: 'Luis Vega', side: 'a', title: 'Dean' });
    const second = await added(ana, base, { name: 'Otra Persona', side: 'b' });
    await ana.json(`${base}/pairs`, { json: { people: [own.id, second.id] }, status: 201 });
    const { pairs } = await ana.json(`${base}/pairs`, {
      json: { people: [own.id, marta], topic: 'Welders' },
      status: 201,
    });
    const other = pairs.find((pair: { people: { id: string }[] }) => pair.people[1]?.id === second.id).id;
    const conversation = await request(server, ana, id);
    const { url } = await ana.json(`${base}/conversations/${conversation}/links`, {
      json: { person: marta },
      status: 201,
    });
    const headers = { 'x-entente-link': url.split('/l/')[1] };
    const guest = browser(server);
    const shown = await guest.json('/api/guest/pairs', { headers });
    expect(shown).toMatchObject([{ with: { name: 'Luis Vega', title: 'Dean' }, topic: 'Welders' }]);
    await guest.json(`/api/guest/pairs/${other}/answer`, { json: { agree: true }, headers, status: 404 });
    await guest.json(`/api/guest/pairs/${shown[0].id}/answer`, { json: { agree: true }, headers, status: 204 });
    await guest.json(`/api/guest/pairs/${shown[0].id}/answer`, { json: { agree: true }, headers, status: 404 });
    expect(await guest.json('/api/guest/pairs', { headers })).toEqual([]);
    const page = await ana.json(`${base}/pairs`);
    expect(page.pairs.find((pair: { id: string }) => pair.id === shown[0].id)).toMatchObject({
      agreed: { via: 'link' },
    });
  });

  test('their answer is written down with the name of who said it', async () => {
    const ana = await signUp(server, { organization: 'Taller' });
    const { base, people } = await recordPartner(ana, 'Callada');
    const marta = people[0]?.id ?? '';
    const own = await added(ana, base, { name: 'Luis Vega', side: 'a' });
    const { pairs } = await ana.json(`${base}/pairs`, { json: { people: [own.id, marta] }, status: 201 });
    expect(pairs[0].may).toEqual({ answer: 'recorded', end: true });
    const path = `${base}/pairs/${pairs[0].id}/answer`;
    await ana.json(path, { json: { agree: true }, status: 400 });
    await ana.json(path, { json: { agree: true, person: own.id }, status: 400 });
    const agreed = await ana.json(path, { json: { agree: true, person: marta } });
    expect(agreed.pairs[0]).toMatchObject({ agreed: { via: 'recorded' } });
  });
});

describe('duties', () => {
  test('are said by each side of its own people, and by nobody else', async () => {
    const { a, b } = partners;
    const set = await a.json(`${ofA}/people/${ours.id}/duties`, {
      method: 'PUT',
      json: { duties: ['sponsor', 'owner'] },
    });
    expect(set.duties).toMatchObject([
      { person: ours.id, side: 'a', duty: 'owner', via: 'session' },
      { person: ours.id, side: 'a', duty: 'sponsor', via: 'session' },
    ]);
    await a.json(`${ofA}/people/${theirs.id}/duties`, { method: 'PUT', json: { duties: ['owner'] }, status: 403 });
    const fewer = await a.json(`${ofA}/people/${ours.id}/duties`, { method: 'PUT', json: { duties: ['owner'] } });
    expect(fewer.duties).toMatchObject([{ duty: 'owner' }]);
    expect((await b.json(`${ofB}/pairs`)).duties).toEqual(fewer.duties);
    await a.json(`${ofA}/people/${ours.id}/duties`, { method: 'PUT', json: { duties: ['king'] }, status: 400 });
  });

  test('of a side that is not here itself are written down by who holds it', async () => {
    const ana = await signUp(server);
    const { base, people } = await recordPartner(ana, 'Silenciosa');
    const marta = people[0]?.id ?? '';
    const set = await ana.json(`${base}/people/${marta}/duties`, { method: 'PUT', json: { duties: ['backup'] } });
    expect(set.duties).toMatchObject([{ person: marta, side: 'b', duty: 'backup', via: 'recorded' }]);
  });
});
