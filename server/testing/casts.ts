/** Ways in which two organizations, and a newcomer, tell the stories of `scenarios.ts` over HTTP. */
import { table } from '@entente/protocol';
import { expect } from 'vitest';
import type { SayingInput } from '../features/acts/schema.ts';
import type { ConversationPage } from '../features/conversations/schema.ts';
import type { FixedClock } from '../platform/clock.ts';
import { type Browser, browser, join, jsonOver, newPerson, type SignedUp, signUp } from './people.ts';
import { recordPartner, twoPartners } from './rooms.ts';
import { newcomer, type Scenario, startOfStories, type Step } from './scenarios.ts';
import type { TestServer } from './server.ts';

export type Who = 'customer' | 'performer' | 'newcomer';

/** How each role reaches the conversation in one way of working together. */
export interface Cast {
  open(first: Who, saying: object): Promise<{ conversation: string; head: string }>;
  page(who: Who, conversation: string): Promise<ConversationPage>;
  say(who: Who, conversation: string, head: string, saying: object): Promise<void>;
  /** Id of a newcomer organization made for the story. */
  newcomer(): Promise<string>;
}

/** Tells a story to its end and answers the page of its conversation. `said` hears every saying. */
export async function tell(
  clock: FixedClock,
  cast: Cast,
  scenario: Scenario,
  said: (saying: SayingInput) => void = () => undefined,
): Promise<ConversationPage> {
  clock.set(startOfStories);
  let conversation = '';
  for (const step of scenario.steps) {
    if ('wait' in step) {
      clock.advance(step.wait * 86_400_000);
      continue;
    }
    clock.advance(60_000);
    const saying = await castNewcomer(cast, step);
    said(saying);
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

/** Says something with the head it was written on. */
export const write = (browser: Browser, path: string, head: string, json: object) =>
  browser.json(path, { json, headers: { 'if-match': `"${head}"` }, status: 201 });

/** Two members of two organizations, each with a colleague. */
export async function members(server: TestServer): Promise<{ cast: Cast; a: SignedUp; partnership: string }> {
  const { a, b, partnership } = await twoPartners(server);
  const by = { customer: a, performer: b, newcomer: b };
  const beside = { customer: await colleague(server, a), performer: await colleague(server, b), newcomer: b };
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
export const addNewcomer = (by: Browser, room: string): Promise<{ id: string; newcomerId: string }> =>
  by.json(`${room}/people`, {
    json: { name: 'Eva Roca', email: 'eva@instituto.example', side: 'newcomer', newcomerName: 'Instituto Sur' },
    status: 201,
  });

async function colleague(server: TestServer, of: SignedUp): Promise<Browser> {
  const person = await newPerson(server);
  await join(server, person, of.organization.id);
  return person;
}

const isStandIn = (saying: object) => 'kind' in saying && saying.kind === 'stand-in';

/** One member; the other side has no account and is one or two people with links. `guest` is the side that comes by link. */
export async function withGuest(server: TestServer, guest: 'customer' | 'performer'): Promise<Cast> {
  const a = await signUp(server);
  const partner = await recordPartner(a);
  const beside = await colleague(server, a);
  const [first] = partner.people;
  const second = await a.json(`${partner.base}/people`, {
    json: { name: 'Luis Gil', email: 'luis@taller.example' },
    status: 201,
  });
  const path = `${partner.base}/conversations`;
  const third: { id?: string; person?: string } = {};
  const linkFor = async (person: string, conversation: string): Promise<Browser> => {
    const { url } = await a.json(`${path}/${conversation}/links`, { json: { person }, status: 201 });
    return throughLink(server, String(url).split('/l/')[1] ?? '');
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

/** A browser in which somebody came by a link. */
export function throughLink(server: TestServer, token: string): Browser {
  const made = browser(server);
  const request: Browser['request'] = (path, call = {}) =>
    made.request(path, { ...call, headers: { ...(call.headers as object), 'x-entente-link': token } });
  return { ...made, request, json: jsonOver(request) };
}

/** One member who writes down what the other side says. */
export async function inWriting(server: TestServer): Promise<Cast> {
  const a = await signUp(server);
  const partner = await recordPartner(a);
  const person = partner.people[0]?.id;
  const path = `${partner.base}/conversations`;
  const recorded = (who: Who) => (who === 'performer' ? { recorded: { person } } : {});
  return {
    open: (who, saying) => a.json(path, { json: { saying, ...recorded(who) }, status: 201 }),
    page: (_who, id) => a.json(`${path}/${id}`),
    say: (who, id, head, saying) => write(a, `${path}/${id}/acts`, head, { saying, ...recorded(who) }),
    newcomer: async () => (await addNewcomer(a, partner.base)).newcomerId,
  };
}

/** The story without what cannot be written down for its performer. */
export const asWrittenDown = (scenario: Scenario): Scenario => ({
  ...scenario,
  steps: scenario.steps.filter((step) => 'wait' in step || step.by !== 'performer' || table[step.say.kind].recordable),
});
