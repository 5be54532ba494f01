import type { PersonFunction } from '../people/schema.ts';
import { personFunctions } from '../people/schema.ts';
import type { Letter } from '../rooms/policy.ts';
import type { Suggestion, SuggestionReason } from './schema.ts';

export interface Candidate {
  id: string;
  side: Letter;
  name: string;
  function: PersonFunction | null;
  topics: readonly string[];
}

/** A need of one side and an offer of the other, both of which were told to the other side. */
export interface Disclosed {
  side: Letter;
  nature: 'need' | 'offer';
  kind: string | null;
  title: string;
}

export interface SuggestionsInput {
  people: readonly Candidate[];
  /** `a|b` of those who are, were or were not wanted as a pair: nobody is asked twice. */
  known: ReadonlySet<string>;
  /** Who acts for both sides in one conversation already. */
  together: readonly { a: string; b: string; title: string }[];
  disclosed: readonly Disclosed[];
}

/** In the order in which the groups are shown; a suggestion stands in the first that fits. */
const groups = ['function', 'together', 'topics', 'fit'] as const;
/** Suggestions of one group: more would not be read. */
const MOST = 12;
/** People of one side that are compared. */
const COMPARED = 250;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Words that carry meaning: short ones join others and say nothing. */
function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4);
}

/** The same word, or one that begins with the other: "intern" and "interns". */
function alike(one: string, other: string): boolean {
  return one === other || (one.length >= 5 && other.startsWith(one)) || (other.length >= 5 && one.startsWith(other));
}

function touches(topics: readonly string[], title: string): boolean {
  const words = wordsOf([title]);
  return wordsOf(topics).some((topic) => words.some((word) => alike(topic, word)));
}

/** Needs of one side that offers of the other may answer: of the same kind, or with a word in common. */
function meetings(disclosed: readonly Disclosed[]): { need: Disclosed; offer: Disclosed }[] {
  const needs = disclosed.filter((item) => item.nature === 'need');
  const offers = disclosed.filter((item) => item.nature === 'offer');
  return needs.flatMap((need) =>
    offers
      .filter((offer) => offer.side !== need.side)
      .filter((offer) => (need.kind !== null && need.kind === offer.kind) || touches([need.title], offer.title))
      .map((offer) => ({ need, offer })),
  );
}

type Meeting = ReturnType<typeof meetings>[number];

function reasonsFor(
  a: Candidate,
  b: Candidate,
  titles: ReadonlyMap<string, string>,
  met: readonly Meeting[],
): SuggestionReason[] {
  const reasons: SuggestionReason[] = [];
  if (a.function !== null && a.function === b.function) reasons.push({ kind: 'function', function: a.function });
  const title = titles.get(`${a.id}|${b.id}`);
  if (title !== undefined) reasons.push({ kind: 'together', title });
  const shared = a.topics.filter((topic) => b.topics.some((other) => fold(other) === fold(topic)));
  if (shared.length > 0) reasons.push({ kind: 'topics', topics: shared });
  const fit = met.find(({ need, offer }) => {
    const [needs, offers] = need.side === 'a' ? [a, b] : [b, a];
    return touches(needs.topics, need.title) && touches(offers.topics, offer.title);
  });
  if (fit) reasons.push({ kind: 'fit', need: fit.need.title, offer: fit.offer.title });
  return reasons;
}

/** Those about whom something is known that can be a reason, so that a long list of mere names costs nothing. */
function telling(people: readonly Candidate[], side: Letter, talked: ReadonlySet<string>): Candidate[] {
  return people
    .filter((each) => each.side === side && (each.function !== null || each.topics.length > 0 || talked.has(each.id)))
    .slice(0, COMPARED);
}

const order = (person: Candidate): number =>
  person.function === null ? personFunctions.length : personFunctions.indexOf(person.function);

/**
 * Who might work with whom, and why: grouped by the reason, within a group in the order of the list of functions and then by name.
 * Nobody is ranked: a suggestion has reasons and no strength.
 */
export function suggestPairs({ people, known, together, disclosed }: SuggestionsInput): Suggestion[] {
  const titles = new Map(together.map(({ a, b, title }) => [`${a}|${b}`, title]));
  const talked = new Set(together.flatMap(({ a, b }) => [a, b]));
  const met = meetings(disclosed);
  const byName = (one: Candidate, other: Candidate) =>
    order(one) - order(other) || one.name.localeCompare(other.name, 'en');
  const as = telling(people, 'a', talked).toSorted(byName);
  const bs = telling(people, 'b', talked).toSorted(byName);
  const found = as.flatMap((a) =>
    bs.flatMap((b) => {
      const reasons = known.has(`${a.id}|${b.id}`) ? [] : reasonsFor(a, b, titles, met);
      return reasons[0] ? [{ group: reasons[0].kind, people: [a.id, b.id] as [string, string], reasons }] : [];
    }),
  );
  return groups.flatMap((group) => found.filter((one) => one.group === group).slice(0, MOST));
}
