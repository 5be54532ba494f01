import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockByHand, momentByHand } from '../../testing/attention-by-hand.ts';
import {
  afterQuiet,
  atHour,
  type Calendar,
  countriesOf,
  dateIn,
  holidaysOf,
  isWorkingDay,
  morningOf,
  plusDays,
  workingDay,
  workingMorning,
} from './model-time.ts';

/** Whole, half and quarter hours, both sides of the date line, clocks that change at midnight, at two, and by half an hour. */
const zones = [
  'UTC',
  'Europe/Madrid',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Cairo',
  'America/Havana',
  'Asia/Beirut',
];
const zone = fc.constantFrom(...zones);
const moment = fc.integer({ min: Date.parse('2025-12-01T00:00:00Z'), max: Date.parse('2028-02-01T00:00:00Z') });
const date = moment.map((at) => new Date(at).toISOString().slice(0, 10));
const iso = (at: number): string => new Date(at).toISOString();
const week = [1, 2, 3, 4, 5];
const madrid: Calendar = { zone: 'Europe/Madrid', workingDays: week, holidays: new Set() };

describe('an hour of a day', () => {
  test('is the first moment at which the clock of the place shows it', () => {
    fc.assert(
      fc.property(date, zone, fc.integer({ min: 0, max: 23 }), (day, place, hour) => {
        expect(iso(atHour(day, place, hour))).toBe(iso(momentByHand(day, hour, place)));
      }),
      { numRuns: 1500 },
    );
  });

  test('that the clocks jump over is the moment they jump to', () => {
    expect(iso(atHour('2026-03-29', 'Europe/Madrid', 2))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(atHour('2026-10-04', 'Australia/Lord_Howe', 2))).toBe('2026-10-03T15:30:00.000Z');
  });

  test('that the clocks show twice is the first of the two', () => {
    expect(iso(atHour('2026-10-25', 'Europe/Madrid', 2))).toBe('2026-10-25T00:00:00.000Z');
  });

  test('in the morning stays in the morning when the clocks change', () => {
    const days = ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'];
    expect(days.map((day) => clockByHand(morningOf(day, madrid), 'Europe/Madrid'))).toEqual(
      days.map((day) => `${day} 08:00`),
    );
  });
});

test('the day at a moment is the one that the calendar on the wall shows there', () => {
  fc.assert(
    fc.property(moment, zone, (at, place) => {
      expect(dateIn(at, place)).toBe(clockByHand(at, place).slice(0, 10));
    }),
    { numRuns: 1500 },
  );
});

describe('working days', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
  const calendar = fc
    .record({ zone, workingDays: days, free: fc.array(date, { maxLength: 20 }) })
    .map(({ free, ...rest }): Calendar => ({ ...rest, holidays: new Set(free) }));

  test('counted forwards or back end on a working day, with so many of them passed', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -10, max: 10 }), calendar, (day, count, own) => {
        const end = workingDay(day, count, own);
        expect(isWorkingDay(end, own)).toBe(true);
        let passed = 0;
        for (let each = day; each !== end; ) {
          each = plusDays(each, count < 0 ? -1 : 1);
          if (isWorkingDay(each, own)) passed += 1;
        }
        // With none to count it stays, or goes to the next that is worked.
        expect(passed).toBe(count === 0 ? (end === day ? 0 : 1) : Math.abs(count));
      }),
    );
  });

  test('leave out weekends, and holidays in the middle of the week', () => {
    const free = { ...madrid, holidays: new Set(['2026-12-08', '2026-12-25']) };
    expect(workingDay('2026-12-04', 1, free)).toBe('2026-12-07');
    expect(workingDay('2026-12-04', 2, free)).toBe('2026-12-09');
    expect(workingDay('2026-12-28', -1, free)).toBe('2026-12-24');
    expect(workingDay('2026-12-25', 0, free)).toBe('2026-12-28');
  });

  test('of somebody who works Sunday to Thursday are theirs', () => {
    const own = { zone: 'Africa/Cairo', workingDays: [7, 1, 2, 3, 4], holidays: new Set<string>() };
    expect(workingDay('2026-05-28', 1, own)).toBe('2026-05-31');
  });

  test('of somebody whose every day is free end somewhere', () => {
    const never = new Set(Array.from({ length: 900 }, (_, index) => plusDays('2026-01-01', index)));
    expect(typeof workingDay('2026-01-01', 2, { ...madrid, holidays: never })).toBe('string');
  });

  test('are counted from the day where the person is, not from the one of the server', () => {
    const late = Date.parse('2026-06-04T23:30:00Z');
    expect(clockByHand(workingMorning(late, 1, madrid), 'Europe/Madrid')).toBe('2026-06-08 08:00');
    const far = { ...madrid, zone: 'America/New_York' };
    expect(clockByHand(workingMorning(late, 1, far), 'America/New_York')).toBe('2026-06-05 08:00');
  });
});

