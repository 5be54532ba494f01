import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrivedMail } from '../../testing/mails-in.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { type RecordedPartner, recordPartner, request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
let ana: SignedUp;
let partner: RecordedPartner;
let conversation: string;

beforeAll(async () => {
  server = await testServer({
    config: { mailInUrl: 'lmtp://127.0.0.1:2424', answerAddress: '@answers.example', smtpUrl: 'smtp://mail.example' },
  });
  ana = await signUp(server, { organization: 'Universidad del Norte' });
  partner = await recordPartner(ana);
  conversation = await request(server, ana, partner.id);
});
afterAll(() => server.close());

const held = (more: object = {}) =>
  arrivedMail(server.platform, ana.organization.id, {
    state: 'held',
    reason: 'unknown-sender',
    kind: 'conversation',
    partnership: partner.id,
    subjectId: conversation,
    from: 'marta.home@post.example',
    name: 'Marta',
    words: 'Yes, by Friday works for us.',
    folded: '> Can you?',
    ...more,
  });
const decide = (id: string, json: object, status = 200, who: SignedUp = ana) =>
  who.json(`${ana.base}/mails-in/${id}/decision`, { json, status });
const acts = async () => (await ana.json(`${partner.base}/conversations/${conversation}`)).acts;

describe('a mail that is held', () => {
  test('shows what is new in it, what it repeats, and as whose words it may be taken', async () => {
    const id = await held();
    const list = await ana.json(`${ana.base}/mails-in?state=held`);
    expect(list).toMatchObject({ held: 1, items: [{ id, excerpt: 'Yes, by Friday works for us.' }] });
    expect(await ana.json(`${ana.base}/mails-in/${id}`)).toMatchObject({
      words: 'Yes, by Friday works for us.',
      folded: '> Can you?',
      about: 'Twelve places for interns',
      partnership: { id: partner.id, name: 'Taller Nuevo SL' },
      people: [{ id: partner.people[0]?.id, name: 'Marta Gil' }],
      canAccept: true,
      canShare: false,
    });
    await decide(id, { do: 'discard' });
  });

  test('is written down as said by somebody of a side without an account, once', async () => {
    const id = await held();
    const person = partner.people[0]?.id ?? '';
    const before = (await acts()).length;
    expect(await decide(id, { do: 'accept', person })).toMatchObject({ state: 'landed', decision: 'accepted' });
    const after = await acts();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ author: person, via: 'recorded', saying: { kind: 'say' } });
    await decide(id, { do: 'accept', person }, 409);
    await decide(id, { do: 'discard' }, 409);
    expect(await acts()).toHaveLength(before + 1);
  });

  test('is never taken as the words of a partner who is here', async () => {
    const { a, partnership } = await twoPartners(server);
    const about = await request(server, a, partnership);
    const id = await arrivedMail(server.platform, a.organization.id, {
      state: 'held',
      reason: 'unknown-sender',
      kind: 'conversation',
      partnership,
      subjectId: about,
      words: 'Yes.',
    });
    const people = await a.json(`${a.base}/partnerships/${partnership}/people`);
    const theirs = people.find((one: { side: string }) => one.side === 'b');
    expect(await a.json(`${a.base}/mails-in/${id}`)).toMatchObject({ canAccept: false, people: [] });
    await a.json(`${a.base}/mails-in/${id}/decision`, { json: { do: 'accept', person: theirs.id }, status: 409 });
  });

  test('of two who decide at once, one does', async () => {
    const id = await held();
    const json = { do: 'keep', partnership: partner.id };
    const answers = await Promise.all(
      [json, { do: 'discard' }].map((each) => ana.request(`${ana.base}/mails-in/${id}/decision`, { json: each })),
    );
    expect(answers.map((each) => each.status).toSorted()).toEqual([200, 409]);
  });

  test('is for managers to see; what was kept with a partner for every colleague', async () => {
    const id = await held();
    const luis = await colleagueOf(server, ana, { name: 'Luis' });
    await luis.json(`${ana.base}/mails-in`, { status: 403 });
    await luis.json(`${ana.base}/mails-in/${id}`, { status: 403 });
    await luis.json(`${ana.base}/mail-health`, { status: 403 });
    await luis.json(`${ana.base}/mails-in/${id}/decision`, { json: { do: 'discard' }, status: 403 });
    await decide(id, { do: 'keep', partnership: partner.id });
    const kept = await luis.json(`${ana.base}/mails-in?correspondence=${partner.id}`);
    expect(kept.items.map((each: { id: string }) => each.id)).toContain(id);
    expect(await luis.json(`${ana.base}/mails-in/${id}`)).toMatchObject({ canShare: true });
    const shared = await luis.json(`${ana.base}/mails-in/${id}/decision`, { json: { do: 'share' } });
    expect(shared).toMatchObject({ decision: 'shared', canShare: false });
    const threads = await ana.json(`${partner.base}/threads`);
    expect(threads.items[0].last.text).toContain('Marta <marta.home@post.example>');
    await luis.json(`${ana.base}/mails-in/${id}/decision`, { json: { do: 'share' }, status: 409 });
  });
});

