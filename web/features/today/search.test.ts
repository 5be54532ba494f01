import { describe, expect, test } from 'vitest';
import { isFiltered, readTodaySearch } from './search.ts';

const someone = '019a0000-0000-7000-8000-000000000001';

describe('the address of Today', () => {
  test('carries every choice', () => {
    const search = {
      person: someone,
      partnership: someone,
      role: 'customer',
      entry: `mine:${'a'.repeat(64)}`,
      limit: '100',
    };
    expect(readTodaySearch(search)).toEqual({ ...search, limit: 100 });
  });

  test('leaves out what does not fit instead of failing', () => {
    expect(readTodaySearch({ person: 'nobody', partnership: 7, role: 'both', entry: 'mine:1', limit: '9999' })).toEqual(
      {},
    );
  });

  test('is unfiltered in the ordinary case, also with an entry unfolded', () => {
    expect(isFiltered(readTodaySearch({ entry: `soon:${'b'.repeat(64)}` }))).toBe(false);
    expect(isFiltered(readTodaySearch({ person: 'everyone' }))).toBe(true);
  });
});
