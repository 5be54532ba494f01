import type { Tx } from '../../platform/database.ts';
import { type Letter, otherSide } from '../rooms/policy.ts';
import type { Meet } from './model.ts';

interface MeetRow {
  partnership_id: string;
  meeting_id: string;
  occurrence: string;
  purpose: string;
  starts_at: string;
  cancelled_at: string | null;
  cancelled_side: Letter | null;
  said_a: boolean;
  said_b: boolean;
  came_a: boolean | null;
  came_b: boolean | null;
}

/**
 * Whether a side had said that it comes: somebody of it said yes to this time where it now is, or to all of it as it stood then; who
 * invites comes. An answer to all of it from before a change counts once the time is past: it was never taken back.
 */
const said = (side: Letter): string => `exists (
  select from meeting_people i
  left join meeting_answers w on w.partnership_id = i.partnership_id and w.meeting_id = i.meeting_id and w.person = i.person and w.occurrence = ''
    and o.moved_sequence = 0 and (w.sequence >= m.sequence or o.starts_at < m.changed_at)
  left join meeting_answers n on n.partnership_id = i.partnership_id and n.meeting_id = i.meeting_id and n.person = i.person and n.occurrence = o.occurrence
    and n.sequence >= o.moved_sequence
  where i.partnership_id = o.partnership_id and i.meeting_id = o.meeting_id and i.side = '${side}'
    and coalesce(n.answer, w.answer, case when i.person = m.organizer then 'accepted' end) = 'accepted')`;

/** Null until somebody has said who came. */
const came = (side: Letter): string => `(
  select bool_or(t.attended) from attendance t
  where t.partnership_id = o.partnership_id and t.meeting_id = o.meeting_id and t.occurrence = o.occurrence and t.side = '${side}')`;

/** Times of meetings of these rooms that lay between two moments, or were called off between them; the latest first, so many at most. */
export async function meetsIn(
  tx: Tx,
  rooms: ReadonlyMap<string, Letter>,
  from: Date,
  to: Date,
  most: number,
): Promise<Meet[]> {
  const { rows } = await tx.query<MeetRow>(
    `select o.partnership_id, o.meeting_id, o.occurrence, m.purpose, o.starts_at, o.cancelled_at, o.cancelled_side,
       m.created_at <= o.starts_at and ${said('a')} as said_a, m.created_at <= o.starts_at and ${said('b')} as said_b,
       ${came('a')} as came_a, ${came('b')} as came_b
     from meeting_occurrences o join meetings m on m.partnership_id = o.partnership_id and m.id = o.meeting_id
     where o.partnership_id = any($1)
       and (o.cancelled_at is null and o.starts_at >= $2 and o.starts_at < $3 or o.cancelled_at >= $2 and o.cancelled_at < $3)
     order by coalesce(o.cancelled_at, o.starts_at) desc limit $4`,
    [[...rooms.keys()], from, to, most],
  );
  return rows.map((row) => {
    const mine = rooms.get(row.partnership_id) ?? 'a';
    const of = (side: Letter) => ({
      expected: side === 'a' ? row.said_a : row.said_b,
      came: side === 'a' ? row.came_a : row.came_b,
    });
    const starts = Date.parse(row.starts_at);
    const off = row.cancelled_at === null ? undefined : Date.parse(row.cancelled_at);
    return {
      meeting: row.meeting_id,
      occurrence: row.occurrence,
      partnership: row.partnership_id,
      title: row.purpose,
      at: off ?? starts,
      ours: of(mine),
      theirs: of(otherSide(mine)),
      ...(off !== undefined && { calledOff: { ours: row.cancelled_side === mine, notice: starts - off } }),
    };
  });
}
