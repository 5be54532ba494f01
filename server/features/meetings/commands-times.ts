import type { Tx } from '../../platform/database.ts';
import type { Letter } from '../rooms/policy.ts';
import { stateAfter } from './model.ts';
import { endOf, nearestMoment } from './model-times.ts';
import { meetingRow } from './queries.ts';
import type { MeetingAnswer } from './schema-requests.ts';

/**
 * Writes the times of a meeting. Each is a moment by the zone's own clock; one that the clock skips is as much later, since a rule
 * cannot ask back.
 */
export async function replaceTimes(
  tx: Tx,
  partnership: string,
  meeting: string,
  locals: readonly string[],
  { zone, lasts }: { zone: string; lasts: number },
): Promise<void> {
  const rows = locals.map((local) => {
    const start = nearestMoment(local, zone);
    return { local, start, end: endOf(start, lasts) };
  });
  await tx.query(
    `insert into meeting_occurrences (partnership_id, meeting_id, occurrence, start_local, lasts, starts_at, ends_at, moved_sequence, holder_a, holder_b)
     select m.partnership_id, m.id, r.local, r.local, $4, r."start", r."end", m.sequence, m.holder_a, m.holder_b
     from meetings m, jsonb_to_recordset($3::jsonb) as r(local text, "start" timestamptz, "end" timestamptz)
     where m.partnership_id = $1 and m.id = $2
     on conflict on constraint meeting_occurrences_pkey do nothing`,
    [partnership, meeting, JSON.stringify(rows), lasts],
  );
}

/** Whether the other side has said yes to the meeting as it now stands. */
export async function setState(tx: Tx, partnership: string, id: string): Promise<void> {
  const meeting = await meetingRow(tx, partnership, id);
  const { rows } = await tx.query<{ side: Letter; answer: MeetingAnswer }>(
    `select p.side, a.answer from meeting_answers a
     join meeting_people p on p.partnership_id = a.partnership_id and p.meeting_id = a.meeting_id and p.person = a.person
     where a.partnership_id = $1 and a.meeting_id = $2 and a.occurrence = '' and a.sequence >= $3`,
    [partnership, id, meeting.sequence],
  );
  const state = stateAfter(meeting, rows);
  if (state !== meeting.state)
    await tx.query('update meetings set state = $3 where partnership_id = $1 and id = $2', [partnership, id, state]);
}
