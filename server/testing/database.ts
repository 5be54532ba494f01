import pg from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type Database } from '../platform/database.ts';
import type { OwnerConnection } from '../platform/embedded-postgres.ts';
import { newId } from '../platform/id.ts';
import { createLog } from '../platform/log.ts';
import { sqlTypes } from '../platform/sql-types.ts';
import { TEST_SECRETS } from './engine.ts';

/** A database of one test file, with everything migrated and nothing in it. */
export interface TestDatabase {
  db: Database;
  /** Connections as the superuser, who sees every row: for arranging and for looking behind the policies. */
  owner: pg.Pool;
  connection: OwnerConnection;
  close(): Promise<void>;
}

async function asOwner(owner: OwnerConnection, text: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** Clones the migrated template. Works on the engine of the vitest project the test runs in. */
export async function testDatabase(): Promise<TestDatabase> {
  const { owner, template } = inject('engine');
  const name = `test_${newId().replaceAll('-', '')}`;
  await asOwner(owner, `create database ${name} template ${template} strategy file_copy`);
  const connection = { ...owner, database: name };
  const pool = new pg.Pool({ ...connection, max: 4, types: sqlTypes });
  pool.on('error', () => undefined);
  const db = connectDatabase(connection, TEST_SECRETS, createLog({ level: 'silent' }));
  return {
    db,
    owner: pool,
    connection,
    async close() {
      await db.close();
      await pool.end();
      await asOwner(owner, `drop database if exists ${name} with (force)`);
    },
  };
}
