import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, day } from '../testing/story.ts';
import { fromTape, nextLine, opening, type Pick } from '../testing/walk.ts';
import {
  apply,
  canonicalText,
  type Conversation,
  evidence,
  fold,
  isVoid,
  open,
  retell,
  type Side,
  skip,
  type StoredAct,
} from './index.ts';

/** One server: what has arrived there, and the fold of it. */
interface Replica {
  side: Side;
  acts: StoredAct[];
  /** On its way from the other side. */
  inbox: StoredAct[];
  conversation: Conversation;
}

const replica = (side: Side, first: StoredAct): Replica => ({
  side,
  acts: [first],
  inbox: [],
  conversation: fold([first]).conversation!,
});

/** A person on one server does something that is offered there, not knowing what is still on its way. */
function speak(me: Replica, them: Replica, now: number, pick: Pick): void {
  const line = nextLine(me.conversation, now, pick, [me.side]);
  if (!line) return;
  const act = compose(me.conversation, line);
  const result = apply(me.conversation, act);
  expect(isVoid(result), `offered and refused: ${act.kind}`).toBe(false);
  me.conversation = result as Conversation;
  me.acts.push(act);
  them.inbox.push(act);
}

/** Some of what is on its way arrives, in any order, some of it twice. */
function deliver(me: Replica, pick: Pick): void {
  if (me.inbox.length === 0) return;
  const [act] = me.inbox.splice(pick(me.inbox.length), 1) as [StoredAct];
  me.acts.push(act);
  if (pick(5) === 4) me.inbox.push(act);
  me.conversation = fold(me.acts).conversation!;
}

/** Two servers talk over a network that delays and shuffles. Their clocks differ by up to some hours. */
function twoServers(tape: number[], turns: number): { customer: Replica; performer: Replica; voids: number } {
  const pick = fromTape(tape);
  const first = compose(undefined, opening(pick));
  const customer = replica('customer', first);
  const performer = replica('performer', first);
  const skew = { customer: pick(5) / 24, performer: 0 };
  let now = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    now += [0.01, 0.2, 1, 4][pick(4)]!;
    const [me, them] = pick(2) ? [customer, performer] : [performer, customer];
    if (pick(3) === 0) deliver(me, pick);
    else speak(me, them, now + skew[me.side], pick);
  }
  while (customer.inbox.length + performer.inbox.length > 0) {
    deliver(customer, fromTape([pick(7)]));
    deliver(performer, fromTape([pick(7)]));
  }
  return { customer, performer, voids: fold(customer.acts).voids.length };
}

const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 60, maxLength: 140 });

describe('two servers', { timeout: 60_000 }, () => {
  it('arrive at the same conversation, however their acts crossed', () => {
    let crossed = 0;
    fc.assert(
      fc.property(tapes, (tape) => {
        const { customer, performer, voids } = twoServers(tape, 16);
        crossed += voids;
        expect(new Set(performer.acts.map(({ id }) => id))).toEqual(new Set(customer.acts.map(({ id }) => id)));
        expect(canonicalText(performer.conversation)).toBe(canonicalText(customer.conversation));
      }),
      { numRuns: 1200 },
    );
    // A property about crossing acts that never cross would prove nothing.
    expect(crossed).toBeGreaterThan(100);
  });

  it('agree on order, voids and evidence too, and wait for the same acts while some are missing', () => {
    fc.assert(
      fc.property(tapes, fc.nat(), (tape, seed) => {
        const { customer, performer } = twoServers(tape, 16);
        const known = [...new Map(customer.acts.map((act) => [act.id, act])).values()];
        const facts = (acts: StoredAct[]) =>
          retell(acts).steps.map(({ act, before, after, refusal }) => [
            act.id,
            refusal ?? evidence(before, act, after!),
          ]);
        expect(facts(performer.acts)).toEqual(facts(customer.acts));
        const partial = known.filter((_, index) => index === 0 || (seed >> (index % 24)) % 3 !== 1);
        expect(canonicalText(fold(partial.toReversed()))).toBe(canonicalText(fold(partial)));
        const { order, waiting } = fold(partial);
        expect([...order, ...waiting].sort()).toEqual(partial.map(({ id }) => id).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('apply act by act what the fold says, void acts included', () => {
    fc.assert(
      fc.property(tapes, (tape) => {
        const { customer } = twoServers(tape, 14);
        const { order, conversation, voids } = fold(customer.acts);
        const byId = new Map(customer.acts.map((act) => [act.id, act]));
        let now: Conversation | undefined;
        const refused: string[] = [];
        for (const id of order) {
          const act = byId.get(id)!;
          const result = now ? apply(now, act) : open(act);
          if (isVoid(result)) refused.push(id);
          now = isVoid(result) ? skip(now!, act) : result;
        }
        expect(canonicalText(now)).toBe(canonicalText(conversation));
        expect(refused).toEqual(voids.map(({ act }) => act));
      }),
      { numRuns: 300 },
    );
  });

  it('never lose an act: every one has its place, void or not', () => {
    fc.assert(
      fc.property(tapes, (tape) => {
        const { customer } = twoServers(tape, 14);
        const { order, waiting, conversation, voids } = fold(customer.acts);
        expect(waiting).toEqual([]);
        expect(new Set(order)).toEqual(new Set(customer.acts.map(({ id }) => id)));
        expect(conversation!.length).toBe(order.length - voids.length);
        expect(conversation!.lastAt >= day(0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
