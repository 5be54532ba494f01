import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asWorker } from '../../platform/database.ts';
import { tellLive } from '../../platform/relay.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type Partners, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
let http: ServerType;
let origin: string;
let partners: Partners;

beforeAll(async () => {
  server = await testServer({ work: true });
  partners = await twoPartners(server);
  http = await new Promise((resolve) => {
    const made: ServerType = serve({ fetch: server.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made));
  });
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  if ('closeAllConnections' in http) http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await server.close();
});

const cookie = (who: Pick<SignedUp, 'cookies'>) =>
  [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

interface Heard {
  status: number;
  events: { event: string; data: Record<string, unknown> }[];
  /** Waits for so many events. */
  until(count: number): Promise<Heard['events']>;
  stop(): void;
}

async function listenTo(path: string, headers: Record<string, string>): Promise<Heard> {
  const stop = new AbortController();
  const response = await fetch(`${origin}${path}`, { headers, signal: stop.signal });
  const events: Heard['events'] = [];
  let ready: () => void = () => undefined;
  const listening = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const read = async () => {
    let buffer = '';
    const decoder = new TextDecoder();
    for await (const bytes of response.body ?? []) {
      const text = decoder.decode(bytes, { stream: true });
      if (text.includes(': listening')) ready();
      buffer += text;
      const blocks = buffer.split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (event && data) events.push({ event, data: JSON.parse(data) });
      }
    }
  };
  if (response.ok) {
    read().catch(() => undefined);
    await listening;
  }
  return {
    status: response.status,
    events,
    async until(count) {
      await expect.poll(() => events.length, { timeout: 5000 }).toBeGreaterThanOrEqual(count);
      return events;
    },
    stop: () => stop.abort(),
  };
}

describe('live updates', () => {
  test('reach both sides within a moment, and nobody else', async () => {
    const { a, b, partnership } = partners;
    const stranger = await signUp(server, { organization: 'Otra' });
    const [mine, theirs, others] = await Promise.all(
      [a, b, stranger].map((who) => listenTo(`${who.base}/live`, { cookie: cookie(who) })),
    );
    const begun = performance.now();
    const id = await request(server, a, partnership);
    const { head } = await a.json(`${a.base}/partnerships/${partnership}/conversations/${id}`);
    const after = await a.json(`${a.base}/partnerships/${partnership}/conversations/${id}/acts`, {
      json: { saying: { kind: 'say', text: 'One more thing' } },
      headers: { 'if-match': `"${head}"` },
    });
    await expect.poll(() => theirs?.events.at(-1)?.data.head, { timeout: 5000 }).toBe(after.head);
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(theirs?.events.at(-1)).toEqual({
      event: 'act',
      data: { partnershipId: partnership, conversationId: id, head: after.head },
    });
    await mine?.until(1);
    expect(others?.events).toEqual([]);
    for (const each of [mine, theirs, others]) each?.stop();
  });

  test('reach a guest for the one conversation of their link', async () => {
    const { a } = partners;
    const partner = await recordPartner(a, 'Taller Nuevo SL');
    const id = await request(server, a, partner.id, 'A workshop');
    const elsewhere = await request(server, a, partner.id, 'Something else');
    const { url } = await a.json(`${partner.base}/conversations/${id}/links`, {
      json: { person: partner.people[0]?.id },
    });
    const token = String(url).split('/l/')[1] ?? '';
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const guest = await listenTo('/api/guest/live', { 'x-entente-link': token });
    for (const conversation of [elsewhere, id]) {
      const page = `${partner.base}/conversations/${conversation}`;
      const { head } = await a.json(page);
      await a.json(`${page}/acts`, {
        json: { saying: { kind: 'say', text: 'Hello' } },
        headers: { 'if-match': `"${head}"` },
      });
    }
    const events = await guest.until(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(events.map((each) => each.data.conversationId)).toEqual([id]);
    expect(events[0]?.data).not.toHaveProperty('holders');
    expect((await listenTo('/api/guest/live', { 'x-entente-link': 'nonsense' })).status).toBe(410);
    guest.stop();
  });

  test('carry what other features tell, such as an import', async () => {
    const { a } = partners;
    const mine = await listenTo(`${a.base}/live`, { cookie: cookie(a) });
    await asWorker(server.platform.db, (tx) =>
      tellLive(tx, [{ event: 'import', holders: [a.organization.id], importId: 'x' }]),
    );
    expect((await mine.until(1)).at(-1)).toEqual({ event: 'import', data: { importId: 'x' } });
    mine.stop();
  });

  test('are for members only, and only so many at once', async () => {
    const { a, b } = partners;
    expect((await listenTo(`${a.base}/live`, {})).status).toBe(401);
    expect((await listenTo(`${a.base}/live`, { cookie: cookie(b) })).status).toBe(404);
    const luis = await colleagueOf(server, a, {});
    const open = await Promise.all(
      Array.from({ length: 20 }, () => listenTo(`${a.base}/live`, { cookie: cookie(luis) })),
    );
    expect(open.map((each) => each.status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect((await listenTo(`${a.base}/live`, { cookie: cookie(luis) })).status).toBe(429);
    for (const each of open) each.stop();
    await expect
      .poll(async () => {
        const again = await listenTo(`${a.base}/live`, { cookie: cookie(luis) });
        again.stop();
        return again.status;
      })
      .toBe(200);
  });
});
