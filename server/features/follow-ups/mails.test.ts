import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { takeMail } from '../mail-in/commands-take.ts';
import { landTaken } from '../mail-in/jobs.ts';
import { sweepAll, tellDigests, tick } from './jobs.ts';
import type { FollowUpItem } from './schema.ts';

let mails: TestMailServer;
let server: TestServer;
beforeAll(async () => {
  mails = await testMailServer();
  server = await testServer({ work: true, config: { smtpUrl: mails.url, answerAddress: 'entente@entente.example' } });
});
afterAll(async () => {
  await server.close();
  await mails.close();
});

async function followUps(who: SignedUp, rule: string, show = 'now'): Promise<FollowUpItem[]> {
  const now = server.platform.clock.now();
  await tick(server.platform, now);
  const { items } = await who.json(`${who.base}/follow-ups?person=everyone&show=${show}`);
  return items.filter((one: FollowUpItem) => one.rule === rule);
}

const stateOf = async (organization: string, kind: string): Promise<string | undefined> => {
  const { rows } = await server.database.owner.query<{ state: string }>(
    'select state from mails where organization_id = $1 and kind = $2 order by created_at desc limit 1',
    [organization, kind],
  );
  return rows[0]?.state;
};

describe('a mail of ours that a server refuses', () => {
  test('is followed up by whoever is there, and settles itself once it was sent after all', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Norte' });
    const partner = await recordPartner(ana);
    const conversation = await request(server, ana, partner.id, 'A workshop on welding');
    mails.refused.add('marta@taller.example');
    const links = `${partner.base}/conversations/${conversation}/links`;
    await ana.json(links, { json: { person: partner.people[0]?.id, send: true } });
    await expect.poll(() => stateOf(ana.organization.id, 'guest-link'), { timeout: 20_000 }).toBe('failed');
    await expect.poll(async () => (await followUps(ana, 'mail-failed')).length, { timeout: 20_000 }).toBe(1);
    const [item] = await followUps(ana, 'mail-failed');
    expect(item).toMatchObject({
      title: 'marta@taller.example',
      partner: 'Taller Nuevo SL',
      conversationId: conversation,
      person: null,
      draft: null,
    });
    // Looked at again and again, it is there once.
    await sweepAll(server.platform, server.platform.clock.now());
    expect(await followUps(ana, 'mail-failed')).toHaveLength(1);

    mails.refused.delete('marta@taller.example');
    await ana.json(`${ana.base}/mails/${item?.subjectId}/retry`, { method: 'POST' });
    expect(await followUps(ana, 'mail-failed')).toEqual([]);
    await expect.poll(() => stateOf(ana.organization.id, 'guest-link'), { timeout: 20_000 }).toBe('sent');
    expect(await followUps(ana, 'mail-failed')).toEqual([]);
    await ana.json(`${ana.base}/follow-ups/${item?.id}`, { method: 'PATCH', json: { do: 'done' }, status: 409 });
  });

  test('is followed up again where it is refused a second time', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Sur' });
    const partner = await recordPartner(ana);
    const conversation = await request(server, ana, partner.id, 'A workshop on welding');
    mails.refused.add('marta@taller.example');
    const links = `${partner.base}/conversations/${conversation}/links`;
    await ana.json(links, { json: { person: partner.people[0]?.id, send: true } });
    await expect.poll(async () => (await followUps(ana, 'mail-failed')).length, { timeout: 20_000 }).toBe(1);
    const [item] = await followUps(ana, 'mail-failed');
    await ana.json(`${ana.base}/mails/${item?.subjectId}/retry`, { method: 'POST' });
    await expect.poll(() => stateOf(ana.organization.id, 'guest-link'), { timeout: 20_000 }).toBe('failed');
    await expect.poll(async () => (await followUps(ana, 'mail-failed')).length, { timeout: 20_000 }).toBe(1);
    expect((await followUps(ana, 'mail-failed'))[0]?.id).toBe(item?.id);
    mails.refused.clear();
  });
});

