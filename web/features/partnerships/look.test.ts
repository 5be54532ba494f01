import { expect, test } from 'vitest';
import { isBare, isNarrowed, lookQuery, readLook, sameLook } from './look.ts';

test('a look goes into the address and comes back the same', () => {
  const look = readLook({
    as: 'table',
    q: ' acero ',
    stage: 'support,prospect,nonsense',
    presence: 'guest',
    quiet: '56',
    mine: '1',
    sort: 'due',
    order: 'down',
  });
  expect(look).toEqual({
    as: 'table',
    search: 'acero',
    stage: ['prospect', 'support'],
    presence: 'guest',
    quiet: 56,
    mine: true,
    sort: 'due',
    order: 'down',
  });
  expect(readLook(lookQuery(look))).toEqual(look);
});

test('what does not fit is as if it were not there', () => {
  const nonsense = {
    as: 'map',
    stage: '__proto__',
    presence: 'x',
    quiet: '-1',
    mine: '2',
    sort: 'height',
    order: 'up',
  };
  expect(readLook(nonsense)).toEqual({ as: 'list' });
  expect(readLook({ quiet: '1e9' })).toEqual({ as: 'list' });
});

test('a bare address leaves room for the view to begin with, and a list asked for does not', () => {
  expect(isBare({ add: '1' })).toBe(true);
  expect(isBare({ as: 'list' })).toBe(false);
});

test('two looks are the same when their addresses are', () => {
  expect(sameLook({ as: 'list' }, { as: 'list', order: 'up' })).toBe(true);
  expect(sameLook({ as: 'list' }, { as: 'board' })).toBe(false);
  expect(isNarrowed({ as: 'board', sort: 'due' })).toBe(false);
  expect(isNarrowed({ as: 'board', mine: true })).toBe(true);
});
