import type { starterDrafts } from '../../../messages/en/drafts.ts';
import type { RuleName } from './model.ts';

export type DraftKey = keyof typeof starterDrafts;

/** Which draft goes with what was raised. What is ours to do, and nobody else's business, has none. */
export const draftOf: Partial<Record<RuleName, DraftKey>> = {
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
