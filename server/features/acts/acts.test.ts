import { type ActKind, type ProposalKind, proposals, table } from '@entente/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import {
  asWrittenDown,
  type Cast,
  inWriting,
  members,
  tell as tellStory,
  throughLink,
  type Who,
  withGuest,
  write,
} from '../../testing/casts.ts';
import { join, type SignedUp, signUp } from '../../testing/people.ts';
import { type Scenario, scenarios, startOfStories } from '../../testing/scenarios.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import type { ConversationPage } from '../conversations/schema.ts';

const clock = fixedClock(startOfStories);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server.close());

const saidKinds = new Set<ActKind>();
const saidProposals = new Set<ProposalKind>();
const tell = (cast: Cast, scenario: Scenario) =>
  tellStory(clock, cast, scenario, (saying) => {
    saidKinds.add(saying.kind);
    if (saying.kind === 'propose') saidProposals.add(saying.proposal.kind);
  });

const between = scenarios.filter((one) => !one.steps.some((step) => 'by' in step && step.by === 'newcomer'));
const withNewcomer = scenarios.filter((one) => !between.includes(one));
const spoken = (page: ConversationPage, who: Who) => page.acts.filter((act) => act.speaker === who);

describe('every act of the protocol', () => {
  it.each(between)('can be said by two members: $name', async (scenario) => {
    const page = await tell((await members(server)).cast, scenario);
    expect(page.sides.customer.presence).toBe('claimed');
    expect(page.acts.every((act) => act.via === 'session')).toBe(true);
  });

  it.each(scenarios)('can be said through links by a performer without an account: $name', async (scenario) => {
    const page = await tell(await withGuest(server, 'performer'), scenario);
    const [first, ...answers] = spoken(page, 'performer');
    expect(answers.every((act) => act.via === 'link')).toBe(true);
    expect(first === undefined || first.position > 1 ? first?.via : 'recorded').not.toBe('session');
  });

  it.each(scenarios)('can be said through links by a customer without an account: $name', async (scenario) => {
    const page = await tell(await withGuest(server, 'customer'), scenario);
    expect(
      spoken(page, 'customer')
        .slice(1)
        .every((act) => act.via === 'link'),
    ).toBe(true);
  });

  it.each(between)('can be written down for a partner without an account: $name', async (scenario) => {
    const page = await tell(await inWriting(server), asWrittenDown(scenario));
    expect(spoken(page, 'performer').every((act) => act.via === 'recorded' && act.unconfirmed)).toBe(true);
  });

  it('can be linked to another conversation, and recorded words can be confirmed or denied by whose they are', async () => {
    clock.set(startOfStories);
    const a = await signUp(server);
    const partner = await recordPartner(a);
    const person = partner.people[0]?.id;
    const path = `${partner.base}/conversations`;
    const [ask] = scenarios[0]?.steps ?? [];
    const saying = ask && 'say' in ask ? ask.say : undefined;
    const parent = await a.json(path, { json: { saying }, status: 201 });
    const child = await a.json(path, { json: { saying }, status: 201 });
    clock.advance(60_000);
    const promised = await write(a, `${path}/${parent.conversation}/acts`, parent.head, {
      saying: { kind: 'agree' },
      recorded: { person },
    });
    await write(a, `${path}/${child.conversation}/acts`, child.head, {
      saying: { kind: 'link', relation: 'supports', other: parent.conversation },
    });
    saidKinds.add('link');
    const seen: ConversationPage = await a.json(`${path}/${parent.conversation}`);
    expect(seen.related).toMatchObject([
      { id: child.conversation, relation: 'supports', direction: 'child', endangers: false },
    ]);

    const { url } = await a.json(`${path}/${parent.conversation}/links`, { json: { person }, status: 201 });
    const guest = throughLink(server, String(url).split('/l/')[1] ?? '');
    await write(guest, '/api/guest/acts', promised.head, {
      saying: { kind: 'confirm', confirmed: [promised.head], denied: [] },
    });
    saidKinds.add('confirm');
    // A guest may tie conversations of the room together, and learns of no other room.
    const elsewhere = await recordPartner(a, 'Otro Taller SL', 'otro@taller.example');
    const hidden = await a.json(`${elsewhere.base}/conversations`, { json: { saying }, status: 201 });
    const before: ConversationPage = await guest.json('/api/guest/conversation');
    const tie = (other: string) => ({
      json: { saying: { kind: 'link', relation: 'exchange', other } },
      headers: { 'if-match': `"${before.head}"` },
    });
    expect((await guest.request('/api/guest/acts', tie(hidden.conversation))).status).toBe(404);
    await guest.json('/api/guest/acts', { ...tie(child.conversation), status: 201 });
    const confirmed: ConversationPage = await a.json(`${path}/${parent.conversation}`);
    expect(confirmed.acts.map((act) => [act.saying.kind, act.via, act.unconfirmed])).toContainEqual([
      'agree',
      'recorded',
      false,
    ]);
    expect(confirmed.related.map((one) => one.direction).sort()).toEqual(['child', 'peer']);
    await a.json(`${partner.base}/people`, { json: { name: 'Somebody else' }, status: 201 });
    const forGuest: ConversationPage = await guest.json('/api/guest/conversation');
    expect(forGuest.related).toEqual([]);
    expect(forGuest.links).toEqual([]);
    expect(Object.values(forGuest.people).map((one) => one.name)).not.toContain('Somebody else');
  });

  it('is said under another pseudonym on each side by somebody who works for both organizations', async () => {
    clock.set(startOfStories);
    const { a, b, partnership } = await twoPartners(server);
    await join(server, a, b.organization.id);
    const path = (of: SignedUp) => `${of.base}/partnerships/${partnership}/conversations`;
    const [ask] = scenarios[0]?.steps ?? [];
    const saying = ask && 'say' in ask ? ask.say : undefined;
    const opened = await a.json(path(a), { json: { saying }, status: 201 });
    clock.advance(60_000);
    await write(a, `${path(b)}/${opened.conversation}/acts`, opened.head, { saying: { kind: 'agree' } });
    const page: ConversationPage = await a.json(`${path(b)}/${opened.conversation}`);
    const [asked, agreed] = page.acts;
    expect([page.people[asked?.author ?? '']?.side, page.people[agreed?.author ?? '']?.side].sort()).toEqual([
      'a',
      'b',
    ]);
    expect(page.speaker).toMatchObject({ speaker: 'performer', pseudonym: agreed?.author });
  });

  it('leaves the Today of a side that handed it over', async () => {
    const cast = await withGuest(server, 'customer');
    const story = scenarios.find((one) => one.name === 'handed over to a newcomer');
    if (!story) throw new Error('the story is missing');
    const page = await tell(cast, story);
    const { rows } = await server.database.owner.query('select 1 from today where conversation_id = $1', [page.id]);
    expect(rows).toEqual([]);
  });

  it('keeps the kind of work in the terms, and the cause in what it left', async () => {
    const { cast } = await members(server);
    const [first, broken, late] = ['asked, countered', 'offered, promised, reneged', 'reported late'].map((name) =>
      scenarios.find((one) => one.name.startsWith(name)),
    );
    if (!first || !broken || !late) throw new Error('a story is missing');
    const page = await tell(cast, first);
    expect(page.conversation.terms.terms.work).toBe('talent');
    const causes = ({ evidence }: ConversationPage) =>
      evidence.flatMap(({ kind, facts }) => (facts.cause ? [`${kind} ${facts.cause}`] : [])).sort();
    expect(causes(page)).toEqual(['early-warning capacity', 'sense-making capacity']);
    expect(causes(await tell(cast, broken))).toEqual(['broken external']);
    expect(causes(await tell(cast, late))).toEqual(['reported-late approval']);
  });

  it('is in these stories, and every kind of proposal too', () => {
    expect(withNewcomer.length).toBeGreaterThan(0);
    expect([...saidKinds].sort()).toEqual(Object.keys(table).sort());
    expect([...saidProposals].sort()).toEqual(Object.keys(proposals).sort());
  });
});
