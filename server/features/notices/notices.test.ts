import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { browser, colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

let mails: TestMailServer;
let server: TestServer;

beforeAll(async () => {
  mails = await testMailServer();
  server = await testServer({ work: true, config: { smtpUrl: mails.url } });
});

afterAll(async () => {
  await server.close();
  await mails.close();
});

const page = (who: SignedUp, partnership: string, id: string) =>
  `${who.base}/partnerships/${partnership}/conversations/${id}`;

async function act(who: SignedUp, partnership: string, id: string, saying: object, recorded?: object): Promise<string> {
  const { head } = await who.json(page(who, partnership, id));
  const after = await who.json(`${page(who, partnership, id)}/acts`, {
    json: { saying, ...(recorded && { recorded }) },
    headers: { 'if-match': `"${head}"` },
  });
  return after.head;
}

/** Waits until nothing is on its way any more, and takes what came. */
async function settled(): Promise<TestMailServer['mails']> {
  const owner = server.database.owner;
  const busy = async () => {
    const { rows } = await owner.query(
      `select (select count(*) from outbox) + (select count(*) from mails where state = 'queued' and next_try_at <= now())
         + (select count(*) from pgboss.job where state in ('created', 'active', 'retry') and name in ('notice-act', 'notice-message', 'mail-send')) as n`,
    );
    return Number(rows[0].n) > 0;
  };
  for (let tries = 0; tries < 300 && (await busy()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return mails.mails.splice(0);
}

/** Lets the next mail about the same conversation leave at once instead of waiting for company. */
const longAgo = () => server.database.owner.query("update mails set created_at = created_at - interval '5 minutes'");

describe('a mail about an act', () => {
  beforeEach(settled);

  test('goes to the person whose move it is, with the words, the date and a button for each answer', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await settled();
    const id = await request(server, a, partnership, 'Twelve places for interns');
    const [mail, ...more] = await settled();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([b.email]);
    expect(mail?.subject).toBe('Twelve places for interns (Universidad del Norte)');
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
    expect(mail?.headers.from).toBe('Universidad del Norte via Entente <entente@entente.example>');
    expect(mail?.raw).toMatch(/^content-id: <ring@entente>/im);
    expect(mail?.html).toContain('src="cid:ring@entente"');
    expect(mail?.text).toContain('◔  Being talked about');
    const address = `http://entente.example/o/${b.organization.slug}/partners/${partnership}/conversations/${id}`;
    for (const body of [mail?.text ?? '', mail?.html.replaceAll('&#38;', '&') ?? '']) {
      expect(body).toContain('Twelve places for interns');
      expect(body).toContain('By name');
      expect(body).toContain('Your answer is awaited by');
      for (const kind of ['agree', 'counter', 'defer', 'decline']) expect(body).toContain(`${address}?act=${kind}`);
      expect(body).toContain('Yes, I promise');
    }
  });

  test('tells the other side what was answered, in the same thread, and never the one who acted', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await settled();
    const id = await request(server, a, partnership);
    const [asked] = await settled();
    await longAgo();
    await act(b, partnership, id, {
      kind: 'defer',
      until: { date: '2099-01-01' },
      text: 'Let me ask our people first',
    }).catch(() => act(b, partnership, id, { kind: 'say', text: 'Let me ask our people first' }));
    const [first, ...others] = await settled();
    expect(others).toEqual([]);
    expect(first?.to).toEqual([a.email]);
    expect(first?.text).toContain('> Let me ask our people first');
    await longAgo();
    await act(b, partnership, id, { kind: 'agree' });
    const [second] = await settled();
    expect(second?.to).toEqual([a.email]);
    expect(second?.text).toContain('Bruno Sanz, Acero y Luz promised');
    expect(second?.subject).toBe(`Re: ${first?.subject}`);
    expect(second?.headers['in-reply-to']).toBe(first?.headers['message-id']);
    expect(second?.headers.references).toContain(first?.headers['message-id']);
    // Both sides' threads have a root of their own: nobody's mail program needs a mail it never got.
    expect(second?.headers.references?.split(' ')[0]).toBe(first?.headers.references?.split(' ')[0]);
    expect(asked?.headers.references).not.toBe(first?.headers.references);
  });

  test('names the kind of work with the terms, and the reason of a promise that is not kept', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const id = await request(server, a, partnership);
    await settled();
    await longAgo();
    const deadline = { date: '2099-01-01' };
    await act(b, partnership, id, {
      kind: 'counter',
      terms: {
        what: 'Ten places',
        conditions: [{ text: 'By name' }],
        due: deadline,
        replyBy: deadline,
        work: 'talent',
      },
    });
    expect((await settled())[0]?.text).toContain('Kind of work: People');
    await longAgo();
    await act(a, partnership, id, { kind: 'agree' });
    await settled();
    await longAgo();
    await act(b, partnership, id, { kind: 'renege', cause: 'approval', text: 'The board said no' });
    const [mail] = await settled();
    expect(mail?.text).toContain('> The board said no');
    expect(mail?.text).toContain('Why: An approval is missing');
  });

  test('speaks the language and the zone of the person it goes to', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await server.database.owner.query(
      "update auth.persons set locale = 'es', time_zone = 'America/Bogota' where id = $1",
      [b.id],
    );
    await settled();
    await request(server, a, partnership);
    const [mail] = await settled();
    expect(mail?.text).toContain('Hola, Bruno Sanz:');
    expect(mail?.text).toContain('Sí, lo prometo');
    const due = new Date(Date.now() + 10 * 86_400_000);
    const there = new Intl.DateTimeFormat('es-ES', {
      timeZone: 'America/Bogota',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    expect(mail?.text).toContain(there.format(due));
    expect(mail?.html).toContain('<html lang="es">');
  });

  test('goes to managers and administrators while nobody answers for the side, and to that one person afterwards', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const manager = await colleagueOf(server, b, { name: 'Marga Ruiz', role: 'manager' });
    await colleagueOf(server, b, { name: 'Olga Member', role: 'member' });
    await settled();
    const id = await request(server, a, partnership);
    expect((await settled()).flatMap((mail) => mail.to).toSorted()).toEqual([b.email, manager.email].toSorted());
    await longAgo();
    await act(manager, partnership, id, { kind: 'agree' });
    await settled();
    await longAgo();
    await act(a, partnership, id, { kind: 'say', text: 'How are things progressing?' });
    expect((await settled()).flatMap((mail) => mail.to)).toEqual([manager.email]);
  });

  test('waits a minute for company: three acts in a row are two mails', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await settled();
    const id = await request(server, a, partnership);
    expect(await settled()).toHaveLength(1);
    await act(a, partnership, id, { kind: 'say', text: 'A second thought' });
    await settled();
    await act(a, partnership, id, { kind: 'say', text: 'And a third' });
    expect(await settled()).toEqual([]);
    await server.database.owner.query("update mails set next_try_at = now() where state = 'queued'");
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const [mail, ...more] = await settled();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([b.email]);
    expect(mail?.text).toContain('A second thought');
    expect(mail?.text).toContain('And a third');
  });
});

