import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { item } from '../testing/arbitrary.ts';
import { stemOf } from './fold.ts';
import { limits, termKind, termsOf } from './index.ts';

describe('stems', () => {
  it('are one for singular and plural and plain endings, in English and Spanish', () => {
    for (const alike of [
      ['course', 'courses'],
      ['company', 'companies'],
      ['train', 'trained', 'training'],
      ['program', 'programming', 'programmed', 'programa', 'programas'],
      ['analysis', 'analyses'],
      ['profesor', 'profesores', 'profesora', 'profesoras'],
      ['ingeniero', 'ingeniera', 'ingenieros', 'ingenieras'],
      ['universidad', 'universidades'],
    ])
      expect(new Set(alike.map(stemOf)).size, alike.join()).toBe(1);
  });

  it('stay apart where the words do', () => {
    for (const [one = '', two = ''] of [
      ['campus', 'camp'],
      ['business', 'busy'],
      ['nurse', 'nursery'],
      ['string', 'str'],
      ['red', 'r'],
    ])
      expect(stemOf(one), `${one} ${two}`).not.toBe(stemOf(two));
  });
});

describe('terms', () => {
  it('meet in the concepts, whatever the language', () => {
    const english = termsOf(['Interns for data analysis'], ['Python']);
    const spanish = termsOf(['Becarios para análisis de datos'], ['python']);
    expect(english).toEqual(spanish);
    expect(english).toEqual(expect.arrayContaining(['~data-analysis', '~internship', '~python']));
  });

  it('imply the wider concepts', () => {
    expect(termsOf(['Python'], [])).toEqual(['~computing', '~programming', '~python', '~software']);
  });

  it('keep named skills that the vocabulary does not know, and the words of the text without stop words and numbers', () => {
    expect(termsOf(['We are looking for 3 beekeepers in 2027'], ['Bee-line tracking'])).toEqual([
      '=bee line track',
      'bee',
      'beekeeper',
      'line',
      'track',
    ]);
  });

  it('take the longest name, and keep C++, C# and R&D whole', () => {
    expect(termsOf(['Aprendizaje automático'], [])).toContain('~machine-learning');
    expect(termsOf(['C++ and C#'], [])).toEqual(expect.arrayContaining(['~c-plus-plus', '~c-sharp']));
    expect(termsOf(['R&D'], [])).toEqual(termsOf(['I+D'], []));
  });

  it('never take the pronoun for the trade: "it" is no computing', () => {
    expect(termsOf(['We need it, and the rest of it'], [])).toEqual(['rest']);
  });

  it('are sorted, bounded, of bounded length, without repetition, and the same every time', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.string()), (texts, skills) => {
        const terms = termsOf(texts, skills);
        expect(terms).toEqual([...new Set(terms)].toSorted((one, two) => (one < two ? -1 : 1)));
        expect(terms.length).toBeLessThanOrEqual(limits.terms);
        for (const term of terms) expect(term.length).toBeLessThanOrEqual(limits.word * 2);
        expect(termsOf(texts, skills)).toEqual(terms);
      }),
    );
    const huge = Array.from({ length: 5_000 }, (_, index) => `word${index}x`).join(' ');
    expect(termsOf([huge, 'Python'], []).length).toBe(limits.terms);
    expect(termsOf([huge, 'Python'], [])).toContain('~python');
    expect(termsOf(['x'.repeat(1_000_000)], [])).toEqual(['x'.repeat(limits.word)]);
  });

  it('do not depend on case, accents typed as one sign or two, or repetition', () => {
    fc.assert(
      fc.property(item, ({ title }) => {
        const terms = termsOf([title], []);
        expect(termsOf([title.normalize('NFD')], [])).toEqual(terms);
        expect(termsOf([title, title], [])).toEqual(terms);
      }),
    );
    expect(termsOf(['DATA SCIENCE'], [])).toEqual(termsOf(['data science'], []));
  });

  it('take pasted, right-to-left and emoji text as it comes', () => {
    expect(termsOf(['“Smart”–quotes… and 🙂 and מחקר'], [])).toEqual(['quot', 'smart', 'מחקר']);
    expect(termsOf(['', '   ', '🙂🙂'], [''])).toEqual([]);
  });

  it('say what they are', () => {
    expect(['~python', '=falconry', 'bee'].map(termKind)).toEqual(['concept', 'skill', 'word']);
  });
});
