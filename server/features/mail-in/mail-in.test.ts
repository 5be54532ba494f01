import { connect, createServer } from 'node:net';
import nodemailer from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listenForMail } from '../../platform/mail-listener.ts';
import type { Platform } from '../../platform/platform.ts';
import { type TestMailbox, testMailbox } from '../../testing/dovecot.ts';
import { type ReceivedMail, type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { takeMail } from './commands-take.ts';
import { forgetMails, landTaken, lookIntoMailbox, mailInWork, sweepMails } from './jobs.ts';
import { MOST_MAIL_BYTES } from './model-read.ts';

// Loud, so that a machine without the server is not taken for one on which it works.
const box: TestMailbox | undefined = await testMailbox();
if (!box) console.warn('SKIPPED: mail in over IMAP. There is no Dovecot on this machine.');

let mails: TestMailServer;
let server: TestServer;
/** The server's parts, with the mailbox: the tests say when it is looked into. */
let parts: Platform;

beforeAll(async () => {
  mails = await testMailServer();
  server = await testServer({
    work: true,
    config: { smtpUrl: mails.url, answerAddress: 'entente@entente.example', mailInTrusted: 'mx.entente.example' },
  });
  parts = { ...server.platform, config: { ...server.platform.config, ...(box && { mailInUrl: box.url }) } };
});

afterAll(async () => {
  await server.close();
  await mails.close();
  await box?.close();
});

/** Waits until nothing is on its way out any more, and takes what came. */
async function settled(): Promise<ReceivedMail[]> {
  const busy = async () => {
    const { rows } = await server.database.owner.query(
      `select (select count(*) from outbox) + (select count(*) from mails where state = 'queued' and next_try_at <= now())
         + (select count(*) from pgboss.job where state in ('created', 'active', 'retry') and name in ('notice-act', 'notice-message', 'mail-send')) as n`,
    );
    return Number(rows[0].n) > 0;
  };
  for (let tries = 0; tries < 400 && (await busy()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return mails.mails.splice(0);
}

let count = 0;
interface Letter {
  from: string;
  to: string;
  text?: string;
  subject?: string;
  headers?: string[];
  raw?: string;
}

function letter({ from, to, text = '', subject = 'Re: Twelve places', headers = [], raw }: Letter): string {
  count += 1;
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${count}.${Date.now()}@mail.example>`,
    'Date: Tue, 10 Nov 2026 09:12:00 +0100',
    ...headers,
  ];
  return (
    raw ??
    `${[...head, ...(headers.some((one) => /^content-type/i.test(one)) ? [] : ['Content-Type: text/plain; charset=utf-8'])].join('\r\n')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}\r\n`
  );
}

const rows = async (organization: string) => {
  const found = await server.database.owner.query(
    'select * from mails_in where organization_id = $1 order by received_at, id',
    [organization],
  );
  return found.rows;
};
const lastRow = async (organization: string) => (await rows(organization)).at(-1);

const page = (who: SignedUp, partnership: string, id: string) =>
  `${who.base}/partnerships/${partnership}/conversations/${id}`;
interface Said {
  words: string[];
  files: string[];
}

/** What was said in a conversation, and what was attached. */
async function said(who: SignedUp, partnership: string, id: string): Promise<Said> {
  const { acts, texts } = await who.json(page(who, partnership, id));
  const sayings = acts
    .map((each: { saying: object }) => each.saying)
    .filter((each: { kind: string }) => each.kind === 'say');
  return {
    words: sayings.map((each: { text: string }) => texts[each.text].text),
    files: sayings
      .flatMap((each: { files?: string[] }) => each.files ?? [])
      .map((each: string) => texts[each].file.name),
  };
}
const words = async (who: SignedUp, partnership: string, id: string) => (await said(who, partnership, id)).words;

describe.skipIf(!box)('a mail that is answered, over SMTP and IMAP', () => {
  beforeEach(settled);
  const mailbox = box as TestMailbox;

  const readUpTo = async (): Promise<number> => {
    const found = await server.database.owner.query("select last_uid from mailbox where id = 'in'");
    return Number(found.rows[0]?.last_uid ?? 0);
  };

  /** Looks until so many more mails were read: a server may show a mail a moment after it was put there. */
  async function lookFor(more: number, since: number): Promise<void> {
    for (let tries = 0; tries < 100 && (await readUpTo()) < since + more; tries += 1) {
      expect(await lookIntoMailbox(parts, {})).toBe(true);
      if ((await readUpTo()) < since + more) await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function arrive(...letters: Letter[]): Promise<void> {
    const since = await readUpTo();
    for (const each of letters) await mailbox.deliver(letter(each));
    await lookFor(letters.length, since);
  }

  async function asked() {
    const { a, b, partnership } = await twoPartners(server);
    await settled();
    const id = await request(server, a, partnership);
    const [mail] = await settled();
    const to = /<([^<>]+)>/.exec(mail?.headers['reply-to'] ?? '')?.[1] ?? '';
    return { a, b, partnership, id, mail, to };
  }

  async function askedGuest() {
    const a = await signUp(server, { organization: 'Universidad del Norte' });
    const partner = await recordPartner(a);
    const id = await request(server, a, partner.id, 'A workshop on welding');
    await a.json(`${page(a, partner.id, id)}/links`, { json: { person: partner.people[0]?.id, send: true } });
    const [mail] = await settled();
    const to = /<([^<>]+)>/.exec(mail?.headers['reply-to'] ?? '')?.[1] ?? '';
    return { a, partner, id, to };
  }

  test('comes back into the conversation as what was said, told to the other side and not to who wrote it', async () => {
    const { a, b, partnership, id, to } = await asked();
    expect(to).toMatch(/^entente\+[a-z2-7]{42}@entente\.example$/);
    await arrive({ from: b.email, to, text: 'Yes, by Friday works.\n\nOn Mon, Entente wrote:\n> Twelve places?\n' });
    expect(await words(a, partnership, id)).toEqual(['Yes, by Friday works.']);
    const row = await lastRow(b.organization.id);
    expect(row).toMatchObject({
      state: 'landed',
      kind: 'conversation',
      folded: expect.stringContaining('Twelve places?'),
    });
    // Read as a promise, and not made one.
    expect(row.suggestion).toMatchObject({ kind: 'agree' });
    const { view } = await a.json(page(a, partnership, id));
    expect(view.state).toBe('negotiating');
    const told = await settled();
    expect(told.map((each) => each.to)).toEqual([[a.email]]);
    expect(told[0]?.text).toContain('Yes, by Friday works.');
    // The same mail again, by whatever way, changes nothing.
    const raw = (await mailbox.folder()).at(-1) ?? '';
    const since = await readUpTo();
    await mailbox.deliver(`Received: from elsewhere\r\n${raw}`);
    await lookFor(1, since);
    expect(await words(a, partnership, id)).toHaveLength(1);
  });

  test('brings its attachment along', async () => {
    const { a, b, partnership, id, to } = await asked();
    const mixed = `--x\r\nContent-Type: text/plain\r\n\r\nThe plan is attached.\r\n--x\r\nContent-Type: application/pdf; name="plan.pdf"\r\nContent-Disposition: attachment; filename="plan.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ=\r\n--x--`;
    await arrive({
      from: b.email,
      to,
      text: mixed,
      headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=x'],
    });
    expect(await said(a, partnership, id)).toEqual({ words: ['The plan is attached.'], files: ['plan.pdf'] });
  });

  test('speaks for a guest who has no account', async () => {
    const { a, partner, id, to } = await askedGuest();
    await arrive({ from: 'Marta Gil <MARTA@taller.example>', to: to.toUpperCase(), text: 'Could it be in March?' });
    expect(await words(a, partner.id, id)).toEqual(['Could it be in March?']);
    const told = await settled();
    expect(told.map((each) => each.to)).toEqual([[a.email]]);
    expect(told[0]?.text).toContain('Marta Gil');
  });

  test('is held where somebody else wrote it, where the server doubts who did, and where its link was withdrawn', async () => {
    const { a, partner, id, to } = await askedGuest();
    await arrive(
      { from: 'eve@elsewhere.example', to, text: 'Yes, we promise everything.' },
      {
        from: 'marta@taller.example',
        to,
        text: 'Yes, we promise everything.',
        headers: ['Authentication-Results: mx.entente.example; spf=fail; dmarc=fail'],
      },
    );
    expect((await rows(a.organization.id)).map((row) => `${row.state} ${row.reason}`)).toEqual([
      'held unknown-sender',
      'held unsure-sender',
    ]);
    const given = await a.json(`${page(a, partner.id, id)}/links`);
    await a.json(`${page(a, partner.id, id)}/links/${given[0].id}`, { method: 'DELETE', status: 204 });
    await arrive({ from: 'marta@taller.example', to, text: 'Hello?' });
    expect(await lastRow(a.organization.id)).toMatchObject({ state: 'held', reason: 'link-withdrawn' });
    expect(await words(a, partner.id, id)).toEqual([]);
    expect(await settled()).toEqual([]);
  });

  test('is taken for no words where a program wrote it', async () => {
    const { a, b, partnership, id, mail, to } = await asked();
    const messageId = mail?.headers['message-id'] ?? '';
    const dsn = `--d\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n--d\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${b.email}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such mailbox here\r\n\r\n--d\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${messageId}\r\n\r\n--d--`;
    await arrive(
      {
        from: b.email,
        to,
        text: 'I am away.',
        subject: 'Automatic reply: Twelve places',
        headers: ['Auto-Submitted: auto-replied'],
      },
      { from: b.email, to, raw: mail?.raw ?? '' },
      {
        from: 'MAILER-DAEMON@mx.example',
        to: 'entente@entente.example',
        subject: 'Undelivered Mail Returned to Sender',
        text: dsn,
        headers: [
          'Return-Path: <>',
          'MIME-Version: 1.0',
          'Content-Type: multipart/report; report-type=delivery-status; boundary=d',
        ],
      },
    );
    expect((await rows(b.organization.id)).map((row) => `${row.state} ${row.reason}`)).toEqual([
      'ignored auto-reply',
      'ignored loop',
      'ignored bounce',
    ]);
    expect(await words(a, partnership, id)).toEqual([]);
    // Our mail that came back says so.
    const { rows: sent } = await server.database.owner.query(
      'select state, last_error from mails where message_id = $1',
      [messageId],
    );
    expect(sent[0]).toMatchObject({ state: 'failed', last_error: expect.stringContaining('no such mailbox here') });
    // Nobody is answered: there is nothing that could go round.
    expect(await settled()).toEqual([]);
  });

  test('goes nowhere from an address that was never given out, and leaves nothing of its contents', async () => {
    const { a, b, to } = await asked();
    const forged = to.replace(/\+(.)/, (_, first: string) => `+${first === 'a' ? 'b' : 'a'}`);
    const signed = to.replace(/.@/, (last) => (last === 'a@' ? 'b@' : 'a@'));
    const nobody = '00000000-0000-0000-0000-000000000000';
    const before = (await rows(nobody)).length;
    await arrive(
      { from: b.email, to: forged, text: 'Yes, we promise.' },
      { from: b.email, to: signed, text: 'Yes, we promise.' },
      { from: b.email, to: 'entente@entente.example', text: 'Hello there.', subject: 'Buy now' },
    );
    const refused = (await rows(nobody)).slice(before);
    expect(refused.map((row) => row.reason)).toEqual(['forged-address', 'forged-address', 'unknown-address']);
    for (const row of refused)
      expect([row.words, row.subject, row.from_email, row.raw_key]).toEqual(['', '', null, null]);
    expect(await rows(a.organization.id)).toEqual([]);
  });

  test('is held with its conversation where only its headers say what it answers', async () => {
    const { b, id, partnership, mail } = await asked();
    await arrive({
      from: b.email,
      to: 'entente@entente.example',
      text: 'Yes, we can.',
      headers: [`In-Reply-To: ${mail?.headers['message-id']}`],
    });
    expect(await lastRow(b.organization.id)).toMatchObject({
      state: 'held',
      reason: 'no-address',
      subject_id: id,
      partnership_id: partnership,
    });
  });

  test('finds its conversation years later, closed or not, and says what it has to say there', async () => {
    const { a, b, partnership, id, to } = await asked();
    const { head } = await a.json(page(a, partnership, id));
    await a.json(`${page(a, partnership, id)}/acts`, {
      json: { saying: { kind: 'withdraw' } },
      headers: { 'if-match': `"${head}"` },
    });
    await arrive({ from: b.email, to, text: 'Sorry, I only read this now.' });
    expect(await words(a, partnership, id)).toEqual(['Sorry, I only read this now.']);
    expect((await lastRow(b.organization.id)).suggestion).toBeNull();
  });

  test('is not lost when the mailbox goes away in the middle, and not taken twice when it is back', async () => {
    const { a, b, partnership, id, to } = await asked();
    const since = await readUpTo();
    await mailbox.deliver(letter({ from: b.email, to, text: 'One.' }));
    await mailbox.stop();
    expect(await lookIntoMailbox(parts, {})).toBe(true);
    const broken = await server.database.owner.query("select last_error, claimed_until from mailbox where id = 'in'");
    expect(broken.rows[0]).toMatchObject({ last_error: expect.stringMatching(/\w/), claimed_until: null });
    await mailbox.start();
    await mailbox.deliver(letter({ from: b.email, to, text: 'Two.' }));
    await lookFor(2, since);
    await lookIntoMailbox(parts, {});
    expect(await words(a, partnership, id)).toEqual(['One.', 'Two.']);
    const mended = await server.database.owner.query("select last_error, seen_at from mailbox where id = 'in'");
    expect(mended.rows[0].last_error).toBeNull();
    expect(mended.rows[0].seen_at).not.toBeNull();
  });

  test('of fifty megabytes is refused by its head, and the next one is read', async () => {
    const { a, b, partnership, id, to } = await asked();
    const since = await readUpTo();
    await mailbox.deliver(letter({ from: b.email, to, text: 'x'.repeat(50 * 1024 * 1024) }));
    await lookFor(1, since);
    await arrive({ from: b.email, to, text: 'A short one.' });
    const [large, short] = await rows(b.organization.id);
    expect(large).toMatchObject({ state: 'refused', reason: 'too-large', words: '' });
    expect(large.size).toBeGreaterThan(50 * 1024 * 1024);
    expect(short.state).toBe('landed');
    expect(await words(a, partnership, id)).toEqual(['A short one.']);
  });

  test('that was stored and not looked at is looked at later', async () => {
    const { a, b, partnership, id, to } = await asked();
    const raw = Buffer.from(letter({ from: b.email, to, text: 'Stored before the lights went out.' }));
    const taken = await takeMail(parts, { raw, size: raw.length });
    expect(taken.fresh).toBe(true);
    await server.database.owner.query(
      "update mails_in set received_at = received_at - interval '5 minutes' where id = $1",
      [taken.id],
    );
    await sweepMails(parts, {});
    await sweepMails(parts, {});
    await landTaken(parts, {}, taken);
    expect(await words(a, partnership, id)).toEqual(['Stored before the lights went out.']);
  });

  test('is deleted as it came after a month; its words stay', async () => {
    const { b, to } = await asked();
    await arrive({ from: b.email, to, text: 'Kept for a month.' });
    await server.database.owner.query("update mails_in set received_at = received_at - interval '31 days'");
    const { raw_key: key } = await lastRow(b.organization.id);
    await forgetMails(parts);
    expect(await lastRow(b.organization.id)).toMatchObject({ raw_key: null, words: 'Kept for a month.' });
    await expect(parts.storage.open(key)).rejects.toThrow(/no such file/);
  });
});

