import type { Tx } from '../../platform/database.ts';
import type { Watched } from './queries-facts.ts';

/** What may come to need somebody, by kind: what the sweep of the night looks for. */
const everything = [
  `select 'conversation', t.conversation_id, t.partnership_id from today t where t.organization_id = $1`,
  `select 'partnership', p.id::text, p.id from partnerships p where p.claimed_a = $1`,
  `select 'partnership', p.id::text, p.id from partnerships p where p.claimed_b = $1`,
  `select 'pair', r.id::text, r.partnership_id from pairs r where (r.holder_a = $1 or r.holder_b = $1) and r.agreed_at is not null and r.ended_at is null`,
  `select 'readback', r.id::text, r.partnership_id from readbacks r where (r.holder_a = $1 or r.holder_b = $1) and r.answered_at is null`,
  `select 'talk', i.id::text, i.partnership_id from interviews i where i.organization_id = $1 and i.readback_id is null`,
  `select 'point', p.id::text, i.partnership_id from points p join interviews i on i.organization_id = p.organization_id and i.id = p.interview_id
   where p.organization_id = $1 and p.settled = 'follow-up' and p.done_at is null and p.dropped_at is null`,
  `select 'meeting', o.meeting_id || ' ' || o.occurrence, o.partnership_id from meeting_occurrences o
   where (o.holder_a = $1 or o.holder_b = $1) and o.cancelled_at is null and (o.held is null or o.held)`,
  `select 'mail', m.id::text, m.partnership_id from mails m
   where m.organization_id = $1 and m.state = 'failed' and m.partnership_id is not null and m.person_id is null`,
  `select 'held-mail', m.id::text, m.partnership_id from mails_in m where m.organization_id = $1 and m.state = 'held'`,
];

/** What of an organization should be watched and is not: at most so many things. Nothing is held while it looks. */
export async function findMissing(tx: Tx, organization: string, limit: number): Promise<Watched[]> {
  const { rows } = await tx.query<Watched>(
    `select e.kind, e.subject, e.partnership from (${everything.join(' union all ')}) as e(kind, subject, partnership)
     where not exists (select from watched w where w.organization_id = $1 and w.kind = e.kind and w.subject_id = e.subject) limit $2`,
    [organization, limit],
  );
  return rows;
}
