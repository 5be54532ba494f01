import { z } from '@hono/zod-openapi';
import { emailSchema, personNameSchema } from '../identity/schema.ts';

export const letterSchema = z.enum(['a', 'b']);
const titleSchema = z.string().trim().min(1).max(200);

/** What somebody's work is at home, whatever their title: two people of the same function are counterparts. In the order in which lists show them. */
export const personFunctions = [
  'head',
  'people',
  'talent',
  'learning',
  'hiring',
  'research',
  'expert',
  'legal',
  'giving',
  'alliance',
  'alumni',
  'sustainability',
] as const;
export type PersonFunction = (typeof personFunctions)[number];
const functionSchema = z.enum(personFunctions);
/** What somebody talks about, in free words. */
const topicsSchema = z.array(z.string().trim().min(1).max(60)).max(20);

/** What makes a person known in a room when a partner is added: a name is enough. */
export const newPartnerPersonSchema = z.strictObject({
  name: personNameSchema,
  email: emailSchema.optional(),
  title: titleSchema.optional(),
  function: functionSchema.optional(),
  topics: topicsSchema.optional(),
});
export type NewPartnerPerson = z.infer<typeof newPartnerPersonSchema>;

/** `side` is the partner's where it is left out. A newcomer names the third organization they belong to. */
export const newPersonSchema = newPartnerPersonSchema
  .extend({
    side: z.enum(['a', 'b', 'newcomer']).optional(),
    newcomerName: z.string().trim().min(1).max(200).optional(),
    /** Adds them although somebody of the same address or name is known on that side. */
    force: z.boolean().optional(),
  })
  .openapi('NewRoomPerson');
export type NewPerson = z.infer<typeof newPersonSchema>;

/** A third organization and who can answer there, as a guest names them. */
export const newNewcomerSchema = z
  .strictObject({ newcomerName: z.string().trim().min(1).max(200), name: personNameSchema })
  .openapi('NewNewcomer');

export const newcomerShape = z.object({ newcomerId: z.uuid(), newcomerName: z.string() }).openapi('Newcomer');
export type Newcomer = z.infer<typeof newcomerShape>;

export const changePersonSchema = z
  .strictObject({
    name: personNameSchema.optional(),
    email: emailSchema.nullable().optional(),
    title: titleSchema.nullable().optional(),
    function: functionSchema.nullable().optional(),
    topics: topicsSchema.optional(),
    /** true: no longer there; their words stay. false: back again. */
    ended: z.boolean().optional(),
  })
  .openapi('ChangeRoomPerson');
export type ChangePerson = z.infer<typeof changePersonSchema>;

export const personShape = z
  .object({
    /** Pseudonym in this room: what acts name. */
    id: z.uuid(),
    side: z.enum(['a', 'b', 'newcomer']),
    name: z.string().nullable(),
    email: z.string().nullable(),
    title: z.string().nullable(),
    function: functionSchema.nullable(),
    topics: z.array(z.string()),
    /** Set where the person signs in here. */
    personId: z.uuid().nullable(),
    /** For a newcomer: the party to name in a proposal, and how their organization is called. */
    newcomerId: z.uuid().nullable(),
    newcomerName: z.string().nullable(),
    endedAt: z.iso.datetime().nullable(),
    /** A link to a conversation is live for them. */
    linked: z.boolean(),
    may: z.object({ change: z.boolean(), link: z.boolean() }),
  })
  .openapi('RoomPerson');
export type RoomPerson = z.infer<typeof personShape>;

/** Two rows that look like one person, the older first. */
export const sameShape = z
  .object({ people: z.tuple([z.uuid(), z.uuid()]), why: z.enum(['address', 'name']) })
  .openapi('SamePeople');
export type Same = z.infer<typeof sameShape>;

export const mergedShape = z
  .object({
    id: z.uuid(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    /** The row that was kept. */
    into: z.uuid(),
    /** Until when it can be undone; null once it is too late. */
    undoUntil: z.iso.datetime().nullable(),
  })
  .openapi('MergedPerson');
export type Merged = z.infer<typeof mergedShape>;

export const samePage = z.object({ same: z.array(sameShape), merged: z.array(mergedShape) }).openapi('SamePeoplePage');
export type SamePage = z.infer<typeof samePage>;

export const mergeSchema = z.strictObject({ into: z.uuid() }).openapi('MergePerson');
export const notSameSchema = z.strictObject({ than: z.uuid() }).openapi('NotSamePerson');
