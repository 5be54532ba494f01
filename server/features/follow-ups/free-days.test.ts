import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { privateTalk } from '../../testing/stages.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { sweepAll, tellDigests, tick } from './jobs.ts';

const start = '2026-03-02T09:00:00.000Z';
const clock = fixedClock(start);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server?.close());
beforeEach(() => clock.set(start));

async function look(night = false): Promise<void> {
  if (night) await sweepAll(server.platform, clock.now());
  await tick(server.platform, clock.now());
  await tellDigests(server.platform, clock.now());
}

const daysOf = (who: SignedUp): string => `${who.base}/free-days`;
const add = (who: SignedUp, from: string, to = from, name = 'Closed', status = 201) =>
  who.json(daysOf(who), { json: { from, to, name }, status });
const listed = async (who: SignedUp, year: number): Promise<string[]> =>
  (await who.json(`${daysOf(who)}?year=${year}`)).items.map(
    (one: { from: string; to: string; name: string }) => `${one.name} ${one.from} ${one.to}`,
  );

describe('the free days of an organization', () => {
  test('are added with a name, listed by the years they touch, and removed', async () => {
    const who = await signUp(server);
    const winter = await add(who, '2026-12-24', '2027-01-06', 'Winter closing');
    expect(winter).toMatchObject({ name: 'Winter closing', addedBy: who.name, addedAt: start });
    await add(who, '2026-05-15', '2026-05-15', 'San Isidro');
    expect(await listed(who, 2026)).toEqual([
      'San Isidro 2026-05-15 2026-05-15',
      'Winter closing 2026-12-24 2027-01-06',
    ]);
    expect(await listed(who, 2027)).toEqual(['Winter closing 2026-12-24 2027-01-06']);
    expect(await listed(who, 2028)).toEqual([]);
    await who.json(`${daysOf(who)}/${winter.id}`, { method: 'DELETE', status: 204 });
    await who.json(`${daysOf(who)}/${winter.id}`, { method: 'DELETE', status: 404 });
    expect(await listed(who, 2027)).toEqual([]);
  });

  test('are seen by everybody and changed by administrators alone', async () => {
    const who = await signUp(server);
    const { id } = await add(who, '2026-05-15');
    const luis = await colleagueOf(server, who, { name: 'Luis', role: 'manager' });
    expect(await listed(luis, 2026)).toHaveLength(1);
    await add(luis, '2026-05-16', '2026-05-16', 'Mine', 403);
    await luis.json(`${daysOf(luis)}/${id}`, { method: 'DELETE', status: 403 });
    const other = await signUp(server, { organization: 'Ajena' });
    await other.json(`${daysOf(other)}/${id}`, { method: 'DELETE', status: 404 });
    expect(await listed(other, 2026)).toEqual([]);
  });

  test('are refused backwards, without a name, longer than a year, twice, and more than a year can hold', async () => {
    const who = await signUp(server);
    await add(who, '2026-05-15', '2026-05-14', 'Backwards', 400);
    await add(who, '2026-05-15', '2026-05-15', '  ', 400);
    await add(who, '2026-01-01', '2027-06-01', 'Too long', 400);
    await add(who, '2026-02-30', '2026-02-30', 'No such day', 400);
    await add(who, '1999-12-31', '2000-01-02', 'Too early', 400);
    await add(who, '2026-05-15');
    expect(await add(who, '2026-05-15', '2026-05-15', 'Again', 409)).toMatchObject({ reason: 'days-already-free' });
    await server.database.owner.query(
      `insert into free_days (organization_id, id, starts_on, ends_on, name, added_at, added_by)
       select $1, gen_random_uuid(), d::date, d::date, 'Day', $2, $3 from generate_series('2026-06-01'::date, '2026-09-07', '1 day') d`,
      [who.organization.id, start, who.id],
    );
    expect(await add(who, '2026-11-02', '2026-11-02', 'One too many', 409)).toMatchObject({ reason: 'year-full' });
    await add(who, '2027-11-02');
  });

  test('of two who add the same at once, one does', async () => {
    const who = await signUp(server);
    const answers = await Promise.all(
      [1, 2].map(() => who.request(daysOf(who), { json: { from: '2026-05-15', to: '2026-05-15', name: 'Same' } })),
    );
    expect(answers.map((each) => each.status).toSorted()).toEqual([201, 409]);
  });
});

