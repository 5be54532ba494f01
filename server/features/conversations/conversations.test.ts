import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import type { ConversationSummary } from './schema.ts';

const clock = fixedClock('2026-03-02T09:00:00.000Z');
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server.close());

interface List {
  items: ConversationSummary[];
  next: string | null;
}
const list = (who: SignedUp, query: Record<string, string | number> = {}): Promise<List> =>
  who.json(`${who.base}/conversations?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]))}`);
const titles = (page: List) => page.items.map((one) => one.title);
const statusOf = async (who: SignedUp, query: string) =>
  (await who.request(`${who.base}/conversations?${query}`)).status;

/** Reads every page; `between` happens after each. */
async function all(who: SignedUp, query: Record<string, string | number>, between?: () => Promise<unknown>) {
  const found: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: List = await list(who, { ...query, ...(cursor && { cursor }) });
    found.push(...titles(page));
    cursor = page.next;
    if (cursor) await between?.();
  }
  return found;
}

describe('the list of conversations', () => {
  it('is read page by page without gaps or repeats, also of those opened in the same moment, while new ones come in', async () => {
    const who = await signUp(server);
    const partner = await recordPartner(who);
    for (let n = 0; n < 17; n += 1) {
      if (n % 4 === 0) clock.advance(1);
      await request(server, who, partner.id, `No. ${n}`);
    }
    let more = 0;
    const found = await all(who, { limit: 3 }, () => {
      clock.advance(1000);
      return request(server, who, partner.id, `Later ${more++}`);
    });
    expect(more).toBeGreaterThan(3);
    expect([...found].sort()).toEqual(Array.from({ length: 17 }, (_, n) => `No. ${n}`).sort());
    expect(await all(who, { limit: 100 })).toHaveLength(17 + more);
    expect((await list(who, { limit: 1 })).items[0]?.title).toBe(`Later ${more - 1}`);
  });

  it('shows each side its own role and the other’s name, and nobody else anything', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const outsider = await signUp(server, { organization: 'Ajena' });
    await request(server, a, partnership, 'Twelve places');
    expect((await list(a)).items).toMatchObject([{ role: 'customer', partner: { name: 'Acero y Luz' } }]);
    expect((await list(b)).items).toMatchObject([{ role: 'performer', partner: { name: 'Universidad del Norte' } }]);
    expect((await list(outsider)).items).toEqual([]);
    expect((await list(outsider, { partnership })).items).toEqual([]);
    expect((await outsider.request(`${a.base}/conversations`)).status).toBe(404);
    expect((await server.request(`${a.base}/conversations`)).status).toBe(401);
  });

  it('is narrowed by partner, state and words, taken literally', async () => {
    const who = await signUp(server);
    const [one, two] = [await recordPartner(who, 'Uno'), await recordPartner(who, 'Dos', 'luis@dos.example')];
    for (const what of ['100 % sure', '100 places', 'a_b', 'aXb', 'back\\slash', "O'Hara; drop table"])
      await request(server, who, one.id, what);
    const id = await request(server, who, two.id, 'Taken back');
    await who.json(`${two.base}/conversations/${id}/acts`, {
      json: { saying: { kind: 'withdraw' } },
      headers: { 'if-match': `"${id}"` },
      status: 201,
    });
    expect(titles(await list(who, { search: '100 %' }))).toEqual(['100 % sure']);
    expect(titles(await list(who, { search: 'A_B' }))).toEqual(['a_b']);
    expect(titles(await list(who, { search: '\\s' }))).toEqual(['back\\slash']);
    expect(titles(await list(who, { search: "'hara; DROP" }))).toEqual(["O'Hara; drop table"]);
    expect(titles(await list(who, { search: 'nothing like it' }))).toEqual([]);
    expect(titles(await list(who, { partnership: two.id }))).toEqual(['Taken back']);
    expect(titles(await list(who, { state: 'closed' }))).toEqual(['Taken back']);
    expect(await list(who, { state: 'negotiating', partnership: two.id })).toEqual({ items: [], next: null });
    expect(titles(await list(who, { state: 'negotiating' }))).toHaveLength(6);
  });

  it('refuses what makes no sense, and never breaks', async () => {
    const who = await signUp(server);
    const cursor = (text: string) => `cursor=${Buffer.from(text).toString('base64url')}`;
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=many',
      'state=gone',
      'partnership=7',
      `search=${'x'.repeat(201)}`,
      'search=%00',
      'cursor=zzz',
      cursor('1 x'),
      cursor('2026 x'),
      cursor('2026-03-02T09:00:00.000Z'),
      cursor('2026-99-99T09:00:00.000Z x'),
      cursor('+275760-09-13T00:00:00.000Z x'),
      cursor("2026-03-02T09:00:00.000Z ' or 1=1"),
      cursor('2026-03-02T09:00:00.000Z \u0000'),
      `cursor=${'A'.repeat(201)}`,
    ])
      expect(await statusOf(who, query), query).toBe(400);
    expect(await statusOf(who, cursor(`2026-03-02T09:00:00.000Z ${'f'.repeat(64)}`))).toBe(200);
    expect(await statusOf(who, 'unknown=1')).toBe(200);
  });

  it('says what the clock says: what lapsed is closed without anybody’s act', async () => {
    const who = await signUp(server);
    const partner = await recordPartner(who);
    await request(server, who, partner.id, 'Nobody answered');
    const before = clock.now();
    clock.advance(40 * 86_400_000);
    expect((await list(who)).items).toMatchObject([{ state: 'closed', moves: [] }]);
    clock.set(before);
    expect((await list(who)).items).toMatchObject([{ state: 'negotiating' }]);
  });
});
