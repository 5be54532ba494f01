import { describe, expect, test } from 'vitest';
import { asPoints, LONGEST_POINT, pastedPoints, plainText } from './plain-text.ts';

describe('text that is kept', () => {
  test('loses what no database takes and nobody sees, and nothing else', () => {
    expect(plainText('a\u0000b\u0007c\ufeffd\u00ade')).toBe('abcde');
    expect(plainText('  they\u00a0said \u201cyes\u201d \u2013 twice\u2026 ')).toBe(
      'they said \u201cyes\u201d \u2013 twice\u2026',
    );
    expect(plainText('one\u000btwo\r\nthree\rfour\u2028five')).toBe('one\ntwo\nthree\nfour\nfive');
    expect(plainText('half \ud83d of a sign')).toBe('half \ufffd of a sign');
  });

  test('keeps emoji that are joined, scripts that are joined, and marks of direction', () => {
    for (const text of ['👩🏽‍🔬 👨‍👩‍👧', 'می‌خواهم', 'نحتاج إلى \u200fEntente\u200f غدا', 'צריך עזרה'])
      expect(plainText(text)).toBe(text);
  });
});

describe('points of a text', () => {
  test('are none for blanks', () => {
    expect([asPoints(' \n\u00a0'), pastedPoints('\r\n \r\n\u0000')]).toEqual([[], []]);
  });

  test('are as long as a point may be, cut at blanks and never inside a character', () => {
    const words = Array.from({ length: 9000 }, (_, n) => `word${n}`).join(' ');
    const pieces = asPoints(words);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(LONGEST_POINT);
    expect(pieces.join(' ')).toBe(words);
    const faces = `a${'😀'.repeat(30_000)}`;
    expect(asPoints(faces).join('')).toBe(faces);
    for (const piece of asPoints(faces)) expect(piece.isWellFormed()).toBe(true);
  });

  test('are the paragraphs of what is pasted from a word processor, without bullets, with its line breaks', () => {
    const word =
      'They need nurses.\r\n\r\n\u2022\tNights are hardest\u000bto fill\r\n\uf0b7\tBudget is \u201cfrozen\u201d\r\no\tAsk Marta\r\n\u00a0\r\n';
    expect(pastedPoints(word)).toEqual([
      'They need nurses.',
      'Nights are hardest\nto fill',
      'Budget is \u201cfrozen\u201d',
      'Ask Marta',
    ]);
    expect(pastedPoints('- no, not a bullet\n-5 degrees\no well')).toEqual([
      '- no, not a bullet',
      '-5 degrees',
      'o well',
    ]);
  });

  test('are not more than a list can show: neighbours share a point, and no word is lost', () => {
    const lines = Array.from({ length: 2_345 }, (_, n) => `line ${n}`);
    const points = pastedPoints(lines.join('\n'));
    expect(points.length).toBeLessThanOrEqual(500);
    expect(points.join('\n').split('\n')).toEqual(lines);
  });
});
