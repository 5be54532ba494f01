import { z } from '@hono/zod-openapi';

export const conversationId = z.string().regex(/^[0-9a-f]{64}$/);
const speaker = z.enum(['customer', 'performer', 'newcomer']);

export const newLinkSchema = z
  .strictObject({
    person: z.uuid(),
    /** Mail it to the person as well. */
    send: z.boolean().default(false),
  })
  .openapi('NewLink');
export type NewLink = z.infer<typeof newLinkSchema>;

export const linkShape = z
  .object({
    id: z.uuid(),
    person: z.object({ id: z.uuid(), name: z.string().nullable() }),
    speaker,
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    usedAt: z.iso.datetime().nullable(),
    usedByAct: z.string().nullable(),
    state: z.enum(['live', 'used', 'expired', 'replaced', 'revoked']),
  })
  .openapi('Link');
export type Link = z.infer<typeof linkShape>;

export const madeLink = linkShape
  .extend({
    url: z.string().openapi({ description: 'Shown once: the server keeps only a hash.' }),
    mailed: z.boolean(),
  })
  .openapi('MadeLink');

export const freshLink = z.object({ sentTo: z.string().openapi({ example: 'j…@example.org' }) }).openapi('FreshLink');
export type FreshLink = z.infer<typeof freshLink>;
