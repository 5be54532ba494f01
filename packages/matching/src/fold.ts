import { limits } from './limits.ts';

const MARKS = /[\u0300-\u036f]/g;
/** Letters and digits, with "R&D", "I+D", "C++" and "C#" kept whole. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[&+][\p{L}\p{N}]{1,2})*(?:\+\+|#)?/gu;

/** Lower case without accents; the same for letters however they were typed (ﬁ and fi, é as one sign or two). */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/** A word as it was written, and the stem by which it is compared. */
export interface Token {
  written: string;
  stem: string;
}

/** The words of a text in order. Whoever is not Latin script is compared as written. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const [written] of text.slice(0, limits.text).normalize('NFC').matchAll(WORD)) {
    const stem = stemOf(folded(written).slice(0, limits.word));
    if (stem !== '') found.push({ written: written.slice(0, limits.word), stem });
  }
  return found;
}

/** The form by which two names of one thing are equal: stems with one space between. */
export const keyOf = (name: string): string =>
  tokens(name)
    .map(({ stem }) => stem)
    .join(' ');

const KEEP_S = /(ss|us|is)$/;

/**
 * One stem for singular and plural and for the plainest endings, in English and Spanish alike (the language of a short text is
 * not known): courses and course, profesores and profesor, ingeniera and ingeniero, training and trained. Takes a folded word.
 */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  const singular = withoutPlural(word);
  return withoutEnding(withoutVerb(singular));
}

function withoutPlural(word: string): string {
  if (word.endsWith('sis') && word.length > 5) return word.slice(0, -2);
  return word.endsWith('s') && !KEEP_S.test(word) ? word.slice(0, -1) : word;
}

function withoutVerb(word: string): string {
  const root = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word)?.[1];
  return root !== undefined && root.length >= 4 ? root : word;
}

function withoutEnding(word: string): string {
  if (word.length < 5) return word.replace(/y$/, 'i');
  const short = word.replace(/[aeo]$/, '').replace(/y$/, 'i');
  return short.length >= 5 ? short.replace(/([mnpt])\1$/, '$1') : short;
}
