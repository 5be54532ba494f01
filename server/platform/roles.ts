import pg from 'pg';
import type { Secrets } from '../config.ts';
import type { Log } from './log.ts';
import { AppError } from './problem.ts';

/** Where the database is, without saying as whom. */
export interface DatabaseAddress {
  host: string;
  port: number;
  database: string;
  ssl?: pg.ClientConfig['ssl'];
}

/** Connection settings as one role. */
export interface RoleConnection extends DatabaseAddress {
  user: string;
  password: string;
}

export type RoleName = 'app' | 'gate' | 'worker';

const ROLES: Record<RoleName, { role: string; password: keyof Secrets; settings: Record<string, string> }> = {
  app: {
    role: 'entente_app',
    password: 'appPassword',
    settings: { statement_timeout: '15s', idle_in_transaction_session_timeout: '30s' },
  },
  gate: {
    role: 'entente_gate',
    password: 'gatePassword',
    // The sign-in library names its tables without a schema.
    settings: { statement_timeout: '15s', idle_in_transaction_session_timeout: '30s', search_path: 'auth, public' },
  },
  worker: {
    role: 'entente_worker',
    password: 'workerPassword',
    settings: { statement_timeout: '5min', idle_in_transaction_session_timeout: '1min' },
  },
};

/** The connection of one role to a database. */
export function roleConnection(address: DatabaseAddress, role: RoleName, secrets: Secrets): RoleConnection {
  const { host, port, database, ssl } = address;
  return { host, port, database, ssl, user: ROLES[role].role, password: secrets[ROLES[role].password] };
}

/**
 * Makes the three roles with their settings if they are missing, and gives them this installation's passwords if those do not
 * open the door. Roles belong to the whole server: two installations on one server must share their secrets.
 */
export async function ensureRoles(
  owner: pg.Client,
  address: DatabaseAddress,
  secrets: Secrets,
  log: Log,
): Promise<void> {
  for (const name of Object.keys(ROLES) as RoleName[]) {
    const { role, settings } = ROLES[name];
    const made = await createRole(owner, role, secrets[ROLES[name].password]);
    await applySettings(owner, role, settings);
    if (!made) await ensurePassword(owner, roleConnection(address, name, secrets), log);
  }
  await refuseStrongRoles(owner);
  await ensureJobSchema(owner);
}

async function createRole(owner: pg.Client, role: string, password: string): Promise<boolean> {
  const found = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rows.length > 0) return false;
  try {
    const secret = owner.escapeLiteral(password);
    await owner.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${secret}`);
    return true;
  } catch (cause) {
    const { code } = cause as { code?: string };
    // Another process made it between the question and the answer.
    if (code === '42710' || code === '23505') return false;
    throw new AppError(
      'misconfigured',
      `The user of DATABASE_URL may not create the role ${role}. Give it CREATEROLE once ("alter role … createrole"), and start again.`,
      {},
      { cause },
    );
  }
}

/** Written only when they differ, so that an ordinary start writes nothing. */
async function applySettings(owner: pg.Client, role: string, settings: Record<string, string>): Promise<void> {
  const { rows } = await owner.query<{ setconfig: string[] }>(
    'select s.setconfig from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where r.rolname = $1 and s.setdatabase = 0',
    [role],
  );
  const present = new Set(rows[0]?.setconfig);
  for (const [name, value] of Object.entries(settings)) {
    if (present.has(`${name}=${value}`)) continue;
    await owner.query(
      `alter role ${role} set ${name} = ${name === 'search_path' ? value : owner.escapeLiteral(value)}`,
    );
  }
}

async function ensurePassword(owner: pg.Client, connection: RoleConnection, log: Log): Promise<void> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== '28P01' && code !== '28000') throw error;
    log.warn(
      `The role ${connection.user} had another password; it now has the one of this installation's secrets.json.`,
    );
    await owner.query(`alter role ${connection.user} login password ${owner.escapeLiteral(connection.password)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function refuseStrongRoles(owner: pg.Client): Promise<void> {
  const names = Object.values(ROLES).map((each) => each.role);
  const { rows } = await owner.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)',
    [names],
  );
  if (rows.length === 0) return;
  throw new AppError(
    'misconfigured',
    `The role ${rows[0]?.rolname} could read everything. Run "alter role ${rows[0]?.rolname} nosuperuser nobypassrls".`,
  );
}

/** pg-boss keeps its own schema, owned by the worker; granting the role first lets an owner without superuser hand it over. */
async function ensureJobSchema(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query("select 1 from pg_namespace where nspname = 'pgboss'");
  if (rows.length > 0) return;
  await owner.query('grant entente_worker to current_user');
  await owner.query('create schema if not exists pgboss authorization entente_worker');
}
