import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type Browser, colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type Partners, type RecordedPartner, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import type { ConversationPage } from '../conversations/schema.ts';

const start = '2026-03-02T09:00:00.000Z';
const clock = fixedClock(start);
let server: TestServer;
let room: Partners & { of: (who: SignedUp) => string };
let outsider: SignedUp;
let recorded: RecordedPartner;

beforeAll(async () => {
  server = await testServer({ clock });
  const partners = await twoPartners(server);
  room = { ...partners, of: (who) => `${who.base}/partnerships/${partners.partnership}` };
  recorded = await recordPartner(partners.a, 'Taller Sur');
  outsider = await signUp(server, { organization: 'Ajena', name: 'Olga' });
});
afterAll(() => server.close());
beforeEach(() => clock.set(start));

const terms = (more: object = {}) => ({
  what: 'Host five students',
  conditions: [{ text: 'A named mentor' }],
  due: { date: '2026-04-01' },
  replyBy: { date: '2026-03-10' },
  ...more,
});
const unknown = '01900000-0000-7000-8000-000000000000';
const nowhere = 'f'.repeat(64);

interface Answer {
  status: number;
  code?: string;
  body: any;
}
async function post(by: Browser, path: string, json: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await by.request(path, { json, headers });
  const body = await response.json();
  if (response.status >= 400) {
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(body.detail.length).toBeGreaterThan(10);
    expect(JSON.stringify(body)).not.toMatch(/select |postgres|node_modules| at \//i);
  }
  return { status: response.status, code: body.code, body };
}
const open = (by: SignedUp, json: unknown, path = room.of(by)) => post(by, `${path}/conversations`, json);
const ask = (more: object = {}) => ({ saying: { kind: 'request', terms: terms(more) } });

/** A request of `a` that waits for an answer of `b`. */
async function asked(): Promise<{ id: string; page: (by?: SignedUp) => Promise<ConversationPage> }> {
  const id = await request(server, room.a, room.partnership);
  return { id, page: (by = room.a) => by.json(`${room.of(by)}/conversations/${id}`) };
}
const say = (by: SignedUp, id: string, head: string | undefined, saying: object, more: object = {}) =>
  post(
    by,
    `${room.of(by)}/conversations/${id}/acts`,
    { saying, ...more },
    head === undefined ? {} : { 'if-match': head.startsWith('raw:') ? head.slice(4) : `"${head}"` },
  );

async function guestOf(id: string): Promise<Browser['request']> {
  const { url } = await room.a.json(`${recorded.base}/conversations/${id}/links`, {
    json: { person: recorded.people[0]?.id },
    status: 201,
  });
  const token = String(url).split('/l/')[1] ?? '';
  return async (path, { json, ...call } = {}) =>
    server.request(path, {
      ...call,
      ...(json !== undefined && { json, method: 'POST' }),
      headers: { ...(call.headers as object), 'x-entente-link': token },
    });
}

describe('an act that does not fit', () => {
  it('is refused from the wrong side and in the wrong state, with what can follow instead, and leaves nothing', async () => {
    const { id, page } = await asked();
    for (const [by, saying, reason] of [
      [room.a, { kind: 'agree' }, 'wrong-side'],
      [room.b, { kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] }, 'wrong-state'],
      [room.b, { kind: 'withdraw' }, 'wrong-side'],
      [room.a, { kind: 'forgive' }, 'wrong-state'],
    ] as const) {
      const answer = await say(by, id, (await page()).head, saying);
      expect(answer, saying.kind).toMatchObject({ status: 422, code: 'does_not_fit' });
      expect(answer.body.reason, saying.kind).toBe(reason);
    }
    expect((await page()).acts).toHaveLength(1);
  });

  it('is refused for a side that speaks for itself, and to whoever has nothing to do with it', async () => {
    const { id, page } = await asked();
    const { head } = await page();
    expect(await say(room.a, id, head, { kind: 'agree' }, { recorded: { speaker: 'performer' } })).toMatchObject({
      status: 403,
    });
    expect(await say(outsider, id, head, { kind: 'say', text: 'Hello' })).toMatchObject({ status: 404 });
    expect(await open(room.a, { ...ask(), recorded: {} })).toMatchObject({ status: 403 });
    const member = await colleagueOf(server, room.b, { mayPromise: false });
    expect(await say(member, id, head, { kind: 'agree' })).toMatchObject({ status: 403 });
    expect(await say(member, id, head, { kind: 'say', text: 'I will ask' })).toMatchObject({ status: 201 });
  });
});

