import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { canChangeView } from './policy.ts';
import type { View } from './schema-views.ts';

/** Who looks: a member of one organization. */
export interface Looker {
  organization: string;
  actor: Pick<Membership, 'personId' | 'role'>;
}

interface ViewRow {
  id: string;
  person_id: string;
  person_name: string | null;
  title: string;
  shared: boolean;
  opens: boolean;
  look: View['look'];
}

const select = `select v.id, v.person_id, m.name as person_name, v.title, v.shared, v.opens, v.look
  from views v left join memberships m on m.organization_id = v.organization_id and m.person_id = v.person_id
  where v.organization_id = $1 and (v.person_id = $2 or v.shared)`;

function present(row: ViewRow, { actor }: Looker): View {
  return {
    id: row.id,
    title: row.title,
    look: row.look,
    shared: row.shared,
    opens: row.opens && row.person_id === actor.personId,
    person: { personId: row.person_id, name: row.person_name ?? '' },
    may: { change: canChangeView(actor, { personId: row.person_id, shared: row.shared }) },
  };
}

/** One's own views and those colleagues share, by title. */
export async function listViews(tx: Tx, looker: Looker): Promise<{ items: View[] }> {
  const { rows } = await tx.query<ViewRow>(`${select} order by lower(v.title), v.id limit 200`, [
    looker.organization,
    looker.actor.personId,
  ]);
  return { items: rows.map((row) => present(row, looker)) };
}

export async function loadView(tx: Tx, looker: Looker, id: string): Promise<View> {
  const { rows } = await tx.query<ViewRow>(`${select} and v.id = $3`, [looker.organization, looker.actor.personId, id]);
  if (!rows[0]) throw new AppError('not_found', 'There is no such view.');
  return present(rows[0], looker);
}
