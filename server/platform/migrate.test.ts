import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { TEST_SECRETS } from '../testing/engine.ts';
import { prepareDatabase } from './database.ts';
import { createLog } from './log.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';

let world: TestDatabase;
let owner: pg.Client;
let folder = '';

beforeAll(async () => {
  world = await testDatabase();
  owner = new pg.Client(world.connection);
  await owner.connect();
  folder = await mkdtemp(join(tmpdir(), 'entente-migrations-'));
});
afterAll(async () => {
  await owner.end();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await owner.query('drop schema if exists migrations cascade');
  await owner.query('drop table if exists fruits');
});

const fruits: Migration = { name: '0001_fruits', sha256: 'a', statements: ['create table fruits (name text)'] };
const apple: Migration = { name: '0002_apple', sha256: 'b', statements: ["insert into fruits values ('apple')"] };

async function names(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>('select name from fruits order by name');
  return rows.map((row) => row.name);
}

test('what is missing is applied, once and in order', async () => {
  expect(await migrate(owner, [fruits])).toEqual(['0001_fruits']);
  expect(await migrate(owner, [fruits, apple])).toEqual(['0002_apple']);
  expect(await migrate(owner, [fruits, apple])).toEqual([]);
  expect(await names()).toEqual(['apple']);
});

test('a migration that fails is taken back as a whole, and says where it failed', async () => {
  const broken = {
    name: '0002_broken',
    sha256: 'c',
    statements: ["insert into fruits values ('pear')", 'select nothing'],
  };
  await expect(migrate(owner, [fruits, broken])).rejects.toThrow(/0002_broken failed at its statement 2.*"nothing"/);
  expect(await names()).toEqual([]);
  expect(await migrate(owner, [fruits, apple])).toEqual(['0002_apple']);
});

test('a changed migration is refused', async () => {
  await migrate(owner, [fruits]);
  await expect(migrate(owner, [{ ...fruits, sha256: 'z' }])).rejects.toThrow(/0001_fruits is not the one/);
});

test('a database of a newer Entente is refused', async () => {
  await migrate(owner, [fruits, apple]);
  await expect(migrate(owner, [fruits])).rejects.toThrow(/newer Entente \(0002_apple\)/);
});

test('two processes that start at once do it once', async () => {
  const other = new pg.Client(world.connection);
  await other.connect();
  const both = await Promise.all([migrate(owner, [fruits, apple]), migrate(other, [fruits, apple])]);
  await other.end();
  expect(both.flat().toSorted()).toEqual(['0001_fruits', '0002_apple']);
  expect(await names()).toEqual(['apple']);
});

test('files are read in order, split at their breakpoints, and hashed whatever their line ends', async () => {
  await writeFile(join(folder, '0002_b.sql'), 'select 2');
  await writeFile(join(folder, '0001_a.sql'), 'select 1\n--> statement-breakpoint\nselect 11\n');
  await writeFile(join(folder, 'schema.sql'), 'no migration');
  const unix = await readMigrations(folder);
  expect(unix.map((each) => [each.name, each.statements])).toEqual([
    ['0001_a', ['select 1', 'select 11']],
    ['0002_b', ['select 2']],
  ]);
  await writeFile(join(folder, '0001_a.sql'), 'select 1\r\n--> statement-breakpoint\r\nselect 11\r\n');
  expect((await readMigrations(folder))[0]?.sha256).toBe(unix[0]?.sha256);
});

test('preparing a database a second time changes nothing', async () => {
  const fresh = await testDatabase();
  const log = createLog({ level: 'silent' });
  const before = await fresh.owner.query<{ n: string }>('select count(*) as n from migrations.applied');
  await prepareDatabase(fresh.connection, TEST_SECRETS, log);
  const after = await fresh.owner.query<{ n: string }>('select count(*) as n from migrations.applied');
  expect(after.rows).toEqual(before.rows);
  await fresh.close();
});

test('a database that does not answer is said so, with what to check', async () => {
  const nowhere = { ...world.connection, host: '/nowhere' };
  await expect(prepareDatabase(nowhere, TEST_SECRETS, createLog({ level: 'silent' }))).rejects.toThrow(/DATABASE_URL/);
});
