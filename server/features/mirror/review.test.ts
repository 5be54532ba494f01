import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { atGate } from '../../platform/database.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { broken, kept, promise, repaired, say } from '../../testing/promises.ts';
import { type Partners, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import type { MailFacts } from '../mail/schema.ts';
import { tellReviews } from './jobs.ts';
import type { Review } from './schema.ts';

const day = 86_400_000;
const clock = fixedClock('2026-03-02T09:00:00.000Z');
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock, work: true });
});
afterAll(() => server.close());

const reviewOf = (who: SignedUp, month?: string): Promise<Review> =>
  who.json(`${who.base}/mirror/review${month ? `?month=${month}` : ''}`);
const kinds = (items: Review['well'] | Review['mend']) => items.map((one) => [one.kind, one.count, one.of]);
const setZone = (who: SignedUp, timeZone: string) =>
  who.json(who.base, { method: 'PATCH', json: { timeZone }, status: 200 });

/** March 2026 of two partners: b keeps one promise, breaks two, mends one of them, warns of one that it then keeps late. */
async function march(): Promise<Partners & { ids: Record<string, string> }> {
  clock.set('2026-03-02T09:00:00.000Z');
  const partners = await twoPartners(server);
  const { a, b, partnership } = partners;
  const good = await kept(clock, a, b, partnership, { what: 'Good' });
  const bad = await broken(clock, a, b, partnership, { what: 'Bad' });
  const mended = await broken(clock, a, b, partnership, { what: 'Mended' });
  await repaired(clock, a, b, partnership, mended);
  const warned = await promise(clock, a, b, partnership, { what: 'Warned', days: 5 });
  await say(b, partnership, warned, { kind: 'progress', atRisk: true, text: 'It may slip' });
  clock.advance(7 * day);
  await say(b, partnership, warned, { kind: 'report', on: [{ condition: 'c1', text: 'Done' }] });
  await say(a, partnership, warned, { kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] });
  clock.set('2026-04-01T06:23:00.000Z');
  return { ...partners, ids: { good, bad, mended, warned } };
}

describe('the review of a month', () => {
  it('picks three things done well and three to mend, with where', async () => {
    const { b, a, partnership, ids } = await march();
    const found = await reviewOf(b);
    expect(found).toMatchObject({ month: '2026-03', empty: false, earlier: null, later: '2026-04' });
    expect(kinds(found.well)).toEqual([
      ['kept', 1, 4],
      ['made-good', 1, null],
      ['warned', 1, null],
    ]);
    expect(kinds(found.mend)).toEqual([
      ['broken', 2, 4],
      ['late', 1, 4],
    ]);
    expect(found.well[0]!.links).toEqual([{ conversationId: ids.good, partnershipId: partnership, title: 'Good' }]);
    expect(found.mend[0]!.links.map((link) => link.title)).toEqual(['Mended', 'Bad']);
    expect(kinds((await reviewOf(a)).well)).toEqual([
      ['reviewed', 2, null],
      ['forgave', 1, null],
      ['rhythm', 1, null],
    ]);
  });

  it('is empty where nothing happened, and leads to the months that there are', async () => {
    const { b } = await march();
    expect(await reviewOf(b, '2026-02')).toEqual({
      month: '2026-02',
      well: [],
      mend: [],
      empty: true,
      earlier: null,
      later: '2026-03',
    });
    clock.set('2026-06-10T06:23:00.000Z');
    expect(await reviewOf(b)).toMatchObject({ month: '2026-05', empty: true, earlier: '2026-04', later: '2026-06' });
    expect(await reviewOf(b, '2026-04')).toMatchObject({ earlier: '2026-03', later: '2026-05' });
    expect(await reviewOf(b, '2026-06')).toMatchObject({ earlier: '2026-05', later: null });
    expect(await reviewOf(b, '2026-07')).toMatchObject({ empty: true, later: null });
    for (const month of ['2026-13', '2026-1', '1999-01', 'x'])
      expect((await b.request(`${b.base}/mirror/review?month=${month}`)).status).toBe(400);
  });

  it('of an organization that has just begun is empty and leads nowhere', async () => {
    const who = await signUp(server);
    expect(await reviewOf(who)).toMatchObject({ empty: true, well: [], mend: [], earlier: null });
  });

  it('is of the month in the organization’s own time zone, over New Year', async () => {
    clock.set('2026-12-20T12:00:00.000Z');
    const { a, b, partnership } = await twoPartners(server);
    await setZone(b, 'America/New_York');
    // Due on 1 January 2027 at 03:00 in Greenwich, which is still New Year’s Eve in New York.
    await promise(clock, a, b, partnership, { days: 11 + 15 / 24 });
    clock.set('2027-01-01T04:00:00.000Z');
    expect((await reviewOf(b)).month).toBe('2026-11');
    clock.set('2027-01-01T05:00:00.000Z');
    const december = await reviewOf(b);
    expect(december).toMatchObject({ month: '2026-12', later: '2027-01' });
    expect(kinds(december.mend)).toEqual([['silent', 1, 1]]);
    await setZone(b, 'UTC');
    expect((await reviewOf(b, '2026-12')).mend).toEqual([]);
    expect(kinds((await reviewOf(b, '2027-01')).mend)).toEqual([['silent', 1, 1]]);
  });
});

interface Told {
  to_email: string;
  facts: Extract<MailFacts, { kind: 'review' }>;
}

interface Written {
  to: { email: string };
  subject: string | null;
  text: string;
  html: string;
}

