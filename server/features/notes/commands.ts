import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { type Desk, loadNote } from './queries.ts';
import type { NewNote, Note } from './schema.ts';

/** Notes something about a partnership, or about one of its conversations, for one's own organization. */
export async function addNote(tx: Tx, desk: Desk, input: NewNote, now: Date): Promise<Note> {
  if (input.conversationId) {
    const { rowCount } = await tx.query('select 1 from conversations where partnership_id = $1 and id = $2', [
      desk.partnership,
      input.conversationId,
    ]);
    if (rowCount === 0) throw new AppError('not_found', 'There is no such conversation here.');
  }
  const id = newId();
  await tx.query(
    `insert into notes (organization_id, id, partnership_id, conversation_id, author, text, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [desk.organization, id, desk.partnership, input.conversationId ?? null, desk.actor.personId, input.text, now],
  );
  return loadNote(tx, desk, id);
}

export async function changeNote(tx: Tx, desk: Desk, id: string, text: string, now: Date): Promise<Note> {
  await mayChange(tx, desk, id);
  await tx.query('update notes set text = $3, updated_at = $4 where organization_id = $1 and id = $2', [
    desk.organization,
    id,
    text,
    now,
  ]);
  return loadNote(tx, desk, id);
}

export async function dropNote(tx: Tx, desk: Desk, id: string): Promise<void> {
  await mayChange(tx, desk, id);
  await tx.query('delete from notes where organization_id = $1 and id = $2', [desk.organization, id]);
}

async function mayChange(tx: Tx, desk: Desk, id: string): Promise<void> {
  const note = await loadNote(tx, desk, id);
  if (!note.may.change) throw new AppError('forbidden', 'Only who wrote this note, or a manager, can change it.');
}
