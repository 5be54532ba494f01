import { z } from 'zod';
import { atGate, inScope } from '../../platform/database.ts';
import { defineJob } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { mintScope } from '../../platform/scope.ts';
import { remindOfMeetings } from './commands-letters.ts';

/** Every half hour: who meets within a day is reminded. Told again, it is the same mail. */
const reminderJob = defineJob({ name: 'meeting-reminders', payload: z.object({}) });

/** Reminds the people of every organization that is here, and the guests of the partners it speaks for. */
export async function tellReminders(platform: Platform): Promise<void> {
  const { db, log } = platform;
  const found = await atGate(db, (tx) =>
    tx.query<{ id: string }>('select id from organizations where claimed_at is not null order by id'),
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
