import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type Partners, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { SearchAnswer } from './schema.ts';

let server: TestServer;
let partners: Partners;
let outsider: SignedUp;
let thread: string;
let conversation: string;

const find = (who: SignedUp, q: string, more = ''): Promise<SearchAnswer> =>
  who.json(`${who.base}/search?q=${encodeURIComponent(q)}${more}`);
/** Kind and title of everything that is found, in its order. */
const titles = async (who: SignedUp, q: string) =>
  (await find(who, q)).groups.flatMap(({ kind, items }) => items.map((item) => `${kind}: ${item.title}`));

beforeAll(async () => {
  server = await testServer();
  partners = await twoPartners(server);
  outsider = await signUp(server, { organization: 'Ajena', name: 'Olga' });
  const { a, partnership } = partners;
  const room = `${a.base}/partnerships/${partnership}`;
  conversation = await request(server, a, partnership, 'Diez plazas de prácticas en Ávila');
  thread = (await a.json(`${room}/threads`, { json: { subject: 'Feria de otoño', text: 'El cartel: mañana' } })).id;
  await a.json(`${room}/notes`, { json: { text: 'La decana duda del presupuesto de otoño' } });
});
afterAll(() => server.close());

describe('what is found', () => {
  test('holds every word, at least its beginning, without regard to accents and capitals', async () => {
    const { a } = partners;
    expect(await titles(a, 'PRACTICAS avila')).toEqual(['conversation: Diez plazas de prácticas en Ávila']);
    expect(await titles(a, 'plaz prác')).toEqual(['conversation: Diez plazas de prácticas en Ávila']);
    expect(await titles(a, 'prácticas Burgos')).toEqual([]);
    expect(await titles(a, 'manana')).toEqual(['thread: Feria de otoño']);
    expect(await titles(a, 'mañana')).toEqual(['thread: Feria de otoño']);
  });

  test('stands in groups, each item with the way to it', async () => {
    const { a, partnership } = partners;
    const { groups } = await find(a, 'otono');
    expect(groups.map((group) => group.kind)).toEqual(['thread', 'note']);
    expect(groups[0]?.items[0]).toMatchObject({
      id: thread,
      title: 'Feria de otoño',
      partnershipId: partnership,
      partner: 'Acero y Luz',
      snippet: null,
    });
    expect(groups[1]?.items[0]?.snippet).toEqual({
      before: 'La decana duda del presupuesto de ',
      match: 'otoño',
      after: '',
    });
  });

  test('is what was said in a conversation as well', async () => {
    const { groups } = await find(partners.a, 'by name');
    expect(groups[0]).toMatchObject({
      kind: 'conversation',
      items: [{ id: conversation, snippet: { before: '', match: 'By', after: ' name' } }],
    });
  });

  test('is the partner by name or domain, and never one’s own name', async () => {
    const { a, b } = partners;
    expect(await titles(a, 'acero')).toContain('partner: Acero y Luz');
    expect(await titles(b, 'universidad')).toContain('partner: Universidad del Norte');
    expect(await titles(a, 'universidad')).toEqual([]);
  });

  test('is our own people, and the people of partners', async () => {
    const { a, b } = partners;
    await colleagueOf(server, a, { name: 'Zoé Luján' });
    expect(await titles(a, 'zoe')).toEqual(['member: Zoé Luján']);
    expect(await titles(b, 'zoe')).toEqual([]);
    const recorded = await recordPartner(a, 'Taller Zubiri');
    const { groups } = await find(a, 'marta gil');
    expect(groups).toMatchObject([
      { kind: 'person', items: [{ title: 'Marta Gil', partner: 'Taller Zubiri', partnershipId: recorded.id }] },
    ]);
  });

  test('has the nearest name first, and its group before the others', async () => {
    const { a } = partners;
    for (const name of ['Nova Labs Norte', 'Gran Nova', 'Nova', 'Nova Sur'])
      await recordPartner(a, name, 'x@y.example');
    expect((await find(a, 'nova')).groups[0]?.items.map((item) => item.title)).toEqual([
      'Nova',
      'Nova Sur',
      'Nova Labs Norte',
      'Gran Nova',
    ]);
    await a.json(`${a.base}/partnerships/${partners.partnership}/threads`, { json: { subject: 'Gran', text: 'x' } });
    expect((await find(a, 'gran')).groups.map((group) => group.kind)).toEqual(['thread', 'partner']);
  });

  test('is so many of each kind as asked for', async () => {
    expect((await find(partners.a, 'nova', '&limit=2')).groups[0]?.items).toHaveLength(2);
  });

  test('is the same every time', async () => {
    const once = await find(partners.a, 'no');
    for (let n = 0; n < 3; n += 1) expect(await find(partners.a, 'no')).toEqual(once);
  });

  test('is gone with what it was found in, and is found anew when it changes', async () => {
    const { a, partnership } = partners;
    const notes = `${a.base}/partnerships/${partnership}/notes`;
    const note = await a.json(notes, { json: { text: 'quimera' } });
    expect(await titles(a, 'quimera')).toHaveLength(1);
    await a.json(`${notes}/${note.id}`, { method: 'PATCH', json: { text: 'sirena' } });
    expect([await titles(a, 'quimera'), (await titles(a, 'sirena')).length]).toEqual([[], 1]);
    await a.json(`${notes}/${note.id}`, { method: 'DELETE' });
    expect(await titles(a, 'sirena')).toEqual([]);
  });
});

