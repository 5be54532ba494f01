import { expect, test } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';

test('a fixed clock stands still until it is set or advanced', () => {
  const clock = fixedClock('2026-11-24T10:00:00Z');
  expect(clock.now().toISOString()).toBe('2026-11-24T10:00:00.000Z');
  clock.advance(60_000);
  expect(clock.now().toISOString()).toBe('2026-11-24T10:01:00.000Z');
  clock.set('2027-01-01T00:00:00Z');
  expect(clock.now().getUTCFullYear()).toBe(2027);
});

test('the system clock moves', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
});
