import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { featureWork } from '../features.ts';
import { systemClock, type Clock } from '../platform/clock.ts';
import type { App } from '../platform/http.ts';
import { createJobs } from '../platform/jobs.ts';
import { createLog } from '../platform/log.ts';
import type { Platform } from '../platform/platform.ts';
import { localStorage } from '../platform/storage.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { TEST_SECRETS } from './engine.ts';

/** The real application in this process, on a database of its own. */
export interface TestServer {
  /** Calls a path of the app, as fetch would; a plain object as `json` becomes the body. */
  request(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  app: App;
  platform: Platform;
  database: TestDatabase;
  close(): Promise<void>;
}

export interface TestServerOptions {
  clock?: Clock;
  config?: Partial<Config>;
  /** Also do the jobs, as a worker would. */
  work?: boolean;
  log?: 'debug';
}

/** Makes a server for a test file; close it in afterAll. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await testDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'entente-data-'));
  const log = createLog({ level: options.log ?? 'silent' });
  const config: Config = {
    port: 0,
    dataFolder,
    mailFrom: 'Entente <entente@entente.example>',
    publicUrl: 'http://entente.example',
    privateHosts: [],
    role: 'both',
    logLevel: 'silent',
    ...options.config,
  };
  const platform: Platform = {
    config,
    secrets: TEST_SECRETS,
    db: database.db,
    clock: options.clock ?? systemClock,
    log,
    jobs: createJobs(database.db, log),
    storage: localStorage(dataFolder),
  };
  const app = createApp(platform);
  const work = options.work ? featureWork(platform) : [];
  if (options.work) {
    await platform.jobs.start({ work: true });
    for (const each of work) await each.start();
  }
  return {
    app,
    platform,
    database,
    async request(path, { json, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (json !== undefined) headers.set('content-type', 'application/json');
      const body = json === undefined ? init.body : JSON.stringify(json);
      return app.request(new URL(path, config.publicUrl), { ...init, headers, body });
    },
    async close() {
      for (const each of work.toReversed()) await each.stop();
      await platform.jobs.stop();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
