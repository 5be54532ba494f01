import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

describe('what changed between two texts', () => {
  test('is told word by word', () => {
    expect(wordDiff('ten interns by June', 'twelve interns by June')).toEqual([
      { text: 'ten', change: 'removed' },
      { text: 'twelve', change: 'added' },
      { text: ' interns by June', change: 'same' },
    ]);
  });

  test('is nothing for equal texts', () => {
    expect(wordDiff('same', 'same')).toEqual([{ text: 'same', change: 'same' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  test('is everything for very long ones', () => {
    const long = 'word '.repeat(500);
    expect(wordDiff(long, 'short').map((part) => part.change)).toEqual(['removed', 'added']);
  });

  test('always gives back both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', 'dd'), { maxLength: 30 }).map((each) => each.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const without = (change: string) =>
          parts
            .filter((part) => part.change !== change)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
