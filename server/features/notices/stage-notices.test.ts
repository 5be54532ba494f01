import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { browser, colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { readBack } from '../../testing/stages.ts';

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

/** Waits until nothing is on its way any more, and takes what came. */
async function settled(): Promise<TestMailServer['mails']> {
  const busy = async () => {
    const { rows } = await server.database.owner.query(
      `select (select count(*) from outbox) + (select count(*) from mails where state = 'queued' and next_try_at <= now())
         + (select count(*) from pgboss.job where state in ('created', 'active', 'retry') and name in ('notice-act', 'notice-stage', 'mail-send')) as n`,
    );
    return Number(rows[0].n) > 0;
  };
  for (let tries = 0; tries < 300 && (await busy()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return mails.mails.splice(0);
}

const stage = (who: SignedUp, partnership: string) => `${who.base}/partnerships/${partnership}/stage`;

/** Something both sides know that a first step rests on. */
async function met(by: SignedUp, partnership: string, conversation: string): Promise<void> {
  const now = server.platform.clock.now().toISOString();
  const people: { id: string }[] = await by.json(`${by.base}/partnerships/${partnership}/people`);
  const author = people[0]?.id ?? '';
  await readBack(
    server,
    { by, partnership },
    { conversation, author, heldOn: now.slice(0, 10), sentAt: now, answeredAt: now },
  );
}

async function propose(by: SignedUp, partnership: string, more: object = {}): Promise<string> {
  const { pending } = await by.json(`${stage(by, partnership)}/moves`, {
    json: { from: 'prospect', to: 'awareness', words: 'We know each other now', ...more },
    status: 201,
  });
  return pending.id;
}

describe('a mail about a step', () => {
  beforeEach(settled);

  test('tells managers of the other side of the proposal, and who proposed of the answer; nobody of what they did themselves', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const luis = await colleagueOf(server, a, { name: 'Luis Ortega' });
    await met(a, partnership, await request(server, a, partnership));
    await settled();
    const move = await propose(luis, partnership);
    const [mail, ...more] = await settled();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([b.email]);
    expect(mail?.subject).toBe('Stage: Awareness (Universidad del Norte)');
    for (const body of [mail?.text ?? '', mail?.html ?? '']) {
      expect(body).toContain('from Prospect to Awareness');
      expect(body).toContain('We know each other now');
      expect(body).toContain(`http://entente.example/o/${b.organization.slug}/partners/${partnership}`);
    }
    await b.json(`${stage(b, partnership)}/moves/${move}/answer`, { json: { answer: 'refused', words: 'Not yet' } });
    const answers = await settled();
    expect(answers.map((one) => one.to[0]).toSorted()).toEqual([a.email, luis.email].toSorted());
    expect(answers[0]?.text).toContain('stays at Prospect');
    expect(answers[0]?.text).toContain('Not yet');
  });

  test('is written in the language of whoever reads it', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await colleagueOf(server, b, { name: 'Carmen', locale: 'es', role: 'manager' });
    await met(a, partnership, await request(server, a, partnership));
    await settled();
    await propose(a, partnership);
    const said = (await settled()).map((mail) => mail.subject);
    expect(said).toContain('Etapa: Conocimiento (Universidad del Norte)');
  });

  test('brings a guest a link to the conversation they were in, with which the step can be answered', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Norte' });
    const partner = await recordPartner(ana, 'Taller Nuevo SL', 'marta@taller.example');
    const conversation = await request(server, ana, partner.id);
    await met(ana, partner.id, conversation);
    await settled();
    const first = await propose(ana, partner.id);
    expect(await settled()).toEqual([]);
    await ana.json(`${stage(ana, partner.id)}/moves/${first}/answer`, { json: { answer: 'taken-back' } });

    await ana.json(`${partner.base}/conversations/${conversation}/links`, {
      json: { person: partner.people[0]?.id },
      status: 201,
    });
    await settled();
    const move = await propose(ana, partner.id);
    const [mail, ...more] = await settled();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['marta@taller.example']);
    const token = /\/l\/([\w.~%-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const answered = await browser(server).request(`/api/guest/stage/moves/${move}/answer`, {
      json: { answer: 'agreed' },
      headers: { 'x-entente-link': token },
    });
    expect(answered.status).toBe(200);
    const told = await settled();
    expect(told.map((one) => one.to)).toEqual([[ana.email]]);
    const kept = await server.database.owner.query(
      "select count(*) as n from mails where kind = 'stage' and body_text like '%' || $1 || '%'",
      [token],
    );
    expect(kept.rows[0].n).toBe(0);
  });

  test('tells a guest what was written down in their side’s name', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Norte' });
    const partner = await recordPartner(ana, 'Taller Nuevo SL', 'marta@taller.example');
    const conversation = await request(server, ana, partner.id);
    await met(ana, partner.id, conversation);
    const person = partner.people[0]?.id;
    await ana.json(`${partner.base}/conversations/${conversation}/links`, { json: { person }, status: 201 });
    const move = await propose(ana, partner.id);
    await settled();
    await ana.json(`${stage(ana, partner.id)}/moves/${move}/answer`, {
      json: { answer: 'agreed', as: 'recorded', person },
    });
    const [mail] = await settled();
    expect(mail?.to).toEqual(['marta@taller.example']);
    expect(mail?.text).toContain('wrote down on your behalf');
  });
});