describe('a message in a thread', () => {
  beforeEach(settled);

  test('goes to whoever of the other side talks there, else to those who answer for it', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const member = await colleagueOf(server, b, { name: 'Olga Member', role: 'member' });
    await settled();
    const threads = (who: SignedUp) => `${who.base}/partnerships/${partnership}/threads`;
    const { id } = await a.json(threads(a), { json: { subject: 'Ideas for spring', text: 'Shall we meet?' } });
    const [first, ...more] = await settled();
    expect(more).toEqual([]);
    expect(first?.to).toEqual([b.email]);
    expect(first?.subject).toBe('Ideas for spring (Universidad del Norte)');
    expect(first?.text).toContain('> Shall we meet?');
    expect(first?.text).toContain(`/o/${b.organization.slug}/partners/${partnership}/threads/${id}`);
    await member.json(`${threads(member)}/${id}/messages`, { json: { text: 'Yes, in March' } });
    const [second] = await settled();
    expect(second?.to).toEqual([a.email]);
    await a.json(`${threads(a)}/${id}/messages`, { json: { text: 'March it is' } });
    const [third, ...others] = await settled();
    expect(others).toEqual([]);
    expect(third?.to).toEqual([member.email]);
  });
});

describe('a guest', () => {
  beforeEach(settled);

  async function withGuest() {
    const a = await signUp(server, { organization: 'Universidad del Norte' });
    const partner = await recordPartner(a);
    const id = await request(server, a, partner.id, 'A workshop on welding');
    const person = partner.people[0]?.id ?? '';
    await a.json(`${page(a, partner.id, id)}/links`, { json: { person, send: true } });
    const [mail] = await settled();
    return { a, partner, id, person, mail };
  }

  const tokenIn = (text: string | undefined) => /\/l\/([\w.-]+)/.exec(text ?? '')?.[1] ?? '';

  test('gets the whole question with the link, and answers with it', async () => {
    const { mail, a, partner, id } = await withGuest();
    expect(mail?.to).toEqual(['marta@taller.example']);
    expect(mail?.text).toContain('> A workshop on welding');
    expect(mail?.text).toContain('Ana Prieto, Universidad del Norte asked for something.');
    expect(mail?.text).toMatch(/\/l\/[\w.-]+\?act=agree/);
    const token = tokenIn(mail?.text);
    const { head } = await a.json(page(a, partner.id, id));
    const guest = browser(server);
    const headers = { 'x-entente-link': token, 'if-match': `"${head}"` };
    await guest.json('/api/guest/acts', { json: { saying: { kind: 'agree' } }, headers });
    const [told, ...more] = await settled();
    expect(more).toEqual([]);
    expect(told?.to).toEqual([a.email]);
    expect(told?.text).toContain('Marta Gil, Taller Nuevo SL promised');
  });

  test('gets a new link with the next mail, also when their old one was used; the kept copy shows none', async () => {
    const { mail, a, partner, id } = await withGuest();
    await longAgo();
    await act(a, partner.id, id, { kind: 'say', text: 'Could it be in March?' });
    const [next] = await settled();
    expect(next?.to).toEqual(['marta@taller.example']);
    expect(tokenIn(next?.text)).not.toBe(tokenIn(mail?.text));
    expect(next?.headers['in-reply-to']).toBe(mail?.headers['message-id']);
    const { items } = await a.json(`${a.base}/mails`);
    const kept = await a.json(`${a.base}/mails/${items[0].id}`);
    expect(kept.state).toBe('sent');
    expect(kept.text + kept.html).not.toContain('/l/');
    expect(kept.text).toContain('Could it be in March?');
  });

  test('whose link was withdrawn hears nothing more', async () => {
    const { a, partner, id } = await withGuest();
    const [link] = await a.json(`${page(a, partner.id, id)}/links`);
    await a.json(`${page(a, partner.id, id)}/links/${link.id}`, { method: 'DELETE' });
    await act(a, partner.id, id, { kind: 'say', text: 'Are you there?' });
    expect(await settled()).toEqual([]);
  });

  test('is told what was written down on their behalf, and how to say that it is not so', async () => {
    const { a, partner, id, person } = await withGuest();
    await longAgo();
    await act(a, partner.id, id, { kind: 'agree', text: 'She said yes on the phone' }, { person });
    const [mail] = await settled();
    expect(mail?.to).toEqual(['marta@taller.example']);
    expect(mail?.text).toContain(
      'Ana Prieto, Universidad del Norte wrote down on your behalf: Marta Gil, Taller Nuevo SL promised.',
    );
    expect(mail?.text).toContain('?act=report');
  });
});
