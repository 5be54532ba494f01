import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type TestMailServer, testMailServer } from '../../testing/mail-server.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { tellReminders } from './jobs.ts';
import type { Meeting } from './schema.ts';

const START = '2026-11-24T09:00:00Z';
const clock = fixedClock(START);
let mails: TestMailServer;
let server: TestServer;
beforeAll(async () => {
  mails = await testMailServer();
  server = await testServer({
    clock,
    work: true,
    config: { smtpUrl: mails.url, answerAddress: 'answers@entente.example' },
  });
});
afterAll(async () => {
  await server.close();
  await mails.close();
});

/** Waits until nothing is on its way any more, and takes what came, the recipients in order. */
async function settled(at = server): Promise<TestMailServer['mails']> {
  const busy = async () => {
    const { rows } = await at.database.owner.query(
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

const basics = {
  purpose: 'How we begin',
  agenda: 'Interns; a joint course',
  way: 'in-person',
  place: 'Calle Mayor 1',
  placeSide: 'b',
  zone: 'Europe/Madrid',
  lasts: 60,
} as const;

async function world(
  server: TestServer,
): Promise<{ ana: SignedUp; luis: SignedUp; base: string; marta: string; own: string }> {
  const ana = await signUp(server, {
    name: 'Ana Prieto',
    organization: 'Universidad del Norte',
    timeZone: 'Europe/Madrid',
  });
  const luis = await colleagueOf(server, ana, { name: 'Luis Ortega' });
  const partner = await recordPartner(ana, 'Taller Nuevo', 'marta@taller.example');
  const own = await luis.json(`${partner.base}/threads`, {
    json: { subject: 'Hello', text: 'I am here' },
    status: 201,
  });
  const people = await ana.json(`${partner.base}/people`);
  expect(own).toBeDefined();
  return {
    ana,
    luis: { ...luis, organization: ana.organization, base: ana.base },
    base: partner.base,
    marta: partner.people[0]?.id ?? '',
    own: people.find((each: { personId: string | null }) => each.personId === luis.id).id,
  };
}

describe('a mail about a meeting', () => {
  beforeEach(async () => {
    clock.set(START);
    await settled();
  });

  test('asks for votes, invites with a calendar part, tells of a change and of the end; the guest by link, nobody of what they did', async () => {
    const { ana, luis, base, marta, own } = await world(server);
    const made: Meeting = await ana.json(`${base}/meetings`, {
      json: {
        ...basics,
        ask: 'poll',
        options: ['2026-12-01T10:00', '2026-12-02T10:00'],
        people: [{ person: marta }, { person: own }],
      },
      status: 201,
    });
    const asked = await settled();
    expect(asked.flatMap((mail) => mail.to).toSorted()).toEqual([luis.email, 'marta@taller.example'].toSorted());
    const toMarta = asked.find((mail) => mail.to.includes('marta@taller.example'));
    expect(toMarta?.subject).toBe('How we begin (Universidad del Norte)');
    expect(toMarta?.text).toContain('Tuesday 1 December 2026, 10:00–11:00 (Europe/Madrid)');
    const token = /\/m\/([\w-]+)/.exec(toMarta?.text ?? '')?.[1] ?? '';
    const guest = (path: string, method: string, json?: object) =>
      server.request(`/api/guest/meeting${path}`, {
        method,
        headers: { 'x-entente-link': token },
        ...(json && { json }),
      });
    expect((await guest('/votes', 'PUT', { votes: [{ option: made.options[1]?.id, vote: 'yes' }] })).status).toBe(200);
    expect((await settled()).map((mail) => [...mail.to, mail.text.includes('Settle the time')])).toEqual([
      [ana.email, true],
    ]);

    await ana.json(`${base}/meetings/${made.id}/settle`, { json: { option: made.options[1]?.id } });
    const invitations = await settled();
    expect(invitations).toHaveLength(2);
    // Each in the zone of who reads it: a guest in the meeting's own.
    const invited = [luis.email, 'marta@taller.example'].map((who) => invitations.find(({ to }) => to.includes(who)));
    expect(invited[0]?.text).toContain('Wednesday 2 December 2026, 09:00–10:00 (UTC)');
    expect(invited[1]?.text).toContain('Wednesday 2 December 2026, 10:00–11:00 (Europe/Madrid)');
    expect(invited[0]?.text).toContain('Calle Mayor 1, at Taller Nuevo');
    expect(invited[0]?.text).toContain('Interns; a joint course');

    await ana.json(`${base}/meetings/${made.id}/move`, { json: { start: '2026-12-03T12:00' } });
    expect((await settled()).map((mail) => mail.text.includes('Ana Prieto, Universidad del Norte changed'))).toEqual([
      true,
      true,
    ]);
    expect(
      (await guest('/answers', 'POST', { answer: 'declined', words: 'On a trip', counter: '2026-12-04T09:00' })).status,
    ).toBe(200);
    const [answered] = await settled();
    expect(answered?.to).toEqual([ana.email]);
    expect(answered?.text).toContain('> On a trip');
    expect(answered?.text).toContain('Friday 4 December 2026, 09:00–10:00');
    await ana.json(`${base}/meetings/${made.id}/cancel`, { json: { reason: 'A strike' } });
    const off = await settled();
    expect(off.map((mail) => mail.subject)).toContain('Re: Called off: How we begin (Universidad del Norte)');
    expect(off[0]?.text).toContain('> A strike');
  });

  test('brings one attendee, the address for answers as organizer, one UID and rising numbers', async () => {
    // Without a mail server nothing leaves, and what would have left can be read.
    const kept = await testServer({ clock, work: true, config: { answerAddress: 'answers@entente.example' } });
    const { ana, base, marta } = await world(kept);
    const made: Meeting = await ana.json(`${base}/meetings`, {
      json: { ...basics, ask: 'fixed', start: '2026-12-01T10:00', people: [{ person: marta }] },
      status: 201,
    });
    await settled(kept);
    clock.advance(60_000);
    await ana.json(`${base}/meetings/${made.id}/move`, { json: { start: '2026-12-01T11:00' } });
    await settled(kept);
    const { rows } = await kept.database.owner.query<{ ics: string }>(
      "select facts -> 'calendar' ->> 'ics' as ics from mails where kind = 'meeting' order by created_at, id",
    );
    await kept.close();
    const parts = rows.map((row) => row.ics);
    expect(parts).toHaveLength(2);
    for (const [index, part] of parts.entries()) {
      const ics = part.replaceAll('\r\n ', '');
      expect(ics).toContain(`UID:${made.id}@entente.example`);
      expect(ics).toContain(`SEQUENCE:${index}`);
      expect(ics).toContain('METHOD:REQUEST');
      expect(ics.match(/^ATTENDEE/gm)).toHaveLength(1);
      expect(ics).toMatch(/ORGANIZER;CN=Ana Prieto:mailto:answers\+[a-z2-7]{42}@entente\.example/);
      expect(ics).not.toContain('/m/');
    }
    expect(new Set(parts.map((part) => /ORGANIZER[^\n]+/.exec(part.replaceAll('\r\n ', ''))?.[0])).size).toBe(1);
  });

  test('of what came of it lists minutes and results; thanks reach whoever has no account', async () => {
    const { ana, base, marta } = await world(server);
    const visit: Meeting = await ana.json(`${base}/visits`, {
      json: { on: '2026-11-23', time: '10:00', zone: 'Europe/Madrid', people: [marta], minutes: 'Two interns in May.' },
      status: 201,
    });
    const occurrence = '2026-11-23T10:00';
    const conversation = await request(server, ana, base.split('/').at(-1) ?? '', 'Two interns');
    await ana.json(`${base}/meetings/${visit.id}/results`, {
      json: { occurrence, kind: 'conversation', conversation },
    });
    await ana.json(`${base}/meetings/${visit.id}/results`, { json: { occurrence, kind: 'idea', text: 'A prize' } });
    await settled();
    await ana.json(`${base}/meetings/${visit.id}/minutes/send`, { json: { occurrence } });
    const [outcome] = await settled();
    for (const words of ['> Two interns in May.', 'Two interns', 'Another way to collaborate: A prize'])
      expect(outcome?.text).toContain(words);
    await ana.json(`${base}/meetings/${visit.id}/thanks`, { json: { occurrence, text: 'It was good to meet.' } });
    const thanked = await settled();
    expect(thanked.map((mail) => [...mail.to, mail.text.includes('> It was good to meet.')])).toEqual([
      ['marta@taller.example', true],
    ]);
  });

  test('reminds everybody the day before, once, also after a night without a server, and of the new time when it moved', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const base = `${a.base}/partnerships/${partnership}`;
    const theirs = (await a.json(`${base}/people`)).find((each: { side: string }) => each.side === 'b').id;
    const made: Meeting = await a.json(`${base}/meetings`, {
      json: { ...basics, ask: 'fixed', start: '2026-12-01T10:00', people: [{ person: theirs }] },
      status: 201,
    });
    const remind = async () => {
      await tellReminders(server.platform);
      return (await settled()).flatMap((mail) => mail.to).toSorted();
    };
    await settled();
    expect(await remind()).toEqual([]);
    clock.set('2026-11-30T12:00:00Z');
    expect(await remind()).toEqual([a.email, b.email].toSorted());
    expect(await remind()).toEqual([]);
    await a.json(`${base}/meetings/${made.id}/move`, { json: { start: '2026-12-04T10:00' } });
    await settled();
    clock.set('2026-12-04T08:00:00Z');
    expect(await remind()).toEqual([a.email, b.email].toSorted());
    clock.set('2026-12-04T09:30:00Z');
    expect(await remind()).toEqual([]);
  });
});
