import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Letter, otherSide, partnerSide, type Room } from '../rooms/policy.ts';
import type { MeetingItem, MeetingList, MeetingSummary } from './schema.ts';
import type { MeetingFilter, MeetingState, Way } from './schema-requests.ts';

/** Whose list it is: one room's, or all rooms' of an organization. */
export interface ListReader {
  organization: string;
  personId: string;
  room?: Room | undefined;
}

interface ItemRow {
  id: string;
  occurrence: string;
  at: string;
  partnership_id: string;
  partner: string;
  own_side: Letter | null;
  purpose: string;
  state: MeetingState;
  asks: 'poll' | 'slots' | null;
  way: Way;
  place: string;
  place_side: Letter | null;
  side: Letter;
  organizer: string;
  organizer_name: string | null;
  starts_at: string | null;
  ends_at: string | null;
  zone: string;
  recurring: boolean;
  cancelled: boolean;
  held: boolean | null;
  minutes: boolean;
  results: number;
  options: number;
  answered: number;
  people: number;
  mine: MeetingItem['mine'];
}

/** `next`: to come, without what was called off. */
type When = MeetingFilter['when'] | 'next';

/** Which times belong to a list. `$3` is now. What was called off stays where people look for it until its hour is over. */
const times: Record<When, string> = {
  // A meeting lasts a week at most: so the index need not be read from its beginning.
  upcoming: "o.held is null and o.ends_at > $3 and o.starts_at > $3::timestamptz - interval '8 days'",
  next: 'o.cancelled_at is null and o.held is null and o.ends_at > $3',
  unsettled: 'false',
  unsaid: 'o.cancelled_at is null and o.held is null and o.ends_at <= $3',
  held: 'o.held',
  past: '(o.ends_at <= $3 or o.held is not null)',
};
/** Meetings without a time that belong to it. */
const untimed: Record<When, string> = {
  upcoming: 'false',
  next: 'false',
  unsettled: "m.state = 'poll'",
  unsaid: 'false',
  held: 'false',
  past: "m.state = 'cancelled' and m.start_local is null",
};

const query = (when: When, inRoom: boolean) => {
  const [compare, order] = when === 'upcoming' || when === 'next' ? ['>', 'asc'] : ['<', 'desc'];
  const scope = (alias: string) =>
    inRoom ? `${alias}.partnership_id = $2` : `(${alias}.holder_a = $1 or ${alias}.holder_b = $1) and $2::uuid is null`;
  return `with found as (
      select o.partnership_id, o.meeting_id as id, o.occurrence, o.starts_at as at from meeting_occurrences o
      where ${scope('o')} and ${times[when]} and ($3::timestamptz is not null)
      union all
      select m.partnership_id, m.id, '' as occurrence, coalesce(m.cancelled_at, m.created_at) as at from meetings m where ${scope('m')} and ${untimed[when]}
    ), listed as (
      select f.* from found f join meetings m on m.partnership_id = f.partnership_id and m.id = f.id
      where ($5::text is null or m.way = $5)
        and ($6::timestamptz is null or (f.at, f.id, f.occurrence) ${compare} ($6, $7::uuid, $8::text))
      order by f.at ${order}, f.id ${order}, f.occurrence ${order} limit $9
    )
    select l.id, l.occurrence, l.at, l.partnership_id, r.name_a, r.name_b,
      case when r.claimed_a = $1 then r.name_b when r.claimed_b = $1 then r.name_a else r.name_a || ' · ' || r.name_b end as partner,
      case when r.claimed_a = $1 then 'a' when r.claimed_b = $1 then 'b' end as own_side,
      m.purpose, m.state, m.asks, m.way, m.place, m.place_side, m.side, m.organizer, coalesce(wk.name, w.name) as organizer_name,
      o.starts_at, o.ends_at, m.zone, m.rule is not null as recurring, m.cancelled_at is not null or o.cancelled_at is not null as cancelled,
      o.held, coalesce(o.minutes <> '', false) as minutes,
      (select count(*)::int from meeting_results s where s.partnership_id = l.partnership_id and s.meeting_id = l.id and s.occurrence = l.occurrence
         and s.kind <> 'thanks') as results,
      (select count(*)::int from meeting_options s where s.partnership_id = l.partnership_id and s.meeting_id = l.id) as options,
      case when m.state = 'poll'
        then (select count(distinct s.person)::int from meeting_votes s where s.partnership_id = l.partnership_id and s.meeting_id = l.id)
        else (select count(*)::int from meeting_answers s where s.partnership_id = l.partnership_id and s.meeting_id = l.id and s.occurrence = '' and s.answer = 'accepted') end as answered,
      (select count(*)::int from meeting_people s where s.partnership_id = l.partnership_id and s.meeting_id = l.id) as people,
      coalesce((select case when a.answer is not null then a.answer
          when exists (select 1 from meeting_votes v where v.partnership_id = i.partnership_id and v.meeting_id = i.meeting_id and v.person = i.person) then 'voted'
          when i.person = m.organizer then 'accepted' else 'open' end
        from people me join meeting_people i on i.partnership_id = me.partnership_id and i.person = me.id and i.meeting_id = l.id
        left join meeting_answers a on a.partnership_id = i.partnership_id and a.meeting_id = i.meeting_id and a.person = i.person and a.occurrence = ''
        where me.partnership_id = l.partnership_id and me.person_id = $4 limit 1), 'not-asked') as mine
    from listed l
    join meetings m on m.partnership_id = l.partnership_id and m.id = l.id
    join partnerships r on r.id = l.partnership_id
    join people w on w.partnership_id = m.partnership_id and w.id = m.organizer
    left join people wk on wk.partnership_id = w.partnership_id and wk.id = w.merged_into
    left join meeting_occurrences o on o.partnership_id = l.partnership_id and o.meeting_id = l.id and o.occurrence = l.occurrence
    order by l.at ${order}, l.id ${order}, l.occurrence ${order}`;
};

