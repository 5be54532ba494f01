import type { Membership } from '../identity/policy.ts';
import { type Letter, mayRecordFor, type Room } from '../rooms/policy.ts';

/** Words that say how an organization is registered, not who it is. */
const LEGAL = new Set(
  (
    'inc incorporated corp corporation co company llc llp lp ltd limited plc pty pvt gmbh mbh ag kg kgaa ug se ev sa sas sarl sl slu sll srl spa ' +
    'bv nv oy oyj ab as asa aps ohg kk ltda cv sab sapi foundation stiftung'
  ).split(' '),
);

/** What remains of a name when case, accents, punctuation and legal form are set aside. */
export function plainName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word, index) => !(LEGAL.has(word) && index > 0) && !(word === 'the' && index === 0));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** Two ways of writing down the same organization. */
export function samePartner(
  one: { name: string; domain: string | null },
  other: { name: string; domain: string | null },
): boolean {
  if (one.domain !== null && one.domain === other.domain) return true;
  return plainName(one.name) !== '' && plainName(one.name) === plainName(other.name);
}

/** A partner who is not here can be renamed by whoever wrote it down; one who is here has its own name. */
export function canChangePartner(organization: string, room: Room, side: Letter): boolean {
  return mayRecordFor(organization, room, side);
}

/** Handing a recorded side to its organization binds: a manager or administrator offers it. */
export function canOfferClaim(
  actor: Pick<Membership, 'role'>,
  organization: string,
  room: Room,
  side: Letter,
): boolean {
  return actor.role !== 'member' && mayRecordFor(organization, room, side);
}
