import { z } from '@hono/zod-openapi';

const head = z.string().regex(/^[0-9a-f]{64}$/);

/** A courteous message to the partner, to be read, changed and sent by whoever asks for it. */
export const nudgeDraft = z
  .object({
    text: z.string(),
    /** Whom it greets; null where nobody is known. */
    to: z.string().nullable(),
    partner: z.string(),
    partnershipId: z.uuid(),
    /** The conversation in which it will be said, and its head; null: it goes into a thread. */
    conversation: z.object({ id: z.string(), title: z.string(), head }).nullable(),
    /** The thread spoken in last, to go on with. */
    thread: z.object({ id: z.uuid(), subject: z.string() }).nullable(),
    /** What a new thread would be called. */
    subject: z.string(),
  })
  .openapi('NudgeDraft');
export type NudgeDraft = z.infer<typeof nudgeDraft>;

export const nudge = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1)
      .max(10_000)
      .refine((value) => value.isWellFormed(), 'The text holds half a character. Write it again.'),
    /** Of the conversation, as the draft had it. */
    head: head.optional(),
    /** The thread to go on with; without it a new one begins. */
    thread: z.uuid().optional(),
    subject: z.string().trim().min(1).max(200).optional(),
  })
  .openapi('Nudge');
export type Nudge = z.infer<typeof nudge>;
