import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { asWorker } from './database.ts';
import { newId } from './id.ts';
import { createJobs, defineJob, type Jobs } from './jobs.ts';
import { createLog } from './log.ts';

const greet = defineJob({ name: 'greet', payload: z.object({ name: z.string() }) });
const stubborn = defineJob({
  name: 'stubborn',
  payload: z.object({ n: z.number() }),
  retryLimit: 2,
  retryDelaySeconds: 0,
});
const doomed = defineJob({ name: 'doomed', payload: z.object({}), retryLimit: 0 });
const hourly = defineJob({ name: 'hourly', payload: z.object({}) });

let world: TestDatabase;
let jobs: Jobs;
const greeted: string[] = [];
const attempts: number[] = [];
let doomedRuns = 0;

beforeAll(async () => {
  world = await testDatabase();
  jobs = createJobs(world.db, createLog({ level: 'silent' }));
  jobs.handle(greet, ({ name }) => {
    greeted.push(name);
    return Promise.resolve();
  });
  jobs.handle(stubborn, (_payload, { attempt }) => {
    attempts.push(attempt);
    return attempts.length < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
  });
  jobs.handle(doomed, () => {
    doomedRuns += 1;
    return doomedRuns === 1 ? Promise.reject(new Error('the mail server said no')) : Promise.resolve();
  });
  jobs.every(hourly, '0 * * * *', {});
  await jobs.start({ work: true });
});
afterAll(async () => {
  await jobs.stop();
  await world.close();
});

const patience = { timeout: 20_000, interval: 50 };

test('a job is done', async () => {
  await jobs.send(greet, { name: 'Ada' });
  await expect.poll(() => greeted, patience).toContain('Ada');
});

test('the same id twice is one job', async () => {
  const id = newId();
  expect(await jobs.send(greet, { name: 'once' }, { id })).toBe(id);
  expect(await jobs.send(greet, { name: 'once' }, { id })).toBeNull();
  await jobs.send(greet, { name: 'after once' });
  await expect.poll(() => greeted, patience).toContain('after once');
  expect(greeted.filter((name) => name === 'once')).toHaveLength(1);
});

test('a job of a transaction that is taken back never existed', async () => {
  const work = asWorker(world.db, async (tx) => {
    await jobs.send(greet, { name: 'ghost' }, { tx });
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  await asWorker(world.db, (tx) => jobs.send(greet, { name: 'committed' }, { tx }));
  await expect.poll(() => greeted, patience).toContain('committed');
  expect(greeted).not.toContain('ghost');
});

test('a job that fails is tried again, and knows which attempt it is', async () => {
  await jobs.send(stubborn, { n: 1 });
  await expect.poll(() => attempts, patience).toEqual([0, 1, 2]);
});

test('a job that failed for good is listed with its reason, and can be tried again by hand', async () => {
  const id = await jobs.send(doomed, {});
  await expect.poll(async () => (await jobs.failed(10)).map((each) => each.id), patience).toEqual([id]);
  const [failed] = await jobs.failed(10);
  expect(failed).toMatchObject({ name: 'doomed', reason: 'the mail server said no' });
  await jobs.retry('doomed', id ?? '');
  await expect.poll(() => doomedRuns, patience).toBe(2);
});

test('a payload of the wrong shape is refused before it is stored', async () => {
  await expect(jobs.send(greet, { name: 3 } as unknown as { name: string })).rejects.toThrow();
});
