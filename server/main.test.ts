import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newId } from './platform/id.ts';
import { TEST_SECRETS } from './testing/engine.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const CLI = join(import.meta.dirname, '../bin/entente.js');
let root = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-main-'));
  await chmod(root, 0o755);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

interface Started {
  child: ChildProcess;
  said: () => string;
}

function start(file: string, args: string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

async function untilReady({ child, said }: Started, port: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) break;
    const response = await fetch(`http://localhost:${port}/api/health`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not start: ${said()}`);
}

async function stopped({ child }: Started, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

test('it starts with nothing but a folder, answers, stops when asked, and leaves no PostgreSQL behind', async () => {
  const port = await freePort();
  const data = join(root, 'plain');
  const running = start(MAIN, [], { PORT: String(port), ENTENTE_DATA: data });
  await untilReady(running, port);
  const pid = Number((await readFile(join(data, 'database/postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  expect(await stopped(running, 'SIGTERM')).toBe(0);
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  expect(running.said()).toContain(`Entente is ready at http://localhost:${port}`);
});

test('it uses a PostgreSQL server when it is given one', async () => {
  const { owner } = inject('engine');
  const name = `main_${newId().replaceAll('-', '')}`;
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(`create database ${name}`);
  const port = await freePort();
  const url = `postgresql://${owner.user}:${owner.password}@/${name}?host=${encodeURIComponent(owner.host)}`;
  const data = join(root, 'server');
  // Roles belong to the whole server, and the other tests use it now: their passwords have to stay.
  await mkdir(data);
  await writeFile(join(data, 'secrets.json'), JSON.stringify(TEST_SECRETS));
  const running = start(MAIN, [], { PORT: String(port), ENTENTE_DATA: data, DATABASE_URL: url });
  try {
    await untilReady(running, port);
    expect(await stopped(running, 'SIGINT')).toBe(0);
  } finally {
    await stopped(running, 'SIGKILL');
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  }
});

test('wrong settings are all said at once, and nothing is started', async () => {
  const running = start(MAIN, [], { PORT: 'abc', SMTP_URL: 'x', ENTENTE_DATA: join(root, 'never') });
  await once(running.child, 'exit');
  expect(running.child.exitCode).toBe(1);
  expect(running.said()).toMatch(/PORT is "abc"[\s\S]*SMTP_URL/);
  expect(running.said()).not.toContain('    at ');
});

test('a port in use is said with what to do, and PostgreSQL is stopped again', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const data = join(root, 'taken');
  const running = start(MAIN, [], { PORT: String(port), ENTENTE_DATA: data });
  await once(running.child, 'exit');
  taken.close();
  expect(running.said()).toContain(`Port ${port} is in use`);
  await expect(readFile(join(data, 'database/postgres/postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('the command line says what it can do, and refuses what it cannot', async () => {
  const help = start(CLI, ['--help'], {});
  await once(help.child, 'exit');
  expect(help.child.exitCode).toBe(0);
  expect(help.said()).toContain('entente start');
  const wrong = start(CLI, ['dance'], {});
  await once(wrong.child, 'exit');
  expect(wrong.child.exitCode).toBe(1);
  expect(wrong.said()).toContain('There is no command "dance"');
});
