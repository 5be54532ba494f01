import ICAL from 'ical.js';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { Attendee, CalendarMeeting, Local, Method, MovedOccurrence } from './model-ics.ts';
import { instantOf, localAt } from './model-zone.ts';

const MAX_ATTENDEES = 500;
const MINUTE = 60_000;
// A line that goes on begins with a space, which the library does not count: RFC 5545 wants 75 octets at most.
ICAL.foldLength = 74;

/** The meeting as an iCalendar part; with `only`, this one time of a recurring meeting. Without a method: as calendars keep it. */
export function writeCalendar(meeting: CalendarMeeting, method: Method | undefined, only?: Local): string {
  return writeCalendars([meeting], { method, only });
}

/** Several meetings in one calendar, as a feed has them. */
export function writeCalendars(
  meetings: readonly CalendarMeeting[],
  options: { method?: Method | undefined; only?: Local | undefined; name?: string | undefined } = {},
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('prodid', '-//Entente//Entente//EN');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  if (options.method) calendar.updatePropertyWithValue('method', options.method);
  if (options.name) {
    // What Google, Outlook and Apple show as the calendar's name; the second is RFC 7986's own.
    calendar.updatePropertyWithValue('x-wr-calname', words(options.name));
    calendar.updatePropertyWithValue('name', words(options.name));
    calendar.addProperty(ICAL.Property.fromString('REFRESH-INTERVAL;VALUE=DURATION:PT1H'));
    calendar.updatePropertyWithValue('x-published-ttl', 'PT1H');
  }
  const zones = new Set(meetings.map(({ start }) => start.zone).filter((zone) => zoneBlock(zone)));
  for (const zone of zones) calendar.addSubcomponent(new ICAL.Component(ICAL.parse(zoneBlock(zone) ?? '')));
  for (const meeting of meetings)
    for (const event of eventsOf(meeting, options.method, options.only)) calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** The rules of a zone under the very name the events call it by; none for UTC, or a zone the library does not know. */
function zoneBlock(zone: string): string | undefined {
  if (zone === 'UTC') return undefined;
  const found = tzlib_get_ical_block(zone);
  return Array.isArray(found) && found[0] ? found[0].replace(/TZID:.*/, `TZID:${zone}`) : undefined;
}

function eventsOf(meeting: CalendarMeeting, method: Method | undefined, only: Local | undefined): ICAL.Component[] {
  if (only !== undefined) {
    const moved = meeting.moved.find(({ occurrence }) => occurrence === only);
    return [oneOf(meeting, moved ?? { occurrence: only, start: only, minutes: meeting.minutes }, method)];
  }
  // Who is asked to a meeting needs no event for a time that does not take place; a feed shows that it was cancelled.
  const shown = method === 'PUBLISH' ? meeting.moved : meeting.moved.filter(({ cancelled }) => !cancelled);
  const gone = method === 'PUBLISH' ? [] : meeting.moved.filter(({ cancelled }) => cancelled);
  const whole = base(meeting, meeting.status, method);
  times(whole, meeting.start.local, meeting.minutes, meeting.start.zone);
  if (meeting.rule) whole.addProperty(ICAL.Property.fromString(`RRULE:${line(meeting.rule)}`));
  for (const each of [...meeting.excluded, ...gone.map(({ occurrence }) => occurrence)])
    whole.addProperty(timeProperty('exdate', each, meeting.start.zone));
  return [whole, ...shown.map((moved) => oneOf(meeting, moved, method))];
}

function oneOf(meeting: CalendarMeeting, moved: MovedOccurrence, method: Method | undefined): ICAL.Component {
  const event = base(meeting, moved.cancelled || method === 'CANCEL' ? 'cancelled' : meeting.status, method);
  event.addProperty(timeProperty('recurrence-id', moved.occurrence, meeting.start.zone));
  times(event, moved.start, moved.minutes, meeting.start.zone);
  return event;
}

function base(meeting: CalendarMeeting, state: CalendarMeeting['status'], method: Method | undefined): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const set = (name: string, value: string | number) => event.addPropertyWithValue(name, value);
  set('uid', line(meeting.uid));
  event.addProperty(utcProperty('dtstamp', meeting.stamp));
  set('sequence', meeting.sequence);
  const status = method === 'CANCEL' ? 'cancelled' : state;
  set('summary', words(meeting.summary).replaceAll('\n', ' '));
  if (meeting.description) set('description', words(meeting.description));
  if (meeting.location) set('location', words(meeting.location));
  if (/^https?:\/\//.test(meeting.url)) event.addProperty(uriProperty('url', line(meeting.url)));
  // A reply tells of a person, not of the state of the meeting.
  if (method !== 'REPLY') {
    set('status', status.toUpperCase());
    set('transp', status === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE');
  }
  const organizer = person('organizer', meeting.organizer);
  if (organizer) event.addProperty(ownHands(organizer, method));
  // What is published asks nobody to come (RFC 5546, 3.2.1), and tells nobody's address.
  for (const attendee of method === 'PUBLISH' ? [] : meeting.attendees.slice(0, MAX_ATTENDEES)) {
    const property = person('attendee', attendee);
    if (!property) continue;
    describe(property, attendee, method);
    event.addProperty(ownHands(property, method));
  }
  return event;
}

/** In somebody's calendar, the server that keeps it must not invite or answer anybody by itself (RFC 6638, 7.1): that is done here. */
function ownHands(property: ICAL.Property, method: Method | undefined): ICAL.Property {
  if (method === undefined) property.setParameter('schedule-agent', 'CLIENT');
  return property;
}

function describe(property: ICAL.Property, attendee: Attendee, method: Method | undefined): void {
  property.setParameter('partstat', attendee.status.toUpperCase());
  if (method === 'REPLY') return;
  property.setParameter('cutype', 'INDIVIDUAL');
  property.setParameter('role', attendee.required ? 'REQ-PARTICIPANT' : 'OPT-PARTICIPANT');
  if (method !== 'CANCEL') property.setParameter('rsvp', 'TRUE');
}

/** Nothing where the address is none: it could carry anything into the part. */
function person(property: 'organizer' | 'attendee', { name, email }: { name: string; email: string }) {
  const address = line(email).trim();
  if (!/^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+$/.test(address)) return undefined;
  const made = new ICAL.Property(property);
  made.resetType('cal-address');
  made.setValue(`mailto:${address}`);
  // Quotes and carets have an escape (RFC 6868) that Outlook shows as it stands: they are replaced.
  const shown = line(name).replaceAll('"', "'").replaceAll('^', '').trim().slice(0, 200);
  if (shown) made.setParameter('cn', shown);
  return made;
}

function times(event: ICAL.Component, start: Local, minutes: number, zone: string): void {
  event.addProperty(timeProperty('dtstart', start, zone));
  const end = new Date(instantOf(start, zone).getTime() + minutes * MINUTE);
  const shown = localAt(end, zone);
  // In the hour that a clock shows twice, its second time can be named by how long the meeting lasts only.
  if (instantOf(shown, zone).getTime() === end.getTime() && minutes > 0)
    event.addProperty(timeProperty('dtend', shown, zone));
  else event.addPropertyWithValue('duration', ICAL.Duration.fromSeconds(minutes * 60));
}

function timeProperty(name: string, local: Local, zone: string): ICAL.Property {
  const property = new ICAL.Property(name);
  if (!zoneBlock(zone)) return utcProperty(name, instantOf(local, zone));
  property.setValue(ICAL.Time.fromDateTimeString(`${local}:00`));
  property.setParameter('tzid', zone);
  return property;
}

function utcProperty(name: string, at: Date): ICAL.Property {
  const property = new ICAL.Property(name);
  property.setValue(ICAL.Time.fromDateTimeString(`${at.toISOString().slice(0, 19)}Z`));
  return property;
}

function uriProperty(name: string, value: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType('uri');
  property.setValue(value);
  return property;
}

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029]/g;

/** Text of several lines without what a calendar must not hold. */
function words(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, ' ');
}

/** Text that stays in its line. */
function line(text: string): string {
  return words(text).replaceAll('\n', ' ');
}
