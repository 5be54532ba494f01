import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { browser, colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { sentInTime } from './model.ts';
import type { Readback } from './schema.ts';

const START = '2026-11-24T10:00:00.000Z';
const clock = fixedClock(START);
let server: TestServer;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
let ofA: string;
let ofB: string;

beforeAll(async () => {
  server = await testServer({ clock });
  ({ a, b, partnership } = await twoPartners(server));
  ofA = `${a.base}/partnerships/${partnership}`;
  ofB = `${b.base}/partnerships/${partnership}`;
});
afterAll(() => server.close());
beforeEach(() => clock.set(START));

const letter = (more: object = {}) => ({
  heldOn: '2026-11-23',
  way: 'in-person',
  place: 'At their plant',
  subject: 'What we heard on Monday',
  words: 'Thank you for the tour.',
  replyBy: '2026-12-08',
  points: [
    { tag: 'need', text: 'Two welders by March' },
    { tag: 'worry', text: 'Half of the shift retires by 2030', certainty: 'assumed' },
  ],
  ...more,
});

const send = (json: object = letter()): Promise<Readback> => a.json(`${ofA}/readbacks`, { json, status: 201 });
const rightOn = (readback: Readback) => readback.points.map(({ id }) => ({ id, verdict: 'confirmed' }));
const conversationOf = (who: SignedUp, base: string, readback: Readback) =>
  who.json(`${base}/conversations/${readback.conversationId}`);

describe('a read-back between two who are here', () => {
  test('stands in the room of both, as an offer whose conditions are the points', async () => {
    const sent = await send();
    expect(sent).toMatchObject({
      mine: true,
      inTime: true,
      answeredAt: null,
      may: { answer: false, record: false },
      points: [
        { tag: 'need', certainty: 'heard', text: 'Two welders by March', verdict: null, added: false },
        { tag: 'worry', certainty: 'assumed', verdict: null },
      ],
    });
    const seen = await b.json(`${ofB}/readbacks/${sent.id}`);
    expect(seen).toMatchObject({
      mine: false,
      may: { answer: true, record: false },
      listener: 'Universidad del Norte',
    });
    const page = await conversationOf(b, ofB, sent);
    expect(page.view.state).toBe('negotiating');
    expect(page.conversation.terms.terms.conditions).toHaveLength(2);
  });

  test('confirmed is the first kept promise of whoever listened, and is counted as one', async () => {
    const sent = await send();
    const answered = await b.json(`${ofB}/readbacks/${sent.id}/answer`, { json: { points: rightOn(sent) } });
    expect(answered).toMatchObject({
      answeredVia: 'session',
      points: [{ verdict: 'confirmed' }, { verdict: 'confirmed' }],
    });
    const page = await conversationOf(a, ofA, sent);
    expect(page.view.state).toBe('closed');
    expect(page.conversation.closing.outcome).toBe('satisfied');
    expect(
      page.acts.map((act: { kind: string; speaker: string; saying: { kind: string } }) => [
        act.saying.kind,
        act.speaker,
      ]),
    ).toEqual([
      ['offer', 'performer'],
      ['agree', 'customer'],
      ['report', 'performer'],
      ['accept', 'customer'],
    ]);
    const { rows } = await server.database.owner.query(
      'select result, performer from commitments where conversation_id = $1',
      [sent.conversationId],
    );
    expect(rows).toEqual([{ result: 'kept', performer: a.organization.id }]);
  });

  test('a correction keeps both wordings, and what they add is theirs', async () => {
    const sent = await send();
    const [need, worry] = sent.points;
    await b.json(`${ofB}/readbacks/${sent.id}/answer`, {
      json: {
        points: [
          { id: need?.id, verdict: 'corrected', correction: 'Three welders by May' },
          { id: worry?.id, verdict: 'open' },
        ],
        added: [{ tag: 'offer', text: 'A hall to train in' }],
        words: 'You listened well.',
      },
    });
    const seen: Readback = await a.json(`${ofA}/readbacks/${sent.id}`);
    expect(seen.points).toEqual([
      expect.objectContaining({
        text: 'Two welders by March',
        verdict: 'corrected',
        correction: 'Three welders by May',
      }),
      expect.objectContaining({ verdict: 'open', correction: null }),
      expect.objectContaining({ added: true, tag: 'offer', text: 'A hall to train in', verdict: null }),
    ]);
    const page = await conversationOf(a, ofA, sent);
    expect(page.conversation.closing.outcome).toBe('satisfied-with-waivers');
    const parts = Object.values(page.texts ?? page.parts ?? {});
    expect(JSON.stringify(parts)).toContain('Three welders by May');
  });

  test('is answered once, whole, and by the side that was listened to', async () => {
    const sent = await send();
    const answer = `readbacks/${sent.id}/answer`;
    const whole = { points: rightOn(sent) };
    await a.json(`${ofA}/${answer}`, { json: whole, status: 403 });
    await b.json(`${ofB}/${answer}`, { json: { points: whole.points.slice(1) }, status: 400 });
    await b.json(`${ofB}/${answer}`, { json: { points: [...whole.points, ...whole.points] }, status: 400 });
    await b.json(`${ofB}/${answer}`, {
      json: { points: sent.points.map(({ id }) => ({ id, verdict: 'open' })) },
      status: 400,
    });
    await b.json(`${ofB}/${answer}`, {
      json: { points: [{ id: sent.points[0]?.id, verdict: 'corrected' }] },
      status: 400,
    });
    const silent = await colleagueOf(server, b, { mayPromise: false });
    await silent.json(`${silent.base}/partnerships/${partnership}/${answer}`, { json: whole, status: 403 });
    const both = await Promise.all([1, 2].map(() => b.request(`${ofB}/${answer}`, { method: 'POST', json: whole })));
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409]);
  });

  test('may be agreed to by the ordinary buttons first: the answer then does what is left', async () => {
    const sent = await send();
    const path = `${ofB}/conversations/${sent.conversationId}`;
    const { head } = await b.json(path);
    await b.json(`${path}/acts`, {
      json: { saying: { kind: 'agree' } },
      headers: { 'if-match': `"${head}"` },
      status: 201,
    });
    await b.json(`${ofB}/readbacks/${sent.id}/answer`, { json: { points: rightOn(sent) } });
    expect((await conversationOf(a, ofA, sent)).conversation.closing.outcome).toBe('satisfied');
  });

  test('that was declined can still be answered; no promise comes of it', async () => {
    const sent = await send();
    const path = `${ofB}/conversations/${sent.conversationId}`;
    const { head } = await b.json(path);
    await b.json(`${path}/acts`, {
      json: { saying: { kind: 'decline' } },
      headers: { 'if-match': `"${head}"` },
      status: 201,
    });
    await b.json(`${ofB}/readbacks/${sent.id}/answer`, { json: { points: rightOn(sent) } });
    expect((await conversationOf(a, ofA, sent)).conversation.closing.outcome).toBe('declined');
  });
});