describe('a mail that arrived and is held', () => {
  let counter = 0;
  /** A mail of somebody unknown to the address for copies about a partner. */
  async function arrives(who: SignedUp, partnership: string, subject = 'Hello'): Promise<void> {
    const { address } = await who.json(`${who.base}/partnerships/${partnership}/copy-address`);
    counter += 1;
    const raw = Buffer.from(
      [
        'From: Nadia Sol <nadia@elsewhere.example>',
        `To: ${address}`,
        `Subject: ${subject}`,
        `Message-ID: <held-${counter}@elsewhere.example>`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        'May I ask you something?',
        '',
      ].join('\r\n'),
    );
    const taken = await takeMail(server.platform, { raw, recipients: [address], size: raw.length }, () =>
      Promise.resolve(),
    );
    await landTaken(server.platform, {}, taken);
  }

  test('is followed up by those who may decide, with the reason, and settles itself when one of them has', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Este' });
    const partner = await recordPartner(ana);
    const luis = await colleagueOf(server, ana, { name: 'Luis', role: 'member' });
    const marga = await colleagueOf(server, ana, { name: 'Marga', role: 'manager' });
    await arrives(ana, partner.id);
    const [item, ...more] = await followUps(ana, 'held-mail');
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      kind: 'held-mail',
      title: 'Nadia Sol',
      partnershipId: partner.id,
      person: null,
      draft: null,
      reason: { held: 'unknown-sender' },
    });
    expect(await followUps(marga, 'held-mail')).toHaveLength(1);
    // Whoever may not decide is not told who wrote.
    expect(await followUps(luis, 'held-mail')).toEqual([]);
    await luis.json(`${luis.base}/follow-ups/${item?.id}`, { method: 'PATCH', json: { do: 'done' }, status: 404 });
    const hand = (to: string, status: number) =>
      ana.json(`${ana.base}/follow-ups/${item?.id}`, { method: 'PATCH', json: { do: 'hand-over', to }, status });
    expect(await hand(luis.id, 409)).toMatchObject({ reason: 'managers-only' });
    expect(await hand(marga.id, 200)).toMatchObject({ person: { name: 'Marga' } });
    await ana.json(`${ana.base}/mails-in/${item?.subjectId}/decision`, { json: { do: 'discard' } });
    expect(await followUps(marga, 'held-mail')).toEqual([]);
  });

  test('is the owner’s of the partnership where one is known who may decide', async () => {
    const ana = await signUp(server, { organization: 'Universidad del Oeste' });
    const partner = await recordPartner(ana);
    const marga = await colleagueOf(server, ana, { name: 'Marga', role: 'manager' });
    const owns = async (who: SignedUp): Promise<void> => {
      const person = await ana.json(`${partner.base}/people`, { json: { name: who.name, side: 'a' }, status: 201 });
      await server.database.owner.query('update people set person_id = $2 where id = $1', [person.id, who.id]);
      await server.database.owner.query(
        `insert into duties (partnership_id, side, duty, person, since, via, holder_a, holder_b)
         select p.id, case when p.claimed_a = $3 then 'a' else 'b' end, 'owner', $2, $4, 'session', p.holder_a, p.holder_b from partnerships p where p.id = $1`,
        [partner.id, person.id, ana.organization.id, server.platform.clock.now()],
      );
    };
    await owns(marga);
    await arrives(ana, partner.id);
    expect(await followUps(ana, 'held-mail')).toMatchObject([{ person: { name: 'Marga' } }]);
  });

  test('is told in the digest of those who may decide, and of nobody else', async () => {
    const ana = await signUp(server, { organization: 'Universidad Central' });
    const partner = await recordPartner(ana);
    const luis = await colleagueOf(server, ana, { name: 'Luis', role: 'member' });
    for (const who of [ana, luis]) {
      const reminders = await who.json(`${who.base}/reminders`);
      await who.json(`${who.base}/reminders`, { method: 'PUT', json: { ...reminders, how: 'daily' } });
    }
    await tellDigests(server.platform, server.platform.clock.now());
    await arrives(ana, partner.id);
    await followUps(ana, 'held-mail');
    const later = new Date(server.platform.clock.now().getTime() + 4 * 86_400_000);
    await tellDigests(server.platform, later);
    const { rows } = await server.database.owner.query<{ to_email: string; facts: { items: object[] } | null }>(
      `select to_email, facts from mails where organization_id = $1 and kind = 'digest'`,
      [ana.organization.id],
    );
    expect(rows.map((row) => row.to_email)).toEqual([ana.email]);
  });
});
