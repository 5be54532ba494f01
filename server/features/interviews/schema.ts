import { z } from '@hono/zod-openapi';
import { LONGEST_POINT, plainText } from '../../../messages/plain-text.ts';
import { questionsSchema } from '../guides/schema.ts';
import { kindSchema } from '../needs/schema.ts';

const text = (longest: number) => z.string().max(100_000).transform(plainText).pipe(z.string().max(longest));
const words = (longest: number) => z.string().max(100_000).transform(plainText).pipe(z.string().min(1).max(longest));

export const waySchema = z.enum(['in-person', 'video', 'phone']);
export type Way = z.infer<typeof waySchema>;
export const tagSchema = z.enum(['need', 'offer', 'constraint', 'worry', 'person', 'date']);
export type Tag = z.infer<typeof tagSchema>;
const certaintySchema = z.enum(['heard', 'assumed']);

export type PointKind = z.infer<typeof kindSchema>;

/** A day that PostgreSQL knows too. */
const day = z.iso.date().refine((each) => each >= '1900-01-01', 'a day since 1900');

const held = {
  heldOn: day,
  way: waySchema,
  place: text(200).optional(),
  withPeople: z.array(z.uuid()).max(50).default([]),
};

export const newInterviewSchema = z
  .strictObject({ ...held, guideTitle: words(200), questions: questionsSchema })
  .openapi('NewInterview');
export type NewInterview = z.infer<typeof newInterviewSchema>;

export const changeInterviewSchema = z.strictObject(held).openapi('ChangeInterview');
export type ChangeInterview = z.infer<typeof changeInterviewSchema>;

/**
 * One point as a device has it. `base` is the revision it was written on, 0 for a new one; `writer` and `version` name the delivery, so
 * that one that comes twice or late is known; `spare` is the id under which these words are kept if another device changed the point.
 */
export const putPointSchema = z
  .strictObject({
    base: z.int().min(0).max(2_000_000_000),
    writer: z.uuid(),
    version: z.int().min(1).max(2_000_000_000),
    spare: z.uuid(),
    position: z.number().min(-1e12).max(1e12),
    text: words(LONGEST_POINT),
    tag: tagSchema.nullable().default(null),
    certainty: certaintySchema.default('heard'),
    speaker: z.uuid().nullable().default(null),
    question: text(500).nullable().default(null),
    kind: kindSchema.nullable().default(null),
    settled: z.enum(['closed', 'follow-up']).nullable().default(null),
    settledWords: text(2000).nullable().default(null),
    followUpBy: day.nullable().default(null),
    followUpPerson: z.uuid().nullable().default(null),
    dropped: z.boolean().default(false),
  })
  .refine((point) => point.settled !== 'follow-up' || (point.settledWords ?? '') !== '', {
    path: ['settledWords'],
    message: 'say what is to be done',
  })
  .openapi('PutPoint');
export type PutPoint = z.infer<typeof putPointSchema>;

export const pointShape = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    position: z.number(),
    text: z.string(),
    tag: tagSchema.nullable(),
    certainty: certaintySchema,
    speaker: z.uuid().nullable(),
    question: z.string().nullable(),
    kind: kindSchema.nullable(),
    settled: z.enum(['closed', 'follow-up']).nullable(),
    settledWords: z.string().nullable(),
    followUpBy: z.string().nullable(),
    followUpPerson: z.uuid().nullable(),
    doneAt: z.iso.datetime().nullable(),
    doneWords: z.string().nullable(),
    dropped: z.boolean(),
  })
  .openapi('Point');
export type Point = z.infer<typeof pointShape>;

/** What became of a delivery: the point as it stands now, and where the words went if another device had changed it. */
export const keptPoint = z.object({ point: pointShape, beside: pointShape.nullable() }).openapi('KeptPoint');
export type KeptPoint = z.infer<typeof keptPoint>;

export const pointList = z.object({ items: z.array(pointShape), next: z.string().nullable() }).openapi('PointList');

const someone = z.object({ id: z.uuid(), name: z.string() });

export const interviewItem = z
  .object({
    id: z.uuid(),
    heldOn: z.string(),
    way: waySchema,
    place: z.string().nullable(),
    withPeople: z.array(someone),
    guideTitle: z.string(),
    startedBy: someone,
    points: z.number().int(),
    /** Points that are neither closed nor have a follow-up. */
    open: z.number().int(),
    finishedAt: z.iso.datetime().nullable(),
    readback: z.enum(['none', 'sent', 'confirmed']),
  })
  .openapi('InterviewItem');
export type InterviewItem = z.infer<typeof interviewItem>;

export const interviewList = z
  .object({ items: z.array(interviewItem), next: z.string().nullable() })
  .openapi('InterviewList');

export const interviewShape = interviewItem.extend({ questions: z.array(z.string()) }).openapi('Interview');
export type Interview = z.infer<typeof interviewShape>;

export const followUpShape = z
  .object({
    interview: z.uuid(),
    point: z.uuid(),
    heldOn: z.string(),
    text: z.string(),
    what: z.string(),
    by: z.string().nullable(),
    person: someone.nullable(),
    doneAt: z.iso.datetime().nullable(),
    doneWords: z.string().nullable(),
  })
  .openapi('FollowUp');
export type FollowUp = z.infer<typeof followUpShape>;
export const followUpList = z
  .object({ items: z.array(followUpShape), next: z.string().nullable() })
  .openapi('FollowUpList');

export const doneSchema = z.strictObject({ done: z.boolean(), words: text(2000).optional() }).openapi('FollowUpDone');
export type Done = z.infer<typeof doneSchema>;

export const pageFilter = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(200).optional(),
});
export type PageFilter = z.infer<typeof pageFilter>;
export const pointFilter = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(200),
  cursor: z.string().max(200).optional(),
});
