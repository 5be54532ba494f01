import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestMailbox, testMailbox } from '../../testing/dovecot.ts';
import { type ReceivedMail, type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { rawMail, type WrittenMail } from '../../testing/mails-in.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { type RecordedPartner, recordPartner, request } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { takeMail } from './commands-take.ts';
import { landTaken, mailInWork } from './jobs.ts';
import { MOST_MAIL_BYTES } from './model-read.ts';

// Loud, so that a machine without the server is not taken for one on which it works.
const box: TestMailbox | undefined = await testMailbox();
if (!box) console.warn('SKIPPED: mails that are answered, over SMTP and IMAP. There is no Dovecot on this machine.');

const TEN_MINUTES = 600_000;
const MARTA = 'Marta Gil <marta@taller.example>';

let mails: TestMailServer;
let server: TestServer;
let work: ReturnType<typeof mailInWork> | undefined;
let ana: SignedUp;
let partner: RecordedPartner;

beforeAll(async () => {
  mails = await testMailServer();
  server = await testServer({
    work: true,
    config: { smtpUrl: mails.url, answerAddress: 'entente@entente.example', mailInTrusted: 'mx.entente.example' },
  });
  ana = await signUp(server, { organization: 'Universidad del Norte' });
  partner = await recordPartner(ana);
  if (!box) return;
  const { platform } = server;
  const quiet = { ...platform.jobs, handle: () => undefined, every: () => undefined };
  // The clock never brings a mail in here: only the server, saying that it is there.
  const pauses = { alone: TEN_MINUTES, beside: TEN_MINUTES };
  work = mailInWork({ ...platform, config: { ...platform.config, mailInUrl: box.url }, jobs: quiet }, {}, pauses);
  await work.start();
});
afterAll(async () => {
  await work?.stop();
  await server.close();
  await mails.close();
  await box?.close();
});

async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come');
}

const rows = async (): Promise<{ state: string; reason: string | null; words: string }[]> =>
  (
    await server.database.owner.query(
      'select state, reason, words from mails_in where organization_id = $1 order by received_at, id',
      [ana.organization.id],
    )
  ).rows;

/** A mail that comes into the mailbox; what became of it. */
async function delivered(mail: WrittenMail): Promise<string> {
  const before = (await rows()).length;
  await box?.deliver(rawMail(mail));
  const row = await until(async () => (await rows()).slice(before).find((each) => each.state !== 'new'));
  return [row.state, row.reason].filter(Boolean).join(' ');
}

/** The same, past the mailbox: what is known of it is the same. */
async function handedOver(mail: WrittenMail, size?: number): Promise<string> {
  const raw = rawMail(mail);
  await landTaken(server.platform, {}, await takeMail(server.platform, { raw, size: size ?? raw.length }));
  const row = (await rows()).at(-1);
  return [row?.state, row?.reason].filter(Boolean).join(' ');
}

/** Mails of a kind that were written, sent or not yet. */
const written = async (kind: string): Promise<number> =>
  (await server.database.owner.query('select count(*)::int as n from mails where kind = $1', [kind])).rows[0].n;
const last = (matches: (mail: ReceivedMail) => boolean): Promise<ReceivedMail> =>
  until(() => mails.mails.findLast(matches));
const answersTo = (mail: ReceivedMail): string => /<([^<>]+)>/.exec(mail.headers['reply-to'] ?? '')?.[1] ?? '';

/** Something asked of Marta, who has no account; the address at which she answers. */
async function askedMarta(what: string): Promise<{ id: string; to: string; page: string }> {
  const id = await request(server, ana, partner.id, what);
  const page = `${partner.base}/conversations/${id}`;
  await ana.json(`${page}/links`, { json: { person: partner.people[0]?.id, send: true } });
  const mail = await last((each) => each.subject.startsWith(what));
  return { id, page, to: answersTo(mail) };
}

