import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { listen } from './database.ts';
import { newId } from './id.ts';
import { createJobs, defineJob, type Jobs } from './jobs.ts';
import { createLog } from './log.ts';
import { outboxSource } from './outbox.ts';
import { carry, startRelay, wakeRelay } from './relay.ts';

const job = defineJob({ name: 'test-told', payload: z.looseObject({ n: z.number(), holders: z.array(z.uuid()) }) });
const source = outboxSource({ act: { job, event: 'act' } });
const log = createLog({ level: 'silent' });

let database: TestDatabase;
let jobs: Jobs;
const heard: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  jobs = createJobs(database.db, log);
  await jobs.start({ work: false });
  await jobs.send(job, { n: 0, holders: [] });
  await listen(database.db, 'live', (payload) => heard.push(payload));
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
});
beforeEach(async () => {
  await database.owner.query('delete from outbox');
  await database.owner.query('delete from pgboss.job');
  heard.length = 0;
});

const [a, b, room] = [newId(), newId(), newId()];

async function leave(count: number, name = 'act', conversation?: string): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  for (const [n, id] of ids.entries()) {
    await database.owner.query(
      'insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b) values ($1, $2, $3, $4, now(), $5, $6)',
      [room, id, name, { n, conversationId: conversation ?? `c${n}`, actId: `act-${n}` }, a, b],
    );
  }
  return ids;
}

const jobRows = async () =>
  (
    await database.owner.query(
      "select id, (data ->> 'n')::int as n from pgboss.job where name = 'test-told' order by n",
    )
  ).rows;
const left = async () => Number((await database.owner.query('select count(*) as n from outbox')).rows[0].n);

test('every row becomes one job under its own id, and is gone', async () => {
  const ids = await leave(5);
  expect(await carry({ db: database.db, jobs }, source)).toBe(5);
  expect((await jobRows()).map((row) => row.id)).toEqual(ids);
  expect(await left()).toBe(0);
  expect(await carry({ db: database.db, jobs }, source)).toBe(0);
});

test('a crash after some jobs were made leaves everything as it was, and the next time nothing is doubled', async () => {
  await leave(5);
  let made = 0;
  const dying: Jobs = {
    ...jobs,
    send: async (...args) => {
      if (made === 3) throw new Error('the process ends here');
      made += 1;
      return jobs.send(...args);
    },
  };
  await expect(carry({ db: database.db, jobs: dying }, source)).rejects.toThrow('the process ends here');
  expect(made).toBe(3);
  expect(await left()).toBe(5);
  expect(await jobRows()).toEqual([]);
  expect(heard).toEqual([]);
  await carry({ db: database.db, jobs }, source);
  expect(await jobRows()).toHaveLength(5);
});

test('a row that comes again under the same id is not done twice', async () => {
  const [id] = await leave(1);
  await carry({ db: database.db, jobs }, source);
  await database.owner.query(
    "insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b) values ($1, $2, 'act', $3, now(), $4, $5)",
    [room, id, { n: 0 }, a, b],
  );
  await carry({ db: database.db, jobs }, source);
  expect(await jobRows()).toHaveLength(1);
});

test('several relays at once carry each row once', async () => {
  await leave(60);
  const round = () => Promise.all(Array.from({ length: 4 }, () => carry({ db: database.db, jobs }, source, 7)));
  let carried = 0;
  for (let rounds = 0; rounds < 40 && (await left()) > 0; rounds += 1) {
    carried += (await round()).reduce((sum, count) => sum + count, 0);
  }
  expect(carried).toBe(60);
  expect((await jobRows()).map((row) => row.n)).toEqual(Array.from({ length: 60 }, (_, n) => n));
});

test('open pages hear of each conversation once, with its last act', async () => {
  await leave(3, 'act', 'same');
  await leave(1, 'act', 'other');
  await carry({ db: database.db, jobs }, source);
  const told = () =>
    heard.map((text) => JSON.parse(text)).filter((event) => ['same', 'other'].includes(event.conversationId));
  await expect.poll(() => told().length).toBe(2);
  const events = told();
  expect(events).toContainEqual({
    event: 'act',
    holders: [a, b],
    partnershipId: room,
    conversationId: 'same',
    head: 'act-2',
  });
});

test('a row that nobody knows does not stop those behind it', async () => {
  await leave(2, 'from-a-newer-release');
  await leave(1);
  await carry({ db: database.db, jobs }, source);
  expect(await jobRows()).toHaveLength(1);
  expect(await left()).toBe(0);
});

test('the running relay carries at once when woken, and by itself within a second or so', async () => {
  const relay = startRelay({ db: database.db, jobs, log, sources: [source] });
  try {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await leave(1);
    const begun = performance.now();
    wakeRelay();
    await expect.poll(left, { interval: 5 }).toBe(0);
    expect(performance.now() - begun).toBeLessThan(500);
    await leave(1);
    await expect.poll(left, { timeout: 3000 }).toBe(0);
  } finally {
    await relay.stop();
  }
});
