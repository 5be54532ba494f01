import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { familyOf, memoryMegabytes, print, scratchFolder, startHouse } from './house.ts';

const dist = join(import.meta.dirname, '..', 'web/dist');

/** Seconds to the first page, resident memory of everything, and JavaScript of the first page: on an empty folder, and on one that has data. */
export async function run(): Promise<void> {
  const folder = await scratchFolder();
  const js = firstPageScripts();
  try {
    for (const state of ['empty', 'again'] as const) {
      const house = await startHouse(folder.path);
      // A moment after the first answer, when the jobs have started as well.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const family = familyOf(house.pid);
      const memory = memoryMegabytes(family);
      const own = memoryMegabytes([house.pid]);
      await house.stop();
      print({
        bench: 'start',
        state,
        seconds: house.seconds,
        rss_mb: memory,
        rss_mb_server: own,
        processes: family.length,
        js_gzip_kb: js / 1000,
      });
    }
  } finally {
    await folder.remove();
  }
}

/** Gzipped bytes of every script that index.html loads or preloads. */
function firstPageScripts(): number {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const paths = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((found) => found[1] ?? '');
  if (paths.length === 0) throw new Error('web/dist/index.html loads no script: build the web first (npm start does)');
  return [...new Set(paths)].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length,
    0,
  );
}
