import { type Kind, kinds } from '@entente/matching';
import { z } from '@hono/zod-openapi';

const natures = ['need', 'offer'] as const;
export type Nature = (typeof natures)[number];

export type ItemKind = Kind;

/** How much of an item the other side is told, from nothing to everything. */
export const levels = ['hidden', 'counted', 'titled', 'full'] as const;
export type Level = (typeof levels)[number];

const urgencies = ['now', 'quarter', 'year', 'some-day'] as const;
const itemStatuses = ['open', 'met', 'withdrawn'] as const;

const natureSchema = z.enum(natures);
/** What a need or an offer is about. */
export const kindSchema = z.enum(kinds);
const urgencySchema = z.enum(urgencies);
export const levelSchema = z.enum(levels);
const certaintySchema = z.enum(['heard', 'assumed']);

const title = z.string().trim().min(1).max(200);
const detail = z.string().trim().max(5000);
const skills = z.array(z.string().trim().min(1).max(120)).max(40);
const amount = z.string().trim().min(1).max(100).nullable();
/** A day that PostgreSQL knows too. */
const day = z.iso
  .date()
  .refine((each) => each >= '1900' && each < '2200', 'Choose a day between 1900 and 2199.')
  .nullable();

export const newItemSchema = z
  .strictObject({
    nature: natureSchema,
    kind: kindSchema,
    title,
    detail: detail.default(''),
    skills: skills.default([]),
    amount: amount.default(null),
    startsOn: day.default(null),
    endsOn: day.default(null),
    urgency: urgencySchema.nullable().default(null),
    /** Member who answers for it. */
    owner: z.uuid().nullable().default(null),
    /** The partnership whose need or offer this is, as we understand it; left out for our own. */
    about: z.uuid().optional(),
    certainty: certaintySchema.optional(),
    /** The partner's words it comes from. */
    sourceWords: z.string().trim().max(5000).optional(),
  })
  .openapi('NewNeedOrOffer');
export type NewItem = z.infer<typeof newItemSchema>;

export const changeItemSchema = z
  .strictObject({
    kind: kindSchema,
    title,
    detail,
    skills,
    amount,
    startsOn: day,
    endsOn: day,
    urgency: urgencySchema.nullable(),
    owner: z.uuid().nullable(),
    certainty: certaintySchema,
    status: z.enum(itemStatuses),
  })
  .partial()
  .openapi('ChangeNeedOrOffer');
export type ChangeItem = z.infer<typeof changeItemSchema>;

const content = {
  id: z.uuid(),
  nature: natureSchema,
  kind: kindSchema,
  title: z.string(),
  detail: z.string(),
  skills: z.array(z.string()),
  amount: z.string().nullable(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  urgency: urgencySchema.nullable(),
};

/** A need or an offer in the organization's own book. */
export const itemShape = z
  .object({
    ...content,
    owner: z.object({ personId: z.uuid(), name: z.string() }).nullable(),
    about: z.uuid().nullable(),
    certainty: certaintySchema.nullable(),
    source: z.object({
      interview: z.uuid().nullable(),
      readback: z.uuid().nullable(),
      words: z.string().nullable(),
    }),
    /** What the partner answered when it was read back to them. */
    answer: z
      .object({ verdict: z.enum(['confirmed', 'corrected', 'open']), correction: z.string().nullable() })
      .nullable(),
    status: z.enum(itemStatuses),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** Who was told how much; partners that are not listed know nothing of it. */
    disclosures: z.array(z.object({ partnership: z.uuid(), partner: z.string(), level: levelSchema })),
    may: z.object({ change: z.boolean() }),
  })
  .openapi('NeedOrOffer');
export type Item = z.infer<typeof itemShape>;

export const itemList = z.object({ items: z.array(itemShape), next: z.string().nullable() }).openapi('NeedsAndOffers');
export type ItemList = z.infer<typeof itemList>;

export const itemFilter = z.object({
  nature: natureSchema.optional(),
  status: z.enum(itemStatuses).default('open'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(200).optional(),
});
export type ItemFilter = z.infer<typeof itemFilter>;

/** A need or an offer as the other side disclosed it: what was not disclosed is not there. */
export const disclosedShape = z
  .object({
    id: z.uuid(),
    nature: natureSchema,
    level: z.enum(['titled', 'full']),
    kind: kindSchema,
    title: z.string(),
    detail: z.string().nullable(),
    skills: z.array(z.string()),
    amount: z.string().nullable(),
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    urgency: urgencySchema.nullable(),
    owner: z.string().nullable(),
    disclosedAt: z.iso.datetime(),
  })
  .openapi('DisclosedNeedOrOffer');
export type Disclosed = z.infer<typeof disclosedShape>;

const counts = z.object({ needs: z.int(), offers: z.int() });

/** What one side told the other: what can be read, and how much more there is of which only the number was told. */
export const toldShape = z
  .object({ disclosed: z.array(disclosedShape), counted: counts })
  .openapi('ToldNeedsAndOffers');
export type Told = z.infer<typeof toldShape>;

export const roomNeeds = z
  .object({
    partner: z.string(),
    /** False where the organization stands on neither side and only reads. */
    own: z.boolean(),
    /** Ours, open; how much this partner was told is `disclosures`, with this partnership's entry only. */
    ours: z.array(itemShape),
    theirs: toldShape,
    /** What we understand of the partner, from talks; nobody else sees it. */
    understood: z.array(itemShape),
  })
  .openapi('NeedsOfPartnership');
export type RoomNeeds = z.infer<typeof roomNeeds>;

export const discloseSchema = z.strictObject({ level: levelSchema }).openapi('Disclose');
