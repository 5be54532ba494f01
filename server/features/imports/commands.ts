import { inScope, type Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { recordChange } from '../organizations/commands-audit.ts';
import { type Desk, preview, readStored, run } from './commands-run.ts';
import { mappingProblems, suggestMapping } from './model-mapping.ts';
import { completeMapping, type ImportRecord, readImport, untouched } from './queries.ts';
import type { ImportCounts, Mapping } from './schema.ts';

/** Keeps an uploaded file as a batch, with a first guess at its columns. A file that is no table is refused and not kept. */
export async function createImport(
  desk: Desk,
  upload: { fileName: string; storageKey: string; personId: string | null },
): Promise<string> {
  const table = await readStored(desk.storage, upload.storageKey);
  const id = newId();
  const { organization } = desk.scope;
  await inScope(desk.db, desk.scope, async (tx) => {
    await tx.query(
      `insert into imports (organization_id, id, person_id, file_name, storage_key, columns, mapping, status, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'ready', $8, $8)`,
      [
        organization,
        id,
        upload.personId,
        upload.fileName,
        upload.storageKey,
        JSON.stringify(table.columns),
        JSON.stringify(suggestMapping(table.columns)),
        desk.now,
      ],
    );
    await note(tx, desk, upload.personId, 'import.uploaded', id, { fileName: upload.fileName });
  });
  return id;
}

function note(
  tx: Tx,
  desk: Desk,
  personId: string | null,
  action: string,
  subject: string,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordChange(
    tx,
    { now: () => desk.now },
    { organization: desk.scope.organization, person: personId, action, subject, detail },
  );
}

/** Reads the columns another way. Only before the batch has run. */
export async function changeMapping(desk: Desk, id: string, mapping: Partial<Mapping>): Promise<void> {
  const { organization } = desk.scope;
  await inScope(desk.db, desk.scope, async (tx) => {
    const found = await readImport(tx, organization, id);
    if (found.status !== 'ready' && found.status !== 'failed' && found.status !== 'undone') {
      throw new AppError('conflict', 'This import has run. Undo it first, or start a new one.');
    }
    await tx.query(
      "update imports set mapping = $3, counts = null, status = 'ready', error = null, changed_at = $4 where organization_id = $1 and id = $2",
      [organization, id, JSON.stringify({ ...found.mapping, ...mapping }), desk.now],
    );
  });
}

/** The dry run: what would happen with every line. Undefined counts where the mapping is not complete yet. */
export async function previewImport(desk: Desk, id: string): Promise<ImportCounts> {
  const found = await inScope(desk.db, desk.scope, (tx) => readImport(tx, desk.scope.organization, id));
  const mapping = completeMapping(found, mappingProblems(found.mapping, found.columns));
  return (await preview(desk, { id, storageKey: found.storageKey, mapping })).counts;
}

async function move(
  tx: Tx,
  desk: Desk,
  id: string,
  from: ImportRecord['status'][],
  to: ImportRecord['status'],
  error: string | null = null,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update imports set status = $3, error = $4, changed_at = $5 where organization_id = $1 and id = $2 and status = any($6)',
    [desk.scope.organization, id, to, error, desk.now, from],
  );
  return rowCount === 1;
}

/** Marks a batch as running. Asked again while it runs, it changes nothing. */
export async function beginImport(desk: Desk, id: string, personId: string | null): Promise<void> {
  await inScope(desk.db, desk.scope, async (tx) => {
    const found = await readImport(tx, desk.scope.organization, id);
    completeMapping(found, mappingProblems(found.mapping, found.columns));
    if (!(await move(tx, desk, id, ['ready', 'failed', 'running', 'undone'], 'running'))) {
      throw new AppError('conflict', 'This import has run already. Undo it first if you want to run it again.');
    }
    await note(tx, desk, personId, 'import.started', id, {});
  });
}

/** Does what `beginImport` announced, from where it stopped. */
export async function runImport(
  desk: Desk,
  id: string,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const found = await inScope(desk.db, desk.scope, (tx) => readImport(tx, desk.scope.organization, id));
  if (found.status !== 'running') return;
  const mapping = completeMapping(found, mappingProblems(found.mapping, found.columns));
  try {
    await run(desk, { id, storageKey: found.storageKey, mapping }, progress);
    await inScope(desk.db, desk.scope, (tx) => move(tx, desk, id, ['running'], 'done'));
  } catch (error) {
    const reason =
      error instanceof AppError
        ? error.message
        : 'It stopped in the middle. What was imported is kept; start it again and it goes on.';
    await inScope(desk.db, desk.scope, (tx) => move(tx, desk, id, ['running'], 'failed', reason));
    throw error;
  }
}

