/** Promises made and settled between two partners, for what reads a history of them. */
import type { fixedClock } from '../platform/clock.ts';
import type { SignedUp } from './people.ts';

const day = 86_400_000;

export interface Promised {
  id: string;
  base: string;
}

type Clock = ReturnType<typeof fixedClock>;

/** Says something in a conversation, on the head it has now. */
export async function say(who: SignedUp, partnership: string, id: string, saying: object): Promise<void> {
  const path = `${who.base}/partnerships/${partnership}/conversations/${id}`;
  const { head } = await who.json(path);
  await who.json(`${path}/acts`, { json: { saying }, headers: { 'if-match': `"${head}"` }, status: 201 });
}

export interface Wish {
  what?: string;
  work?: string;
  price?: { amount: string; unit: string };
  /** Days until it is due. */
  days?: number;
}

/** Asked by one and promised by the other. */
export async function promise(
  clock: Clock,
  customer: SignedUp,
  performer: SignedUp,
  partnership: string,
  { what = 'Lend us a room', work, price, days = 10 }: Wish = {},
): Promise<string> {
  const at = (n: number) => ({ at: new Date(clock.now().getTime() + n * day).toISOString() });
  const terms = {
    what,
    conditions: [{ text: 'Forty seats' }],
    due: at(days),
    replyBy: at(5),
    ...(work && { work }),
    ...(price && { price }),
  };
  const made = await customer.json(`${customer.base}/partnerships/${partnership}/conversations`, {
    json: { saying: { kind: 'request', terms } },
    status: 201,
  });
  await say(performer, partnership, made.conversation, { kind: 'agree' });
  return made.conversation;
}

/** Promised, done and accepted a day later. */
export async function kept(
  clock: Clock,
  customer: SignedUp,
  performer: SignedUp,
  partnership: string,
  wish: Wish = {},
): Promise<string> {
  const id = await promise(clock, customer, performer, partnership, wish);
  clock.advance(day);
  await say(performer, partnership, id, { kind: 'report', on: [{ condition: 'c1', text: 'Done' }] });
  await say(customer, partnership, id, { kind: 'accept', verdicts: [{ condition: 'c1', verdict: 'met' }] });
  return id;
}

/** Promised, and a day later its performer says that it cannot be kept. */
export async function broken(
  clock: Clock,
  customer: SignedUp,
  performer: SignedUp,
  partnership: string,
  wish: Wish = {},
): Promise<string> {
  const id = await promise(clock, customer, performer, partnership, wish);
  clock.advance(day);
  await say(performer, partnership, id, { kind: 'renege', text: 'The room is gone', cause: 'capacity' });
  return id;
}

/** Made good by its performer and forgiven by its customer. */
export async function repaired(
  clock: Clock,
  customer: SignedUp,
  performer: SignedUp,
  partnership: string,
  id: string,
): Promise<void> {
  clock.advance(day);
  await say(performer, partnership, id, { kind: 'make-good', text: 'Another room' });
  await say(customer, partnership, id, { kind: 'forgive' });
}
