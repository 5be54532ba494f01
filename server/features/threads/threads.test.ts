import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

const clock = fixedClock('2026-11-24T10:00:00.000Z');
let server: TestServer;
let ana: SignedUp;

beforeAll(async () => {
  server = await testServer({ clock });
  ana = await signUp(server, { name: 'Ana Prieto' });
});
afterAll(() => server.close());

describe('threads', () => {
  test('both sides talk in one thread, and each message waits to be told to the other side', async () => {
    const { a, b, partnership } = await twoPartners(server);
    const ofA = `${a.base}/partnerships/${partnership}/threads`;
    const ofB = `${b.base}/partnerships/${partnership}/threads`;
    const begun = await a.json(ofA, { json: { subject: 'Interns', text: 'Could we talk about spring?' }, status: 201 });
    expect(begun.messages).toMatchObject([
      { side: 'a', via: 'session', text: 'Could we talk about spring?', author: { name: a.name } },
    ]);
    clock.advance(60_000);
    const answered = await b.json(`${ofB}/${begun.id}/messages`, { json: { text: 'Gladly.' }, status: 201 });
    expect(answered.messages.map((one: { side: string }) => one.side)).toEqual(['a', 'b']);
    expect(answered.recordable).toEqual([]);
    const list = await a.json(ofA);
    expect(list.items).toMatchObject([
      {
        id: begun.id,
        subject: 'Interns',
        messages: 2,
        last: { text: 'Gladly.', side: 'b' },
        lastAt: clock.now().toISOString(),
      },
    ]);
    const { rows } = await server.database.owner.query(
      "select payload, holder_a, holder_b from outbox where name = 'message' and partnership_id = $1 order by at",
      [partnership],
    );
    expect(rows).toMatchObject([
      {
        payload: { threadId: begun.id, side: 'a', via: 'session', by: a.id },
        holder_a: a.organization.id,
        holder_b: b.organization.id,
      },
      { payload: { threadId: begun.id, side: 'b', via: 'session', by: b.id } },
    ]);
  });

  test('what a partner without an account said is written down with their name, and marked', async () => {
    const { base, people } = await recordPartner(ana, 'Sin Cuenta SL');
    const marta = people[0]?.id;
    const begun = await ana.json(`${base}/threads`, {
      json: { subject: 'Call', text: 'We lose two welders', as: 'recorded', person: marta },
      status: 201,
    });
    expect(begun).toMatchObject({
      recordable: ['b'],
      messages: [{ via: 'recorded', side: 'b', author: { id: marta, name: 'Marta Gil' } }],
    });
    for (const json of [
      { text: 'x', as: 'recorded' },
      { text: 'x', person: marta },
    ]) {
      await ana.json(`${base}/threads/${begun.id}/messages`, { json, status: 400 });
    }
  });

  test('nobody writes down the words of a partner who is here, or of their own colleagues', async () => {
    const { a, partnership } = await twoPartners(server);
    const base = `${a.base}/partnerships/${partnership}`;
    const theirs = (await a.json(`${base}/people`)).find((one: { side: string }) => one.side === 'b');
    await a.json(`${base}/threads`, {
      json: { subject: 'S', text: 'I promise', as: 'recorded', person: theirs.id },
      status: 403,
    });
    const own = await a.json(`${base}/people`, { json: { name: 'Colleague', side: 'a' }, status: 201 });
    await a.json(`${base}/threads`, {
      json: { subject: 'S', text: 'I promise', as: 'recorded', person: own.id },
      status: 403,
    });
  });

  test('threads and messages come in pages, the newest thread first and the oldest message first', async () => {
    const { base } = await recordPartner(ana, 'Habladora');
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      clock.advance(1000);
      ids.push(
        (await ana.json(`${base}/threads`, { json: { subject: `Thread ${n}`, text: 'Hello' }, status: 201 })).id,
      );
    }
    const first = await ana.json(`${base}/threads?limit=3`);
    const second = await ana.json(`${base}/threads?limit=3&cursor=${first.next}`);
    expect([...first.items, ...second.items].map((one: { id: string }) => one.id)).toEqual(ids.toReversed());
    for (let n = 0; n < 4; n += 1)
      await ana.json(`${base}/threads/${ids[0]}/messages`, { json: { text: `Message ${n}` }, status: 201 });
    const page = await ana.json(`${base}/threads/${ids[0]}?limit=3`);
    const rest = await ana.json(`${base}/threads/${ids[0]}?limit=3&cursor=${page.next}`);
    expect([...page.messages, ...rest.messages].map((one: { text: string }) => one.text)).toEqual([
      'Hello',
      'Message 0',
      'Message 1',
      'Message 2',
      'Message 3',
    ]);
    expect(rest.next).toBeNull();
  });

  test.each([
    [{ subject: '', text: 'x' }],
    [{ subject: 'x'.repeat(201), text: 'x' }],
    [{ subject: 'x', text: '' }],
    [{ subject: 'x', text: 'x'.repeat(20_001) }],
  ])('a thread needs a subject and a text of sensible length (%#)', async (json) => {
    const { base } = await recordPartner(await signUp(server), 'Longitud');
    await ana.json(`${base}/threads`, { json, status: 400 });
  });

  test('text is kept exactly as it was written, whatever it holds', async () => {
    const { base } = await recordPartner(ana, 'Exacta');
    const text = `<script>alert(1)</script> '; drop table messages; -- \u202e ñ 👩‍🔧\n\nsecond`;
    const begun = await ana.json(`${base}/threads`, { json: { subject: 'Odd', text }, status: 201 });
    expect(begun.messages[0].text).toBe(text);
    const nul = await ana.json(`${base}/threads`, { json: { subject: 'Odd', text: 'a\u0000b' }, status: 400 });
    expect(nul.code).toBe('invalid');
  });
});
