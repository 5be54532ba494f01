import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALENDAR_SAMPLES } from '../../testing/calendar-samples.ts';
import { readCalendar } from './model-ics-read.ts';

describe('a calendar from elsewhere', () => {
  test('there are more than fifty of them', () => {
    expect(CALENDAR_SAMPLES.length).toBeGreaterThan(50);
  });

  test.each(CALENDAR_SAMPLES)('is understood or refused clearly: $name', ({ text, reads, refused }) => {
    const found = readCalendar(text, 'Europe/Madrid');
    if (reads) expect(found).toMatchObject(reads);
    else {
      expect(found).toMatchObject({ ok: false, problem: refused });
      expect(found.ok ? '' : found.reason).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('never breaks the reader, whatever is cut out of it, doubled in it or scattered over it', () => {
    const texts = CALENDAR_SAMPLES.filter(({ text }) => text.length < 5000).map(({ text }) => text);
    const line = fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'RRULE:FREQ=',
      'DTSTART:',
      'EXDATE;TZID=:x',
      'UID:',
      '\u0000',
      ':',
      ';',
      'BEGIN:VTIMEZONE',
      '"',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(200), fc.nat(20), line), { maxLength: 6 }),
        (text, cuts) => {
          const rows = text.split('\r\n');
          for (const [at, length, instead] of cuts) rows.splice(at % rows.length, length % 3, instead);
          const found = readCalendar(rows.join('\r\n'));
          expect(typeof found.ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(
          typeof readCalendar(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${text}\r\nEND:VEVENT\r\nEND:VCALENDAR`).ok,
        ).toBe('boolean');
      }),
    );
  });
});
