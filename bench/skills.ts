import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { importVocabulary } from '../server/features/skills/commands-import.ts';
import { esco } from '../server/features/skills/model-esco.ts';
import { onet } from '../server/features/skills/model-onet.ts';
import { Connection } from './connection.ts';
import { numbers } from './fit-data.ts';
import { print, scratchFolder, startHouse } from './house.ts';
import { settle } from './setting.ts';

const shared = join(import.meta.dirname, '../../shared/data/talent');
const names = 300;

/** Skills while typing over HTTP, key by key, with ESCO and O*NET imported, against a round trip that asks the server for nothing. */
export async function run([folder = shared]: string[]): Promise<void> {
  if (!existsSync(folder)) throw new Error(`There is no ${folder}: say where the folders esco and onet are.`);
  const scratch = await scratchFolder();
  const house = await startHouse(scratch.path, 'web');
  try {
    const setting = await settle(house);
    for (const [plan, name] of [[esco, 'esco'] as const, [onet, 'onet'] as const]) {
      const began = performance.now();
      const counts = await importVocabulary(setting.platform.db, plan, join(folder, name), {
        version: '',
        now: new Date(),
      });
      const lines = counts.reduce((sum, one) => sum + one.lines, 0);
      print({ bench: 'skills', imported: name, lines, seconds: (performance.now() - began) / 1000 });
    }
    const owner = new pg.Client(setting.owner);
    owner.on('error', () => undefined);
    await owner.connect();
    await owner.query('vacuum analyze skills, skill_names, skill_words');
    const typing = await typedNames(owner);
    await owner.end();
    const connection = new Connection(house.port);
    const ask = async (path: string) => {
      const began = performance.now();
      const { status } = await connection.send('GET', path, { cookie: setting.cookie });
      if (status !== 200) throw new Error(`${path} was answered ${status}`);
      return performance.now() - began;
    };
    const base = `${setting.person.base}/skills?limit=8&search=`;
    const times = new Map<string, number[]>();
    for (const name of typing)
      for (let length = 1; length <= Math.min(12, name.length); length += 1) {
        const keep = (key: string, time: number) => times.set(key, [...(times.get(key) ?? []), time]);
        const time = await ask(`${base}${encodeURIComponent(name.slice(0, length))}`);
        keep(length < 3 ? `${length} letters` : '3 letters and more', time);
        if (length === 3) keep('health', await ask('/api/health'));
      }
    connection.close();
    for (const [keys, all] of [...times].sort()) print({ bench: 'skills', keys, n: all.length, ...spread(all) });
    await setting.close();
  } finally {
    await house.stop();
    await scratch.remove();
  }
}

async function typedNames(owner: pg.Client): Promise<string[]> {
  await owner.query('set role entente_app');
  const { rows } = await owner
    .query<{ name: string }>(`select name from skills where kind <> 'tool' order by source, id`)
    .finally(() => owner.query('reset role'));
  const pick = numbers(3);
  return Array.from({ length: names }, () => rows[pick(rows.length)]?.name ?? '');
}

function spread(times: number[]): { p50_ms: number; p99_ms: number } {
  const sorted = times.toSorted((one, two) => one - two);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50_ms: at(0.5), p99_ms: at(0.99) };
}
