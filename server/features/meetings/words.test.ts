import { createServer } from 'node:net';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type ReceivedMail, type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { Meeting } from './schema.ts';

const START = '2026-11-24T09:00:00Z';
const clock = fixedClock(START);
let mails: TestMailServer;
let server: TestServer;
let port: number;

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

beforeAll(async () => {
  [mails, port] = await Promise.all([testMailServer(), freePort()]);
  server = await testServer({
    clock,
    work: true,
    config: {
      smtpUrl: mails.url,
      mailInUrl: `lmtp://127.0.0.1:${port}`,
      answerAddress: 'entente@entente.example',
    },
  });
});
afterAll(async () => {
  await server.close();
  await mails.close();
});

async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come');
}
const mailTo = (email: string, words: string): Promise<ReceivedMail> =>
  until(() => mails.mails.findLast((mail) => mail.to.includes(email) && mail.text.includes(words)));
const answersAt = (mail: ReceivedMail): string => /<([^<>]+)>/.exec(mail.headers['reply-to'] ?? '')?.[1] ?? '';

/** Answers a mail as people do, handed over as the mail server of the house does. */
async function answers(mail: ReceivedMail, from: string, text: string): Promise<void> {
  clock.advance(60_000);
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, lmtp: true, secure: false, ignoreTLS: true });
  const to = answersAt(mail);
  await transport.sendMail({
    from,
    to,
    subject: `Re: ${mail.subject}`,
    text: `${text}\n\nOn Tue, Entente wrote:\n> Do you come?\n`,
    date: clock.now(),
    envelope: { from: 'bounces@post.example', to },
  });
  transport.close();
}

interface World {
  ana: SignedUp;
  base: string;
  marta: string;
  email: string;
  meeting: string;
  read(): Promise<Meeting>;
}
let count = 0;
let world: World;

beforeEach(async () => {
  clock.set(START);
  count += 1;
  const ana = await signUp(server, { name: 'Ana Prieto', organization: `Universidad ${count}` });
  const email = `marta${count}@taller.example`;
  const partner = await recordPartner(ana, `Taller ${count}`, email);
  const marta = partner.people[0]?.id ?? '';
  const made = await propose(ana, partner.base, marta);
  const read = () => ana.json(`${partner.base}/meetings/${made.id}`);
  world = { ana, base: partner.base, marta, email, meeting: made.id, read };
});

const propose = (by: SignedUp, base: string, person: string): Promise<Meeting> =>
  by.json(`${base}/meetings`, {
    json: {
      purpose: 'A first meeting',
      way: 'video',
      zone: 'Europe/Madrid',
      lasts: 60,
      ask: 'fixed',
      start: '2026-12-04T10:00',
      people: [{ person }],
    },
    status: 201,
  });
const messagesOf = async (by: SignedUp, base: string, thread: string | null) =>
  (await by.json(`${base}/threads/${thread}`)).messages.map((each: { via: string; text: string }) => [
    each.via,
    each.text,
  ]);

async function guest(mail: ReceivedMail, path = '', json?: object) {
  const token = /\/m\/([\w-]+)/.exec(mail.text)?.[1] ?? '';
  const answer = await server.request(`/api/guest/meeting${path}`, {
    method: json ? 'POST' : 'GET',
    headers: { 'x-entente-link': token, ...(json && { 'content-type': 'application/json' }) },
    ...(json && { body: JSON.stringify(json) }),
  });
  return { status: answer.status, body: (await answer.json()) as any };
}

