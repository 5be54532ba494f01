import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Knowledge } from './model-plan.ts';
import type { ImportShape, Mapping, Outcome, UndoForeseen } from './schema.ts';

export interface ImportRecord extends ImportShape {
  storageKey: string;
}

const columns = `id, file_name as "fileName", storage_key as "storageKey", status, columns, mapping, counts, done, total, error,
  created_at as "createdAt", changed_at as "changedAt"`;

export async function readImport(tx: Tx, organization: string, id: string): Promise<ImportRecord> {
  const { rows } = await tx.query<ImportRecord>(
    `select ${columns} from imports where organization_id = $1 and id = $2`,
    [organization, id],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such import here.');
  return rows[0];
}

/** What the screen sees of an import: not where its file lies. */
export function presentImport({ storageKey: _storageKey, ...shown }: ImportRecord): ImportShape {
  return shown;
}

export async function listImports(tx: Tx, organization: string): Promise<ImportShape[]> {
  const { rows } = await tx.query<ImportRecord>(
    `select ${columns} from imports where organization_id = $1 order by created_at desc limit 100`,
    [organization],
  );
  return rows.map(presentImport);
}

/** Untouched: every act of `m` is a recorded one of the batch in a room `p` of one holder, and no link or note was made to it since. */
export const untouched = `p.holder_a = $1 and p.holder_b = $1
  and not exists (select 1 from acts a where a.partnership_id = m.partnership_id and a.conversation_id = m.conversation_id
    and (a.via <> 'recorded' or a.recorded_by is not null))
  and not exists (select 1 from links l where l.partnership_id = m.partnership_id and l.conversation_id = m.conversation_id)
  and not exists (select 1 from notes n where n.organization_id = $1 and n.partnership_id = m.partnership_id and n.conversation_id = m.conversation_id)`;

/** What taking a batch back would remove now, and what would stay. */
export async function foreseeUndo(tx: Tx, organization: string, id: string): Promise<UndoForeseen> {
  await readImport(tx, organization, id);
  const { rows } = await tx.query<UndoForeseen>(
    `select count(*) filter (where ${untouched})::int as goes, count(*) filter (where not (${untouched}))::int as stays
     from imported m join partnerships p on p.id = m.partnership_id where m.organization_id = $1 and m.import_id = $2`,
    [organization, id],
  );
  return rows[0] ?? { goes: 0, stays: 0 };
}

type Row = { line: number; outcome: Outcome; reason: string | null; detail: string | null };

/** What happens with the lines of a batch, in the order of the file. */
export async function listRows(
  tx: Tx,
  organization: string,
  id: string,
  filter: { outcome?: Outcome | undefined; limit: number; after: number },
): Promise<{ items: Row[]; next: string | null }> {
  const { rows } = await tx.query<Row>(
    `select line, outcome, reason, detail from import_rows
     where organization_id = $1 and import_id = $2 and line > $3 and ($4::text is null or outcome = $4) order by line limit $5`,
    [organization, id, filter.after, filter.outcome ?? null, filter.limit + 1],
  );
  const items = rows.slice(0, filter.limit);
  return { items, next: rows.length > filter.limit ? String(items.at(-1)?.line) : null };
}

/** What was imported before, and which partners speak for themselves. */
export async function readKnowledge(tx: Tx, organization: string): Promise<Knowledge> {
  const [imported, speaking] = await Promise.all([
    tx.query<{ key: string; settled: boolean }>('select key, settled from imported where organization_id = $1', [
      organization,
    ]),
    tx.query<{ name: string }>(
      `select lower(case when claimed_a = $1 then name_b else name_a end) as name from partnerships
       where (claimed_a = $1 and claimed_b is not null) or (claimed_b = $1 and claimed_a is not null)`,
      [organization],
    ),
  ]);
  return {
    imported: new Map(imported.rows.map((row) => [row.key, row.settled])),
    speaking: new Set(speaking.rows.map((row) => row.name)),
  };
}

/** The mapping of an import, complete; what is missing is said. */
export function completeMapping(found: ImportRecord, problems: string[]): Mapping {
  if (problems.length > 0) throw new AppError('invalid', problems.join(' '), { problems });
  return found.mapping as Mapping;
}
