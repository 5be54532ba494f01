/** When a meeting is: what the clock on the wall shows in a zone, as a moment; and how it repeats. Pure. */
import { Temporal } from 'temporal-polyfill';
import { isZone } from '../../platform/zone.ts';
import { localsOf } from '../calendars/model-recurrence.ts';
import { MOST_TIMES, type Repeat } from './schema-requests.ts';

const MINUTE = 60_000;

/** Why a time cannot be taken, with the times of that day that can: for the clock skips an hour in spring and shows one twice in autumn. */
export type TimeProblem =
  | { problem: 'unknown-zone' }
  | { problem: 'no-such-day' }
  | { problem: 'missing-time' | 'ambiguous-time'; before: string; after: string };

/** The moment at which the clock in `zone` shows `local`; a problem where it never does, or twice. */
export function momentOf(local: string, zone: string): Date | TimeProblem {
  if (!isZone(zone)) return { problem: 'unknown-zone' };
  const plain = plainOf(local);
  if (!plain) return { problem: 'no-such-day' };
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return new Date(earlier.epochMilliseconds);
  if (earlier.toPlainDateTime().equals(plain)) {
    // Twice: an hour that begins where the clock is put back. The times around it are there once.
    const length = later.epochMilliseconds - earlier.epochMilliseconds;
    const change = earlier.getTimeZoneTransition('next') ?? later;
    const shown = change.toPlainDateTime();
    return {
      problem: 'ambiguous-time',
      before: written(shown.subtract({ minutes: 5 })),
      after: written(shown.add({ milliseconds: length })),
    };
  }
  return {
    problem: 'missing-time',
    before: written(earlier.toPlainDateTime()),
    after: written(later.toPlainDateTime()),
  };
}

/** As `momentOf`, without asking back: a time that is there twice is the first, one that is skipped is as much later. */
export function nearestMoment(local: string, zone: string): Date {
  const plain = plainOf(local);
  if (!plain) throw new RangeError(`no such day: ${local}`);
  return new Date(plain.toZonedDateTime(zone).epochMilliseconds);
}

/** What the clock in `zone` shows at a moment. */
export function shownAt(at: Date, zone: string): string {
  return written(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime());
}

/** The sentence for people who asked for a time that cannot be taken. */
export function timeRefused(found: TimeProblem, local: string, zone: string): string {
  const said = (each: string) => each.replace('T', ' ');
  switch (found.problem) {
    case 'unknown-zone':
      return `There is no time zone called ${zone.slice(0, 60)}. Choose one such as Europe/Madrid.`;
    case 'no-such-day':
      return `There is no ${said(local)}. Choose a day of the calendar.`;
    case 'missing-time':
      return `The clocks in ${zone} go forward that night and never show ${said(local)}. Choose ${said(found.before)} or ${said(found.after)}.`;
    case 'ambiguous-time':
      return `The clocks in ${zone} go back that night and show ${said(local)} twice. Choose ${said(found.before)} or earlier, or ${said(found.after)} or later.`;
  }
}

function plainOf(local: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

const written = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'minute' });

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Every month has these. */
const SURE_DAYS = 28;

/** The value of an RRULE for how a meeting repeats; `times` is how often in all. */
function ruleFor(repeat: Pick<Repeat, 'unit' | 'every'>, local: string, times: number): string {
  const start = Temporal.PlainDateTime.from(local);
  const ends = `INTERVAL=${repeat.every};COUNT=${times}`;
  if (repeat.unit === 'week') return `FREQ=WEEKLY;${ends}`;
  if (repeat.unit === 'weekday') {
    const nth = Math.ceil(start.day / 7);
    return `FREQ=MONTHLY;${ends};BYDAY=${nth === 5 ? -1 : nth}${DAYS[start.dayOfWeek - 1] ?? 'MO'}`;
  }
  // The last day of a month stays the last day. Another day that a month lacks is left out in it, as calendars do.
  return start.day === start.daysInMonth && start.day > SURE_DAYS
    ? `FREQ=MONTHLY;${ends};BYMONTHDAY=-1`
    : `FREQ=MONTHLY;${ends}`;
}

/**
 * All times of a recurring meeting with its rule, which always counts them: 60 at most. Fewer than two is no repetition; more than
 * that is refused, as undefined.
 */
export function timesOf(
  repeat: Repeat,
  start: { local: string; zone: string },
): { rule: string; locals: string[] } | undefined {
  const wanted = repeat.times ?? MOST_TIMES + 1;
  const until = repeat.until === undefined ? '2300-01-01T00:00' : `${repeat.until}T23:59`;
  const locals = [...localsOf(ruleFor(repeat, start.local, wanted), start, until)];
  if (locals.length < 2 || locals.length > MOST_TIMES || locals[0] !== start.local) return undefined;
  return { rule: ruleFor(repeat, start.local, locals.length), locals };
}

/** What the rule says in plain words; `other` for one that came from a calendar. */
export function repeatOf(
  rule: string,
  times: number,
): { unit: 'week' | 'month' | 'weekday' | 'other'; every: number; times: number } {
  const every = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  const unit = rule.startsWith('FREQ=WEEKLY')
    ? 'week'
    : !rule.startsWith('FREQ=MONTHLY')
      ? 'other'
      : /BYDAY/.test(rule)
        ? 'weekday'
        : 'month';
  return { unit, every, times };
}

/**
 * The rule for the times that are left, when they move: from another day on it counts anew. A weekday or a day of the month that moves
 * becomes the new one's.
 */
export function movedRule(rule: string, local: string, left: number): { rule: string; locals: string[] } | undefined {
  const { unit, every } = repeatOf(rule, left);
  if (unit === 'other' || left < 2) return undefined;
  return timesOf({ unit, every, times: left }, { local, zone: 'UTC' });
}

/** End of a time that begins at a moment. */
export function endOf(start: Date, lasts: number): Date {
  return new Date(start.getTime() + lasts * MINUTE);
}

const WORKING_DAYS = 2;

/** The day by whose end thanks and read-back are due: two working days after the meeting, counted in its zone. Saturdays and Sundays do not count. */
export function courtesyBy(local: string): string {
  let day = Temporal.PlainDate.from(local.slice(0, 10));
  for (let left = WORKING_DAYS; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < 6) left -= 1;
  }
  return day.toString();
}
