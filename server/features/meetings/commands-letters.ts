import { messagesFor } from '../../../messages/catalogue.ts';
import { listSaid } from '../../../messages/format.ts';
import type { Locale } from '../../../messages/locale.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import type { CalendarMeeting } from '../calendars/model-ics.ts';
import { writeCalendar } from '../calendars/model-ics-write.ts';
import { tellingsOf } from '../follow-ups/queries-reminders.ts';
import { FRESH_LINKS } from '../links/policy.ts';
import { addressFor, enqueue, type Post, postOf, type Recipient } from '../mail/commands.ts';
import { mailIdFor, senderAddress } from '../mail/model.ts';
import type { MeetingFacts } from '../mail/schema.ts';
import { otherSide, type Room } from '../rooms/policy.ts';
import { findRoom, loadRoom } from '../rooms/queries.ts';
import { earlierLetters, replaceWaiting } from './commands-held.ts';
import { issueMeetingLink } from './commands-links.ts';
import type { MeetingLink } from './gate.ts';
import { meetingLinkGone } from './policy.ts';
import { invitedRows, loadMeeting, meetingRow } from './queries.ts';
import { calendarFact } from './queries-calendar.ts';
import { comingTimes, lettersResults, type Told, toldPeople } from './queries-letters.ts';
import type { Meeting, MeetingOccurrence } from './schema.ts';
import type { MeetingNotice } from './schema-requests.ts';

type Parts = Pick<Platform, 'config' | 'clock' | 'secrets'>;
type Notice = Omit<MeetingNotice, 'happened' | 'holders'> & {
  happened: MeetingFacts['happened'];
  id: string;
  /** What was said, where nothing else of the meeting says it. */
  words?: string;
};

/** What a letter is written from, the same for everybody who is told. */
interface Telling {
  organization: string;
  room: Room;
  meeting: Meeting;
  time: MeetingOccurrence | undefined;
  notice: Notice;
  calendar: Omit<CalendarMeeting, 'url'> | undefined;
  results: Awaited<ReturnType<typeof lettersResults>>;
  locale: Locale;
  slug: string;
  post: Post;
  now: Date;
}

/**
 * Writes the mails that something at a meeting is worth, for the people whose side the organization entered holds. Doing it twice changes
 * nothing. `id` names what happened.
 */
export async function tellOfMeeting(tx: Tx, parts: Parts, organization: string, notice: Notice): Promise<void> {
  const room = await findRoom(tx, organization, notice.partnershipId);
  if (!room) return;
  const hearers = await toldPeople(tx, organization, room, notice);
  if (hearers.length === 0) return;
  const telling = await prepare(tx, parts, organization, room, notice);
  if (isOutdated(telling.meeting, notice)) return;
  const members = hearers.flatMap((one) => (one.person_id === null ? [] : [one.person_id]));
  const tellingsFor = await tellingsOf(tx, organization, members);
  for (const hearer of hearers) {
    // Whoever has an account hears of words and thanks as of any message in a thread.
    if (['thanks', 'said'].includes(notice.happened) && hearer.person_id !== null) continue;
    // A calendar that is wrong makes people miss each other: its part goes at once, whatever somebody chose. A guest chose nothing.
    const wish = hearer.person_id === null || telling.calendar ? undefined : tellingsFor(hearer.person_id);
    // Whoever wants one mail a day or a week, or none, reads of the rest there.
    if (wish && !wish.atOnce) continue;
    await write(tx, parts, telling, hearer, wish?.notBefore(telling.now));
  }
}

