import { holds, type Letter, mayRecordFor, otherSide, type Room } from '../rooms/policy.ts';

/** Agreeing to a stage binds the organization, as every consent does; proposing, keeping it as it is and taking back bind to nothing new. */
export function canAgree(actor: { mayPromise: boolean }): boolean {
  return actor.mayPromise;
}

/** The other side answers; a side without an account is answered for by whoever holds it, marked as written down. */
export function canAnswer(organization: string, room: Room, proposed: Letter): boolean {
  const side = otherSide(proposed);
  return room.mySide === side || mayRecordFor(organization, room, side);
}

/** Who proposed takes it back: their own side, or whoever wrote it down for one without an account. */
export function canTakeBack(organization: string, room: Room, proposed: Letter): boolean {
  return (
    room.mySide === proposed || (holds(organization, room, proposed) && mayRecordFor(organization, room, proposed))
  );
}

/** A view belongs to who kept it; a shared one may be tidied up by a manager. */
export function canChangeView(
  actor: { personId: string; role: string },
  view: { personId: string; shared: boolean },
): boolean {
  return view.personId === actor.personId || (view.shared && actor.role !== 'member');
}
