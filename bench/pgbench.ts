import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** pgbench of the machine's PostgreSQL; the embedded one ships none. */
export function findPgbench(): string {
  const found = ['/usr/bin/pgbench', ...globSync('/usr/lib/postgresql/*/bin/pgbench')].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    'This bench needs pgbench as its raw reference. Install it (Debian: apt-get install postgresql-contrib) and run it again.',
  );
}

export interface RawConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** Transactions per second of an SQL script, by the extended protocol as node-postgres speaks it. */
export async function pgbench(
  connection: RawConnection,
  script: string,
  options: { clients: number; seconds: number },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    await writeFile(file, script);
    const { stdout } = await run(
      findPgbench(),
      [
        '-n',
        '-M',
        'extended',
        '-c',
        String(options.clients),
        '-j',
        '2',
        '-T',
        String(options.seconds),
        '-f',
        file,
        '-h',
        connection.host,
        '-p',
        String(connection.port),
        '-U',
        connection.user,
        connection.database,
      ],
      { env: { ...process.env, PGPASSWORD: connection.password }, maxBuffer: 1e8 },
    );
    const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
    if (failed > 0) throw new Error(`${failed} transactions of the raw reference failed`);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A value as an SQL literal without colons, behind which pgbench would look for a variable. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value as string);
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
}

/** The statement with its parameters written into it. */
export function inline(sql: string, values: readonly string[]): string {
  return sql.replace(/\s+/g, ' ').replace(/\$(\d+)/g, (_all, n: string) => values[Number(n) - 1] ?? 'null');
}
