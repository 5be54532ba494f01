import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { type Colleague, ensureRoomPerson } from '../people/commands.ts';
import { loadPerson } from '../people/queries.ts';
import { type Letter, mayRecordFor, type Room } from '../rooms/policy.ts';
import { findRoom } from '../rooms/queries.ts';
import type { MeetingNotice, Via } from './schema-requests.ts';

/** Whose words change a meeting, and how they came here. */
export interface Speaking {
  organization: string;
  room: Room;
  /** Pseudonym in the room. */
  person: string;
  side: Letter;
  via: Via;
  /** The member who did it, also where they wrote down what somebody else said. */
  personId?: string | undefined;
  now: Date;
}

/** A member speaking for themselves, or writing down the words of somebody whose side has no account. */
export async function memberSpeaking(
  tx: Tx,
  parts: { organization: string; room: Room; now: Date },
  colleague: Colleague,
  recorded?: string,
): Promise<Speaking> {
  const { organization, room, now } = parts;
  const base = { ...parts, personId: colleague.personId };
  if (recorded !== undefined) {
    const person = await loadPerson(tx, organization, room, recorded, now);
    if (person.side === 'newcomer' || !mayRecordFor(organization, room, person.side))
      throw new AppError('forbidden', 'That side speaks for itself here: nobody else can write down its words.');
    return { ...base, person: person.id, side: person.side, via: 'recorded' };
  }
  if (!room.mySide) throw new AppError('forbidden', 'Your organization takes part on neither side of this room.');
  const person = await ensureRoomPerson(tx, room.id, room.mySide, colleague, now);
  return { ...base, person, side: room.mySide, via: 'session' };
}

/** A member whose own calendar, or whose mail from their own address, says it. Undefined where their organization takes no part in the room. */
export async function calendarSpeaking(
  tx: Tx,
  where: { organization: string; partnership: string; via: 'mail' | 'calendar'; now: Date },
  colleague: Colleague,
): Promise<Speaking | undefined> {
  const room = await findRoom(tx, where.organization, where.partnership);
  if (!room?.mySide) return undefined;
  const person = await ensureRoomPerson(tx, room.id, room.mySide, colleague, where.now);
  const { organization, via, now } = where;
  return { organization, room, person, side: room.mySide, via, personId: colleague.personId, now };
}

/** Has people told of what happened, each side by its own keeper, and open pages read anew. */
export async function tellMeeting(
  tx: Tx,
  by: Speaking,
  meeting: string,
  told: Omit<MeetingNotice, 'partnershipId' | 'meetingId' | 'holders' | 'by' | 'member'>,
): Promise<void> {
  await tx.query(
    `insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b)
     select p.id, $2, 'meeting', $3, $4, p.holder_a, p.holder_b from partnerships p where p.id = $1`,
    [by.room.id, newId(), { meetingId: meeting, by: by.person, member: by.personId ?? null, ...told }, by.now],
  );
}

/** Has open pages read anew where there is nothing to write to anybody. */
export async function showMeeting(tx: Tx, by: Pick<Speaking, 'room' | 'now'>, meeting: string): Promise<void> {
  await tx.query(
    `insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b)
     select p.id, $2, 'meeting-shown', $3, $4, p.holder_a, p.holder_b from partnerships p where p.id = $1`,
    [by.room.id, newId(), { meetingId: meeting }, by.now],
  );
}
