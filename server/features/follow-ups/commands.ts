import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import type { Membership } from '../identity/policy.ts';
import { watch } from './commands-watch.ts';
import type { FactKind } from './model-facts.ts';
import { hiddenRules } from './policy.ts';
import { loadFollowUp } from './queries.ts';
import type { FollowUpChange, FollowUpItem } from './schema.ts';

const YEAR = 366 * 86_400_000;

/** Done, taken back, put off or handed over. Anybody of the organization may: a follow-up is a reminder, never a duty. */
export async function changeFollowUp(
  tx: Tx,
  organization: string,
  { personId, role }: Pick<Membership, 'personId' | 'role'>,
  id: string,
  change: FollowUpChange,
  now: Date,
): Promise<FollowUpItem> {
  const { rows } = await tx.query<{ state: FollowUpItem['state']; rule: string }>(
    'select state, rule from follow_ups where organization_id = $1 and id = $2 and rule <> all($3) for update',
    [organization, id, hiddenRules({ role })],
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
      if (change.to) await checkColleague(tx, organization, change.to, rows[0]?.rule ?? '');
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

async function checkColleague(tx: Tx, organization: string, person: string, rule: string): Promise<void> {
  const { rows } = await tx.query<Pick<Membership, 'role'>>(
    'select role from memberships where organization_id = $1 and person_id = $2 and ended_at is null',
    [organization, person],
  );
  if (!rows[0]) throw new AppError('not_found', 'That person is not one of your organization’s people.');
  if (hiddenRules(rows[0]).includes(rule))
    throw new AppError('conflict', 'Only managers and administrators see this. Hand it over to one of them.', {
      reason: 'managers-only',
    });
}
