import { z } from '@hono/zod-openapi';
import { plainText } from '../../../messages/plain-text.ts';

/** The guides that come with the product; their words are messages, in the reader's language. */
const STARTERS = [
  'company',
  'university',
  'any',
  'talent',
  'hiring',
  'dean',
  'career',
  'research',
  'learning',
  'foundation',
] as const;
export type Starter = (typeof STARTERS)[number];

const line = (longest: number) => z.string().max(20_000).transform(plainText).pipe(z.string().min(1).max(longest));
/** Questions of a guide or a talk, in their order. */
export const questionsSchema = z.array(line(500)).max(60);
const title = line(200);

export const newGuideSchema = z
  .strictObject({ starter: z.enum(STARTERS).optional(), title, questions: questionsSchema.min(1) })
  .openapi('NewGuide');
export type NewGuide = z.infer<typeof newGuideSchema>;

/** `seen`: when it had been changed last as the writer saw it, so that two at once do not cover each other's words. */
export const changeGuideSchema = z
  .strictObject({ title, questions: questionsSchema.min(1), seen: z.iso.datetime() })
  .openapi('ChangeGuide');
export type ChangeGuide = z.infer<typeof changeGuideSchema>;

export const guideShape = z
  .object({
    id: z.uuid(),
    /** The shipped guide that this one takes the place of; null for one of our own. */
    starter: z.enum(STARTERS).nullable(),
    title: z.string(),
    questions: z.array(z.string()),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Guide');
export type Guide = z.infer<typeof guideShape>;

export const guideList = z
  .object({ items: z.array(guideShape), may: z.object({ change: z.boolean() }) })
  .openapi('GuideList');
export type GuideList = z.infer<typeof guideList>;
