/** Invitations, entries of calendars, and what must be refused: in the styles of the standards' examples and of common programs, in our own words. */
import {
  at,
  BERLIN_OF_EXCHANGE,
  calendar,
  type CalendarSample,
  event,
  HOUR,
  lines,
  one,
  REPLIES,
} from './calendar-replies.ts';

const named = (name: string, block = BERLIN_OF_EXCHANGE): string[] =>
  block.map((line) => line.replace(/^TZID:.*/, `TZID:${name}`));
const NEW_YORK_OF_RFC = [
  'BEGIN:VTIMEZONE',
  'TZID:Fictitious',
  'BEGIN:DAYLIGHT',
  'DTSTART:20070311T020000',
  'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:20071104T020000',
  'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const REQUESTS: CalendarSample[] = [
  {
    name: 'an invitation of RFC 5546',
    text: calendar(
      'METHOD:REQUEST',
      ...event(
        'ORGANIZER:mailto:a@example.com',
        'ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=A:mailto:a@example.com',
        'ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL;CN=B:mailto:b@example.com',
        'ATTENDEE;RSVP=FALSE;CUTYPE=ROOM;CN=Room:mailto:conf_big@example.com',
        'ATTENDEE;ROLE=NON-PARTICIPANT;RSVP=FALSE:mailto:e@example.com',
        'DTSTART:19970701T200000Z',
        'DTEND:19970701T2100000Z'.replace('2100000Z', '210000Z'),
        'SUMMARY:Conference',
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
      ),
    ),
    reads: one({ summary: 'Conference', attendees: [{}, { required: true }, {}, { required: false }] }, 'REQUEST'),
  },
  {
    name: 'a series of Google with one time elsewhere',
    text: calendar(
      'METHOD:REQUEST',
      ...event(
        'DTSTART;TZID=Europe/Madrid:20261201T100000',
        'DTEND;TZID=Europe/Madrid:20261201T110000',
        'RRULE:FREQ=WEEKLY;WKST=MO;COUNT=6;BYDAY=TU',
        'EXDATE;TZID=Europe/Madrid:20261215T100000',
      ),
      ...event(
        'DTSTART;TZID=Europe/Madrid:20261209T100000',
        'DURATION:PT90M',
        'RECURRENCE-ID;TZID=Europe/Madrid:20261208T100000',
      ),
    ),
    reads: {
      ok: true,
      events: [
        { excluded: [{ local: '2026-12-15T10:00' }] },
        { minutes: 90, occurrence: { local: '2026-12-08T10:00' } },
      ],
    },
  },
  {
    name: 'an invitation cancelled (RFC 5546, 4.2.9)',
    text: calendar(
      'METHOD:CANCEL',
      ...event(
        'ORGANIZER:mailto:a@x.example',
        'ATTENDEE:mailto:b@x.example',
        'SEQUENCE:1',
        'STATUS:CANCELLED',
        'COMMENT:Sorry',
      ),
    ),
    reads: one({ status: 'cancelled', busy: false, comment: 'Sorry' }, 'CANCEL'),
  },
  {
    name: 'a day without a time',
    text: calendar(...event('DTSTART;VALUE=DATE:20261225')),
    reads: one({ start: { local: '2026-12-25T00:00', day: true }, minutes: 1440 }),
  },
  {
    name: 'several days',
    text: calendar(...event('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261228')),
    reads: one({ minutes: 3 * 1440 }),
  },
  {
    name: 'a time without a zone',
    text: calendar(...event('DTSTART:20261201T100000', 'DURATION:PT1H')),
    reads: one({ start: { floating: true, zone: 'Europe/Madrid', at: at('2026-12-01T09:00:00Z') } }),
  },
  {
    name: 'neither end nor duration',
    text: calendar(...event('DTSTART:20261201T090000Z')),
    reads: one({ minutes: 0 }),
  },
  {
    name: 'a duration of weeks and one of days and hours',
    text: calendar(
      ...event('DTSTART:20261201T090000Z', 'DURATION:P1W'),
      ...event('DTSTART:20261201T090000Z', 'DURATION:P1DT2H'),
    ),
    reads: { ok: true, events: [{ minutes: 10080 }, { minutes: 1560 }] },
  },
  {
    name: 'the zone of another maker, named by its place',
    text: calendar(
      ...named('/citadel.org/20210210_1/Europe/Berlin'),
      ...event('DTSTART;TZID=/citadel.org/20210210_1/Europe/Berlin:20260701T100000'),
    ),
    reads: one({ start: { zone: 'Europe/Berlin', at: at('2026-07-01T08:00:00Z') } }),
  },
  {
    name: 'a zone of Exchange that only its rules explain',
    text: calendar(
      ...named('Customized Time Zone'),
      ...event('DTSTART;TZID=Customized Time Zone:20260701T100000', 'RRULE:FREQ=WEEKLY;COUNT=3'),
    ),
    reads: one({ start: { at: at('2026-07-01T08:00:00Z'), local: '2026-07-01T10:00', zone: 'Europe/Madrid' } }),
  },
  {
    name: 'a zone that is told by its rules, elsewhere in the world',
    text: calendar(...NEW_YORK_OF_RFC, ...event('DTSTART;TZID=Fictitious:20261105T090000')),
    reads: one({ start: { at: at('2026-11-05T14:00:00Z'), zone: 'America/New_York', local: '2026-11-05T09:00' } }),
  },
  {
    name: 'a zone of Windows without its rules',
    text: calendar(...event('DTSTART;TZID="Pacific Standard Time":20260701T090000')),
    reads: one({ start: { zone: 'America/Los_Angeles', at: at('2026-07-01T16:00:00Z') } }),
  },
  {
    name: 'a time that the clock skips, and one that it shows twice',
    text: calendar(
      ...event('DTSTART;TZID=Europe/Madrid:20260329T023000'),
      ...event('DTSTART;TZID=Europe/Madrid:20261025T023000'),
    ),
    reads: {
      ok: true,
      events: [{ start: { at: at('2026-03-29T01:30:00Z') } }, { start: { at: at('2026-10-25T00:30:00Z') } }],
    },
  },
  {
    name: 'texts with what is escaped, in all ways',
    text: calendar(
      ...event(...HOUR, 'SUMMARY:Talk\\, over lunch\\; then walk \\\\ home', 'DESCRIPTION:One\\nTwo\\NThree'),
    ),
    reads: one({ summary: 'Talk, over lunch; then walk \\ home', description: 'One\nTwo\nThree' }),
  },
  {
    name: 'a name with an escape of RFC 6868',
    text: calendar(...event(...HOUR, "ATTENDEE;CN=Ben ^'the Man^' Maker:mailto:b@x.example")),
    reads: one({ attendees: [{ name: 'Ben "the Man" Maker' }] }),
  },
  {
    name: 'alarms, notes of programs and lines that are broken, all left aside',
    text: calendar(
      ...event(
        ...HOUR,
        'X-ALT-DESC;FMTTYPE=text/html:<b>x</b>',
        'this is no line',
        'BEGIN:VALARM',
        'TRIGGER:nonsense',
        'ACTION:DISPLAY',
        'END:VALARM',
        'GEO:nowhere',
        'SUMMARY:x',
      ),
    ),
    reads: one({ summary: 'x' }),
  },
  {
    name: 'a task beside a meeting',
    text: calendar('BEGIN:VTODO', 'UID:t', 'DUE:nonsense', 'END:VTODO', ...event(...HOUR)),
    reads: one({ minutes: 60 }),
  },
  {
    name: 'two calendars in one text',
    text: calendar(...event(...HOUR)) + calendar(...event(...HOUR)),
    reads: { ok: true, events: [{}, {}] },
  },
  {
    name: 'a published calendar with a meeting that keeps nobody',
    text: calendar(
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Work',
      ...event(...HOUR, 'TRANSP:TRANSPARENT', 'URL:https://x.example/1'),
    ),
    reads: one({ busy: false, url: 'https://x.example/1' }, 'PUBLISH'),
  },
  {
    name: 'an address that would run a program, left out',
    text: calendar(...event(...HOUR, 'URL:javascript:alert(1)')),
    reads: one({ url: '' }),
  },
  {
    name: 'names in small letters',
    text: calendar(...event(...HOUR))
      .toLowerCase()
      .replace('prodid:-//somebody//en', 'prodid:x'),
    reads: one({ minutes: 60 }),
  },
  {
    name: 'a sequence that is none',
    text: calendar(...event(...HOUR, 'SEQUENCE:-5')),
    reads: one({ sequence: 0 }),
  },
  {
    name: 'extra dates beside a rule',
    text: calendar(...event(...HOUR, 'RRULE:FREQ=DAILY;COUNT=2', 'RDATE:20261224T090000Z,20261226T090000Z')),
    reads: one({ added: [{ at: at('2026-12-24T09:00:00Z') }, { at: at('2026-12-26T09:00:00Z') }] }),
  },
];

