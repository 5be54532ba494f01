import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Secrets } from '../config.ts';
import { prepareDatabase } from '../platform/database.ts';
import { startEmbeddedPostgres, type OwnerConnection } from '../platform/embedded-postgres.ts';
import { createLog } from '../platform/log.ts';
import type { PostgresBinaries } from '../platform/postgres-binaries.ts';

/** What the global set-up hands to every test file: a running PostgreSQL with a migrated template. */
export interface Engine {
  owner: OwnerConnection;
  template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    engine: Engine;
  }
}

/** The same in every test, so that clones of one server share its roles. */
export const TEST_SECRETS: Secrets = {
  auth: 'test-auth-secret-0123456789abcdef',
  linkKey: 'test-link-key-0123456789abcdef',
  ownerPassword: 'test-owner-password',
  appPassword: 'test-app-password',
  gatePassword: 'test-gate-password',
  workerPassword: 'test-worker-password',
};

const TEMPLATE = 'entente_template';
/** Durability costs time and protects nothing here. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum_naptime: '1h',
};

/** The oldest supported PostgreSQL server of this machine (15 to 17), if there is one. */
export function findPostgresServer(): PostgresBinaries | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((version) => version >= 15 && version < 18)
    : [];
  for (const version of versions.toSorted((a, b) => a - b)) {
    const folder = join(root, String(version), 'bin');
    const binaries = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
    if (existsSync(binaries.initdb) && existsSync(binaries.postgres)) return binaries;
  }
  return undefined;
}

/** The owner of a database as hosting companies give it: may make roles, and is no superuser. */
export const PLAIN_OWNER = 'plain_owner';

/**
 * Starts a PostgreSQL in a temporary folder and migrates the template in it: the embedded one as its superuser, a server's as a
 * plain owner, so that row-level security is proven to hold for the owner too.
 */
export async function startEngine(binaries?: PostgresBinaries): Promise<{ engine: Engine; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-test-'));
  await chmod(folder, 0o755);
  const log = createLog({ level: 'silent' });
  const postgres = await startEmbeddedPostgres({
    dataFolder: folder,
    ownerPassword: TEST_SECRETS.ownerPassword,
    log,
    binaries,
    settings: FAST,
  });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const superuser = new pg.Client(postgres.connection);
    await superuser.connect();
    const { ownerPassword: password } = TEST_SECRETS;
    await superuser.query(`create role ${PLAIN_OWNER} login createrole password '${password}'`);
    const user = binaries ? PLAIN_OWNER : postgres.connection.user;
    await superuser.query(`create database ${TEMPLATE} owner ${user}`);
    await superuser.end();
    await prepareDatabase({ ...postgres.connection, user, password, database: TEMPLATE }, TEST_SECRETS, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { engine: { owner: postgres.connection, template: TEMPLATE }, stop };
}
