import { z } from '@hono/zod-openapi';
import { letterSchema } from '../people/schema.ts';
import { attestable, evidenced, stages } from './model.ts';

export const stageSchema = z.enum(stages);
const criterionKey = z.enum([...evidenced, ...attestable]);
const line = z.string().trim().max(500);
/** One line for each thing that nothing here can show: what the writer's own side says of it. */
const attestedInput = z
  .partialRecord(z.enum(attestable), line)
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, words]) => words !== '')))
  .default({});
const words = z.string().trim().max(2000);

/** `recorded`: said by somebody of a side without an account, written down by you; then `person` says who. */
const spoken = { as: z.literal('recorded').optional(), person: z.uuid().optional() };
const whose = (said: { as?: 'recorded' | undefined; person?: string | undefined }): boolean =>
  (said.as === undefined) === (said.person === undefined);
const whoseMessage = { message: 'Say whose words you write down, and only then.', path: ['person'] };

export const newMoveSchema = z
  .strictObject({
    to: stageSchema,
    /** The stage that was in sight: a step from another one is refused. */
    from: stageSchema,
    words: words.default(''),
    attested: attestedInput,
    ...spoken,
  })
  .refine(whose, whoseMessage)
  .openapi('NewStageMove');
export type NewMove = z.infer<typeof newMoveSchema>;

const answered = {
  answer: z.enum(['agreed', 'refused', 'taken-back']),
  words: words.default(''),
  attested: attestedInput,
};
export const answerMoveSchema = z
  .strictObject({ ...answered, ...spoken })
  .refine(whose, whoseMessage)
  .openapi('StageAnswer');
export type AnswerMove = z.infer<typeof answerMoveSchema>;

/** A guest answers what the other side proposed; they propose nothing themselves. */
export const guestAnswerSchema = z
  .strictObject({ ...answered, answer: z.enum(['agreed', 'refused']) })
  .openapi('GuestStageAnswer');

const factShape = z.object({
  kind: z.enum(['person', 'meeting', 'read-back', 'conversation', 'pair', 'sponsor']),
  id: z.string(),
  /** Of a meeting: which time of it. */
  occurrence: z.string().nullable(),
  conversationId: z.string().nullable(),
  title: z.string().nullable(),
  side: letterSchema.nullable(),
  at: z.string().nullable(),
  way: z.string().nullable(),
  place: z.string().nullable(),
  recorded: z.boolean(),
});
const wordsOfSides = z.object({ a: z.string().optional(), b: z.string().optional() });
const criterionShape = z
  .object({
    key: criterionKey,
    met: z.boolean(),
    facts: z.array(factShape),
    /** Facts beyond those listed. */
    more: z.int(),
    words: wordsOfSides,
  })
  .openapi('StageCriterion');
export type ShownCriterion = z.infer<typeof criterionShape>;

const said = z.object({ id: z.uuid(), name: z.string().nullable() });
const via = z.enum(['session', 'link', 'recorded']);
export const moveShape = z
  .object({
    id: z.uuid(),
    from: stageSchema,
    to: stageSchema,
    side: letterSchema,
    proposedBy: said,
    proposedVia: via,
    proposedAt: z.iso.datetime(),
    words: z.string(),
    attested: z.partialRecord(z.enum(attestable), wordsOfSides),
    /** What was met and what was not when it was proposed, or when it was agreed. */
    stood: z.array(z.object({ key: criterionKey, met: z.boolean(), count: z.int() })),
    answer: z.enum(['agreed', 'refused', 'taken-back']).nullable(),
    answeredBy: said.nullable(),
    answeredVia: via.nullable(),
    answeredAt: z.iso.datetime().nullable(),
    answerWords: z.string().nullable(),
  })
  .openapi('StageMove');
export type Move = z.infer<typeof moveShape>;

const openPromise = z.object({ conversationId: z.string(), title: z.string(), dueAt: z.iso.datetime() });
const shared = {
  stage: stageSchema,
  since: z.iso.datetime(),
  /** The rung they stood on last: where they can go on after a rest. */
  last: stageSchema,
  /** What the present stage asked for, as it stands now. */
  held: z.array(criterionShape),
  /** The next stage, and what it asks for. */
  next: stageSchema.nullable(),
  criteria: z.array(criterionShape),
  pending: moveShape.nullable(),
  names: z.object({ a: z.string(), b: z.string() }),
};

export const stagePage = z
  .object({
    ...shared,
    mySide: letterSchema.nullable(),
    /** Stages that may be proposed from here. */
    moves: z.array(stageSchema),
    /** Promises between the two that must be closed or handed over before they rest or end; at most 100. */
    openPromises: z.array(openPromise),
    /** Only ours: the last talk we noted, while nothing shared tells of a meeting. */
    own: z.object({ interview: z.object({ id: z.uuid(), heldOn: z.iso.date() }).nullable() }),
    /** Sides whose words the reader may write down. */
    recordable: z.array(letterSchema),
    /** `agree`: has the authority to bind the organization. */
    may: z.object({ propose: z.boolean(), answer: z.boolean(), agree: z.boolean(), takeBack: z.boolean() }),
  })
  .openapi('StagePage');
export type StagePage = z.infer<typeof stagePage>;

export const guestStage = z
  .object({ ...shared, mySide: letterSchema, may: z.object({ answer: z.boolean() }) })
  .openapi('GuestStage');
export type GuestStage = z.infer<typeof guestStage>;

export const moveFilter = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(300).optional(),
});
export type MoveFilter = z.infer<typeof moveFilter>;
export const moveList = z.object({ items: z.array(moveShape), next: z.string().nullable() }).openapi('StageMoveList');

/** Steps of the other side that wait for an answer of ours. */
export const waitingMoves = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        partnershipId: z.uuid(),
        partner: z.string(),
        from: stageSchema,
        to: stageSchema,
        proposedAt: z.iso.datetime(),
      }),
    ),
  })
  .openapi('WaitingStageMoves');
export type WaitingMoves = z.infer<typeof waitingMoves>;
