import type { Same } from './schema.ts';

/** What is compared of a person who was written down. */
export interface Known {
  id: string;
  side: string;
  name: string | null;
  email: string | null;
  personId: string | null;
  /** Rows that were said to be somebody else. */
  notSame: readonly string[];
}

/** A name without accents, dots and capitals, its words in any order: "Ruiz, Ana" is "ana ruiz". */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** Why two rows look like one person; nothing where they do not. Two who both sign in are two people. */
export function whySame(
  one: Omit<Known, 'id' | 'notSame'>,
  other: Omit<Known, 'id' | 'notSame'>,
): Same['why'] | undefined {
  if (one.side !== other.side || one.side === 'newcomer') return undefined;
  if (one.personId !== null && other.personId !== null) return undefined;
  if (one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()) return 'address';
  const name = foldName(one.name ?? '');
  return name !== '' && name === foldName(other.name ?? '') ? 'name' : undefined;
}

/** At most so many at once: what is more comes when these are dealt with. */
const MOST = 50;

/** Rows that look like one person, the older first. `people` in the order in which they were written down. */
export function samePeople(people: readonly Known[]): Same[] {
  const groups = new Map<string, Known[]>();
  const put = (key: string, person: Known) => groups.set(key, [...(groups.get(key) ?? []), person]);
  for (const person of people) {
    if (person.email !== null) put(`${person.side} @ ${person.email.toLowerCase()}`, person);
    const name = foldName(person.name ?? '');
    if (name !== '') put(`${person.side} ${name}`, person);
  }
  const found = new Map<string, Same>();
  for (const [first, ...rest] of groups.values()) {
    for (const later of rest) {
      const why = first && whySame(first, later);
      if (!first || !why || first.notSame.includes(later.id) || later.notSame.includes(first.id)) continue;
      found.set(`${first.id} ${later.id}`, { people: [first.id, later.id], why });
    }
  }
  return [...found.values()].slice(0, MOST);
}
