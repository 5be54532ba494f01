import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import { type Looker, loadView } from './queries-views.ts';
import type { ChangeView, NewView, View } from './schema-views.ts';

const MOST_VIEWS = 50;

/** Keeps a way of looking at the partners. */
export async function addView(tx: Tx, looker: Looker, input: NewView, now: Date): Promise<View> {
  const { organization, actor } = looker;
  const id = newId();
  if (input.opens) await closeOthers(tx, looker, id);
  const { rowCount } = await tx.query(
    `insert into views (organization_id, id, person_id, title, shared, opens, look, created_at, updated_at)
     select $1, $2, $3::uuid, $4, $5, $6, $7::jsonb, $8::timestamptz, $8::timestamptz
     where (select count(*) from views where organization_id = $1 and person_id = $3) < $9`,
    [organization, id, actor.personId, input.title, input.shared, input.opens, input.look, now, MOST_VIEWS],
  );
  if (rowCount === 0)
    throw new AppError('conflict', `You keep ${MOST_VIEWS} views already. Delete one you no longer need.`);
  return loadView(tx, looker, id);
}

export async function changeView(tx: Tx, looker: Looker, id: string, input: ChangeView, now: Date): Promise<View> {
  const view = await mayChange(tx, looker, id);
  const own = view.person.personId === looker.actor.personId;
  if (input.opens !== undefined && !own)
    throw new AppError('forbidden', 'Only your own views can be the one you begin with: keep this one as yours.');
  if (input.opens) await closeOthers(tx, looker, id);
  await tx.query(
    `update views set title = coalesce($3, title), look = coalesce($4::jsonb, look), shared = coalesce($5, shared), opens = coalesce($6, opens),
       updated_at = $7
     where organization_id = $1 and id = $2`,
    [looker.organization, id, input.title ?? null, input.look ?? null, input.shared ?? null, input.opens ?? null, now],
  );
  // A manager who stops sharing a colleague's view no longer sees it.
  return own || input.shared !== false ? loadView(tx, looker, id) : { ...view, ...changed(input) };
}

function changed({ title, look, shared }: ChangeView): Partial<View> {
  return { ...(title && { title }), ...(look && { look }), ...(shared !== undefined && { shared }) };
}

export async function dropView(tx: Tx, looker: Looker, id: string): Promise<void> {
  await mayChange(tx, looker, id);
  await tx.query('delete from views where organization_id = $1 and id = $2', [looker.organization, id]);
}

/** One page begins with one view. */
async function closeOthers(tx: Tx, { organization, actor }: Looker, id: string): Promise<void> {
  await tx.query(
    'update views set opens = false where organization_id = $1 and person_id = $2 and opens and id <> $3',
    [organization, actor.personId, id],
  );
}

async function mayChange(tx: Tx, looker: Looker, id: string): Promise<View> {
  const view = await loadView(tx, looker, id);
  if (!view.may.change) throw new AppError('forbidden', 'Only who keeps this view, or a manager, can change it.');
  return view;
}
