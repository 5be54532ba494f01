import { z } from '@hono/zod-openapi';

/** Bytes of one file after decompression. */
export const importLimit = 50 * 1024 * 1024;
/** Lines of one file. */
export const lineLimit = 100_000;

export const importField = z.enum([
  'customer',
  'performer',
  'what',
  'promisedAt',
  'due',
  'done',
  'stake',
  'reference',
  'work',
]);
export type ImportField = z.infer<typeof importField>;

/** Which column of the file holds what; an empty name takes a choice back. `reference`: lines that share it, the customer and the performer are one commitment. */
export const mapping = z
  .strictObject({
    customer: z.string().max(200),
    performer: z.string().max(200),
    what: z.string().max(200).optional(),
    promisedAt: z.string().max(200).optional(),
    due: z.string().max(200),
    done: z.string().max(200).optional(),
    stake: z.string().max(200).optional(),
    reference: z.string().max(200).optional(),
    work: z.string().max(200).optional(),
    /** How `1/2/2026` is meant. */
    dayFirst: z.boolean(),
    /** Unit of the stake, such as `EUR`. */
    unit: z.string().trim().max(20).optional(),
  })
  .openapi('ImportMapping');
export type Mapping = z.infer<typeof mapping>;

export const outcome = z.enum(['create', 'update', 'skip']);
export type Outcome = z.infer<typeof outcome>;

/** Why a line is skipped, or what was assumed about it. Closed: every one has a sentence on the screen. */
export const reason = z.enum([
  'malformed',
  'too-many-lines',
  'missing-customer',
  'missing-performer',
  'same-organization',
  'speaks-for-itself',
  'missing-due',
  'bad-due',
  'bad-done',
  'bad-stake',
  'too-long',
  'joined',
  'already-imported',
  'promise-date-unknown',
  'promise-after-due',
  'done-before-promise',
  'unknown-work',
]);
export type Reason = z.infer<typeof reason>;

export const importCounts = z.object({
  lines: z.int(),
  commitments: z.int(),
  create: z.int(),
  update: z.int(),
  skip: z.int(),
  reasons: z.record(z.string(), z.int()),
  organizations: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

export const importShape = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    status: z.enum(['ready', 'running', 'done', 'failed', 'undoing', 'undone']),
    columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
    mapping: mapping.partial(),
    counts: importCounts.nullable(),
    done: z.int(),
    total: z.int(),
    error: z.string().nullable(),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('Import');
export type ImportShape = z.infer<typeof importShape>;

export const undoForeseen = z.object({ goes: z.int(), stays: z.int() }).openapi('ImportUndoForeseen');
export type UndoForeseen = z.infer<typeof undoForeseen>;

export const importRow = z
  .object({ line: z.int(), outcome, reason: reason.nullable(), detail: z.string().nullable() })
  .openapi('ImportRow');
export const importRows = z.object({ items: z.array(importRow), next: z.string().nullable() }).openapi('ImportRows');
export const importList = z.object({ items: z.array(importShape) }).openapi('ImportList');
