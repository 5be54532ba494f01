import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { createLog } from './log.ts';
import { copyOf, packagedPostgres } from './postgres-binaries.ts';
import { canReach } from './postgres-user.ts';

const log = createLog({ level: 'silent' });
const ownerPassword = 'owner-password-of-this-test';
const running: EmbeddedPostgres[] = [];
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-pg-'));
  await chmod(root, 0o755);
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function start(dataFolder: string, attach = false): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder, ownerPassword, log, attach });
  running.push(postgres);
  return postgres;
}

async function ask(postgres: EmbeddedPostgres, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(postgres.connection);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the embedded PostgreSQL', () => {
  test('makes its database on the first start, and finds it again on the next', async () => {
    const data = join(root, 'twice');
    const first = await start(data);
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    expect(alive(first.pid)).toBe(false);
    expect(await ask(await start(data), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('writes durably, sorts the same everywhere, and asks for the password', async () => {
    const postgres = await start(join(root, 'settings'));
    const [settings] = await ask(
      postgres,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync,
        current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding,
        'B' < 'a' as codepoints, lower('ÄÖ') as lower`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      sync: 'on',
      addresses: '',
      encoding: 'UTF8',
      codepoints: true,
      lower: 'äö',
    });
    const stranger = new pg.Client({ ...postgres.connection, password: 'wrong' });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  test('lies on a socket that only its own user can reach', async () => {
    const postgres = await start(join(root, 'private'));
    expect((await stat(postgres.connection.host)).mode & 0o077).toBe(0);
  });

  test('uses a short socket folder when the path of the data is long', async () => {
    const data = join(root, 'long'.repeat(30));
    const postgres = await start(data);
    expect(postgres.connection.host.startsWith(tmpdir())).toBe(true);
    expect(postgres.connection.host.startsWith(root)).toBe(false);
    await postgres.stop();
    await rm(postgres.connection.host, { recursive: true, force: true });
  });

  test('refuses a folder that another one works on, and names it', async () => {
    const data = join(root, 'busy');
    const first = await start(data);
    await expect(start(data)).rejects.toThrow(new RegExp(`in use by another process \\(PostgreSQL ${first.pid}\\)`));
    expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('can be attached to by the command line, whose end does not stop it', async () => {
    const data = join(root, 'attach');
    const first = await start(data);
    const second = await start(data, true);
    expect(second.pid).toBe(first.pid);
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('starts after a crash, also when the pid of its stale file belongs to something else now', async () => {
    const data = join(root, 'crash');
    const first = await start(data);
    await ask(first, 'create table survived as select 1 as one');
    process.kill(first.pid, 'SIGKILL');
    await first.died;
    const pidFile = join(data, 'database/postgres/postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
    expect(await ask(await start(data), 'select one from survived')).toEqual([{ one: 1 }]);
  });

  test('refuses the database of another major version', async () => {
    const data = join(root, 'old');
    await (await start(data)).stop();
    await writeFile(join(data, 'database/postgres/PG_VERSION'), '14\n');
    await expect(start(data)).rejects.toThrow(/was made by PostgreSQL 14, and this Entente brings PostgreSQL 18/);
  });

  test('recovers from a first start that was cut off', async () => {
    const data = join(root, 'cut');
    await mkdir(join(data, 'database/postgres.draft/base'), { recursive: true });
    await writeFile(join(data, 'database/postgres.draft/PG_VERSION'), '18\n');
    expect(await ask(await start(data), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('says why when it cannot start', async () => {
    const bad = startEmbeddedPostgres({
      dataFolder: join(root, 'bad'),
      ownerPassword,
      log,
      settings: { shared_buffers: 'lots' },
    });
    await expect(bad).rejects.toThrow(/shared_buffers/);
  });
});

describe('when Entente ends in whatever way, no PostgreSQL is left behind', () => {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))};
    import { createLog } from ${JSON.stringify(join(import.meta.dirname, 'log.ts'))};
    const log = createLog({ level: 'silent' });
    const postgres = await startEmbeddedPostgres({ dataFolder: process.argv[1], ownerPassword: 'owner-password', log });
    console.log(postgres.pid);
    setInterval(() => undefined, 1000);
  `;
  test.each(['SIGKILL', 'SIGTERM'] as const)('%s', async (signal) => {
    const data = join(root, signal);
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString().trim());
    expect(alive(pid)).toBe(true);
    child.kill(signal);
    await once(child, 'exit');
    await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false);
    // It shut down cleanly: nothing is to be recovered, and the next start is not refused.
    expect(
      await startEmbeddedPostgres({ dataFolder: data, ownerPassword: 'owner-password', log }).then((p) => p.stop()),
    ).toBeUndefined();
  });
});

const asRoot = describe.runIf(process.getuid?.() === 0);
if (process.getuid?.() !== 0) console.warn('SKIPPED: starting PostgreSQL as root. These tests do not run as root.');

asRoot('as root', () => {
  test('PostgreSQL runs as an unprivileged user who owns the data', async () => {
    const data = join(root, 'as-root');
    const postgres = await start(data);
    const owner = await stat(join(data, 'database/postgres'));
    expect(owner.uid).not.toBe(0);
    expect((await stat(`/proc/${postgres.pid}`)).uid).toBe(owner.uid);
  });

  test('it also starts when the data lies in a private home, and says where it went', async () => {
    const home = join(root, 'private-home');
    await mkdir(home, { mode: 0o700 });
    const postgres = await start(join(home, 'data'));
    expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    const place = await readlink(join(home, 'data/database'));
    expect(place).toMatch(/^\/var\/lib\/entente\//);
    await postgres.stop();
    await rm(place, { recursive: true, force: true });
  });

  test('programs that its user cannot read are copied beside the data, with their libraries linked', async () => {
    const cluster = join(root, 'copied');
    const nobody = { uid: 65_534, gid: 65_534 };
    expect(canReach(join(packagedPostgres().folder, 'bin/postgres'), nobody)).toBe(true);
    const stranger = { uid: 4_000_000, gid: 4_000_000 };
    await chmod(root, 0o700);
    const copy = await copyOf(packagedPostgres().folder, cluster, 'x');
    await chmod(root, 0o755);
    expect(canReach(join(copy, 'bin/postgres'), stranger)).toBe(true);
    const { stdout } = await promisify(execFile)(join(copy, 'bin/postgres'), ['--version'], { ...stranger, cwd: '/' });
    expect(stdout).toContain('PostgreSQL');
    expect(await readlink(join(copy, 'lib/libpq.so.5'))).toMatch(/^libpq\.so\.5\./);
  });

  test('a folder in a private home is told apart from one that its user can reach', async () => {
    const user = { uid: 65_534, gid: 65_534 };
    const home = join(root, 'closed');
    await mkdir(home, { mode: 0o700 });
    expect(canReach(home, user)).toBe(false);
    await chown(home, user.uid, user.gid);
    expect(canReach(home, user)).toBe(true);
  });
});