describe('addresses and health', () => {
  test('the copy address of a partner is the same every time and belongs to one organization', async () => {
    const first = await ana.json(`${partner.base}/copy-address`);
    expect(first.address).toMatch(/^[a-z2-7]{42}@answers\.example$/);
    expect(await ana.json(`${partner.base}/copy-address`)).toEqual(first);
    const olga = await signUp(server, { organization: 'Otra' });
    await olga.json(`${olga.base}/partnerships/${partner.id}/copy-address`, { status: 404 });
  });

  test('what works is told by mails: none yet, then one that was sent to try it and came back', async () => {
    const before = await ana.json(`${ana.base}/mail-health`);
    expect(before).toMatchObject({
      in: { how: 'lmtp', server: '127.0.0.1:2424', address: '@answers.example', seenAt: null },
      out: { server: 'mail.example', sentAt: null },
      probe: null,
    });
    const tried = await ana.json(`${ana.base}/mail-health/probe`, { method: 'POST' });
    expect(tried.probe).toMatchObject({ state: 'queued', backAt: null });
    const { rows } = await server.database.owner.query<{ message_id: string; to_email: string }>(
      "select message_id, to_email from mails where kind = 'probe'",
    );
    expect(rows[0]?.to_email).toMatch(/@answers\.example$/);
    await arrivedMail(server.platform, ana.organization.id, {
      state: 'ignored',
      reason: 'probe',
      messageId: rows[0]?.message_id ?? '',
    });
    const after = await ana.json(`${ana.base}/mail-health`);
    expect(after.probe.backAt).not.toBeNull();
    expect(after.counts.ignored).toBe(1);
  });
});

describe('what an answer by mail reads like', () => {
  test('is offered to whoever wrote it, until something else is said', async () => {
    const { rows } = await server.database.owner.query<{ head: string }>(
      'select head from conversations where id = $1',
      [conversation],
    );
    const token = 'a'.repeat(42);
    await server.database.owner.query(
      `insert into answer_addresses (organization_id, token, kind, partnership_id, subject_id, email, person_id, created_at)
       values ($1, $2, 'conversation', $3, $4, $5, $6, now())`,
      [ana.organization.id, token, partner.id, conversation, ana.email, ana.id],
    );
    const suggestion = { kind: 'withdraw', date: null, atRisk: false, words: 'Never mind' };
    await arrivedMail(server.platform, ana.organization.id, {
      state: 'landed',
      kind: 'conversation',
      partnership: partner.id,
      subjectId: conversation,
      actId: rows[0]?.head ?? '',
      token,
      suggestion: { ...suggestion, kind: 'agree' },
    });
    const path = `${partner.base}/conversations/${conversation}/mail-suggestion`;
    expect(await ana.json(path)).toMatchObject({ suggestion: { kind: 'agree', words: 'Never mind' } });
    const luis = await colleagueOf(server, ana, { name: 'Luis' });
    expect(await luis.json(path)).toMatchObject({ suggestion: null });
    await ana.json(`${partner.base}/conversations/${conversation}/acts`, {
      json: { saying: { kind: 'say', text: 'Something else' } },
      headers: { 'if-match': `"${rows[0]?.head}"` },
    });
    expect(await ana.json(path)).toMatchObject({ suggestion: null });
  });
});
