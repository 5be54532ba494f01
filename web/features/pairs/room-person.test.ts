import { expect, test } from 'vitest';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { readPerson } from './room-person.ts';

const ana = {
  id: '1',
  side: 'b',
  name: 'Ana Ruiz',
  email: 'ana@riverside.example',
  title: null,
  function: null,
  topics: [] as string[],
  personId: null,
  endedAt: null,
} as RoomPerson;
const typed = { name: 'Ana Ruiz', email: 'ana@riverside.example', title: '', function: '' as const, topics: [] };

test('a new person needs a name, and nothing else', () => {
  expect(readPerson({ name: ' Ben ', email: '', title: '', function: '', topics: [] }, 'b').add).toEqual({
    name: 'Ben',
    side: 'b',
  });
  expect(readPerson({ name: '', email: 'x', title: '', function: '', topics: [] }, 'b').problems).toEqual({
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
  expect(readPerson({ ...typed, function: 'legal', topics: ['data'] }, 'b', ana).change).toEqual({
    function: 'legal',
    topics: ['data'],
  });
});

test('whoever signs in keeps their own name and address', () => {
  const colleague = { ...ana, personId: '2' };
  expect(readPerson({ ...typed, name: 'Other', email: 'x', title: 'Dean' }, 'a', colleague).change).toEqual({
    title: 'Dean',
  });
});
