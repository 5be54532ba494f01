import { z } from '@hono/zod-openapi';

/** What the relay hands on of an act: the outbox row's payload, with where it stands. */
export const actNotice = z.object({
  partnershipId: z.uuid(),
  conversationId: z.string(),
  actId: z.string(),
  holders: z.array(z.uuid()).min(1).max(2),
});
export type ActNotice = z.infer<typeof actNotice>;

export const messageNotice = z.object({
  partnershipId: z.uuid(),
  threadId: z.uuid(),
  messageId: z.uuid(),
  holders: z.array(z.uuid()).min(1).max(2),
});
export type MessageNotice = z.infer<typeof messageNotice>;
