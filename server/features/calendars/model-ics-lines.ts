import type { CalendarProblem } from './model-ics.ts';

/** A calendar that is refused, on its way out of the functions that read it. */
export class Refused extends Error {
  readonly problem: CalendarProblem;
  constructor(problem: CalendarProblem, reason: string) {
    super(reason);
    this.problem = problem;
  }
}

const MAX_LETTERS = 1_000_000;
const MAX_LINES = 20_000;
const MAX_LINE = 100_000;
const MAX_DEPTH = 4;
const MAX_PARTS = 2000;

/** What is read of a calendar and of the parts in it; whatever else it holds is left aside, so that it can break nothing. */
const KEPT: Readonly<Record<string, ReadonlySet<string>>> = {
  VCALENDAR: new Set(['VERSION', 'METHOD', 'X-WR-TIMEZONE']),
  VEVENT: new Set([
    'UID',
    'DTSTAMP',
    'SEQUENCE',
    'STATUS',
    'SUMMARY',
    'DESCRIPTION',
    'LOCATION',
    'URL',
    'DTSTART',
    'DTEND',
    'DURATION',
    'RRULE',
    'RDATE',
    'EXDATE',
    'RECURRENCE-ID',
    'ORGANIZER',
    'ATTENDEE',
    'COMMENT',
    'TRANSP',
  ]),
  VTIMEZONE: new Set(['TZID', 'X-LIC-LOCATION']),
  STANDARD: new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']),
  DAYLIGHT: new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']),
};

/** The lines that matter, unfolded and well nested, of every calendar in the text. */
export function calendarLines(text: string): string {
  if (text.length > MAX_LETTERS) throw new Refused('too-big', 'The calendar is too big to be read.');
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
  if (lines.length > MAX_LINES) throw new Refused('too-big', 'The calendar has too many lines to be read.');
  const kept: string[] = [];
  const open: string[] = [];
  let parts = 0;
  for (const each of lines) {
    const { name, value } = nameOf(each);
    if (name === 'BEGIN') {
      const part = value.trim().toUpperCase();
      if (open.length === 0 && part !== 'VCALENDAR') continue;
      open.push(part);
      if (++parts > MAX_PARTS) throw new Refused('too-many', 'The calendar holds too many parts.');
      if (open.length > MAX_DEPTH) throw new Refused('broken', 'The parts of the calendar lie too deep in each other.');
    }
    const inside = open.every((part) => part in KEPT);
    if (name === 'END') {
      if (open.length === 0) continue;
      if (open.pop() !== value.trim().toUpperCase())
        throw new Refused('broken', 'The calendar is damaged: a part of it does not end where it should.');
      if (inside) kept.push(`END:${value.trim().toUpperCase()}`);
    } else if (inside && name === 'BEGIN') kept.push(`BEGIN:${value.trim().toUpperCase()}`);
    else if (inside && KEPT[open.at(-1) ?? '']?.has(name)) {
      if (each.length > MAX_LINE) throw new Refused('too-big', 'A line of the calendar is too long to be read.');
      kept.push(each);
    }
  }
  if (kept.length === 0) throw new Refused('not-a-calendar', 'This is no calendar.');
  if (open.length > 0) throw new Refused('broken', 'The calendar breaks off before its end.');
  return kept.join('\r\n');
}

function nameOf(line: string): { name: string; value: string } {
  const match = /^([A-Za-z0-9-]{1,60})([;:])(.*)$/s.exec(line);
  return { name: (match?.[1] ?? '').toUpperCase(), value: match?.[2] === ':' ? (match[3] ?? '') : '' };
}
