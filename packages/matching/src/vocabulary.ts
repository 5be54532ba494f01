import { keyOf, type Token } from './fold.ts';
import type { Kind } from './item.ts';

/** A skill or a kind of work, with its names in both languages. */
export interface Concept {
  id: string;
  en: string;
  es: string;
  /** Other names, in either language. */
  also?: readonly string[];
  /** The wider concept this one is a part of. */
  broader?: string;
  /** The kind of need or offer that a mention suggests. */
  kind?: Kind;
}

/** A stretch of words that names a concept. */
export interface Mention {
  id: string;
  from: number;
  /** How many words. */
  length: number;
}

interface Phrase {
  stems: readonly string[];
  id: string;
}

/** How many steps up a concept implies wider ones. */
const STEPS = 3;

/** Concepts by their names. Where two concepts share a name, the first one has it. */
export class Vocabulary {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly #phrases = new Map<string, Phrase[]>();
  readonly #exact = new Map<string, string>();
  readonly #narrower = new Map<string, number>();

  constructor(concepts: Iterable<Concept>) {
    this.concepts = new Map([...concepts].map((concept) => [concept.id, concept]));
    for (const concept of this.concepts.values()) for (const name of namesOf(concept)) this.#learn(name, concept.id);
    for (const id of this.concepts.keys())
      for (const wider of this.upwards(id).slice(1)) this.#narrower.set(wider, this.narrower(wider) + 1);
    for (const phrases of this.#phrases.values()) phrases.sort((one, two) => two.stems.length - one.stems.length);
  }

  #learn(name: string, id: string): void {
    const key = keyOf(name);
    if (key === '' || this.#exact.has(key)) return;
    this.#exact.set(key, id);
    const stems = key.split(' ');
    const first = stems[0] ?? '';
    const phrases = this.#phrases.get(first);
    if (phrases) phrases.push({ stems, id });
    else this.#phrases.set(first, [{ stems, id }]);
  }

  /** The concept of which `name` is a name, in whatever language, case or number. */
  named(name: string): Concept | undefined {
    return this.concepts.get(this.#exact.get(keyOf(name)) ?? '');
  }

  /** Where a text names concepts: from left to right, the longest name first. */
  mentions(words: readonly Token[]): Mention[] {
    const found: Mention[] = [];
    for (let at = 0; at < words.length; ) {
      const phrase = this.#phrases
        .get(words[at]?.stem ?? '')
        ?.find(({ stems }) => stems.every((stem, offset) => words[at + offset]?.stem === stem));
      if (phrase) found.push({ id: phrase.id, from: at, length: phrase.stems.length });
      at += phrase?.stems.length ?? 1;
    }
    return found;
  }

  /** How many concepts are a part of this one: the more, the less its name says. */
  narrower(id: string): number {
    return this.#narrower.get(id) ?? 0;
  }

  /** The concept itself, and the wider ones it is a part of, nearest first. */
  upwards(id: string): string[] {
    const chain: string[] = [];
    for (let next: string | undefined = id; next && chain.length <= STEPS && !chain.includes(next); ) {
      if (!this.concepts.has(next)) break;
      chain.push(next);
      next = this.concepts.get(next)?.broader;
    }
    return chain;
  }
}

/** All names of a concept: English, Spanish, then the others. */
export const namesOf = (concept: Concept): string[] => [concept.en, concept.es, ...(concept.also ?? [])];
