import type { Tx } from '../../platform/database.ts';

/**
 * When both sides of partnerships had last spoken with each other, or met: the earlier of the last words of each, since what one side says
 * and nobody answers is no contact; a talk that was held, or a meeting. For the scope that `tx` has entered.
 */
export async function lastContacts(
  tx: Tx,
  organization: string,
  partnerships: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; at: string | null }>(
    `select id, greatest(
       case when a is not null and b is not null then least(a, b) end,
       (select max(r.held_on) + interval '12 hours' from readbacks r where r.partnership_id = said.id) at time zone 'UTC',
       (select max(i.held_on) + interval '12 hours' from interviews i where i.organization_id = $1 and i.partnership_id = said.id) at time zone 'UTC',
       ${mailed},
       (select max(o.ends_at) from meeting_occurrences o where o.partnership_id = said.id and o.held)
     ) as at
     from (select p.id, ${lastWord('a')} as a, ${lastWord('b')} as b from partnerships p where p.id = any($2) offset 0) said`,
    [organization, partnerships],
  );
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])));
}

/** The earlier of the last mails each way that were copied in. */
const mailed = `(select case when count(distinct c.direction) = 2 then min(c.at) end from (
  select m.direction, max(coalesce(m.written_at, m.received_at)) as at from mails_in m
  where m.organization_id = $1 and m.partnership_id = said.id and m.kind = 'copy' and m.state = 'landed' and m.direction is not null
  group by m.direction) c)`;

/** The last time somebody of a side said something, in a conversation or beside one. */
const lastWord = (side: 'a' | 'b'): string => `greatest(
  (select x.at from acts x join people w on w.partnership_id = x.partnership_id and w.id = x.author
   where x.partnership_id = p.id and w.side = '${side}' and x.void is null order by x.at desc limit 1),
  (select max(m.at) from messages m where m.partnership_id = p.id and m.side = '${side}'))`;
