import type { Conversation, Side, Speaker } from '@entente/protocol';
import { AppError } from '../../platform/problem.ts';
import type { PersonSide } from '../people/policy.ts';
import type { Letter, Room } from '../rooms/policy.ts';

/** Days a link works. */
export const LINK_DAYS = 14;
/** Fresh links somebody may ask for within an hour. */
export const FRESH_LINKS = 3;

export type LinkState = 'live' | 'used' | 'expired' | 'replaced' | 'revoked';

export interface LinkMarks {
  expires_at: string;
  used_at: string | null;
  replaced_at: string | null;
  revoked_at: string | null;
}

/** What a link is good for. Used up it still shows; only a live one acts. Withdrawn outweighs everything else. */
export function stateOf(link: LinkMarks, now: Date): LinkState {
  if (link.revoked_at !== null) return 'revoked';
  if (link.replaced_at !== null) return 'replaced';
  if (Date.parse(link.expires_at) <= now.getTime()) return 'expired';
  return link.used_at === null ? 'live' : 'used';
}

export function canView(state: LinkState): boolean {
  return state === 'live' || state === 'used';
}

/** Whoever held a link that was not withdrawn may have the next one sent to the same address. */
export function canAskAgain(state: LinkState): boolean {
  return state === 'used' || state === 'expired' || state === 'replaced';
}

const GONE: Record<'unknown' | Exclude<LinkState, 'live'>, string> = {
  unknown: 'This link is not one of ours, or was copied incompletely. Ask whoever sent it to you for a fresh one.',
  expired: 'This link has expired. Have a fresh one sent to the same address.',
  replaced: 'A newer link was sent to you. Use that one, or have a fresh one sent to the same address.',
  revoked: 'This link was withdrawn. Ask whoever sent it to you for a fresh one.',
  used: 'This link was used to answer already. Have a fresh one sent to the same address; nothing you wrote is lost.',
};

/** Why a link does not do what was asked, and what to do: `fresh` says that `POST /api/guest/fresh-link` helps. */
export function linkGone(reason: LinkState | 'unknown'): AppError {
  const why = reason === 'live' ? 'unknown' : reason;
  return new AppError('gone', GONE[why], { reason: why, fresh: reason !== 'unknown' && canAskAgain(reason) });
}

/** For whom somebody may speak by link in a conversation, and the side in whose name the link is given. */
export function linkRole(
  person: { side: PersonSide; newcomerId: string | null },
  conversation: Pick<Conversation, 'parties' | 'pending'>,
  customerSide: Letter,
  room: Room,
): { speaker: Speaker; side: Letter } | undefined {
  const letter = (role: Side): Letter => ((role === 'customer') === (customerSide === 'a') ? 'a' : 'b');
  const roles: Side[] = ['customer', 'performer'];
  if (person.side !== 'newcomer') {
    const role = roles.find((one) => letter(one) === person.side) as Side;
    const handedOver = conversation.parties[role] !== room.sides[person.side].organizationId;
    return handedOver ? undefined : { speaker: role, side: person.side };
  }
  const taken = roles.find((one) => conversation.parties[one] === person.newcomerId);
  if (taken) return { speaker: taken, side: letter(taken) };
  const asked = conversation.pending;
  const invited = asked && 'newcomer' in asked.proposal && asked.proposal.newcomer === person.newcomerId;
  return invited ? { speaker: 'newcomer', side: letter(asked.by) } : undefined;
}

/** An address shown to somebody who should recognize it as theirs, and to nobody else: `j…@example.org`. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
