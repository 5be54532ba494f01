import { type ActKind, type ProposalKind, proposals, table } from '@entente/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { type Browser, browser, join, jsonOver, newPerson, type SignedUp, signUp } from '../../testing/people.ts';
import { newcomer, type Scenario, scenarios, startOfStories, type Step } from '../../testing/scenarios.ts';
import { recordPartner, twoPartners } from '../../testing/rooms.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import type { ConversationPage } from '../conversations/schema.ts';

const clock = fixedClock(startOfStories);
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server.close());

type Who = 'customer' | 'performer' | 'newcomer';

/** How each role reaches the conversation in one way of working together. */
interface Cast {
  open(first: Who, saying: object): Promise<{ conversation: string; head: string }>;
  page(who: Who, conversation: string): Promise<ConversationPage>;
  say(who: Who, conversation: string, head: string, saying: object): Promise<void>;
  /** Id of a newcomer organization made for the story. */
  newcomer(): Promise<string>;
}

const saidKinds = new Set<ActKind>();
const saidProposals = new Set<ProposalKind>();

async function tell(cast: Cast, scenario: Scenario): Promise<ConversationPage> {
  clock.set(startOfStories);
  let conversation = '';
  for (const step of scenario.steps) {
    if ('wait' in step) {
      clock.advance(step.wait * 86_400_000);
      continue;
    }
    clock.advance(60_000);
    const saying = await castNewcomer(cast, step);
    saidKinds.add(saying.kind);
    if (saying.kind === 'propose') saidProposals.add(saying.proposal.kind);
    if (conversation === '') {
      conversation = (await cast.open(step.by, saying)).conversation;
      continue;
    }
    const page = await cast.page(step.by, conversation);
    await cast.say(step.by, conversation, page.head, saying);
  }
  const page = await cast.page('customer', conversation);
  expect(page.view.state, scenario.name).toBe(scenario.state);
  if (scenario.outcome) expect(page.view.outcome, scenario.name).toBe(scenario.outcome);
  expect(page.acts.every((act) => act.void === null)).toBe(true);
  return page;
}

async function castNewcomer(cast: Cast, step: Extract<Step, { say: unknown }>) {
  const { say } = step;
  if (say.kind !== 'propose' || !('newcomer' in say.proposal) || say.proposal.newcomer !== newcomer) return say;
  return { ...say, proposal: { ...say.proposal, newcomer: await cast.newcomer() } };
}

const write = (browser: Browser, path: string, head: string, json: object) =>
  browser.json(path, { json, headers: { 'if-match': `"${head}"` }, status: 201 });

const between = scenarios.filter((one) => !one.steps.some((step) => 'by' in step && step.by === 'newcomer'));
const withNewcomer = scenarios.filter((one) => !between.includes(one));
const spoken = (page: ConversationPage, who: Who) => page.acts.filter((act) => act.speaker === who);

/** Two members of two organizations, each with a colleague. */
async function members(): Promise<{ cast: Cast; a: SignedUp; partnership: string }> {
  const { a, b, partnership } = await twoPartners(server);
  const by = { customer: a, performer: b, newcomer: b };
  const beside = { customer: await colleague(a), performer: await colleague(b), newcomer: b };
  const path = (who: Who) => `${by[who].base}/partnerships/${partnership}/conversations`;
  const cast: Cast = {
    open: (who, saying) => by[who].json(path(who), { json: { saying }, status: 201 }),
    page: (who, id) => by[who].json(`${path(who)}/${id}`),
    say: (who, id, head, saying) =>
      write(isStandIn(saying) ? beside[who] : by[who], `${path(who)}/${id}/acts`, head, { saying }),
    newcomer: async () => (await addNewcomer(a, `${a.base}/partnerships/${partnership}`)).newcomerId,
  };
  return { cast, a, partnership };
}

/** Somebody of a third organization who may take a side over. */
const addNewcomer = (by: Browser, room: string): Promise<{ id: string; newcomerId: string }> =>
  by.json(`${room}/people`, {
    json: { name: 'Eva Roca', email: 'eva@instituto.example', side: 'newcomer', newcomerName: 'Instituto Sur' },
    status: 201,
  });

async function colleague(of: SignedUp): Promise<Browser> {
  const person = await newPerson(server);
  await join(server, person, of.organization.id);
  return person;
}

const isStandIn = (saying: object) => 'kind' in saying && saying.kind === 'stand-in';

