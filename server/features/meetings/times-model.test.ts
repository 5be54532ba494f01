import { describe, expect, test } from 'vitest';
import { courtesyBy, momentOf, movedRule, nearestMoment, repeatOf, timeRefused, timesOf } from './model-times.ts';

const madrid = 'Europe/Madrid';

describe('a time on the wall', () => {
  test('is one moment on any other day', () => {
    expect(momentOf('2026-12-04T10:30', madrid)).toEqual(new Date('2026-12-04T09:30:00Z'));
    expect(momentOf('2026-07-04T10:30', 'America/New_York')).toEqual(new Date('2026-07-04T14:30:00Z'));
  });

  test('that the clock skips in spring is asked back with the times around it', () => {
    const found = momentOf('2027-03-28T02:30', madrid);
    expect(found).toEqual({ problem: 'missing-time', before: '2027-03-28T01:30', after: '2027-03-28T03:30' });
    expect(found instanceof Date ? '' : timeRefused(found, '2027-03-28T02:30', madrid)).toContain('2027-03-28 03:30');
    expect(nearestMoment('2027-03-28T02:30', madrid)).toEqual(new Date('2027-03-28T01:30:00Z'));
  });

  test('that the clock shows twice in autumn is asked back with times that are there once', () => {
    const found = momentOf('2026-10-25T02:30', madrid);
    expect(found).toMatchObject({ problem: 'ambiguous-time', after: '2026-10-25T03:00' });
    if (found instanceof Date || !('before' in found)) throw new Error('one moment');
    for (const each of [found.before, found.after]) expect(momentOf(each, madrid)).toBeInstanceOf(Date);
    expect(nearestMoment('2026-10-25T02:30', madrid)).toEqual(new Date('2026-10-25T00:30:00Z'));
  });

  test('of a zone or a day that is none is refused in a sentence', () => {
    for (const [local, zone] of [
      ['2026-12-04T10:30', 'Mars/Olympus'],
      ['2026-02-30T10:30', madrid],
    ] as const) {
      const found = momentOf(local, zone);
      expect(found).not.toBeInstanceOf(Date);
      if (!(found instanceof Date)) expect(timeRefused(found, local, zone)).toMatch(/^There is no .+\. Choose/);
    }
  });
});

describe('a meeting that repeats', () => {
  const times = (repeat: Parameters<typeof timesOf>[0], local = '2026-12-01T10:00') =>
    timesOf(repeat, { local, zone: madrid });

  test('every two weeks, so many times', () => {
    expect(times({ unit: 'week', every: 2, times: 3 })).toEqual({
      rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=3',
      locals: ['2026-12-01T10:00', '2026-12-15T10:00', '2026-12-29T10:00'],
    });
  });

  test('until a day counts its times', () => {
    expect(times({ unit: 'week', every: 1, until: '2026-12-15' })?.rule).toBe('FREQ=WEEKLY;INTERVAL=1;COUNT=3');
  });

  test('on the same weekday of the month, the last one for a fifth', () => {
    expect(times({ unit: 'weekday', every: 1, times: 3 })?.locals).toEqual([
      '2026-12-01T10:00',
      '2027-01-05T10:00',
      '2027-02-02T10:00',
    ]);
    expect(times({ unit: 'weekday', every: 1, times: 2 }, '2026-12-29T10:00')?.locals[1]).toBe('2027-01-26T10:00');
  });

  test('on the last day of a month stays there, and on another day leaves out the months that lack it', () => {
    expect(times({ unit: 'month', every: 1, times: 4 }, '2027-01-31T09:00')?.locals).toEqual([
      '2027-01-31T09:00',
      '2027-02-28T09:00',
      '2027-03-31T09:00',
      '2027-04-30T09:00',
    ]);
    expect(times({ unit: 'month', every: 1, times: 2 }, '2027-01-30T09:00')?.locals[1]).toBe('2027-03-30T09:00');
  });

  test('once, or more than sixty times, is refused', () => {
    expect(times({ unit: 'week', every: 1, until: '2026-12-02' })).toBeUndefined();
    expect(times({ unit: 'week', every: 1, until: '2030-12-02' })).toBeUndefined();
  });

  test('says its rule in plain words, and moves as a whole to another day', () => {
    expect(repeatOf('FREQ=WEEKLY;INTERVAL=2;COUNT=3', 3)).toEqual({ unit: 'week', every: 2, times: 3 });
    expect(movedRule('FREQ=WEEKLY;INTERVAL=2;COUNT=3', '2026-12-17T11:00', 2)?.locals).toEqual([
      '2026-12-17T11:00',
      '2026-12-31T11:00',
    ]);
    expect(movedRule('FREQ=DAILY;COUNT=9', '2026-12-17T11:00', 2)).toBeUndefined();
  });
});

test('thanks are due two working days after a meeting', () => {
  expect(courtesyBy('2026-11-24T10:00')).toBe('2026-11-26');
  expect(courtesyBy('2026-11-26T10:00')).toBe('2026-11-30');
  expect(courtesyBy('2026-11-28T10:00')).toBe('2026-12-01');
});
