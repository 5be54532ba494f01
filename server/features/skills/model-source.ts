import type { Locale } from '../../../messages/locale.ts';

/** The vocabularies that can be imported. */
export type Source = 'esco' | 'onet';

/** Rows for the tables of the vocabularies, as they come from a line of a file. */
export interface Rows {
  skills: { id: string; kind: string; name: string; part_of: string | null; description: string | null };
  skill_names: { skill_id: string; locale: Locale; kind: string; name: string };
  occupations: { id: string; code: string; name: string; description: string | null };
  occupation_names: { occupation_id: string; locale: Locale; kind: string; name: string };
  occupation_skills: { occupation_id: string; skill_id: string; relation: string; rating: number | null };
  occupation_tasks: { occupation_id: string; id: string; kind: string | null; text: string };
}

export type TableName = keyof Rows;

/** What a file is called and must have in its first line; `tsv` is the same as converted for the talent data. */
export interface Shape {
  file: string;
  separator: ',' | '\t';
  columns: readonly string[];
}

/** Takes rows out of a line. `cell` reads a column of the shape; what is missing there is an empty text. */
export interface Line {
  cell(column: string): string;
  shape: Shape;
  put<T extends TableName>(table: T, row: Rows[T]): void;
  /** Adds to a number that is reported beside the lines. */
  count(what: string, by?: number): void;
}

/** One file of a vocabulary: where it may be, and what a line of it means. */
export interface FilePlan {
  name: string;
  shapes: readonly Shape[];
  /** Left out without a word where it is missing. */
  optional?: boolean;
  take(line: Line): void;
}

/** A vocabulary: its files in the order in which they are read, and what has to be said of its origin. */
export interface VocabularyPlan {
  source: Source;
  title: string;
  attribution: string;
  files: readonly FilePlan[];
}

/** A name without line breaks and double spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const orNull = (text: string): string | null => (text === '' ? null : text);
