import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Guide, Starter } from './schema.ts';

/** Most guides an organization keeps. */
export const MOST_GUIDES = 200;

interface GuideRow {
  id: string;
  starter: Starter | null;
  title: string;
  questions: string[];
  updated_at: string;
}

const columns = 'id, starter, title, questions, updated_at';

function present(row: GuideRow): Guide {
  return { id: row.id, starter: row.starter, title: row.title, questions: row.questions, updatedAt: row.updated_at };
}

/** An organization's own guides and the shipped ones it changed, in the order they were made. */
export async function listGuides(tx: Tx, organization: string): Promise<Guide[]> {
  const { rows } = await tx.query<GuideRow>(
    `select ${columns} from guides where organization_id = $1 order by id limit $2`,
    [organization, MOST_GUIDES],
  );
  return rows.map(present);
}

export async function loadGuide(tx: Tx, organization: string, id: string): Promise<Guide> {
  const { rows } = await tx.query<GuideRow>(`select ${columns} from guides where organization_id = $1 and id = $2`, [
    organization,
    id,
  ]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such guide.');
  return present(rows[0]);
}
