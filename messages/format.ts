import type { Locale } from './locale.ts';

/**
 * How people say dates, spans, lists and numbers. Pure: the moment it is now, the reader's zone and language come in.
 * Regional forms: `en` writes day before month (12 June), as the product's texts do; hours are 24 h in both.
 */
export interface Reader {
  locale: Locale;
  /** IANA zone, e.g. `America/New_York`. */
  zone: string;
}
/** A reader at a moment. `now` is RFC 3339. */
export interface ReaderNow extends Reader {
  now: string;
}

/**
 * `label` stands alone ("Friday 12 June"); `noun` follows a preposition of the sentence ("by Friday", "para el viernes");
 * `on` says when something happens ("on Friday", "tomorrow", "el viernes").
 */
export type DayForm = 'label' | 'noun' | 'on';

const TAGS: Record<Locale, string> = { en: 'en-GB', es: 'es-ES' };
const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: zone });
    formats.set(key, format);
  }
  return format;
}

/** Calendar day `YYYY-MM-DD` on which a moment falls in a zone. */
export function dayOf(instant: string | Date, zone: string): string {
  const parts = dateFormat('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(instant),
  );
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The day some days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function calendarWords(
  day: string,
  distance: number,
  reader: ReaderNow,
): { words: string; near: boolean; weekday: boolean } {
  const moment = new Date(`${day}T12:00:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(reader.locale, 'UTC', options).format(moment).replace(',', '');
  if (Math.abs(distance) <= 1) {
    const words = new Intl.RelativeTimeFormat(TAGS[reader.locale], { numeric: 'auto' }).format(distance, 'day');
    return { words, near: true, weekday: false };
  }
  if (distance > 1 && distance < 7) return { words: say({ weekday: 'long' }), near: false, weekday: true };
  const sameYear = day.slice(0, 4) === dayOf(reader.now, reader.zone).slice(0, 4);
  if (Math.abs(distance) < 60) {
    const words = say({ weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
    return { words, near: false, weekday: true };
  }
  const words = say({ day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
  return { words, near: false, weekday: false };
}

/** A calendar day as people say it: today, tomorrow, Friday, Friday 12 June, 12 June 2027. */
export function daySaid(day: string, reader: ReaderNow, form: DayForm = 'label'): string {
  const distance = daysBetween(dayOf(reader.now, reader.zone), day);
  const { words, near } = calendarWords(day, distance, reader);
  if (near || form === 'label') return words;
  if (reader.locale === 'es') return `el ${words}`;
  return form === 'on' ? `on ${words}` : words;
}

/** Hours and minutes of a moment in the reader's zone. */
export function timeSaid(instant: string | Date, reader: Reader): string {
  return dateFormat(reader.locale, reader.zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** A moment as people say it: "today 14:30", "yesterday 09:05", "Friday 12 June". The hour only where it still matters. */
export function momentSaid(instant: string | Date, reader: ReaderNow, form: DayForm = 'label'): string {
  const day = dayOf(instant, reader.zone);
  const said = daySaid(day, reader, form);
  const distance = daysBetween(dayOf(reader.now, reader.zone), day);
  if (Math.abs(distance) > 6) return said;
  return form === 'label'
    ? `${said} ${timeSaid(instant, reader)}`
    : `${said} ${reader.locale === 'es' ? 'a las' : 'at'} ${timeSaid(instant, reader)}`;
}

/** A deadline: the day people said, or the last day before the moment that is too late, with the hour unless it ends the day. */
export function deadlineSaid(
  deadline: { ends: string; date?: string },
  reader: ReaderNow,
  form: DayForm = 'label',
): string {
  if (deadline.date) return daySaid(deadline.date, reader, form);
  const last = new Date(Date.parse(deadline.ends) - 1);
  if (timeSaid(last, reader) === '23:59') return daySaid(dayOf(last, reader.zone), reader, form);
  const day = daySaid(dayOf(deadline.ends, reader.zone), reader, form);
  const time = timeSaid(deadline.ends, reader);
  return form === 'label' ? `${day} ${time}` : `${day} ${reader.locale === 'es' ? 'a las' : 'at'} ${time}`;
}

/** The exact moment with weekday, year, hour and zone: for hover and screen readers. */
export function exactMoment(instant: string | Date, reader: Reader): string {
  return dateFormat(reader.locale, reader.zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/** A calendar day in full: "Friday 12 June 2026". */
export function fullDay(day: string, locale: Locale): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return dateFormat(locale, 'UTC', options)
    .format(new Date(`${day}T12:00:00Z`))
    .replace(/^(\p{L}+),/u, '$1');
}

/** How far away, in days: "in 3 days", "2 days ago", "today". Counted in the reader's calendar days. */
export function daysAway(instant: string | Date, reader: ReaderNow): string {
  const days = daysBetween(dayOf(reader.now, reader.zone), dayOf(instant, reader.zone));
  const format = new Intl.RelativeTimeFormat(TAGS[reader.locale], { numeric: 'auto' });
  if (Math.abs(days) < 14) return format.format(days, 'day');
  if (Math.abs(days) < 60) return format.format(Math.trunc(days / 7), 'week');
  if (Math.abs(days) < 365) return format.format(Math.trunc(days / 30), 'month');
  return format.format(Math.trunc(days / 365), 'year');
}

/** "Ana, Ben and Chloé". */
export function listSaid(items: readonly string[], locale: Locale, kind: 'and' | 'or' = 'and'): string {
  return new Intl.ListFormat(TAGS[locale], { type: kind === 'and' ? 'conjunction' : 'disjunction' }).format(items);
}

/** A number as written in the language. */
export function numberSaid(value: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale], { useGrouping: 'min2', maximumFractionDigits: 2 }).format(value);
}

/** Chooses the form for a number. English and Spanish need these two. */
export function plural(count: number, one: string, other: string): string {
  return count === 1 ? one : other;
}

/** "340 bytes", "12 kB", "3.4 MB". */
export function sizeSaid(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${numberSaid(bytes, locale)} bytes`;
  const [amount, unit] =
    bytes < 1_000_000 ? [Math.round(bytes / 1000), 'kB'] : [Math.round(bytes / 100_000) / 10, 'MB'];
  return `${numberSaid(amount, locale)} ${unit}`;
}

/** A share in whole percent: "84%", in Spanish "84 %". */
export function percentSaid(share: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A difference of shares in points: "+3", "−12". */
export function pointsSaid(difference: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale], { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
    .format(difference * 100)
    .replace('-', '−');
}

/** A month as people say it: "October 2026", "octubre de 2026". */
export function monthSaid(month: string, locale: Locale): string {
  return dateFormat(locale, 'UTC', { month: 'long', year: 'numeric' }).format(new Date(`${month}-15T12:00:00Z`));
}

/** A span in hours as people say it: "5 hours", "3 days". */
export function spanSaid(hours: number, locale: Locale): string {
  const whole = Math.max(1, Math.round(hours));
  const days = whole >= 48;
  const amount = days ? Math.round(whole / 24) : whole;
  return new Intl.NumberFormat(TAGS[locale], {
    style: 'unit',
    unit: days ? 'day' : 'hour',
    unitDisplay: 'long',
  }).format(amount);
}
