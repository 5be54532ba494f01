import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import {
  beginImport,
  changeMapping,
  createImport,
  previewImport,
  runImport,
  undoImport,
} from './features/imports/commands.ts';
import type { Desk } from './features/imports/commands-run.ts';
import { listRows } from './features/imports/queries.ts';
import { importField, importLimit, type ImportCounts, type Mapping } from './features/imports/schema.ts';
import { atGate, type Database, inScope } from './platform/database.ts';
import { createLog } from './platform/log.ts';
import { AppError } from './platform/problem.ts';
import { mintScope } from './platform/scope.ts';
import { openPlatform } from './process.ts';

export const importHelp = `entente import commitments FILE.csv [options]
entente import undo IMPORT-ID [options]

  --organization SLUG   who imports; not needed while there is one organization on this server
  --map FIELD=COLUMN    what a column holds; FIELD is one of ${importField.options.join(', ')}; repeat it
  --unit UNIT           unit of the stake, such as EUR
  --day-first           1/2/2026 is the first of February
  --dry-run             only say what would happen with each line

FILE is CSV or its gzip. Lines that share a reference, a customer and a performer are one commitment.`;

const options = {
  organization: { type: 'string' },
  map: { type: 'string', multiple: true },
  unit: { type: 'string' },
  'day-first': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

/** `entente import commitments FILE` and `entente import undo ID`: the same as the screen does, on the same database. */
export async function importCommand(args: string[], task: 'commitments' | 'undo'): Promise<number> {
  const { values, positionals } = parsed(args);
  const [subject] = positionals;
  if (values.help || !subject || positionals.length > 1) {
    console.log(importHelp);
    return values.help ? 0 : 1;
  }
  if (task === 'undo' && !ids.test(subject))
    throw new AppError('invalid', `"${subject}" is no id of an import. An import says its id when it ends.`);
  const config = readConfig(process.env);
  const platform = await openPlatform(config, createLog({ level: 'warn' }), { attach: true });
  try {
    const scope = mintScope(await findOrganization(platform.db, values.organization));
    const desk: Desk = { db: platform.db, storage: platform.storage, scope, now: platform.clock.now() };
    return task === 'undo' ? await undo(desk, subject) : await commitments(desk, subject, values);
  } finally {
    await platform.db.close();
  }
}

const ids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw new AppError('invalid', `${(cause as Error).message}\n\n${importHelp}`, {}, { cause });
  }
}

async function findOrganization(db: Database, slug: string | undefined): Promise<string> {
  const { rows } = await atGate(db, (tx) =>
    tx.query<{ id: string; slug: string }>(
      'select id, slug from organizations where claimed_at is not null and ($1::text is null or slug = $1) order by slug limit 20',
      [slug ?? null],
    ),
  );
  if (rows.length === 1 && rows[0]) return rows[0].id;
  if (rows.length === 0)
    throw new AppError(
      'not_found',
      slug
        ? `There is no organization "${slug}" here.`
        : 'There is no organization here yet. Start Entente and set it up first.',
    );
  throw new AppError(
    'invalid',
    `Say who imports: --organization with one of ${rows.map((row) => row.slug).join(', ')}.`,
  );
}

async function commitments(desk: Desk, path: string, values: Values): Promise<number> {
  const mapping = mappingOf(values);
  const size = await stat(path).catch(() => undefined);
  if (!size?.isFile()) throw new AppError('not_found', `There is no file ${path}.`);
  const stored = await desk.storage.put(createReadStream(path), { limit: importLimit });
  const id = await createImport(desk, { fileName: basename(path), storageKey: stored.key, personId: null }).catch(
    async (error: unknown) => {
      await desk.storage.remove(stored.key);
      throw error;
    },
  );
  await changeMapping(desk, id, mapping);
  const counts = await previewImport(desk, id);
  printCounts(counts);
  if (values['dry-run']) {
    await printRows(desk, id);
    return 0;
  }
  await beginImport(desk, id, null);
  await runImport(desk, id, (done, total) => progress(done, total));
  console.log(`\nDone. To take it back: entente import undo ${id}`);
  return 0;
}

function mappingOf(values: Values): Partial<Mapping> {
  const mapping: Record<string, unknown> = {
    ...(values.unit && { unit: values.unit }),
    ...(values['day-first'] && { dayFirst: true }),
  };
  for (const pair of values.map ?? []) {
    const at = pair.indexOf('=');
    const field = importField.safeParse(pair.slice(0, at));
    if (at < 1 || !field.success)
      throw new AppError(
        'invalid',
        `--map ${pair}: write FIELD=COLUMN, with FIELD one of ${importField.options.join(', ')}.`,
      );
    mapping[field.data] = pair.slice(at + 1);
  }
  return mapping as Partial<Mapping>;
}

function printCounts(counts: ImportCounts): void {
  console.log(`${counts.lines} lines, ${counts.commitments} commitments between ${counts.organizations} organizations`);
  console.log(`  create ${counts.create} · update ${counts.update} · skip ${counts.skip}`);
  for (const [reason, number] of Object.entries(counts.reasons)) console.log(`  ${reason}: ${number}`);
}

/** Every line that is not simply created, with its reason. */
async function printRows(desk: Desk, id: string): Promise<void> {
  for (let after = 0; ; ) {
    const page = await inScope(desk.db, desk.scope, (tx) =>
      listRows(tx, desk.scope.organization, id, { limit: 500, after }),
    );
    for (const row of page.items) {
      if (row.reason)
        console.log(`line ${row.line}: ${row.outcome}, ${row.reason}${row.detail ? ` (${row.detail})` : ''}`);
    }
    if (!page.next) return;
    after = Number(page.next);
  }
}

function progress(done: number, total: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${total}`);
  else if (done === total || done % 1000 === 0) console.log(`${done} of ${total}`);
}

async function undo(desk: Desk, id: string): Promise<number> {
  const { removed, kept } = await undoImport(desk, id, null);
  console.log(
    `${removed} conversations taken back${kept > 0 ? `, ${kept} kept because somebody went on with them` : ''}.`,
  );
  return 0;
}