/** Words in the thread of a meeting reach those of the other side who are asked to it and have no account: by mail, with their link. */
export async function tellMeetingWords(
  tx: Tx,
  parts: Parts,
  organization: string,
  said: { partnershipId: string; threadId: string; messageId: string },
): Promise<void> {
  const { partnershipId, threadId, messageId } = said;
  const { rows } = await tx.query<{ meeting: string; author: string; text: string; hearers: string[] | null }>(
    `select g.id as meeting, m.author, m.text,
       (select array_agg(i.person) from meeting_people i join people p on p.partnership_id = i.partnership_id and p.id = i.person
        where i.partnership_id = g.partnership_id and i.meeting_id = g.id and i.side <> m.side and p.person_id is null) as hearers
     from meetings g join messages m on m.partnership_id = g.partnership_id and m.thread_id = g.thread_id
     where g.partnership_id = $1 and g.thread_id = $2 and m.id = $3 and m.via <> 'recorded'
       and not exists (select from meeting_results r where r.partnership_id = g.partnership_id and r.meeting_id = g.id and r.kind = 'thanks'
         and r.author = m.author and r.at = m.at)`,
    [partnershipId, threadId, messageId],
  );
  const found = rows[0];
  if (!found?.hearers) return;
  const { meeting: meetingId, author: by, text, hearers: only } = found;
  await tellOfMeeting(tx, parts, organization, {
    id: messageId,
    partnershipId,
    meetingId,
    happened: 'said',
    by,
    only,
    words: text,
  });
}

/** What all letters about this have in common. */
async function prepare(tx: Tx, parts: Parts, organization: string, room: Room, notice: Notice): Promise<Telling> {
  const meeting = await loadMeeting(tx, { organization, room }, notice.meetingId);
  const { occurrence } = notice;
  const time = occurrence
    ? meeting.occurrences.find((one) => one.occurrence === occurrence)
    : (meeting.occurrences.find((one) => one.cancelled === null && one.held === null) ?? meeting.occurrences[0]);
  const { rows } = await tx.query<{ slug: string; locale: Locale }>(
    'select slug, locale from organizations where id = $1',
    [organization],
  );
  return {
    organization,
    room,
    meeting,
    time,
    notice,
    calendar: hasCalendar(notice) && meeting.start ? await calendarFact(tx, room.id, meeting.id) : undefined,
    results:
      notice.happened === 'outcome' && time ? await lettersResults(tx, room.id, meeting.id, time.occurrence) : [],
    locale: rows[0]?.locale ?? 'en',
    slug: rows[0]?.slug ?? '',
    post: postOf(parts),
    now: parts.clock.now(),
  };
}

const HOUR = 3_600_000;

/**
 * Has the next link sent to somebody whose old one has expired: to the address on record, a few times an hour. Answers that address.
 */
export async function sendFreshLink(tx: Tx, parts: Parts, link: MeetingLink): Promise<string> {
  if (link.state === 'live')
    throw new AppError('conflict', 'This link still works: you can answer with it.', { reason: 'live' });
  if (link.state === 'revoked') throw meetingLinkGone('revoked');
  const { partnership, meeting, person } = link;
  const { organization } = link.scope;
  const now = parts.clock.now();
  const room = await loadRoom(tx, organization, partnership);
  // Of two who ask at once, the second sees what the first was sent.
  await meetingRow(tx, partnership, meeting, true);
  const known = (await invitedRows(tx, partnership, meeting)).find((one) => one.id === person);
  if (!known || known.ended_at !== null) throw meetingLinkGone('revoked');
  const { email } = known;
  if (email === null)
    throw new AppError(
      'conflict',
      'No address of yours is known here. Ask whoever sent you the link for a fresh one.',
      { reason: 'no-address' },
    );
  const { rows } = await tx.query<{ made: number }>(
    'select count(*)::int as made from meeting_links where partnership_id = $1 and person = $2 and created_at > $3',
    [partnership, person, new Date(now.getTime() - HOUR)],
  );
  if ((rows[0]?.made ?? 0) >= FRESH_LINKS)
    throw new AppError(
      'too_many',
      'Several links were sent to you within the last hour. Look into your mail, or try again later.',
    );
  const notice = { id: newId(), partnershipId: partnership, meetingId: meeting, happened: 'fresh' as const };
  await write(tx, parts, await prepare(tx, parts, organization, room, notice), { ...known, email });
  return email;
}

const hasCalendar = ({ happened }: Notice): boolean => ['invited', 'changed', 'cancelled'].includes(happened);

