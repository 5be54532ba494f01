import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { draftLimit, draftsLimit } from './schema.ts';

interface Desk {
  organization: string;
  personId: string;
}

/** Keeps what a person is typing; the newest wins. */
export async function keepDraft(
  tx: Tx,
  desk: Desk,
  key: string,
  content: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const text = JSON.stringify(content);
  if (Buffer.byteLength(text) > draftLimit)
    throw new AppError('too_large', 'This draft is longer than can be kept. Send a part of it as a file.');
  const { rowCount } = await tx.query(
    `insert into drafts (organization_id, person_id, key, content, updated_at) select $1, $2, $3, $4, $5
     where exists (select 1 from drafts where organization_id = $1 and person_id = $2 and key = $3)
       or (select count(*) from drafts where organization_id = $1 and person_id = $2) < $6
     on conflict on constraint drafts_pkey do update set content = excluded.content, updated_at = excluded.updated_at`,
    [desk.organization, desk.personId, key, text, now, draftsLimit],
  );
  if (rowCount === 0)
    throw new AppError('too_many', 'There are too many drafts already. Send or throw away some first.');
}

export async function dropDraft(tx: Tx, desk: Desk, key: string): Promise<void> {
  await tx.query('delete from drafts where organization_id = $1 and person_id = $2 and key = $3', [
    desk.organization,
    desk.personId,
    key,
  ]);
}
