import { z } from '@hono/zod-openapi';
import { allowedShape, conversationSummary } from '../conversations/schema.ts';

export const todayItem = conversationSummary
  .extend({
    head: z.string(),
    /** What the move is for: answer, question, antecedent, work, rework, review, settlement, proposal, resume. */
    waitsFor: z.string(),
    moveBy: z.iso.datetime(),
    /** The day as it was said, where a day was said. */
    moveDay: z.iso.date().nullable(),
    /** Since when it has been this side's move. */
    since: z.iso.datetime(),
    mine: z.boolean(),
    /** Who of ours answers for it. */
    personId: z.uuid().nullable(),
    /** Acts open to the reader, so that an entry can be answered in place. */
    allowed: z.array(allowedShape),
  })
  .openapi('TodayItem');
export type TodayItem = z.infer<typeof todayItem>;

const section = z.object({ items: z.array(todayItem), more: z.boolean() });

export const todayPage = z
  .object({ mine: section, theirs: section, quiet: section, soon: section, now: z.iso.datetime() })
  .openapi('TodayPage');
export type TodayPage = z.infer<typeof todayPage>;

export const todayFilter = z.object({
  /** `me` (mine and nobody's), `everyone`, or one person of the organization. */
  person: z.union([z.literal('me'), z.literal('everyone'), z.uuid()]).default('me'),
  partnership: z.uuid().optional(),
  role: z.enum(['customer', 'performer']).optional(),
  /** More than the first page of one section. */
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type TodayFilter = z.infer<typeof todayFilter>;