describe('quiet hours', () => {
  const hour = fc.integer({ min: 0, max: 23 });

  test('put off to a moment that is not quiet, never back, and by less than a day and an hour', () => {
    fc.assert(
      fc.property(moment, zone, hour, hour, (at, place, from, to) => {
        // A night that leaves less than two hours leaves none on the day on which clocks skip one.
        fc.pre(from === to || (from - to + 24) % 24 >= 2);
        const told = afterQuiet(at, place, { from, to });
        expect(told).toBeGreaterThanOrEqual(at);
        expect(told - at).toBeLessThanOrEqual(25 * 3_600_000);
        expect(afterQuiet(told, place, { from, to })).toBe(told);
      }),
      { numRuns: 1500 },
    );
  });

  test('end where the clock of the person shows the end, on days of a clock change too', () => {
    const quiet = { from: 20, to: 7 };
    const told = (at: string): string =>
      clockByHand(afterQuiet(Date.parse(at), 'Europe/Madrid', quiet), 'Europe/Madrid');
    expect(told('2026-03-28T21:00:00Z')).toBe('2026-03-29 07:00');
    expect(told('2026-10-25T00:30:00Z')).toBe('2026-10-25 07:00');
    expect(told('2026-10-25T06:00:00Z')).toBe('2026-10-25 07:00');
    expect(told('2026-06-01T10:00:00Z')).toBe('2026-06-01 12:00');
  });

  test('may lie within a day, and none at all put nothing off', () => {
    const noon = Date.parse('2026-06-01T11:30:00Z');
    expect(clockByHand(afterQuiet(noon, 'Europe/Madrid', { from: 13, to: 15 }), 'Europe/Madrid')).toBe(
      '2026-06-01 15:00',
    );
    expect(afterQuiet(noon, 'Europe/Madrid', null)).toBe(noon);
    expect(afterQuiet(noon, 'Europe/Madrid', { from: 9, to: 9 })).toBe(noon);
  });
});

describe('public holidays', () => {
  test('are those of the country, and of the region where one is named', async () => {
    const spain = await holidaysOf('ES', null, 2026, 2026);
    const canaries = await holidaysOf('ES', 'CN', 2026, 2026);
    expect(spain).toContain('2026-10-12');
    expect(spain).not.toContain('2026-05-30');
    expect(canaries).toContain('2026-05-30');
    expect(await holidaysOf('DE', 'BY', 2026, 2027)).toEqual(expect.arrayContaining(['2026-06-04', '2027-05-27']));
  });

  test('of several days are each of their days', async () => {
    const korea = await holidaysOf('KR', null, 2026, 2026);
    expect(korea).toEqual(expect.arrayContaining(['2026-02-17', '2026-02-18', '2026-02-19']));
    expect(await holidaysOf('TR', null, 2026, 2026)).toEqual(
      expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22', '2026-04-23']),
    );
  });

  test('that begin at noon leave the day a working day', async () => {
    expect(await holidaysOf('CN', null, 2026, 2026)).not.toContain('2026-05-04');
  });

  test('of a country nobody knows are none', async () => {
    expect(await holidaysOf('ZZ', null, 2026, 2026)).toEqual([]);
    expect((await holidaysOf('DE', 'ZZ', 2026, 2026)).length).toBeGreaterThan(5);
  });

  test('can be chosen from countries and their regions, by name', async () => {
    expect(await countriesOf()).toEqual(expect.arrayContaining([{ code: 'ES', name: 'España' }]));
    expect((await countriesOf('ES')).map((each) => each.code)).toContain('MD');
  });
});