describe('a read-back to a partner without an account', () => {
  const toRecorded = async () => {
    const ana = await signUp(server, { name: 'Ana Prieto' });
    const partner = await recordPartner(ana, 'Taller Nuevo');
    const marta = partner.people[0]?.id ?? '';
    const sent: Readback = await ana.json(`${partner.base}/readbacks`, { json: letter({ to: marta }), status: 201 });
    return { ana, partner, marta, sent };
  };

  test('is confirmed by link, with a correction', async () => {
    const { ana, partner, marta, sent } = await toRecorded();
    const made = await ana.json(`${partner.base}/conversations/${sent.conversationId}/links`, {
      json: { person: marta },
      status: 201,
    });
    const headers = { 'x-entente-link': made.url.split('/l/')[1] };
    const guest = browser(server);
    const shown = await guest.json('/api/guest/readback', { headers });
    expect(shown.readback).toMatchObject({ id: sent.id, mine: false, may: { answer: true, record: false } });
    const [need, worry] = sent.points;
    const json = {
      points: [
        { id: need?.id, verdict: 'corrected', correction: 'Four, in fact' },
        { id: worry?.id, verdict: 'confirmed' },
      ],
    };
    const answered = await guest.json('/api/guest/readback/answer', { json, headers });
    expect(answered).toMatchObject({ answeredVia: 'link', answeredBy: 'Marta Gil' });
    await guest.json('/api/guest/readback/answer', { json, headers, status: 410 });
    const page = await ana.json(`${partner.base}/conversations/${sent.conversationId}`);
    expect(page.conversation.closing.outcome).toBe('satisfied-with-waivers');
    expect(page.acts.at(-1)).toMatchObject({ via: 'link' });
  });

  test('is written down as they said it on the phone, and marked so', async () => {
    const { ana, partner, marta, sent } = await toRecorded();
    const answered = await ana.json(`${partner.base}/readbacks/${sent.id}/answer`, {
      json: { points: rightOn(sent), recorded: { person: marta } },
    });
    expect(answered).toMatchObject({ answeredVia: 'recorded', answeredBy: 'Marta Gil' });
    const page = await ana.json(`${partner.base}/conversations/${sent.conversationId}`);
    expect(page.conversation.closing.outcome).toBe('satisfied');
    expect(page.acts.at(-1)).toMatchObject({ via: 'recorded' });
  });

  test('a link of another conversation shows none', async () => {
    const { ana, partner, marta } = await toRecorded();
    const said = await ana.json(`${partner.base}/conversations`, {
      json: {
        saying: {
          kind: 'request',
          terms: {
            what: 'x',
            conditions: [{ text: 'x' }],
            due: { date: '2027-01-01' },
            replyBy: { date: '2026-12-24' },
          },
        },
      },
      status: 201,
    });
    const made = await ana.json(`${partner.base}/conversations/${said.conversation}/links`, {
      json: { person: marta },
      status: 201,
    });
    const headers = { 'x-entente-link': made.url.split('/l/')[1] };
    expect(await browser(server).json('/api/guest/readback', { headers })).toEqual({ readback: null });
    await browser(server).json('/api/guest/readback/answer', {
      json: { points: [{ id: marta, verdict: 'open' }], added: [{ tag: 'note', text: 'x' }] },
      headers,
      status: 404,
    });
  });
});

test.each([
  ['a talk that is not ours', { interview: '01a20b73-ad6d-716e-87c7-84cf72a4d726' }, 404],
  ['nothing to read back', { points: [] }, 400],
  ['a point that is too long', { points: [{ tag: 'need', text: 'x'.repeat(901) }] }, 400],
  ['too many points', { points: Array.from({ length: 51 }, () => ({ tag: 'need', text: 'x' })) }, 400],
  ['half a character', { points: [{ tag: 'need', text: 'x\ud800' }] }, 400],
  ['a day that is none', { heldOn: '2026-02-30' }, 400],
])('%s is refused', async (_name, more, status) => {
  await a.json(`${ofA}/readbacks`, { json: letter(more), status });
});

test('in time is two working days: a talk on Friday is read back by Tuesday', () => {
  expect(sentInTime('2026-11-20', '2026-11-24T23:00:00.000Z')).toBe(true);
  expect(sentInTime('2026-11-20', '2026-11-25T00:00:00.000Z')).toBe(false);
  expect(sentInTime('2026-11-21', '2026-11-24T10:00:00.000Z')).toBe(true);
  expect(sentInTime('2026-11-23', '2026-11-23T10:00:00.000Z')).toBe(true);
});
