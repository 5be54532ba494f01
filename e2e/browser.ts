import { existsSync, readlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const KNOWN_PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'];

/** Keeps the browser from calling anybody but the server under test. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

/** The path of an installed Chromium or Chrome, or of the one Playwright downloaded; undefined when there is none. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const downloaded = chromium.executablePath();
  return [...installed, ...KNOWN_PLACES, downloaded].find((path) => path !== '' && existsSync(path));
}

/** How it is started: as root too, and off the network. */
function launchOptions(): { executablePath: string; args: string[] } {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium on this machine. "npm test" installs one where it can.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...QUIET, ...sandbox] };
}

/** Starts a browser that forgets everything when it ends. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** A browser of somebody's own, which keeps what it knows in a folder, as people's do. */
export interface OwnBrowser {
  context: BrowserContext;
  /** Ends it as the system does when it runs out of memory: at once, without a word to it. */
  kill(): Promise<void>;
}

/** Starts a browser on a folder of its own, new or from before. */
export async function launchOwnBrowser(folder: string, options: BrowserContextOptions): Promise<OwnBrowser> {
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), ...options });
  return {
    context,
    async kill() {
      // The browser names its process in the lock of its folder: host-pid.
      const pid = Number(/-(\d+)$/.exec(readlinkSync(join(folder, 'SingletonLock')))?.[1]);
      const gone = new Promise((resolve) => context.once('close', resolve));
      process.kill(pid, 'SIGKILL');
      await gone;
    },
  };
}
