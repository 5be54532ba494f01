import { type ActKind, type ProposalKind, proposals, table } from '@entente/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SayingInput } from '../server/features/acts/schema.ts';
import type { ConversationPage } from '../server/features/conversations/schema.ts';
import { newcomer, type Scenario, scenarios, startOfStories } from '../server/testing/scenarios.ts';
import { type Cast, type GuestCast, guestCast, type Seats, signsIn, takeSeats, type Who } from './casts.ts';
import { formKeyOf, opens, says } from './composer.ts';
import { type ClockedProduct, startClockedProduct } from './product.ts';
import { beginStory, type Story } from './story.ts';
import { messagesFor } from '../messages/catalogue.ts';
import { signUp } from '../server/testing/people.ts';
import { offer } from '../server/testing/rooms.ts';
import { paths } from '../web/paths.ts';

const { talk } = messagesFor('en');

const DAY = 86_400_000;
const NEWCOMER = { name: 'Instituto Sur', person: 'Eva Roca' };

let product: ClockedProduct;
let story: Story;
let seats: Seats;
beforeAll(async () => {
  [product, story] = await Promise.all([startClockedProduct(startOfStories), beginStory('every-act')]);
  seats = await takeSeats(story);
});
afterAll(async () => {
  await story.end();
  await product.stop();
});

/** What has been pressed on a screen, by a member or by a guest: `guest accept`, `member propose amend`. */
const pressed = new Set<string>();

function nameOf(saying: SayingInput): string {
  return saying.kind === 'propose' ? `propose ${saying.proposal.kind}` : saying.kind;
}

function wordings(page: ConversationPage): Record<string, string> {
  const { conditions } = page.conversation.terms.terms;
  return Object.fromEntries(conditions.map(({ id, text }) => [id, page.texts[text]?.text ?? '']));
}

/** It ties two conversations, and a link shows one. */
const MEMBERS_ONLY = new Set(['link']);

/** Presses it on screen when nobody has in this way yet; the way there goes over HTTP. */
async function step(cast: Cast, who: Who, conversation: string, saying: SayingInput): Promise<void> {
  const page = await cast.read(conversation);
  const way = cast.way(who);
  const mark = `${way} ${nameOf(saying)}`;
  const variant = `${way} ${formKeyOf(saying)} ${'settlement' in saying ? saying.settlement : ''}`;
  if (pressed.has(variant) || (way === 'guest' && MEMBERS_ONLY.has(nameOf(saying)))) {
    await cast.say(who, conversation, page.head, await withNewcomer(cast, saying));
    return;
  }
  const visitor = await cast.stands(who, conversation, saying);
  await says(visitor, saying, { speaker: who, conditions: wordings(page), newcomer: NEWCOMER });
  pressed.add(mark).add(variant);
}

async function withNewcomer(cast: Cast, saying: SayingInput): Promise<SayingInput> {
  if (saying.kind !== 'propose' || !('newcomer' in saying.proposal) || saying.proposal.newcomer !== newcomer)
    return saying;
  return { ...saying, proposal: { ...saying.proposal, newcomer: await cast.newcomer() } };
}

/** Opens it on screen the first time, in one's own name or, for a side without an account, written down. */
async function begin(cast: Cast, who: Who, saying: SayingInput): Promise<string> {
  if (saying.kind !== 'request' && saying.kind !== 'offer')
    throw new Error('A story begins with a request or an offer');
  const recorded = cast.way(who) === 'guest';
  const mark = `${recorded ? 'recorded' : 'member'} ${saying.kind}`;
  if (pressed.has(mark)) return cast.open(who, saying);
  const visitor = await cast.asks(who, saying.kind);
  await opens(visitor, saying, recorded ? cast.guestName : undefined);
  pressed.add(mark);
  return new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';
}

async function tell(cast: Cast, scenario: Scenario): Promise<void> {
  product.clock.set(startOfStories);
  let conversation = '';
  for (const each of scenario.steps) {
    product.clock.advance('wait' in each ? each.wait * DAY : 60_000);
    if ('wait' in each) continue;
    if (conversation === '') conversation = await begin(cast, each.by, each.say);
    else await step(cast, each.by, conversation, each.say);
  }
  const page = await cast.read(conversation);
  expect(page.view.state, scenario.name).toBe(scenario.state);
  if (scenario.outcome) expect(page.view.outcome, scenario.name).toBe(scenario.outcome);
}

/** A request, and a yes to it that the other side wrote down. */
async function promiseWrittenDown(cast: GuestCast): Promise<string> {
  const [ask] = scenarios[0]?.steps ?? [];
  if (!ask || !('say' in ask)) throw new Error('The first story begins with a request');
  const conversation = await cast.open('customer', ask.say);
  const { head } = await cast.read(conversation);
  product.clock.advance(60_000);
  await cast.a.json(`${cast.base}/conversations/${conversation}/acts`, {
    json: { saying: { kind: 'agree' }, recorded: { person: cast.person } },
    headers: { 'if-match': `"${head}"` },
    status: 201,
  });
  return conversation;
}

describe('on screen', () => {
  it.each(scenarios)('a performer without an account, by link: $name', async (scenario) => {
    await tell(await guestCast(product, seats, 'performer'), scenario);
  });

  it.each(scenarios)('a customer without an account, by link: $name', async (scenario) => {
    await tell(await guestCast(product, seats, 'customer'), scenario);
  });

  it('what was written down is checked by link, and by a member once the partner is here; two conversations are tied', async () => {
    product.clock.set(startOfStories);
    const cast = await guestCast(product, seats, 'performer');
    const one = await promiseWrittenDown(cast);
    const other = await promiseWrittenDown(cast);
    await step(cast, 'performer', one, { kind: 'confirm', confirmed: [], denied: [] });
    const visitor = await cast.stands('customer', one, { kind: 'say', text: '' });
    const known = {
      speaker: 'customer' as const,
      conditions: {},
      other: 'Host five students for a week in your lab (Taller Nuevo SL)',
    };
    await says(visitor, { kind: 'link', relation: 'supports', other }, known);
    pressed.add('member link');
    await visitor.sees(talk.related.thisSupports);

    const bruno = await signUp(product, { organization: 'Taller Nuevo', email: 'bruno@taller.example' });
    const token = await offer(cast.a, cast.partnership, bruno.email);
    await bruno.json(`/api/claims/${token}`, { json: { organization: bruno.organization.id } });
    const here = await story.person();
    await signsIn(here, bruno, product.address);
    await here.opens(product.address + paths.conversation(bruno.organization.slug, cast.partnership, other));
    await says(here, { kind: 'confirm', confirmed: [], denied: [] }, { speaker: 'performer', conditions: {} });
    pressed.add('member confirm');
    expect((await cast.read(other)).acts.every((act) => !act.unconfirmed)).toBe(true);
  });

  it('every act and every proposal of the table has been pressed, by members and by guests', () => {
    const kinds = (Object.keys(table) as ActKind[]).filter((kind) => kind !== 'propose');
    const asked = (Object.keys(proposals) as ProposalKind[]).map((kind) => `propose ${kind}`);
    const missing = (way: string, not: Set<string>) =>
      [...kinds, ...asked].filter((name) => !not.has(name) && !pressed.has(`${way} ${name}`));
    expect(missing('member', new Set())).toEqual([]);
    expect(missing('guest', new Set(['request', 'offer', ...MEMBERS_ONLY]))).toEqual([]);
  });

  it('nothing went wrong in any browser', () => story.wentWell());
});