describe('an answer in words to the mail about a meeting', () => {
  test('stands in the meeting’s own thread, is told to who invites, and is offered as a yes that nobody has said yet', async () => {
    const { ana, base, marta, email, meeting, read } = world;
    const invitation = await mailTo(email, 'A first meeting');
    await answers(invitation, `Marta Gil <${email}>`, 'Yes, I’ll be there. See you on Friday!');
    const seen = await until(async () => {
      const found = await read();
      return found.thread ? found : undefined;
    });
    expect(await messagesOf(ana, base, seen.thread)).toEqual([['mail', 'Yes, I’ll be there. See you on Friday!']]);
    expect(seen).toMatchObject({
      state: 'proposed',
      offered: [{ person: marta, answer: 'accepted', words: 'Yes, I’ll be there. See you on Friday!' }],
    });
    expect(seen.people[1]?.answer).toBeNull();
    expect((await mailTo(ana.email, 'See you on Friday!')).subject).toContain('A first meeting');

    const page = await guest(invitation);
    expect(page.body).toMatchObject({
      meeting: { offered: [{ person: marta, answer: 'accepted' }] },
      said: [{ via: 'mail', side: 'b', by: { name: 'Marta Gil' } }],
    });
    clock.advance(60_000);
    await ana.json(`${base}/meetings/${meeting}/answers`, { json: { answer: 'accepted', person: marta } });
    expect(await read()).toMatchObject({ state: 'agreed', offered: [] });
  });

  test('that reads like a no is offered as a no; one that asks something is only words', async () => {
    const { email, read } = world;
    const invitation = await mailTo(email, 'A first meeting');
    await answers(invitation, email, 'Could we meet in the afternoon instead?');
    await until(async () => (await read()).thread ?? undefined);
    expect((await read()).offered).toEqual([]);
    await answers(invitation, email, 'Sorry, we can’t make it that day.');
    const offered = await until(async () => (await read()).offered[0]);
    expect(offered.answer).toBe('declined');
  });

  test('from somebody else is held for a decision, and no word of it is read in the room', async () => {
    const { ana, email, read } = world;
    const invitation = await mailTo(email, 'A first meeting');
    await answers(invitation, 'Somebody <somebody@elsewhere.example>', 'Yes, I come.');
    const held = await until(async () => (await ana.json(`${ana.base}/mails-in?state=held`)).items[0]);
    expect(held).toMatchObject({ reason: 'unknown-sender', kind: 'meeting' });
    expect(await read()).toMatchObject({ thread: null, offered: [] });
    // Somebody looks, and says whose words they are.
    await ana.json(`${ana.base}/mails-in/${held.id}/decision`, { json: { do: 'accept', person: world.marta } });
    const { thread } = await read();
    expect(await messagesOf(ana, world.base, thread)).toEqual([['recorded', 'Yes, I come.']]);
  });

  test('from somebody who is no longer asked is held', async () => {
    const { ana, base, email, meeting, read } = world;
    const invitation = await mailTo(email, 'A first meeting');
    await ana.json(`${base}/meetings/${meeting}`, { method: 'PATCH', json: { people: [] } });
    await answers(invitation, email, 'Yes, I come.');
    const held = await until(async () => (await ana.json(`${ana.base}/mails-in?state=held`)).items[0]);
    expect(held).toMatchObject({ reason: 'not-taken', kind: 'meeting' });
    expect((await read()).thread).toBeNull();
  });
});

test('words that are written to somebody without an account reach them by mail, and theirs by link are read by both', async () => {
  const { ana, base, email, read } = world;
  const invitation = await mailTo(email, 'A first meeting');
  expect((await guest(invitation, '/words', { text: 'Shall I bring the rota?' })).body.said).toMatchObject([
    { via: 'link', text: 'Shall I bring the rota?' },
  ]);
  await mailTo(ana.email, 'Shall I bring the rota?');
  const { thread } = await read();
  await ana.json(`${base}/threads/${thread}/messages`, { json: { text: 'Please do.' } });
  const told = await mailTo(email, 'Please do.');
  expect(told.text).toContain('writes about the meeting');
  expect((await guest(told)).body.said).toMatchObject([{ via: 'link' }, { via: 'session', text: 'Please do.' }]);
});

test('between two who are here, a member’s words are theirs, told to the other side, and offered to them alone', async () => {
  const { a, b, partnership } = await twoPartners(server);
  const ofA = `${a.base}/partnerships/${partnership}`;
  const ofB = `${b.base}/partnerships/${partnership}`;
  const theirs = (await a.json(`${ofA}/people`)).find((each: { side: string }) => each.side === 'b').id;
  const made = await propose(a, ofA, theirs);
  const invitation = await mailTo(b.email, 'A first meeting');
  await answers(invitation, b.email, 'That works for us.');
  const seen: Meeting = await until(async () => {
    const found = await b.json(`${ofB}/meetings/${made.id}`);
    return found.offered.length > 0 ? found : undefined;
  });
  expect(seen).toMatchObject({ state: 'proposed', offered: [{ person: theirs, answer: 'accepted' }] });
  await mailTo(a.email, 'That works for us.');
  const ours: Meeting = await a.json(`${ofA}/meetings/${made.id}`);
  expect(ours.offered).toEqual([]);
  expect(await messagesOf(a, ofA, ours.thread)).toEqual([['mail', 'That works for us.']]);
});