describe('the head somebody saw', () => {
  it('has to be sent, in its form', async () => {
    const { id } = await asked();
    const hello = { kind: 'say', text: 'Hello' };
    expect(await say(room.a, id, undefined, hello)).toMatchObject({ status: 428, code: 'precondition_required' });
    for (const garbled of ['*', 'abc', `"${'g'.repeat(64)}"`, `"${nowhere}", "${nowhere}"`, nowhere])
      expect(await say(room.a, id, `raw:${garbled}`, hello), garbled).toMatchObject({ status: 400, code: 'invalid' });
  });

  it('gets back what was said since, where it is an old one, and nothing of another room', async () => {
    const { id, page } = await asked();
    const { head } = await page();
    const first = await say(room.b, id, head, { kind: 'say', text: 'One' });
    const second = await say(room.b, id, first.body.head, { kind: 'say', text: 'Two' });
    const late = await say(room.a, id, head, { kind: 'withdraw' });
    expect(late).toMatchObject({ status: 409, code: 'stale', body: { head: second.body.head } });
    expect(late.body.since.map((act: { id: string; kind: string }) => [act.id, act.kind])).toEqual([
      [first.body.head, 'say'],
      [second.body.head, 'say'],
    ]);
    const lost = await say(room.a, id, nowhere, { kind: 'withdraw' });
    expect(lost).toMatchObject({ status: 409, body: { head: second.body.head } });
  });
});

describe('two who act at the same moment', () => {
  it('are told apart: one is heard, the others learn what was said, and nothing is lost', async () => {
    const { id, page } = await asked();
    const { head } = await page();
    const colleague = await colleagueOf(server, room.b);
    const speakers = [room.a, room.b, colleague, room.a, room.b, colleague];
    const answers = await Promise.all(speakers.map((by, n) => say(by, id, head, { kind: 'say', text: `Voice ${n}` })));
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const heard = answers.find((one) => one.status === 201)?.body.head;
    for (const lost of answers.filter((one) => one.status === 409))
      expect(lost.body).toMatchObject({ code: 'stale', head: heard, since: [{ id: heard, kind: 'say' }] });
    const after = await page();
    expect(after.acts).toHaveLength(2);
    expect(Object.values(after.texts).filter((one) => one.text?.startsWith('Voice'))).toHaveLength(1);
  });

  it('of a promise and a withdrawal only one stands', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, page } = await asked();
      const { head } = await page();
      const [withdrawn, promised] = await Promise.all([
        say(room.a, id, head, { kind: 'withdraw' }),
        say(room.b, id, head, { kind: 'agree' }),
      ]);
      expect([withdrawn.status, promised.status].sort()).toEqual([201, 409]);
      expect((await page()).view.state).toBe(promised.status === 201 ? 'performing' : 'closed');
    }
  });

  it('a guest and a member too; the link of a guest who was slower still works', async () => {
    const id = (await open(room.a, ask(), recorded.base)).body.conversation;
    const guest = await guestOf(id);
    const path = `${recorded.base}/conversations/${id}`;
    const { head } = await room.a.json(path);
    const [byGuest, byMember] = await Promise.all([
      guest('/api/guest/acts', { json: { saying: { kind: 'agree' } }, headers: { 'if-match': `"${head}"` } }),
      room.a.request(`${path}/acts`, { json: { saying: { kind: 'withdraw' } }, headers: { 'if-match': `"${head}"` } }),
    ]);
    expect([byGuest.status, byMember.status].sort()).toEqual([201, 409]);
    const page: ConversationPage = await room.a.json(path);
    expect(page.acts).toHaveLength(2);
    expect(page.links[0]?.usedAt === null).toBe(byGuest.status === 409);
    if (byGuest.status === 409)
      expect(await byGuest.json()).toMatchObject({ code: 'stale', since: [{ kind: 'withdraw' }] });
  });

  it('opening at once makes one conversation each', async () => {
    const before = (await room.a.json(`${room.a.base}/conversations`)).items.length;
    const answers = await Promise.all([1, 2, 3, 4].map(() => open(room.a, ask())));
    expect(answers.map((one) => one.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((one) => one.body.conversation)).size).toBe(4);
    expect((await room.a.json(`${room.a.base}/conversations?limit=100`)).items.length).toBe(Math.min(100, before + 4));
  });
});

