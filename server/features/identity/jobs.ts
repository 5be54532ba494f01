import { z } from 'zod';
import { systemClock } from '../../platform/clock.ts';
import { atGate } from '../../platform/database.ts';
import { defineJob } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { sweepExpired } from './commands.ts';

/** Once a day: sessions and mailed links that have run out, in real time as they live. */
const sweepJob = defineJob({ name: 'identity-sweep', payload: z.object({}) });

/** What identity does besides answering requests. */
export function identityWork({ jobs, db }: Platform): { start(): Promise<void>; stop(): Promise<void> } {
  jobs.handle(sweepJob, () => atGate(db, (tx) => sweepExpired(tx, systemClock.now())));
  jobs.every(sweepJob, '41 3 * * *', {});
  return { start: () => Promise.resolve(), stop: () => Promise.resolve() };
}
