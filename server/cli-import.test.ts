import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newId } from './platform/id.ts';
import { TEST_SECRETS } from './testing/engine.ts';
import { downloadIn, escoFiles, onetFiles } from './testing/vocabularies.ts';

const CLI = join(import.meta.dirname, '../bin/entente.js');
const MAIN = join(import.meta.dirname, 'main.ts');
const children: ChildProcess[] = [];
let root = '';
let port = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-cli-'));
  await chmod(root, 0o755);
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  port = typeof address === 'object' && address ? address.port : 0;
  probe.close();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

type Env = Record<string, string>;

function start(args: string[], env: Env) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

async function entente(env: Env, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const { child, said } = start([CLI, ...args], env);
  await once(child, 'close');
  return { code: child.exitCode, said: said() };
}

/** The server while `work` runs, as `npm start` starts it. */
async function withServer(env: Env, work: () => Promise<void>): Promise<void> {
  const { child, said } = start([MAIN], env);
  try {
    for (let tries = 0; !(await fetch(`${at()}/api/health`).catch(() => undefined))?.ok; tries += 1) {
      if (tries === 400 || child.exitCode !== null) throw new Error(`it did not start: ${said()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await work();
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}

const at = () => `http://localhost:${port}`;
let cookie = '';

async function call(path: string, json?: unknown): Promise<any> {
  const response = await fetch(`${at()}/api${path}`, {
    method: json === undefined ? 'GET' : 'POST',
    headers: { cookie, origin: at(), ...(json !== undefined && { 'content-type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const kept = response.headers.getSetCookie().map((each) => each.split(';')[0]);
  if (kept.length > 0) cookie = kept.join('; ');
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

const csv = [
  'client,vendor,what,agreed,deadline,finished,value,ticket',
  'Hospital,Foundry,Beds,2026-01-05,2026-02-01,2026-01-30,1200,T-1',
  'Hospital,Foundry,Lamps,2026-01-05,2026-02-01,2026-02-09,80,T-1',
  'Foundry,Hospital,Advice,2026-03-05,2026-04-01,,,T-2',
  'Hospital,,Nobody,2026-03-05,2026-04-01,,,T-3',
].join('\n');

/** On the embedded PostgreSQL of a scratch folder, or on the server under test where that is no embedded one. */
async function scratch(): Promise<{ env: Env; drop(): Promise<void> }> {
  const data = await mkdtemp(join(root, 'data-'));
  await chmod(data, 0o755);
  const env = { PORT: String(port), ENTENTE_DATA: data };
  const { owner, template } = inject('engine');
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query<{ v: number }>("select current_setting('server_version_num')::int / 10000 as v");
  if (rows[0]?.v === 18) {
    await client.end();
    return { env, drop: async () => undefined };
  }
  const name = `cli_${newId().replaceAll('-', '')}`;
  await client.query(`create database ${name} template ${template}`);
  // Roles belong to the whole server, and the other tests use it now: their passwords have to stay.
  await writeFile(join(data, 'secrets.json'), JSON.stringify(TEST_SECRETS));
  return {
    env: {
      ...env,
      DATABASE_URL: `postgresql://${owner.user}:${owner.password}@/${name}?host=${encodeURIComponent(owner.host)}`,
    },
    async drop() {
      await client.query(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}

describe('entente import', () => {
  it('brings a history in beside a running server and without one, and takes it back', {
    timeout: 120_000,
  }, async () => {
    const { env, drop } = await scratch();
    const file = join(root, 'history.csv');
    await writeFile(file, csv);
    await writeFile(join(root, 'more.csv.gz'), gzipSync(`${csv}\nHospital,City,Bridges,2026-01-05,2026-02-01,,,T-9`));
    const command = ['import', 'commitments', file, '--map', 'reference=ticket', '--unit', 'EUR'];
    try {
      const early = await entente(env, ...command);
      expect(early).toMatchObject({ code: 1, said: expect.stringContaining('set it up first') });

      let organization = '';
      const titles = async () =>
        (await call(`/organizations/${organization}/conversations`)).items
          .map((one: { title: string; state: string }) => `${one.title} ${one.state}`)
          .sort();
      await withServer(env, async () => {
        const me = await call('/setup', {
          organization: { name: 'Hospital' },
          person: { name: 'Ana Ruiz', email: 'ana@hospital.example', password: 'a long enough passphrase' },
          locale: 'en',
          timeZone: 'UTC',
        });
        organization = me.memberships[0].organization.id;
        const dry = await entente(env, ...command, '--dry-run');
        expect(dry.code).toBe(0);
        expect(dry.said).toContain('4 lines, 2 commitments between 2 organizations');
        expect(dry.said).toContain('create 3 · update 0 · skip 1');
        expect(dry.said).toContain('line 5: skip, missing-performer');
        expect(await titles()).toEqual([]);
        const done = await entente(env, ...command);
        expect(done, done.said).toMatchObject({ code: 0, said: expect.stringContaining('2 of 2') });
        expect(await titles()).toEqual(['T-1: Beds closed', 'T-2: Advice performing']);
      });

      const more = await entente(env, ...command.with(2, join(root, 'more.csv.gz')), '--organization', 'hospital');
      expect(more, more.said).toMatchObject({ code: 0, said: expect.stringContaining('create 1 · update 0 · skip 4') });
      const id = /entente import undo (\S+)/.exec(more.said)?.[1] ?? '';
      const undone = await entente(env, 'import', 'undo', id);
      expect(undone, undone.said).toMatchObject({
        code: 0,
        said: expect.stringContaining('1 conversations taken back'),
      });

      await withServer(env, async () => {
        expect(await titles()).toEqual(['T-1: Beds closed', 'T-2: Advice performing']);
        const { items } = await call(`/organizations/${organization}/imports`);
        expect(items.map((one: { status: string }) => one.status)).toEqual(['undone', 'done', 'ready']);
      });
    } finally {
      await drop();
    }
  });

  it('brings in vocabularies, says what came and whose they are, and refuses what is not whole', {
    timeout: 120_000,
  }, async () => {
    const { env, drop } = await scratch();
    try {
      const folder = await downloadIn(root, 'ESCO dataset - v1.2.0 - en - csv', escoFiles());
      const first = await entente(env, 'import', 'esco', folder);
      expect(first, first.said).toMatchObject({ code: 0 });
      expect(first.said).toContain('occupationSkillRelations_en.csv: 3 lines, 2 essential, 1 optional');
      expect(first.said).toContain('ESCO 1.2.0 is here.');
      expect(first.said).toContain('uses the ESCO classification of the European Commission');
      const onet = await downloadIn(root, 'db_29_2_text', onetFiles());
      await withServer(env, async () => {
        const beside = await entente(env, 'import', 'onet', onet);
        expect(beside, beside.said).toMatchObject({ code: 0, said: expect.stringContaining('O*NET 29.2 is here.') });
      });
      const wrong = await entente(env, 'import', 'onet', folder);
      expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('no complete O*NET download') });
      expect(wrong.said).not.toMatch(/\n {4}at /);
      expect(await entente(env, 'import', 'esco')).toMatchObject({ code: 1, said: expect.stringContaining('DIR') });
    } finally {
      await drop();
    }
  });

  it('says what is wrong in one line, without a stack', { timeout: 60_000 }, async () => {
    const env = { ENTENTE_DATA: join(root, 'never') };
    const wrong = async (...args: string[]) => {
      const { code, said } = await entente(env, 'import', ...args);
      expect(said).not.toMatch(/\n {4}at /);
      return { code, said };
    };
    expect(await wrong('commitments')).toMatchObject({ code: 1, said: expect.stringContaining('FILE.csv') });
    expect(await wrong('commitments', 'a.csv', '--sideways')).toMatchObject({
      code: 1,
      said: expect.stringContaining("Unknown option '--sideways'"),
    });
    expect(await wrong('undo', 'yesterday')).toMatchObject({ code: 1, said: expect.stringContaining('no id') });
    expect(await wrong('commitments', '--help')).toMatchObject({ code: 0, said: expect.stringContaining('--dry-run') });
  });
});
