import type { Tx } from '../../platform/database.ts';
import type { MeetingFacts } from '../mail/schema.ts';

interface Earlier {
  id: string;
  acts: string[];
  state: string;
  attempts: number;
  happened: MeetingFacts['happened'] | null;
}

/** What somebody was written about a meeting lately. */
export async function earlierLetters(tx: Tx, organization: string, meeting: string, email: string): Promise<Earlier[]> {
  const { rows } = await tx.query<Earlier>(
    `select id, acts, state, attempts, facts ->> 'happened' as happened from mails
     where organization_id = $1 and thread_key = $2 and to_email = $3 and kind = 'meeting' order by created_at desc, id desc limit 20`,
    [organization, meeting, email],
  );
  return rows;
}

/**
 * A question about times that waits for somebody's morning is answered by what came since: the news takes its place. False where none
 * waits, or it left meanwhile. `news`: the outbox row that is told of, so that it is told once.
 */
export async function replaceWaiting(
  tx: Tx,
  organization: string,
  earlier: readonly Earlier[],
  { news, facts, at, now }: { news: string; facts: MeetingFacts; at: Date; now: Date },
): Promise<boolean> {
  if (!['asked', 'invited', 'cancelled'].includes(facts.happened)) return false;
  const waiting = earlier.find((mail) => mail.state === 'queued' && mail.attempts === 0 && mail.happened === 'asked');
  if (!waiting) return false;
  const { rowCount } = await tx.query(
    `update mails set facts = $3, acts = acts || $4::text, next_try_at = $5
     where organization_id = $1 and id = $2 and state = 'queued' and attempts = 0 and next_try_at > $6`,
    [organization, waiting.id, facts, news, at, now],
  );
  return rowCount > 0;
}
