import { z } from '@hono/zod-openapi';
import { letterSchema, personFunctions } from '../people/schema.ts';

export const dutyKinds = ['sponsor', 'owner', 'doer', 'backup'] as const;
export type DutyKind = (typeof dutyKinds)[number];
const dutyKind = z.enum(dutyKinds);

export const dutyShape = z
  .object({
    person: z.uuid(),
    side: letterSchema,
    duty: dutyKind,
    since: z.iso.datetime(),
    /** `recorded`: written down for a side that was not here itself. */
    via: z.enum(['session', 'recorded']),
  })
  .openapi('Duty');
export type Duty = z.infer<typeof dutyShape>;

/** All duties of one person, in place of those they had. */
export const setDutiesSchema = z.strictObject({ duties: z.array(dutyKind).max(4) }).openapi('SetDuties');

const via = z.enum(['session', 'link', 'recorded']);
const partner = z.object({
  id: z.uuid(),
  side: letterSchema,
  name: z.string().nullable(),
  title: z.string().nullable(),
});

export const pairShape = z
  .object({
    id: z.uuid(),
    /** One person of each side, the a side's first. */
    people: z.tuple([partner, partner]),
    topic: z.string().nullable(),
    proposedBy: z.object({ side: letterSchema, at: z.iso.datetime() }),
    agreed: z.object({ at: z.iso.datetime(), via }).nullable(),
    ended: z.object({ at: z.iso.datetime(), how: z.enum(['refused', 'taken-back', 'ended']), via }).nullable(),
    may: z.object({
      /** `recorded`: write down what the other side says. */
      answer: z.enum(['own', 'recorded']).nullable(),
      end: z.boolean(),
    }),
  })
  .openapi('Pair');
export type Pair = z.infer<typeof pairShape>;

export const newPairSchema = z
  .strictObject({
    /** One person of each side, in any order. */
    people: z.tuple([z.uuid(), z.uuid()]),
    topic: z.string().trim().min(1).max(200).optional(),
  })
  .openapi('NewPair');
export type NewPair = z.infer<typeof newPairSchema>;

/** `person`: whose answer is written down, for a side that is not here itself. */
export const answerPairSchema = z
  .strictObject({ agree: z.boolean(), person: z.uuid().optional() })
  .openapi('AnswerPair');
export type AnswerPair = z.infer<typeof answerPairSchema>;
export const guestAnswerSchema = z.strictObject({ agree: z.boolean() }).openapi('GuestAnswerPair');

/** A proposal in which the guest is one of the two. */
export const guestPair = z
  .object({
    id: z.uuid(),
    with: z.object({ name: z.string().nullable(), title: z.string().nullable() }),
    topic: z.string().nullable(),
    proposedAt: z.iso.datetime(),
  })
  .openapi('GuestPair');
export type GuestPair = z.infer<typeof guestPair>;

export const riskShape = z
  .object({
    side: letterSchema,
    /** `most`: one person said most of what was said in half a year; `only`: one person alone has any duty. No numbers: nobody is ranked. */
    kind: z.enum(['most', 'only']),
    person: z.object({ id: z.uuid(), name: z.string() }),
  })
  .openapi('PeopleRisk');
export type Risk = z.infer<typeof riskShape>;

export const pairsPage = z
  .object({
    /** Proposed and agreed ones. */
    pairs: z.array(pairShape),
    /** The latest that ended. */
    ended: z.array(pairShape),
    duties: z.array(dutyShape),
    risks: z.array(riskShape),
    may: z.object({ propose: z.boolean(), duties: z.array(letterSchema) }),
  })
  .openapi('PairsPage');
export type PairsPage = z.infer<typeof pairsPage>;

const suggestionReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('function'), function: z.enum(personFunctions) }),
  /** They speak for both sides in a conversation of this title. */
  z.object({ kind: z.literal('together'), title: z.string() }),
  z.object({ kind: z.literal('topics'), topics: z.array(z.string()) }),
  /** A need and an offer that were disclosed, and what each of the two talks about. */
  z.object({ kind: z.literal('fit'), need: z.string(), offer: z.string() }),
]);
export type SuggestionReason = z.infer<typeof suggestionReason>;

export const suggestionShape = z
  .object({
    group: z.enum(['function', 'together', 'topics', 'fit']),
    /** The a side's first. */
    people: z.tuple([z.uuid(), z.uuid()]),
    reasons: z.array(suggestionReason),
  })
  .openapi('PairSuggestion');
export type Suggestion = z.infer<typeof suggestionShape>;