describe.skipIf(!box)('over SMTP and IMAP', () => {
  test('a mail is read when the server says that it is there, and again after the connection was lost', async () => {
    const { to, page } = await askedMarta('A talk on bearings');
    expect(await delivered({ from: MARTA, to, text: 'Which bearings?' })).toBe('landed');
    await box?.stop();
    await box?.start();
    expect(await delivered({ from: MARTA, to, text: 'Is anybody there?' })).toBe('landed');
    expect(await delivered({ from: MARTA, to, text: 'Thank you.' })).toBe('landed');
    expect((await ana.json(page)).acts).toHaveLength(4);
  });

  test('what an answer of a guest reads like is put to them by mail, once; only pressing on the page does it', async () => {
    const { to, page } = await askedMarta('Ten places');
    const text = 'Yes, by Friday.\n\nOn Mon, Entente wrote:\n> Ten places';
    expect(await delivered({ from: MARTA, to, text })).toBe('landed');
    const asked = await last((mail) => mail.text.includes('Shall your answer count'));
    expect(asked.to).toEqual(['marta@taller.example']);
    expect(asked.text).toContain('> Yes, by Friday.');
    // Marks by which programs do not answer it, and we know it when it comes back.
    expect(asked.headers['auto-submitted']).toBe('auto-generated');
    const [, token = '', query = ''] = /\/l\/([\w-]{64})\?(\S+)/.exec(asked.text) ?? [];
    expect(query).toMatch(/^act=agree&day=\d{4}-\d\d-\d\d$/);
    // Opening it does nothing, however often; nor does answering it, which asks no further question.
    const link = { 'x-entente-link': token };
    for (const path of [`/l/${token}?${query}`, '/api/guest/conversation', '/api/guest/mail-suggestion'])
      await server.request(path, { headers: link });
    expect(await delivered({ from: MARTA, to: answersTo(asked), text: 'Yes, of course.' })).toBe('landed');
    const auto = { from: MARTA, to, text: 'Yes, I am away.', headers: ['Auto-Submitted: auto-replied'] };
    expect(await delivered(auto)).toBe('ignored auto-reply');
    await box?.deliver(asked.raw);
    await until(async () => ((await rows()).at(-1)?.reason === 'loop' ? true : undefined));
    expect(await written('suggestion')).toBe(1);
    const before = await ana.json(page);
    expect(before.view.state).toBe('negotiating');
    const pressed = await server.request('/api/guest/acts', {
      method: 'POST',
      json: { saying: { kind: 'agree' } },
      headers: { ...link, 'if-match': `"${before.head}"` },
    });
    expect(pressed.status).toBe(201);
    expect((await ana.json(page)).view.state).toBe('performing');
    // The copy that is kept lets nobody press it.
    const kept = await ana.json(`${ana.base}/mails?limit=50`);
    const id = kept.items.find((each: { kind: string }) => each.kind === 'suggestion').id;
    expect((await ana.json(`${ana.base}/mails/${id}`)).text).not.toContain('/l/');
  });

  test('a mail that is too large is answered: what was taken, what was not, and how much may come', async () => {
    const { to, page } = await askedMarta('Forty beds');
    const text = 'x'.repeat(MOST_MAIL_BYTES + 1000);
    expect(await delivered({ from: MARTA, to, text, subject: 'Our plans' })).toBe('refused too-large');
    const told = await last((mail) => mail.subject === 'Not taken in whole: Our plans');
    expect(told.to).toEqual(['marta@taller.example']);
    expect(told.text).toContain('It came with 37 MB.');
    expect(told.text).toContain('up to 36 MB here, with at most 20 files of up to 25 MB each');
    expect(told.text).toMatch(/\/l\/[\w-]{64}/);
    expect(told.headers['auto-submitted']).toBe('auto-generated');
    expect(answersTo(told)).toBe(to);
    expect((await ana.json(page)).acts).toHaveLength(1);
  });
});

test('nobody is asked or told by mail who is not sure to have written, and no program', async () => {
  const { to, page } = await askedMarta('Six lamps');
  const text = 'Yes, by Friday.';
  const doubted = ['Authentication-Results: mx.entente.example; dmarc=fail'];
  const before = [await written('suggestion'), await written('limits')];
  expect(await handedOver({ from: 'eve@elsewhere.example', to, text })).toBe('held unknown-sender');
  expect(await handedOver({ from: MARTA, to, text, headers: doubted })).toBe('held unsure-sender');
  const size = MOST_MAIL_BYTES + 1;
  expect(await handedOver({ from: 'eve@elsewhere.example', to, text }, size)).toBe('refused too-large');
  expect(await handedOver({ from: MARTA, to, text, headers: doubted }, size)).toBe('refused too-large');
  const auto = { from: MARTA, to, text, headers: ['Auto-Submitted: auto-replied'] };
  expect(await handedOver(auto, size)).toBe('ignored auto-reply');
  const stranger = await ana.json(`${partner.base}/copy-address`);
  expect(await handedOver({ from: MARTA, to: stranger.address, text }, size)).toBe('refused too-large');
  expect([await written('suggestion'), await written('limits')]).toEqual(before);
  expect((await ana.json(page)).acts).toHaveLength(1);
});

test('whoever sends one mail after the other that is too large is told of the first ones only', async () => {
  const { to } = await askedMarta('Two looms');
  const before = await written('limits');
  for (let n = 0; n < 5; n += 1)
    expect(await handedOver({ from: MARTA, to, text: '', subject: `Plan ${n}` }, MOST_MAIL_BYTES + 1)).toBe(
      'refused too-large',
    );
  expect((await written('limits')) - before).toBe(3);
});

test('files that were too many are told to whoever sent them; the rest stands in the conversation', async () => {
  const { to, page } = await askedMarta('Three ladders');
  const part = (n: number) =>
    `--p\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="${n}.txt"\r\n\r\nfile ${n}\r\n`;
  const parts = Array.from({ length: 23 }, (_, n) => part(n)).join('');
  const head = `From: ${MARTA}\r\nTo: ${to}\r\nSubject: Re: Three ladders\r\nMessage-ID: <ladders@mail.example>\r\nMIME-Version: 1.0\r\n`;
  const raw = Buffer.from(
    `${head}Content-Type: multipart/mixed; boundary=p\r\n\r\n--p\r\nContent-Type: text/plain\r\n\r\nAll the drawings.\r\n${parts}--p--\r\n`,
  );
  await landTaken(server.platform, {}, await takeMail(server.platform, { raw, size: raw.length }));
  const told = await last((mail) => mail.subject === 'Not taken in whole: Re: Three ladders');
  expect(told.text).toContain('3 files of your mail could not be taken in.');
  expect(told.text).toContain('with 20 files. The 3 others');
  expect((await ana.json(page)).acts.at(-1).saying.files).toHaveLength(20);
});
