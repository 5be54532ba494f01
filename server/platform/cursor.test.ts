import { expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const id = '01900000-0000-7000-8000-000000000000';
const moment = '2026-03-02T09:00:00.000Z';

it('a cursor comes back as it was written', () => {
  expect(readCursor(undefined, 'id')).toBeUndefined();
  expect(readCursor(writeCursor([moment, id]), 'moment', 'id')).toEqual([moment, id]);
  expect(readCursor(writeCursor(["O'Hara, ü", id]), 'text', 'id')).toEqual(["O'Hara, ü", id]);
});

it('a damaged or invented one is refused', () => {
  const invented = [
    [],
    [id],
    [id, moment],
    ['soon', id],
    ['1', id],
    ['2026-99-02T09:00:00Z', id],
    [moment, 'x'],
    [moment, id, id],
  ];
  for (const one of [...invented.map(writeCursor), '', 'zzz', '%00', writeCursor([moment, id]).slice(0, -3)])
    expect(() => readCursor(one, 'moment', 'id'), one).toThrow('not one of ours');
});
