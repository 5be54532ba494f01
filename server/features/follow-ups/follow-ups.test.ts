import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { colleagueOf, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { sweepAll, tellDigests, tick } from './jobs.ts';
import type { FollowUpList } from './schema.ts';

const start = '2026-03-02T09:00:00.000Z';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clock = fixedClock(start);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server?.close());
beforeEach(() => clock.set(start));

/** What the jobs of a minute do, and those of a night. */
async function look(night = false): Promise<void> {
  if (night) await sweepAll(server.platform, clock.now());
  await tick(server.platform, clock.now());
  await tellDigests(server.platform, clock.now());
}

const rulesOf = (list: FollowUpList): string[] => list.items.map((one) => one.rule);

describe('a follow-up', () => {
  test('comes the working day before a move is due, says why, and goes when the move is made', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const id = await request(server, a, partnership, 'Places');
    await look(true);
    const list = (): Promise<FollowUpList> => b.json(`${b.base}/follow-ups`);
    expect(rulesOf(await list())).toEqual([]);
    // The answer is due on Thursday the 12th.
    clock.set('2026-03-11T08:00:00Z');
    await look();
    const [item] = (await list()).items;
    expect(item).toMatchObject({
      rule: 'move-due',
      conversationId: id,
      title: 'Places',
      partner: 'Universidad del Norte',
      person: null,
      reason: { waitsFor: 'answer' },
    });
    const path = `${b.base}/partnerships/${partnership}/conversations/${id}`;
    const { head } = await b.json(path);
    await b.json(`${path}/acts`, {
      json: { saying: { kind: 'agree' } },
      headers: { 'if-match': `"${head}"` },
      status: 201,
    });
    await look(true);
    expect(rulesOf(await list())).toEqual([]);
    const done = await b.request(`${b.base}/follow-ups/${item?.id}`, { method: 'PATCH', json: { do: 'done' } });
    expect(done.status).toBe(409);
  });

  test('is done, taken back, put off and handed over, and stays so however often it is looked at', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await request(server, a, partnership, 'Beds');
    clock.set('2026-03-11T08:00:00Z');
    await look(true);
    const luis = await colleagueOf(server, b, { name: 'Luis' });
    const list = async (who = b, query = ''): Promise<string[]> =>
      rulesOf(await who.json(`${who.base}/follow-ups${query}`));
    const { id } = (await b.json(`${b.base}/follow-ups`)).items[0];
    const change = (json: object) => b.json(`${b.base}/follow-ups/${id}`, { method: 'PATCH', json });
    await change({ do: 'done' });
    await look(true);
    expect([await list(), await list(b, '?show=done')]).toEqual([[], ['move-due']]);
    await change({ do: 'undo' });
    expect(await list()).toEqual(['move-due']);
    await change({ do: 'snooze', until: '2026-03-12T06:00:00.000Z' });
    await look(true);
    expect([await list(), await list(b, '?show=later')]).toEqual([[], ['move-due']]);
    clock.set('2026-03-12T06:00:00Z');
    await look();
    expect(await list()).toEqual(['move-due']);
    const handed = await change({ do: 'hand-over', to: luis.id });
    expect(handed).toMatchObject({ person: { name: 'Luis' }, handedBy: { name: 'Bruno Sanz' } });
    expect([await list(), await list(luis)]).toEqual([[], ['move-due']]);
    await change({ do: 'hand-over', to: null });
    expect(await list()).toEqual(['move-due']);
    const refused = await b.request(`${b.base}/follow-ups/${id}`, {
      method: 'PATCH',
      json: { do: 'hand-over', to: a.id },
    });
    expect(refused.status).toBe(404);
    const past = await b.request(`${b.base}/follow-ups/${id}`, {
      method: 'PATCH',
      json: { do: 'snooze', until: start },
    });
    expect(past.status).toBe(400);
  });

  test('counts as contact what both sides said, never what one said and nobody answered', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const contactAt = async (): Promise<string | null> =>
      (await a.json(`${a.base}/partnerships/${partnership}/cadence`)).contactAt;
    const threads = `/partnerships/${partnership}/threads`;
    const thread = await a.json(`${a.base}${threads}`, { json: { subject: 'Hello', text: 'Hello' }, status: 201 });
    clock.advance(DAY);
    const write = (who: typeof a) =>
      who.json(`${who.base}${threads}/${thread.id}/messages`, { json: { text: 'Hello' }, status: 201 });
    await write(a);
    expect(await contactAt()).toBeNull();
    clock.advance(DAY);
    await write(b);
    expect(await contactAt()).toBe('2026-03-03T09:00:00.000Z');
    clock.advance(DAY);
    await write(a);
    expect(await contactAt()).toBe('2026-03-04T09:00:00.000Z');
    clock.advance(30 * DAY);
    await write(a);
    expect(await contactAt()).toBe('2026-03-04T09:00:00.000Z');
  });

  test('asks to get in touch by the rhythm that administrators chose', async () => {
    const who = await signUp(server);
    const { id } = await recordPartner(who);
    const talk = { heldOn: '2026-03-02', way: 'phone', guideTitle: 'Talk', questions: [] };
    await who.json(`${who.base}/partnerships/${id}/interviews`, { json: talk, status: 201 });
    const cadence = () => who.json(`${who.base}/partnerships/${id}/cadence`);
    expect(await cadence()).toMatchObject({ state: 'fine', contactAt: '2026-03-02T12:00:00.000Z' });
    clock.advance(20 * DAY);
    const settings = await who.json(`${who.base}/follow-up-settings`);
    await who.json(`${who.base}/follow-up-settings`, {
      method: 'PUT',
      json: { ...settings, cadence: { ...settings.cadence, early: [14, 30] } },
    });
    await look();
    expect(await cadence()).toMatchObject({ state: 'amber' });
    expect(rulesOf(await who.json(`${who.base}/follow-ups`)).toSorted()).toEqual(['cadence-amber', 'readback-owed']);
    const colleague = await colleagueOf(server, who, { name: 'Luis' });
    const refused = await colleague.request(`${who.base}/follow-up-settings`, { method: 'PUT', json: settings });
    expect(refused.status).toBe(403);
  });
});

