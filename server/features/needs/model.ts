import { termsOf } from '@entente/matching';
import type { ItemKind, Level, Nature } from './schema.ts';

/** What an item says, whoever reads it. */
export interface Content {
  nature: Nature;
  kind: ItemKind;
  title: string;
  detail: string;
  skills: string[];
  amount: string | null;
  startsOn: string | null;
  endsOn: string | null;
  urgency: string | null;
}

/** The columns of a disclosure; null is what was not disclosed. */
export interface DisclosedColumns {
  kind: string | null;
  title: string | null;
  detail: string | null;
  skills: string[] | null;
  amount: string | null;
  starts_on: string | null;
  ends_on: string | null;
  urgency: string | null;
  terms: string[] | null;
}

const NOTHING: DisclosedColumns = {
  kind: null,
  title: null,
  detail: null,
  skills: null,
  amount: null,
  starts_on: null,
  ends_on: null,
  urgency: null,
  terms: null,
};

/** The words by which the whole of an item is compared with others. */
export function termsOfItem(item: Pick<Content, 'title' | 'detail' | 'skills'>): string[] {
  return termsOf([item.title, item.detail], item.skills);
}

/** What the other side gets of an item: the ladder, in one place. */
export function disclosedColumns(item: Content, level: Exclude<Level, 'hidden'>): DisclosedColumns {
  if (level === 'counted') return NOTHING;
  if (level === 'titled') return { ...NOTHING, kind: item.kind, title: item.title, terms: termsOf([item.title], []) };
  return {
    kind: item.kind,
    title: item.title,
    detail: item.detail,
    skills: item.skills,
    amount: item.amount,
    starts_on: item.startsOn,
    ends_on: item.endsOn,
    urgency: item.urgency,
    terms: termsOfItem(item),
  };
}
