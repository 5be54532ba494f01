import { expect, test } from 'vitest';
import { withQuery } from './query-string.ts';

test('a choice is put into the address beside the others', () => {
  expect(withQuery('/o/x/today', '?role=customer', { person: 'everyone' })).toBe(
    '/o/x/today?role=customer&person=everyone',
  );
});

test('a choice taken back leaves no trace', () => {
  expect(withQuery('/o/x/today', '?role=customer', { role: undefined })).toBe('/o/x/today');
  expect(withQuery('/o/x/partners', 'q=River&add=1', { q: '' })).toBe('/o/x/partners?add=1');
});
