import { describe, expect, test } from 'vitest';
import { holdsAll, snippetOf, wordsOf } from './model.ts';

test('words are compared without capitals, accents and signs', () => {
  expect(wordsOf('¿Ñandú, CAFÉ… o’Brien & Straße?')).toEqual(['nandu', 'cafe', 'o', 'brien', 'strasse']);
  expect(wordsOf('?! —')).toEqual([]);
});

test('a text holds words whose beginnings stand in it', () => {
  expect(holdsAll('Diez plazas de prácticas', ['prac', 'diez'])).toBe(true);
  expect(holdsAll('Diez plazas de prácticas', ['laz'])).toBe(false);
});

describe('a snippet', () => {
  test('shows the match as it is written, and words around it', () => {
    expect(snippetOf('La decana duda.\n\nDel presupuesto de otoño, dijo.', ['otono'])).toEqual({
      before: 'La decana duda. Del presupuesto de ',
      match: 'otoño',
      after: ', dijo.',
    });
  });

  test('is cut at words, also in a long text', () => {
    const cut = snippetOf(`${'lorem '.repeat(500)}needle ${'ipsum '.repeat(500)}`, ['needle']);
    expect(cut.match).toBe('needle');
    expect(cut.before).toMatch(/^…(lorem )+$/);
    expect(cut.after).toMatch(/^( ipsum)+…$/);
    expect(cut.before.length + cut.after.length).toBeLessThan(180);
  });

  test('prefers the beginning of a word, and begins the text where nothing matches', () => {
    expect(snippetOf('cabin in Berlin', ['in']).before).toBe('cabin ');
    expect(snippetOf('Nothing here', ['zzz'])).toEqual({ before: '', match: '', after: 'Nothing here' });
  });

  test('cuts no sign in two, whatever the script', () => {
    for (const text of ['👩‍👩‍👧‍👦'.repeat(60), `${'مرحبا '.repeat(60)}بالعالم`, `${'e\u0301'.repeat(200)} ﬁn`]) {
      const { before, match, after } = snippetOf(text, ['fin', 'بالعالم']);
      expect((before + match + after).isWellFormed()).toBe(true);
    }
    expect(snippetOf('El ﬁn', ['fin']).match).toBe('ﬁn');
  });
});
