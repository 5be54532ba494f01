import { expect, test } from 'vitest';
import { AppError, PROBLEM_CODES, problemOf, problemResponse, statusOf } from './problem.ts';

test('every code has a status that is an error', () => {
  for (const code of PROBLEM_CODES) expect(statusOf(code)).toBeGreaterThanOrEqual(400);
});

test('an AppError becomes problem+json with its data beside the standard members', async () => {
  const response = problemResponse(new AppError('stale', 'Reload and try again.', { head: 'abc' }));
  expect(response.status).toBe(409);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: '/problems/stale',
    title: 'Somebody else was faster',
    status: 409,
    code: 'stale',
    detail: 'Reload and try again.',
    head: 'abc',
  });
});

test('data cannot overwrite the standard members', () => {
  expect(problemOf(new AppError('gone', 'Old.', { status: 200, code: 'invalid' }))).toMatchObject({
    status: 410,
    code: 'gone',
  });
});

test('an unexpected error says nothing about its inside', () => {
  const problem = problemOf(new Error('password=hunter2'));
  expect(problem.code).toBe('internal');
  expect(JSON.stringify(problem)).not.toContain('hunter2');
});
