import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { browser, type SignedUp, signUp } from '../../testing/people.ts';
import { type RecordedPartner, recordPartner } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { Meeting } from './schema.ts';

const START = '2026-11-24T09:00:00Z';
const DAY = 86_400_000;
const clock = fixedClock(START);
let mails: TestMailServer;
let server: TestServer;
let ana: SignedUp;
let partner: RecordedPartner;
let marta: string;
let email: string;
let count = 0;

beforeAll(async () => {
  mails = await testMailServer();
  server = await testServer({ clock, work: true, config: { smtpUrl: mails.url } });
  ana = await signUp(server, { name: 'Ana Prieto', organization: 'Universidad del Norte' });
});
afterAll(async () => {
  await server.close();
  await mails.close();
});
beforeEach(async () => {
  clock.set(START);
  count += 1;
  email = `marta${count}@taller.example`;
  partner = await recordPartner(ana, `Taller ${count}`, email);
  marta = partner.people[0]?.id ?? '';
});

const propose = (more: object): Promise<Meeting> =>
  ana.json(`${partner.base}/meetings`, {
    json: {
      purpose: 'A first meeting',
      way: 'video',
      zone: 'Europe/Madrid',
      lasts: 60,
      ask: 'fixed',
      start: '2026-12-04T10:00',
      people: [{ person: marta }],
      ...more,
    },
    status: 201,
  });
const change = (id: string, what: string, json: object, method = 'POST'): Promise<Meeting> =>
  ana.json(`${partner.base}/meetings/${id}${what}`, { method, json });

async function linkOf(meeting: string, person = marta): Promise<string> {
  const { url } = await ana.json(`${partner.base}/meetings/${meeting}/links`, { json: { person }, status: 201 });
  return String(url).split('/m/')[1] ?? '';
}
async function guest(token: string, path = '', json?: object, method = json ? 'POST' : 'GET') {
  const answer = await browser(server).request(`/api/guest/meeting${path}`, {
    method,
    headers: { 'x-entente-link': token },
    ...(json && { json }),
  });
  return { status: answer.status, body: await answer.json() };
}
const fresh = (token: string) => guest(token, '/fresh-link', undefined, 'POST');

describe('somebody without an account', () => {
  test('calls a meeting off by link, with their reason, and moves none to which the other side invites', async () => {
    const made = await propose({});
    const token = await linkOf(made.id);
    expect((await guest(token)).body.meeting.may).toMatchObject({ change: false, move: false, cancel: true });
    expect((await guest(token, '/move', { start: '2026-12-05T10:00' })).status).toBe(403);
    const off = await guest(token, '/cancel', { reason: 'Half of us are ill' });
    expect(off.body.meeting).toMatchObject({
      state: 'cancelled',
      cancelled: { side: 'b', via: 'link', reason: 'Half of us are ill', by: { name: 'Marta Gil' } },
      may: { move: false, cancel: false, answer: false },
    });
  });

  test('of the side that invites settles a poll and moves the meeting; to the time the others proposed too', async () => {
    const own = await ana.json(`${partner.base}/people`, { json: { name: 'Rosa Sanz', side: 'a' }, status: 201 });
    const made = await propose({
      ask: 'poll',
      start: undefined,
      options: ['2026-12-01T10:00', '2026-12-02T10:00'],
      people: [{ person: marta }, { person: own.id }],
    });
    const rosa = await linkOf(made.id, own.id);
    const settled = await guest(rosa, '/settle', { option: made.options[0]?.id });
    expect(settled.body.meeting).toMatchObject({ state: 'proposed', may: { change: false, move: true } });
    const theirs = await linkOf(made.id);
    await guest(theirs, '/answers', { answer: 'declined', counter: '2026-12-07T09:00' });
    const moved = await guest(rosa, '/move', { start: '2026-12-07T09:00' });
    expect(moved.body.meeting).toMatchObject({ start: { local: '2026-12-07T09:00' }, sequence: 2 });
  });

  test('reads what came of the meeting, and none of our own notes', async () => {
    const made = await propose({});
    const token = await linkOf(made.id);
    clock.set('2026-12-04T12:00:00Z');
    const occurrence = '2026-12-04T10:00';
    await change(made.id, '/outcome', { occurrence, held: true });
    await change(made.id, '/minutes', { occurrence, text: 'Two interns', seen: null }, 'PUT');
    await change(made.id, '/note', { occurrence, text: 'They seemed tired', seen: null }, 'PUT');
    await change(made.id, '/results', { occurrence, kind: 'idea', text: 'A prize' });
    const { body } = await guest(token);
    expect(body.meeting.occurrences).toMatchObject([
      { minutes: 'Two interns', results: [{ kind: 'idea', text: 'A prize', side: 'a' }], note: '', talk: null },
    ]);
  });

  test('no longer asked, has no say by an old link', async () => {
    const made = await propose({});
    const token = await linkOf(made.id);
    await change(made.id, '', { people: [] }, 'PATCH');
    expect(await guest(token)).toMatchObject({ status: 410, body: { reason: 'revoked', fresh: false } });
    expect((await guest(token, '/cancel', { reason: '' })).status).toBe(410);
    expect((await fresh(token)).status).toBe(410);
  });
});

describe('a link to a meeting that has expired', () => {
  test('brings the next one to the same address, which opens the meeting again', async () => {
    const made = await propose({});
    const token = await linkOf(made.id);
    expect((await fresh(token)).body).toMatchObject({ code: 'conflict', reason: 'live' });
    clock.set(new Date(Date.parse('2026-12-04T10:00:00Z') + 31 * DAY).toISOString());
    expect(await guest(token)).toMatchObject({ status: 410, body: { reason: 'expired', fresh: true } });
    expect(await fresh(token)).toMatchObject({ status: 202, body: { sentTo: 'm…@taller.example' } });
    const found = () =>
      mails.mails.filter(
        (mail) => mail.to.includes(email) && mail.text.includes('Here is the fresh link you asked for.'),
      );
    await expect.poll(() => found().length).toBe(1);
    const [mail] = found();
    const next = /\/m\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect((await guest(next)).body.meeting.id).toBe(made.id);
  });

  test('brings no more than a few an hour, and none once it was withdrawn or without an address', async () => {
    const made = await propose({});
    const token = await linkOf(made.id);
    // The invitation brings a link too, at the hour at which it is written.
    await expect.poll(() => mails.mails.some((mail) => mail.to.includes(email))).toBe(true);
    clock.set(new Date(Date.parse('2026-12-04T10:00:00Z') + 31 * DAY).toISOString());
    for (let n = 0; n < 3; n += 1) expect((await fresh(token)).status).toBe(202);
    expect((await fresh(token)).body.code).toBe('too_many');
    clock.advance(2 * 3_600_000);
    await ana.json(`${partner.base}/people/${marta}`, { method: 'PATCH', json: { ended: true } });
    expect((await fresh(token)).body).toMatchObject({ code: 'gone', reason: 'revoked' });
    expect((await fresh('x')).body).toMatchObject({ code: 'gone', reason: 'unknown' });
    const other = await ana.json(`${partner.base}/people`, { json: { name: 'Luz' }, status: 201 });
    clock.set(START);
    await change(made.id, '', { people: [{ person: other.id }] }, 'PATCH');
    const mute = await linkOf(made.id, other.id);
    clock.advance(90 * DAY);
    expect((await fresh(mute)).body).toMatchObject({ code: 'conflict', reason: 'no-address' });
  });
});
