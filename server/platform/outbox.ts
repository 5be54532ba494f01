import type { Tx } from './database.ts';
import type { JobDefinition } from './jobs.ts';
import type { Errand, ErrandSource, LiveEvent } from './relay.ts';

interface OutboxRow {
  partnership_id: string;
  id: string;
  name: string;
  payload: Record<string, unknown>;
  holder_a: string;
  holder_b: string;
}

/** What becomes of the rows of one name: the job they turn into, and what open pages hear of them. */
export interface OutboxRoute {
  // oxlint-disable-next-line typescript/no-explicit-any
  job?: JobDefinition<any>;
  event: LiveEvent['event'];
}

/**
 * The outbox: rows written with an act, in its own transaction. A row of a name nobody carries is dropped, so that it cannot
 * stop those behind it.
 */
export function outboxSource(routes: Record<string, OutboxRoute>): ErrandSource {
  return {
    name: 'outbox',
    async take(tx: Tx, limit: number) {
      const { rows } = await tx.query<OutboxRow>(
        `with taken as (
           delete from outbox o using (select partnership_id, id from outbox order by at, id limit $1) f
           where o.partnership_id = f.partnership_id and o.id = f.id
           returning o.*
         ) select partnership_id, id, name, payload, holder_a, holder_b from taken order by at, id`,
        [limit],
      );
      const errands: Errand[] = [];
      const live = new Map<string, LiveEvent>();
      for (const row of rows) {
        const route = routes[row.name];
        if (!route) continue;
        const about = { partnershipId: row.partnership_id, holders: [...new Set([row.holder_a, row.holder_b])] };
        if (route.job) errands.push({ id: row.id, job: route.job, payload: { ...row.payload, ...about } });
        const { conversationId, actId, threadId } = row.payload as Record<string, string | undefined>;
        // Only the last of several acts in one conversation is told: a page reads everything anew.
        live.set(`${row.partnership_id} ${conversationId ?? threadId ?? row.id}`, {
          event: route.event,
          ...about,
          ...(conversationId && { conversationId, head: actId }),
          ...(threadId && { threadId }),
        });
      }
      return { errands, live: [...live.values()] };
    },
  };
}