/** What was called off meanwhile is not announced any more: the news of that comes by itself. */
function isOutdated(meeting: Meeting, { happened }: Notice): boolean {
  if (happened === 'asked') return meeting.state !== 'poll';
  return meeting.state === 'cancelled' && ['invited', 'changed', 'answered', 'reminder'].includes(happened);
}

async function write(tx: Tx, parts: Parts, telling: Telling, hearer: Told, notBefore?: Date): Promise<void> {
  const { organization, room, meeting, notice, post, now } = telling;
  const id = mailIdFor(organization, `meeting ${notice.id}`, hearer.email);
  const earlier = await earlierLetters(tx, organization, meeting.id, hearer.email);
  if (earlier.some((mail) => mail.id === id || mail.acts.includes(notice.id))) return;
  const to: Recipient = { email: hearer.email, name: hearer.name, personId: hearer.person_id };
  const answers = { kind: 'meeting' as const, partnership: room.id, subject: meeting.id, people: hearer.id };
  const link =
    hearer.person_id === null
      ? await issueMeetingLink(
          tx,
          { partnership: room.id, meeting: meeting.id, person: hearer.id, side: hearer.side },
          now,
        )
      : undefined;
  const page = link?.path ?? `/o/${telling.slug}/partners/${room.id}/meetings/${meeting.id}`;
  const time = meeting.repeat && notice.occurrence ? `?${new URLSearchParams({ time: notice.occurrence })}` : '';
  const url = `${parts.config.publicUrl}${page}${time}`;
  const address = telling.calendar && (await addressFor(tx, post, { organization, to, answers, now }));
  const calendar =
    telling.calendar && calendarFor(telling, telling.calendar, hearer, { url, address, config: parts.config });
  const facts = {
    ...factsFor(telling, hearer),
    url,
    ...(link && { expiresAt: link.expiresAt }),
    ...(calendar && { calendar }),
  };
  const at = notBefore ?? now;
  if (await replaceWaiting(tx, organization, earlier, { news: notice.id, facts, at, now })) return;
  await enqueue(tx, {
    organization,
    id,
    to,
    facts,
    post,
    now,
    ...(notBefore && { notBefore }),
    thread: meeting.id,
    partnership: room.id,
    answers,
  });
}

/** What happened, as this hearer reads it. */
function factsFor(telling: Telling, hearer: Told): Omit<MeetingFacts, 'url'> {
  const { room, meeting, notice, time } = telling;
  const one = Boolean(notice.occurrence) && meeting.repeat !== null;
  const times =
    meeting.state === 'poll' ? meeting.options.map((option) => spellOf(option.startsAt, meeting.lasts)) : [];
  return {
    kind: 'meeting',
    guest: hearer.person_id === null,
    happened: notice.happened,
    partnershipId: room.id,
    meetingId: meeting.id,
    purpose: meeting.purpose,
    partner: room.sides[otherSide(hearer.side)].name,
    who: whoDid(telling),
    asks: meeting.asks,
    times: time && meeting.state !== 'poll' ? [{ startsAt: time.startsAt, endsAt: time.endsAt }] : times,
    zone: meeting.zone,
    one,
    repeat: meeting.repeat,
    way: meeting.way,
    place: meeting.place,
    site: meeting.placeSide === null ? null : room.sides[meeting.placeSide].name,
    agenda: meeting.agenda,
    people: meeting.people.map((each) => ({ name: each.name, organization: room.sides[each.side].name })).slice(0, 60),
    minutes: notice.happened === 'outcome' ? (time?.minutes ?? '') : '',
    results: telling.results.map(({ kind, text }) => ({ kind, text })),
    ...wordsOf(telling),
  };
}

const spellOf = (startsAt: string, lasts: number) => ({
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + lasts * 60_000).toISOString(),
});

function whoDid({ room, meeting, notice }: Telling): MeetingFacts['who'] {
  const by = meeting.people.find((one) => one.id === notice.by) ?? meeting.people.find((one) => one.organizer);
  const cancelled = meeting.cancelled;
  if (!by && cancelled) return { name: cancelled.by.name, organization: room.sides[cancelled.side].name };
  return { name: by?.name ?? null, organization: room.sides[by?.side ?? meeting.side].name };
}