/** Marks a batch as being taken back. */
export async function beginUndo(desk: Desk, id: string): Promise<void> {
  await inScope(desk.db, desk.scope, async (tx) => {
    await readImport(tx, desk.scope.organization, id);
    if (!(await move(tx, desk, id, ['done', 'failed', 'undoing'], 'undoing')))
      throw new AppError('conflict', 'There is nothing to undo: this import has not run, or is still running.');
  });
}

const undoChunk = 200;

/**
 * Takes a batch back: every conversation it brought that nobody has touched since, and the rooms and organizations it made that
 * nothing else uses. What somebody went on with, or a partner has claimed, stays. Answers how many conversations stayed.
 */
export async function undoImport(
  desk: Desk,
  id: string,
  personId: string | null,
): Promise<{ removed: number; kept: number }> {
  const { organization } = desk.scope;
  await beginUndo(desk, id);
  let removed = 0;
  for (;;) {
    const gone = await inScope(desk.db, desk.scope, (tx) => removeSome(tx, organization, id));
    removed += gone;
    if (gone === 0) break;
  }
  return inScope(desk.db, desk.scope, async (tx) => {
    await removeEmptyRooms(tx, organization, id);
    const { rows } = await tx.query<{ kept: number }>(
      'select count(*)::int as kept from imported where organization_id = $1 and import_id = $2',
      [organization, id],
    );
    const kept = rows[0]?.kept ?? 0;
    await move(tx, desk, id, ['undoing'], 'undone', kept > 0 ? `kept:${kept}` : null);
    await tx.query('update imports set done = 0 where organization_id = $1 and id = $2', [organization, id]);
    await note(tx, desk, personId, 'import.undone', id, { removed, kept });
    return { removed, kept };
  });
}

async function removeSome(tx: Tx, organization: string, id: string): Promise<number> {
  const { rows } = await tx.query<{ partnership_id: string; conversation_id: string }>(
    `select m.partnership_id, m.conversation_id from imported m join partnerships p on p.id = m.partnership_id
     where m.organization_id = $1 and m.import_id = $2 and ${untouched}
     limit ${undoChunk}`,
    [organization, id],
  );
  if (rows.length === 0) return 0;
  const partnerships = rows.map((row) => row.partnership_id);
  const conversations = rows.map((row) => row.conversation_id);
  const these = 'in (select * from unnest($2::uuid[], $3::text[]))';
  await Promise.all([
    tx.query(`delete from conversations where import_id = $1 and (partnership_id, id) ${these}`, [
      id,
      partnerships,
      conversations,
    ]),
    tx.query(`delete from imported where organization_id = $1 and (partnership_id, conversation_id) ${these}`, [
      organization,
      partnerships,
      conversations,
    ]),
    tx.query(`delete from today where organization_id = $1 and (partnership_id, conversation_id) ${these}`, [
      organization,
      partnerships,
      conversations,
    ]),
  ]);
  return rows.length;
}

/** Rooms the batch made in which nothing is left, and organizations it wrote down that stand in no room any more. */
async function removeEmptyRooms(tx: Tx, organization: string, id: string): Promise<void> {
  const { rows } = await tx.query<{ made: { rooms: string[]; organizations: string[] } }>(
    'select made from imports where organization_id = $1 and id = $2',
    [organization, id],
  );
  const made = rows[0]?.made ?? { rooms: [], organizations: [] };
  const empty = await tx.query<{ id: string }>(
    `delete from partnerships p where p.id = any($1) and p.holder_a = $2 and p.holder_b = $2
       and not exists (select 1 from conversations c where c.partnership_id = p.id)
       and not exists (select 1 from threads t where t.partnership_id = p.id)
       and not exists (select 1 from notes n where n.organization_id = $2 and n.partnership_id = p.id)
       and not exists (select 1 from claims k where k.partnership_id = p.id)
       and not exists (select 1 from people m where m.partnership_id = p.id and (m.name is not null or m.email is not null or m.person_id is not null))
     returning p.id`,
    [made.rooms, organization],
  );
  await tx.query(
    'delete from people where partnership_id = any($1) and name is null and email is null and person_id is null',
    [empty.rows.map((row) => row.id)],
  );
  await tx.query(
    `delete from organizations o where o.id = any($1) and o.keeper_id = $2 and o.claimed_at is null
       and not exists (select 1 from partnerships p where p.organization_a = o.id or p.organization_b = o.id)`,
    [made.organizations, organization],
  );
}