/** One member; the other side has no account and is one or two people with links. `guest` is the side that comes by link. */
async function withGuest(guest: 'customer' | 'performer'): Promise<Cast> {
  const a = await signUp(server);
  const partner = await recordPartner(a);
  const beside = await colleague(a);
  const [first] = partner.people;
  const second = await a.json(`${partner.base}/people`, {
    json: { name: 'Luis Gil', email: 'luis@taller.example' },
    status: 201,
  });
  const path = `${partner.base}/conversations`;
  const third: { id?: string; person?: string } = {};
  const linkFor = async (person: string, conversation: string): Promise<Browser> => {
    const { url } = await a.json(`${path}/${conversation}/links`, { json: { person }, status: 201 });
    return throughLink(String(url).split('/l/')[1] ?? '');
  };
  const voice = (who: Who, conversation: string, saying: object): Promise<Browser> => {
    const person = who === 'newcomer' ? third.person : isStandIn(saying) ? second.id : first?.id;
    return linkFor(person ?? '', conversation);
  };
  return {
    async open(who, saying) {
      // A guest answers; what opens the conversation in their name was written down.
      const recorded = who === guest ? { recorded: { person: first?.id } } : {};
      return a.json(path, { json: { saying, ...recorded }, status: 201 });
    },
    page: (_who, id) => a.json(`${path}/${id}`),
    async say(who, id, head, saying) {
      if (who !== guest && who !== 'newcomer')
        await write(isStandIn(saying) ? beside : a, `${path}/${id}/acts`, head, { saying });
      else await write(await voice(who, id, saying), '/api/guest/acts', head, { saying });
    },
    async newcomer() {
      const made = await addNewcomer(a, partner.base);
      third.id = made.newcomerId;
      third.person = made.id;
      return made.newcomerId;
    },
  };
}

function throughLink(token: string): Browser {
  const made = browser(server);
  const request: Browser['request'] = (path, call = {}) =>
    made.request(path, { ...call, headers: { ...(call.headers as object), 'x-entente-link': token } });
  return { ...made, request, json: jsonOver(request) };
}

describe('every act of the protocol', () => {
  it.each(between)('can be said by two members: $name', async (scenario) => {
    const page = await tell((await members()).cast, scenario);
    expect(page.sides.customer.presence).toBe('claimed');
    expect(page.acts.every((act) => act.via === 'session')).toBe(true);
  });

  it.each(scenarios)('can be said through links by a performer without an account: $name', async (scenario) => {
    const page = await tell(await withGuest('performer'), scenario);
    const [first, ...answers] = spoken(page, 'performer');
    expect(answers.every((act) => act.via === 'link')).toBe(true);
    expect(first === undefined || first.position > 1 ? first?.via : 'recorded').not.toBe('session');
  });

  it.each(scenarios)('can be said through links by a customer without an account: $name', async (scenario) => {
    const page = await tell(await withGuest('customer'), scenario);
    expect(
      spoken(page, 'customer')
        .slice(1)
        .every((act) => act.via === 'link'),
    ).toBe(true);
  });

  it.each(between)('can be written down for a partner without an account: $name', async (scenario) => {
    const a = await signUp(server);
    const partner = await recordPartner(a);
    const person = partner.people[0]?.id;
    const path = `${partner.base}/conversations`;
    const recorded = (who: Who) => (who === 'performer' ? { recorded: { person } } : {});
    const told = scenario.steps.filter(
      (step) => 'wait' in step || step.by !== 'performer' || table[step.say.kind].recordable,
    );
    const cast: Cast = {
      open: (who, saying) => a.json(path, { json: { saying, ...recorded(who) }, status: 201 }),
      page: (_who, id) => a.json(`${path}/${id}`),
      say: (who, id, head, saying) => write(a, `${path}/${id}/acts`, head, { saying, ...recorded(who) }),
      newcomer: async () => (await addNewcomer(a, partner.base)).newcomerId,
    };
    const page = await tell(cast, { ...scenario, steps: told });
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
    const guest = throughLink(String(url).split('/l/')[1] ?? '');
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
    const cast = await withGuest('customer');
    const story = scenarios.find((one) => one.name === 'handed over to a newcomer');
    if (!story) throw new Error('the story is missing');
    const page = await tell(cast, story);
    const { rows } = await server.database.owner.query('select 1 from today where conversation_id = $1', [page.id]);
    expect(rows).toEqual([]);
  });

  it('keeps the kind of work in the terms, and the cause in what it left', async () => {
    const { cast } = await members();
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
