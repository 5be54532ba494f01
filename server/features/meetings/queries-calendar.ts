import type { Tx } from '../../platform/database.ts';
import type { Answer, CalendarMeeting, MovedOccurrence } from '../calendars/model-ics.ts';
import { localsOf } from '../calendars/model-recurrence.ts';
import type { Letter } from '../rooms/policy.ts';
import type { MeetingAnswer, MeetingState, Way } from './schema-requests.ts';

/** A meeting of a member as a calendar knows it, with where it stands here. `url` and, where they are needed, addresses are the caller's. */
export interface MemberMeeting {
  partnership: string;
  meeting: string;
  /** Pseudonym of the member in the room, and their side. */
  people: string;
  side: Letter;
  /** Whether the member's own side invites: then a change in their calendar moves the meeting, else it proposes another time. */
  inviting: boolean;
  partner: string;
  calendar: Omit<CalendarMeeting, 'url'>;
}

interface CalendarRow {
  partnership_id: string;
  id: string;
  uid: string;
  sequence: number;
  state: MeetingState;
  side: Letter;
  purpose: string;
  agenda: string;
  way: Way;
  place: string;
  zone: string;
  start_local: string;
  lasts: number;
  rule: string | null;
  changed_at: string;
  organizer_name: string | null;
  organizer_email: string | null;
  times: { occurrence: string; start: string; lasts: number; cancelled: boolean }[];
  people: {
    name: string | null;
    email: string | null;
    required: boolean;
    answer: MeetingAnswer | null;
    organizer: boolean;
  }[];
}

/** What calendars are told of a meeting. Restricted by whoever uses it. */
const calendarColumns = `m.partnership_id, m.id, m.uid, m.sequence, m.state, m.side, m.purpose, m.agenda, m.way, m.place, m.zone, m.start_local,
  m.lasts, m.rule, m.changed_at, coalesce(ok.name, o.name) as organizer_name, coalesce(ok.email, o.email) as organizer_email,
  coalesce((select jsonb_agg(jsonb_build_object('occurrence', t.occurrence, 'start', t.start_local, 'lasts', t.lasts, 'cancelled', t.cancelled_at is not null) order by t.occurrence)
    from meeting_occurrences t where t.partnership_id = m.partnership_id and t.meeting_id = m.id), '[]') as times,
  coalesce((select jsonb_agg(jsonb_build_object('name', coalesce(k.name, p.name), 'email', coalesce(k.email, p.email), 'required', i.required,
      'answer', a.answer, 'organizer', i.person = m.organizer) order by i.person)
    from meeting_people i join people p on p.partnership_id = i.partnership_id and p.id = i.person
    left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into
    left join meeting_answers a on a.partnership_id = i.partnership_id and a.meeting_id = i.meeting_id and a.person = i.person and a.occurrence = ''
      and a.sequence >= m.sequence
    where i.partnership_id = m.partnership_id and i.meeting_id = m.id), '[]') as people`;

const calendarFrom = `from meetings m join people o on o.partnership_id = m.partnership_id and o.id = m.organizer
  left join people ok on ok.partnership_id = o.partnership_id and ok.id = o.merged_into`;

const status = { poll: 'tentative', proposed: 'tentative', agreed: 'confirmed', cancelled: 'cancelled' } as const;
const answered = (answer: MeetingAnswer | null): Answer => answer ?? 'needs-action';

/** What a rule does not say: times that were moved or called off. Times of an earlier rule, which calendars no longer know, are left out. */
function exceptions(row: CalendarRow): MovedOccurrence[] {
  if (row.rule === null) return [];
  const known = new Set(localsOf(row.rule, { local: row.start_local, zone: row.zone }, '2300-01-01T00:00'));
  return row.times
    .filter((time) => known.has(time.occurrence))
    .filter((time) => time.cancelled || time.start !== time.occurrence || time.lasts !== row.lasts)
    .map((time) => ({
      occurrence: time.occurrence,
      start: time.start,
      minutes: time.lasts,
      ...(time.cancelled && { cancelled: true }),
    }));
}

/** The facts of a row as calendars want them. Whoever has no address is not among the attendees. */
function calendarOf(row: CalendarRow): Omit<CalendarMeeting, 'url'> {
  return {
    uid: row.uid,
    sequence: row.sequence,
    status: status[row.state],
    summary: row.purpose,
    description: row.agenda,
    location: row.place,
    start: { local: row.start_local, zone: row.zone },
    minutes: row.lasts,
    ...(row.rule !== null && { rule: row.rule }),
    excluded: [],
    moved: exceptions(row),
    organizer: { name: row.organizer_name ?? '', email: row.organizer_email ?? '' },
    attendees: row.people
      .filter((one) => one.email !== null)
      .map((one) => ({
        name: one.name ?? '',
        email: one.email ?? '',
        status: one.organizer ? 'accepted' : answered(one.answer),
        required: one.required,
      })),
    stamp: new Date(row.changed_at),
  };
}

/** One meeting as calendars know it; undefined while it has no time. */
export async function calendarFact(
  tx: Tx,
  partnership: string,
  meeting: string,
): Promise<Omit<CalendarMeeting, 'url'> | undefined> {
  const { rows } = await tx.query<CalendarRow>(
    `select ${calendarColumns} ${calendarFrom} where m.partnership_id = $1 and m.id = $2 and m.start_local is not null`,
    [partnership, meeting],
  );
  return rows[0] && calendarOf(rows[0]);
}

/** All meetings of a member in their organization's rooms that have a time: those changed last first. */
export async function calendarMeetings(
  tx: Tx,
  organization: string,
  person: string,
  { limit = 1000 }: { limit?: number } = {},
): Promise<MemberMeeting[]> {
  const { rows } = await tx.query<CalendarRow & { me: string; my_side: Letter; partner: string }>(
    `select ${calendarColumns}, w.id as me, w.side as my_side, case w.side when 'a' then r.name_b else r.name_a end as partner
     from people w
     join meeting_people wm on wm.partnership_id = w.partnership_id and wm.person = w.id
     join partnerships r on r.id = w.partnership_id
     join (meetings m join people o on o.partnership_id = m.partnership_id and o.id = m.organizer
       left join people ok on ok.partnership_id = o.partnership_id and ok.id = o.merged_into)
       on m.partnership_id = wm.partnership_id and m.id = wm.meeting_id
     where w.person_id = $2 and m.start_local is not null
       and case w.side when 'a' then r.claimed_a else r.claimed_b end = $1
     order by m.changed_at desc, m.id limit $3`,
    [organization, person, limit],
  );
  return rows.map((row) => ({
    partnership: row.partnership_id,
    meeting: row.id,
    people: row.me,
    side: row.my_side,
    inviting: row.my_side === row.side,
    partner: row.partner,
    calendar: calendarOf(row),
  }));
}
