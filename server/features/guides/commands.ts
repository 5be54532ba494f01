import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { canChangeGuides } from './policy.ts';
import { loadGuide, MOST_GUIDES } from './queries.ts';
import type { ChangeGuide, Guide, NewGuide } from './schema.ts';

/** Whose guides, and who writes. */
export interface GuideDesk {
  organization: string;
  actor: Pick<Membership, 'personId' | 'role'>;
}

function mayChange({ actor }: GuideDesk): void {
  if (!canChangeGuides(actor)) throw new AppError('forbidden', 'Guides are changed by managers and administrators.');
}

/** Writes a guide of one's own, or takes the place of a shipped one: once for each. */
export async function addGuide(tx: Tx, desk: GuideDesk, input: NewGuide, now: Date): Promise<Guide> {
  mayChange(desk);
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from guides where organization_id = $1', [
    desk.organization,
  ]);
  if ((rows[0]?.n ?? 0) >= MOST_GUIDES)
    throw new AppError('conflict', `There are ${MOST_GUIDES} guides already. Remove one that nobody uses.`);
  const id = newId();
  const { rowCount } = await tx.query(
    `insert into guides (organization_id, id, starter, title, questions, updated_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict on constraint guides_starter_key do nothing`,
    [
      desk.organization,
      id,
      input.starter ?? null,
      input.title,
      JSON.stringify(input.questions),
      desk.actor.personId,
      now,
    ],
  );
  if (rowCount === 0)
    throw new AppError('stale', 'Somebody changed this guide meanwhile. Load it again; your words are still here.');
  return loadGuide(tx, desk.organization, id);
}

export async function changeGuide(tx: Tx, desk: GuideDesk, id: string, input: ChangeGuide, now: Date): Promise<Guide> {
  const before = await loadGuide(tx, desk.organization, id);
  mayChange(desk);
  // Two changes in one millisecond must still differ, or the second would not be noticed.
  const at = new Date(Math.max(now.getTime(), Date.parse(before.updatedAt) + 1));
  const { rowCount } = await tx.query(
    `update guides set title = $3, questions = $4, updated_by = $5, updated_at = $6
     where organization_id = $1 and id = $2 and date_trunc('milliseconds', updated_at) = $7::timestamptz`,
    [desk.organization, id, input.title, JSON.stringify(input.questions), desk.actor.personId, at, input.seen],
  );
  if (rowCount === 0)
    throw new AppError('stale', 'Somebody changed this guide meanwhile. Load it again; your words are still here.');
  return loadGuide(tx, desk.organization, id);
}

/** Removes a guide; a shipped one is then again as it came. */
export async function dropGuide(tx: Tx, desk: GuideDesk, id: string): Promise<void> {
  await loadGuide(tx, desk.organization, id);
  mayChange(desk);
  await tx.query('delete from guides where organization_id = $1 and id = $2', [desk.organization, id]);
}
