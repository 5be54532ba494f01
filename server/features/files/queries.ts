import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { FileShape } from './schema.ts';

export interface StoredFile extends FileShape {
  storageKey: string;
}

/** A file of a room the reader may see: attached, or uploaded by their own organization. */
export async function findFile(tx: Tx, organization: string, partnership: string, id: string): Promise<StoredFile> {
  const { rows } = await tx.query<StoredFile>(
    `select id, name, media, size, storage_key as "storageKey" from files
     where partnership_id = $1 and id = $2 and (holder_a = $3 or holder_b = $3) and (attached_at is not null or uploader = $3)`,
    [partnership, id, organization],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such file here.');
  return rows[0];
}

/** As `findFile`, for a link: only files of the one conversation it shows, and what came in through the same room unsent. */
export async function findFileOf(
  tx: Tx,
  organization: string,
  partnership: string,
  conversation: string,
  id: string,
): Promise<StoredFile> {
  const { rowCount } = await tx.query(
    'select 1 from parts where partnership_id = $1 and conversation_id = $2 and file_id = $3',
    [partnership, conversation, id],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such file here.');
  return findFile(tx, organization, partnership, id);
}
