import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FixedClock, fixedClock } from '../../platform/clock.ts';
import { inScope } from '../../platform/database.ts';
import { mintScope } from '../../platform/scope.ts';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { browser, colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { mailPort } from '../mail/commands.ts';
import type { MailFacts } from '../mail/schema.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await read();
    if (found !== undefined) return found;
    await pause(30);
  }
  throw new Error('it did not happen in time');
}

const invitation = (more: Partial<Extract<MailFacts, { kind: 'invitation' }>> = {}): MailFacts => ({
  kind: 'invitation',
  url: 'http://entente.example/invite/tok-secret-123',
  expiresAt: '2099-01-01T00:00:00.000Z',
  organization: 'Universidad del Norte',
  invitedBy: 'Ana Prieto',
  ...more,
});

async function deliver(
  server: TestServer,
  by: SignedUp,
  to: { email: string; name?: string },
  facts = invitation(),
): Promise<void> {
  const { organization } = by;
  await inScope(server.platform.db, mintScope(organization.id), (tx) =>
    mailPort(server.platform).deliver(tx, organization.id, { to, facts }),
  );
}

/** The newest mail to an address, once it is in one of these states. */
const mailTo = (by: SignedUp, email: string, ...states: string[]) =>
  until(async () => {
    const { items } = await by.json(`${by.base}/mails`);
    const found = items.find((mail: { to: { email: string }; state: string }) => mail.to.email === email);
    return found && states.includes(found.state) ? found : undefined;
  });

