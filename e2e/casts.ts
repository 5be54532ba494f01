import { recordPartner } from '../server/testing/rooms.ts';
import type { SayingInput } from '../server/features/acts/schema.ts';
import type { ConversationPage } from '../server/features/conversations/schema.ts';
import { type Browser, colleagueOf, jsonOver, browser, type SignedUp, signUp } from '../server/testing/people.ts';
import { paths } from '../web/paths.ts';
import type { ClockedProduct } from './product.ts';
import type { Story, Visitor } from './story.ts';

export type Who = 'customer' | 'performer' | 'newcomer';

/** How each side of a conversation reaches it: with an account and a session, or by link. */
export interface Cast {
  /** `member`, or `guest` for a side without an account. */
  way(who: Who): 'member' | 'guest';
  /** The page of the conversation before the eyes of whoever says this. */
  stands(who: Who, conversation: string, saying: SayingInput): Promise<Visitor>;
  /** The page on which a conversation is opened. */
  asks(who: Who, kind: 'request' | 'offer'): Promise<Visitor>;
  open(who: Who, saying: SayingInput): Promise<string>;
  read(conversation: string): Promise<ConversationPage>;
  say(who: Who, conversation: string, head: string, saying: SayingInput): Promise<void>;
  /** A third organization, known in the room. */
  newcomer(): Promise<string>;
  /** Name of the side without an account. */
  guestName?: string;
}

const write = (by: Browser, path: string, head: string, saying: SayingInput) =>
  by.json(path, { json: { saying }, headers: { 'if-match': `"${head}"` }, status: 201 });

/** Lets a browser be the person who is signed in by the API. */
export async function signsIn(visitor: Visitor, person: Browser, address: string): Promise<void> {
  await visitor.page.goto('about:blank');
  await visitor.context.clearCookies();
  await visitor.context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: address })));
}

/** Three browsers that one cast after another sits down at. */
export interface Seats {
  member: Visitor;
  colleague: Visitor;
  visitor: Visitor;
}

export async function takeSeats(story: Story): Promise<Seats> {
  const [member, colleague, visitor] = await Promise.all([story.person(), story.person(), story.person('phone')]);
  // A newer link takes the place of the one in an open page.
  visitor.expects(/status of 410 .*\/api\/guest\//);
  return { member, colleague, visitor };
}

/** A cast in which one side has no account, with what a test may do in the name of the other. */
export interface GuestCast extends Cast {
  a: SignedUp;
  partnership: string;
  /** `/api/…/partnerships/{id}` */
  base: string;
  /** A person of the side without an account. */
  person: string;
}

/** A member of one organization; `guest` is the side that has no account and comes by link, and so does every newcomer. */
export async function guestCast(
  product: ClockedProduct,
  seats: Seats,
  guest: 'customer' | 'performer',
): Promise<GuestCast> {
  const a = await signUp(product);
  const partner = await recordPartner(a);
  const beside = await colleagueOf(product, a);
  const second = await a.json(`${partner.base}/people`, {
    json: { name: 'Luis Gil', email: 'luis@taller.example' },
    status: 201,
  });
  const person = partner.people[0]?.id ?? '';
  const { member, colleague, visitor } = seats;
  await signsIn(member, a, product.address);
  await signsIn(colleague, beside, product.address);
  const path = `${partner.base}/conversations`;
  const isGuest = (who: Who) => who === guest || who === 'newcomer';
  const link = async (who: Who, conversation: string, saying: SayingInput): Promise<string> => {
    const people = await a.json(`${partner.base}/people`);
    const third = people.find((each: { side: string }) => each.side === 'newcomer');
    const chosen = who === 'newcomer' ? third.id : saying.kind === 'stand-in' ? second.id : person;
    return (await a.json(`${path}/${conversation}/links`, { json: { person: chosen }, status: 201 })).url;
  };
  return {
    a,
    person,
    base: partner.base,
    partnership: partner.id,
    guestName: 'Taller Nuevo SL',
    way: (who) => (isGuest(who) ? 'guest' : 'member'),
    async stands(who, conversation, saying) {
      if (isGuest(who)) {
        await visitor.opens(await link(who, conversation, saying));
        return visitor;
      }
      const seat = saying.kind === 'stand-in' ? colleague : member;
      await seat.opens(product.address + paths.conversation(a.organization.slug, partner.id, conversation));
      return seat;
    },
    async asks(_who, kind) {
      await member.opens(product.address + paths.newConversation(a.organization.slug, partner.id, { kind }));
      return member;
    },
    async open(who, saying) {
      const recorded = isGuest(who) ? { recorded: { person } } : {};
      return (await a.json(path, { json: { saying, ...recorded }, status: 201 })).conversation;
    },
    read: (conversation) => a.json(`${path}/${conversation}`),
    async say(who, conversation, head, saying) {
      if (!isGuest(who)) {
        await write(saying.kind === 'stand-in' ? beside : a, `${path}/${conversation}/acts`, head, saying);
        return;
      }
      const token = (await link(who, conversation, saying)).split('/l/')[1] ?? '';
      await write(throughLink(product, token), '/api/guest/acts', head, saying);
    },
    async newcomer() {
      const made = await a.json(`${partner.base}/people`, {
        json: { name: 'Eva Roca', email: 'eva@instituto.example', side: 'newcomer', newcomerName: 'Instituto Sur' },
        status: 201,
      });
      return made.newcomerId;
    },
  };
}

function throughLink(product: ClockedProduct, token: string): Browser {
  const made = browser(product);
  const request: Browser['request'] = (path, call = {}) =>
    made.request(path, { ...call, headers: { ...(call.headers as object), 'x-entente-link': token } });
  return { ...made, request, json: jsonOver(request) };
}
