import { describe, expect, test } from 'vitest';
import { instantIn, wallTime } from './zone-time.ts';

describe('a time of day in a zone', () => {
  test('is the moment at which its clocks show it, in summer and in winter', () => {
    expect(instantIn('Europe/Madrid', '2026-07-01', '09:30')).toBe('2026-07-01T07:30:00.000Z');
    expect(instantIn('Europe/Madrid', '2026-12-01', '09:30')).toBe('2026-12-01T08:30:00.000Z');
    expect(instantIn('Asia/Kolkata', '2026-07-01', '00:15')).toBe('2026-06-30T18:45:00.000Z');
  });

  test('comes back as it was said, also around a change of the clocks', () => {
    for (const [date, time] of [
      ['2026-03-29', '01:30'],
      ['2026-03-29', '03:30'],
      ['2026-10-25', '04:00'],
      ['2026-11-01', '12:00'],
    ] as const) {
      for (const zone of ['Europe/Madrid', 'America/New_York', 'Pacific/Auckland']) {
        expect(wallTime(zone, instantIn(zone, date, time))).toEqual({ date, time });
      }
    }
  });
});
