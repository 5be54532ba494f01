import { expect, test } from 'vitest';
import { isUuid, newId, newToken } from './id.ts';

test('ids are UUIDs of version 7 that carry the time', () => {
  const id = newId();
  expect(isUuid(id)).toBe(true);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  expect(Math.abs(Number.parseInt(id.replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(2000);
});

test('ids made in a burst are all different and sort in the order they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test('tokens are long, different and safe in an address', () => {
  expect(newToken()).toMatch(/^[\w-]{43}$/);
  expect(newToken()).not.toBe(newToken());
});

test('what is not a UUID is told apart', () => {
  expect(isUuid('x')).toBe(false);
  expect(isUuid("00000000-0000-0000-0000-000000000000'; drop table acts; --")).toBe(false);
});
