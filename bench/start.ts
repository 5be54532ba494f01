import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../e2e/browser.ts';
import { openConversation } from '../server/features/acts/commands.ts';
import { inScope } from '../server/platform/database.ts';
import { mintScope } from '../server/platform/scope.ts';
import { familyOf, type House, memoryMegabytes, print, scratchFolder, startHouse } from './house.ts';
import { settle, voiceOf } from './setting.ts';

const conversations = 5000;
const dist = join(import.meta.dirname, '..', 'web/dist');

/** Seconds to the first page, resident memory of everything, and JavaScript of the first page: on an empty folder, and on one that has data. */
export async function run(): Promise<void> {
  const folder = await scratchFolder();
  let js: number | undefined;
  try {
    for (const state of ['empty', 'data'] as const) {
      const house = await startHouse(folder.path);
      // A moment after the first answer, when the jobs have started as well.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const family = familyOf(house.pid);
      const memory = memoryMegabytes(family);
      const own = memoryMegabytes([house.pid]);
      js ??= await firstPageScripts(house.address);
      if (state === 'empty') await fill(house);
      await house.stop();
      print({
        bench: 'start',
        state,
        conversations: state === 'data' ? conversations : 0,
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

/** Conversations of one organization, so that the second start has something to open. */
async function fill(house: House): Promise<void> {
  const setting = await settle(house);
  const { platform, person } = setting;
  const { id: partnership } = await person.json(`${person.base}/partnerships`, {
    json: { name: 'Bench Works' },
    status: 201,
  });
  const voice = voiceOf(person);
  const at = new Date(Date.now() + 86_400_000).toISOString();
  for (let n = 0; n < conversations; n += 1) {
    const terms = {
      what: `Lend us a room for meeting ${n}`,
      conditions: [{ text: 'Forty seats' }],
      due: { at },
      replyBy: { at },
    };
    await inScope(platform.db, mintScope(person.organization.id), (tx) =>
      openConversation(tx, new Date(), voice, partnership, { saying: { kind: 'request', terms } }),
    );
  }
  await setting.close();
}

/** Gzipped bytes of every script that a browser fetches until the first page (of a new house: the set-up page) stands. */
async function firstPageScripts(address: string): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const scripts = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await page.goto(address, { waitUntil: 'load' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    return [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length, 0);
  } finally {
    await browser.close();
  }
}