const told = async (who: SignedUp): Promise<Told[]> => {
  const { rows } = await server.database.owner.query<Told>(
    "select to_email, facts from mails where organization_id = $1 and kind = 'review' order by to_email",
    [who.organization.id],
  );
  return rows;
};

describe('the mail about a month', () => {
  it('goes once to each administrator and manager, and to nobody else', async () => {
    const { a, b, partnership, ids } = await march();
    const manager = await colleagueOf(server, b, { role: 'manager', name: 'Marta' });
    await colleagueOf(server, b, { role: 'member', name: 'Luis' });
    const gone = await colleagueOf(server, b, { role: 'administrator', name: 'Gone' });
    await atGate(server.platform.db, (tx) =>
      tx.query('update memberships set ended_at = $2 where person_id = $1', [gone.id, clock.now()]),
    );
    await tellReviews(server.platform);
    clock.advance(day);
    await tellReviews(server.platform);
    const mails = await told(b);
    expect(mails.map((mail) => mail.to_email)).toEqual([b.email, manager.email].toSorted());
    const base = `http://entente.example/o/${b.organization.slug}`;
    expect(mails[0]!.facts).toMatchObject({
      organization: 'Acero y Luz',
      month: '2026-03',
      url: `${base}/mirror/2026-03`,
      well: [{ kind: 'kept' }, { kind: 'made-good' }, { kind: 'warned' }],
      mend: [{ kind: 'broken', count: 2, of: 4 }, { kind: 'late' }],
    });
    expect(mails[0]!.facts.well[0]!.links).toEqual([
      { title: 'Good', url: `${base}/partners/${partnership}/conversations/${ids.good}` },
    ]);
    expect(await told(a)).toHaveLength(1);
  });

  it('is not written to whoever switched it off, and is again when they switch it on', async () => {
    const { b } = await march();
    const manager = await colleagueOf(server, b, { role: 'manager', name: 'Marta' });
    const reminders = await manager.json(`${manager.base}/reminders`);
    const wish = (reviewMail: boolean) =>
      manager.json(`${manager.base}/reminders`, { method: 'PUT', json: { ...reminders, reviewMail } });
    await wish(false);
    await tellReviews(server.platform);
    expect((await told(b)).map((mail) => mail.to_email)).toEqual([b.email]);
    await wish(true);
    await tellReviews(server.platform);
    expect((await told(b)).map((mail) => mail.to_email)).toEqual([b.email, manager.email].toSorted());
  });

  it('names three conversations for each thing at most', async () => {
    clock.set('2026-03-02T09:00:00.000Z');
    const { a, b, partnership } = await twoPartners(server);
    for (let n = 0; n < 5; n += 1) await kept(clock, a, b, partnership, { what: `Number ${n}` });
    clock.set('2026-04-01T06:23:00.000Z');
    await tellReviews(server.platform);
    const [mail] = await told(b);
    expect(mail!.facts.well[0]).toMatchObject({ kind: 'kept', count: 5 });
    expect(mail!.facts.well[0]!.links.map((link) => link.title)).toEqual(['Number 4', 'Number 3', 'Number 2']);
  });

  it('is not written when nothing happened, nor after the first week of the month', async () => {
    const idle = await signUp(server, { organization: 'Ociosa' });
    const { b } = await march();
    clock.set('2026-04-08T06:23:00.000Z');
    await tellReviews(server.platform);
    expect(await told(b)).toEqual([]);
    clock.set('2026-04-07T06:23:00.000Z');
    await tellReviews(server.platform);
    expect(await told(b)).toHaveLength(1);
    expect(await told(idle)).toEqual([]);
  });

  it('waits for the month to be over where the organization is', async () => {
    const { b } = await march();
    await setZone(b, 'America/New_York');
    clock.set('2026-04-01T03:00:00.000Z');
    await tellReviews(server.platform);
    // 31 March in New York: long after the first week, and the month is not over.
    expect(await told(b)).toEqual([]);
    clock.set('2026-04-01T06:23:00.000Z');
    await tellReviews(server.platform);
    expect((await told(b)).map((mail) => mail.facts.month)).toEqual(['2026-03']);
  });

  it('is written to each in their own language, without a link that opens anything by itself', async () => {
    const { b } = await march();
    const manager = await colleagueOf(server, b, { role: 'manager', locale: 'es', name: 'Marta' });
    await tellReviews(server.platform);
    const written = async () => {
      const { items } = await b.json(`${b.base}/mails`);
      const found = await Promise.all(
        items.map((mail: { id: string }) => b.json(`${b.base}/mails/${mail.id}`)) as Promise<Written>[],
      );
      return found.filter((mail) => mail.subject?.startsWith('Acero y Luz'));
    };
    await expect.poll(async () => (await written()).length, { timeout: 20_000, interval: 100 }).toBe(2);
    const mails = new Map((await written()).map((mail) => [mail.to.email, mail]));
    const [english, spanish] = [mails.get(b.email)!, mails.get(manager.email)!];
    expect(english.subject).toBe('Acero y Luz: review of March 2026');
    expect(spanish.subject).toBe('Acero y Luz: repaso de marzo de 2026');
    expect(english.text).toContain('1 of 4 promises kept on the day.');
    expect(spanish.text).toContain('1 de 4 promesas se cumplió en su fecha.');
    for (const { text, html } of [english, spanish]) {
      // The copy that is kept still leads there: whoever opens it has to sign in.
      expect(text).toContain(`http://entente.example/o/${b.organization.slug}/mirror/2026-03`);
      expect(`${text}${html}`).not.toMatch(/\/(l|claim|invite|sign-in)\//);
    }
  });
});
