import { z } from '@hono/zod-openapi';
import {
  domainSchema,
  emailSchema,
  localeSchema,
  organizationNameSchema,
  passwordSchema,
  personNameSchema,
  roleSchema,
  timeZoneSchema,
} from '../identity/schema.ts';

const daySchema = z.iso.date().openapi({ example: '2026-11-24' });
const instantSchema = z.string().openapi({ format: 'date-time' });

export const organizationSchema = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    domain: z.string().nullable(),
    about: z.string().nullable(),
    locale: localeSchema,
    timeZone: z.string(),
    createdAt: instantSchema,
  })
  .openapi('Organization');
export type Organization = z.infer<typeof organizationSchema>;

export const newOrganizationSchema = z.object({ name: organizationNameSchema, domain: domainSchema.optional() });
export type NewOrganization = z.infer<typeof newOrganizationSchema>;

export const changeOrganizationSchema = z
  .object({
    name: organizationNameSchema,
    domain: domainSchema.nullable(),
    about: z.string().trim().max(2000).nullable(),
    locale: localeSchema,
    timeZone: timeZoneSchema,
  })
  .partial();
export type ChangeOrganization = z.infer<typeof changeOrganizationSchema>;

export const datedRoleSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  startsOn: daySchema,
  endsOn: daySchema.nullable(),
});
export type DatedRole = z.infer<typeof datedRoleSchema>;

export const memberSchema = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    mayPromise: z.boolean(),
    joinedAt: instantSchema,
    endedAt: instantSchema.nullable(),
    roles: z.array(datedRoleSchema),
  })
  .openapi('Member');
export type Member = z.infer<typeof memberSchema>;

export const changeMemberSchema = z
  .object({ role: roleSchema, mayPromise: z.boolean(), ended: z.boolean() })
  .partial()
  .openapi({ description: 'ended: true ends the membership and keeps its history; false begins it again.' });
export type ChangeMember = z.infer<typeof changeMemberSchema>;

const titleSchema = z.string().trim().min(1, 'Write what they are, such as Dean of Engineering.').max(200);
export const newDatedRoleSchema = z.object({
  title: titleSchema,
  startsOn: daySchema,
  endsOn: daySchema.nullable().default(null),
});
export type NewDatedRole = z.infer<typeof newDatedRoleSchema>;
export const changeDatedRoleSchema = z
  .object({ title: titleSchema, startsOn: daySchema, endsOn: daySchema.nullable() })
  .partial();
export type ChangeDatedRole = z.infer<typeof changeDatedRoleSchema>;

export const newInvitationSchema = z.object({ email: emailSchema, role: roleSchema.default('member') });
export type NewInvitation = z.infer<typeof newInvitationSchema>;

export const invitationSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: roleSchema,
    invitedBy: z.object({ personId: z.uuid(), name: z.string() }),
    createdAt: instantSchema,
    expiresAt: instantSchema,
    state: z.enum(['open', 'accepted', 'expired', 'revoked']),
  })
  .openapi('Invitation');
export type Invitation = z.infer<typeof invitationSchema>;

export const sentInvitationSchema = invitationSchema
  .extend({
    url: z.string().openapi({ description: 'Shown once: the server keeps only a hash.' }),
  })
  .openapi('SentInvitation');

export const openInvitationSchema = z
  .object({
    organization: z.object({ name: z.string() }),
    email: z.string(),
    role: roleSchema,
    invitedBy: z.string(),
    accountExists: z.boolean().openapi({ description: 'The invited address has an account here: sign in with it.' }),
  })
  .openapi('OpenInvitation');
export type OpenInvitation = z.infer<typeof openInvitationSchema>;

export const acceptInvitationSchema = z.object({
  /** Without a session: creates the account. */
  name: personNameSchema.optional(),
  password: passwordSchema.optional(),
  locale: localeSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  /** Signed in with another address than the invited one: join with this account all the same. */
  anyway: z.boolean().optional(),
});
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;
