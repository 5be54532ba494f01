import pg from 'pg';
import type { Config, Secrets } from '../config.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { openListener, type Listener } from './listener.ts';
import { isUuid } from './id.ts';
import type { Log } from './log.ts';
import { migrate, readMigrations } from './migrate.ts';
import { AppError } from './problem.ts';
import { ensureRoles, roleConnection, type DatabaseAddress, type RoleConnection, type RoleName } from './roles.ts';
import type { Scope } from './scope.ts';
import { sqlTypes } from './sql-types.ts';
import { transact, type Tx } from './transaction.ts';

export type { Tx } from './transaction.ts';

const OLDEST_VERSION = 15;
const POOL_SIZES: Record<RoleName, number> = { app: 16, gate: 4, worker: 4 };

/** The database of this process. Its connections are reached only through the functions of this file. */
export interface Database {
  close(): Promise<void>;
}

interface Inside {
  pools: Record<RoleName, pg.Pool>;
  worker: RoleConnection;
  listener: Listener;
}

const insides = new WeakMap<Database, Inside>();

function insideOf(db: Database): Inside {
  const inside = insides.get(db);
  if (!inside) throw new Error('not a database of openDatabase');
  return inside;
}

/** Runs `work` in one transaction that sees and writes as the scope's organization. Throwing takes everything back. */
export function inScope<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  // The organization was checked to be a UUID when the scope was minted, so it may stand in the text.
  return transact(insideOf(db).pools.app, `select app.enter('${scope.organization}')`, work);
}

/**
 * As `inScope`, for a person who must be a member of the organization: one statement enters and reads the membership, or raises
 * SQLSTATE EN404 and aborts the transaction. `entered` resolves to the one row of app.enter_member.
 */
export function inScopeAsMember<T>(
  db: Database,
  scope: Scope,
  person: string,
  work: (tx: Tx, entered: Promise<unknown[]>) => Promise<T>,
): Promise<T> {
  if (!isUuid(person)) throw new Error('a person has a UUID');
  const enter = `select * from app.enter_member('${scope.organization}', '${person}')`;
  return transact(insideOf(db).pools.app, enter, work);
}

/** Runs `work` as the gate: sessions, memberships, link tokens; what is needed before an organization is known. */
export function atGate<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(insideOf(db).pools.gate, undefined, work);
}

/** Runs `work` as the worker: the outbox and the job tables. */
export function asWorker<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(insideOf(db).pools.worker, undefined, work);
}

/** Calls `fn` for every notification on the channel, until the returned function is called. Reconnects by itself. */
export function listen(db: Database, channel: string, fn: (payload: string) => void): Promise<() => Promise<void>> {
  return insideOf(db).listener.listen(channel, fn);
}

/** The connections of the gate, for the sign-in library, which brings its own queries. */
export function gatePool(db: Database): pg.Pool {
  return insideOf(db).pools.gate;
}

/** How the job queue, which brings its own connections, reaches the database. */
export function workerConnection(db: Database): RoleConnection {
  return insideOf(db).worker;
}

/** The SQLSTATE of a database error; undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

export interface OpenOptions {
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>;
  secrets: Secrets;
  log: Log;
  /** Use a running Entente's embedded database instead of refusing: for the command line. */
  attach?: boolean;
  /** Called when the embedded PostgreSQL ended although nobody asked it to. */
  onDeath?: () => void;
}

/** Opens the database of the settings, starting the embedded PostgreSQL if needed, and brings it up to date. */
export async function openDatabase({ config, secrets, log, attach, onDeath }: OpenOptions): Promise<Database> {
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataFolder: config.dataFolder, ownerPassword: secrets.ownerPassword, log, attach });
  if (onDeath) void embedded?.died.then(onDeath);
  try {
    const owner = embedded ? embedded.connection : addressOf(config.databaseUrl ?? '');
    const address = await prepareDatabase(owner, secrets, log);
    return connectDatabase(address, secrets, log, embedded);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Roles and migrations, as the owner. */
export async function prepareDatabase(owner: pg.ClientConfig, secrets: Secrets, log: Log): Promise<DatabaseAddress> {
  const client = new pg.Client({ ...owner, types: sqlTypes, application_name: 'entente migrations' });
  try {
    await client.connect().catch((cause: Error) => {
      throw new AppError(
        'misconfigured',
        `The database does not answer (${cause.message}). Check DATABASE_URL.`,
        {},
        { cause },
      );
    });
    await refuseOldServer(client);
    const address = {
      host: client.host,
      port: client.port,
      database: client.database ?? 'postgres',
      ssl: client.ssl || undefined,
    };
    await ensureRoles(client, address, secrets, log);
    const applied = await migrate(client, await readMigrations());
    if (applied.length > 0) log.info({ migrations: applied }, 'the database is up to date');
    return address;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string }>(
    "select current_setting('server_version_num')::int / 10000 as version, current_setting('server_version') as name",
  );
  if ((rows[0]?.version ?? 0) >= OLDEST_VERSION) return;
  throw new AppError(
    'misconfigured',
    `The database server is PostgreSQL ${rows[0]?.name}. Entente needs version ${OLDEST_VERSION} or newer.`,
  );
}

function addressOf(url: string): pg.ClientConfig {
  return { connectionString: url, connectionTimeoutMillis: 15_000 };
}

/** Opens the connections of the three roles to a database that is up to date. */
export function connectDatabase(
  address: DatabaseAddress,
  secrets: Secrets,
  log: Log,
  embedded?: EmbeddedPostgres,
): Database {
  let closing: Promise<void> | undefined;
  const open = (role: RoleName) => {
    const pool = new pg.Pool({
      ...roleConnection(address, role, secrets),
      max: POOL_SIZES[role],
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 15_000,
      application_name: `entente ${role}`,
      pipeline: true,
      types: sqlTypes,
    });
    // An idle connection that breaks is replaced by the pool; without this listener it would end the process. While closing, PostgreSQL
    // may stop before a connection has said goodbye: that is no news.
    pool.on('error', (error) => {
      if (!closing) log.warn({ err: error }, 'a database connection broke');
    });
    return pool;
  };
  const pools = { app: open('app'), gate: open('gate'), worker: open('worker') };
  const worker = roleConnection(address, 'worker', secrets);
  const listener = openListener(worker, log);
  const close = async () => {
    await listener.close();
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await embedded?.stop();
  };
  const db: Database = { close: () => (closing ??= close()) };
  insides.set(db, { pools, worker, listener });
  return db;
}
