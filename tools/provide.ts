// Sees to what the tests need from the machine: a PostgreSQL server of the oldest supported version, a mail server that is
// read over IMAP, a calendar server, and a browser. They come from the distribution where this is root on Debian; where not, vitest.config.ts says loudly what is skipped.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../e2e/browser.ts';
import { findPostgresServer } from '../server/testing/engine.ts';
import { findDovecot, findRadicale } from '../server/testing/servers.ts';

function install(name: string): void {
  console.log(`Installing ${name} from the distribution, for the tests…`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const get = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args], options).status === 0;
  const done =
    get('install', '-y', '--no-install-recommends', name) ||
    (get('update') && get('install', '-y', '--no-install-recommends', name));
  if (!done) console.warn(`${name} could not be installed.`);
}

/** Playwright's own download, into the user's cache: works without root, needs the network. */
function downloadBrowser(): void {
  console.log("Downloading a Chromium with Playwright's installer, for the tests…");
  spawnSync('playwright-core', ['install', 'chromium-headless-shell', 'chromium'], {
    stdio: 'inherit',
    timeout: 180_000,
  });
}

const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
if (!findPostgresServer() && mayInstall) install('postgresql-15');
if (!findDovecot() && mayInstall) install('dovecot-imapd');
if (!findRadicale() && mayInstall) install('radicale');
if (!findBrowser()) downloadBrowser();
if (!findBrowser() && mayInstall) install('chromium');
