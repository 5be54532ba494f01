import { z } from '@hono/zod-openapi';
import { hexId } from '../conversations/schema.ts';
import { waySchema } from '../interviews/schema.ts';

export const pointTags = ['need', 'offer', 'constraint', 'worry', 'person', 'date', 'note'] as const;
export type PointTag = (typeof pointTags)[number];

/** Points of one read-back: each is a condition of the promise to read back. */
export const MOST_POINTS = 50;

const tag = z.enum(pointTags);
const certainty = z.enum(['heard', 'assumed']);
const verdict = z.enum(['confirmed', 'corrected', 'open']);
const via = z.enum(['session', 'link', 'recorded']);
const whole = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (value) => value.isWellFormed() && !value.includes('\u0000'),
      'The text holds half a character. Write it again.',
    );
/** A day that PostgreSQL knows too. */
const day = z.iso.date().refine((each) => each >= '1900' && each < '2200', 'Choose a day between 1900 and 2199.');
/** With its tag in front it still fits into a condition of the promise. */
const pointText = whole(900);

export const newReadbackSchema = z
  .strictObject({
    /** The talk it comes from, in our own notes. */
    interview: z.uuid().optional(),
    heldOn: day,
    way: waySchema,
    place: z.string().trim().max(200).optional(),
    /** First line of the letter. */
    subject: whole(150),
    words: z.string().trim().max(1500).default(''),
    replyBy: day,
    /** To whom it goes; in the room everybody of that side reads it. */
    to: z.uuid().optional(),
    points: z
      .array(
        z.strictObject({
          /** The point of our own notes that it repeats. */
          id: z.uuid().optional(),
          tag,
          certainty: certainty.default('heard'),
          text: pointText,
        }),
      )
      .min(1)
      .max(MOST_POINTS),
  })
  .openapi('NewReadback');
export type NewReadback = z.infer<typeof newReadbackSchema>;

export const answerSchema = z
  .strictObject({
    points: z
      .array(
        z
          .strictObject({ id: z.uuid(), verdict, correction: pointText.optional() })
          .refine(
            (point) => (point.verdict === 'corrected') === (point.correction !== undefined),
            'A correction says how it is, and only a correction does.',
          ),
      )
      .min(1)
      .max(MOST_POINTS),
    /** What the listener did not say. */
    added: z
      .array(z.strictObject({ tag, text: pointText }))
      .max(MOST_POINTS)
      .default([]),
    words: z.string().trim().max(5000).default(''),
    /** Their answer written down by whoever holds their silent side. */
    recorded: z.strictObject({ person: z.uuid().optional(), at: z.iso.datetime().optional() }).optional(),
  })
  .openapi('AnswerReadback');
export type Answer = z.infer<typeof answerSchema>;

export const readbackShape = z
  .object({
    id: z.uuid(),
    conversationId: hexId,
    /** The reader's organization listened. */
    mine: z.boolean(),
    listener: z.string(),
    listened: z.string(),
    author: z.string().nullable(),
    heldOn: z.iso.date(),
    way: waySchema,
    place: z.string().nullable(),
    words: z.string(),
    sentAt: z.iso.datetime(),
    /** Sent within two working days of the talk. */
    inTime: z.boolean(),
    answeredAt: z.iso.datetime().nullable(),
    answeredBy: z.string().nullable(),
    answeredVia: via.nullable(),
    answerWords: z.string().nullable(),
    points: z.array(
      z.object({
        id: z.uuid(),
        /** Said by the other side in its answer. */
        added: z.boolean(),
        tag,
        certainty,
        text: z.string(),
        verdict: verdict.nullable(),
        correction: z.string().nullable(),
      }),
    ),
    may: z.object({ answer: z.boolean(), record: z.boolean() }),
  })
  .openapi('Readback');
export type Readback = z.infer<typeof readbackShape>;

export const readbackList = z.object({ items: z.array(readbackShape) }).openapi('Readbacks');
export const readbackFilter = z.object({ conversation: hexId.optional() });
export const guestReadback = z.object({ readback: readbackShape.nullable() }).openapi('GuestReadback');
