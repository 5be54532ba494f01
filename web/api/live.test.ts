import { describe, expect, test } from 'vitest';
import { readEvents, retryDelay } from './live.ts';

describe('server-sent events', () => {
  test('are read when complete, and the rest is kept', () => {
    const { events, rest } = readEvents('event: act\ndata: {"head":"ab"}\n\n: ping\n\nevent: today\ndata: {');
    expect(events).toEqual([{ event: 'act', data: { head: 'ab' } }]);
    expect(rest).toBe('event: today\ndata: {');
    expect(readEvents(`${rest}}\n\n`).events).toEqual([{ event: 'today', data: {} }]);
  });

  test('that cannot be read are passed over', () => {
    expect(readEvents('event: act\ndata: {oops\n\n').events).toEqual([]);
  });

  test('with Windows line ends are read too', () => {
    expect(readEvents('data: {"a":1}\r\n\r\n').events).toEqual([{ event: 'message', data: { a: 1 } }]);
  });
});

test('the wait before trying again doubles up to half a minute', () => {
  expect([0, 1, 2, 10].map((attempt) => retryDelay(attempt, 0.5))).toEqual([1000, 2000, 4000, 30_000]);
});
