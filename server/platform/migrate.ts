import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { AppError } from './problem.ts';

/** One numbered file of server/migrations. */
export interface Migration {
  name: string;
  sha256: string;
  statements: string[];
}

const FOLDER = join(import.meta.dirname, '../migrations');
/** Any constant: it only has to be the same in every Entente. */
const LOCK = 7_460_118;

/** Reads the migrations in their order. */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      const statements = text.split(/^--> statement-breakpoint\s*$/m).map((part) => part.trim());
      return {
        name: file.replace(/\.sql$/, ''),
        sha256: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex'),
        statements: statements.filter((part) => part !== ''),
      };
    }),
  );
}

/**
 * Applies what is missing, each file in one transaction, one statement per call. One process at a time does it; the
 * others wait. Refuses a database that was changed by another Entente than this one. Returns the names it applied.
 */
export async function migrate(owner: pg.Client, migrations: Migration[]): Promise<string[]> {
  await owner.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const pending = pendingOf(migrations, await appliedMigrations(owner));
    for (const migration of pending) await apply(owner, migration);
    return pending.map((each) => each.name);
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

async function appliedMigrations(owner: pg.Client): Promise<Map<string, string>> {
  const { rows: found } = await owner.query<{ there: boolean }>(
    "select to_regclass('migrations.applied') is not null as there",
  );
  if (!found[0]?.there) {
    await owner.query('create schema if not exists migrations');
    await owner.query(
      `create table migrations.applied (
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now(),
        constraint applied_pkey primary key (name)
      )`,
    );
  }
  const { rows } = await owner.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations.applied order by name',
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function pendingOf(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(migrations.map((each) => each.name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new AppError(
      'misconfigured',
      `This database was already changed by a newer Entente (${unknown.join(', ')}). Start that version, or restore the backup taken before it.`,
      { unknown },
    );
  }
  for (const { name, sha256 } of migrations) {
    const before = applied.get(name);
    if (before !== undefined && before !== sha256) {
      throw new AppError(
        'misconfigured',
        `The migration ${name} is not the one this database was made with. Released migrations never change: restore the file, and write a new one.`,
        { name },
      );
    }
  }
  return migrations.filter((each) => !applied.has(each.name));
}

async function apply(owner: pg.Client, migration: Migration): Promise<void> {
  await owner.query('begin');
  let part = 0;
  try {
    for (const statement of migration.statements) {
      part += 1;
      await owner.query(statement);
    }
    await owner.query('insert into migrations.applied (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await owner.query('commit');
  } catch (cause) {
    await owner.query('rollback').catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'misconfigured',
      `The migration ${migration.name} failed at its statement ${part} and was taken back: ${reason}`,
      {},
      { cause },
    );
  }
}
