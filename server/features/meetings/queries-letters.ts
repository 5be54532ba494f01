import type { Tx } from '../../platform/database.ts';
import { holds, type Letter, letters, type Room } from '../rooms/policy.ts';
import type { MeetingFacts } from '../mail/schema.ts';
import { type InvitedRow, invitedRows } from './queries.ts';
import type { MeetingNotice } from './schema-requests.ts';

/** Somebody of a side that the organization speaks for, who is told by mail: with an account, or by a link. */
export interface Told extends InvitedRow {
  email: string;
}

/** Whoever did it needs no mail about it; but for an invitation, which their calendar needs although they took the time themselves. */
function didIt(
  one: InvitedRow,
  { by, member, happened }: { happened: MeetingFacts['happened'] } & Pick<MeetingNotice, 'by' | 'member'>,
): boolean {
  if (happened === 'invited') return one.organizer;
  return one.id === by || (one.person_id !== null && one.person_id === member);
}

/**
 * Who of the organization's own sides is told: those asked, but not who did it. Of a partner who is here nobody is told by us: their own
 * organization does it in its own scope.
 */
export async function toldPeople(
  tx: Tx,
  organization: string,
  room: Room,
  notice: Pick<MeetingNotice, 'meetingId' | 'by' | 'member' | 'only'> & { happened: MeetingFacts['happened'] },
): Promise<Told[]> {
  const people = await invitedRows(tx, room.id, notice.meetingId);
  const held = new Set<Letter>(letters.filter((side) => holds(organization, room, side)));
  const { rows } = await tx.query<{ person_id: string }>(
    'select person_id from memberships where organization_id = $1 and person_id = any($2) and ended_at is null',
    [organization, people.map((one) => one.person_id).filter((id) => id !== null)],
  );
  const members = new Set(rows.map((row) => row.person_id));
  return people.flatMap((one) => {
    const { email } = one;
    if (email === null || one.ended_at !== null || !held.has(one.side)) return [];
    if (didIt(one, notice)) return [];
    if (notice.only && !notice.only.includes(one.id)) return [];
    // Somebody who signed in once and is a member no longer hears nothing of it.
    if (one.person_id !== null && !members.has(one.person_id)) return [];
    return [{ ...one, email }];
  });
}

export interface ComingTime {
  partnership: string;
  meeting: string;
  occurrence: string;
  starts_at: string;
}

/** Times of the organization's rooms that begin within a stretch and stand: for the reminder. */
export async function comingTimes(tx: Tx, organization: string, from: Date, to: Date): Promise<ComingTime[]> {
  const { rows } = await tx.query<ComingTime>(
    `select o.partnership_id as partnership, o.meeting_id as meeting, o.occurrence, o.starts_at
     from meeting_occurrences o join meetings m on m.partnership_id = o.partnership_id and m.id = o.meeting_id
     where (o.holder_a = $1 or o.holder_b = $1) and o.starts_at > $2 and o.starts_at <= $3 and o.cancelled_at is null and o.held is null
       and m.changed_at < o.starts_at - interval '36 hours'
     order by o.starts_at, o.partnership_id, o.meeting_id, o.occurrence limit 2000`,
    [organization, from, to],
  );
  return rows;
}

/** Results of one time, as a letter lists them. */
export async function lettersResults(
  tx: Tx,
  partnership: string,
  meeting: string,
  occurrence: string,
): Promise<{ kind: 'conversation' | 'idea' | 'meeting'; text: string; conversation: string | null }[]> {
  const { rows } = await tx.query<{
    kind: 'conversation' | 'idea' | 'meeting';
    text: string;
    conversation: string | null;
  }>(
    `select r.kind, coalesce(c.title, m.purpose, r.text) as text, r.conversation_id as conversation
     from meeting_results r
     left join conversations c on c.partnership_id = r.partnership_id and c.id = r.conversation_id
     left join meetings m on m.partnership_id = r.partnership_id and m.id = r.next_id
     where r.partnership_id = $1 and r.meeting_id = $2 and r.occurrence = $3 and r.kind <> 'thanks' order by r.at, r.id limit 100`,
    [partnership, meeting, occurrence],
  );
  return rows;
}
