import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { watch } from './commands-watch.ts';
import type { FactKind } from './model-facts.ts';
import { loadFollowUp } from './queries.ts';
import type { FollowUpChange, FollowUpItem } from './schema.ts';

interface Actor {
  organization: string;
  personId: string;
}

const YEAR = 366 * 86_400_000;

/** Done, taken back, put off or handed over. Anybody of the organization may: a follow-up is a reminder, never a duty. */
export async function changeFollowUp(
  tx: Tx,
  actor: Actor,
  id: string,
  change: FollowUpChange,
  now: Date,
): Promise<FollowUpItem> {
  const { organization, personId } = actor;
  const { rows } = await tx.query<{ state: FollowUpItem['state'] }>(
    'select state from follow_ups where organization_id = $1 and id = $2 for update',
    [organization, id],
  );
  const state = rows[0]?.state;
  if (!state) throw new AppError('not_found', 'There is no such follow-up.');
  if (state === 'cleared')
    throw new AppError('conflict', 'This has settled itself meanwhile. Nothing is left to do.', { reason: 'cleared' });
  const key = [organization, id, now];
  switch (change.do) {
    case 'done':
      await tx.query(
        `update follow_ups set state = 'done', done_by = $4, changed_at = $3 where organization_id = $1 and id = $2`,
        [...key, personId],
      );
      break;
    case 'undo':
      await tx.query(
        `update follow_ups set state = 'open', done_by = null, snoozed_until = null, changed_at = $3
         where organization_id = $1 and id = $2`,
        key,
      );
      await lookAgain(tx, organization, id, now);
      break;
    case 'snooze': {
      const until = new Date(change.until);
      if (until <= now || until.getTime() > now.getTime() + YEAR)
        throw new AppError('invalid', 'until: a moment to come, within a year.');
      await tx.query(
        `update follow_ups set state = 'open', done_by = null, snoozed_until = $4, changed_at = $3
         where organization_id = $1 and id = $2`,
        [...key, until],
      );
      break;
    }
    case 'hand-over':
      if (change.to) await checkColleague(tx, organization, change.to);
      await tx.query(
        `update follow_ups set handed_to = $4, handed_by = case when $4::uuid is null then null else $5::uuid end, changed_at = $3
         where organization_id = $1 and id = $2`,
        [...key, change.to, personId],
      );
      break;
  }
  return loadFollowUp(tx, organization, id);
}

/** What was done, and is not after all, may have settled itself meanwhile: the next look clears it. */
async function lookAgain(tx: Tx, organization: string, id: string, now: Date): Promise<void> {
  const { kind, subjectId, partnershipId } = await loadFollowUp(tx, organization, id);
  await watch(tx, organization, [{ kind: kind as FactKind, subject: subjectId, partnership: partnershipId }], now);
}

async function checkColleague(tx: Tx, organization: string, person: string): Promise<void> {
  const { rowCount } = await tx.query(
    'select 1 from memberships where organization_id = $1 and person_id = $2 and ended_at is null',
    [organization, person],
  );
  if (rowCount === 0) throw new AppError('not_found', 'That person is not one of your organization’s people.');
}
