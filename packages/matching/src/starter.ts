import { type Kind, kinds } from './item.ts';
import { business } from './starter/business.ts';
import { computing } from './starter/computing.ts';
import { education } from './starter/education.ts';
import { engineering } from './starter/engineering.ts';
import { health } from './starter/health.ts';
import { people } from './starter/people.ts';
import { science } from './starter/science.ts';
import { trades } from './starter/trades.ts';
import { type Concept, Vocabulary } from './vocabulary.ts';

const TEXTS = [computing, engineering, science, health, business, education, people, trades];

/** One line of a starter file: id | English | Spanish | other names; … | wider concept | kind. Empty fields are left out. */
function conceptOf(line: string): Concept {
  const [id = '', en = '', es = '', also = '', broader = '', kind = ''] = line.split('|').map((field) => field.trim());
  const others = also.split(';').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  return {
    id,
    en,
    es,
    ...(others.length > 0 && { also: others }),
    ...(broader !== '' && { broader }),
    ...(isKind(kind) && { kind }),
  };
}

const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

/** The concepts that ship with the product, written for it: skills and kinds of work two organizations speak about. */
export function starterConcepts(): Concept[] {
  return TEXTS.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line.includes('|'))
      .map(conceptOf),
  );
}

let starter: Vocabulary | undefined;

/** The vocabulary of `starterConcepts`, made once. */
export function starterVocabulary(): Vocabulary {
  starter ??= new Vocabulary(starterConcepts());
  return starter;
}

/** What a term or reason of a concept is called in a language; free skills are called as they were written. */
export function nameOf(term: string, locale: 'en' | 'es', vocabulary: Vocabulary = starterVocabulary()): string {
  return vocabulary.concepts.get(term.replace(/^~/, ''))?.[locale] ?? term.replace(/^[~=]/, '');
}