describe('what is asked', () => {
  test('is at least two letters or digits', async () => {
    for (const q of ['', ' ', 'a', '?', '!!! ??', '…—«»', '\u0301'])
      expect([q, (await find(partners.a, q)).groups]).toEqual([q, []]);
  });

  test('may be any text', { timeout: 60_000 }, async () => {
    const odd = [
      "' or 1=1 --",
      "'); drop table notes; --",
      'a & b | !c <-> (d',
      "'''':*",
      '\\',
      '\\\\\'":*',
      '<b>bold</b> & <script>',
      '🎉🎉',
      '👩‍👩‍👧‍👦 familia',
      'مرحبا بالعالم',
      'שלום עולם',
      '東京大学',
      'ﬁn ß ǅ İstanbul',
      'x'.repeat(200),
      '\ud800 halb',
      'a\u0000b',
      '%00 %ff',
      'ana@example.org https://a.example/b?c=d#e',
      '1e400 -7 3.14 2026-11-25',
      '@000000000001',
      '\u202edrow',
    ];
    for (const q of odd) {
      const answer = await partners.a.request(`${partners.a.base}/search?q=${encodeURIComponent(q.toWellFormed())}`);
      expect([q, [200, 400].includes(answer.status)]).toEqual([q, true]);
    }
    for (const limit of ['0', '21', 'x', '-1', '1e9']) {
      const answer = await partners.a.request(`${partners.a.base}/search?q=ana&limit=${limit}`);
      expect([limit, answer.status]).toEqual([limit, 400]);
    }
    expect((await partners.a.request(`${partners.a.base}/search?q=${'x'.repeat(10_000)}`)).status).toBe(400);
  });

  test('finds texts of every script, and with signs of the query language in them', async () => {
    const { a, partnership } = partners;
    const notes = `${a.base}/partnerships/${partnership}/notes`;
    const texts = [
      'مرحبا بالعالم',
      'שלום עולם',
      '東京大学',
      "O'Brien & Söhne: R&D <-> \\ (Q4)",
      'Große ﬁnale 🎉',
      'Пётр Ильич',
    ];
    for (const text of texts) await a.json(notes, { json: { text } });
    for (const q of ['بالعالم', 'שלום', '東京', "o'brien", 'r&d sohne', 'grosse', 'finale', 'петр']) {
      expect([q, (await find(a, q)).groups.length]).toEqual([q, 1]);
    }
  });

  test('of a text as long as texts may be is found at its end', async () => {
    const { a, partnership } = partners;
    const text = `${Array.from({ length: 2700 }, (_, n) => `w${n}`).join(' ')} ${'y'.repeat(3000)} ultimísimo`;
    await a.json(`${a.base}/partnerships/${partnership}/notes`, { json: { text } });
    expect((await find(a, 'ultimisimo')).groups[0]?.items[0]?.snippet?.match).toBe('ultimísimo');
  });
});

test('an outsider finds nothing of all this', async () => {
  for (const q of ['otono', 'practicas', 'acero', 'universidad', 'zoe', 'nova', 'marta'])
    expect([q, (await find(outsider, q)).groups]).toEqual([q, []]);
});
