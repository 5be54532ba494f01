import { confidence, replay, settlementsOf } from '@entente/trust';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Letter, otherSide, partnerName, partnerSide, type Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import type { KnownCommitment } from './model.ts';
import {
  directionOf,
  itemOf,
  ourView,
  type Pair,
  partyShape,
  present,
  settledItems,
  sharedView,
  type View,
} from './model-confidence.ts';
import { roomRecord, titlesOf, wholeRecord } from './queries.ts';
import type { CommitmentItem, CommitmentQuery, ConfidencePage, DirectionShape, EffectShape } from './schema.ts';

/** The two of a room, in one direction, as a view calls them. */
function pairOf(view: View, room: Room, customerSide: Letter): Pair {
  const party = (side: Letter) => {
    const { organizationId, claimedBy } = room.sides[side];
    return view.kind === 'shared' ? organizationId : (claimedBy ?? organizationId);
  };
  return { customer: party(customerSide), performer: party(otherSide(customerSide)) };
}

interface Asked {
  room: Room;
  customerSide: Letter;
  since: number;
  now: number;
}

async function directionShown(tx: Tx, view: View, asked: Asked, shared?: View): Promise<DirectionShape> {
  const { room, customerSide, since, now } = asked;
  const pair = pairOf(view, room, customerSide);
  const found = directionOf(view, pair, since, now);
  const recent = found.own.filter((one) => one.at > since || (one.liftedAt !== undefined && one.liftedAt > since));
  const came = new Set(recent.map((one) => one.id));
  const settled = await titled(
    tx,
    settledItems(view, (one) => came.has(one.id), now),
  );
  return {
    customerSide,
    customer: partyShape(view, pair.customer),
    performer: partyShape(view, pair.performer),
    view: view.kind,
    confidence: present(found.today, view),
    shared: shared ? sharedNow(shared, room, customerSide, now) : null,
    kinds: found.kinds,
    trend: found.trend,
    changes: {
      since: new Date(Math.min(since, now)).toISOString(),
      before: present(found.before, view),
      items: found.changes,
      settled,
    },
    beside: found.beside,
    prospect: found.prospect,
  };
}

function sharedNow(view: View, room: Room, customerSide: Letter, now: number): DirectionShape['shared'] {
  const experience = replay(view.record.commitments, now, view.options);
  return present(confidence(experience, { ...pairOf(view, room, customerSide), at: now }), view);
}

/** The same items with what their conversations are called. */
async function titled(tx: Tx, items: readonly CommitmentItem[]): Promise<CommitmentItem[]> {
  const titles = await titlesOf(
    tx,
    items.map((one) => ({ id: one.conversationId, partnership: one.partnershipId })),
  );
  return items.map((one) => ({ ...one, title: titles.get(one.conversationId) ?? '' }));
}

/** Both directions of a partnership: ours in them from all we know, theirs in us as far as the shared record shows it. */
export async function confidencePage(
  tx: Tx,
  organization: string,
  partnership: string,
  since: Date,
  now: Date,
): Promise<ConfidencePage> {
  const room = await loadRoom(tx, organization, partnership);
  const shared = sharedView(await roomRecord(tx, organization, partnership));
  const asked = (customerSide: Letter): Asked => ({
    room,
    customerSide,
    since: since.getTime(),
    now: now.getTime(),
  });
  const { mySide } = room;
  const directions: DirectionShape[] = [];
  if (mySide) {
    const ours = ourView(await wholeRecord(tx, organization), organization);
    directions.push(await directionShown(tx, ours, asked(mySide), shared));
    directions.push(await directionShown(tx, shared, asked(otherSide(mySide))));
  } else {
    for (const side of ['a', 'b'] as const) directions.push(await directionShown(tx, shared, asked(side)));
  }
  const partnerHere = room.sides[partnerSide(room)].claimedBy !== null;
  return { partner: partnerName(room), mySide, partnerHere, directions, now: now.toISOString() };
}