const REFUSED: CalendarSample[] = [
  { name: 'nothing', text: '', refused: 'not-a-calendar' },
  { name: 'a page', text: '<html><body>Your session has ended</body></html>', refused: 'not-a-calendar' },
  { name: 'a card', text: lines('BEGIN:VCARD', 'VERSION:4.0', 'FN:Ben', 'END:VCARD'), refused: 'not-a-calendar' },
  { name: 'a calendar of tasks only', text: calendar('BEGIN:VTODO', 'UID:t', 'END:VTODO'), refused: 'no-event' },
  { name: 'a calendar that breaks off', text: calendar(...event(...HOUR)).slice(0, 150), refused: 'broken' },
  {
    name: 'parts that cross',
    text: lines('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VCALENDAR', 'END:VEVENT'),
    refused: 'broken',
  },
  { name: 'a meeting without a UID', text: calendar('BEGIN:VEVENT', ...HOUR, 'END:VEVENT'), refused: 'broken' },
  { name: 'a method nobody knows', text: calendar('METHOD:EXPLODE', ...event(...HOUR)), refused: 'unknown-method' },
  {
    name: 'a zone nobody knows',
    text: calendar(...event('DTSTART;TZID=Middle Earth:20261201T090000')),
    refused: 'unknown-zone',
  },
  { name: 'a day that does not exist', text: calendar(...event('DTSTART:20260231T090000Z')), refused: 'bad-time' },
  { name: 'a month that does not exist', text: calendar(...event('DTSTART;VALUE=DATE:20261301')), refused: 'bad-time' },
  {
    name: 'a meeting before the clock was invented',
    text: calendar(...event('DTSTART:00010101T000000Z')),
    refused: 'bad-time',
  },
  {
    name: 'an end before the beginning',
    text: calendar(...event('DTSTART:20261201T090000Z', 'DTEND:20261201T080000Z')),
    refused: 'bad-time',
  },
  {
    name: 'a meeting of three hundred years',
    text: calendar(...event('DTSTART:20261201T090000Z', 'DURATION:P109500D')),
    refused: 'bad-time',
  },
  { name: 'a meeting every second', text: calendar(...event(...HOUR, 'RRULE:FREQ=SECONDLY')), refused: 'bad-rule' },
  {
    name: 'a thousand million meetings',
    text: calendar(...event(...HOUR, 'RRULE:FREQ=DAILY;COUNT=1000000000')),
    refused: 'bad-rule',
  },
  {
    name: 'two rules',
    text: calendar(...event(...HOUR, 'RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY')),
    refused: 'bad-rule',
  },
  { name: 'a rule of nonsense', text: calendar(...event(...HOUR, 'RRULE:FREQ=WEEKLY;BYDAY=XX')), refused: 'broken' },
  {
    name: 'this time and all that follow',
    text: calendar(...event(...HOUR, 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000Z')),
    refused: 'bad-rule',
  },
  {
    name: 'more exceptions than there are days',
    text: calendar(
      ...event(
        ...HOUR,
        ...Array.from(
          { length: 30 },
          () => `EXDATE:${Array.from({ length: 100 }, () => '20261201T090000Z').join(',')}`,
        ),
      ),
    ),
    refused: 'too-many',
  },
  {
    name: 'a thousand meetings',
    text: calendar(...Array.from({ length: 1000 }, () => event(...HOUR)).flat()),
    refused: 'too-many',
  },
  {
    name: 'a thousand people',
    text: calendar(...event(...HOUR, ...Array.from({ length: 1000 }, (_, n) => `ATTENDEE:mailto:p${n}@x.example`))),
    refused: 'too-many',
  },
  {
    name: 'parts a thousand deep',
    text: lines('BEGIN:VCALENDAR', ...Array.from({ length: 1000 }, () => 'BEGIN:VEVENT')),
    refused: 'broken',
  },
  { name: 'ten megabytes', text: calendar(...event(`DESCRIPTION:${'x'.repeat(10_000_000)}`)), refused: 'too-big' },
  { name: 'one endless line', text: calendar(...event(`DESCRIPTION:${'x'.repeat(200_000)}`)), refused: 'too-big' },
  {
    name: 'a zone whose clock changes every second',
    text: calendar(
      ...named('Odd').map((line) => line.replace('FREQ=YEARLY', 'FREQ=SECONDLY')),
      ...event('DTSTART;TZID=Odd:20261201T090000'),
    ),
    refused: 'unknown-zone',
  },
];

export const CALENDAR_SAMPLES: readonly CalendarSample[] = [...REPLIES, ...REQUESTS, ...REFUSED];
