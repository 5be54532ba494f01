import type { starterDrafts } from '../../../messages/en/drafts.ts';
import type { RuleName } from './model.ts';
import type { FollowUpItem } from './schema.ts';

export type DraftKey = keyof typeof starterDrafts;

/** Which draft goes with what was raised, by its rule. What is ours to do, and nobody else's business, has none. */
const draftOf: Partial<Record<RuleName, DraftKey>> = {
  'their-move-overdue': 'overdue',
  'progress-third': 'progress',
  'progress-silent': 'progress',
  'progress-missed': 'overdue',
  'cadence-amber': 'cadence',
  'cadence-red': 'cadence',
  'pair-silent': 'pair',
  'pair-silent-long': 'pair',
  'readback-unconfirmed': 'readback',
  'readback-owed': 'thanks',
  'thanks-owed': 'thanks',
};

/** Which draft goes with a follow-up. To a partner nobody has spoken with, none that speaks of the last time. */
export function draftFor({ rule, reason }: Pick<FollowUpItem, 'rule' | 'reason'>): DraftKey | null {
  const key = draftOf[rule as RuleName];
  // Who was thanked already is not thanked twice.
  if (key === 'thanks' && reason.thanked) return 'heard';
  return key === 'cadence' && reason.contactAt === undefined ? 'first' : (key ?? null);
}
