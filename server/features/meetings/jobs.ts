import { z } from 'zod';
import { asWorker, inScope } from '../../platform/database.ts';
import { defineJob } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { mintScope } from '../../platform/scope.ts';
import { REMINDED_AHEAD, remindOfMeetings } from './commands-letters.ts';

/** Every half hour: who meets within a day is reminded. Told again, it is the same mail. */
const reminderJob = defineJob({ name: 'meeting-reminders', payload: z.object({}) });

/** Reminds the people of every organization that meets within a day, and the guests of the partners it speaks for. */
export async function tellReminders(platform: Platform): Promise<void> {
  const { db, log, clock } = platform;
  const now = clock.now();
  // One short scan of an index tells for whom there is anything to do.
  const found = await asWorker(db, (tx) =>
    tx.query<{ id: string }>(
      `select distinct h.id from meeting_occurrences o, unnest(array[o.holder_a, o.holder_b]) as h(id)
       where o.starts_at > $1 and o.starts_at <= $2 and o.cancelled_at is null and o.held is null order by h.id`,
      [now, new Date(now.getTime() + REMINDED_AHEAD)],
    ),
  );
  for (const { id } of found.rows) {
    try {
      await inScope(db, mintScope(id), (tx) => remindOfMeetings(tx, platform, id));
    } catch (error) {
      // One organization's trouble keeps nobody else's reminder; the next run tries again.
      log.error({ err: error, organization: id }, 'reminders of meetings could not be written');
    }
  }
  wakeRelay();
}

export function meetingWork(platform: Platform): { start(): Promise<void>; stop(): Promise<void> } {
  platform.jobs.handle(reminderJob, () => tellReminders(platform));
  platform.jobs.every(reminderJob, '*/30 * * * *', {});
  return { start: () => Promise.resolve(), stop: () => Promise.resolve() };
}
