import { z } from '@hono/zod-openapi';
import { isZone } from '../../platform/zone.ts';

/** Languages the interface exists in. */
export const localeSchema = z.enum(['en', 'es']);
export type Locale = z.infer<typeof localeSchema>;

export const themeSchema = z.enum(['system', 'light', 'dark']);
export const roleSchema = z.enum(['administrator', 'manager', 'member']);
/** What a person may do in an organization: administrator ⊇ manager ⊇ member. */
export type Role = z.infer<typeof roleSchema>;

export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isZone, 'Choose a time zone such as Europe/Madrid.')
  .openapi({ example: 'America/New_York' });

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Write an e-mail address such as ana@example.org.'));

export const personNameSchema = z.string().trim().min(1, 'Write a name.').max(200);
export const passwordSchema = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(128, 'A password has at most 128 characters.');

export const organizationNameSchema = z.string().trim().min(1, 'Write a name.').max(200);
export const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'Write a domain such as example.org.');

export const organizationSummarySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
});
export type OrganizationSummary = z.infer<typeof organizationSummarySchema>;

export const personSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  locale: localeSchema,
  timeZone: z.string(),
  theme: themeSchema,
});
/** A signed-in person, as they see themselves. */
export type Person = z.infer<typeof personSchema>;

export const meSchema = z
  .object({
    person: personSchema,
    memberships: z.array(
      z.object({ organization: organizationSummarySchema, role: roleSchema, mayPromise: z.boolean() }),
    ),
  })
  .openapi('Me');
export type Me = z.infer<typeof meSchema>;

export const changeMeSchema = z
  .object({ name: personNameSchema, locale: localeSchema, timeZone: timeZoneSchema, theme: themeSchema })
  .partial();
export type ChangeMe = z.infer<typeof changeMeSchema>;

export const changePasswordSchema = z.object({
  current: z.string().max(128).optional(),
  password: passwordSchema,
});

export const setupSchema = z.object({
  organization: z.object({ name: organizationNameSchema, domain: domainSchema.optional() }),
  person: z.object({ name: personNameSchema, email: emailSchema, password: passwordSchema }),
  locale: localeSchema.default('en'),
  timeZone: timeZoneSchema.default('UTC'),
});
export type Setup = z.infer<typeof setupSchema>;

export const startSchema = z
  .object({
    setupNeeded: z.boolean(),
    demo: z
      .object({
        now: z.string(),
        people: z.array(
          z.object({
            name: z.string(),
            email: z.string(),
            organization: z.string(),
            role: roleSchema,
            password: z.string(),
          }),
        ),
      })
      .nullable(),
    version: z.string(),
  })
  .openapi('Start');
export type Start = z.infer<typeof startSchema>;

export const signInSchema = z.object({ email: emailSchema, password: z.string().min(1).max(128) });
export const magicLinkSchema = z.object({ email: emailSchema });
export const openMagicLinkSchema = z.object({ token: z.string().min(1).max(200) });
