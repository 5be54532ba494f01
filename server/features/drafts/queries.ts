import type { Tx } from '../../platform/database.ts';

export interface Draft {
  content: Record<string, unknown>;
  updatedAt: string;
}

/** A person's own draft under a key, if there is one. */
export async function readDraft(
  tx: Tx,
  desk: { organization: string; personId: string },
  key: string,
): Promise<Draft | undefined> {
  const { rows } = await tx.query<Draft>(
    'select content, updated_at as "updatedAt" from drafts where organization_id = $1 and person_id = $2 and key = $3',
    [desk.organization, desk.personId, key],
  );
  return rows[0];
}
