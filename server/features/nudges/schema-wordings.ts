import { z } from '@hono/zod-openapi';
import { draftKeys } from '../follow-ups/schema-settings.ts';
import { localeSchema } from '../identity/schema.ts';

export const wordingKey = z.object({ draft: z.enum(draftKeys), locale: localeSchema });
export type WordingKey = z.infer<typeof wordingKey>;

/** How one kind of message begins, in one language. */
export const wording = wordingKey
  .extend({
    /** The words that come with the product. */
    product: z.string(),
    /** The organization's own; null where it uses the product's. */
    own: z.string().nullable(),
    /** What the message is called where it begins a thread. */
    subject: z.string(),
    /** When the organization last changed the words, or went back to the product's; null if it never did. */
    changedAt: z.iso.datetime().nullable(),
    changedBy: z.string().nullable(),
  })
  .openapi('DraftWording');
export type Wording = z.infer<typeof wording>;

export const wordingList = z.object({ items: z.array(wording) }).openapi('DraftWordings');

export const newWording = z
  .strictObject({
    /** Null: the product's own again. */
    words: z
      .string()
      .trim()
      .min(1)
      .max(4000)
      .refine((value) => value.isWellFormed(), 'The words hold half a character. Write them again.')
      .nullable(),
    /** `changedAt` as it was when somebody began: what a colleague changed meanwhile is not overwritten unseen. */
    seen: z.iso.datetime().nullable(),
  })
  .openapi('NewDraftWording');
export type NewWording = z.infer<typeof newWording>;
