import { describe, expect, test } from 'vitest';
import { messagesFor } from './catalogue.ts';
import { LOCALES } from './locale.ts';

interface Entry {
  path: string;
  value: unknown;
}

function entries(value: unknown, path = ''): Entry[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, path ? `${path}.${key}` : key));
}

/** Which parameters a message reads, and what it says when each is its own name. */
function spoken(value: unknown): { text: string; reads: string[] } {
  if (typeof value !== 'function') return { text: String(value), reads: [] };
  const reads = new Set<string>();
  const parameters = new Proxy(
    {},
    {
      get(_target, key) {
        reads.add(String(key));
        return `⟦${String(key)}⟧`;
      },
    },
  );
  const text: unknown = value(parameters);
  return { text: String(text), reads: [...reads].toSorted() };
}

const english = entries(messagesFor('en'));

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the words in %s', (locale) => {
  const others = new Map(entries(messagesFor(locale)).map((entry) => [entry.path, entry.value]));

  test('are there for every key of the English, and for no other', () => {
    expect([...others.keys()].toSorted()).toEqual(english.map((entry) => entry.path).toSorted());
  });

  test('use the same parameters, and show each of them', () => {
    const different = english.flatMap(({ path, value }) => {
      const here = spoken(value);
      const there = spoken(others.get(path));
      const shown = (each: typeof here) => each.reads.filter((name) => each.text.includes(`⟦${name}⟧`));
      const same = here.reads.join() === there.reads.join() && shown(here).join() === shown(there).join();
      return same ? [] : [`${path}: ${here.reads.join()} / ${there.reads.join()}`];
    });
    expect(different).toEqual([]);
  });

  test('never end in nothing', () => {
    const empty = [...others].filter(([, value]) => spoken(value).text.trim() === '').map(([path]) => path);
    expect(empty).toEqual([]);
  });

  test('are translated, not copied, but for a few that are alike', () => {
    const alike = english.filter(({ path, value }) => {
      const text = spoken(value).text;
      return /\p{L}{4,}/u.test(text.replace(/⟦\w+⟧/g, '')) && text === spoken(others.get(path)).text;
    });
    expect(alike.map((entry) => entry.path)).toEqual(['general.product']);
  });
});
