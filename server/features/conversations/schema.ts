import { z } from '@hono/zod-openapi';
import type { AllowedAct, Conversation, Evidence, Move, RingView, Saying, View } from '@entente/protocol';
import { byMail } from '../mailed-words/schema.ts';

/** Shapes the protocol package defines and tests; described here by name, checked there. */
const fromProtocol = <T>(name: string) => z.custom<T>(() => true).openapi(name, { type: 'object' });
export const moveShape = fromProtocol<Move>('Move');
export const ringShape = fromProtocol<RingView>('RingView');
export const allowedShape = fromProtocol<AllowedAct>('AllowedAct');
const conversationShape = fromProtocol<Conversation>('Conversation');
const viewShape = fromProtocol<View>('View');
const evidenceShape = fromProtocol<Evidence>('Evidence');
const sayingShape = fromProtocol<Saying>('Saying');

export const hexId = z.string().regex(/^[0-9a-f]{64}$/);
const side = z.enum(['customer', 'performer']);
const speaker = z.enum(['customer', 'performer', 'newcomer']);
const via = z.enum(['session', 'link', 'recorded']);
const presence = z.enum(['recorded', 'guest', 'claimed']);
const state = z.enum(['negotiating', 'performing', 'reported', 'disputed', 'closed']);
const roomPerson = z.object({ id: z.uuid(), name: z.string() });

const sideShape = z
  .object({
    organizationId: z.uuid(),
    name: z.string(),
    side: z.enum(['a', 'b']),
    presence,
    /** Who answers for this side; null while nobody has been named. */
    person: roomPerson.nullable(),
  })
  .openapi('ConversationSide');

export const conversationSummary = z
  .object({
    id: hexId,
    partnershipId: z.uuid(),
    title: z.string(),
    /** The reader's role; null in a conversation recorded between two others. */
    role: side.nullable(),
    partner: z.object({ name: z.string() }),
    state,
    outcome: z.string().nullable(),
    openedAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    /** The due day as it was said, where a day was said. */
    dueDay: z.iso.date().nullable(),
    ring: ringShape,
    moves: z.array(moveShape),
  })
  .openapi('ConversationSummary');
export type ConversationSummary = z.infer<typeof conversationSummary>;

export const actShape = z
  .object({
    id: hexId,
    position: z.int(),
    speaker,
    via,
    at: z.iso.datetime(),
    /** Pseudonym: look it up in `people`. */
    author: z.uuid(),
    /** Pseudonym of whoever wrote a recorded act down. */
    recordedBy: z.uuid().nullable(),
    void: z.string().nullable(),
    /** Recorded and not yet confirmed by the side it speaks for. */
    unconfirmed: z.boolean(),
    denied: z.boolean(),
    /** Set where its words came by mail. */
    byMail: byMail.optional(),
    saying: sayingShape,
  })
  .openapi('ActShape');
export type ActShape = z.infer<typeof actShape>;

const content = z.object({
  text: z.string().optional(),
  file: z.object({ id: z.uuid(), name: z.string(), media: z.string(), size: z.int() }).optional(),
  erased: z.literal(true).optional(),
});

export const relatedShape = z
  .object({
    id: hexId,
    partnershipId: z.uuid(),
    title: z.string(),
    relation: z.enum(['supports', 'exchange']),
    /** `parent`: the conversation this one supports. `child`: one that supports this one. `peer`: the opposite commitment. */
    direction: z.enum(['parent', 'child', 'peer']),
    state,
    ring: ringShape,
    partnerName: z.string(),
    /** This one depends on it and it slips, was reneged or failed. */
    endangers: z.boolean(),
  })
  .openapi('RelatedConversation');

export const conversationPage = z
  .object({
    id: hexId,
    partnershipId: z.uuid(),
    title: z.string(),
    head: hexId,
    /** For whom the reader speaks here; `recordable`: the side whose words the reader may write down. */
    speaker: z.object({ speaker: speaker.nullable(), recordable: z.array(speaker), pseudonym: z.uuid().nullable() }),
    sides: z.object({ customer: sideShape, performer: sideShape }),
    newcomer: z.object({ organizationId: z.uuid(), name: z.string() }).nullable(),
    conversation: conversationShape,
    view: viewShape,
    /** Acts open to the reader now. */
    allowed: z.array(allowedShape),
    /** Acts the reader may write down for a side without an account, by side. */
    allowedRecorded: z.partialRecord(speaker, z.array(allowedShape)),
    /** Content by commitment. */
    texts: z.record(z.string(), content),
    people: z.record(
      z.string(),
      z.object({ name: z.string().nullable(), title: z.string().nullable(), side: z.enum(['a', 'b', 'newcomer']) }),
    ),
    acts: z.array(actShape),
    evidence: z.array(evidenceShape),
    related: z.array(relatedShape),
    thread: z
      .object({
        id: z.uuid(),
        subject: z.string(),
        messages: z.array(
          z.object({
            id: z.uuid(),
            author: z.uuid(),
            side: z.enum(['a', 'b']),
            via,
            text: z.string(),
            at: z.iso.datetime(),
            byMail: byMail.optional(),
          }),
        ),
      })
      .nullable(),
    links: z.array(
      z.object({
        id: z.uuid(),
        person: z.uuid(),
        speaker,
        createdAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
        usedAt: z.iso.datetime().nullable(),
        revokedAt: z.iso.datetime().nullable(),
      }),
    ),
    importId: z.uuid().nullable(),
    now: z.iso.datetime(),
  })
  .openapi('ConversationPage');
export type ConversationPage = z.infer<typeof conversationPage>;

export const conversationFilter = z.object({
  partnership: z.uuid().optional(),
  state: state.optional(),
  search: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

export const conversationList = z
  .object({ items: z.array(conversationSummary), next: z.string().nullable() })
  .openapi('ConversationList');
