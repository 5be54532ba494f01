import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, readPostmaster } from '../server/platform/postgres-folder.ts';
import { AppError } from '../server/platform/problem.ts';

const HERE = import.meta.dirname;
const STAMP = 'demo-stamp';
const DONE = 'demo.json';

/** What the world is made of: it is built anew when its stories or the tables change. */
export async function demoStamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [HERE, join(HERE, '../server/migrations')]) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((each) => /(?<!\.test)\.(ts|sql)$/.test(each)).toSorted()) {
      hash.update(name).update(await readFile(join(folder, name)));
    }
  }
  return hash.digest('hex');
}

/** Whether the folder holds the whole world of this stamp. */
export async function isBuilt(folder: string, stamp: string): Promise<boolean> {
  const found = await readFile(join(folder, STAMP), 'utf8').catch(() => undefined);
  return found === stamp && existsSync(join(folder, DONE));
}

/** Empties the folder of an older world, or of one that was not finished; never one that holds anything else. */
export async function clearFolder(folder: string, stamp: string): Promise<void> {
  const names = await readdir(folder).catch(() => [] as string[]);
  if (names.length > 0 && !names.includes(STAMP)) {
    throw new AppError(
      'misconfigured',
      `${folder} holds something that is no demo world. Move it away, or set ENTENTE_DATA to another folder.`,
    );
  }
  const database = await realpath(join(folder, 'database')).catch(() => undefined);
  const running = database && readPostmaster(join(database, 'postgres'));
  if (database && running && isRunning(join(database, 'postgres'), running)) {
    throw new AppError(
      'misconfigured',
      'The demo world has changed and has to be built anew, but another Entente shows it. Stop that one first.',
    );
  }
  // The database of a folder that PostgreSQL's user cannot reach lies elsewhere, behind a link.
  if (database) await rm(database, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, STAMP), stamp);
}

/** Marks the world as whole, and tells the sign-in page who lives in it. */
export async function finishFolder(folder: string, demo: object): Promise<void> {
  await writeFile(join(folder, DONE), `${JSON.stringify(demo, null, 2)}\n`);
}
