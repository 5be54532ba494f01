import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { foldName, samePeople } from './model-same.ts';
import type { RoomPerson } from './schema.ts';

const START = '2026-05-04T09:00:00.000Z';
const clock = fixedClock(START);
let server: TestServer;
let ana: SignedUp;
beforeAll(async () => {
  server = await testServer({ clock });
  ana = await signUp(server);
});
afterAll(() => server.close());

const added = async (room: string, person: object): Promise<RoomPerson> =>
  ana.json(`${room}/people`, { json: person, status: 201 });

describe('who looks like one person', () => {
  test('is told by the address or by the name, whatever its accents, capitals and order', () => {
    expect(foldName('RUÍZ, Ana-María')).toBe(foldName('ana maria ruiz'));
    const known = (id: string, name: string, email: string | null = null, notSame: string[] = []) => ({
      id,
      side: 'b',
      name,
      email,
      personId: null,
      notSame,
    });
    expect(
      samePeople([
        known('1', 'Ana Ruiz'),
        known('2', 'ruiz ana'),
        known('3', 'Ben', 'x@y.example'),
        known('4', 'B.', 'X@Y.example'),
      ]),
    ).toEqual(
      [
        { people: ['3', '4'], why: 'address' },
        { people: ['1', '2'], why: 'name' },
      ].toSorted((one, other) => (one.people[0] ?? '').localeCompare(other.people[0] ?? '')),
    );
    expect(samePeople([known('1', 'Ana Ruiz', null, ['2']), known('2', 'Ana Ruiz')])).toEqual([]);
    expect(samePeople([known('1', 'Ana'), { ...known('2', 'Ana'), side: 'a' }])).toEqual([]);
  });
});

describe('somebody who is written down twice', () => {
  test('is asked about on entry, and added all the same if one insists', async () => {
    const { base } = await recordPartner(ana, 'Doble');
    const refused = await ana.json(`${base}/people`, { json: { name: 'gil marta' }, status: 409 });
    expect(refused).toMatchObject({ reason: 'same-person', people: [{ name: 'Marta Gil', why: 'name' }] });
    const byAddress = await ana.json(`${base}/people`, {
      json: { name: 'M.', email: 'MARTA@taller.example' },
      status: 409,
    });
    expect(byAddress.people).toMatchObject([{ why: 'address' }]);
    await added(base, { name: 'Marta Gil', force: true });
    // The other side may have somebody of the same name.
    await added(base, { name: 'Marta Gil', side: 'a' });
  });

  test('is merged: what was empty is filled, words and duties are theirs, and the log is untouched', async () => {
    const { base, people } = await recordPartner(ana, 'Fusión');
    const marta = people[0]?.id ?? '';
    const twice = await added(base, {
      name: 'Marta Gil',
      function: 'talent',
      topics: ['interns'],
      title: 'Other title',
      force: true,
    });
    await ana.json(`${base}/threads`, {
      json: { subject: 'S', text: 'We need two', as: 'recorded', person: twice.id },
      status: 201,
    });
    await ana.json(`${base}/people/${twice.id}/duties`, { method: 'PUT', json: { duties: ['owner'] } });
    const found = await ana.json(`${base}/same-people`);
    expect(found.same).toEqual([{ people: [marta, twice.id], why: 'name' }]);
    const merged = await ana.json(`${base}/people/${twice.id}/merge`, { json: { into: marta } });
    expect(merged).toMatchObject({
      same: [],
      merged: [{ id: twice.id, into: marta, undoUntil: '2026-06-03T09:00:00.000Z' }],
    });
    const kept: RoomPerson[] = (await ana.json(`${base}/people`)).filter((one: RoomPerson) => one.side === 'b');
    expect(kept).toMatchObject([{ id: marta, title: 'Head of talent', function: 'talent', topics: ['interns'] }]);
    expect((await ana.json(`${base}/pairs`)).duties).toMatchObject([{ person: marta, duty: 'owner' }]);
    const { rows } = await server.database.owner.query('select author from messages where author = $1', [twice.id]);
    expect(rows).toHaveLength(1);
    await ana.json(`${base}/people/${twice.id}/merge`, { json: { into: marta }, status: 409 });

    await ana.json(`${base}/people/${marta}`, { method: 'PATCH', json: { topics: ['interns', 'robots'] } });
    const undone = await ana.json(`${base}/people/${twice.id}/merge`, { method: 'DELETE' });
    expect(undone).toMatchObject({ same: [{ why: 'name' }], merged: [] });
    const both: RoomPerson[] = (await ana.json(`${base}/people`)).filter((one: RoomPerson) => one.side === 'b');
    expect(both).toMatchObject([
      { id: marta, function: null, topics: ['interns', 'robots'] },
      { id: twice.id, function: 'talent' },
    ]);
  });

  test('can be taken apart for thirty days, and two who are two are never asked about again', async () => {
    const { base, people } = await recordPartner(ana, 'Treinta');
    const marta = people[0]?.id ?? '';
    const twice = await added(base, { name: 'Marta Gil', force: true });
    const apart = await ana.json(`${base}/people/${twice.id}/apart`, { json: { than: marta } });
    expect(apart.same).toEqual([]);
    await ana.json(`${base}/people/${twice.id}/merge`, { json: { into: marta } });
    clock.advance(31 * 86_400_000);
    expect((await ana.json(`${base}/same-people`)).merged).toMatchObject([{ undoUntil: null }]);
    await ana.json(`${base}/people/${twice.id}/merge`, { method: 'DELETE', status: 409 });
    clock.set(START);
  });

  test('is never somebody of the other side, somebody of a partner who is here, or two who sign in', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const room = `${a.base}/partnerships/${partnership}`;
    const people: RoomPerson[] = await a.json(`${room}/people`);
    const theirs = people.find((one) => one.side === 'b')?.id ?? '';
    const own = (await a.json(`${room}/people`, { json: { name: 'Carmen', side: 'a' }, status: 201 })).id;
    const roomOfB = `${b.base}/partnerships/${partnership}`;
    const second = (
      await b.json(`${roomOfB}/people`, { json: { name: 'Bruno Sanz', side: 'b', force: true }, status: 201 })
    ).id;
    await a.json(`${room}/people/${own}/merge`, { json: { into: theirs }, status: 400 });
    await a.json(`${room}/people/${own}/merge`, { json: { into: own }, status: 400 });
    await a.json(`${room}/people/${second}/merge`, { json: { into: theirs }, status: 403 });
    await b.json(`${roomOfB}/people/${theirs}/merge`, { json: { into: second }, status: 409 });
    expect((await a.json(`${room}/same-people`)).same).toEqual([]);
    await b.json(`${roomOfB}/people/${second}/merge`, { json: { into: theirs } });
    await b.json(`${roomOfB}/people/${second}/apart`, { json: { than: own }, status: 400 });
  });
});