async function viewFor(tx: Tx, organization: string, room: Room, customer: Letter, kind: View['kind']): Promise<View> {
  if (kind === 'shared') return sharedView(await roomRecord(tx, organization, room.id));
  if (room.mySide !== customer)
    throw new AppError('not_found', 'What only the partner knows is not here: ask for the shared view.');
  return ourView(await wholeRecord(tx, organization), organization);
}

/** The commitments that a share of a number opens into. */
export async function commitmentsBehind(
  tx: Tx,
  organization: string,
  partnership: string,
  query: CommitmentQuery,
  now: Date,
) {
  const room = await loadRoom(tx, organization, partnership);
  const view = await viewFor(tx, organization, room, query.customer, query.view);
  const { customer, performer } = pairOf(view, room, query.customer);
  const { source, party } = query;
  const wanted = (one: KnownCommitment): boolean => {
    if (source === 'start') return false;
    if (source === 'population') return true;
    if (source === 'elsewhere') return one.customer === customer && one.performer === party;
    return one.performer === performer && one.customer === (source === 'counterparty' ? party : customer);
  };
  const all = settledItems(view, wanted, now.getTime());
  const after = readCursor(query.cursor, 'text', 'text');
  const start = after ? all.findIndex((one) => one.conversationId === after[1]) + 1 : 0;
  const shown = all.slice(start, start + query.limit);
  const last = shown.at(-1);
  const more = start + shown.length < all.length && last;
  return { items: await titled(tx, shown), next: more ? writeCursor([last.at, last.conversationId]) : null };
}

/** What one promise did to the number of the side it was made to, or would do. */
export async function effectOf(
  tx: Tx,
  organization: string,
  partnership: string,
  conversation: string,
  now: Date,
): Promise<EffectShape | null> {
  const room = await loadRoom(tx, organization, partnership);
  const shared = sharedView(await roomRecord(tx, organization, partnership));
  const inRoom = shared.record.commitments.find((one) => one.id === conversation);
  if (!inRoom) return null;
  const mine = room.mySide !== null && room.sides[room.mySide].organizationId === inRoom.customer;
  const view = mine ? ourView(await wholeRecord(tx, organization), organization) : shared;
  return effectIn(view, conversation, now.getTime());
}

function effectIn(view: View, id: string, now: number): EffectShape | null {
  const { commitments } = view.record;
  const commitment = commitments.find((one) => one.id === id);
  if (!commitment) return null;
  const pair = { customer: commitment.customer, performer: commitment.performer };
  const settlement = settlementsOf(commitments, now).find((one) => one.id === id);
  const item = itemOf(view, commitment, settlement, now);
  const experience = replay(commitments, now, view.options);
  const read = (from = experience): number => confidence(from, { ...pair, at: now }).value;
  // The strengths stay as they are, so that the difference is this promise's alone.
  const bare = <T>(found: () => T): T =>
    settlement && item.counts !== 'lifted' ? experience.without(settlement, found) : found();
  const before = bare(read);
  const today = present(confidence(experience, { ...pair, at: now }), view);
  const moved = (kept: boolean): number => {
    const supposed = { ...commitment, result: kept ? ('kept' as const) : ('failed' as const), settledAt: now };
    const last = settlementsOf([...commitments.filter((one) => one.id !== id), supposed], now).find(
      (one) => one.id === id,
    );
    return last ? bare(() => experience.suppose({ ...last, at: now }, read)) - before : 0;
  };
  return {
    customer: partyShape(view, pair.customer),
    performer: partyShape(view, pair.performer),
    view: view.kind,
    standing: today.standing,
    count: today.count,
    statedFrom: today.statedFrom,
    value: today.value,
    counts: item.counts,
    result: commitment.result,
    recorded: commitment.recorded,
    weight: item.weight,
    worth: item.worth,
    did: item.counts === 'kept' || item.counts === 'broken' ? read() - before : null,
    would: commitment.result === 'open' && item.counts === null ? { kept: moved(true), broken: moved(false) } : null,
  };
}
