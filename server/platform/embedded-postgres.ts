import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Log } from './log.ts';
import { newToken } from './id.ts';
import { embeddedBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import {
  claimFolder,
  clusterFolder,
  folderVersion,
  isRunning,
  readPostmaster,
  socketFolder,
} from './postgres-folder.ts';
import { makePrivateFolder, postgresUser, type PostgresUser } from './postgres-user.ts';
import { AppError } from './problem.ts';

const run = promisify(execFile);
const PORT = 5432;
const OWNER = 'entente_owner';

/** How to reach a PostgreSQL as its owner. */
export interface OwnerConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** A PostgreSQL that runs as a child of this process, or one of another Entente that this process attached to. */
export interface EmbeddedPostgres {
  connection: OwnerConnection;
  /** The process id of the postmaster. */
  pid: number;
  /** Resolves when it ended although nobody asked it to. */
  died: Promise<void>;
  /** Stops it (waiting for its clean end); does nothing to a PostgreSQL of another process. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataFolder: string;
  ownerPassword: string;
  log: Log;
  /** Use the PostgreSQL that another Entente already runs on the folder, instead of refusing. */
  attach?: boolean;
  /** Other programs than the packaged ones: for tests on other versions. */
  binaries?: PostgresBinaries;
  /** More settings of postgresql.conf. */
  settings?: Record<string, string>;
}

const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  max_connections: '100',
  shared_buffers: '128MB',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'warning',
};

/** Starts PostgreSQL on the data folder, making the database on the first start. Safe as root. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = postgresUser(join(options.dataFolder, 'database', 'postgres'));
  const cluster = await clusterFolder(options.dataFolder, user);
  const folder = join(cluster, 'postgres');
  const running = readPostmaster(folder);
  if (options.attach && running?.status === 'ready' && isRunning(folder, running)) return attached(options, running);
  await claimFolder(folder);
  const binaries = options.binaries ?? (await embeddedBinaries(cluster, user));
  await refuseOtherVersion(folder, binaries);
  if (!folderVersion(folder)) await initialize(folder, binaries, user, options);
  return launch(folder, await socketFolder(cluster, user), binaries, user, options);
}

function attached(
  options: EmbeddedOptions,
  running: { pid: number; port: number; socketFolder: string },
): EmbeddedPostgres {
  const connection = connectionTo(running.socketFolder, running.port, options.ownerPassword);
  return { connection, pid: running.pid, died: new Promise(() => undefined), stop: () => Promise.resolve() };
}

function connectionTo(host: string, port: number, password: string): OwnerConnection {
  return { host, port, user: OWNER, password, database: 'postgres' };
}

async function refuseOtherVersion(folder: string, binaries: PostgresBinaries): Promise<void> {
  const found = folderVersion(folder);
  if (!found) return;
  const { stdout } = await run(binaries.postgres, ['--version']);
  const ours = /(\d+)(?:\.\d+)?/.exec(stdout)?.[1];
  if (ours === found) return;
  throw new AppError(
    'misconfigured',
    `The database in ${folder} was made by PostgreSQL ${found}, and this Entente brings PostgreSQL ${ours}. Start it with the Entente that made it and move the data with a dump, or set DATABASE_URL to a server of version ${found}.`,
  );
}

/** initdb works in a draft folder that gets its name at the end, so an interrupted first start leaves nothing half made. */
async function initialize(
  folder: string,
  binaries: PostgresBinaries,
  user: PostgresUser | undefined,
  options: EmbeddedOptions,
): Promise<void> {
  const draft = `${folder}.draft`;
  const passwordFile = join(dirname(folder), `.password-${newToken(6)}`);
  await rm(draft, { recursive: true, force: true });
  await makePrivateFolder(draft, user);
  await writeFile(passwordFile, `${options.ownerPassword}\n`, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const builtin = Number(/(\d+)/.exec((await run(binaries.initdb, ['--version'])).stdout)?.[1]) >= 17;
  const locale = builtin
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C.UTF-8'];
  const sync = options.settings?.fsync === 'off' ? ['--no-sync'] : [];
  const args = ['-D', draft, '-U', OWNER, '-E', 'UTF8', ...locale, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await run(binaries.initdb, [...args, ...sync], {
      ...user,
      cwd: draft,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    });
    await rename(draft, folder);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    const reason = (cause as { stderr?: string }).stderr?.trim() ?? String(cause);
    throw new AppError('misconfigured', `The database could not be made in ${folder}: ${reason}`, {}, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function launch(
  folder: string,
  sockets: string,
  binaries: PostgresBinaries,
  user: PostgresUser | undefined,
  options: EmbeddedOptions,
): Promise<EmbeddedPostgres> {
  const settings = { ...SETTINGS, unix_socket_directories: sockets, port: String(PORT), ...options.settings };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', folder, ...args], {
    ...user,
    cwd: folder,
    // A session of its own: Ctrl-C in the terminal reaches Entente, which then stops PostgreSQL after its last request.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  const said = collectOutput(child, options.log);
  const watchdog = watch(child, user);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  let stopping = false;
  const stop = async () => {
    stopping = true;
    // Waiting for its end must keep this process alive, which running beside it must not.
    child.ref();
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await ended;
    watchdog.kill('SIGKILL');
  };
  const connection = connectionTo(sockets, PORT, options.ownerPassword);
  try {
    await untilReady(connection, child, said);
  } catch (error) {
    await stop();
    throw error;
  }
  child.unref();
  const died = new Promise<void>((resolve) => void ended.then(() => (stopping ? undefined : resolve())));
  return { connection, pid: child.pid ?? 0, died, stop };
}

/**
 * Stops PostgreSQL when this process ends in whatever way, SIGKILL included: the watchdog reads a pipe that only this
 * process holds open, and its end is the sign. After a clean stop it is killed itself, before the pid can be reused.
 */
function watch(child: ChildProcess, user: PostgresUser | undefined): ChildProcess {
  const script = 'read _; kill -INT "$1" 2>/dev/null';
  const watchdog = spawn('/bin/sh', ['-c', script, 'entente-watchdog', String(child.pid)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  unrefStream(watchdog.stdin);
  return watchdog;
}

/** Lets this process end although the pipe is open. */
function unrefStream(stream: unknown): void {
  (stream as { unref?: () => void } | null)?.unref?.();
}

function collectOutput(child: ChildProcess, log: Log): { text: string } {
  const said = { text: '' };
  child.on('error', (error) => {
    said.text += String(error);
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said.text = (said.text + chunk).slice(-4000);
    for (const line of chunk.split('\n')) if (line.trim()) log.debug({ postgres: line.trim() }, 'postgres');
  });
  unrefStream(child.stderr);
  return said;
}

async function untilReady(connection: OwnerConnection, child: ChildProcess, said: { text: string }): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new AppError('misconfigured', `PostgreSQL did not start: ${said.text.trim() || 'it said nothing'}`);
    }
    const client = new pg.Client(connection);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (cause) {
      if (performance.now() > deadline)
        throw new AppError('misconfigured', 'PostgreSQL did not answer for a minute.', {}, { cause });
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
