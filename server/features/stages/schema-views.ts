import { z } from '@hono/zod-openapi';
import { stages } from './model.ts';
import { stageSchema } from './schema.ts';

/** What a look at the partners is made of; their lists narrow and sort by the same. */
export const lookOf = {
  sorts: ['name', 'stage', 'since', 'ours', 'theirs', 'last', 'due'],
  search: z.string().trim().max(200),
  quiet: z.int().min(1).max(3650),
} as const;

/** A way of looking at the partners, as a kept view and the address of the page say it. */
export const lookSchema = z
  .strictObject({
    as: z.enum(['list', 'board', 'table']).default('list'),
    search: lookOf.search.optional(),
    stage: z.array(stageSchema).max(stages.length).optional(),
    presence: z.enum(['recorded', 'guest', 'claimed']).optional(),
    /** Nothing was heard of either side for so many days. */
    quiet: lookOf.quiet.optional(),
    /** Only where the reader has a part. */
    mine: z.literal(true).optional(),
    sort: z.enum(lookOf.sorts).optional(),
    order: z.enum(['up', 'down']).optional(),
  })
  .openapi('Look');
export type Look = z.infer<typeof lookSchema>;

const title = z.string().trim().min(1).max(100);

export const newViewSchema = z
  .strictObject({
    title,
    look: lookSchema,
    /** Colleagues see it too. */
    shared: z.boolean().default(false),
    /** The writer's Partners page begins with it. */
    opens: z.boolean().default(false),
  })
  .openapi('NewView');
export type NewView = z.infer<typeof newViewSchema>;

export const changeViewSchema = z
  .strictObject({
    title: title.optional(),
    look: lookSchema.optional(),
    shared: z.boolean().optional(),
    opens: z.boolean().optional(),
  })
  .openapi('ChangeView');
export type ChangeView = z.infer<typeof changeViewSchema>;

export const viewShape = z
  .object({
    id: z.uuid(),
    title: z.string(),
    look: lookSchema,
    shared: z.boolean(),
    /** The reader's own page begins with it. */
    opens: z.boolean(),
    person: z.object({ personId: z.uuid(), name: z.string() }),
    may: z.object({ change: z.boolean() }),
  })
  .openapi('View');
export type View = z.infer<typeof viewShape>;

export const viewList = z.object({ items: z.array(viewShape) }).openapi('ViewList');
