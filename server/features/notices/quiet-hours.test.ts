import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { signUp } from '../../testing/people.ts';
import { type Partners, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

const clock = fixedClock('2026-03-06T15:00:00.000Z');
let mails: TestMailServer;
let server: TestServer;
let here: Partners;
beforeAll(async () => {
  mails = await testMailServer();
  server = await testServer({ clock, work: true, config: { smtpUrl: mails.url } });
});
afterAll(async () => {
  await server.close();
  await mails.close();
});
beforeEach(async () => {
  clock.set('2026-03-06T15:00:00.000Z');
  here = await twoPartners(server);
  await settled();
  mails.mails.splice(0);
});

/** Waits until nothing is on its way any more that may be. */
async function settled(): Promise<void> {
  wakeRelay();
  await expect
    .poll(
      async () => {
        const { rows } = await server.database.owner.query(
          `select (select count(*) from outbox) + (select count(*) from mails where state = 'queued' and next_try_at <= $1)
             + (select count(*) from pgboss.job where state in ('created', 'active', 'retry') and name in ('notice-act', 'notice-message', 'mail-send')) as n`,
          [clock.now()],
        );
        return Number(rows[0].n);
      },
      { timeout: 20_000 },
    )
    .toBe(0);
}

/** When the mail that waits for somebody may leave. */
async function waitsUntil(email: string): Promise<string[]> {
  const { rows } = await server.database.owner.query<{ at: Date }>(
    `select next_try_at as at from mails where to_email = $1 and state = 'queued'`,
    [email],
  );
  return rows.map((row) => new Date(row.at).toISOString());
}

/** No mail to `b` from eight in the evening until seven in the morning, by the clocks of a place. */
async function quietIn(timeZone: string): Promise<void> {
  const { b } = here;
  await b.json('/api/me', { method: 'PATCH', json: { timeZone } });
  const reminders = await b.json(`${b.base}/reminders`);
  await b.json(`${b.base}/reminders`, { method: 'PUT', json: { ...reminders, quiet: { from: 20, to: 7 } } });
}

describe('a mail that is sent at once', () => {
  test.each([
    [
      'the night in which clocks go forward',
      'America/New_York',
      '2026-03-08T02:00:00.000Z',
      '2026-03-08T11:00:00.000Z',
    ],
    ['the night in which clocks go back', 'America/New_York', '2026-11-01T02:00:00.000Z', '2026-11-01T12:00:00.000Z'],
    ['an hour that clocks show twice', 'America/New_York', '2026-11-01T06:30:00.000Z', '2026-11-01T12:00:00.000Z'],
    ['any other night, elsewhere', 'Asia/Kolkata', '2026-06-10T15:00:00.000Z', '2026-06-11T01:30:00.000Z'],
  ])('waits in %s until the quiet hours end where the person is, and leaves then', async (_, zone, at, until) => {
    const { a, b, partnership } = here;
    await quietIn(zone);
    clock.set(at);
    await request(server, a, partnership, 'Twelve places');
    await settled();
    expect(await waitsUntil(b.email)).toEqual([until]);
    clock.set(new Date(Date.parse(until) - 1000));
    await settled();
    expect(mails.mails).toEqual([]);
    clock.set(until);
    await settled();
    expect(mails.mails.map((mail) => mail.to)).toEqual([[b.email]]);
  });

  test('takes what else is said in the night with it', async () => {
    const { a, b, partnership } = here;
    await quietIn('America/New_York');
    clock.set('2026-03-10T02:00:00.000Z');
    const conversation = await request(server, a, partnership, 'Twelve places');
    await settled();
    clock.set('2026-03-10T05:00:00.000Z');
    const path = `${a.base}/partnerships/${partnership}/conversations/${conversation}`;
    const { head } = await a.json(path);
    const saying = { kind: 'say', text: 'Thirteen would do too' };
    await a.json(`${path}/acts`, { json: { saying }, headers: { 'if-match': `"${head}"` } });
    await settled();
    expect(await waitsUntil(b.email)).toEqual(['2026-03-10T11:00:00.000Z']);
    clock.set('2026-03-10T11:00:00.000Z');
    await settled();
    expect(mails.mails).toHaveLength(1);
    expect(mails.mails[0]?.text).toContain('Thirteen would do too');
  });

  test('leaves at once in the day, and for whoever named no quiet hours', async () => {
    const { a, b, partnership } = here;
    await quietIn('America/New_York');
    await request(server, a, partnership, 'In the day');
    await settled();
    expect(mails.mails.map((mail) => mail.to)).toEqual([[b.email]]);
    const night = await signUp(server, { organization: 'Nocturna' });
    expect((await night.json(`${night.base}/reminders`)).quiet).toBeNull();
  });
});
