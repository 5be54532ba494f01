import { z } from '@hono/zod-openapi';
import { byMail } from '../mailed-words/schema.ts';
import { letterSchema } from '../people/schema.ts';

const text = z.string().trim().min(1).max(20_000);

/** `recorded`: words of a partner without an account, written down by you; then `person` says whose. */
const spoken = { text, as: z.literal('recorded').optional(), person: z.uuid().optional() };
const whose = (said: { as?: 'recorded' | undefined; person?: string | undefined }): boolean =>
  (said.as === undefined) === (said.person === undefined);
const whoseMessage = { message: 'Say whose words you write down, and only then.', path: ['person'] };

export const newMessageSchema = z.strictObject(spoken).refine(whose, whoseMessage).openapi('NewMessage');
export type NewMessage = z.infer<typeof newMessageSchema>;
export const newThreadSchema = z
  .strictObject({ subject: z.string().trim().min(1).max(200), ...spoken })
  .refine(whose, whoseMessage)
  .openapi('NewThread');
export type NewThread = z.infer<typeof newThreadSchema>;

export const messageShape = z
  .object({
    id: z.uuid(),
    author: z.object({ id: z.uuid(), name: z.string().nullable() }),
    side: letterSchema,
    via: z.enum(['session', 'link', 'recorded', 'mail']),
    text: z.string(),
    at: z.iso.datetime(),
    /** Set where it came by mail; not among the last messages of a list. */
    byMail: byMail.optional(),
  })
  .openapi('Message');
export type Message = z.infer<typeof messageShape>;

export const threadItem = z
  .object({
    id: z.uuid(),
    subject: z.string(),
    startedBy: z.object({ id: z.uuid(), name: z.string().nullable() }),
    createdAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
    messages: z.int(),
    /** The last message, cut after 200 characters. */
    last: messageShape.nullable(),
  })
  .openapi('ThreadItem');
export type ThreadItem = z.infer<typeof threadItem>;

export const threadList = z.object({ items: z.array(threadItem), next: z.string().nullable() }).openapi('ThreadList');

export const threadPage = z
  .object({
    id: z.uuid(),
    subject: z.string(),
    createdAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
    /** Oldest first; `next` leads to later ones. */
    messages: z.array(messageShape),
    next: z.string().nullable(),
    /** Requests and offers that grew out of this thread. */
    conversations: z.array(z.object({ id: z.string(), title: z.string() })),
    /** Sides whose words the reader may write down. */
    recordable: z.array(letterSchema),
  })
  .openapi('Thread');
export type ThreadPage = z.infer<typeof threadPage>;

export const threadFilter = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional(),
});
export const messageFilter = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: z.string().max(300).optional(),
});
export type PageFilter = z.infer<typeof threadFilter>;