function present(row: ItemRow): MeetingItem {
  return {
    id: row.id,
    occurrence: row.occurrence === '' ? null : row.occurrence,
    partnership: row.partnership_id,
    partner: row.partner,
    purpose: row.purpose,
    state: row.state,
    asks: row.asks,
    way: row.way,
    place: row.place,
    placeSide: row.place_side,
    ours: row.own_side === row.side,
    organizer: { id: row.organizer, name: row.organizer_name },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    zone: row.zone,
    recurring: row.recurring,
    cancelled: row.cancelled,
    held: row.held,
    minutes: row.minutes,
    results: row.results,
    options: row.options,
    answered: row.answered,
    people: row.people,
    mine: row.mine,
  };
}

/** Meetings of one room, or of all rooms of the organization, one row for each time. */
export async function listMeetings(
  tx: Tx,
  reader: ListReader,
  filter: Omit<MeetingFilter, 'when'> & { when: When },
  now: Date,
): Promise<MeetingList> {
  const after = readCursor(filter.cursor, 'moment', 'id', 'text');
  if (after && !/^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$/.test(after[2] ?? ''))
    throw new AppError('invalid', 'This cursor is not one of ours. Start again from the first page.');
  const { rows } = await tx.query<ItemRow>(query(filter.when, reader.room !== undefined), [
    reader.organization,
    reader.room?.id ?? null,
    now,
    reader.personId,
    filter.way ?? null,
    after?.[0] ?? null,
    after?.[1] ?? null,
    after?.[2] ?? null,
    filter.limit + 1,
  ]);
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  const next = rows.length > shown.length && last ? writeCursor([last.at, last.id, last.occurrence]) : null;
  return { items: shown.map(present), next };
}

interface CountRow {
  upcoming: number;
  unsaid: number;
  held: number;
  in_person: number;
  video: number;
  phone: number;
  not_held: number;
  cancelled_a: number;
  cancelled_b: number;
  unsettled: number;
  came_a: number;
  of_a: number;
  came_b: number;
  of_b: number;
  conversations: number;
  promised: number;
  accepted: number;
  ideas: number;
  meetings: number;
}

const COUNTS = `with t as (
    select o.*, m.way from meeting_occurrences o join meetings m on m.partnership_id = o.partnership_id and m.id = o.meeting_id
    where o.partnership_id = $1
  ), led as (
    select distinct r.conversation_id as id from meeting_results r where r.partnership_id = $1 and r.conversation_id is not null
  )
  select
    (select count(*)::int from t where cancelled_at is null and held is null and ends_at > $2) as upcoming,
    (select count(*)::int from t where cancelled_at is null and held is null and ends_at <= $2) as unsaid,
    (select count(*)::int from t where held) as held,
    (select count(*)::int from t where held and way = 'in-person') as in_person,
    (select count(*)::int from t where held and way = 'video') as video,
    (select count(*)::int from t where held and way = 'phone') as phone,
    (select count(*)::int from t where not held) as not_held,
    (select count(*)::int from t where cancelled_side = 'a') as cancelled_a,
    (select count(*)::int from t where cancelled_side = 'b') as cancelled_b,
    (select count(*)::int from meetings m where m.partnership_id = $1 and m.state = 'poll') as unsettled,
    (select count(*) filter (where attended)::int from attendance where partnership_id = $1 and side = 'a') as came_a,
    (select count(*)::int from attendance where partnership_id = $1 and side = 'a') as of_a,
    (select count(*) filter (where attended)::int from attendance where partnership_id = $1 and side = 'b') as came_b,
    (select count(*)::int from attendance where partnership_id = $1 and side = 'b') as of_b,
    (select count(*)::int from led) as conversations,
    (select count(*)::int from led join commitments k on k.partnership_id = $1 and k.conversation_id = led.id) as promised,
    (select count(*)::int from led join commitments k on k.partnership_id = $1 and k.conversation_id = led.id and k.result in ('kept', 'late', 'late-with-notice')) as accepted,
    (select count(*)::int from meeting_results r where r.partnership_id = $1 and r.kind = 'idea') as ideas,
    (select count(*)::int from meeting_results r where r.partnership_id = $1 and r.kind = 'meeting') as meetings`;

/** What the meetings of a partnership amount to: counts, each of which opens into a list. */
export async function summarize(tx: Tx, reader: ListReader & { room: Room }, now: Date): Promise<MeetingSummary> {
  const { rows } = await tx.query<CountRow>(COUNTS, [reader.room.id, now]);
  const [next, last] = await Promise.all([
    listMeetings(tx, reader, { when: 'next', limit: 1 }, now),
    listMeetings(tx, reader, { when: 'held', limit: 1 }, now),
  ]);
  const row = rows[0] as CountRow;
  return {
    first: row.held === 0,
    theirSide: reader.room.mySide ? otherSide(reader.room.mySide) : partnerSide(reader.room),
    upcoming: row.upcoming,
    unsettled: row.unsettled,
    unsaid: row.unsaid,
    held: row.held,
    inPerson: row.in_person,
    video: row.video,
    phone: row.phone,
    notHeld: row.not_held,
    cancelled: { a: row.cancelled_a, b: row.cancelled_b },
    attendance: { a: { came: row.came_a, of: row.of_a }, b: { came: row.came_b, of: row.of_b } },
    ledTo: {
      conversations: row.conversations,
      promised: row.promised,
      accepted: row.accepted,
      ideas: row.ideas,
      meetings: row.meetings,
    },
    next: next.items[0] ?? null,
    last: last.items[0] ?? null,
  };
}
