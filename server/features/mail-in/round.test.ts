import { createServer } from 'node:net';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReceivedMail, type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { type RecordedPartner, recordPartner, request } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

let mails: TestMailServer;
let server: TestServer;
let port: number;
let ana: SignedUp;
let partner: RecordedPartner;
let conversation: string;

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
    work: true,
    config: {
      smtpUrl: mails.url,
      mailInUrl: `lmtp://127.0.0.1:${port}`,
      answerAddress: 'entente@entente.example',
    },
  });
  ana = await signUp(server, { organization: 'Universidad del Norte' });
  partner = await recordPartner(ana);
  conversation = await request(server, ana, partner.id);
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

/** Hands a mail over as the mail server of the house does. */
async function handOver(to: string, mail: SendMailOptions): Promise<void> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, lmtp: true, secure: false, ignoreTLS: true });
  await transport.sendMail({ ...mail, envelope: { from: 'bounces@post.example', to } });
  transport.close();
}

const sentTo = (email: string): Promise<ReceivedMail> =>
  until(() => mails.mails.findLast((mail) => mail.to.some((one) => one.includes(email))));
const answersAt = (mail: ReceivedMail): string => /<([^<>]+)>/.exec(mail.headers['reply-to'] ?? '')?.[1] ?? '';

test('a mail that is sent to try it goes out by the mail server, comes in by the listener, and is nobody’s words', async () => {
  const asked = await ana.json(`${ana.base}/mail-health/probe`, { method: 'POST' });
  expect(asked.probe.backAt).toBeNull();
  const mail = await sentTo('entente+');
  await handOver(mail.to[0] ?? '', { raw: mail.raw });
  const back = await until(async () => {
    const health = await ana.json(`${ana.base}/mail-health`);
    return health.probe.backAt === null ? undefined : health;
  });
  expect(back).toMatchObject({ probe: { state: 'sent' }, counts: { ignored: 1, landed: 0, held: 0 } });
  expect(back.in.seenAt).not.toBeNull();
  expect(back.out.sentAt).not.toBeNull();
});

test('an answer from another address waits with its file; taken in, both stand in the conversation as said by its person', async () => {
  const marta = partner.people[0]?.id ?? '';
  await ana.json(`${partner.base}/conversations/${conversation}/links`, { json: { person: marta, send: true } });
  const mail = await sentTo('marta@taller.example');
  expect(mail.text).toContain('simply answer this mail');
  await handOver(answersAt(mail), {
    from: 'Marta <marta.home@post.example>',
    to: answersAt(mail),
    subject: `Re: ${mail.subject}`,
    text: 'Twelve is fine.\n\n> Can you?\n',
    attachments: [{ filename: 'plan.txt', content: 'two groups of six' }],
  });
  const held = await until(async () => (await ana.json(`${ana.base}/mails-in?state=held`)).items[0]);
  expect(held).toMatchObject({ reason: 'unknown-sender', files: [{ name: 'plan.txt' }] });
  await ana.json(`${ana.base}/mails-in/${held.id}/decision`, { json: { do: 'accept', person: marta } });
  const page = await ana.json(`${partner.base}/conversations/${conversation}`);
  const said = page.acts.at(-1);
  expect(said).toMatchObject({ author: marta, via: 'recorded', saying: { kind: 'say' } });
  expect(said.saying.files).toHaveLength(1);
});

test('what an answer reads like is offered to the guest who wrote it, on the page of their link', async () => {
  const mail = await sentTo('marta@taller.example');
  await handOver(answersAt(mail), {
    from: 'Marta Gil <Marta@Taller.example>',
    to: answersAt(mail),
    subject: `Re: ${mail.subject}`,
    text: 'Yes, of course.\n\nOn Tue, Entente wrote:\n> Can you?\n',
  });
  const token = /\/l\/([\w.~-]+)/.exec(mail.text)?.[1] ?? '';
  const offered = await until(async () => {
    const answer = await server.request('/api/guest/mail-suggestion', { headers: { 'x-entente-link': token } });
    const body = (await answer.json()) as { suggestion: { kind: string } | null };
    return body.suggestion ?? undefined;
  });
  expect(offered.kind).toBe('agree');
  const page = await ana.json(`${partner.base}/conversations/${conversation}`);
  expect(page.acts.at(-1)).toMatchObject({ via: 'link', saying: { kind: 'say' } });
  expect(page.view.state).toBe('negotiating');
});

test('a mail that a member copies in stands with the partner; one of a stranger waits', async () => {
  const { address } = await ana.json(`${partner.base}/copy-address`);
  await handOver(address, {
    from: ana.email,
    to: 'marta@taller.example',
    cc: address,
    subject: 'Visit',
    text: 'See you.',
  });
  await handOver(address, { from: 'x@elsewhere.example', to: address, subject: 'Buy', text: 'Buy this.' });
  const kept = await until(async () => {
    const list = await ana.json(`${ana.base}/mails-in?correspondence=${partner.id}`);
    return list.items.length > 0 ? list.items : undefined;
  });
  expect(kept).toMatchObject([{ subject: 'Visit', direction: 'out', excerpt: 'See you.' }]);
  const held = await until(async () => (await ana.json(`${ana.base}/mails-in?state=held`)).items[0]);
  expect(held).toMatchObject({ subject: 'Buy', kind: 'copy', partnership: { id: partner.id } });
  const one = await ana.json(`${ana.base}/mails-in/${held.id}`);
  expect(one).toMatchObject({ canAccept: false, canShare: false });
});
