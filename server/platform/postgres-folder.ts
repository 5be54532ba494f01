import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, makePrivateFolder, type PostgresUser } from './postgres-user.ts';
import { AppError } from './problem.ts';

/** sockaddr_un holds 108 bytes with its end; PostgreSQL adds /.s.PGSQL.5432 and a lock file beside it. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.65535.lock'.length;

/** What postmaster.pid says about the PostgreSQL that runs (or ran) on a folder. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
  port: number;
  status: string;
}

/** A short name for a folder, the same on every start. */
function nameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

/**
 * The folder that holds the database and, if needed, copies of the programs. It is `<data>/database`, unless this is root and the
 * unprivileged PostgreSQL user cannot get there (a checkout in /root): then it lies in /var/lib/entente and a link leads to it.
 */
export async function clusterFolder(dataFolder: string, user: PostgresUser | undefined): Promise<string> {
  const wished = join(dataFolder, 'database');
  if (existsSync(wished)) return realpathSync(wished);
  await mkdir(dataFolder, { recursive: true });
  if (canReach(dataFolder, user)) {
    await mkdir(wished, { mode: 0o755 });
    return realpathSync(wished);
  }
  const elsewhere = join('/var/lib/entente', nameOf(dataFolder));
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await symlink(elsewhere, wished);
  return realpathSync(elsewhere);
}

/** Makes the private folder of the socket: beside the data, or in the temporary folder when that path would be too long. */
export async function socketFolder(cluster: string, user: PostgresUser | undefined): Promise<string> {
  const beside = join(cluster, 'run');
  const folder =
    Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER ? beside : join(tmpdir(), `entente-${nameOf(cluster)}`);
  await makePrivateFolder(folder, user);
  return folder;
}

/** Reads postmaster.pid; undefined when there is none or it is unreadable. */
export function readPostmaster(postgresFolder: string): Postmaster | undefined {
  const path = join(postgresFolder, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const [pid, , , port, socket, , , status] = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port), socketFolder: socket ?? '', status: status?.trim() ?? '' };
}

/** True when the process of a pid file lives and is a PostgreSQL on this very folder; a reused pid is not. */
export function isRunning(postgresFolder: string, { pid }: Postmaster): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(postgresFolder);
  } catch {
    // Without /proc (macOS), or without the right to look, a living process counts as the postmaster.
    return !existsSync('/proc/self/cwd') || /postgres/.test(commandOf(pid));
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8');
  } catch {
    return '';
  }
}

/** Removes the pid file of a PostgreSQL that is gone, and refuses when one is still at work there. */
export async function claimFolder(postgresFolder: string, patienceMs = 30_000): Promise<void> {
  const started = performance.now();
  for (;;) {
    const found = readPostmaster(postgresFolder);
    if (!found) return;
    if (!isRunning(postgresFolder, found)) {
      await rm(join(postgresFolder, 'postmaster.pid'), { force: true });
      return;
    }
    // One that is stopping, or whose Entente died a moment ago, is waited for.
    const waited = performance.now() - started;
    if (waited > (found.status === 'stopping' ? patienceMs : Math.min(patienceMs, 1500)))
      throw inUse(postgresFolder, found);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function inUse(folder: string, { pid }: Postmaster): AppError {
  return new AppError(
    'misconfigured',
    `The database in ${folder} is in use by another process (PostgreSQL ${pid}). Stop the other Entente first, or set ENTENTE_DATA to another folder.`,
    { pid },
  );
}

/** The major version a folder was made by; undefined when no database was made there yet. */
export function folderVersion(postgresFolder: string): string | undefined {
  const path = join(postgresFolder, 'PG_VERSION');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
