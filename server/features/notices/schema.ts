import { z } from '@hono/zod-openapi';

/** What the relay hands on of an act: the outbox row's payload, with where it stands. */
export const actNotice = z.object({
  partnershipId: z.uuid(),
  conversationId: z.string(),
  actId: z.string(),
  holders: z.array(z.uuid()).min(1).max(2),
});
export type ActNotice = z.infer<typeof actNotice>;

/** Something about a room is otherwise now. */
export const roomNotice = z.object({ partnershipId: z.uuid(), holders: z.array(z.uuid()).min(1).max(2) });

export const messageNotice = z.object({
  partnershipId: z.uuid(),
  threadId: z.uuid(),
  messageId: z.uuid(),
  holders: z.array(z.uuid()).min(1).max(2),
});
export type MessageNotice = z.infer<typeof messageNotice>;

export const stageNotice = z.object({
  partnershipId: z.uuid(),
  moveId: z.uuid(),
  happened: z.enum(['proposed', 'answered']),
  /** Whoever did it, where they sign in here: they need no mail about it. */
  by: z.uuid().nullish(),
  holders: z.array(z.uuid()).min(1).max(2),
});
/** `id` is the outbox row's. */
export type StageNotice = z.infer<typeof stageNotice> & { id: string };
