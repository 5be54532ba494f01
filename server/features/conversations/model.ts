import type { Conversation, Side, Speaker } from '@entente/protocol';

export type Letter = 'a' | 'b';

/** Who holds what in a room, as every conversation row and its partnership tell it. */
export interface RoomRow {
  customer_side: Letter;
  holder_a: string;
  holder_b: string;
  /** The organizations as the log knows them. */
  organization_a: string;
  organization_b: string;
  /** The organization that really stands on a side; null while the side is only recorded. */
  claimed_a: string | null;
  claimed_b: string | null;
}

/** One side of a conversation: which organization holds it, and whether that organization speaks as the side itself. */
export interface Seat {
  side: Side;
  letter: Letter;
  holder: string;
  /** False while the side has no account here, or was handed over to a newcomer: its words are then recorded or come by link. */
  own: boolean;
  /** Party that took the side over, if it was handed over. */
  handedTo: string | null;
}

function seat(room: RoomRow, conversation: Conversation, side: Side): Seat {
  const customer: Letter = room.customer_side;
  const letter: Letter = side === 'customer' ? customer : customer === 'a' ? 'b' : 'a';
  const holder = letter === 'a' ? room.holder_a : room.holder_b;
  const party = letter === 'a' ? room.organization_a : room.organization_b;
  const claimed = letter === 'a' ? room.claimed_a : room.claimed_b;
  const handedTo = conversation.parties[side] === party ? null : conversation.parties[side];
  return { side, letter, holder, own: claimed !== null && handedTo === null, handedTo };
}

export function seatsOf(room: RoomRow, conversation: Conversation): [Seat, Seat] {
  return [seat(room, conversation, 'customer'), seat(room, conversation, 'performer')];
}

export interface Standing {
  /** The side the organization itself speaks for; null between two others. */
  speaker: Side | null;
  /** Sides whose words it may write down. */
  recordable: Speaker[];
}

/** For whom an organization may speak in a conversation, and whose words it may write down. */
export function standingOf(seats: readonly Seat[], conversation: Conversation, organization: string): Standing {
  const held = seats.filter((one) => one.holder === organization);
  const recordable: Speaker[] = held.filter((one) => !one.own).map((one) => one.side);
  const asked = conversation.pending;
  const newcomer = asked && (asked.proposal.kind === 'hand-over' || asked.proposal.kind === 'assign');
  if (newcomer && held.some((one) => one.side === asked.by) && !asked.consents.includes('newcomer'))
    recordable.push('newcomer');
  return { speaker: held.find((one) => one.own)?.side ?? null, recordable };
}

/**
 * For whom a guest speaks now. A newcomer speaks for the side once it is theirs, before that as the newcomer who was asked; who
 * handed their side over, or was never asked in the end, only reads on: null.
 */
export function guestSpeaker(
  speaker: Speaker,
  newcomer: string | null,
  conversation: Conversation,
  seats: readonly Seat[],
): Speaker | null {
  const { parties, pending } = conversation;
  if (newcomer === null) return seats.some((seat) => seat.side === speaker && seat.handedTo !== null) ? null : speaker;
  const side = (['customer', 'performer'] as const).find((one) => parties[one] === newcomer);
  if (side) return side;
  const asked = pending && 'newcomer' in pending.proposal ? pending.proposal.newcomer : undefined;
  return asked === newcomer ? 'newcomer' : null;
}
