import ICAL from 'ical.js';
import type {
  Answer,
  AttendeeRead,
  CalendarRead,
  CalendarRefused,
  CalendarTime,
  EventRead,
  Method,
} from './model-ics.ts';
import { calendarLines, Refused } from './model-ics-lines.ts';
import { type Times, timesOf } from './model-ics-times.ts';
import { ruleProblem } from './model-recurrence.ts';

const METHODS: readonly string[] = [
  'PUBLISH',
  'REQUEST',
  'REPLY',
  'ADD',
  'CANCEL',
  'REFRESH',
  'COUNTER',
  'DECLINECOUNTER',
] satisfies Method[];
const MAX_EVENTS = 500;
const MAX_ATTENDEES = 500;
const MAX_EXCEPTIONS = 2000;
const MAX_MINUTES = 366 * 24 * 60;
const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** Reads what a mail or a calendar server brought. Never throws, never takes long: what is too much is refused. `zone`: for times without one. */
export function readCalendar(text: string, zone = 'UTC'): CalendarRead | CalendarRefused {
  try {
    const parsed = parse(calendarLines(text));
    const events = parsed.flatMap((calendar) => {
      const times = timesOf(calendar, zone);
      return calendar.getAllSubcomponents('vevent').map((event) => readEvent(event, times));
    });
    if (events.length === 0) throw new Refused('no-event', 'The calendar holds no meeting.');
    if (events.length > MAX_EVENTS) throw new Refused('too-many', 'The calendar holds too many meetings.');
    const method = methodOf(parsed);
    return { ok: true, ...(method && { method }), events };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem, reason: error.message };
    // The library throws errors of many kinds at values it cannot read.
    return { ok: false, problem: 'broken', reason: 'The calendar is damaged and cannot be read.' };
  }
}

function parse(lines: string): ICAL.Component[] {
  const parsed: unknown = ICAL.parse(lines);
  if (!Array.isArray(parsed)) throw new Refused('not-a-calendar', 'This is no calendar.');
  // One calendar is given as it is, several in a list.
  const all: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
  return all.filter(Array.isArray).map((each) => new ICAL.Component(each));
}

function methodOf(calendars: ICAL.Component[]): Method | undefined {
  const named = calendars.map((each) => each.getFirstPropertyValue('method')).find((each) => each !== null);
  if (named === undefined) return undefined;
  const method = String(named).trim().toUpperCase();
  if (!METHODS.includes(method))
    throw new Refused('unknown-method', `The calendar asks for "${method.slice(0, 40)}", which nobody knows.`);
  return method as Method;
}

function readEvent(event: ICAL.Component, times: Times): EventRead {
  const text = (name: string, most: number) => textOf(event, name).slice(0, most);
  const uid = text('uid', 1000).trim();
  if (!uid) throw new Refused('broken', 'A meeting of the calendar has no UID, so that nobody can tell which it is.');
  const start = firstTime(event, 'dtstart', times);
  const occurrence = occurrenceOf(event, times);
  const stamp = firstTime(event, 'dtstamp', times)?.at;
  const inviter = event.getFirstProperty('organizer');
  const organizer = inviter ? personOf(inviter) : undefined;
  const attendees = event.getAllProperties('attendee');
  if (attendees.length > MAX_ATTENDEES) throw new Refused('too-many', 'A meeting of the calendar has too many people.');
  const rule = ruleOf(event);
  const status = /^(tentative|confirmed|cancelled)$/.exec(text('status', 20).trim().toLowerCase())?.[1];
  return {
    uid,
    sequence: sequenceOf(event),
    summary: text('summary', 500),
    description: text('description', 20_000),
    location: text('location', 1000),
    url: webAddress(text('url', 2000)),
    minutes: minutesOf(event, start, times),
    excluded: listOf(event, 'exdate', times),
    added: listOf(event, 'rdate', times),
    attendees: attendees.flatMap((each) => attendeeOf(each) ?? []),
    comment: text('comment', 5000),
    busy: text('transp', 20).trim().toUpperCase() !== 'TRANSPARENT' && status !== 'cancelled',
    ...(occurrence && { occurrence }),
    ...(stamp && { stamp }),
    ...(status && { status: status as EventRead['status'] }),
    ...(start && { start }),
    ...(rule && { rule }),
    ...(organizer && { organizer }),
  };
}

