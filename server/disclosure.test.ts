import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, type SignedUp } from './testing/people.ts';
import { recordPartner, twoPartners } from './testing/rooms.ts';
import { type TestServer, testServer } from './testing/server.ts';
import { inScope } from './platform/database.ts';
import { mintScope } from './platform/scope.ts';
import { levels, type Level } from './features/needs/schema.ts';

/**
 * The ladder of disclosure against every way in which the other side can learn of a need or an offer: pages, lists, counts, search,
 * fit, brief and PDF, and the tables themselves. A marker word of A's alone stands in every column; what may be seen of it
 * depends on the level alone. Other words are B's too, so that the two fit as soon as they are known.
 */
let server: TestServer;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
beforeAll(async () => {
  server = await testServer();
  ({ a, b, partnership } = await twoPartners(server));
  // B has needs and offers of its own that fit whatever A has: so that A's would show as a fit as soon as they are known.
  for (const nature of ['need', 'offer'])
    await b.json(`${b.base}/needs`, {
      json: { nature, kind: 'research', title: 'Zubenelgenubi research', detail: 'Yggdrasil', skills: ['Xylography'] },
      status: 201,
    });
});
afterAll(() => server.close());

/** One word for each column that is A's alone, and from which level on the other side may read it. */
const WORDS: Record<string, Level> = {
  Aldebaran: 'titled',
  Betelgeuse: 'full',
  Capella: 'full',
  Deneb: 'full',
  '2031-07-19': 'full',
  '2031-08-23': 'full',
};
const atLeast = (level: Level, needed: Level): boolean => levels.indexOf(level) >= levels.indexOf(needed);

async function tell(nature: string, level: Level): Promise<string> {
  const item = await a.json(`${a.base}/needs`, {
    json: {
      nature,
      kind: 'research',
      title: 'Zubenelgenubi Aldebaran',
      detail: 'Yggdrasil Betelgeuse',
      skills: ['Xylography', 'Capella'],
      amount: 'Deneb',
      startsOn: '2031-07-19',
      endsOn: '2031-08-23',
      urgency: 'some-day',
      owner: a.id,
    },
    status: 201,
  });
  await a.json(`${a.base}/partnerships/${partnership}/needs/${item.id}/level`, { method: 'PUT', json: { level } });
  return item.id;
}

const room = (who: SignedUp) => `${who.base}/partnerships/${partnership}`;

/** Everything the other side can get of it, by way. */
async function seenByB(id: string): Promise<Record<string, string>> {
  const own = await b.json(`${b.base}/needs`);
  const seen: Record<string, string> = {};
  const keep = async (way: string, path: string) => {
    seen[way] = JSON.stringify(await b.json(path));
  };
  await keep('partners', `${b.base}/partnerships`);
  await keep('page', room(b));
  await keep('people', `${room(b)}/people`);
  await keep('pairs', `${room(b)}/pairs`);
  await keep('suggestions', `${room(b)}/pairs/suggestions`);
  await keep('stage', `${room(b)}/stage`);
  await keep('read-backs', `${room(b)}/readbacks`);
  const needs = await b.json(`${room(b)}/needs`);
  seen.needs = JSON.stringify(needs.theirs);
  const fit = await b.json(`${room(b)}/fit`);
  const { needs: _own, fit: _fit, ...rest } = await b.json(`${room(b)}/brief`);
  seen.brief = JSON.stringify(rest);
  seen.fit = JSON.stringify(fit);
  for (const item of own.items as { id: string }[]) {
    const { matches } = await b.json(`${b.base}/needs/${item.id}/fit`);
    seen[`across ${item.id}`] = JSON.stringify(matches);
  }
  for (const word of ['aldebaran', 'betelgeuse', 'capella', 'deneb', id]) {
    const found = await b.json(`${b.base}/search?q=${word}`);
    seen[`search ${word}`] = JSON.stringify(found);
  }
  return seen;
}

/** What a room's rows hold, as B's own scope reads them. */
async function rowsOfB(id: string): Promise<string> {
  const { rows } = await inScope(server.platform.db, mintScope(b.organization.id), (tx) =>
    tx.query('select * from disclosures where partnership_id = $1 and id = $2', [partnership, id]),
  );
  return JSON.stringify(rows);
}

