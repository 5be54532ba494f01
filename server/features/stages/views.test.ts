import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { View } from './schema-views.ts';

let server: TestServer;
let ana: SignedUp;
let luis: SignedUp;
let eva: SignedUp;
beforeAll(async () => {
  server = await testServer();
  ana = await signUp(server, { organization: 'Universidad del Norte' });
  [luis, eva] = await Promise.all([
    colleagueOf(server, ana, { name: 'Luis Ortega' }),
    colleagueOf(server, ana, { name: 'Eva Sanz', role: 'manager' }),
  ]);
});
afterAll(() => server.close());

const keep = (who: SignedUp, view: object, status = 201): Promise<View> =>
  who.json(`${who.base}/views`, { json: view, status });
const change = (who: SignedUp, id: string, to: object, status = 200): Promise<View> =>
  who.json(`${who.base}/views/${id}`, { method: 'PATCH', json: to, status });
const titles = async (who: SignedUp): Promise<string[]> =>
  (await who.json(`${who.base}/views`)).items.map((view: View) => view.title);

describe('a view', () => {
  test('is kept with all that its address holds, renamed, given another look and deleted', async () => {
    const look = { as: 'board', stage: ['prospect', 'awareness'], quiet: 56, mine: true, sort: 'due', order: 'down' };
    const made = await keep(luis, { title: ' Quiet ones ', look });
    expect(made).toMatchObject({ title: 'Quiet ones', look, shared: false, opens: false, may: { change: true } });
    expect(await change(luis, made.id, { title: 'Still quiet' })).toMatchObject({ title: 'Still quiet', look });
    expect(await change(luis, made.id, { look: { as: 'table' } })).toMatchObject({ look: { as: 'table' } });
    expect(await titles(luis)).toEqual(['Still quiet']);
    await luis.json(`${luis.base}/views/${made.id}`, { method: 'DELETE', status: 204 });
    expect(await titles(luis)).toEqual([]);
    await change(luis, made.id, { title: 'x' }, 404);
  });

  test('is one’s own until it is shared; then colleagues see it, and a manager may tidy up', async () => {
    const made = await keep(luis, { title: 'For all', look: {} });
    expect(await titles(ana)).not.toContain('For all');
    await change(eva, made.id, { title: 'Mine' }, 404);
    await change(luis, made.id, { shared: true });
    expect(await titles(ana)).toContain('For all');
    const marta = await colleagueOf(server, ana, { name: 'Marta Gil' });
    await change(marta, made.id, { title: 'Mine' }, 403);
    expect(await change(eva, made.id, { title: 'For everybody' })).toMatchObject({ person: { name: 'Luis Ortega' } });
    await change(eva, made.id, { opens: true }, 403);
    expect(await change(eva, made.id, { shared: false })).toMatchObject({ shared: false });
    expect(await titles(eva)).not.toContain('For everybody');
    expect(await titles(luis)).toContain('For everybody');
  });

  test('is the one a person begins with; another takes its place', async () => {
    const one = await keep(ana, { title: 'First', look: {}, opens: true, shared: true });
    const two = await keep(ana, { title: 'Second', look: {}, opens: true });
    const opening = async (who: SignedUp) =>
      (await who.json(`${who.base}/views`)).items.filter((view: View) => view.opens).map((view: View) => view.id);
    expect(await opening(ana)).toEqual([two.id]);
    await change(ana, one.id, { opens: true });
    expect(await opening(ana)).toEqual([one.id]);
    expect(await opening(luis)).toEqual([]);
  });

  test('holds nothing that no page could show, and there is an end to how many', async () => {
    for (const look of [{ as: 'map' }, { stage: ['best'] }, { quiet: -1 }, { mine: false }, { height: 1 }, null])
      await keep(ana, { title: 'x', look }, 400);
    for (const title of ['', ' ', 'x'.repeat(101)]) await keep(ana, { title, look: {} }, 400);
    const other = await signUp(server, { organization: 'Ajena' });
    for (let n = 0; n < 50; n += 1) await keep(other, { title: `View ${n}`, look: {} });
    await keep(other, { title: 'One more', look: {} }, 409);
    expect(await titles(other)).toHaveLength(50);
  });
});
