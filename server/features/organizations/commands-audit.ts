import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';

export interface Change {
  organization: string;
  /** Who did it; null: the server itself. */
  person: string | null;
  /** What happened, as thing.verb: `membership.ended`. */
  action: string;
  /** Id of what it happened to. */
  subject: string;
  detail?: Record<string, unknown>;
}

/** Writes down who changed what in an organization's own tables, in the transaction of the change. */
export async function recordChange(tx: Tx, clock: Clock, change: Change): Promise<void> {
  await tx.query(
    'insert into audit (organization_id, id, at, person_id, action, subject, detail) values ($1, $2, $3, $4, $5, $6, $7)',
    [change.organization, newId(), clock.now(), change.person, change.action, change.subject, change.detail ?? {}],
  );
}
