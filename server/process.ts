import { serve, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { loadSecrets, type Config } from './config.ts';
import { featureWork } from './features.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { openDatabase } from './platform/database.ts';
import { createJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import type { Platform } from './platform/platform.ts';
import { AppError } from './platform/problem.ts';
import { localStorage } from './platform/storage.ts';

/** How long requests may still take when the process is asked to stop. */
const GRACE = 5000;

export interface Running {
  platform: Platform;
  /** Where it listens; undefined for a worker. */
  address?: string;
  stop(): Promise<void>;
}

/** The parts of the house for a process with the given settings. */
export async function openPlatform(
  config: Config,
  log: Log,
  options: { clock?: Clock; attach?: boolean; onDeath?: () => void } = {},
): Promise<Platform> {
  const secrets = await loadSecrets(config.dataFolder);
  const { attach, onDeath, clock = systemClock } = options;
  const db = await openDatabase({ config, secrets, log, attach, onDeath });
  return { config, secrets, db, clock, log, jobs: createJobs(db, log), storage: localStorage(config.dataFolder) };
}

/** Starts everything the role of this process asks for. `stop` ends it in the opposite order. */
export async function startProcess(platform: Platform): Promise<Running> {
  const { config, jobs, db } = platform;
  const works = config.role !== 'web';
  const work = works ? featureWork(platform) : [];
  const server = config.role === 'worker' ? undefined : await listenOn(platform);
  await jobs.start({ work: works });
  for (const each of work) await each.start();
  return {
    platform,
    address: server && config.publicUrl,
    async stop() {
      if (server) await closeServer(server);
      for (const each of work.toReversed()) await each.stop();
      await jobs.stop();
      await db.close();
    },
  };
}

async function listenOn(platform: Platform): Promise<ServerType> {
  const { port } = platform.config;
  const { fetch } = createApp(platform);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use. Stop what uses it, or set PORT to another number.`
          : `Port ${port} cannot be opened (${error.code}). Set PORT to another number.`;
      reject(new AppError('misconfigured', reason, {}, { cause: error }));
    });
  });
}

/** Lets running requests end, for a while; streams that never end are cut. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    const cut = () => 'closeAllConnections' in server && server.closeAllConnections();
    setTimeout(cut, GRACE).unref();
  });
}
