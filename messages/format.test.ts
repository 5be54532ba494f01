import { describe, expect, test } from 'vitest';
import {
  dayAfter,
  dayOf,
  daysAway,
  daysBetween,
  daySaid,
  deadlineSaid,
  exactMoment,
  fullDay,
  listSaid,
  momentSaid,
  monthSaid,
  numberSaid,
  percentSaid,
  plural,
  pointsSaid,
  sizeSaid,
  spanSaid,
  type ReaderNow,
} from './format.ts';
import { bestLocale } from './locale.ts';

const madrid: ReaderNow = { locale: 'en', zone: 'Europe/Madrid', now: '2026-06-09T10:00:00.000Z' }; // a Tuesday
const spanish: ReaderNow = { ...madrid, locale: 'es' };

describe('a day, as people say it', () => {
  test.each([
    ['2026-06-09', 'today', 'hoy'],
    ['2026-06-10', 'tomorrow', 'mañana'],
    ['2026-06-08', 'yesterday', 'ayer'],
    ['2026-06-12', 'Friday', 'viernes'],
    ['2026-06-19', 'Friday 19 June', 'viernes 19 de junio'],
    ['2026-06-05', 'Friday 5 June', 'viernes 5 de junio'],
    ['2026-12-24', '24 December', '24 de diciembre'],
    ['2027-06-12', '12 June 2027', '12 de junio de 2027'],
  ])('%s is %s, %s', (day, english, castilian) => {
    expect(daySaid(day, madrid)).toBe(english);
    expect(daySaid(day, spanish)).toBe(castilian);
  });

  test('fits into a sentence in both languages', () => {
    expect(`by ${daySaid('2026-06-12', madrid, 'noun')}`).toBe('by Friday');
    expect(`para ${daySaid('2026-06-12', spanish, 'noun')}`).toBe('para el viernes');
    expect(`para ${daySaid('2026-06-10', spanish, 'noun')}`).toBe('para mañana');
    expect(daySaid('2026-06-12', madrid, 'on')).toBe('on Friday');
    expect(daySaid('2026-06-10', madrid, 'on')).toBe('tomorrow');
  });

  test('is the day of the reader, not of the server', () => {
    expect(dayOf('2026-06-09T23:30:00.000Z', 'Europe/Madrid')).toBe('2026-06-10');
    expect(dayOf('2026-06-09T23:30:00.000Z', 'America/New_York')).toBe('2026-06-09');
  });

  test('counts over the change to summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  });

  test('can be said in full', () => {
    expect(fullDay('2026-06-12', 'en')).toBe('Friday 12 June 2026');
    expect(fullDay('2026-06-12', 'es')).toBe('viernes 12 de junio de 2026');
  });
});

describe('a moment', () => {
  test('has its hour while it is near and only its day when it is far', () => {
    expect(momentSaid('2026-06-09T12:30:00.000Z', madrid)).toBe('today 14:30');
    expect(momentSaid('2026-06-09T12:30:00.000Z', spanish, 'on')).toBe('hoy a las 14:30');
    expect(momentSaid('2026-05-01T12:30:00.000Z', madrid)).toBe('Friday 1 May');
  });

  test('is told exactly, with its zone, on demand', () => {
    expect(exactMoment('2026-06-09T12:30:00.000Z', madrid)).toBe('Tuesday, 9 June 2026 at 14:30 CEST');
  });

  test('is so many days away', () => {
    expect(daysAway('2026-06-12T08:00:00.000Z', madrid)).toBe('in 3 days');
    expect(daysAway('2026-06-07T08:00:00.000Z', spanish)).toBe('anteayer');
    expect(daysAway('2026-05-09T08:00:00.000Z', madrid)).toBe('4 weeks ago');
  });
});

describe('a deadline', () => {
  test('is the day that was said', () => {
    expect(deadlineSaid({ ends: '2026-06-12T22:00:00.000Z', date: '2026-06-12' }, madrid)).toBe('Friday');
  });

  test('at the end of the reader’s day is that day, not the next', () => {
    expect(deadlineSaid({ ends: '2026-06-12T22:00:00.000Z' }, madrid)).toBe('Friday');
  });

  test('within a day has its hour', () => {
    expect(deadlineSaid({ ends: '2026-06-12T15:00:00.000Z' }, madrid, 'noun')).toBe('Friday at 17:00');
  });
});

test('lists, numbers, sizes and plurals follow the language', () => {
  expect(listSaid(['Ana', 'Ben', 'Chloé'], 'en')).toBe('Ana, Ben and Chloé');
  expect(listSaid(['Ana', 'Ben', 'Chloé'], 'es')).toBe('Ana, Ben y Chloé');
  expect(numberSaid(12345.5, 'en')).toBe('12,345.5');
  expect(numberSaid(12345.5, 'es')).toBe('12.345,5');
  expect(sizeSaid(340, 'en')).toBe('340 bytes');
  expect(sizeSaid(3_440_000, 'es')).toBe('3,4 MB');
  expect(plural(1, 'promise', 'promises')).toBe('promise');
  expect(plural(0, 'promise', 'promises')).toBe('promises');
});

describe('confidence in numbers', () => {
  test('is a share in whole percent, apart from its sign in Spanish', () => {
    expect(percentSaid(0.8351, 'en')).toBe('84%');
    expect(percentSaid(0.8351, 'es')).toBe('84\u00a0%');
    expect(percentSaid(0, 'en')).toBe('0%');
    expect(percentSaid(1, 'es')).toBe('100\u00a0%');
  });

  test('moves by points, always with the direction', () => {
    expect(pointsSaid(0.03, 'en')).toBe('+3');
    expect(pointsSaid(-0.12, 'en')).toBe('−12');
    expect(pointsSaid(0.0146, 'es')).toBe('+1,5');
    expect(pointsSaid(-0.0146, 'es')).toBe('−1,5');
    expect(pointsSaid(0, 'en')).toBe('0');
    expect(pointsSaid(-0.0001, 'en')).toBe('0');
  });
});

test('a month is said with its year, whatever the zone of the machine', () => {
  expect(monthSaid('2026-10', 'en')).toBe('October 2026');
  expect(monthSaid('2026-10', 'es')).toBe('octubre de 2026');
  expect(monthSaid('2027-01', 'es')).toBe('enero de 2027');
});

test('a span is hours up to two days, and days from then on', () => {
  expect(spanSaid(0.2, 'en')).toBe('1 hour');
  expect(spanSaid(5, 'en')).toBe('5 hours');
  expect(spanSaid(5, 'es')).toBe('5 horas');
  expect(spanSaid(47.9, 'en')).toBe('2 days');
  expect(spanSaid(48, 'es')).toBe('2 días');
  expect(spanSaid(72, 'en')).toBe('3 days');
});

test('the language is the first of the wishes that we speak', () => {
  expect(bestLocale(['de-CH', 'es-MX', 'en'])).toBe('es');
  expect(bestLocale(['de'])).toBe('en');
});
