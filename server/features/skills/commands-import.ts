import { stat } from 'node:fs/promises';
import { asWorker, type Database, sqlState, type Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type FoundFile, findFile, readLines } from './commands-files.ts';
import { Batches } from './commands-store.ts';
import type { FilePlan, VocabularyPlan } from './model-source.ts';

/** What was read, file by file. */
export interface FileCounts {
  file: string;
  lines: number;
  /** Other numbers, such as alternative labels. */
  more: Record<string, number>;
}

/** Lines that name an occupation or a skill that is not there are left out up to this share; more means that the files do not belong together. */
const LEFT_OUT = 0.01;

/**
 * Replaces a vocabulary by what the files of a folder say, in one transaction: whatever is wrong with them, what was there before
 * stays. Reads the files as they come; memory holds one batch.
 */
export async function importVocabulary(
  db: Database,
  plan: VocabularyPlan,
  folder: string,
  { version, now, onFile }: { version: string; now: Date; onFile?: (counts: FileCounts) => void },
): Promise<FileCounts[]> {
  const files = await filesOf(plan, folder);
  return asWorker(db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`vocabulary ${plan.source}`]);
    await replace(tx, plan, version, now);
    const all: FileCounts[] = [];
    const batches = new Batches(tx, plan.source);
    for (const { found, file } of files) {
      const counts = await takeFile(batches, found, file);
      all.push(counts);
      onFile?.(counts);
    }
    await tx.query('update vocabularies set counts = $2::jsonb where source = $1', [plan.source, JSON.stringify(all)]);
    return all;
  });
}

async function filesOf(plan: VocabularyPlan, folder: string): Promise<{ file: FilePlan; found: FoundFile }[]> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new AppError('not_found', `There is no folder ${folder}.`);
  const looked = await Promise.all(plan.files.map(async (file) => ({ file, found: await findFile(folder, file) })));
  const missing = looked
    .filter(({ file, found }) => !found && !file.optional)
    .map(({ file }) => file.shapes[0]?.file ?? '');
  if (missing.length > 0)
    throw new AppError(
      'not_found',
      `${folder} is no complete ${plan.title} download: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Nothing was changed.`,
    );
  return looked.flatMap(({ file, found }) => (found ? [{ file, found }] : []));
}

async function replace(tx: Tx, { source, attribution }: VocabularyPlan, version: string, now: Date): Promise<void> {
  for (const table of ['occupation_tasks', 'occupation_skills', 'occupation_names', 'occupations'])
    await tx.query(`delete from ${table} where source = $1`, [source]);
  for (const table of ['skill_words', 'skill_names', 'skills'])
    await tx.query(`delete from ${table} where source = $1`, [source]);
  await tx.query(
    `insert into vocabularies (source, version, attribution, counts, imported_at) values ($1, $2, $3, '[]', $4)
     on conflict (source) do update set version = excluded.version, attribution = excluded.attribution, counts = excluded.counts, imported_at = excluded.imported_at`,
    [source, version, attribution, now],
  );
}

async function takeFile(batches: Batches, found: FoundFile, plan: FilePlan): Promise<FileCounts> {
  const counts: FileCounts = { file: found.name, lines: 0, more: {} };
  const count = (what: string, by = 1) => {
    counts.more[what] = (counts.more[what] ?? 0) + by;
  };
  let at = 0;
  try {
    for await (const { line, cell } of readLines(found)) {
      counts.lines += 1;
      at = line;
      plan.take({ cell, count, shape: found.shape, put: (table, row) => batches.put(table, row, count) });
      await batches.storeFull();
    }
    await batches.store();
  } catch (error) {
    throw explained(error, found.name, at);
  }
  const left = counts.more[batches.leftOut] ?? 0;
  if (left > counts.lines * LEFT_OUT)
    throw new AppError(
      'invalid',
      `${found.name}: ${left} of ${counts.lines} lines name an occupation or a skill that the other files do not have. The files are of different versions, or one of them is cut off. Nothing was changed.`,
    );
  return counts;
}

/** What the database does not take is a line that says something else than its column should. */
function explained(error: unknown, file: string, line: number): unknown {
  if (error instanceof AppError && error.code === 'invalid')
    return new AppError('invalid', `${error.message} Nothing was changed.`, {}, { cause: error });
  const state = sqlState(error);
  if (!state?.startsWith('23') && !state?.startsWith('22')) return error;
  const what = state === '23505' ? 'says something twice' : 'holds a value that does not belong there';
  return new AppError(
    'invalid',
    `${file}, at line ${line} or a little before, ${what} (${(error as Error).message}). Nothing was changed.`,
    {},
    { cause: error },
  );
}
