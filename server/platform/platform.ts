import type { Config, Secrets } from '../config.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Storage } from './storage.ts';

/** What every feature gets: the parts of the house, made once in main.ts (or by a test). */
export interface Platform {
  config: Config;
  secrets: Secrets;
  db: Database;
  clock: Clock;
  log: Log;
  jobs: Jobs;
  storage: Storage;
}
