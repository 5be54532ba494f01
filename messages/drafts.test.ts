import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillDraft, unknownBlanks } from './draft-text.ts';
import { draftBlanks as englishBlanks } from './en/draft-blanks.ts';
import { starterDrafts as english } from './en/drafts.ts';
import { draftBlanks as spanishBlanks } from './es/draft-blanks.ts';
import { starterDrafts as spanish } from './es/drafts.ts';

const values = {
  name: 'Ruth',
  partner: 'San Telmo',
  sender: 'Renata Solís',
  organization: 'Calusa State University',
  subject: 'Twelve interns',
  day: '9 June',
};
const blanksOf = (draft: string, blanks: Record<string, string>): string[] =>
  Object.entries(blanks)
    .filter(([, written]) => draft.includes(`{${written}}`))
    .map(([blank]) => blank);

describe('the drafts that come with the product', () => {
  test.each(Object.keys(english) as (keyof typeof english)[])('%s has the same blanks in every language', (key) => {
    expect(blanksOf(spanish[key], spanishBlanks)).toEqual(blanksOf(english[key], englishBlanks));
    expect(english[key]).not.toBe(spanish[key]);
  });

  test.each([...Object.entries(english), ...Object.entries(spanish)] as [keyof typeof english, string][])(
    'have only blanks that can be filled: %s',
    (key, draft) => {
      expect(unknownBlanks(draft, key)).toEqual([]);
      const filled = fillDraft(draft, values);
      expect(filled).not.toMatch(/[{}]/);
      expect(filled).toContain('Ruth');
      expect(filled).toContain('Renata Solís');
      expect(filled.length).toBeLessThan(800);
    },
  );

  test('greet somebody whose name is not known without a gap', () => {
    const { name: _name, ...rest } = values;
    expect(fillDraft(english.progress, rest)).toMatch(/^Hello,\n/);
    expect(fillDraft(spanish.progress, rest)).toMatch(/^Hola:\n/);
  });
});

describe('a draft', () => {
  test('is filled whatever language its blanks are in, and however they are typed', () => {
    expect(fillDraft('{ Name } / {nombre} / {DÍA} / {di\u0301a}', values)).toBe('Ruth / Ruth / 9 June / 9 June');
  });

  test('tells which of its blanks nobody can fill', () => {
    expect(unknownBlanks('Dear {firstname}, {subject}: {firstname} {} {password}', 'progress')).toEqual([
      '{firstname}',
      '{password}',
    ]);
    // Nobody knows the last time with somebody they never spoke with.
    expect(unknownBlanks('{name}, since {día}', 'first')).toEqual(['{día}']);
    expect(fillDraft('Dear {firstname}', values)).toBe('Dear {firstname}');
  });

  test('does not fill what was filled in: a title with braces stays a title', () => {
    expect(fillDraft('{subject} by {sender}', { subject: '{sender} $& {name}', sender: 'Ana' })).toBe(
      '{sender} $& {name} by Ana',
    );
  });

  test('without blanks is left as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const plain = text.replaceAll(/[{}]/g, '');
        expect(fillDraft(plain, values)).toBe(plain.replace(/[ \t]+$/gm, '').trim());
        expect(unknownBlanks(plain, 'progress')).toEqual([]);
      }),
    );
  }, 30_000);
});
