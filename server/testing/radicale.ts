/** A real calendar server for tests, from the distribution: on the loopback, with an empty folder and the people it is told of. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRadicale } from './servers.ts';

export interface TestCalendarServer {
  /** Of the server itself; the calendars of `ana` lie below `ana/`. */
  url: string;
  folder: string;
  /** Makes an empty calendar and answers its address. */
  calendar(user: string, name: string): Promise<string>;
  /** As the person's own calendar program would ask. */
  ask(user: string, method: string, path: string, body?: string, headers?: Record<string, string>): Promise<Response>;
  /** Stops it, as when a server is down; `start` brings it back at the same address. */
  pause(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts it. `people`: names and passwords. */
export async function testCalendarServer(people: Record<string, string>): Promise<TestCalendarServer> {
  const program = findRadicale();
  if (!program) throw new Error('radicale is not installed on this machine');
  const folder = await mkdtemp(join(tmpdir(), 'entente-radicale-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await writeFile(
    join(folder, 'users'),
    Object.entries(people)
      .map(([name, password]) => `${name}:${password}\n`)
      .join(''),
  );
  await writeFile(
    join(folder, 'config'),
    `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = ${folder}/users\nhtpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = ${folder}/store\n[logging]\nlevel = error\n`,
  );
  let running: { stop(): Promise<void> } | undefined;
  const ask: TestCalendarServer['ask'] = (user, method, path, body, headers = {}) =>
    fetch(new URL(path, url), {
      method,
      ...(body !== undefined && { body }),
      headers: { authorization: `Basic ${btoa(`${user}:${people[user] ?? ''}`)}`, ...headers },
    });
  const start = async () => {
    const child = spawn(program, ['--config', join(folder, 'config')], { stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    running = {
      async stop() {
        child.kill();
        await ended;
      },
    };
    const patience = performance.now() + 20_000;
    while (!(await fetch(url, { redirect: 'manual' }).catch(() => undefined))) {
      if (performance.now() > patience || child.exitCode !== null) throw new Error('radicale did not start');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await start();
  return {
    url,
    folder,
    ask,
    start,
    async calendar(user, name) {
      const body = `<?xml version="1.0"?><c:mkcalendar xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:d="DAV:"><d:set><d:prop><d:displayname>${name}</d:displayname></d:prop></d:set></c:mkcalendar>`;
      const answer = await ask(user, 'MKCALENDAR', `${user}/${name}/`, body);
      if (answer.status !== 201) throw new Error(`radicale made no calendar: ${answer.status}`);
      return new URL(`${user}/${name}/`, url).href;
    },
    async pause() {
      await running?.stop();
      running = undefined;
    },
    async close() {
      await running?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
