import { initiativeKeys } from '@entente/matching';
import { z } from '@hono/zod-openapi';
import { kindSchema } from '../needs/schema.ts';

const day = z.iso.date().nullable();

/** How a need or an offer is known to the reader. */
const knowns = ['ours', 'told', 'titled', 'confirmed', 'heard', 'assumed'] as const;

const itemRef = z
  .object({
    id: z.uuid(),
    title: z.string(),
    kind: kindSchema,
    whose: z.enum(['ours', 'theirs']),
    known: z.enum(knowns),
  })
  .openapi('FitItem');
export type ItemRef = z.infer<typeof itemRef>;

/** Why an offer serves a need, as data: the screen has the words. Skills are named in the reader's language. */
const reason = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('skills'), skills: z.array(z.string()) }),
    z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
    z.object({ kind: z.literal('kind'), of: kindSchema }),
    z.object({ kind: z.literal('related-kind'), need: kindSchema, offer: kindSchema }),
    z.object({ kind: z.literal('time'), from: day, to: day }),
    z.object({ kind: z.literal('time-missed') }),
    z.object({ kind: z.literal('titled-only') }),
  ])
  .openapi('FitReason');
export type FitReason = z.infer<typeof reason>;

const strength = z.enum(['strong', 'fair', 'slight']);

const match = z.object({ need: itemRef, offer: itemRef, strength, reasons: z.array(reason) }).openapi('FitMatch');
export type FitMatch = z.infer<typeof match>;

export const roomFit = z
  .object({
    partner: z.string(),
    /** Each helps the other, best first. */
    direct: z.array(z.object({ forUs: match, forThem: match })),
    /** Helps one side only, so far. */
    oneSided: z.object({ forUs: z.array(match), forThem: z.array(match) }),
    unserved: z.object({ ours: z.array(itemRef), theirs: z.array(itemRef) }),
    initiatives: z.array(
      z.object({
        key: z.enum(initiativeKeys),
        because: z.array(z.object({ whose: z.enum(['ours', 'theirs']), need: itemRef, offer: itemRef.nullable() })),
      }),
    ),
    /** Items beyond what is compared. */
    leftOut: z.int(),
  })
  .openapi('FitOfPartnership');
export type RoomFit = z.infer<typeof roomFit>;

export const acrossFit = z
  .object({
    item: itemRef,
    nature: z.enum(['need', 'offer']),
    /** Best first. */
    matches: z.array(z.object({ partnership: z.uuid(), partner: z.string(), match })),
  })
  .openapi('FitAcrossPartners');
export type AcrossFit = z.infer<typeof acrossFit>;

export const fitQuery = z.object({ locale: z.enum(['en', 'es']).default('en') });
