/**
 * Calendars as mail programs and servers write them, and as nobody should: in the styles of the examples of RFC 5545, 5546 and 6047
 * and of common programs, in our own words.
 */

/** A sample, and what reading it must give: parts of what is read, or the reason why it is refused. */
export interface CalendarSample {
  name: string;
  text: string;
  reads?: object;
  refused?: string;
}

/** A piece of a sample. */
export const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n`;
/** A piece of a sample. */
export const calendar = (...inside: string[]): string =>
  lines('BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//EN', ...inside, 'END:VCALENDAR');
/** A piece of a sample. */
export const event = (...inside: string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:m1@entente.example',
  'DTSTAMP:20261126T080000Z',
  ...inside,
  'END:VEVENT',
];
/** A piece of a sample. */
export const one = (event: object, method?: string): object => ({
  ok: true,
  ...(method && { method }),
  events: [event],
});

/** A piece of a sample. */
export const BERLIN_OF_EXCHANGE = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];
/** A piece of a sample. */
export const at = (iso: string): Date => new Date(iso);
/** A piece of a sample. */
export const HOUR = ['DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z'];

/** Answers to invitations, as they come by mail. */
export const REPLIES: CalendarSample[] = [
  {
    name: 'Outlook accepts, with the zone of Exchange',
    text: calendar(
      'METHOD:REPLY',
      ...BERLIN_OF_EXCHANGE,
      ...event(
        'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ben Maker:mailto:Ben@Maker.example',
        'COMMENT;LANGUAGE=de-DE:\\n',
        'SUMMARY;LANGUAGE=de-DE:Angenommen: Erstes Gespräch',
        'DTSTART;TZID=W. Europe Standard Time:20261201T100000',
        'DTEND;TZID=W. Europe Standard Time:20261201T110000',
        'CLASS:PUBLIC',
        'PRIORITY:5',
        'TRANSP:OPAQUE',
        'STATUS:CONFIRMED',
        'SEQUENCE:1',
        'X-MICROSOFT-CDO-APPT-SEQUENCE:1',
        'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
      ),
    ),
    reads: one(
      {
        uid: 'm1@entente.example',
        sequence: 1,
        start: { local: '2026-12-01T10:00', zone: 'Europe/Berlin', at: at('2026-12-01T09:00:00Z') },
        minutes: 60,
        attendees: [{ name: 'Ben Maker', email: 'ben@maker.example', status: 'accepted' }],
      },
      'REPLY',
    ),
  },
  {
    name: 'Google accepts, in UTC',
    text: calendar(
      'CALSCALE:GREGORIAN',
      'METHOD:REPLY',
      ...event(
        ...HOUR,
        'ORGANIZER;CN=Ana:mailto:entente+token@college.example',
        'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=ben@maker.example;X-NUM-GUESTS=0:mailto:ben@maker.example',
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
      ),
    ),
    reads: one(
      { organizer: { name: 'Ana', email: 'entente+token@college.example' }, attendees: [{ status: 'accepted' }] },
      'REPLY',
    ),
  },
  {
    name: 'Apple declines one time of a series, folded and with e-mail parameters',
    text: calendar(
      'METHOD:REPLY',
      ...event(
        'DTSTART;TZID=Europe/Madrid:20261208T100000',
        'DTEND;TZID=Europe/Madrid:20261208T110000',
        'RECURRENCE-ID;TZID=Europe/Madrid:20261208T100000',
        'ATTENDEE;CN="Maker, Ben";CUTYPE=INDIVIDUAL;EMAIL="ben@maker.example";PARTS',
        ' TAT=DECLINED:mailto:ben@maker.example',
        'SEQUENCE:2',
      ),
    ),
    reads: one(
      {
        occurrence: { local: '2026-12-08T10:00', zone: 'Europe/Madrid' },
        attendees: [{ name: 'Maker, Ben', status: 'declined' }],
      },
      'REPLY',
    ),
  },
  {
    name: 'a reply that says nothing of the time (RFC 5546, 4.2.3)',
    text: calendar(
      'METHOD:REPLY',
      ...event('ATTENDEE;PARTSTAT=TENTATIVE:mailto:b@x.example', 'REQUEST-STATUS:2.0;Success', 'SEQUENCE:0'),
    ),
    reads: one({ attendees: [{ email: 'b@x.example', status: 'tentative', required: true }] }, 'REPLY'),
  },
  {
    name: 'somebody sends another in their place (RFC 5546, 4.2.5)',
    text: calendar(
      'METHOD:REPLY',
      ...event('ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:e@x.example":mailto:b@x.example', 'SEQUENCE:0'),
    ),
    reads: one({ attendees: [{ status: 'needs-action', delegatedTo: 'e@x.example' }] }, 'REPLY'),
  },
  {
    name: 'a reply of a program that ends its lines with a line feed only',
    text: calendar('METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:b@x.example')).replaceAll('\r', ''),
    reads: one({ attendees: [{ email: 'b@x.example', status: 'accepted' }] }, 'REPLY'),
  },
  {
    name: 'a reply with a byte order mark and words before it',
    text: `\uFEFFHello\r\n${calendar('METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@x.example'))}`,
    reads: one({ attendees: [{ status: 'accepted' }] }, 'REPLY'),
  },
  {
    name: 'an address of Exchange that is none',
    text: calendar(
      'METHOD:REPLY',
      ...event('ATTENDEE;CN=Ben;PARTSTAT=ACCEPTED:invalid:nomail', 'ORGANIZER:/o=Org/cn=Ana'),
    ),
    reads: one({ attendees: [] }, 'REPLY'),
  },
  {
    name: 'Outlook proposes another time',
    text: calendar(
      'METHOD:COUNTER',
      ...BERLIN_OF_EXCHANGE,
      ...event(
        'ATTENDEE;PARTSTAT=TENTATIVE;CN=Ben:mailto:ben@maker.example',
        'COMMENT:Could we do the afternoon?\\nThank you',
        'DTSTART;TZID="W. Europe Standard Time":20261201T150000',
        'DTEND;TZID="W. Europe Standard Time":20261201T160000',
        'SEQUENCE:0',
        'X-MS-OLK-ORIGINALSTART;TZID="W. Europe Standard Time":20261201T100000',
      ),
    ),
    reads: one(
      { start: { at: at('2026-12-01T14:00:00Z') }, comment: 'Could we do the afternoon?\nThank you' },
      'COUNTER',
    ),
  },
  {
    name: 'Google proposes another time for one of a series',
    text: calendar(
      'METHOD:COUNTER',
      ...event(
        'DTSTART:20261208T130000Z',
        'DTEND:20261208T140000Z',
        'RECURRENCE-ID:20261208T090000Z',
        'ATTENDEE;PARTSTAT=DECLINED:mailto:b@x.example',
      ),
    ),
    reads: one(
      { occurrence: { at: at('2026-12-08T09:00:00Z') }, start: { at: at('2026-12-08T13:00:00Z') } },
      'COUNTER',
    ),
  },
];
