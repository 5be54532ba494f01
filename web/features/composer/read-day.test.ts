import { describe, expect, test } from 'vitest';
import { dayAfter, readDay } from './read-day.ts';

const TODAY = '2026-06-10';

describe('the day a text speaks of', () => {
  test.each([
    ['by Friday works', '2026-06-12'],
    ['on Wednesday', '2026-06-17'],
    ['tomorrow is fine', '2026-06-11'],
    ['by 12 June', '2026-06-12'],
    ['by June 12th', '2026-06-12'],
    ['until 3 March', '2027-03-03'],
    ['by 2 May 2028', '2028-05-02'],
    ['at the latest 2026-09-30', '2026-09-30'],
    ['para el viernes', '2026-06-12'],
    ['el sábado', '2026-06-13'],
    ['para mañana', '2026-06-11'],
    ['antes del 1 de septiembre', '2026-09-01'],
    ['el 2 de enero de 2027', '2027-01-02'],
  ])('“%s”', (text, day) => {
    expect(readDay(text, TODAY)).toBe(day);
  });

  test.each(['soon', 'it may slip', 'por la mañana', '31 June', 'in 3 weeks'])('“%s” names none', (text) => {
    expect(readDay(text, TODAY)).toBeUndefined();
  });

  test('days are counted across months and leap years', () => {
    expect(dayAfter('2028-02-28', 2)).toBe('2028-03-01');
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  });
});
