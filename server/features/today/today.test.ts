import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import type { TodayPage } from './schema.ts';

const start = '2026-03-02T09:00:00.000Z';
const day = 86_400_000;
const clock = fixedClock(start);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server.close());
beforeEach(() => clock.set(start));

const today = (who: SignedUp, query = ''): Promise<TodayPage> => who.json(`${who.base}/today${query}`);
const titles = (page: TodayPage, section: 'mine' | 'theirs' | 'quiet' | 'soon') =>
  page[section].items.map((one) => one.title);
const shown = (page: TodayPage) => ({
  mine: titles(page, 'mine'),
  theirs: titles(page, 'theirs'),
  quiet: titles(page, 'quiet'),
  soon: titles(page, 'soon'),
});
const nothing = { mine: [], theirs: [], quiet: [], soon: [] };

async function say(who: SignedUp, partnership: string, id: string, saying: object): Promise<void> {
  const path = `${who.base}/partnerships/${partnership}/conversations/${id}`;
  const { head } = await who.json(path);
  await who.json(`${path}/acts`, { json: { saying }, headers: { 'if-match': `"${head}"` }, status: 201 });
}

describe('Today', () => {
  it('tells each side whose move it is, and lets go what is closed', async () => {
    const { a, b, partnership } = await twoPartners(server);
    expect(shown(await today(a))).toEqual(nothing);
    const id = await request(server, a, partnership, 'Places');
    expect(shown(await today(a))).toEqual({ ...nothing, theirs: ['Places'] });
    const forB = await today(b);
    expect(shown(forB)).toEqual({ ...nothing, mine: ['Places'] });
    expect(forB.mine.items[0]).toMatchObject({ waitsFor: 'answer', mine: true, role: 'performer' });
    expect(forB.mine.items[0]?.allowed.map((one) => one.kind)).toContain('agree');

    await say(b, partnership, id, { kind: 'agree' });
    expect(shown(await today(b))).toEqual({ ...nothing, mine: ['Places'] });
    await say(b, partnership, id, { kind: 'report', on: [{ condition: 'c1', text: 'Done' }] });
    expect(shown(await today(a))).toEqual({ ...nothing, mine: ['Places'] });
    expect((await today(a)).mine.items[0]?.waitsFor).toBe('review');
    await say(a, partnership, id, { kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] });
    expect([shown(await today(a)), shown(await today(b))]).toEqual([nothing, nothing]);
  });

  it('calls soon what is due within a week, and quiet what nobody has spoken in for a fortnight', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const id = await request(server, a, partnership, 'Places');
    await say(b, partnership, id, { kind: 'agree' });
    const at = async (days: number) => {
      clock.set(new Date(Date.parse(start) + days * day));
      return shown(await today(a));
    };
    expect(await at(13)).toEqual({ ...nothing, theirs: ['Places'] });
    expect(await at(15)).toEqual({ ...nothing, theirs: ['Places'], quiet: ['Places'] });
    expect(await at(22)).toEqual({ ...nothing, theirs: ['Places'], quiet: ['Places'] });
    expect(await at(24)).toEqual({ ...nothing, theirs: ['Places'], quiet: ['Places'], soon: ['Places'] });
    // Late is not soon any more, and still waits.
    expect(await at(31)).toEqual({ ...nothing, theirs: ['Places'], quiet: ['Places'] });
    await say(b, partnership, id, { kind: 'progress', text: 'Nearly there' });
    expect((await at(31)).quiet).toEqual([]);
  });

  it('lets go what lapsed, without anybody’s act, and keeps what is asked about', async () => {
    const { a, b, partnership } = await twoPartners(server);
    await request(server, a, partnership, 'Lapses');
    // The answer was due after ten days; three more are grace.
    clock.advance(12 * day);
    expect(titles(await today(b), 'mine')).toEqual(['Lapses']);
    clock.advance(2 * day);
    expect([shown(await today(a)), shown(await today(b))]).toEqual([nothing, nothing]);
  });

  it('shows me mine and what is nobody’s, and a colleague theirs', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const luis = await colleagueOf(server, b, { name: 'Luis' });
    await request(server, a, partnership, 'Nobody’s yet');
    const taken = await request(server, a, partnership, 'Taken by Luis');
    await say(luis, partnership, taken, { kind: 'agree' });
    expect(titles(await today(b), 'mine')).toEqual(['Nobody’s yet']);
    expect(titles(await today(luis), 'mine').sort()).toEqual(['Nobody’s yet', 'Taken by Luis']);
    expect(titles(await today(b, `?person=${luis.id}`), 'mine')).toEqual(['Taken by Luis']);
    expect(titles(await today(b, '?person=everyone'), 'mine').sort()).toEqual(['Nobody’s yet', 'Taken by Luis']);
    expect((await today(b, '?person=everyone')).mine.items.map((one) => one.personId).sort()).toEqual(
      [luis.id, null].sort(),
    );
    expect(shown(await today(b, `?person=${a.id}`))).toEqual(nothing);
  });

  it('is narrowed by partner and role, ordered by when, and says when there is more', async () => {
    const who = await signUp(server);
    const [one, two] = [await recordPartner(who, 'Uno'), await recordPartner(who, 'Dos', 'luis@dos.example')];
    const ask = (base: string, what: string, days: number, kind = 'request') =>
      who.json(`${base}/conversations`, {
        json: {
          saying: {
            kind,
            terms: {
              what,
              conditions: [{ text: 'x' }],
              due: { days: 30 },
              replyBy: { at: new Date(Date.parse(start) + days * day).toISOString() },
            },
          },
        },
        status: 201,
      });
    await ask(one.base, 'third', 9);
    await ask(two.base, 'first', 2);
    await ask(one.base, 'second', 5, 'offer');
    expect(titles(await today(who), 'theirs')).toEqual(['first', 'second', 'third']);
    expect(titles(await today(who, `?partnership=${one.id}`), 'theirs')).toEqual(['second', 'third']);
    expect(titles(await today(who, '?role=performer'), 'theirs')).toEqual(['second']);
    expect(titles(await today(who, `?role=performer&partnership=${two.id}`), 'theirs')).toEqual([]);
    const short = await today(who, '?limit=2');
    expect([titles(short, 'theirs'), short.theirs.more]).toEqual([['first', 'second'], true]);
    expect((await today(who, '?limit=3')).theirs.more).toBe(false);
  });

  it('is of one organization, and refuses what makes no sense', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const outsider = await signUp(server, { organization: 'Ajena' });
    await request(server, a, partnership, 'Places');
    expect(shown(await today(outsider, '?person=everyone'))).toEqual(nothing);
    expect(shown(await today(outsider, `?person=everyone&partnership=${partnership}`))).toEqual(nothing);
    expect(shown(await today(outsider, `?person=${b.id}`))).toEqual(nothing);
    expect((await outsider.request(`${a.base}/today`)).status).toBe(404);
    expect((await server.request(`${a.base}/today`)).status).toBe(401);
    for (const query of ['person=nobody', 'person=', 'role=boss', 'partnership=1', 'limit=0', 'limit=101', 'limit=1.5'])
      expect((await a.request(`${a.base}/today?${query}`)).status, query).toBe(400);
  });

  it('has every conversation once a section when many speak at once', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const made = await Promise.all(Array.from({ length: 8 }, (_, n) => request(server, a, partnership, `No. ${n}`)));
    await Promise.all(made.slice(0, 4).map((id) => say(b, partnership, id, { kind: 'agree' })));
    const page = await today(b, '?person=everyone');
    expect(titles(page, 'mine').sort()).toEqual(Array.from({ length: 8 }, (_, n) => `No. ${n}`));
    expect(new Set(page.mine.items.map((one) => one.head)).size).toBe(8);
  });
});
