import ICAL from 'ical.js';
import type { CalendarMeeting, Local, Occurrence } from './model-ics.ts';
import { instantOf, localAt } from './model-zone.ts';

/** What a rule may hold: meetings take place once a day at most, at the time they begin. */
const PARTS = /^(FREQ|COUNT|UNTIL|INTERVAL|WKST|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYYEARDAY|BYWEEKNO)$/;
const MAX_RULE = 500;
const MAX_COUNT = 10_000;
const MAX_INTERVAL = 1000;
/** A daily meeting of a hundred years; a rule that finds nothing in so many steps never will. */
const MAX_STEPS = 40_000;
/** How many times of one meeting are told at once. */
const MAX_OCCURRENCES = 1000;
const MINUTE = 60_000;

class TooManySteps extends Error {}

/** Where each step of the library is counted, since rules that can never be fulfilled keep it searching without end. */
class CountedIterator extends ICAL.RecurIterator {
  // Declared only: the constructor of the library takes steps before a field of ours would be set.
  declare steps: number;

  private step(): void {
    this.steps = (this.steps ?? 0) + 1;
    if (this.steps > MAX_STEPS) throw new TooManySteps();
  }
  override increment_monthday(by: number): void {
    this.step();
    super.increment_monthday(by);
  }
  override increment_month(): void {
    this.step();
    super.increment_month();
  }
  override increment_year(by: number): void {
    this.step();
    super.increment_year(by);
  }
}

/** Why a rule is not taken; undefined for one that is. */
export function ruleProblem(rule: string): string | undefined {
  if (rule.length > MAX_RULE) return 'The rule is too long.';
  const parts = rule.split(';').map((part) => part.split('='));
  const names = parts.map(([name = '']) => name.toUpperCase());
  if (new Set(names).size < names.length) return 'The rule says something twice.';
  const odd = names.find((name) => !PARTS.test(name));
  if (odd !== undefined) return `The rule holds ${odd.slice(0, 30) || 'an empty part'}, which no meeting needs.`;
  const value = (name: string) => parts[names.indexOf(name)]?.[1] ?? '';
  if (!/^(DAILY|WEEKLY|MONTHLY|YEARLY)$/i.test(value('FREQ')))
    return 'The rule does not repeat by days, weeks, months or years.';
  if (names.includes('COUNT') && !isBetween(value('COUNT'), MAX_COUNT)) return 'The rule repeats too many times.';
  if (names.includes('INTERVAL') && !isBetween(value('INTERVAL'), MAX_INTERVAL)) return 'The rule has too wide steps.';
  if (names.includes('BYSETPOS') && !/^(MONTHLY|YEARLY)$/i.test(value('FREQ')))
    return 'The rule picks among the times of a day or a week, which no meeting needs.';
  if (parts.some(([, text = '']) => text.split(',').length > 100)) return 'The rule has too many parts.';
  try {
    ICAL.Recur.fromString(rule.toUpperCase());
    return undefined;
  } catch {
    return 'The rule cannot be read.';
  }
}

function isBetween(text: string, most: number): boolean {
  return /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

function icalTime(local: Local): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${local}:00`);
}

/** The rule with its end as a clock in the meeting's zone shows it: calendars write it in UTC. */
function recurOf(rule: string, zone: string): ICAL.Recur {
  const recur = ICAL.Recur.fromString(rule.toUpperCase());
  const until = recur.until;
  if (!until) return recur;
  if (until.isDate) recur.until = icalTime(`${until.toString().slice(0, 10)}T23:59`);
  else if (until.zone === ICAL.Timezone.utcTimezone)
    recur.until = icalTime(localAt(new Date(`${until.toString().slice(0, 19)}Z`), zone));
  return recur;
}

/** The locals that a rule names, in order, from `first` on until `until`, `most` at most. Exceptions are not heeded. */
export function* localsOf(rule: string, start: { local: Local; zone: string }, until: Local): Generator<Local> {
  const recur = recurOf(rule, start.zone);
  const months = recur.getComponent('BYMONTH').map(Number);
  const iterator = new CountedIterator({ rule: recur, dtstart: icalTime(start.local) });
  try {
    for (let next = iterator.next(); next; next = iterator.next()) {
      const local = next.toString().slice(0, 16);
      if (local > until) return;
      // The library carries the 30th of February over into March.
      if (months.length === 0 || months.includes(next.month)) yield local;
    }
  } catch (error) {
    // A rule that contradicts itself names no more times; what it named so far stands.
    if (!(error instanceof Error)) throw error;
  }
}

/** When the meeting takes place in a stretch of time, exceptions heeded, cancelled times left out; in order of time. */
export function occurrences(
  meeting: Pick<CalendarMeeting, 'start' | 'minutes' | 'rule' | 'excluded' | 'moved'>,
  from: Date,
  to: Date,
): Occurrence[] {
  const { zone } = meeting.start;
  const excluded = new Set(meeting.excluded);
  const moved = new Map(meeting.moved.map((each) => [each.occurrence, each]));
  const found: Occurrence[] = [];
  const add = (occurrence: Local, local: Local, minutes: number): void => {
    const start = instantOf(local, zone);
    const end = new Date(start.getTime() + minutes * MINUTE);
    if (start < to && (end > from || (minutes === 0 && start >= from))) found.push({ occurrence, start, end });
  };
  for (const { occurrence, start, minutes, cancelled } of meeting.moved)
    if (!cancelled && !excluded.has(occurrence)) add(occurrence, start, minutes);
  const locals = meeting.rule ? localsOf(meeting.rule, meeting.start, localAt(to, zone)) : [meeting.start.local];
  for (const local of locals) {
    if (!excluded.has(local) && !moved.has(local)) add(local, local, meeting.minutes);
    if (found.length >= MAX_OCCURRENCES) break;
  }
  return found.toSorted((a, b) => a.start.getTime() - b.start.getTime()).slice(0, MAX_OCCURRENCES);
}
