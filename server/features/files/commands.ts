import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type FileShape, looseLimit } from './schema.ts';

export interface Upload {
  id: string;
  partnership: string;
  /** Organization in whose scope it was uploaded; the file stays its own until an act attaches it. */
  uploader: string;
  name: string;
  media: string;
  size: number;
  sha256: string;
  /** Where the content lies in the storage. */
  storageKey: string;
}

/** Makes an uploaded file known to the room, private to its uploader until an act attaches it. */
export async function keepFile(tx: Tx, upload: Upload, now: Date): Promise<FileShape> {
  const { rows } = await tx.query<{ loose: number }>(
    'select count(*)::int as loose from files where partnership_id = $1 and uploader = $2 and attached_at is null',
    [upload.partnership, upload.uploader],
  );
  if ((rows[0]?.loose ?? 0) >= looseLimit) {
    throw new AppError(
      'too_many',
      `There are already ${looseLimit} files here that belong to nothing yet. Send or remove some first.`,
    );
  }
  const { rowCount } = await tx.query(
    `insert into files (partnership_id, id, uploader, name, media, size, sha256, storage_key, created_at, holder_a, holder_b)
     select p.id, $2, $3, $4, $5, $6, $7, $8, $9, p.holder_a, p.holder_b from partnerships p
     where p.id = $1 and (p.holder_a = $3 or p.holder_b = $3) for share of p`,
    [
      upload.partnership,
      upload.id,
      upload.uploader,
      upload.name,
      upload.media,
      upload.size,
      upload.sha256,
      upload.storageKey,
      now,
    ],
  );
  if (rowCount === 0) throw new AppError('not_found', 'There is no such partnership here.');
  return { id: upload.id, name: upload.name, media: upload.media, size: upload.size };
}