function wordsOf({ meeting, notice, time }: Telling): Pick<MeetingFacts, 'words' | 'answer' | 'counter'> {
  switch (notice.happened) {
    case 'cancelled':
      return { words: (notice.occurrence ? time?.cancelled?.reason : meeting.cancelled?.reason) ?? '' };
    case 'said':
      return { words: notice.words ?? '' };
    case 'thanks':
      return { words: time?.results.find((one) => one.id === notice.result)?.text ?? '' };
    case 'answered': {
      if (meeting.state === 'poll') return { words: '', answer: 'voted' };
      const single = notice.occurrence && time?.answers.find((one) => one.person === notice.by);
      const given = meeting.people.find((one) => one.id === notice.by)?.answer;
      if (single) return { words: single.words, answer: single.answer };
      return {
        words: given?.words ?? '',
        ...(given && { answer: given.answer }),
        ...(given?.counter && { counter: spellOf(given.counter.startsAt, meeting.lasts) }),
      };
    }
    default:
      return { words: '' };
  }
}

/**
 * The part for calendar programs. The one who is told is its only attendee: others are named in words, so that nobody's address is handed
 * on. Answers go to the organizer's address, which is this person's own address for answers, the same every time.
 */
function calendarFor(
  telling: Telling,
  calendar: Omit<CalendarMeeting, 'url'>,
  hearer: Told,
  { url, address, config }: { url: string; address: string | undefined; config: Parts['config'] },
): MeetingFacts['calendar'] {
  const { meetingMails: said } = messagesFor(telling.locale);
  const { room, meeting, notice, time } = telling;
  const guest = hearer.person_id === null;
  const people = meeting.people.map((each) =>
    said.person({ name: each.name ?? said.somebody, organization: room.sides[each.side].name }),
  );
  const site = meeting.placeSide === null ? '' : said.site({ organization: room.sides[meeting.placeSide].name });
  const off = notice.happened === 'cancelled';
  const method = off ? 'CANCEL' : 'REQUEST';
  const own = calendar.attendees.find((one) => one.email === hearer.email);
  const full: CalendarMeeting = {
    ...calendar,
    // A link that speaks for somebody has no place in a calendar, which others read.
    url: guest ? '' : url,
    location: [calendar.location, site].filter(Boolean).join(', '),
    description: [
      calendar.description,
      said.calendarPeople({ people: listSaid(people, telling.locale) }),
      ...(guest ? [] : [said.calendarPage({ url })]),
    ]
      .filter(Boolean)
      .join('\n\n'),
    organizer: {
      name: calendar.organizer.name,
      email: address ?? (calendar.organizer.email || senderAddress(config.mailFrom)),
    },
    attendees: [
      {
        name: hearer.name ?? '',
        email: hearer.email,
        status: own?.status ?? 'needs-action',
        required: hearer.required,
      },
    ],
  };
  const only = meeting.repeat !== null && notice.occurrence ? time?.occurrence : undefined;
  return { method, ics: writeCalendar(full, method, only) };
}

/** The day before: the mail comes a day ahead, or as soon after as a server that was away can send it. */
export const REMINDED_AHEAD = 24 * HOUR;

/** Reminds everybody asked of what begins within a day. A time that was moved is a new one. */
export async function remindOfMeetings(tx: Tx, parts: Parts, organization: string): Promise<void> {
  const now = parts.clock.now();
  const coming = await comingTimes(tx, organization, now, new Date(now.getTime() + REMINDED_AHEAD));
  for (const { partnership, meeting, occurrence, starts_at } of coming) {
    await tellOfMeeting(tx, parts, organization, {
      id: `reminder ${meeting} ${occurrence} ${starts_at}`,
      partnershipId: partnership,
      meetingId: meeting,
      happened: 'reminder',
      occurrence,
    });
  }
}
