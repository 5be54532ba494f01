// Makes the pictures of the README from the demo world, in a real browser: `node tools/screenshots.ts`. Look at them before you commit them.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { messagesFor } from '../messages/catalogue.ts';
import type { ConversationSummary } from '../server/features/conversations/schema.ts';
import type { Me, Start } from '../server/features/identity/schema.ts';

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'docs/images');
const LARGEST = 300 * 1024;

/** Who looks, and at what. Titles are those of the demo world. */
const READER = 'Renata Solís';
const SHOWN = 'Sixteen clinical placements for second-year nursing students, autumn 2026';
const PARTNER = 'Corriente Marine Systems';
/** Whose history was brought in from a spreadsheet: enough of it for a number. */
const FERRIES = 'Palmetto Ferry Lines';
const HEARD = 'What we heard in the yard on 21 April';
const ASKED = 'The garden room for our partners’ breakfast on Thursday 25 June';

/** Where the demo world's university is. */
const HERE: BrowserContextOptions = { locale: 'en-US', timezoneId: 'America/New_York' };
const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 840 },
  reducedMotion: 'reduce',
  ...HERE,
};
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 1.5,
  isMobile: true,
  hasTouch: true,
  reducedMotion: 'reduce',
  ...HERE,
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function startDemo(folder: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const env = { PATH: process.env.PATH, PORT: String(port), ENTENTE_DATA: join(folder, 'data'), LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['server/main.ts', '--demo'], { cwd: ROOT, env, stdio: 'inherit' });
  const address = `http://localhost:${port}`;
  await untilReady(child, address);
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The demo world did not start.');
}

/** Takes one picture and leaves the browser's memory of the visit behind. */
class Photographer {
  readonly #browser: Browser;
  readonly #address: string;
  readonly #person: { email: string; password: string };

  constructor(browser: Browser, address: string, person: { email: string; password: string }) {
    this.#browser = browser;
    this.#address = address;
    this.#person = person;
  }

  async #visit<T>(options: BrowserContextOptions, signsIn: boolean, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.#browser.newContext({ ...options, baseURL: this.#address });
    try {
      if (signsIn) await context.request.post('/api/auth/sign-in/email', { data: this.#person });
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** What the API answers to the reader. */
  get<T>(path: string): Promise<T> {
    return this.#visit(DESKTOP, true, async (page) => (await page.request.get(`/api${path}`)).json() as Promise<T>);
  }

  post<T>(path: string, data: object): Promise<T> {
    return this.#visit(DESKTOP, true, async (page) => {
      const answer = await page.request.post(`/api${path}`, { data });
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
      return answer.json() as Promise<T>;
    });
  }

  async take(
    name: string,
    path: string,
    options: BrowserContextOptions,
    signsIn = true,
    press?: string,
  ): Promise<void> {
    const file = join(PICTURES, `${name}.png`);
    await this.#visit(options, signsIn, async (page) => {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      if (press) await page.getByRole('link', { name: press }).first().click();
      // Live pages never come to rest; what is loaded behind the first heading needs a moment.
      await page.waitForTimeout(1200);
      await page.screenshot({ path: file });
    });
    const bytes = statSync(file).size;
    console.log(`${name}.png ${Math.round(bytes / 1024)} kB`);
    if (bytes > LARGEST) throw new Error(`${name}.png has ${bytes} bytes; at most ${LARGEST} are wanted.`);
  }
}

async function takeAll(camera: Photographer): Promise<void> {
  const me = await camera.get<Me>('/me');
  const organization = me.memberships[0]?.organization;
  if (!organization) throw new Error('The reader belongs to no organization.');
  const { items } = await camera.get<{ items: ConversationSummary[] }>(
    `/organizations/${organization.id}/conversations?limit=100`,
  );
  const found = (which: (one: ConversationSummary) => boolean, what: string): ConversationSummary => {
    const one = items.find(which);
    if (!one) throw new Error(`The demo world has no ${what} any more.`);
    return one;
  };
  const shown = found((one) => one.title === SHOWN, SHOWN);
  const asked = found((one) => one.title === ASKED, ASKED);
  const partner = found((one) => one.partner.name === PARTNER, PARTNER);
  const home = `/o/${organization.slug}`;
  const pageOf = (one: ConversationSummary) => `${home}/partners/${one.partnershipId}/conversations/${one.id}`;
  await camera.take('today', `${home}/today`, DESKTOP);
  await camera.take('conversation', pageOf(shown), DESKTOP);
  await camera.take('partner', `${home}/partners/${partner.partnershipId}`, DESKTOP);
  const ferries = found((one) => one.partner.name === FERRIES, FERRIES);
  await camera.take('confidence', `${home}/partners/${ferries.partnershipId}/confidence`, DESKTOP);
  await camera.take('dark', pageOf(shown), { ...DESKTOP, colorScheme: 'dark' });
  const readBack = await camera.get<{ items: ConversationSummary[] }>(
    `/organizations/${organization.id}/conversations?search=${encodeURIComponent(HEARD)}`,
  );
  const heard = readBack.items[0];
  if (!heard) throw new Error(`The demo world has no ${HEARD} any more.`);
  await camera.take('readback', pageOf(heard), DESKTOP);
  await camera.take('fit', `${home}/partners/${partner.partnershipId}/needs`, DESKTOP);
  const rooms = `/organizations/${organization.id}/partnerships/${asked.partnershipId}`;
  const people = await camera.get<{ id: string; may: { link: boolean } }[]>(`${rooms}/people`);
  const guest = people.find((each) => each.may.link);
  const link = await camera.post<{ url: string }>(`${rooms}/conversations/${asked.id}/links`, { person: guest?.id });
  await camera.take('guest-phone', new URL(link.url).pathname, PHONE, false, messagesFor('en').talk.answerNow);
}

mkdirSync(PICTURES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'entente-pictures-'));
chmodSync(folder, 0o755);
const demo = await startDemo(folder);
const browser = await launchBrowser();
try {
  const start = (await (await fetch(`${demo.address}/api/start`)).json()) as Start;
  const person = start.demo?.people.find((each) => each.name === READER);
  if (!person) throw new Error(`${READER} is not in the demo world.`);
  await takeAll(new Photographer(browser, demo.address, { email: person.email, password: person.password }));
} finally {
  await browser.close();
  await demo.stop();
  rmSync(folder, { recursive: true, force: true });
}
