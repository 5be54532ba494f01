import { z } from 'zod';
import { inScope } from '../../platform/database.ts';
import { defineJob } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { mintScope } from '../../platform/scope.ts';
import { runImport, undoImport } from './commands.ts';

/** Runs or takes back a batch. Tried again after a crash it goes on where it stopped. */
export const importJob = defineJob({
  name: 'import',
  payload: z.object({
    organization: z.uuid(),
    importId: z.uuid(),
    personId: z.uuid().nullable(),
    task: z.enum(['run', 'undo']),
  }),
  retryLimit: 3,
  expireSeconds: 3600,
});

/** Registers the handler; there is nothing of its own to start or stop. */
export function importWork(platform: Platform): { start(): Promise<void>; stop(): Promise<void> } {
  const { db, storage, clock, jobs } = platform;
  jobs.handle(importJob, async ({ organization, importId, personId, task }) => {
    // The organization was checked when the job was made; nobody outside can make one.
    const desk = { db, storage, scope: mintScope(organization), now: clock.now() };
    if (task === 'undo') {
      await undoImport(desk, importId, personId);
      return;
    }
    await inScope(db, desk.scope, (tx) =>
      tx.query("update imports set status = 'running' where organization_id = $1 and id = $2 and status = 'failed'", [
        organization,
        importId,
      ]),
    );
    await runImport(desk, importId);
  });
  return { start: async () => undefined, stop: async () => undefined };
}
