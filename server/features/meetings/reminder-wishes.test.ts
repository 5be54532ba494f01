import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import type { SignedUp } from '../../testing/people.ts';
import { twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { tellDigests } from '../follow-ups/jobs.ts';
import { tellReminders } from './jobs.ts';
import type { Meeting } from './schema.ts';

// A Tuesday; everybody's clocks show UTC.
const START = '2026-11-24T09:00:00Z';
const clock = fixedClock(START);
let mails: TestMailServer;
let server: TestServer;
let a: SignedUp;
let b: SignedUp;
let ofA: string;
let ofB: string;
let theirs: string;

beforeAll(async () => {
  mails = await testMailServer();
  server = await testServer({ clock, work: true, config: { smtpUrl: mails.url } });
});
afterAll(async () => {
  await server.close();
  await mails.close();
});
beforeEach(async () => {
  clock.set(START);
  const partners = await twoPartners(server);
  ({ a, b } = partners);
  ofA = `${a.base}/partnerships/${partners.partnership}`;
  ofB = `${b.base}/partnerships/${partners.partnership}`;
  theirs = (await a.json(`${ofA}/people`)).find((each: { side: string }) => each.side === 'b').id;
  await settled();
});

async function settled(): Promise<TestMailServer['mails']> {
  const busy = async () => {
    const { rows } = await server.database.owner.query(
      `select (select count(*) from outbox) + (select count(*) from mails where state = 'queued' and next_try_at <= $1)
         + (select count(*) from pgboss.job where state in ('created', 'active', 'retry') and name in ('notice-meeting', 'notice-message', 'mail-send')) as n`,
      [clock.now()],
    );
    return Number(rows[0].n) > 0;
  };
  for (let tries = 0; tries < 300 && (await busy()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return mails.mails.splice(0);
}
const to = async (who: SignedUp) => (await settled()).filter((mail) => mail.to.includes(who.email));

const wishes = (who: SignedUp, how: string, quiet: { from: number; to: number } | null = null) =>
  who.json(`${who.base}/reminders`, {
    method: 'PUT',
    json: {
      how,
      hour: 8,
      weekday: 1,
      workingDays: [1, 2, 3, 4, 5],
      quiet,
      country: null,
      region: null,
      reviewMail: true,
    },
  });
const propose = (more: object): Promise<Meeting> =>
  a.json(`${ofA}/meetings`, {
    json: {
      purpose: 'How we begin',
      way: 'video',
      zone: 'UTC',
      lasts: 60,
      people: [{ person: theirs }],
      ...more,
    },
    status: 201,
  });
const poll = { ask: 'poll', options: ['2026-12-01T10:00', '2026-12-02T10:00'] };
async function digestOf(who: SignedUp, at: string): Promise<string | undefined> {
  clock.set(at);
  await tellDigests(server.platform, clock.now());
  return (await to(who))[0]?.text;
}

describe('somebody who wants one mail a day', () => {
  test('reads of times to vote on, and of what is to come, in that mail; a time for their calendar comes at once', async () => {
    await wishes(b, 'daily');
    const made = await propose(poll);
    expect(await to(b)).toEqual([]);
    const first = await digestOf(b, '2026-11-25T08:00:00Z');
    expect(first).toContain('How we begin');
    expect(first).toContain('say which times suit you');
    expect(first).toContain(`/meetings/${made.id}`);
    // Told once.
    expect(await digestOf(b, '2026-11-26T08:00:00Z')).toBeUndefined();

    await a.json(`${ofA}/meetings/${made.id}/settle`, { json: { option: made.options[0]?.id } });
    const [invited] = await to(b);
    expect(invited?.raw).toContain('method=REQUEST');
    await a.json(`${ofA}/meetings/${made.id}/move`, { json: { start: '2026-12-01T11:00' } });
    expect((await to(b)).map((mail) => mail.raw.includes('method=REQUEST'))).toEqual([true]);

    // The day before, in the mail of the day; no reminder besides.
    expect(await digestOf(b, '2026-11-30T08:00:00Z')).toContain('How we begin');
    clock.set('2026-11-30T12:00:00Z');
    await tellReminders(server.platform);
    expect((await settled()).flatMap((mail) => mail.to)).toEqual([a.email]);

    await a.json(`${ofA}/meetings/${made.id}/cancel`, { json: { reason: 'A strike' } });
    expect((await to(b)).map((mail) => mail.raw.includes('method=CANCEL'))).toEqual([true]);
  });

  test('is told there of answers to what they invite to, and of minutes', async () => {
    await wishes(a, 'daily');
    const made = await propose({ ask: 'fixed', start: '2026-11-25T10:00' });
    await b.json(`${ofB}/meetings/${made.id}/answers`, { json: { answer: 'accepted' } });
    expect(await to(a)).toEqual([]);
    const first = await digestOf(a, '2026-11-25T08:00:00Z');
    expect(first).toContain('1 person has answered');
    clock.set('2026-11-25T12:00:00Z');
    const occurrence = '2026-11-25T10:00';
    await b.json(`${ofB}/meetings/${made.id}/minutes`, {
      method: 'PUT',
      json: { occurrence, text: 'Two interns', seen: null },
    });
    await b.json(`${ofB}/meetings/${made.id}/outcome`, { json: { occurrence, held: true } });
    await b.json(`${ofB}/meetings/${made.id}/minutes/send`, { json: { occurrence } });
    expect(await to(a)).toEqual([]);
    expect(await digestOf(a, '2026-11-26T08:00:00Z')).toContain('the minutes are written');
  });
});

test('whoever wants no mail gets only what their calendar needs', async () => {
  await wishes(b, 'off');
  const made = await propose(poll);
  await a.json(`${ofA}/meetings/${made.id}/settle`, { json: { option: made.options[0]?.id } });
  const came = await to(b);
  expect(came.map((mail) => mail.raw.includes('method=REQUEST'))).toEqual([true]);
  clock.set('2026-11-30T12:00:00Z');
  await tellReminders(server.platform);
  expect(await to(b)).toEqual([]);
});

test('whoever is told at once sleeps through a poll, and not through a time that changes', async () => {
  await wishes(b, 'at-once', { from: 20, to: 7 });
  clock.set('2026-11-24T22:00:00Z');
  const made = await propose(poll);
  expect(await to(b)).toEqual([]);
  const waiting = async () => {
    const { rows } = await server.database.owner.query(
      "select next_try_at from mails where kind = 'meeting' and state = 'queued' and to_email = $1",
      [b.email],
    );
    return rows.map((row) => new Date(row.next_try_at).toISOString());
  };
  expect(await waiting()).toEqual(['2026-11-25T07:00:00.000Z']);
  await a.json(`${ofA}/meetings/${made.id}/settle`, { json: { option: made.options[0]?.id } });
  expect((await to(b)).map((mail) => mail.raw.includes('method=REQUEST'))).toEqual([true]);
  // Nobody is asked in the morning for times that were settled in the night.
  expect(await waiting()).toEqual([]);
});
