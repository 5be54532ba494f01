import { holds, type Letter, letters, type Room } from '../rooms/policy.ts';

export type PersonSide = Letter | 'newcomer';

/** Days in which two who were merged can be taken apart again. */
export const MERGE_DAYS = 30;

/** An organization keeps the people of its own side and of a side it recorded, never those of a partner who is here. */
export function canKeepPeople(organization: string, room: Room, side: PersonSide): boolean {
  return side === 'newcomer' ? letters.some((one) => holds(organization, room, one)) : holds(organization, room, side);
}

/** A colleague who signs in writes their own name and address; a room only says what they are in it. */
export function canRename(person: { personId: string | null }): boolean {
  return person.personId === null;
}

/** A link speaks for a side, so only who holds that side may hand one out. */
export function canLink(
  organization: string,
  room: Room,
  person: { side: PersonSide; endedAt: string | null },
): boolean {
  return person.endedAt === null && canKeepPeople(organization, room, person.side);
}
