import { readFileSync, statSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from './problem.ts';

/** The user PostgreSQL runs as; undefined means: the user of this process. */
export interface PostgresUser {
  uid: number;
  gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

function usersOf(passwd: string): Map<string, PostgresUser> {
  const users = new Map<string, PostgresUser>();
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) users.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return users;
}

/**
 * PostgreSQL refuses to run as root. As root this picks the owner of an existing data folder, else an unprivileged
 * user of the machine; as anybody else PostgreSQL simply runs as that user.
 */
export function postgresUser(existingDataFolder: string): PostgresUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(existingDataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = usersOf(readFileSync('/etc/passwd', 'utf8'));
  for (const name of CANDIDATES) {
    const user = users.get(name);
    if (user && user.uid !== 0) return user;
  }
  throw new AppError(
    'misconfigured',
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". Start Entente as another user, or set DATABASE_URL.',
  );
}

/** True when the user may enter every folder above `path` and read `path` itself (no path: nothing to reach). */
export function canReach(path: string, user: PostgresUser | undefined): boolean {
  if (!user) return true;
  for (let current = path, first = true; ; current = dirname(current), first = false) {
    const stat = statSync(current, { throwIfNoEntry: false });
    const needed = first && stat?.isFile() ? 4 : 5;
    if (stat && !permits(stat, user, first ? needed : 1)) return false;
    if (dirname(current) === current) return true;
  }
}

function permits(stat: { mode: number; uid: number; gid: number }, user: PostgresUser, bits: number): boolean {
  const shift = stat.uid === user.uid ? 6 : stat.gid === user.gid ? 3 : 0;
  return ((stat.mode >> shift) & bits) === bits;
}

/** Makes a folder that only the PostgreSQL user may enter. */
export async function makePrivateFolder(path: string, user: PostgresUser | undefined): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (user) await chown(path, user.uid, user.gid);
  await chmod(path, 0o700);
}
