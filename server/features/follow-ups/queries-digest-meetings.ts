import type { Tx } from '../../platform/database.ts';
import type { DigestFacts } from '../mail/schema.ts';

/** What is to be said of one meeting, and when it is or was. */
interface NewsRow {
  what: DigestFacts['meetings'][number]['what'];
  partnership_id: string;
  meeting_id: string;
  occurrence: string;
  partner: string;
  title: string;
  at: string;
  count: number;
}

/** News of meetings for a digest. `fresh`: something new is among them, worth a mail. */
export interface MeetingNews {
  items: (Omit<NewsRow, 'partnership_id' | 'meeting_id' | 'occurrence'> & { path: string })[];
  fresh: boolean;
}

const DAY = 86_400_000;

/** A person's places at meetings: `$1` is the organization, `$2` the person, `$3` since when, `$4` now, `$5` until when. */
const mine = `with mine as (
    select i.partnership_id, i.meeting_id, i.person, i.side, case i.side when 'a' then r.name_b else r.name_a end as partner
    from people w join meeting_people i on i.partnership_id = w.partnership_id and i.person = w.id
    join partnerships r on r.id = w.partnership_id
    where w.person_id = $2 and case w.side when 'a' then r.claimed_a else r.claimed_b end = $1
  )`;
const meeting = 'join meetings m on m.partnership_id = n.partnership_id and m.id = n.meeting_id';
const time = 'join meeting_occurrences o on o.partnership_id = n.partnership_id and o.meeting_id = n.meeting_id';

/**
 * What is new about the meetings of somebody who is not told of each thing at once: times to vote on or to take, answers to their
 * invitations, minutes, a poll that was called off, and what is to come. Changes of a time come by themselves, whatever was chosen.
 */
export async function meetingNews(
  tx: Tx,
  reader: { organization: string; personId: string },
  { since, now, until }: { since: Date; now: Date; until: Date },
  limit: number,
): Promise<MeetingNews> {
  const { rows } = await tx.query<NewsRow>(
    `${mine}
     select case when m.asks = 'slots' then 'slots' else 'asked' end as what, n.partnership_id, n.meeting_id, '' as occurrence, n.partner,
       m.purpose as title, m.changed_at as at, 0 as count
     from mine n ${meeting}
     where m.state = 'poll' and m.changed_at > $3 and m.organizer <> n.person and (m.asks <> 'slots' or m.side <> n.side)
       and not exists (select from meeting_votes v where v.partnership_id = n.partnership_id and v.meeting_id = n.meeting_id and v.person = n.person)
     union all
     select 'off', n.partnership_id, n.meeting_id, '', n.partner, m.purpose, m.cancelled_at, 0
     from mine n ${meeting}
     where m.state = 'cancelled' and m.start_local is null and m.cancelled_at > $3 and m.cancelled_by <> n.person
     union all
     select 'answered', n.partnership_id, n.meeting_id, '', n.partner, m.purpose, max(a.at), count(distinct a.person)::int
     from mine n ${meeting}
     cross join lateral (
       select person, at from meeting_answers a where a.partnership_id = n.partnership_id and a.meeting_id = n.meeting_id
       union all select person, at from meeting_votes v where v.partnership_id = n.partnership_id and v.meeting_id = n.meeting_id) a
     where m.organizer = n.person and m.state <> 'cancelled' and a.at > $3 and a.person <> n.person
     group by n.partnership_id, n.meeting_id, n.partner, m.purpose
     union all
     select 'minutes', n.partnership_id, n.meeting_id, o.occurrence, n.partner, m.purpose, o.minutes_at, 0
     from mine n ${meeting} ${time}
     where o.minutes_at > $3 and o.minutes <> '' and o.minutes_by <> n.person
     union all
     select 'coming', n.partnership_id, n.meeting_id, o.occurrence, n.partner, m.purpose, o.starts_at, 0
     from mine n ${meeting} ${time}
     where m.state in ('proposed', 'agreed') and o.starts_at > $4 and o.starts_at <= $5 and o.cancelled_at is null and o.held is null
     order by at, meeting_id, occurrence limit $6`,
    [reader.organization, reader.personId, since, now, until, limit],
  );
  // What begins within a day stood in the last one already, or was told of by its invitation.
  const told = now.getTime() + DAY;
  return {
    items: rows.map(({ partnership_id, meeting_id, occurrence, ...row }) => ({
      ...row,
      path: `/partners/${partnership_id}/meetings/${meeting_id}${occurrence && `?${new URLSearchParams({ time: occurrence })}`}`,
    })),
    fresh: rows.some((row) => row.what !== 'coming' || Date.parse(row.at) > told),
  };
}
