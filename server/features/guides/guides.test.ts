import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
let ana: SignedUp;
let guides: string;

beforeAll(async () => {
  server = await testServer();
  ana = await signUp(server);
  guides = `${ana.base}/guides`;
});
afterAll(() => server.close());

describe('guides', () => {
  test('are written and changed by managers, and read by everybody', async () => {
    const luis = await colleagueOf(server, ana);
    const manager = await colleagueOf(server, ana, { role: 'manager' });
    const own = { title: 'Our first visit', questions: ['Who\u00a0are you?', 'What for?'] };
    await luis.json(guides, { json: own, status: 403 });
    const made = await manager.json(guides, { json: own, status: 201 });
    expect(made).toMatchObject({ title: 'Our first visit', questions: ['Who are you?', 'What for?'], starter: null });
    expect(await luis.json(guides)).toMatchObject({ items: [{ id: made.id }], may: { change: false } });
    const change = { ...own, questions: ['What for?', 'Who are you?'], seen: made.updatedAt };
    await luis.json(`${guides}/${made.id}`, { method: 'PUT', json: change, status: 403 });
    await manager.json(`${guides}/${made.id}`, { method: 'PUT', json: change });
    const refusal = await ana.json(`${guides}/${made.id}`, { method: 'PUT', json: change, status: 409 });
    expect(refusal.code).toBe('stale');
    await luis.json(`${guides}/${made.id}`, { method: 'DELETE', status: 403 });
    await ana.json(`${guides}/${made.id}`, { method: 'DELETE', status: 204 });
    await ana.json(`${guides}/${made.id}`, { method: 'DELETE', status: 404 });
  });

  test('that came with the product are changed once, and are as they came when the change is taken back', async () => {
    const mine = { starter: 'company', title: 'A company, our way', questions: ['Why us?'] };
    const made = await ana.json(guides, { json: mine, status: 201 });
    expect((await ana.json(guides, { json: mine, status: 409 })).code).toBe('stale');
    await ana.json(`${guides}/${made.id}`, { method: 'DELETE', status: 204 });
    await ana.json(guides, { json: mine, status: 201 });
  });

  test('have limits', async () => {
    const bad = [
      { title: '', questions: ['x'] },
      { title: 'x', questions: [] },
      { title: 'x', questions: [' '] },
      { title: 'x', questions: ['x'.repeat(501)] },
      { title: 'x', questions: Array.from({ length: 61 }, () => 'x') },
      { starter: 'none', title: 'x', questions: ['x'] },
    ];
    for (const json of bad) await ana.json(guides, { json, status: 400 });
  });
});
