import { type Concept, folded, namesOf, starterConcepts } from '@entente/matching';
import type { Locale } from '../../../messages/locale.ts';
import type { SkillFound } from './schema.ts';

/** How much of a name is compared while typing. */
const LONGEST = 100;
/** How many words of a name can be typed first. */
const WORDS = 12;

/** A name or a part of one as it is compared: folded, every other sign a space. */
export const typed = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim();

/** A name from each of its words on: "machine learning" and "learning". The first one is the whole name. */
export function endingsOf(name: string): string[] {
  const words = typed(name).split(' ');
  return words[0] === '' ? [] : words.slice(0, WORDS).map((_, index) => words.slice(index).join(' '));
}

/** How a name answers what was typed: exactly 0, from its beginning 1, from a later word 2; undefined not at all. */
function closeness(endings: readonly string[], text: string): number | undefined {
  if (endings[0] === text) return 0;
  if (endings[0]?.startsWith(text)) return 1;
  return endings.some((ending) => ending.startsWith(text)) ? 2 : undefined;
}

interface Known {
  concept: Concept;
  names: { name: string; endings: string[] }[];
}

let starter: Known[] | undefined;

const knownSkills = (): Known[] =>
  (starter ??= starterConcepts().map((concept) => ({
    concept,
    names: namesOf(concept).map((name) => ({ name, endings: endingsOf(name) })),
  })));

interface Hit {
  concept: Concept;
  name: string;
  rank: number;
  length: number;
}

/** Skills of the starter vocabulary for what was typed: exact, then from the beginning, then from a later word; shorter first. */
export function starterSkills(text: string, locale: Locale, limit: number): SkillFound[] {
  const wanted = typed(text);
  if (wanted === '') return [];
  const hits = knownSkills().flatMap((known) => bestHit(known, wanted) ?? []);
  return hits
    .sort((one, two) => one.rank - two.rank || one.length - two.length || (one.concept.id < two.concept.id ? -1 : 1))
    .slice(0, limit)
    .map(({ concept, name }) => ({
      id: `starter:${concept.id}`,
      name: concept[locale],
      also: typed(name) === typed(concept[locale]) ? null : name,
      source: 'starter',
    }));
}

function bestHit({ concept, names }: Known, wanted: string): Hit | undefined {
  let best: Hit | undefined;
  for (const { name, endings } of names) {
    const rank = closeness(endings, wanted);
    if (rank === undefined) continue;
    const length = endings[0]?.length ?? 0;
    if (!best || rank < best.rank || (rank === best.rank && length < best.length))
      best = { concept, name, rank, length };
  }
  return best;
}

/** The first list, then of the second what it does not have by name already, up to the limit. */
export function joined(first: readonly SkillFound[], second: readonly SkillFound[], limit: number): SkillFound[] {
  const seen = new Set<string>();
  return [...first, ...second]
    .filter(({ name }) => {
      const key = typed(name);
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, limit);
}
