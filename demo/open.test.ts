import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../server/config.ts';
import { atGate } from '../server/platform/database.ts';
import { createLog } from '../server/platform/log.ts';
import type { Platform } from '../server/platform/platform.ts';
import { NOW } from './calendar.ts';
import { clearFolder, demoStamp, isBuilt } from './folder.ts';
import { openDemo } from './open.ts';

const log = createLog({ level: 'silent' });
let root = '';
let open: Platform | undefined;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-demo-'));
  await chmod(root, 0o755);
});
afterEach(async () => {
  await open?.db.close();
  await rm(root, { recursive: true, force: true });
});

async function enter(): Promise<Platform> {
  const env = {
    ENTENTE_DATA: root,
    DATABASE_URL: 'postgres://nobody@localhost:1/real',
    SMTP_URL: 'smtp://localhost:1',
  };
  open = await openDemo(readConfig(env), log);
  return open;
}

const founded = async ({ db }: Platform): Promise<string[]> => {
  const { rows } = await atGate(db, (tx) =>
    tx.query<{ id: string }>('select id from organizations where claimed_at is not null order by id'),
  );
  return rows.map((row) => row.id);
};

test('it lives in a folder and database of its own, sends no mail, is kept between starts and built anew when it changed', async () => {
  const first = await enter();
  expect(first.config).toMatchObject({ dataFolder: join(root, 'demo'), databaseUrl: undefined, smtpUrl: undefined });
  const ids = await founded(first);
  expect(ids).toHaveLength(4);
  const behind = first.clock.now().getTime() - Date.parse(NOW);
  expect(behind).toBeGreaterThanOrEqual(0);
  expect(behind).toBeLessThan(5000);
  await first.db.close();

  const second = await enter();
  expect(await founded(second)).toEqual(ids);
  await expect(clearFolder(join(root, 'demo'), 'newer')).rejects.toThrow(/another Entente shows it/);
  await second.db.close();

  await writeFile(join(root, 'demo', 'demo-stamp'), 'an older one');
  const third = await enter();
  const again = await founded(third);
  expect(again).toHaveLength(4);
  expect(again).not.toEqual(ids);
  expect(await isBuilt(join(root, 'demo'), await demoStamp())).toBe(true);
}, 60_000);

test('a folder that holds something else is left alone', async () => {
  const folder = join(root, 'demo');
  await mkdir(folder);
  await writeFile(join(folder, 'thesis.txt'), 'ten years of work');
  await expect(enter()).rejects.toThrow(/holds something that is no demo world/);
  expect(await readFile(join(folder, 'thesis.txt'), 'utf8')).toBe('ten years of work');
});
