import { z } from 'zod';
import { atGate, inScope } from '../../platform/database.ts';
import { defineJob } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { mintScope } from '../../platform/scope.ts';
import { mailPort } from '../mail/commands.ts';
import { mailReviews } from './commands.ts';

/** Once a day: whoever's month has just ended is told of it. Told again, it is the same mail. */
export const reviewJob = defineJob({ name: 'mirror-review', payload: z.object({}) });

/** Mails the monthly review of every organization to its administrators and managers. */
export async function tellReviews(platform: Platform): Promise<void> {
  const { db, clock, config, log } = platform;
  const mail = mailPort(platform);
  const found = await atGate(db, (tx) =>
    tx.query<{ id: string; slug: string; name: string; time_zone: string }>(
      'select id, slug, name, time_zone from organizations where claimed_at is not null order by id',
    ),
  );
  for (const organization of found.rows) {
    try {
      await inScope(db, mintScope(organization.id), (tx) =>
        mailReviews(tx, mail, { ...organization, publicUrl: config.publicUrl }, clock.now()),
      );
    } catch (error) {
      // One organization's trouble keeps nobody else's review; the next day tries again.
      log.error({ err: error, organization: organization.id }, 'a monthly review could not be written');
    }
  }
}

export function mirrorWork(platform: Platform): { start(): Promise<void>; stop(): Promise<void> } {
  platform.jobs.handle(reviewJob, () => tellReviews(platform));
  platform.jobs.every(reviewJob, '23 6 * * *', {});
  return { start: () => Promise.resolve(), stop: () => Promise.resolve() };
}
