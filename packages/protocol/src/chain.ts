import type { ActId, Instant, Party, Speaker, StoredAct } from './act.ts';
import { other } from './clock.ts';
import type { ChainHead, Conversation } from './conversation.ts';
import { latest } from './time.ts';

/** Where the next act of a speaker stands: spread it into the act. */
export interface ChainPosition {
  conversation: ActId;
  from: Party;
  to: Party;
  side: Speaker;
  seq: number;
  prev?: ActId;
  seen?: ActId;
}

export const headOf = (conversation: Conversation, party: Party): ChainHead | undefined =>
  Object.hasOwn(conversation.heads, party) ? conversation.heads[party] : undefined;

/** The last act of anybody but `party`. */
export function lastOfOthers(conversation: Conversation, party: Party): ChainHead | undefined {
  let found: ChainHead | undefined;
  for (const [owner, head] of Object.entries(conversation.heads)) {
    if (owner !== party && (found === undefined || head.place > found.place)) found = head;
  }
  return found;
}

/** The organization that speaks as `speaker` now. */
export function partyOf(conversation: Conversation, speaker: Speaker): Party | undefined {
  if (speaker !== 'newcomer') return conversation.parties[speaker];
  const proposal = conversation.pending?.proposal;
  return proposal && 'newcomer' in proposal ? proposal.newcomer : undefined;
}

/** True when the act's author had everything the other organizations had said: it crossed nothing. */
export const sawEverything = (conversation: Conversation, act: StoredAct): boolean =>
  act.seen === lastOfOthers(conversation, act.from)?.id;

/**
 * When the act was spoken, for every rule about time: the author's own clock, but never before what the author said or had seen
 * earlier. Acts that crossed do not move each other's time.
 */
export function spokenAt(conversation: Conversation, act: StoredAct): Instant {
  const own = headOf(conversation, act.from);
  let at = own ? latest(act.at, own.at) : act.at;
  for (const head of Object.values(conversation.heads)) if (head.id === act.seen) at = latest(at, head.at);
  return at;
}

/** True when the act continues its author's chain. */
export function continuesChain(conversation: Conversation, act: StoredAct): boolean {
  const own = headOf(conversation, act.from);
  return act.conversation === conversation.id && act.prev === own?.id && act.seq === (own?.seq ?? 0) + 1;
}

/** The heads after an act, whether it took effect or not. */
export function headsAfter(conversation: Conversation, act: StoredAct, at: Instant): Record<Party, ChainHead> {
  let place = 0;
  for (const head of Object.values(conversation.heads)) place = Math.max(place, head.place);
  return { ...conversation.heads, [act.from]: { seq: act.seq, id: act.id, at, place: place + 1 } };
}

/** Envelope fields of the next act of a speaker. A newcomer must be named by the pending proposal. */
export function toBeSpoken(conversation: Conversation, speaker: Speaker): ChainPosition {
  const from = partyOf(conversation, speaker);
  if (from === undefined) throw new TypeError('No pending proposal names a newcomer');
  const to = conversation.parties[speaker === 'newcomer' ? (conversation.pending?.by ?? 'customer') : other(speaker)];
  const own = headOf(conversation, from);
  const seen = lastOfOthers(conversation, from);
  return {
    conversation: conversation.id,
    from,
    to,
    side: speaker,
    seq: (own?.seq ?? 0) + 1,
    ...(own && { prev: own.id }),
    ...(seen && { seen: seen.id }),
  };
}
