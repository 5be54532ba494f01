import { keyOf, type Token, tokens } from './fold.ts';
import type { Item } from './item.ts';
import { limits } from './limits.ts';
import { starterVocabulary } from './starter.ts';
import { stopStems } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A concept of the vocabulary as a term. No word begins with these signs. */
export const conceptMark = '~';
/** A skill that was named as one and that the vocabulary does not know. */
export const skillMark = '=';

/** What a term stands for: a concept of the vocabulary, a named skill, or a word of the text. */
export type TermKind = 'concept' | 'skill' | 'word';

export function termKind(term: string): TermKind {
  if (term.startsWith(conceptMark)) return 'concept';
  return term.startsWith(skillMark) ? 'skill' : 'word';
}

/**
 * The terms by which texts are compared: concepts that they name (`~python`, wider ones included), skills outside the vocabulary
 * (`=falconry`), and the stems of the other words, without stop words and bare numbers. English and Spanish meet in the concepts.
 * Sorted, without repetition, at most `limits.terms`; the same input gives the same terms.
 */
export function termsOf(
  texts: readonly string[],
  skills: readonly string[],
  vocabulary: Vocabulary = starterVocabulary(),
): string[] {
  const found: Found = { concepts: new Set(), skills: new Set(), words: new Set() };
  for (const skill of skills.slice(0, limits.skills)) {
    const words = tokens(skill);
    const key = keyOf(skill);
    const whole = vocabulary.named(skill);
    if (!whole && key !== '') found.skills.add(`${skillMark}${key}`.slice(0, limits.word * 2));
    collect(words, vocabulary, found);
  }
  for (const text of texts) collect(tokens(text), vocabulary, found);
  return [...found.concepts, ...found.skills, ...found.words].slice(0, limits.terms).toSorted(byCode);
}

interface Found {
  concepts: Set<string>;
  skills: Set<string>;
  words: Set<string>;
}

function collect(words: readonly Token[], vocabulary: Vocabulary, found: Found): void {
  const named = new Set<number>();
  for (const mention of vocabulary.mentions(words)) {
    for (const id of vocabulary.upwards(mention.id)) found.concepts.add(`${conceptMark}${id}`);
    for (let at = mention.from; at < mention.from + mention.length; at += 1) named.add(at);
  }
  words.forEach(({ stem }, at) => {
    if (!named.has(at) && speaks(stem)) found.words.add(stem);
  });
}

const speaks = (stem: string): boolean => stem.length > 1 && !stopStems.has(stem) && !/^\p{N}+$/u.test(stem);

/** The order of every list here: by code units, the same on every machine. */
export const byCode = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);

/**
 * What the other side has of an item on a rung of the ladder: all of it, or its kind and title with terms made of the title alone,
 * so that nothing can be found by what was not disclosed.
 */
export function disclosed(item: Item, level: 'titled' | 'full', vocabulary: Vocabulary = starterVocabulary()): Item {
  const { id, kind, title } = item;
  if (level === 'titled') return { id, kind, title, skills: [], terms: termsOf([title], [], vocabulary) };
  return { ...item, terms: termsOf([title, item.detail ?? ''], item.skills, vocabulary) };
}

/** The words of an item's text that stand behind terms, as they were written. */
export function writtenAs(item: Item, terms: readonly string[]): string[] {
  const written = new Map<string, string>();
  for (const text of [item.title, item.detail ?? '', ...item.skills])
    for (const token of tokens(text)) if (!written.has(token.stem)) written.set(token.stem, token.written);
  return terms.map((term) => written.get(term) ?? term);
}