describe('with a mail server', () => {
  let mails: TestMailServer;
  let server: TestServer;
  let clock: FixedClock;
  let ana: SignedUp;

  beforeAll(async () => {
    mails = await testMailServer();
    clock = fixedClock('2026-11-24T10:00:00.000Z');
    server = await testServer({ work: true, clock, config: { smtpUrl: mails.url } });
    ana = await signUp(server, { organization: 'Universidad del Norte' });
  });
  afterAll(async () => {
    await server.close();
    await mails.close();
  });

  test('a mail is sent once, and the kept copy has lost its link', async () => {
    await deliver(server, ana, { email: 'luis@norte.example', name: 'Luis Ortega' });
    const [mail] = await mails.received(1);
    expect(mail?.to).toEqual(['luis@norte.example']);
    expect(mail?.text).toContain('http://entente.example/invite/tok-secret-123');
    const { id } = await mailTo(ana, 'luis@norte.example', 'sent');
    const { rows } = await server.database.owner.query('select * from mails where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain('tok-secret-123');
    expect(rows[0].body_text).toContain('[the link was in the mail that was sent]');
    expect(mails.mails).toHaveLength(1);
  });

  test('while the server is down nothing is lost, acts go on, and afterwards nothing is doubled', async () => {
    const partner = await recordPartner(ana, 'Obra Dos', 'marta@obra.example');
    const { port } = mails;
    await mails.close();
    const conversation = await request(server, ana, partner.id, 'A crane for two days');
    const page = `${partner.base}/conversations/${conversation}`;
    await ana.json(`${page}/links`, { json: { person: partner.people[0]?.id, send: true } });
    const waiting = await mailTo(ana, 'marta@obra.example', 'queued').then(() =>
      until(async () => {
        const { items } = await ana.json(`${ana.base}/mails?state=queued`);
        return items[0]?.lastError ? items[0] : undefined;
      }),
    );
    expect(waiting.lastError).toContain('ECONNREFUSED');
    expect(waiting.attempts).toBe(1);
    expect(Date.parse(waiting.nextTryAt)).toBe(clock.now().getTime() + 10_000);
    clock.advance(10_000);
    await until(async () => {
      const { nextTryAt } = await ana.json(`${ana.base}/mails/${waiting.id}`);
      return Date.parse(nextTryAt) === clock.now().getTime() + 30_000 ? true : undefined;
    });
    const before = mails.mails.length;
    mails = await testMailServer(port);
    clock.advance(30_000);
    const [mail] = await mails.received(1);
    expect(before).toBe(1);
    expect(mail?.to).toEqual(['marta@obra.example']);
    expect((await mailTo(ana, 'marta@obra.example', 'sent')).attempts).toBe(3);
    await pause(1500);
    expect(mails.mails).toHaveLength(1);
  });

  test('a refusal for good is shown with its reason, and can be tried again', async () => {
    mails.refused.add('nobody@norte.example');
    await deliver(server, ana, { email: 'nobody@norte.example' });
    const failed = await mailTo(ana, 'nobody@norte.example', 'failed');
    expect(failed).toMatchObject({ attempts: 1, canRetry: true, nextTryAt: null });
    expect(failed.lastError).toContain('no such mailbox here');
    mails.refused.clear();
    const { items } = await ana.json(`${ana.base}/mails?state=failed`);
    expect(items.map((mail: { id: string }) => mail.id)).toEqual([failed.id]);
    await ana.json(`${ana.base}/mails/${failed.id}/retry`, { json: {}, status: 200 });
    await mailTo(ana, 'nobody@norte.example', 'sent');
    await ana.json(`${ana.base}/mails/${failed.id}/retry`, { json: {}, status: 409 });
  });

  test('hostile names, subjects and words stay words', async () => {
    mails.mails.length = 0;
    const organization = 'Evil\r\nBcc: everybody@example.org\r\n\u202e<script>alert(1)</script>';
    await deliver(
      server,
      ana,
      { email: 'victim@norte.example', name: '"Boss" <boss@bank.example>,\r\nBcc: x@example.org' },
      invitation({ organization, invitedBy: 'Ana <b onmouseover=alert(1)>' }),
    );
    const [mail] = await mails.received(1);
    expect(mail?.to).toEqual(['victim@norte.example']);
    expect(mail?.headers.bcc).toBeUndefined();
    expect(mail?.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:|=0D|=0A/im);
    expect(mail?.subject).not.toMatch(/[\r\n\u202e]/);
    expect(mail?.html).not.toContain('<script');
    expect(mail?.html).not.toContain('<b ');
    expect(mail?.headers.to?.match(/<[^>]*@[^>]*>$/)?.[0]).toBe('<victim@norte.example>');
  });

  test.each([
    'two@example.org, three@example.org',
    'a@b@example.org',
    'a b@example.org',
    'x@example.org\r\nBcc: y@example.org',
    'Ana <a@example.org>',
    'none',
  ])('an address like %j is refused at once, and nothing is sent', async (email) => {
    mails.mails.length = 0;
    await deliver(server, ana, { email });
    const failed = await until(async () => {
      const { items } = await ana.json(`${ana.base}/mails?state=failed`);
      return items.find((mail: { to: { email: string } }) => mail.to.email === email.trim());
    });
    expect(failed.lastError).toBe('The address is not one mail can be sent to.');
    expect(mails.mails).toEqual([]);
  });

  test('a link that expired in the queue is not sent', async () => {
    await deliver(server, ana, { email: 'late@norte.example' }, invitation({ expiresAt: '2026-11-24T09:00:00.000Z' }));
    expect((await mailTo(ana, 'late@norte.example', 'failed')).lastError).toContain('expired');
  });

  test('are seen by managers and administrators of the organization, and by nobody else', async () => {
    const { items } = await ana.json(`${ana.base}/mails`);
    const paths = [`${ana.base}/mails`, `${ana.base}/mails/${items[0].id}`];
    const manager = await colleagueOf(server, ana, { role: 'manager' });
    const member = await colleagueOf(server, ana, { role: 'member' });
    const other = await signUp(server, { organization: 'Otra' });
    for (const path of paths) {
      expect((await manager.request(path)).status).toBe(200);
      expect((await member.request(path)).status).toBe(403);
      expect((await other.request(path)).status).toBe(404);
      expect((await browser(server).request(path)).status).toBe(401);
    }
    const crossed = await other.request(`${other.base}/mails/${items[0].id}`);
    expect(crossed.status).toBe(404);
    const retried = await other.request(`${other.base}/mails/${items[0].id}/retry`, { json: {} });
    expect(retried.status).toBe(404);
    expect((await ana.request('/api/local-mails')).status).toBe(404);
  });

  test('are listed page by page', async () => {
    const all = (await ana.json(`${ana.base}/mails`)).items.map((mail: { id: string }) => mail.id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await ana.json(`${ana.base}/mails?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((mail: { id: string }) => mail.id));
      cursor = page.next ?? '';
    } while (cursor);
    expect(seen).toEqual(all);
  });
});

describe('without a mail server', () => {
  let server: TestServer;
  let ana: SignedUp;

  beforeAll(async () => {
    server = await testServer({ work: true });
    ana = await signUp(server, { organization: 'Universidad del Norte' });
  });
  afterAll(() => server.close());

  test('mails are kept, with their links for administrators only', async () => {
    await deliver(server, ana, { email: 'luis@norte.example' });
    const mail = await mailTo(ana, 'luis@norte.example', 'local');
    expect((await ana.json(`${ana.base}/mails`)).local).toBe(true);
    expect((await ana.json(`${ana.base}/mails/${mail.id}`)).text).toContain('/invite/tok-secret-123');
    const manager = await colleagueOf(server, ana, { role: 'manager' });
    const seen = await manager.json(`${ana.base}/mails/${mail.id}`);
    expect(seen.subject).toContain('Universidad del Norte');
    expect(seen.text + seen.html).not.toContain('tok-secret-123');
  });

  test('a link to sign in is shown to an administrator only where it opens no other organization', async () => {
    const luis = await colleagueOf(server, ana, { name: 'Luis Ortega' });
    const both = await colleagueOf(server, ana, { name: 'Both Sides' });
    const other = await signUp(server, { organization: 'Otra' });
    await server.database.owner.query(
      `insert into memberships (organization_id, person_id, role, name, email, joined_at) values ($1, $2, 'member', 'Both', $3, now())`,
      [other.organization.id, both.id, both.email],
    );
    const port = mailPort(server.platform);
    for (const { email } of [luis, both, { email: 'stranger@example.org' }]) {
      await port.deliverFromServer({
        to: { email },
        facts: {
          kind: 'magic-link',
          url: `http://entente.example/sign-in/${email}`,
          expiresAt: '2099-01-01T00:00:00.000Z',
        },
      });
    }
    await until(async () => {
      const { rows } = await server.database.owner.query(
        "select 1 from mails where kind = 'magic-link' and state = 'local'",
      );
      return rows.length === 3 ? true : undefined;
    });
    const to = async (who: SignedUp) =>
      (await who.json('/api/local-mails')).items.map((mail: { to: { email: string } }) => mail.to.email);
    expect(await to(ana)).toEqual([luis.email]);
    expect(await to(other)).toEqual([]);
    const member = await colleagueOf(server, ana, {});
    expect(await to(member)).toEqual([]);
    expect((await browser(server).request('/api/local-mails')).status).toBe(401);
  });
});
