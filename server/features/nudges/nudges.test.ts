import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { newId } from '../../platform/id.ts';
import { colleagueOf, signUp, type SignedUp } from '../../testing/people.ts';
import { promise, say } from '../../testing/promises.ts';
import { type Partners, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { sweepAll, tick } from '../follow-ups/jobs.ts';

const DAY = 86_400_000;
const clock = fixedClock('2026-03-02T10:00:00.000Z');
let server: TestServer;
let here: Partners;
beforeAll(async () => {
  server = await testServer({ clock });
});
beforeEach(async () => {
  here = await twoPartners(server);
});
afterAll(() => server?.close());

/** Days go by, and what is due is raised. */
async function later(days: number): Promise<void> {
  clock.advance(days * DAY);
  await sweepAll(server.platform, clock.now());
  await tick(server.platform, clock.now());
}

async function raised(who: SignedUp, rule: string): Promise<string> {
  const { items } = await who.json(`${who.base}/follow-ups?person=everyone`);
  const item = items.find((one: { rule: string }) => one.rule === rule);
  expect(items.map((one: { rule: string }) => one.rule)).toContain(rule);
  return item.id;
}

const nudgeOf = (who: SignedUp, id: string): string => `${who.base}/follow-ups/${id}/nudge`;

/** Both sides have spoken, and then nobody for nine weeks. */
async function silence({ a, b, partnership }: Partners): Promise<string> {
  const thread = await a.json(`${a.base}/partnerships/${partnership}/threads`, {
    json: { subject: 'Spring', text: 'Shall we meet?' },
    status: 201,
  });
  await b.json(`${b.base}/partnerships/${partnership}/threads/${thread.id}/messages`, {
    json: { text: 'Gladly.' },
    status: 201,
  });
  await later(60);
  return thread.id;
}

describe('a draft about a promise of the partner', () => {
  test('asks how it goes, greets who promised it, and is said in the conversation by the one who sends it', async () => {
    const { a, b, partnership } = here;
    const conversation = await promise(clock, a, b, partnership, { what: 'Lend us a room', days: 30 });
    await later(11);
    const id = await raised(a, 'progress-third');
    const draft = await a.json(nudgeOf(a, id));
    expect(draft).toMatchObject({
      to: b.name,
      partnershipId: partnership,
      thread: null,
      conversation: { id: conversation },
    });
    expect(draft.text).toContain(`Hello ${b.name},`);
    expect(draft.text).toContain('“Lend us a room”');
    expect(draft.text).toContain(a.name);
    expect(draft.text).not.toMatch(/[{}]/);
    // Asking for a draft sends nothing.
    const path = `${a.base}/partnerships/${partnership}/conversations/${conversation}`;
    expect((await a.json(path)).head).toBe(draft.conversation.head);

    const done = await a.json(nudgeOf(a, id), {
      json: { text: 'How is the room?', head: draft.conversation.head },
      status: 201,
    });
    expect(done).toMatchObject({ id, state: 'done' });
    expect(
      JSON.stringify(await b.json(`${b.base}/partnerships/${partnership}/conversations/${conversation}`)),
    ).toContain('How is the room?');
  });

  test('is in the language of the one who writes', async () => {
    const { a, b, partnership } = here;
    await promise(clock, a, b, partnership, { days: 30 });
    await later(31);
    const lucia = await colleagueOf(server, a, { name: 'Lucía Rey', locale: 'es', timeZone: 'Europe/Madrid' });
    const draft = await lucia.json(nudgeOf(lucia, await raised(a, 'progress-missed')));
    expect(draft.text).toMatch(/^Hola, Bruno Sanz:\n/);
    expect(draft.text).toMatch(/previsto para el \p{L}+ \d+ de \p{L}+ de 2026\. .*Lucía Rey\n/su);
    expect(draft.subject).toBe('Lo que esperamos');
  });

  test('is not sent when the other side has spoken meanwhile, and the follow-up stays', async () => {
    const { a, b, partnership } = here;
    const conversation = await promise(clock, a, b, partnership, { days: 30 });
    await later(11);
    const id = await raised(a, 'progress-third');
    const { conversation: at } = await a.json(nudgeOf(a, id));
    await say(b, partnership, conversation, { kind: 'progress', text: 'Half of it is there.' });
    await a.json(nudgeOf(a, id), { json: { text: 'How is it?', head: at.head }, status: 409 });
    await a.json(nudgeOf(a, id), { json: { text: 'How is it?' }, status: 400 });
    await raised(a, 'progress-third');
  });

  test('is there for nobody else, and for nothing that is ours to do', async () => {
    const { a, b, partnership } = here;
    await promise(clock, a, b, partnership, { days: 30 });
    await later(31);
    const own = await raised(b, 'move-overdue');
    await b.json(nudgeOf(b, own), { status: 409 });
    await b.json(nudgeOf(b, own), { json: { text: 'Sorry.', subject: 'Late' }, status: 409 });
    const id = await raised(a, 'progress-missed');
    expect((await a.json(nudgeOf(a, id))).text).toContain('another day');
    await b.json(nudgeOf(b, id), { status: 404 });
    const outsider = await signUp(server, { organization: 'Ajena' });
    await outsider.json(nudgeOf(outsider, id), { json: { text: 'Hello', subject: 'Hello' }, status: 404 });
  });
});

describe('a draft about a partner not heard of', () => {
  test('goes into the thread that is there, or a new one, in the words of the organization', async () => {
    const { a, b, partnership } = here;
    const thread = await silence(here);
    const id = await raised(a, 'cadence-amber');
    const words = 'Dear {name}, it is {organization}. Since {day}! {sender}';
    await a.json(`${a.base}/draft-wordings/cadence/en`, { method: 'PUT', json: { words, seen: null } });
    const draft = await a.json(nudgeOf(a, id));
    expect(draft).toMatchObject({ conversation: null, thread: { id: thread, subject: 'Spring' } });
    expect(draft.text).toMatch(/^Dear, it is Universidad del Norte\. Since \w+ \d+ \w+ 2026! /);
    await a.json(nudgeOf(a, id), { json: { text: 'Hello again.' }, status: 400 });
    await a.json(nudgeOf(a, id), { json: { text: 'Hello again.', thread }, status: 201 });
    const page = await b.json(`${b.base}/partnerships/${partnership}/threads/${thread}`);
    expect(page.messages.at(-1)).toMatchObject({ text: 'Hello again.', side: 'a' });

    const ofB = await raised(b, 'cadence-amber');
    await b.json(nudgeOf(b, ofB), { json: { text: 'And you?', subject: 'News' }, status: 201 });
    expect((await a.json(`${a.base}/partnerships/${partnership}/threads`)).items).toMatchObject([
      { subject: 'News' },
      { subject: 'Spring' },
    ]);
  });

  test('to a partner nobody ever spoke with says so, and names no day, in both languages', async () => {
    const { a, partnership } = here;
    const people = await a.json(`${a.base}/partnerships/${partnership}/people`);
    await server.database.owner.query(
      `insert into stage_moves (partnership_id, id, from_stage, to_stage, proposed_side, proposed_by, proposed_via, proposed_at, words, facts,
         answer, answered_by, answered_via, answered_at, holder_a, holder_b)
       select p.id, $2, 'prospect', 'awareness', 'a', $3, 'session', $4, '', '{}', 'agreed', $3, 'session', $4, p.holder_a, p.holder_b
       from partnerships p where p.id = $1`,
      [partnership, newId(), people[0].id, clock.now()],
    );
    await later(60);
    const lucia = await colleagueOf(server, a, { name: 'Lucía Rey', locale: 'es' });
    const id = await raised(a, 'cadence-amber');
    const { items } = await a.json(`${a.base}/follow-ups?person=everyone`);
    const item = items.find((one: { id: string }) => one.id === id);
    expect(item.reason).not.toHaveProperty('contactAt');
    expect(item.draft).toBe('first');
    const english = await a.json(nudgeOf(a, id));
    expect(english.text).toContain('we have not spoken with each other yet');
    expect(english.text).not.toMatch(/last spoke|2026/);
    expect(english.subject).toBe('Getting to know each other');
    const spanish = await lucia.json(nudgeOf(lucia, id));
    expect(spanish.text).toContain('Todavía no hemos hablado');
    expect(spanish.text).not.toMatch(/última vez|2026/);
  });
});

describe('the words of drafts', () => {
  const path = (who: SignedUp, draft = 'pair', locale = 'en') => `${who.base}/draft-wordings/${draft}/${locale}`;
  const wordings = async (who: SignedUp, draft: string, locale: string) =>
    (await who.json(`${who.base}/draft-wordings`)).items.find(
      (one: { draft: string; locale: string }) => one.draft === draft && one.locale === locale,
    );

  test('are the product’s in each language until an administrator words them, and again when they go back', async () => {
    const { a } = here;
    expect((await a.json(`${a.base}/draft-wordings`)).items).toHaveLength(16);
    const first = await wordings(a, 'pair', 'es');
    expect(first).toMatchObject({ own: null, changedAt: null, changedBy: null });
    expect(first.product).toMatch(/^Hola, \{nombre\}:/);
    const json = { words: '¿Qué tal, {nombre}?', seen: null };
    const saved = await a.json(path(a, 'pair', 'es'), { method: 'PUT', json });
    expect(saved).toMatchObject({ own: '¿Qué tal, {nombre}?', changedBy: a.name, product: first.product });
    // In the other language nothing changed.
    expect(await wordings(a, 'pair', 'en')).toMatchObject({ own: null, changedAt: null });
    clock.advance(DAY);
    const back = await a.json(path(a, 'pair', 'es'), { method: 'PUT', json: { words: null, seen: saved.changedAt } });
    expect(back).toMatchObject({ own: null, changedBy: a.name, changedAt: clock.now().toISOString() });
  });

  test('are read by everybody and worded by administrators alone', async () => {
    const { a } = here;
    const luis = await colleagueOf(server, a, { name: 'Luis', role: 'manager' });
    expect((await luis.json(`${luis.base}/draft-wordings`)).items).toHaveLength(16);
    await luis.json(path(luis), { method: 'PUT', json: { words: 'Hello', seen: null }, status: 403 });
    expect(await wordings(a, 'pair', 'en')).toMatchObject({ own: null });
  });

  test('cannot hold what nobody can fill in, and the answer names it', async () => {
    const { a } = here;
    const put = (words: string, draft = 'pair') =>
      a.json(path(a, draft), { method: 'PUT', json: { words, seen: null }, status: 400 });
    expect(await put('Dear {firstname}, {nombre}')).toMatchObject({ draft: 'pair', unknown: ['{firstname}'] });
    // Known in other drafts, never in this one.
    expect(await put('Since {day}', 'first')).toMatchObject({ unknown: ['{day}'] });
    await put('Dear {name');
    await put('  ');
    expect(await wordings(a, 'pair', 'en')).toMatchObject({ own: null });
  });

  test('that a colleague changed meanwhile are not overwritten unseen', async () => {
    const { a } = here;
    const { changedAt } = await a.json(path(a), { method: 'PUT', json: { words: 'One', seen: null } });
    clock.advance(1000);
    await a.json(path(a), { method: 'PUT', json: { words: 'Two', seen: null }, status: 409 });
    await a.json(path(a), { method: 'PUT', json: { words: 'Three', seen: changedAt } });
    await a.json(path(a), { method: 'PUT', json: { words: null, seen: changedAt }, status: 409 });
    expect(await wordings(a, 'pair', 'en')).toMatchObject({ own: 'Three' });
  });
});