describe('the sweep of a night', () => {
  test('finds everything page after page, and begun again after it was broken off comes to the same', async () => {
    const who = await signUp(server);
    const { id: partnership } = await recordPartner(who);
    const { owner } = server.database;
    const organization = who.organization.id;
    await owner.query(
      `insert into interviews (organization_id, id, partnership_id, held_on, way, place, guide_title, started_by, created_at, updated_at)
       select $1, gen_random_uuid(), $2, '2026-02-26', 'phone', null, 'Talk ' || n, $3, $4, $4 from generate_series(1, 1234) n`,
      [organization, partnership, who.id, clock.now()],
    );
    await look(true);
    const counted = async (): Promise<{ watched: number; open: number; raised: number }> => {
      const { rows } = await owner.query(
        `select (select count(*)::int from watched where organization_id = $1 and kind = 'talk') as watched,
           (select count(*)::int from follow_ups where organization_id = $1 and rule = 'readback-owed' and state = 'open') as open,
           (select count(*)::int from follow_ups where organization_id = $1) as raised`,
        [organization],
      );
      return rows[0];
    };
    expect(await counted()).toEqual({ watched: 1234, open: 1234, raised: 1234 });
    // As if it had been broken off after a page: some are not watched, some are not looked at any more, one is of a talk that is gone.
    await owner.query(
      `delete from watched where organization_id = $1 and subject_id in
         (select subject_id from watched where organization_id = $1 and kind = 'talk' order by subject_id desc limit 700)`,
      [organization],
    );
    await owner.query('update watched set look_at = null where organization_id = $1', [organization]);
    await owner.query(
      `delete from interviews where organization_id = $1 and id =
         (select subject_id::uuid from watched where organization_id = $1 and kind = 'talk' order by subject_id limit 1)`,
      [organization],
    );
    await look(true);
    await look(true);
    expect(await counted()).toEqual({ watched: 1233, open: 1233, raised: 1234 });
  });
});

