import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colleagueOf } from '../../testing/people.ts';
import { type Partners, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
let partners: Partners;
let ofA: string;
let ofB: string;

beforeAll(async () => {
  server = await testServer();
  partners = await twoPartners(server);
  ofA = `${partners.a.base}/partnerships/${partners.partnership}/notes`;
  ofB = `${partners.b.base}/partnerships/${partners.partnership}/notes`;
});
afterAll(() => server.close());

describe('private notes', () => {
  test('are written, changed and thrown away by who wrote them', async () => {
    const { a, partnership } = partners;
    const conversation = await request(server, a, partnership);
    const note = await a.json(ofA, {
      json: { text: 'They worry about the budget', conversationId: conversation },
      status: 201,
    });
    expect(note).toMatchObject({
      author: { personId: a.id, name: a.name },
      conversationId: conversation,
      may: { change: true },
    });
    await a.json(ofA, { json: { text: 'About the room' }, status: 201 });
    expect((await a.json(`${ofA}?conversation=${conversation}`)).items.map((one: { id: string }) => one.id)).toEqual([
      note.id,
    ]);
    expect((await a.json(`${ofA}/${note.id}`, { method: 'PATCH', json: { text: 'They worried' } })).text).toBe(
      'They worried',
    );
    await a.json(`${ofA}/${note.id}`, { method: 'DELETE', status: 204 });
    await a.json(`${ofA}/${note.id}`, { method: 'PATCH', json: { text: 'x' }, status: 404 });
  });

  test('are seen by colleagues, who change their own only', async () => {
    const { a } = partners;
    const luis = await colleagueOf(server, a);
    const note = await a.json(ofA, { json: { text: 'From Ana' }, status: 201 });
    const seen = (await luis.json(ofA)).items.find((one: { id: string }) => one.id === note.id);
    expect(seen).toMatchObject({ text: 'From Ana', may: { change: false } });
    await luis.json(`${ofA}/${note.id}`, { method: 'PATCH', json: { text: 'x' }, status: 403 });
    await luis.json(`${ofA}/${note.id}`, { method: 'DELETE', status: 403 });
    const manager = await colleagueOf(server, a, { role: 'manager' });
    await manager.json(`${ofA}/${note.id}`, { method: 'DELETE', status: 204 });
  });

  test('never reach the partner, by list, by id, or anywhere in what the room shows', async () => {
    const { a, b, partnership } = partners;
    const secret = 'Their dean is leaving in May';
    const note = await a.json(ofA, { json: { text: secret }, status: 201 });
    expect((await b.json(ofB)).items).toEqual([]);
    for (const call of [{ method: 'PATCH', json: { text: 'x' } }, { method: 'DELETE' }]) {
      await b.json(`${ofB}/${note.id}`, { ...call, status: 404 });
    }
    const room = `${b.base}/partnerships/${partnership}`;
    for (const path of [room, `${room}/people`, `${room}/threads`, `${room}/claims`, `${b.base}/partnerships`]) {
      expect(JSON.stringify(await b.json(path))).not.toContain(secret);
    }
    const { rows } = await server.database.owner.query('select text from notes where id = $1', [note.id]);
    expect(rows).toEqual([{ text: secret }]);
  });

  test('of a conversation that is not in the room are refused', async () => {
    await partners.a.json(ofA, { json: { text: 'x', conversationId: 'f'.repeat(64) }, status: 404 });
  });
});
