import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/id.ts';
import { colleagueOf } from '../../testing/people.ts';
import { type Partners, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { InterviewItem, KeptPoint, Point } from './schema.ts';

let server: TestServer;
let partners: Partners;
let room: string;
let talks: string;

beforeAll(async () => {
  server = await testServer();
  partners = await twoPartners(server);
  room = `${partners.a.base}/partnerships/${partners.partnership}`;
  talks = `${room}/interviews`;
});
afterAll(() => server.close());

const start = async (more: object = {}): Promise<string> =>
  (
    await partners.a.json(talks, {
      json: { heldOn: '2026-03-02', way: 'in-person', guideTitle: 'A first talk', questions: ['What for?'], ...more },
      status: 201,
    })
  ).id;
const points = async (talk: string): Promise<Point[]> => (await partners.a.json(`${talks}/${talk}/points`)).items;
const texts = async (talk: string) =>
  (await points(talk)).toSorted((one, other) => one.position - other.position).map((point) => point.text);

/** A device that writes on one point, as the screen does: a writer, counted versions, and a spare id. */
function device() {
  const writer = newId();
  const spare = newId();
  let version = 0;
  return {
    spare,
    delivery: (text: string, more: object = {}) => ({
      base: 0,
      writer,
      spare,
      version: ++version,
      position: 1,
      text,
      ...more,
    }),
  };
}
const put = (talk: string, point: string, json: object, status = 200): Promise<KeptPoint> =>
  partners.a.json(`${talks}/${talk}/points/${point}`, { method: 'PUT', json, status });

describe('a talk', () => {
  test('is begun, corrected, listed and read with whom it was held', async () => {
    const people = await partners.a.json(`${room}/people`);
    const bruno = people.find((each: { side: string }) => each.side === 'b');
    const talk = await start({ withPeople: [bruno.id], place: 'At their\u00a0works' });
    expect(await partners.a.json(`${talks}/${talk}`)).toMatchObject({
      place: 'At their works',
      withPeople: [{ id: bruno.id, name: bruno.name }],
      questions: ['What for?'],
      points: 0,
      finishedAt: null,
      readback: 'none',
    });
    const corrected = await partners.a.json(`${talks}/${talk}`, {
      method: 'PUT',
      json: { heldOn: '2026-03-03', way: 'phone' },
    });
    expect(corrected).toMatchObject({ heldOn: '2026-03-03', way: 'phone', place: null, withPeople: [] });
    await partners.a.json(talks, {
      json: { heldOn: '2026-03-02', way: 'phone', guideTitle: 'x', questions: [], withPeople: [newId()] },
      status: 404,
    });
  });

  test('is listed by its day, page after page', async () => {
    await start({ heldOn: '2025-01-05' });
    await start({ heldOn: '2025-01-07' });
    const seen: InterviewItem[] = [];
    let cursor = '';
    do {
      const page = await partners.a.json(`${talks}?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items);
      cursor = page.next ?? '';
    } while (cursor);
    const days = seen.map((each) => each.heldOn);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(new Set(seen.map((each) => each.id)).size).toBe(seen.length);
    await partners.a.json(`${talks}?cursor=nonsense`, { status: 400 });
  });

  test('is taken away only while nothing was written in it, by who began it or a manager', async () => {
    const talk = await start();
    const luis = await colleagueOf(server, partners.a);
    await luis.json(`${talks}/${talk}`, { method: 'DELETE', status: 403 });
    const point = newId();
    const ana = device();
    await put(talk, point, ana.delivery('Something'));
    await partners.a.json(`${talks}/${talk}`, { method: 'DELETE', status: 409 });
    await put(talk, point, ana.delivery('Something', { dropped: true }));
    await partners.a.json(`${talks}/${talk}`, { method: 'DELETE', status: 204 });
    await partners.a.json(`${talks}/${talk}`, { status: 404 });
  });
});

describe('a point', () => {
  test('that is delivered again and again is there once', async () => {
    const talk = await start();
    const point = newId();
    const delivery = device().delivery('They need night nurses', { tag: 'need' });
    for (let n = 0; n < 3; n += 1) expect((await put(talk, point, delivery)).point.revision).toBe(1);
    await Promise.all(Array.from({ length: 5 }, () => put(talk, point, delivery)));
    expect(await texts(talk)).toEqual(['They need night nurses']);
  });

  test('whose deliveries overtake each other ends as it was written last', async () => {
    const talk = await start();
    const point = newId();
    const ana = device();
    const [first, second, third] = [ana.delivery('W'), ana.delivery('Wo'), ana.delivery('Word')];
    await put(talk, point, second);
    expect((await put(talk, point, first)).point.text).toBe('Wo');
    await put(talk, point, third);
    await put(talk, point, second);
    expect(await texts(talk)).toEqual(['Word']);
  });

  test('that two devices changed at once keeps both wordings, however often either comes', async () => {
    const talk = await start();
    const point = newId();
    const [ana, phone] = [device(), device()];
    await put(talk, point, ana.delivery('Nurses'));
    await put(talk, newId(), { ...device().delivery('The next point'), position: 2 });
    await put(talk, point, phone.delivery('Nurses for the night', { base: 1 }));
    const late = device();
    const delivery = late.delivery('Nurses in May', { base: 1 });
    const kept = await put(talk, point, delivery);
    expect(kept.point.text).toBe('Nurses for the night');
    expect(kept.beside).toMatchObject({ id: late.spare, text: 'Nurses in May' });
    expect(await put(talk, point, delivery)).toEqual(kept);
    expect(await texts(talk)).toEqual(['Nurses for the night', 'Nurses in May', 'The next point']);
    // It writes on before it has heard of the conflict.
    expect((await put(talk, point, late.delivery('Nurses in May, five', { base: 1 }))).beside?.text).toBe(
      'Nurses in May, five',
    );
    expect(await texts(talk)).toEqual(['Nurses for the night', 'Nurses in May, five', 'The next point']);
  });

  test('of which two devices changed different things keeps both changes in one', async () => {
    const talk = await start();
    const point = newId();
    await put(talk, point, device().delivery('The budget is frozen'));
    await put(
      talk,
      point,
      device().delivery('The budget is frozen', { base: 1, settled: 'closed', settledWords: 'Noted' }),
    );
    const { point: now, beside } = await put(
      talk,
      point,
      device().delivery('The budget is frozen', { base: 1, tag: 'worry' }),
    );
    expect(beside).toBeNull();
    expect(now).toMatchObject({ tag: 'worry', settled: 'closed', settledWords: 'Noted' });
  });

  test('that one device dropped while another wrote on it stays', async () => {
    const talk = await start();
    const point = newId();
    const [ana, phone] = [device(), device()];
    await put(talk, point, ana.delivery('Ask Marta'));
    await put(talk, point, phone.delivery('Ask Marta about rooms', { base: 1 }));
    await put(talk, point, device().delivery('Ask Marta', { base: 1, dropped: true }));
    expect(await texts(talk)).toEqual(['Ask Marta about rooms']);
    await put(talk, point, phone.delivery('Ask Marta about rooms', { base: 2, dropped: true }));
    expect(await texts(talk)).toEqual([]);
    await put(talk, point, device().delivery('Ask Marta, she is back', { base: 2 }));
    expect(await texts(talk)).toEqual(['Ask Marta, she is back']);
  });

  test('is kept in any script and cleaned of what cannot be kept', async () => {
    const talk = await start();
    const odd = ['نحتاج ممرضات', '👩🏽‍⚕️ nights', '\u201cWord\u201d\u00a0said\u000bso\u0000', 'half \ud83d'];
    for (const [position, text] of odd.entries()) await put(talk, newId(), device().delivery(text, { position }));
    expect(await texts(talk)).toEqual(['نحتاج ممرضات', '👩🏽‍⚕️ nights', '\u201cWord\u201d said\nso', 'half \ufffd']);
    await put(talk, newId(), device().delivery('x'.repeat(20_000)));
    await put(talk, newId(), device().delivery('😀'.repeat(10_000)));
  });

  test('is refused when it is empty, too long, follows up nothing, or belongs to another talk', async () => {
    const talk = await start();
    const other = await start();
    const refused = ['', ' \u0000\u00a0', 'x'.repeat(20_001)].map((text) => device().delivery(text));
    for (const delivery of refused) await put(talk, newId(), delivery, 400);
    await put(talk, newId(), device().delivery('x', { settled: 'follow-up', settledWords: ' ' }), 400);
    await put(talk, newId(), device().delivery('x', { followUpBy: '0000-01-01' }), 400);
    const point = newId();
    await put(other, point, device().delivery('There'));
    await put(talk, point, device().delivery('Here'), 404);
    await put(newId(), newId(), device().delivery('Nowhere'), 404);
    expect(await texts(talk)).toEqual([]);
  });

  test('comes late into a finished talk all the same', async () => {
    const talk = await start();
    await partners.a.json(`${talks}/${talk}/finish`, { method: 'POST' });
    await put(talk, newId(), device().delivery('From the phone in the car'));
    expect(await texts(talk)).toEqual(['From the phone in the car']);
  });
});

describe('finishing', () => {
  test('waits until each point is closed or followed up, and keeps needs and offers once', async () => {
    const talk = await start();
    const [need, offer] = [newId(), newId()];
    const [ana, luis] = [device(), device()];
    await put(talk, need, ana.delivery('Night nurses\nby May', { tag: 'need', kind: 'talent' }));
    await put(
      talk,
      offer,
      luis.delivery('A room for classes', { tag: 'offer', certainty: 'assumed', settled: 'closed' }),
    );
    const refusal = await partners.a.json(`${talks}/${talk}/finish`, { method: 'POST', status: 409 });
    expect(refusal).toMatchObject({ code: 'conflict', open: 1 });
    await put(
      talk,
      need,
      ana.delivery('Night nurses\nby May', {
        tag: 'need',
        kind: 'talent',
        settled: 'follow-up',
        settledWords: 'Ask the dean',
      }),
    );
    for (let n = 0; n < 2; n += 1) {
      const finished = await partners.a.json(`${talks}/${talk}/finish`, { method: 'POST' });
      expect(finished).toMatchObject({ open: 0, points: 2 });
      expect(finished.finishedAt).not.toBeNull();
    }
    expect((await partners.a.json(`${talks}/${talk}/reopen`, { method: 'POST' })).finishedAt).toBeNull();
    await partners.a.json(`${talks}/${talk}/finish`, { method: 'POST' });
    const { rows } = await server.database.owner.query(
      'select nature, kind, title, certainty, source_words, partnership_id from needs_offers where source_interview = $1 order by nature',
      [talk],
    );
    const { partnership: partnership_id } = partners;
    expect(rows).toEqual([
      {
        nature: 'need',
        kind: 'talent',
        title: 'Night nurses',
        certainty: 'heard',
        source_words: 'Night nurses\nby May',
        partnership_id,
      },
      {
        nature: 'offer',
        kind: 'other',
        title: 'A room for classes',
        certainty: 'assumed',
        source_words: 'A room for classes',
        partnership_id,
      },
    ]);
  });

  test('leaves follow-ups, the nearest first, which are done with a word, and undone', async () => {
    const talk = await start();
    const [late, soon] = [newId(), newId()];
    const follow = (what: string, followUpBy: string | null) => ({
      settled: 'follow-up',
      settledWords: what,
      followUpBy,
      followUpPerson: partners.a.id,
    });
    await put(talk, late, device().delivery('They want a lab', follow('Show the lab', '2026-05-02')));
    await put(talk, soon, device().delivery('They miss Marta', follow('Call Marta', '2026-03-09')));
    const list = async () =>
      (await partners.a.json(`${room}/follow-ups?limit=100`)).items.filter(
        (each: { interview: string }) => each.interview === talk,
      );
    expect((await list()).map((each: { what: string }) => each.what)).toEqual(['Call Marta', 'Show the lab']);
    expect((await list())[0]).toMatchObject({ person: { name: 'Ana Prieto' }, by: '2026-03-09' });
    const done = await partners.a.json(`${room}/follow-ups/${soon}`, {
      method: 'PUT',
      json: { done: true, words: 'Called' },
    });
    expect(done.doneWords).toBe('Called');
    expect((await list()).map((each: { what: string }) => each.what)).toEqual(['Show the lab']);
    await partners.a.json(`${room}/follow-ups/${soon}`, { method: 'PUT', json: { done: false } });
    expect(await list()).toHaveLength(2);
    await partners.a.json(`${room}/follow-ups/${newId()}`, { method: 'PUT', json: { done: true }, status: 404 });
  });
});

test('what was heard never reaches the partner', async () => {
  const { b, partnership } = partners;
  const theirs = `${b.base}/partnerships/${partnership}`;
  const talk = await start();
  await put(talk, newId(), device().delivery('Their dean leaves in May'));
  for (const path of ['interviews', 'follow-ups', 'people', 'threads']) {
    expect(JSON.stringify(await b.json(`${theirs}/${path}`))).not.toContain('dean');
  }
  for (const path of [`interviews/${talk}`, `interviews/${talk}/points`])
    await b.json(`${theirs}/${path}`, { status: 404 });
});
