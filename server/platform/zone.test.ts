import { describe, expect, it } from 'vitest';
import { endOfDay, isZone } from './zone.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
/** Day on the calendar of a zone, asked in another way than the code under test does. */
function localDay(at: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    formats.set(zone, format);
  }
  return format.format(at);
}

/** The day is over at this moment, and was not a millisecond before. */
function isEnd(date: string, zone: string): boolean {
  const end = Date.parse(endOfDay(date, zone));
  return localDay(end, zone) > date && localDay(end - 1, zone) <= date;
}

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10));

describe('the end of a day', () => {
  it.each([
    // Clocks go forward and back at two in the night: the day is 23 or 25 hours long, its ends stay midnights.
    ['2026-03-07', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-10-31', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    // Thirteen hours ahead.
    ['2026-06-01', 'Pacific/Apia', '2026-06-01T11:00:00.000Z'],
    // The day that Samoa left out when it crossed the date line.
    ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    // An hour back for Ramadan, and forward again after it.
    ['2026-02-14', 'Africa/Casablanca', '2026-02-14T23:00:00.000Z'],
    ['2026-02-15', 'Africa/Casablanca', '2026-02-16T00:00:00.000Z'],
    ['2026-03-22', 'Africa/Casablanca', '2026-03-22T23:00:00.000Z'],
    // Three quarters of an hour.
    ['2026-06-01', 'Asia/Kathmandu', '2026-06-01T18:15:00.000Z'],
    ['2026-06-01', 'Pacific/Chatham', '2026-06-01T11:15:00.000Z'],
    // Midnight itself is skipped: the next day begins at one.
    ['2026-03-28', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    // At midnight it is eleven once more: the day ends at the second midnight.
    ['2018-02-17', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    // Half an hour of summer time.
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-05T13:30:00.000Z'],
    ['2024-02-29', 'Europe/Madrid', '2024-02-29T23:00:00.000Z'],
    ['2026-12-31', 'UTC', '2027-01-01T00:00:00.000Z'],
    // One o'clock is midnight once more: the day ends at the first of the two.
    ['2026-10-31', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['2026-03-07', 'America/Havana', '2026-03-08T05:00:00.000Z'],
  ])('%s in %s is %s', (date, zone, end) => {
    expect(endOfDay(date, zone)).toBe(end);
  });

  it('is right on every day of three years where clocks do odd things', () => {
    const odd = [
      'America/New_York',
      'America/Havana',
      'America/Santiago',
      'America/Asuncion',
      'America/Nuuk',
      'America/St_Johns',
      'Africa/Casablanca',
      'Africa/Cairo',
      'Asia/Beirut',
      'Asia/Gaza',
      'Asia/Kathmandu',
      'Atlantic/Azores',
      'Australia/Lord_Howe',
      'Europe/Madrid',
      'Pacific/Apia',
      'Pacific/Chatham',
      'Pacific/Kiritimati',
    ];
    const wrong = odd.flatMap((zone) =>
      days('2025-01-01', 1096)
        .filter((date) => !isEnd(date, zone))
        .map((date) => `${zone} ${date}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is right in every zone this system knows', () => {
    const some = days('2026-01-01', 365).filter((_, n) => n % 23 === 0);
    const wrong = Intl.supportedValuesOf('timeZone').flatMap((zone) =>
      some.filter((date) => !isEnd(date, zone)).map((date) => `${zone} ${date}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a zone', () => {
  it('is known or not, whatever was sent', () => {
    for (const zone of ['Europe/Madrid', 'UTC', 'europe/madrid', 'Etc/GMT+12']) expect(isZone(zone), zone).toBe(true);
    for (const zone of ['', 'Mars/Olympus', '../etc/passwd', 'Europe/Madrid\u0000', 'x'.repeat(10_000)])
      expect(isZone(zone), zone.slice(0, 20)).toBe(false);
  });
});