describe('working days', () => {
  const rules = async (who: SignedUp): Promise<string[]> =>
    (await who.json(`${who.base}/follow-ups`)).items.map((one: { rule: string }) => one.rule);

  test('leave out the organization’s own: a reminder comes before them, and later once they are worked after all', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await request(server, a, partnership, 'Places');
    // The answer is due on Thursday the 12th; b is closed from Tuesday to Thursday, so that Monday is the working day before.
    const closed = await add(b, '2026-03-10', '2026-03-12', 'Assembly');
    await look(true);
    clock.set('2026-03-09T06:00:00Z');
    await look();
    expect(await rules(b)).toEqual([]);
    clock.set('2026-03-09T08:00:00Z');
    await look();
    expect(await rules(b)).toEqual(['move-due']);
    // Worked after all: Wednesday is the working day before, and what came too early goes.
    await b.json(`${daysOf(b)}/${closed.id}`, { method: 'DELETE', status: 204 });
    await look();
    expect(await rules(b)).toEqual([]);
    clock.set('2026-03-11T08:00:00Z');
    await look();
    expect(await rules(b)).toEqual(['move-due']);
  });

  test('are those of one’s own country and of the organization together', async () => {
    clock.set('2026-12-04T09:00:00Z');
    const who = await signUp(server);
    const { id: partnership } = await recordPartner(who);
    const reminders = await who.json(`${who.base}/reminders`);
    await who.json(`${who.base}/reminders`, { method: 'PUT', json: { ...reminders, country: 'ES' } });
    // After a weekend, the 7th is the organization's own, and the 8th a holiday in Spain.
    await add(who, '2026-12-07', '2026-12-07', 'Bridge');
    await privateTalk(server, { by: who, partnership }, '2026-12-04', clock.now());
    await look(true);
    for (const day of ['05', '07', '08']) {
      clock.set(`2026-12-${day}T12:00:00Z`);
      await look();
      expect(await rules(who), day).toEqual([]);
    }
    clock.set('2026-12-09T08:00:00Z');
    await look();
    expect(await rules(who)).toEqual(['readback-owed']);
  });

  test('decide on which day the mail of the day comes', async () => {
    const { b, partnership } = await twoPartners(server);
    const reminders = await b.json(`${b.base}/reminders`);
    await b.json(`${b.base}/reminders`, { method: 'PUT', json: { ...reminders, how: 'daily' } });
    await look(true);
    const digests = async (): Promise<string[]> => {
      const { rows } = await server.database.owner.query<{ created_at: Date }>(
        `select created_at from mails where organization_id = $1 and kind = 'digest' order by created_at`,
        [b.organization.id],
      );
      return rows.map((row) => new Date(row.created_at).toISOString().slice(0, 10));
    };
    const closed = await add(b, '2026-03-03', '2026-03-05', 'Assembly');
    await privateTalk(server, { by: b, partnership }, '2026-03-02', clock.now());
    await look(true);
    for (const day of ['03', '04']) {
      clock.set(`2026-03-${day}T10:00:00Z`);
      await look();
    }
    expect(await digests()).toEqual([]);
    // On Wednesday it turns out that Thursday is worked.
    await b.json(`${daysOf(b)}/${closed.id}`, { method: 'DELETE', status: 204 });
    await add(b, '2026-03-03', '2026-03-04', 'Assembly');
    await look();
    expect(await digests()).toEqual([]);
    clock.set('2026-03-05T10:00:00Z');
    await look();
    expect(await digests()).toEqual(['2026-03-05']);
  });
});
