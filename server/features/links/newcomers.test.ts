import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, jsonOver, type Browser, signUp } from '../../testing/people.ts';
import { recordPartner, request } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const third = { newcomerName: 'Instituto Sur', name: 'Eva Roca' };

function through(token: string): Browser {
  const made = browser(server);
  const call: Browser['request'] = (path, init = {}) =>
    made.request(path, { ...init, headers: { ...(init.headers as object), 'x-entente-link': token } });
  return { ...made, request: call, json: jsonOver(call) };
}

test('a guest names a third organization and proposes it; whoever is asked to step in names no other, nor does a used link', async () => {
  const a = await signUp(server);
  const partner = await recordPartner(a);
  const conversation = await request(server, a, partner.id);
  const links = `${partner.base}/conversations/${conversation}/links`;
  const linkFor = async (person: string | undefined) =>
    through(String((await a.json(links, { json: { person }, status: 201 })).url).split('/l/')[1] ?? '');
  const say = async (guest: Browser, saying: object) => {
    const { head } = await guest.json('/api/guest/conversation');
    return guest.json('/api/guest/acts', { json: { saying }, headers: { 'if-match': `"${head}"` }, status: 201 });
  };
  const yes = await linkFor(partner.people[0]?.id);
  await say(yes, { kind: 'agree' });
  expect((await yes.request('/api/guest/newcomers', { json: third })).status).toBe(410);

  const guest = await linkFor(partner.people[0]?.id);
  expect((await guest.request('/api/guest/newcomers', { json: { name: 'Eva Roca' } })).status).toBe(400);
  const { newcomerId } = await guest.json('/api/guest/newcomers', { json: third, status: 201 });
  await say(guest, { kind: 'propose', proposal: { kind: 'hand-over', newcomer: newcomerId } });

  const people = await a.json(`${partner.base}/people`);
  const eva = people.find((one: { newcomerId: string | null }) => one.newcomerId === newcomerId);
  expect(eva).toMatchObject({ side: 'newcomer', newcomerName: 'Instituto Sur', email: null });
  const asked = await linkFor(eva.id);
  expect((await asked.request('/api/guest/newcomers', { json: third })).status).toBe(403);
});