function textOf(event: ICAL.Component, name: string): string {
  const value: unknown = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.toWellFormed() : '';
}

function sequenceOf(event: ICAL.Component): number {
  const value: unknown = event.getFirstPropertyValue('sequence');
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31 ? value : 0;
}

function occurrenceOf(event: ICAL.Component, times: Times): CalendarTime | undefined {
  const range = event.getFirstProperty('recurrence-id')?.getParameter('range');
  if (range !== undefined)
    throw new Refused('bad-rule', 'The calendar changes a time and all that follow it. Change them one by one.');
  return firstTime(event, 'recurrence-id', times);
}

function ruleOf(event: ICAL.Component): string | undefined {
  const rules = event.getAllProperties('rrule');
  if (rules.length > 1) throw new Refused('bad-rule', 'A meeting of the calendar repeats by several rules.');
  const value = rules[0]?.getFirstValue();
  if (value === undefined || value === null) return undefined;
  const rule = String(value);
  const problem = ruleProblem(rule);
  if (problem) throw new Refused('bad-rule', problem);
  return rule;
}

function firstTime(event: ICAL.Component, name: string, times: Times): CalendarTime | undefined {
  const property = event.getFirstProperty(name);
  return property ? times.of(property)[0] : undefined;
}

function listOf(event: ICAL.Component, name: string, times: Times): CalendarTime[] {
  const all = event
    .getAllProperties(name)
    .flatMap((property) => (property.type === 'period' ? [] : times.of(property)));
  if (all.length > MAX_EXCEPTIONS) throw new Refused('too-many', 'A meeting of the calendar has too many exceptions.');
  return all;
}

/** How long it lasts: by its end, by its duration, else a whole day for a day and no time at all for a time (RFC 5545, 3.6.1). */
function minutesOf(event: ICAL.Component, start: CalendarTime | undefined, times: Times): number {
  const end = firstTime(event, 'dtend', times);
  const duration: unknown = event.getFirstPropertyValue('duration');
  let minutes = start?.day ? DAY_MINUTES : 0;
  if (end && start) minutes = (end.at.getTime() - start.at.getTime()) / MINUTE;
  else if (duration instanceof ICAL.Duration) minutes = duration.toSeconds() / 60;
  if (!(minutes >= 0 && minutes <= MAX_MINUTES))
    throw new Refused('bad-time', 'A meeting of the calendar ends before it begins, or lasts more than a year.');
  return Math.round(minutes);
}

function webAddress(text: string): string {
  return /^https?:\/\/[^\s]+$/i.test(text) ? text : '';
}

function personOf(property: ICAL.Property): { name: string; email: string } | undefined {
  const email = addressOf(property.getFirstValue());
  if (!email) return undefined;
  return { name: parameter(property, 'cn').replace(/\s+/g, ' ').trim().slice(0, 200), email };
}

/** Exchange writes addresses of its own (`/o=…`, `invalid:nomail`) where it knows no other: nobody can be told by them. */
function addressOf(value: unknown): string | undefined {
  const found = /^(?:mailto:)?\s*([^\s@<>",;:\\]{1,64}@[^\s@<>",;:\\]{1,190})\s*$/i.exec(String(value ?? ''));
  return found?.[1]?.toLowerCase();
}

function parameter(property: ICAL.Property, name: string): string {
  const value: unknown = property.getParameter(name);
  return typeof value === 'string' ? value : Array.isArray(value) ? String(value[0] ?? '') : '';
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

function attendeeOf(property: ICAL.Property): AttendeeRead | undefined {
  const person = personOf(property);
  if (!person) return undefined;
  const delegatedTo = addressOf(parameter(property, 'delegated-to'));
  const delegatedFrom = addressOf(parameter(property, 'delegated-from'));
  return {
    ...person,
    status: ANSWERS[parameter(property, 'partstat').toUpperCase()] ?? 'needs-action',
    required: !/^(opt|non)-participant$/i.test(parameter(property, 'role')),
    ...(delegatedTo && { delegatedTo }),
    ...(delegatedFrom && { delegatedFrom }),
  };
}
