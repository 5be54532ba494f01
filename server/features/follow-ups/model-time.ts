import { Temporal } from 'temporal-polyfill';

/** The days and hours in which somebody works: where their clocks stand, and which days are free. */
export interface Calendar {
  zone: string;
  /** 1 is Monday, 7 is Sunday. */
  workingDays: readonly number[];
  /** Free days besides, as YYYY-MM-DD. */
  holidays: ReadonlySet<string>;
}

/** The hour of the day at which a thing that is for a day is brought up. */
const MORNING = 8;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST_KEPT = 50_000;
const kept = new Map<string, number>();

/** A day so many days later. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Every day from one to another. */
export function daysFrom(from: string, to: string): string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => plusDays(from, index));
}

/**
 * The moment at which clocks in the zone show an hour of a day, in milliseconds. Where they skip that hour, the hour as they would have shown
 * it without the change, a moment later; where they show it twice, the first time.
 */
export function atHour(date: string, zone: string, hour: number): number {
  const key = `${zone} ${date} ${hour}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const time = Temporal.PlainDate.from(date).toPlainDateTime({ hour });
  const found = time.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  return found;
}

/** The day that the calendar shows in the zone at a moment. */
export function dateIn(at: number, zone: string): string {
  const guess = new Date(at).toISOString().slice(0, 10);
  if (at < atHour(guess, zone, 0)) return plusDays(guess, -1);
  const next = plusDays(guess, 1);
  return at >= atHour(next, zone, 0) ? next : guess;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function isWorkingDay(date: string, calendar: Calendar): boolean {
  return calendar.workingDays.includes(weekdayOf(date)) && !calendar.holidays.has(date);
}

/** The day that is so many working days later, or earlier where negative; with 0 the day itself, or the next that is worked. */
export function workingDay(date: string, count: number, calendar: Calendar): string {
  const step = count < 0 ? -1 : 1;
  let day = date;
  let left = Math.abs(count);
  // Somebody whose every day is free would be looked for for ever.
  for (let looked = 0; looked < 400; looked += 1) {
    if (left === 0 && (count !== 0 || isWorkingDay(day, calendar))) return day;
    day = plusDays(day, step);
    if (left > 0 && isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The morning of the day that is so many working days after the day of a moment. */
export function workingMorning(at: number, count: number, calendar: Calendar): number {
  return atHour(workingDay(dateIn(at, calendar.zone), count, calendar), calendar.zone, MORNING);
}

/** The morning of a day, or of the next that is worked. */
export function morningOf(date: string, calendar: Calendar): number {
  return atHour(workingDay(date, 0, calendar), calendar.zone, MORNING);
}

/** Hours in which nobody wants to be written to: from the first to the second, over midnight where the first is later. */
export interface Quiet {
  from: number;
  to: number;
}

/** The first moment from `at` on that is not quiet. */
export function afterQuiet(at: number, zone: string, quiet: Quiet | null): number {
  if (!quiet || quiet.from === quiet.to) return at;
  const today = dateIn(at, zone);
  for (const date of [plusDays(today, -1), today]) {
    const until = quiet.to > quiet.from ? date : plusDays(date, 1);
    const end = atHour(until, zone, quiet.to);
    if (at >= atHour(date, zone, quiet.from) && at < end) return end;
  }
  return at;
}

interface Holiday {
  date: string;
  start: Date;
  end: Date;
  type: string;
}

/** The days that are free from their morning on: of a holiday of several days each, of one that begins at noon none. */
function freeDays({ date, start, end }: Holiday): string[] {
  const begins = Number(date.slice(11, 13)) || 0;
  // A day on which the clocks go forward is an hour short and a day all the same.
  const whole = Math.floor((begins * HOUR + (end.getTime() - start.getTime()) + HOUR) / DAY);
  const first = begins === 0 ? 0 : 1;
  return Array.from({ length: Math.max(0, whole - first) }, (_, index) => plusDays(date.slice(0, 10), first + index));
}

const found = new Map<string, Promise<string[]>>();

/**
 * Public holidays of a country, and of a region of it, from one year to another. The rules of all countries are large: they are read when
 * first needed.
 */
export async function holidaysOf(country: string, region: string | null, from: number, to: number): Promise<string[]> {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const each = years.map((year) => {
    const key = `${country} ${region ?? ''} ${year}`;
    const known = found.get(key) ?? readHolidays(country, region, year);
    found.set(key, known);
    return known;
  });
  return (await Promise.all(each)).flat();
}

async function readHolidays(country: string, region: string | null, year: number): Promise<string[]> {
  const { default: Holidays } = await import('date-holidays');
  const rules = region ? new Holidays(country, region) : new Holidays(country);
  const days: Holiday[] = rules.getHolidays(year) || [];
  return days.filter((day) => day.type === 'public').flatMap(freeDays);
}

/** Countries and regions whose holidays are known, with their names. */
export async function countriesOf(country?: string): Promise<{ code: string; name: string }[]> {
  const { default: Holidays } = await import('date-holidays');
  const rules = new Holidays();
  const names: Record<string, string> = (country ? rules.getStates(country) : rules.getCountries()) ?? {};
  return Object.entries(names).map(([code, name]) => ({ code, name }));
}

/** Whether holidays are known of a country and, where one is named, of its region. */
export async function isHolidayPlace(country: string, region: string | null): Promise<boolean> {
  const codes = async (of?: string) => (await countriesOf(of)).map((one) => one.code);
  if (!(await codes()).includes(country)) return false;
  return region === null || (await codes(country)).includes(region);
}
