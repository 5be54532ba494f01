import { asWorker, type Database, type Tx } from './database.ts';
import type { JobDefinition, Jobs } from './jobs.ts';
import type { Log } from './log.ts';

/** One thing to be done, taken out of the place where a transaction left it. */
export interface Errand {
  /** Id of the job: the same one is never done twice. */
  id: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  job: JobDefinition<any>;
  payload: object;
}

/** A place where transactions leave errands: taking them and making them jobs is one transaction. */
export interface ErrandSource {
  name: string;
  /** Takes at most `limit` errands, oldest first, and says what to tell the open pages about them. */
  take(tx: Tx, limit: number): Promise<{ errands: Errand[]; live?: LiveEvent[] }>;
}

/** What open pages are told: something they show has changed. Who may hear it is decided where they listen. */
export interface LiveEvent {
  event: 'act' | 'today' | 'import' | 'message' | 'meeting';
  /** Organizations that may hear it. */
  holders: string[];
  partnershipId?: string;
  conversationId?: string;
  head?: string;
  [more: string]: unknown;
}

export const LIVE_CHANNEL = 'live';
const BATCH = 200;
const POLL_MILLISECONDS = 1000;
/** PostgreSQL takes 8,000 bytes; an event is far below. */
const LONGEST_NOTICE = 7900;
/** Any number nobody else locks: one relay at a time keeps the order. */
const RELAY_LOCK = 7_305_108;

const wakers = new Set<() => void>();

/** Tells the relay that something was just committed. Cheap, callable from anywhere, does nothing but save the wait for the next poll. */
export function wakeRelay(): void {
  for (const wake of wakers) wake();
}

export interface Relay {
  stop(): Promise<void>;
}

export interface RelayParts {
  db: Database;
  jobs: Jobs;
  log: Log;
  sources: ErrandSource[];
}

/** Tells open pages, with the transaction: they hear it once it has committed. */
export async function tellLive(tx: Tx, events: LiveEvent[]): Promise<void> {
  const notices = events
    .map((event) => JSON.stringify(event))
    .filter((text) => Buffer.byteLength(text) <= LONGEST_NOTICE);
  if (notices.length > 0)
    await tx.query('select pg_notify($1, n) from unnest($2::text[]) as n', [LIVE_CHANNEL, notices]);
}

/**
 * Carries what one source holds: one transaction takes the errands out, makes them jobs under their ids and tells the open
 * pages. If anything fails, all of it did not happen. Answers how many errands were carried.
 */
export async function carry(
  parts: Omit<RelayParts, 'sources' | 'log'>,
  source: ErrandSource,
  limit = BATCH,
): Promise<number> {
  const carried = await asWorker(parts.db, async (tx) => {
    const { rows } = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [RELAY_LOCK]);
    if (!rows[0]?.mine) return { count: 0, names: [] };
    const { errands, live } = await source.take(tx, limit);
    if (errands.length > 0) {
      await Promise.all(errands.map(({ id, job, payload }) => parts.jobs.send(job, payload, { id, tx })));
    }
    if (live) await tellLive(tx, live);
    return { count: errands.length, names: errands.map((errand) => errand.job.name) };
  });
  for (const name of new Set(carried.names)) parts.jobs.nudge(name);
  return carried.count;
}

/** Starts carrying, woken by `wakeRelay` in this process, else once a second. */
export function startRelay(parts: RelayParts): Relay {
  let stopped = false;
  let woken = false;
  let rouse: (() => void) | undefined;
  const wake = () => {
    woken = true;
    rouse?.();
  };
  wakers.add(wake);

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopped) return resolve();
      const timer = setTimeout(done, POLL_MILLISECONDS);
      function done(): void {
        clearTimeout(timer);
        rouse = undefined;
        resolve();
      }
      rouse = done;
    });

  const run = async () => {
    while (!stopped) {
      await pause();
      woken = false;
      for (const source of parts.sources) {
        try {
          while (!stopped && (await carry(parts, source)) >= BATCH);
        } catch (error) {
          if (!stopped)
            parts.log.error({ err: error, source: source.name }, 'the relay could not carry; it tries again');
        }
      }
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      wakers.delete(wake);
      rouse?.();
      await running;
    },
  };
}
