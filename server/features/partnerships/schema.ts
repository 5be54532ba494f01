import { z } from '@hono/zod-openapi';
import { ringShape } from '../conversations/schema.ts';
import { domainSchema, organizationNameSchema } from '../identity/schema.ts';
import { stages } from '../stages/model.ts';
import { lookOf } from '../stages/schema-views.ts';
import { letterSchema, newPartnerPersonSchema, personShape } from '../people/schema.ts';

const stageSchema = z.enum(stages);
export const presenceSchema = z.enum(['recorded', 'guest', 'claimed']);

/** A partner alone, in one request: a name is enough. */
export const newPartnershipSchema = z
  .strictObject({
    name: organizationNameSchema,
    domain: domainSchema.optional(),
    people: z.array(newPartnerPersonSchema).max(100).default([]),
    /** Add it although one with this name or domain is there already. */
    force: z.boolean().default(false),
  })
  .openapi('NewPartnership');
export type NewPartnership = z.infer<typeof newPartnershipSchema>;

/** Changes what was recorded of a partner; `side` is the partner's where it is left out. */
export const changePartnershipSchema = z
  .strictObject({
    name: organizationNameSchema.optional(),
    domain: domainSchema.nullable().optional(),
    side: letterSchema.optional(),
  })
  .openapi('ChangePartnership');
export type ChangePartnership = z.infer<typeof changePartnershipSchema>;

export const partnerShape = z
  .object({ organizationId: z.uuid(), name: z.string(), domain: z.string().nullable(), presence: presenceSchema })
  .openapi('Partner');

export const partnershipItem = z
  .object({
    id: z.uuid(),
    partner: partnerShape,
    /** The reader's own side; null in a room recorded between two others. */
    mySide: letterSchema.nullable(),
    createdAt: z.iso.datetime(),
    /** Open conversations, and how many of them wait for the reader's organization. */
    open: z.int(),
    mine: z.int(),
    lastAt: z.iso.datetime().nullable(),
    /** The last stage both agreed to, since when, and the step that waits for an answer. */
    stage: stageSchema,
    stageSince: z.iso.datetime(),
    stageAsked: z.object({ to: stageSchema, side: letterSchema }).nullable(),
    /** Promises that are open: the reader’s organization’s, and the partner’s. Between two others: those of side a, those of side b. */
    promises: z.object({ ours: z.int(), theirs: z.int(), nextDue: z.iso.datetime().nullable() }),
    /** The twelve opened last, newest first. */
    rings: z.array(
      z.object({
        conversationId: z.string(),
        title: z.string(),
        /** The reader's. */ role: z.enum(['customer', 'performer']).nullable(),
        ring: ringShape,
      }),
    ),
  })
  .openapi('PartnershipItem');
export type PartnershipItem = z.infer<typeof partnershipItem>;

export const partnershipList = z
  .object({ items: z.array(partnershipItem), next: z.string().nullable() })
  .openapi('PartnershipList');
export type PartnershipList = z.infer<typeof partnershipList>;

const sideShape = partnerShape
  .extend({
    side: letterSchema,
    /** The reader's organization acts for this side. */
    held: z.boolean(),
    /** The reader may write down what this side said. */
    recordable: z.boolean(),
  })
  .openapi('PartnershipSide');

export const partnershipPage = partnershipItem
  .extend({
    sides: z.array(sideShape),
    may: z.object({ change: z.boolean(), offerClaim: z.boolean() }),
  })
  .openapi('Partnership');
export type PartnershipPage = z.infer<typeof partnershipPage>;

export const addedPartnership = partnershipPage.extend({ people: z.array(personShape) }).openapi('AddedPartnership');

const narrowing = {
  search: lookOf.search.optional(),
  /** One or several stages, with commas between. */
  stage: z
    .string()
    .max(200)
    .optional()
    .transform((text) => text?.split(',').filter(Boolean))
    .pipe(z.array(stageSchema).max(stages.length).optional()),
  presence: presenceSchema.optional(),
  quiet: z.coerce.number().pipe(lookOf.quiet).optional(),
  mine: z.literal('1').optional(),
};

export const boardFilter = z.object({
  ...narrowing,
  /** Partners in each column; the rest is counted. */
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type BoardFilter = z.infer<typeof boardFilter>;

export const board = z
  .object({
    columns: z.array(z.object({ stage: stageSchema, total: z.int(), items: z.array(partnershipItem) })),
  })
  .openapi('Board');
export type Board = z.infer<typeof board>;

export const partnershipFilter = z.object({
  ...narrowing,
  sort: z.enum(lookOf.sorts).default('name'),
  order: z.enum(['up', 'down']).default('up'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(1000).optional(),
});
export type PartnershipFilter = z.infer<typeof partnershipFilter>;
