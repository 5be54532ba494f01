// Writes server/migrations/schema.sql from a fresh database with every migration.
import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { dumpSchema } from '../server/platform/dump.ts';
import { startEngine } from '../server/testing/engine.ts';

const { engine, stop } = await startEngine();
const owner = new pg.Client({ ...engine.owner, database: engine.template });
await owner.connect();
await writeFile('server/migrations/schema.sql', await dumpSchema(owner));
await owner.end();
await stop();
console.log('server/migrations/schema.sql is written.');
