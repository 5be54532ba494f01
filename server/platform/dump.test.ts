import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { dumpSchema } from './dump.ts';

test('the committed schema.sql is what the migrations make, on every supported PostgreSQL', async () => {
  const world = await testDatabase();
  const dumped = await dumpSchema(world.owner);
  await world.close();
  const committed = await readFile(join(import.meta.dirname, '../migrations/schema.sql'), 'utf8');
  expect(dumped, 'run "node tools/dump-schema.ts" and commit server/migrations/schema.sql').toBe(committed);
});
