import { z } from '@hono/zod-openapi';
import { conversationSummary } from '../conversations/schema.ts';
import { roomFit } from '../fit/schema.ts';
import { roomNeeds } from '../needs/schema.ts';
import { dutyKinds } from '../pairs/schema.ts';
import { presenceSchema } from '../partnerships/schema.ts';
import { stageSchema } from '../stages/schema.ts';
import { confidenceShape } from '../trust/schema.ts';

const person = z.object({
  name: z.string(),
  title: z.string().nullable(),
  side: z.enum(['ours', 'theirs']),
  duties: z.array(z.enum(dutyKinds)),
});

/** One page for a leader before a meeting, from what our organization knows. */
export const briefShape = z
  .object({
    partner: z.object({ name: z.string(), domain: z.string().nullable(), presence: presenceSchema }),
    organization: z.string(),
    since: z.iso.datetime(),
    stage: stageSchema,
    stageSince: z.iso.datetime(),
    people: z.array(person),
    /** Who works with whom, ours first. */
    pairs: z.array(z.object({ ours: z.string(), theirs: z.string(), topic: z.string().nullable() })),
    needs: roomNeeds,
    fit: roomFit,
    /** Open conversations, the most urgent first. `role` is ours. */
    open: z.array(conversationSummary),
    confidence: z.array(z.object({ direction: z.enum(['in-them', 'in-us']), confidence: confidenceShape })),
    /** When we last heard of each other, and what comes next. */
    last: z.iso.datetime().nullable(),
    next: z.object({ at: z.iso.datetime(), title: z.string(), conversationId: z.string() }).nullable(),
    lastReadback: z.object({ sentAt: z.iso.datetime(), answeredAt: z.iso.datetime().nullable() }).nullable(),
    now: z.iso.datetime(),
  })
  .openapi('Brief');
export type Brief = z.infer<typeof briefShape>;

export const briefQuery = z.object({
  locale: z.enum(['en', 'es']).default('en'),
  /** Zone in which days are said. */
  zone: z.string().max(64).default('UTC'),
});
