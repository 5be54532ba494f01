import { expect, test } from 'vitest';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { readPerson } from './room-person.ts';

const ana = {
  id: '1',
  side: 'b',
  name: 'Ana Ruiz',
  email: 'ana@riverside.example',
  title: null,
  personId: null,
  endedAt: null,
} as RoomPerson;
const typed = { name: 'Ana Ruiz', email: 'ana@riverside.example', title: '', ended: false };

test('a new person needs a name, and nothing else', () => {
  expect(readPerson({ name: ' Ben ', email: '', title: '', ended: false }, 'b').add).toEqual({
    name: 'Ben',
    side: 'b',
  });
  expect(readPerson({ name: '', email: 'x', title: '', ended: false }, 'b').problems).toEqual({
    name: 'personNameMissing',
    email: 'emailWrong',
  });
});

test('only what is different is changed, and nothing when nothing is', () => {
  expect(readPerson(typed, 'b', ana)).toEqual({});
  expect(readPerson({ ...typed, title: 'Head of nursing', email: '' }, 'b', ana).change).toEqual({
    title: 'Head of nursing',
    email: null,
  });
  expect(readPerson({ ...typed, ended: true }, 'b', ana).change).toEqual({ ended: true });
});

test('whoever signs in keeps their own name and address', () => {
  const colleague = { ...ana, personId: '2' };
  expect(readPerson({ ...typed, name: 'Other', email: 'x', title: 'Dean' }, 'a', colleague).change).toEqual({
    title: 'Dean',
  });
});
