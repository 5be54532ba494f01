import type { RoomPerson } from '../../../server/features/people/schema.ts';
import type { Speaker } from './marks.tsx';

/** People of the other side with a name, those who are still there: whom one talks with. */
export function theirPeople(people: RoomPerson[] | undefined, mySide: 'a' | 'b' | null): Speaker[] {
  return (people ?? [])
    .filter((each) => each.side !== mySide && each.endedAt === null)
    .flatMap(({ id, name }) => (name ? [{ id, name }] : []));
}
