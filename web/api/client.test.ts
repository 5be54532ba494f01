import { describe, expect, test } from 'vitest';
import { safeReturn } from '../paths.ts';
import { apiUrl } from './client.ts';
import { problemOf } from './problem.ts';

test('addresses leave out what was not asked', () => {
  expect(apiUrl('/x', { a: 1, b: undefined, c: '', d: 'é &', e: false })).toBe('/api/x?a=1&d=%C3%A9+%26&e=false');
  expect(apiUrl('/x')).toBe('/api/x');
});

describe('an error answer', () => {
  test('keeps its code, its words and its data', () => {
    const problem = problemOf(412, {
      type: '/problems/stale',
      title: 'T',
      status: 412,
      code: 'stale',
      detail: 'D',
      head: 'ab',
    });
    expect(problem).toMatchObject({ code: 'stale', status: 412, detail: 'D', data: { head: 'ab' } });
  });

  test('keeps the number that the log of the server knows it by', () => {
    expect(problemOf(500, { code: 'internal', detail: 'D' }, '01a2')).toMatchObject({ data: { requestId: '01a2' } });
    expect(problemOf(500, { code: 'internal', detail: 'D' }, null).data).toEqual({});
  });

  test('of a proxy gets a code by its status', () => {
    expect(problemOf(502, '<html>')).toMatchObject({ code: 'unavailable', status: 502 });
    expect(problemOf(418, undefined)).toMatchObject({ code: 'internal' });
  });

  test('of the sign-in library is understood', () => {
    expect(problemOf(401, { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid' })).toMatchObject({
      code: 'unauthenticated',
      detail: 'Invalid',
    });
  });
});

test('after signing in one returns to this site only', () => {
  expect(safeReturn('/o/x/today?a=1')).toBe('/o/x/today?a=1');
  expect([safeReturn('//evil'), safeReturn('/\\evil'), safeReturn('https://evil'), safeReturn(undefined)]).toEqual([
    '/',
    '/',
    '/',
    '/',
  ]);
});
