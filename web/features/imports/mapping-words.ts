import type { ImportField, ImportShape, Mapping } from '../../../server/features/imports/schema.ts';

/** The columns an import needs, then those it can do without, in the order of a sentence. */
export const FIELDS = [
  'customer',
  'performer',
  'due',
  'what',
  'promisedAt',
  'done',
  'stake',
  'reference',
  'work',
] as const satisfies ImportField[];

export const REQUIRED = ['customer', 'performer', 'due'] as const satisfies ImportField[];

/** Fields that must be chosen before anything can be previewed. */
export function missingFields(mapping: Partial<Mapping>): (typeof REQUIRED)[number][] {
  return REQUIRED.filter((field) => !mapping[field]);
}

/** Examples of the column chosen for a field. */
export function examplesOf(
  found: Pick<ImportShape, 'columns'>,
  mapping: Partial<Mapping>,
  field: ImportField,
): string[] {
  return found.columns.find((column) => column.name === mapping[field])?.examples ?? [];
}

const SLASHED = /^\d{1,2}\/\d{1,2}\/\d{2,4}/;

/** Whether the order of day and month has to be told: days written with slashes can be read both ways. */
export function asksForDayOrder(found: Pick<ImportShape, 'columns'>, mapping: Partial<Mapping>): boolean {
  return (['promisedAt', 'due', 'done'] as const).some((field) =>
    examplesOf(found, mapping, field).some((example) => SLASHED.test(example)),
  );
}

/** How many promises an undo left in place, as the server tells it. */
export function keptOf({ error }: Pick<ImportShape, 'error'>): number {
  return Number(/^kept:(\d+)$/.exec(error ?? '')?.[1] ?? 0);
}
