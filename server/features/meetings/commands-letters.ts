import { messagesFor } from '../../../messages/catalogue.ts';
import { listSaid } from '../../../messages/format.ts';
import type { Locale } from '../../../messages/locale.ts';
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CalendarMeeting } from '../calendars/model-ics.ts';
import { writeCalendar } from '../calendars/model-ics-write.ts';
import { addressFor, enqueue, type Post, postOf, type Recipient } from '../mail/commands.ts';
import { mailIdFor, senderAddress } from '../mail/model.ts';
import type { MeetingFacts } from '../mail/schema.ts';
import { otherSide, type Room } from '../rooms/policy.ts';
import { findRoom } from '../rooms/queries.ts';
import { issueMeetingLink } from './commands-links.ts';
import { loadMeeting } from './queries.ts';
import { calendarFact } from './queries-calendar.ts';
import { comingTimes, lettersResults, type Told, toldPeople } from './queries-letters.ts';
import type { Meeting, MeetingOccurrence } from './schema.ts';
import type { MeetingNotice } from './schema-requests.ts';

type Parts = Pick<Platform, 'config' | 'clock' | 'secrets'>;
type Notice = Omit<MeetingNotice, 'happened' | 'holders'> & { happened: MeetingFacts['happened']; id: string };

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
  const meeting = await loadMeeting(tx, { organization, room }, notice.meetingId);
  if (isOutdated(meeting, notice)) return;
  const { occurrence } = notice;
  const time = occurrence
    ? meeting.occurrences.find((one) => one.occurrence === occurrence)
    : (meeting.occurrences.find((one) => one.cancelled === null && one.held === null) ?? meeting.occurrences[0]);
  const { rows } = await tx.query<{ slug: string; locale: Locale }>(
    'select slug, locale from organizations where id = $1',
    [organization],
  );
  const telling: Telling = {
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
  for (const hearer of hearers) {
    // Managers hear of thanks as of any message in a thread.
    if (notice.happened === 'thanks' && hearer.person_id !== null && !hearer.member) continue;
    await write(tx, parts, telling, hearer);
  }
}

const hasCalendar = ({ happened }: Notice): boolean => ['invited', 'changed', 'cancelled'].includes(happened);

/** What was called off meanwhile is not announced any more: the news of that comes by itself. */
function isOutdated(meeting: Meeting, { happened }: Notice): boolean {
  if (happened === 'asked') return meeting.state !== 'poll';
  return meeting.state === 'cancelled' && ['invited', 'changed', 'answered', 'reminder'].includes(happened);
}

async function write(tx: Tx, parts: Parts, telling: Telling, hearer: Told): Promise<void> {
  const { organization, room, meeting, notice, post, now } = telling;
  const id = mailIdFor(organization, `meeting ${notice.id}`, hearer.email);
  const { rowCount } = await tx.query('select 1 from mails where organization_id = $1 and id = $2', [organization, id]);
  if (rowCount > 0) return;
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
  const url = `${parts.config.publicUrl}${page}`;
  const address = telling.calendar && (await addressFor(tx, post, { organization, to, answers, now }));
  const calendar =
    telling.calendar && calendarFor(telling, telling.calendar, hearer, { url, address, config: parts.config });
  await enqueue(tx, {
    organization,
    id,
    to,
    facts: {
      ...factsFor(telling, hearer),
      url,
      ...(link && { expiresAt: link.expiresAt }),
      ...(calendar && { calendar }),
    },
    post,
    now,
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

const HOUR = 3_600_000;
/** The day before: the mail comes a day ahead, or as soon after as a server that was away can send it. */
const AHEAD = 24 * HOUR;

/** Reminds everybody asked of what begins within a day. A time that was moved is a new one. */
export async function remindOfMeetings(tx: Tx, parts: Parts, organization: string): Promise<void> {
  const now = parts.clock.now();
  const coming = await comingTimes(tx, organization, now, new Date(now.getTime() + AHEAD));
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
