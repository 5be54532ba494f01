import { z } from '@hono/zod-openapi';
import { stages } from '../stages/model.ts';
import { ruleNames } from './model.ts';
import { draftKeys } from './schema-settings.ts';

const someone = z.object({ personId: z.uuid(), name: z.string() });

export const followUpShape = z
  .object({
    id: z.uuid(),
    /** Why it was raised. */
    rule: z.enum(ruleNames as [string, ...string[]]),
    /** What it is about: conversation, partnership, pair, readback, talk, point, meeting, mail (of ours, that failed) or held-mail (that arrived). */
    kind: z.string(),
    subjectId: z.string(),
    /** Null where it is about no partner, or nobody knows which. */
    partnershipId: z.uuid().nullable(),
    partner: z.string().nullable(),
    conversationId: z.string().nullable(),
    /** Title of the conversation, words of the point, names of the pair; null where the partner says it all. */
    title: z.string().nullable(),
    /** Whose it is; null for whoever is there. */
    person: someone.nullable(),
    /** The colleague who handed it over. */
    handedBy: someone.nullable(),
    dueAt: z.iso.datetime(),
    raisedAt: z.iso.datetime(),
    /** The facts behind it: dates, days, what the move is for. */
    reason: z.record(z.string(), z.union([z.string(), z.number()])),
    state: z.enum(['open', 'done', 'cleared']),
    snoozedUntil: z.iso.datetime().nullable(),
    /** The draft of a message to the partner that goes with it, where one would help. */
    draft: z.enum(draftKeys).nullable(),
  })
  .openapi('FollowUpItem');
export type FollowUpItem = z.infer<typeof followUpShape>;

export const followUpList = z
  .object({ items: z.array(followUpShape), next: z.string().nullable() })
  .openapi('FollowUpItems');
export type FollowUpList = z.infer<typeof followUpList>;

export const followUpFilter = z.object({
  /** `me` (mine and nobody's), `everyone`, or one person of the organization. */
  person: z.union([z.literal('me'), z.literal('everyone'), z.uuid()]).default('me'),
  partnership: z.uuid().optional(),
  /** `now`, what was put off, or what was done. */
  show: z.enum(['now', 'later', 'done']).default('now'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional(),
});
export type FollowUpFilter = z.infer<typeof followUpFilter>;

/** What somebody does with a follow-up. */
export const followUpChange = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('done') }),
    /** Takes back that it is done, or put off. */
    z.strictObject({ do: z.literal('undo') }),
    z.strictObject({ do: z.literal('snooze'), until: z.iso.datetime() }),
    /** To a colleague; to nobody, back to whose it was. */
    z.strictObject({ do: z.literal('hand-over'), to: z.uuid().nullable() }),
  ])
  .openapi('FollowUpChange');
export type FollowUpChange = z.infer<typeof followUpChange>;

export const cadenceShape = z
  .object({
    stage: z.enum(stages),
    /** When both sides had last spoken, or met. */
    contactAt: z.iso.datetime().nullable(),
    /** From when somebody should get in touch, and from when that is late; null where no rhythm is kept. */
    amberAt: z.iso.datetime().nullable(),
    redAt: z.iso.datetime().nullable(),
    state: z.enum(['fine', 'amber', 'red']).nullable(),
  })
  .openapi('Cadence');
export type CadencePage = z.infer<typeof cadenceShape>;