describe('the digest', () => {
  const reminders = {
    how: 'daily',
    hour: 8,
    weekday: 1,
    workingDays: [1, 2, 3, 4, 5],
    quiet: null,
    country: null,
    region: null,
    reviewMail: true,
  };

  test('is one a day at the hour of the person, and one after an outage, and none where nothing is new', async () => {
    const who = await signUp(server, { timeZone: 'America/New_York' });
    const { id } = await recordPartner(who);
    await who.json(`${who.base}/reminders`, { method: 'PUT', json: reminders });
    const talk = { heldOn: '2026-03-02', way: 'phone', guideTitle: 'Talk', questions: [] };
    await look(true);
    const digests = async (): Promise<string[]> => {
      const { rows } = await server.database.owner.query<{ created_at: Date }>(
        `select created_at from mails where organization_id = $1 and kind = 'digest' order by created_at`,
        [who.organization.id],
      );
      return rows.map((row) => new Date(row.created_at).toISOString().slice(0, 16));
    };
    await who.json(`${who.base}/partnerships/${id}/interviews`, { json: talk, status: 201 });
    // Every half hour for a week, with clocks that change on Sunday, each look twice.
    for (const end = clock.now().getTime() + 7 * DAY; clock.now().getTime() < end; clock.advance(HOUR / 2)) {
      await look();
      await look();
    }
    const first = await digests();
    expect(first).toEqual(['2026-03-03T13:00']);
    // A new thing while the server stood still for days: one mail once it is back.
    await who.json(`${who.base}/partnerships/${id}/interviews`, {
      json: { ...talk, heldOn: '2026-03-09' },
      status: 201,
    });
    clock.set('2026-03-13T20:00:00Z');
    await look();
    await look();
    clock.set('2026-03-15T12:00:00Z');
    await look();
    clock.set('2026-03-16T12:00:00Z');
    await look();
    expect(await digests()).toEqual([...first, '2026-03-13T20:00']);
  });

  test('is one a week on the day that was chosen, or on the next that is worked, across a clock change', async () => {
    const who = await signUp(server, { timeZone: 'Europe/Madrid' });
    const { id } = await recordPartner(who);
    await who.json(`${who.base}/reminders`, {
      method: 'PUT',
      json: { ...reminders, how: 'weekly', weekday: 2, hour: 9 },
    });
    // A Tuesday on which the organization is closed.
    await who.json(`${who.base}/free-days`, {
      json: { from: '2026-03-17', to: '2026-03-17', name: 'Founding day' },
      status: 201,
    });
    await look(true);
    let talks = 0;
    const end = Date.parse('2026-04-15T00:00:00Z');
    for (; clock.now().getTime() < end; clock.advance(HOUR / 2)) {
      // Something new every day: it is told once a week all the same.
      if (clock.now().getUTCHours() === 10 && clock.now().getUTCMinutes() === 0) {
        const heldOn = clock.now().toISOString().slice(0, 10);
        const talk = { heldOn, way: 'phone', guideTitle: `Talk ${(talks += 1)}`, questions: [] };
        await who.json(`${who.base}/partnerships/${id}/interviews`, { json: talk, status: 201 });
      }
      await look();
    }
    const { rows } = await server.database.owner.query<{ created_at: Date; facts: { items: { title: string }[] } }>(
      `select created_at, facts from mails where organization_id = $1 and kind = 'digest' order by created_at`,
      [who.organization.id],
    );
    // Nine in Madrid: eight in UTC until the clocks go forward on the 29th of March, seven afterwards.
    expect(rows.map((row) => new Date(row.created_at).toISOString().slice(0, 16))).toEqual([
      '2026-03-03T08:00',
      '2026-03-10T08:00',
      '2026-03-18T08:00',
      '2026-03-24T08:00',
      '2026-03-31T07:00',
      '2026-04-07T07:00',
      '2026-04-14T07:00',
    ]);
    expect(rows[1]?.facts.items.map((one) => one.title)).toContain('Talk 6');
  }, 60_000);

  test('is never written for whoever wants none', async () => {
    const who = await signUp(server);
    const { id } = await recordPartner(who);
    await who.json(`${who.base}/reminders`, { method: 'PUT', json: { ...reminders, how: 'off' } });
    const talk = { heldOn: '2026-03-02', way: 'phone', guideTitle: 'Talk', questions: [] };
    await who.json(`${who.base}/partnerships/${id}/interviews`, { json: talk, status: 201 });
    clock.advance(10 * DAY);
    await look(true);
    clock.advance(10 * DAY);
    await look(true);
    const { rows } = await server.database.owner.query(
      `select 1 from mails where organization_id = $1 and kind = 'digest'`,
      [who.organization.id],
    );
    expect(rows).toEqual([]);
  });
});
