const WEEKDAYS: Record<string, number> = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  domingo: 0,
  lunes: 1,
  martes: 2,
  miercoles: 3,
  jueves: 4,
  viernes: 5,
  sabado: 6,
};
const MONTHS: Record<string, number> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  enero: 1,
  febrero: 2,
  marzo: 3,
  abril: 4,
  mayo: 5,
  junio: 6,
  julio: 7,
  agosto: 8,
  septiembre: 9,
  octubre: 10,
  noviembre: 11,
  diciembre: 12,
};
const MONTH = Object.keys(MONTHS).join('|');
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of| de)? (${MONTH})(?: (?:de |of )?(\\d{4}))?`);
const MONTH_DAY = new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`);
const WEEKDAY = new RegExp(`\\b(${Object.keys(WEEKDAYS).join('|')})\\b`);

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `day` days after `today`; both `YYYY-MM-DD`, no clock and no zone involved. */
export function dayAfter(today: string, days: number): string {
  return iso(new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000));
}

function calendarDay(today: string, day: number, month: number, year: number | undefined): string | undefined {
  const at = (y: number) => new Date(Date.UTC(y, month - 1, day));
  const thisYear = Number(today.slice(0, 4));
  const found = at(year ?? thisYear);
  if (found.getUTCDate() !== day) return undefined;
  return year === undefined && iso(found) < today ? iso(at(thisYear + 1)) : iso(found);
}

/**
 * The first day a text speaks of, in English or Spanish, as `YYYY-MM-DD`; nothing when it speaks of none.
 * A weekday is the next one after today.
 */
export function readDay(text: string, today: string): string | undefined {
  const said = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  const exact = /\b(\d{4}-\d{2}-\d{2})\b/.exec(said);
  if (exact?.[1] && !Number.isNaN(Date.parse(exact[1]))) return exact[1];
  const dayMonth = DAY_MONTH.exec(said);
  if (dayMonth) return calendarDay(today, Number(dayMonth[1]), MONTHS[dayMonth[2] ?? ''] ?? 0, numberOf(dayMonth[3]));
  const monthDay = MONTH_DAY.exec(said);
  if (monthDay) return calendarDay(today, Number(monthDay[2]), MONTHS[monthDay[1] ?? ''] ?? 0, numberOf(monthDay[3]));
  if (/\btomorrow\b/.test(said) || /\b(para|antes de) manana\b/.test(said)) return dayAfter(today, 1);
  const weekday = WEEKDAY.exec(said)?.[1];
  if (weekday !== undefined) return nextWeekday(today, WEEKDAYS[weekday] ?? 0);
  return undefined;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function nextWeekday(today: string, wanted: number): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return dayAfter(today, ((wanted - now + 6) % 7) + 1);
}
