import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../server/config.ts';
import { type FixedClock, fixedClock } from '../server/platform/clock.ts';
import { createLog } from '../server/platform/log.ts';
import type { Platform } from '../server/platform/platform.ts';
import { openPlatform, startProcess } from '../server/process.ts';
import { testMailServer, type ReceivedMail } from '../server/testing/mail-server.ts';

const ROOT = join(import.meta.dirname, '..');

/** The product as people run it: its own process, its own PostgreSQL, a mail server beside it. */
export interface Product {
  address: string;
  /**
   * The address behind the button of the newest mail to somebody that holds such a link, for example `/l/`. With `after`, of a mail
   * that came after so many of theirs.
   */
  linkTo(email: string, path: string, after?: number): Promise<string>;
  /** Every mail that has come for somebody so far. */
  mailsTo(email: string): ReceivedMail[];
  /** As when the power goes: the process is killed and cleans up nothing. */
  dies(): Promise<void>;
  /** Starts again on the same data, at the same address. */
  comesBack(): Promise<void>;
  stop(): Promise<void>;
}

/** A port that nothing listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** An empty folder that PostgreSQL, which never runs as root, can reach into. */
async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-story-'));
  await chmod(folder, 0o755);
  return folder;
}

async function untilReady(child: ChildProcess, address: string, said: () => string): Promise<void> {
  const patience = performance.now() + 60_000;
  while (performance.now() < patience && child.exitCode === null) {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The product did not start: ${said()}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await once(child, 'exit');
  clearTimeout(late);
}

/** Starts the product with no settings but a port, a folder and a mail server. */
export async function startProduct(): Promise<Product> {
  const [folder, port, mails] = await Promise.all([scratchFolder(), freePort(), testMailServer()]);
  const address = `http://localhost:${port}`;
  let said = '';
  const begin = () => {
    const child = spawn(process.execPath, ['server/main.ts'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        ENTENTE_DATA: join(folder, 'data'),
        SMTP_URL: mails.url,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return child;
  };
  let child = begin();
  const mailsTo = (email: string) => mails.mails.filter((mail) => mail.to.includes(email));
  const product: Product = {
    address,
    mailsTo,
    async linkTo(email, path, after = 0) {
      const patience = performance.now() + 20_000;
      const link = new RegExp(`${address}${path}[\\w.~%#=-]+`);
      while (performance.now() < patience) {
        const found = mailsTo(email)
          .slice(after)
          .findLast((mail) => link.test(mail.text));
        if (found) return link.exec(found.text)?.[0] ?? '';
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const came = mails.mails.map((mail) => `${mail.to}: ${mail.subject}\n${mail.text}`).join('\n\n');
      throw new Error(`No mail to ${email} holds a link ${path}. These came:\n${came}\n${said}`);
    },
    async dies() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async comesBack() {
      child = begin();
      await untilReady(child, address, () => said);
    },
    async stop() {
      await ended(child);
      await mails.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await untilReady(child, address, () => said);
  } catch (error) {
    await product.stop();
    throw error;
  }
  return product;
}

/** The product in this process, on a clock that the story moves. */
export interface ClockedProduct {
  address: string;
  clock: FixedClock;
  platform: Platform;
  /** As fetch, from the path on. */
  request(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts the product with a clock that stands at `moment`; `settings` as the environment would give them. */
export async function startClockedProduct(
  moment: string,
  settings: Record<string, string> = {},
): Promise<ClockedProduct> {
  const [folder, port] = await Promise.all([scratchFolder(), freePort()]);
  const clock = fixedClock(moment);
  const config = readConfig({
    PORT: String(port),
    ENTENTE_DATA: join(folder, 'data'),
    LOG_LEVEL: 'error',
    ...settings,
  });
  const platform = await openPlatform(config, createLog({ level: 'error' }), { clock });
  const running = await startProcess(platform);
  const address = config.publicUrl;
  return {
    address,
    clock,
    platform,
    request: (path, init) => fetch(new URL(path, address), init),
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
