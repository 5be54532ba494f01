import type { SkillFound } from '../../../server/features/skills/schema.ts';

/** The longest skill that can be typed. */
export const longestSkill = 120;

const same = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase();

export type Adding =
  | { kind: 'added'; skill: string; value: string[] }
  | { kind: 'already'; skill: string }
  | { kind: 'full' };

/** Adds what was typed or chosen, once; undefined where there is nothing to add. */
export function addSkill(value: readonly string[], text: string, most: number): Adding | undefined {
  const skill = text.trim().replace(/\s+/g, ' ').slice(0, longestSkill);
  if (skill === '') return undefined;
  const there = value.find((each) => same(each) === same(skill));
  if (there !== undefined) return { kind: 'already', skill: there };
  return value.length >= most ? { kind: 'full' } : { kind: 'added', skill, value: [...value, skill] };
}

export interface Option {
  key: string;
  /** What is added when it is chosen. */
  skill: string;
  /** The name it was found by, where that is another one. */
  also: string | null;
  /** True for the reader's own words. */
  own: boolean;
}

/** What is offered for a text: skills that are not chosen yet, then the text itself unless it is one of them. */
export function optionsFor(found: readonly SkillFound[], text: string, value: readonly string[]): Option[] {
  const chosen = new Set(value.map(same));
  const options = found
    .filter(({ name }) => !chosen.has(same(name)))
    .map(({ id, name, also }) => ({ key: id, skill: name, also, own: false }));
  const typed = same(text);
  if (typed === '' || chosen.has(typed) || options.some(({ skill }) => same(skill) === typed)) return options;
  return [...options, { key: 'own', skill: text.trim(), also: null, own: true }];
}
