import type { Tx } from '../../platform/database.ts';
import { addWords } from '../threads/commands.ts';
import { mustBeAsked } from './commands.ts';
import { type Speaking, showMeeting } from './commands-voice.ts';
import { meetingRow } from './queries.ts';

/** Words about a meeting, by mail or by link, from somebody who is asked to it: in the meeting's own thread, which both sides read. */
export async function sayOfMeeting(
  tx: Tx,
  by: Speaking & { via: 'mail' | 'link' },
  id: string,
  text: string,
): Promise<{ thread: string; message: string }> {
  const { room, now } = by;
  const meeting = await meetingRow(tx, room.id, id, true);
  await mustBeAsked(tx, by, id);
  const to = meeting.thread_id === null ? { subject: meeting.purpose } : { thread: meeting.thread_id };
  const said = await addWords(tx, room.id, to, by, text, now);
  if (meeting.thread_id === null)
    await tx.query('update meetings set thread_id = $3 where partnership_id = $1 and id = $2', [
      room.id,
      id,
      said.thread,
    ]);
  await showMeeting(tx, by, id);
  return said;
}
