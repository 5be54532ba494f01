import { endOfDay } from '../../platform/zone.ts';

/** `2026-10` so many months later. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The day it is in a zone at a moment, as `2026-10-01`. */
export function dayIn(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(moment);
}

/** First moment of a month in a zone, and first moment after it. */
export function monthIn(month: string, zone: string): { from: Date; to: Date } {
  const lastDayOf = (each: string): string => {
    const [year, number] = each.split('-').map(Number) as [number, number];
    return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  };
  return {
    from: new Date(endOfDay(lastDayOf(monthAfter(month, -1)), zone)),
    to: new Date(endOfDay(lastDayOf(month), zone)),
  };
}
