import { type JobResult, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { asWorker, workerConnection, type Database, type Tx } from './database.ts';
import type { Log } from './log.ts';

/** A kind of job: its queue, the shape of its payload, and how it is tried again. */
export interface JobDefinition<P extends object> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  readonly retryLimit: number;
  /** Seconds before the first retry; doubles (with jitter) up to ten minutes. */
  readonly retryDelaySeconds: number;
  readonly expireSeconds: number;
}

export interface JobContext {
  id: string;
  /** 0 at first, then the number of the retry. */
  attempt: number;
}

export interface FailedJob {
  id: string;
  name: string;
  payload: unknown;
  failedAt: string;
  reason: string;
}

/** Work that is done later, exactly as often as needed: queues in the database, with retries. */
export interface Jobs {
  /** Says who does a kind of job. Before `start`. */
  handle<P extends object>(job: JobDefinition<P>, handler: (payload: P, context: JobContext) => Promise<void>): void;
  /** Has this process look for jobs of a kind at once, where it does them: saves the wait for the next poll. */
  nudge(name: string): void;
  /** Repeats a job on a cron schedule (UTC). Before `start`. */
  every<P extends object>(job: JobDefinition<P>, cron: string, payload: P): void;
  /** Enqueues; null when a job with this id is there already. A `tx` must be the worker's. */
  send<P extends object>(job: JobDefinition<P>, payload: P, options?: SendOptions): Promise<string | null>;
  /** Starts sending; with `work`, also doing. */
  start(options: { work: boolean }): Promise<void>;
  /** Waits for the jobs being done, then stops. */
  stop(): Promise<void>;
  failed(limit: number): Promise<FailedJob[]>;
  retry(name: string, id: string): Promise<void>;
}

export interface SendOptions {
  id?: string;
  after?: Date;
  tx?: Tx;
}

type Definition = JobDefinition<object>;
const SCHEMA = 'pgboss';
const LONGEST_RETRY_DELAY = 600;
const DAY = 86_400;

/** Defines a kind of job. Without further word it is tried again 8 times over about 20 minutes. */
export function defineJob<P extends object>(job: {
  name: string;
  payload: z.ZodType<P>;
  retryLimit?: number;
  retryDelaySeconds?: number;
  expireSeconds?: number;
}): JobDefinition<P> {
  return { retryLimit: 8, retryDelaySeconds: 5, expireSeconds: 300, ...job };
}

/** The jobs of this process, on pg-boss in schema `pgboss`, which the worker role owns. */
export function createJobs(db: Database, log: Log): Jobs {
  const boss = new PgBoss({
    ...workerConnection(db),
    schema: SCHEMA,
    createSchema: false,
    max: 4,
    superviseIntervalSeconds: 60,
    application_name: 'entente jobs',
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue has a problem'));
  const handlers = new Map<Definition, (payload: object, context: JobContext) => Promise<void>>();
  const schedules: { job: Definition; cron: string; payload: object }[] = [];
  const queues = new Map<string, Promise<void>>();
  const workers = new Map<string, string>();
  let started = false;

  const ensureQueue = (job: Definition): Promise<void> => {
    const known = queues.get(job.name) ?? createQueue(boss, job);
    queues.set(job.name, known);
    known.catch(() => queues.delete(job.name));
    return known;
  };

  return {
    handle(job, handler) {
      handlers.set(job as unknown as Definition, handler as (payload: object, context: JobContext) => Promise<void>);
    },
    nudge(name) {
      const worker = workers.get(name);
      if (worker) boss.notifyWorker(worker);
    },
    every(job, cron, payload) {
      schedules.push({ job: job as unknown as Definition, cron, payload });
    },
    async send(job, payload, { id, after, tx } = {}) {
      await ensureQueue(job as unknown as Definition);
      const inTx = tx && { executeSql: (text: string, values?: unknown[]) => tx.query<unknown>(text, values) };
      return boss.send(job.name, job.payload.parse(payload), { id, startAfter: after, ...(inTx && { db: inTx }) });
    },
    async start({ work }) {
      await boss.start();
      started = true;
      for (const [job, handler] of handlers) {
        await ensureQueue(job);
        if (work)
          workers.set(
            job.name,
            await boss.work(job.name, workOptions, (jobs: BossJob[]) => doAll(job, handler, jobs, log)),
          );
      }
      if (!work) return;
      for (const { job, cron, payload } of schedules) {
        await ensureQueue(job);
        await boss.schedule(job.name, cron, payload, { tz: 'UTC' });
      }
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: 10_000 });
      started = false;
    },
    failed: (limit) => asWorker(db, (tx) => failedJobs(tx, limit)),
    async retry(name, id) {
      await boss.retry(name, id);
    },
  };
}

/** Several at a time, each settled by itself, and without a pause while there are more. */
const workOptions = {
  batchSize: 8,
  pollingIntervalSeconds: 1,
  burstWhenBatchFull: true,
  perJobResults: true,
  includeMetadata: true,
} as const;

interface BossJob {
  id: string;
  data: object;
  retryCount?: number;
}

async function createQueue(boss: PgBoss, job: Definition): Promise<void> {
  const options = {
    retryLimit: job.retryLimit,
    retryDelay: job.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: LONGEST_RETRY_DELAY,
    expireInSeconds: job.expireSeconds,
    retentionSeconds: 14 * DAY,
    deleteAfterSeconds: 7 * DAY,
  };
  if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options);
  else await boss.createQueue(job.name, options);
}

async function doAll(
  job: Definition,
  handler: (payload: object, context: JobContext) => Promise<void>,
  jobs: BossJob[],
  log: Log,
): Promise<JobResult[]> {
  return Promise.all(
    jobs.map(async ({ id, data, retryCount }) => {
      try {
        await handler(job.payload.parse(data), { id, attempt: retryCount ?? 0 });
        return { id, status: 'completed' as const };
      } catch (error) {
        log.warn({ err: error, job: job.name, id, attempt: retryCount ?? 0 }, 'a job failed');
        const { message, name } = error instanceof Error ? error : { message: String(error), name: 'Error' };
        return { id, status: 'failed' as const, output: { message, name } };
      }
    }),
  );
}

async function failedJobs(tx: Tx, limit: number): Promise<FailedJob[]> {
  const { rows } = await tx.query<FailedJob>(
    `select id, name, data as payload, completed_on as "failedAt", coalesce(output ->> 'message', output::text, '') as reason
     from pgboss.job where state = 'failed' order by completed_on desc limit $1`,
    [limit],
  );
  return rows;
}