describe('a mail server that hands mails over', () => {
  async function way(protocol: 'lmtp' | 'smtp') {
    const platform = { ...parts, config: { ...parts.config, mailInUrl: `${protocol}://127.0.0.1:0` } };
    const work = mailInWork(
      { ...platform, jobs: { ...platform.jobs, handle: () => undefined, every: () => undefined } },
      {},
    );
    await work.start();
    const transport = nodemailer.createTransport({
      host: '127.0.0.1',
      port: work.port() ?? 0,
      lmtp: protocol === 'lmtp',
      ignoreTLS: true,
    } as SMTPTransport.Options);
    return { work, transport };
  }

  test.each(['lmtp', 'smtp'] as const)(
    'over %s is believed once the mail is stored, and refused where nobody here is meant',
    async (protocol) => {
      await settled();
      const { a, b, partnership } = await twoPartners(server);
      await settled();
      const id = await request(server, a, partnership);
      const [mail] = await settled();
      const to = /<([^<>]+)>/.exec(mail?.headers['reply-to'] ?? '')?.[1] ?? '';
      const { work, transport } = await way(protocol);
      try {
        await transport.sendMail({ from: b.email, to, subject: 'Re', text: 'By LMTP or SMTP.' });
        for (let tries = 0; tries < 100 && (await lastRow(b.organization.id))?.state !== 'landed'; tries += 1)
          await new Promise((resolve) => setTimeout(resolve, 50));
        expect(await words(a, partnership, id)).toEqual(['By LMTP or SMTP.']);
        await expect(
          transport.sendMail({ from: b.email, to: 'somebody@else.example', text: 'Relay me' }),
        ).rejects.toThrow(/No such address/);
      } finally {
        transport.close();
        await work.stop();
      }
    },
  );

  test('keeps its mail where it could not be stored, or broke off in the middle', async () => {
    const taken: string[] = [];
    const listener = await listenForMail('smtp://127.0.0.1:0', {
      most: MOST_MAIL_BYTES,
      accepts: () => true,
      take: async ({ raw }) => {
        if (raw.includes('fail')) throw new Error('the disk is full');
        taken.push(raw.toString());
      },
    });
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
    await expect(transport.sendMail({ from: 'a@x.example', to: 'b@x.example', text: 'fail' })).rejects.toThrow(
      /try again later/,
    );
    const socket = connect(listener.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('data', resolve));
    for (const line of ['EHLO x', 'MAIL FROM:<a@x.example>', 'RCPT TO:<b@x.example>', 'DATA', 'Subject: half a mail']) {
      socket.write(`${line}\r\n`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    socket.destroy();
    await transport.sendMail({ from: 'a@x.example', to: 'b@x.example', text: 'whole' });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toContain('whole');
    transport.close();
    await listener.close();
  });
});

test('a mailbox that says nothing, or no, is said to be so', async () => {
  const mute = createServer(() => undefined);
  const no = createServer((socket) => socket.end('* BYE no service here\r\n'));
  for (const one of [mute, no]) await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const port = (one: typeof mute) => (one.address() as { port: number }).port;
  const at = (url: string) => ({ ...parts, config: { ...parts.config, mailInUrl: url } });
  await lookIntoMailbox(at(`imap://a:b@127.0.0.1:${port(no)}/INBOX`), {});
  const { rows: said } = await server.database.owner.query("select last_error from mailbox where id = 'in'");
  expect(said[0].last_error).toMatch(/\w/);
  if (box) {
    await lookIntoMailbox(at(`imap://entente:wrong@127.0.0.1:${box.port}/INBOX`), {});
    const { rows: refused } = await server.database.owner.query("select last_error from mailbox where id = 'in'");
    expect(refused[0].last_error).toMatch(/refuses the name or the password/);
  }
  for (const one of [mute, no]) one.close();
});