/** The text of a PDF as far as its streams can be unpacked: the glyphs are numbers, so their map is read as well. */
async function pdfOfB(): Promise<{ size: number; streams: string }> {
  const answer = await b.request(`${room(b)}/brief.pdf`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = bytes.toString('latin1');
  let streams = '';
  for (const match of text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    try {
      streams += inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1');
    } catch {
      // A font file or an image: no words in it.
    }
  }
  return { size: bytes.length, streams };
}

describe.each(['need', 'offer'])('of %s that the other side has', (nature) => {
  test.each(levels)('is told as much as “%s” says, whichever way it is looked for', async (level) => {
    const before = await b.json(`${room(b)}/needs`);
    const pdfBefore = await pdfOfB();
    const id = await tell(nature, level);
    const seen = await seenByB(id);
    for (const [way, text] of Object.entries({ ...seen, rows: await rowsOfB(id) })) {
      for (const [word, needed] of Object.entries(WORDS)) {
        const shows = text.includes(word);
        const may = atLeast(level, needed);
        expect([level, way, word, shows && !may]).toEqual([level, way, word, false]);
      }
    }
    // What may be read is there: the test above could not fail otherwise.
    for (const [word, needed] of Object.entries(WORDS))
      expect([level, word, seen.needs?.includes(word)]).toEqual([level, word, atLeast(level, needed)]);
    expect(seen.fit?.includes(id)).toBe(atLeast(level, 'titled'));
    expect(seen['search aldebaran']?.includes(id)).toBe(atLeast(level, 'titled'));
    expect(seen['search betelgeuse']?.includes(id)).toBe(level === 'full');

    const after = await b.json(`${room(b)}/needs`);
    const counted = (found: { theirs: { counted: Record<string, number> } }) => found.theirs.counted[`${nature}s`] ?? 0;
    expect(counted(after) - counted(before)).toBe(level === 'counted' ? 1 : 0);
    const pdf = await pdfOfB();
    // Hidden changes nothing of the PDF's content; anything told does.
    if (level === 'hidden') expect(pdf.streams.length).toBe(pdfBefore.streams.length);
    else expect(pdf.streams.length).not.toBe(pdfBefore.streams.length);
    await a.json(`${a.base}/needs/${id}`, { method: 'DELETE', status: 204 });
    const gone = await seenByB(id);
    for (const [way, text] of Object.entries(gone)) expect([way, text.includes(id)]).toEqual([way, false]);
  });
});

test('a guest of a partner without an account reads what that room was told, and nothing else', async () => {
  const partner = await recordPartner(a, 'Taller');
  const said = await a.json(`${partner.base}/conversations`, {
    json: {
      saying: {
        kind: 'request',
        terms: { what: 'x', conditions: [{ text: 'x' }], due: { date: '2031-01-01' }, replyBy: { date: '2030-12-01' } },
      },
    },
    status: 201,
  });
  const { url } = await a.json(`${partner.base}/conversations/${said.conversation}/links`, {
    json: { person: partner.people[0]?.id },
    status: 201,
  });
  const headers = { 'x-entente-link': url.split('/l/')[1] };
  const elsewhere = await tell('offer', 'full');
  const read = async () => JSON.stringify(await browser(server).json('/api/guest/needs', { headers }));
  expect(await read()).not.toContain(elsewhere);
  for (const level of levels) {
    await a.json(`${partner.base}/needs/${elsewhere}/level`, { method: 'PUT', json: { level } });
    const text = await read();
    for (const [word, needed] of Object.entries(WORDS))
      expect([level, word, text.includes(word)]).toEqual([level, word, atLeast(level, needed)]);
  }
});

test('the database itself refuses a row that holds more than its level says', async () => {
  const id = await tell('offer', 'titled');
  const put = (set: string) =>
    inScope(server.platform.db, mintScope(a.organization.id), (tx) =>
      tx.query(`update disclosures set ${set} where partnership_id = $1 and id = $2`, [partnership, id]),
    );
  await expect(put("detail = 'Betelgeuse'")).rejects.toThrow('disclosures_level');
  await expect(put("level = 'counted'")).rejects.toThrow('disclosures_level');
  await expect(put("level = 'all'")).rejects.toThrow('disclosures_level');
  const { rowCount } = await inScope(server.platform.db, mintScope(b.organization.id), (tx) =>
    tx.query("update disclosures set title = 'stolen' where partnership_id = $1 and id = $2", [partnership, id]),
  );
  expect(rowCount).toBe(0);
});
