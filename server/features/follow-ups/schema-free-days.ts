import { z } from '@hono/zod-openapi';

const day = z.iso.date();
/** A stretch may be a year long: an organization that is closed for longer has ended. */
const LONGEST = 366 * 86_400_000;
const year = z.coerce.number().int().min(2000).max(2100);

export const freeDays = z
  .object({
    id: z.uuid(),
    /** The first and the last day; the same for a single one. */
    from: day,
    to: day,
    /** What is kept on them; null where they were entered before days had names. */
    name: z.string().nullable(),
    addedAt: z.iso.datetime(),
    /** Null where the person is unknown. */
    addedBy: z.string().nullable(),
  })
  .openapi('FreeDays');
export type FreeDays = z.infer<typeof freeDays>;

export const newFreeDays = z
  .strictObject({ from: day, to: day, name: z.string().trim().min(1).max(100) })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is not before the first.' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST, {
    path: ['to'],
    message: 'At most a year at once.',
  })
  .refine(({ from, to }) => from >= '2000' && to < '2101', { path: ['from'], message: 'A day of this century.' })
  .refine(({ name }) => name.isWellFormed(), { path: ['name'], message: 'The name holds half a character.' })
  .openapi('NewFreeDays');
export type NewFreeDays = z.infer<typeof newFreeDays>;

export const freeDaysFilter = z.object({
  /** This year, where none is named. */
  year: year.optional(),
});
export const freeDaysList = z.object({ items: z.array(freeDays) }).openapi('FreeDaysOfYear');