describe('what does not belong into an act', () => {
  it.each([
    ['an empty text', { kind: 'say', text: '  ' }],
    ['a text without end', { kind: 'say', text: 'x'.repeat(10_001) }],
    ['a text too long once it is written in bytes', { kind: 'say', text: '漢'.repeat(9_999) }],
    ['NUL', { kind: 'say', text: 'a\u0000b' }],
    ['half a character', { kind: 'say', text: 'a\ud83d' }],
    ['half a character the other way', { kind: 'say', text: '\ude00b' }],
    ['an unknown act', { kind: 'shout', text: 'x' }],
    ['a field of another act', { kind: 'say', text: 'x', verdicts: [] }],
    ['more files than fit', { kind: 'say', text: 'x', files: Array.from({ length: 21 }, () => unknown) }],
    ['a number where words belong', { kind: 'say', text: 7 }],
    ['satisfaction of six', { kind: 'accept', verdicts: [], satisfaction: 6 }],
    ['nothing', {}],
  ])('is refused as not valid: %s', async (_name, saying) => {
    const { id, page } = await asked();
    const answer = await say(room.a, id, (await page()).head, saying);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 400, code: 'invalid' });
    expect((await page()).acts).toHaveLength(1);
  });

  it.each([
    ['51 conditions', { conditions: Array.from({ length: 51 }, (_, n) => ({ text: `No. ${n}` })) }],
    ['a what without end', { what: 'x'.repeat(2_001) }],
    ['a condition without end', { conditions: [{ text: 'x'.repeat(1_001) }] }],
    ['NUL in a condition', { conditions: [{ text: 'a\u0000' }] }],
    ['half a character in the title', { what: 'a\udc00' }],
    ['a day that is none', { due: { date: '2026-02-30' } }],
    ['a moment that is none', { due: { at: '2026-13-01T00:00:00Z' } }],
    ['hour 25', { due: { at: '2026-03-20T25:00:00Z' } }],
    ['two ways to say when', { due: { date: '2026-04-01', at: '2026-04-01T00:00:00Z' } }],
    ['words for a day', { due: { date: 'soon' } }],
    ['an amount of a hundred digits', { price: { amount: '9'.repeat(100), unit: 'EUR' } }],
    ['an amount that is no number', { price: { amount: '1e9', unit: 'EUR' } }],
    ['a kind of work that is not in the list', { work: 'magic' }],
    ['a negative amount', { effort: { amount: '-1', unit: 'hours' } }],
    ['half a character in a unit', { effort: { amount: '1', unit: '\ud800' } }],
    ['no days', { due: { days: 0 } }],
    ['more days than ten years', { due: { days: 1e9 } }],
  ])('is refused as not valid in terms: %s', async (_name, more) => {
    const answer = await open(room.a, ask(more));
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 400, code: 'invalid' });
  });

  it.each([
    ['due yesterday', { due: { date: '2026-03-01' } }, 422],
    ['an answer by yesterday', { replyBy: { at: '2026-03-01T00:00:00Z' } }, 422],
    ['due in the year 50', { due: { date: '0050-03-01' } }, 400],
    ['due in the year 9999', { due: { date: '9999-12-31' } }, 400],
    ['due at the end of time', { due: { at: '9999-12-31T23:59:59.999Z' } }, 400],
    ['due in a century', { due: { date: '2126-12-31' } }, 201],
  ])('is a day out of reach: %s', async (_name, more, status) => {
    const answer = await open(room.a, ask(more));
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  });

  it('is refused where it is no JSON, or not sent as JSON, or larger than any act', async () => {
    const path = `${room.of(room.a)}/conversations`;
    const send = async (body: string, type = 'application/json') =>
      (await room.a.request(path, { method: 'POST', body, headers: { 'content-type': type } })).status;
    expect(await send('{"saying":')).toBe(400);
    expect(await send('[]')).toBe(400);
    expect(await send('null')).toBe(400);
    expect(await send('"text"')).toBe(400);
    expect([400, 415]).toContain(await send('a=b', 'application/x-www-form-urlencoded'));
    expect(await send(JSON.stringify({ ...ask(), padding: 'x'.repeat(2_000_000) }))).toBe(413);
    expect(await send(`{"saying":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)).toBe(400);
    expect(await send('{"__proto__":{"saying":{}},"constructor":1}')).toBe(400);
  });

  it('does not come in through fields the act does not have', async () => {
    const { id, page } = await asked();
    const { head } = await page();
    for (const more of [{ recorded: { speaker: 'god' } }, { actor: 'x' }, { at: start }, { recorded: { at: 'now' } }])
      expect(await say(room.b, id, head, { kind: 'say', text: 'x' }, more)).toMatchObject({ status: 400 });
  });
});

describe('words are words', () => {
  it.each([
    ['HTML and script', '<script>alert(1)</script><img src=x onerror=alert(1)> & <b>'],
    ['right to left', '\u202eabc\u202c مرحبا \u2066x\u2069'],
    ['without width', 'a\u200bb\u200c\u200dc\ufeff'],
    ['emoji of many parts', '👩‍👩‍👧‍👦🏽 e\u0301 \u{1F9D1}\u200d\u{1F52C}'],
    ['templates and formulas', "{{7*7}} ${7*7} =cmd|' /C calc'!A0 %s %00 ' OR 1=1 --"],
    ['lines and tabs', 'one\r\ntwo\n\tthree'],
  ])('and come back as they were sent: %s', async (_name, text) => {
    const made = await open(room.a, ask({ what: text, conditions: [{ text }] }));
    expect(made.status).toBe(201);
    const page: ConversationPage = await room.b.json(`${room.of(room.b)}/conversations/${made.body.conversation}`);
    expect(Object.values(page.texts).map((one) => one.text)).toEqual([text, text].map((one) => one.trim()));
    await say(room.b, made.body.conversation, page.head, { kind: 'say', text });
    const heard = await room.a.json(`${room.of(room.a)}/conversations/${made.body.conversation}`);
    const said = heard.acts.at(-1).saying.text;
    expect(heard.texts[said].text).toBe(text.trim());
    const response = await room.a.request(`${room.of(room.a)}/conversations/${made.body.conversation}`);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('ids of somebody else’s things', () => {
  it('are as unknown as ids of nothing', async () => {
    const { a, b } = room;
    const [ofA, ofB] = await Promise.all([a.json(`${room.of(a)}/people`), b.json(`${room.of(b)}/people`)]);
    const people: { id: string; side: string }[] = ofA.items ?? ofA;
    expect((ofB.items ?? ofB).length).toBe(people.length);
    const other = await recordPartner(outsider, 'Suyo');
    const own =
      people.find((one) => one.side === 'a')?.id ??
      (
        await a.json(`${room.of(a)}/people`, {
          json: { name: 'Decana', side: 'a' },
          status: 201,
        })
      ).id;
    const thread = await a.json(`${recorded.base}/threads`, {
      json: { subject: 'Other room', text: 'x' },
      status: 201,
    });
    const foreign = await outsider.json(`${other.base}/threads`, {
      json: { subject: 'Theirs', text: 'x' },
      status: 201,
    });
    for (const [name, more] of [
      ['nobody', { to: unknown }],
      ['a person of another room', { to: recorded.people[0]?.id }],
      ['a person of another organization', { to: other.people[0]?.id }],
      ['a person of one’s own side', { to: own }],
      ['no thread', { threadId: unknown }],
      ['a thread of another room', { threadId: thread.id }],
      ['a thread of others', { threadId: foreign.id }],
    ] as const)
      expect(await open(a, { ...ask(), ...more }), name).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('do not speak: whose words are written down has to be known on that side', async () => {
    const own = await room.a.json(`${recorded.base}/people`, { json: { name: 'Own', side: 'a' }, status: 201 });
    const third = await room.a.json(`${recorded.base}/people`, {
      json: { name: 'Eva', side: 'newcomer', newcomerName: 'Instituto Sur' },
      status: 201,
    });
    const stranger = (await room.a.json(`${room.of(room.a)}/people`)).items?.[0]?.id ?? unknown;
    const path = `${recorded.base}/conversations`;
    const made = await post(room.a, path, ask());
    for (const person of [unknown, own.id, third.id, stranger]) {
      const json = { saying: { kind: 'agree' }, recorded: { person } };
      const answer = await post(room.a, `${path}/${made.body.conversation}/acts`, json, {
        'if-match': `"${made.body.head}"`,
      });
      expect(answer).toMatchObject({ status: 404 });
      expect(await post(room.a, path, { ...ask(), recorded: { person } })).toMatchObject({ status: 404 });
    }
  });

  it('do not take over: a newcomer has to be known in the room', async () => {
    const { id, page } = await asked();
    const promised = await say(room.b, id, (await page()).head, { kind: 'agree' });
    const elsewhere = await room.a.json(`${recorded.base}/people`, {
      json: { name: 'Eva', side: 'newcomer', newcomerName: 'Instituto Sur' },
      status: 201,
    });
    for (const newcomer of [unknown, elsewhere.newcomerId, outsider.organization.id])
      expect(
        await say(room.b, id, promised.body.head, { kind: 'propose', proposal: { kind: 'assign', newcomer } }),
      ).toMatchObject({ status: 404 });
  });

  it('are not linked: a conversation the speaker cannot see does not exist', async () => {
    const { id, page } = await asked();
    const hidden = await post(outsider, `${(await recordPartner(outsider, 'Otro')).base}/conversations`, ask());
    const ofARecorded = await post(room.a, `${recorded.base}/conversations`, ask());
    for (const [by, other] of [
      [room.a, nowhere],
      [room.a, id],
      [room.a, hidden.body.conversation],
      [room.b, ofARecorded.body.conversation],
    ] as const) {
      const answer = await say(by, id, (await page(by)).head, { kind: 'link', relation: 'supports', other });
      expect([404, 422]).toContain(answer.status);
    }
    expect((await page()).related).toEqual([]);
    const answer = await say(room.a, id, (await page()).head, {
      kind: 'link',
      relation: 'supports',
      other: ofARecorded.body.conversation,
    });
    expect(answer.status).toBe(201);
    // The partner sees that there is a relation in the log, and nothing of a room that is not theirs.
    expect((await page(room.b)).related).toEqual([]);
    expect((await page(room.a)).related).toHaveLength(1);
  });

  it('take no place: what supersedes a conversation is another one of the same room', async () => {
    const { id, page } = await asked();
    const promised = await say(room.b, id, (await page()).head, { kind: 'agree' });
    const elsewhere = await post(room.a, `${recorded.base}/conversations`, ask());
    const end = (successor: string) =>
      say(room.a, id, promised.body.head, { kind: 'propose', proposal: { kind: 'end-together', successor } });
    for (const successor of [nowhere, id, elsewhere.body.conversation])
      expect(await end(successor)).toMatchObject({ status: 404 });
    expect(await end((await asked()).id)).toMatchObject({ status: 201 });
  });

  it('answer nothing: what an act answers has to stand there', async () => {
    const { id, page } = await asked();
    expect(await say(room.b, id, (await page()).head, { kind: 'agree', answers: nowhere })).toMatchObject({
      status: 422,
      code: 'does_not_fit',
    });
    const confirm = { kind: 'confirm', confirmed: [nowhere], denied: [] };
    expect(await say(room.b, id, (await page()).head, confirm)).toMatchObject({ status: 422 });
  });

  it('attach nothing: files of another room, of the other side, or used before', async () => {
    const { id, page } = await asked();
    const upload = (by: SignedUp, path: string) =>
      by.json(`${path}/files`, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' }, status: 201 });
    const [mine, theirs, elsewhere] = await Promise.all([
      upload(room.a, room.of(room.a)),
      upload(room.b, room.of(room.b)),
      upload(room.a, recorded.base),
    ]);
    const { head } = await page();
    for (const file of [unknown, theirs.id, elsewhere.id])
      expect(await say(room.a, id, head, { kind: 'say', text: 'x', files: [file] })).toMatchObject({ status: 404 });
    const said = await say(room.a, id, head, { kind: 'say', text: 'x', files: [mine.id] });
    expect(said.status).toBe(201);
    expect(await say(room.a, id, said.body.head, { kind: 'say', text: 'x', files: [mine.id] })).toMatchObject({
      status: 404,
    });
    expect(
      await say(room.a, id, said.body.head, { kind: 'report', on: [{ condition: 'c1', files: [theirs.id] }] }),
    ).toMatchObject({ status: 404 });
  });
});
