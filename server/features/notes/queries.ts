import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { canChangeNote } from './policy.ts';
import type { Note, NoteFilter } from './schema.ts';

/** One organization's own desk: notes are private to it and never part of the room. */
export interface Desk {
  organization: string;
  partnership: string;
  actor: Pick<Membership, 'personId' | 'role'>;
}

interface NoteRow {
  id: string;
  text: string;
  conversation_id: string | null;
  author: string;
  author_name: string | null;
  created_at: string;
  updated_at: string;
}

const select = `select n.id, n.text, n.conversation_id, n.author, m.name as author_name, n.created_at, n.updated_at
  from notes n left join memberships m on m.organization_id = n.organization_id and m.person_id = n.author
  where n.organization_id = $1 and n.partnership_id = $2`;

function present(row: NoteRow, desk: Desk): Note {
  return {
    id: row.id,
    text: row.text,
    conversationId: row.conversation_id,
    author: { personId: row.author, name: row.author_name ?? '' },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    may: { change: canChangeNote(desk.actor, row) },
  };
}

/** Newest first. */
export async function listNotes(
  tx: Tx,
  desk: Desk,
  filter: NoteFilter,
): Promise<{ items: Note[]; next: string | null }> {
  const after = readCursor(filter.cursor, 'id')?.[0] ?? null;
  const { rows } = await tx.query<NoteRow>(
    `${select} and ($3::text is null or n.conversation_id = $3) and ($4::uuid is null or n.id < $4::uuid) order by n.id desc limit $5`,
    [desk.organization, desk.partnership, filter.conversation ?? null, after, filter.limit + 1],
  );
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => present(row, desk)),
    next: rows.length > shown.length && last ? writeCursor([last.id]) : null,
  };
}

export async function loadNote(tx: Tx, desk: Desk, id: string): Promise<Note> {
  const { rows } = await tx.query<NoteRow>(`${select} and n.id = $3`, [desk.organization, desk.partnership, id]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such note.');
  return present(rows[0], desk);
}
