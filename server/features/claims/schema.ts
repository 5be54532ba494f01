import { z } from '@hono/zod-openapi';
import {
  domainSchema,
  emailSchema,
  localeSchema,
  organizationNameSchema,
  passwordSchema,
  personNameSchema,
  timeZoneSchema,
} from '../identity/schema.ts';
import { letterSchema } from '../people/schema.ts';

export const newClaimSchema = z.strictObject({ email: emailSchema, side: letterSchema.optional() }).openapi('NewClaim');
export type NewClaim = z.infer<typeof newClaimSchema>;

export const claimShape = z
  .object({
    id: z.uuid(),
    side: letterSchema,
    email: z.string(),
    state: z.enum(['requested', 'offered', 'accepted', 'expired', 'revoked']),
    /** Who of their people asked for it, if one did. */
    requestedBy: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    acceptedAt: z.iso.datetime().nullable(),
  })
  .openapi('Claim');
export type Claim = z.infer<typeof claimShape>;

export const offeredClaim = claimShape
  .extend({ url: z.string().openapi({ description: 'Shown once: the server keeps only a hash.' }) })
  .openapi('OfferedClaim');

/** What an offer says to whoever opens its link. */
export const openClaim = z
  .object({
    /** Name under which the organization was recorded. */
    recordedName: z.string(),
    recordedDomain: z.string().nullable(),
    offeredBy: z.string(),
    partner: z.string(),
    email: z.string(),
    accountExists: z.boolean().openapi({ description: 'The address has an account here: sign in with it.' }),
    expiresAt: z.iso.datetime(),
  })
  .openapi('OpenClaim');
export type OpenClaim = z.infer<typeof openClaim>;

/** One organization the person administers, or a new one; without a session also who they are. */
export const acceptClaimSchema = z
  .strictObject({
    organization: z.uuid().optional(),
    newOrganization: z.strictObject({ name: organizationNameSchema, domain: domainSchema.optional() }).optional(),
    person: z
      .strictObject({
        name: personNameSchema,
        password: passwordSchema,
        locale: localeSchema.optional(),
        timeZone: timeZoneSchema.optional(),
      })
      .optional(),
  })
  .refine((given) => (given.organization === undefined) !== (given.newOrganization === undefined), {
    message: 'Choose one of your organizations, or name a new one.',
    path: ['organization'],
  })
  .openapi('AcceptClaim');
export type AcceptClaim = z.infer<typeof acceptClaimSchema>;

export const acceptedClaim = z
  .object({ organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }), partnershipId: z.uuid() })
  .openapi('AcceptedClaim');
export type AcceptedClaim = z.infer<typeof acceptedClaim>;

/** Where the offer is to be sent, if not to the address on record. */
export const claimRequestSchema = z.strictObject({ email: emailSchema.optional() }).openapi('ClaimRequest');
