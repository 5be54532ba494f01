import {
  afterQuiet,
  atHour,
  type Calendar,
  dateIn,
  isWorkingDay,
  plusDays,
  type Quiet,
  weekdayOf,
  workingDay,
} from './model-time.ts';

export interface DigestWish {
  how: 'at-once' | 'daily' | 'weekly' | 'off';
  hour: number;
  weekday: number;
  quiet: Quiet | null;
}

export interface DigestStep {
  /** The day whose digest is to be written now; null if none is. */
  day: string | null;
  /** When to look again; null if never. */
  nextAt: number | null;
}

/** The days searched for one on which a digest is written: more than a year that is all holidays has no digest. */
const FAR = 400;

/** Whether a digest is written on this day: on days that are worked, or on one of each week or the next that is worked. */
function isDigestDay(date: string, wish: DigestWish, calendar: Calendar): boolean {
  if (wish.how !== 'weekly') return isWorkingDay(date, calendar);
  const chosen = plusDays(date, -((weekdayOf(date) - wish.weekday + 7) % 7));
  return workingDay(chosen, 0, calendar) === date;
}

/**
 * Whether a digest is to be written now, and when to look again. `last` is the day of the last one. However long nobody looked, it is one
 * digest; and one for each day, whatever the clocks do.
 */
export function digestStep(last: string | null, now: number, wish: DigestWish, calendar: Calendar): DigestStep {
  if (wish.how === 'off') return { day: null, nextAt: null };
  const { zone } = calendar;
  const today = dateIn(now, zone);
  const moment = (date: string): number => afterQuiet(atHour(date, zone, wish.hour), zone, wish.quiet);
  let due: string | null = null;
  for (let back = 0; back < 14 && due === null; back += 1) {
    const date = plusDays(today, -back);
    if (isDigestDay(date, wish, calendar) && moment(date) <= now) due = date;
  }
  let nextAt: number | null = null;
  for (let ahead = 0; ahead < FAR && nextAt === null; ahead += 1) {
    const date = plusDays(today, ahead - 1);
    if (isDigestDay(date, wish, calendar) && moment(date) > now) nextAt = moment(date);
  }
  const missed = due !== null && (last === null || due > last);
  const quietUntil = afterQuiet(now, zone, wish.quiet);
  if (missed && quietUntil > now) return { day: null, nextAt: quietUntil };
  return { day: missed ? due : null, nextAt };
}
