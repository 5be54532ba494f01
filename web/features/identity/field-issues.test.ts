import { expect, test } from 'vitest';
import { messagesFor } from '../../../messages/catalogue.ts';
import { Problem } from '../../api/problem.ts';
import { fieldIssue } from './field-issues.ts';

const { errors } = messagesFor('en');
const refused = new Problem('invalid', 400, '', {
  issues: [
    { path: 'person.email', message: 'x' },
    { path: 'strange', message: 'y' },
  ],
});

test('the field that was refused says how it should be, in the reader’s words', () => {
  expect(fieldIssue(refused, 'person.email', errors)).toBe(errors.fields.email);
  expect(fieldIssue(refused, 'email', errors)).toBe(errors.fields.email);
  expect(fieldIssue(refused, 'strange', errors)).toBe(errors.fields.other);
});

test('other fields and other problems say nothing', () => {
  expect(fieldIssue(refused, 'name', errors)).toBeUndefined();
  expect(fieldIssue(new Problem('stale', 412, ''), 'email', errors)).toBeUndefined();
  expect(fieldIssue(new Error('x'), 'email', errors)).toBeUndefined();
});
