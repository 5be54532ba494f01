import { describe, expect, it } from 'vitest';
import { asksForDayOrder, keptOf, missingFields } from './mapping-words.ts';

describe('the mapping of an import', () => {
  it('asks how days are written only where they can be read two ways', () => {
    const found = { columns: [{ name: 'due', examples: ['4/3/2026'] }] };
    expect(asksForDayOrder(found, { due: 'due' })).toBe(true);
    expect(asksForDayOrder(found, {})).toBe(false);
    expect(asksForDayOrder({ columns: [{ name: 'due', examples: ['2026-03-04'] }] }, { due: 'due' })).toBe(false);
  });

  it('says what is still to be chosen', () => {
    expect(missingFields({ customer: 'A', due: '' })).toEqual(['performer', 'due']);
  });

  it('reads how much an undo had to leave', () => {
    expect(keptOf({ error: 'kept:12' })).toBe(12);
    expect(keptOf({ error: null })).toBe(0);
    expect(keptOf({ error: 'It stopped.' })).toBe(0);
  });
});
