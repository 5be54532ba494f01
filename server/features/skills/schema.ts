import { z } from '@hono/zod-openapi';
import { localeSchema } from '../identity/schema.ts';

export const skillFilter = z.object({
  search: z.string().trim().max(100).default(''),
  locale: localeSchema.default('en'),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type SkillFilter = z.infer<typeof skillFilter>;

export const skillShape = z
  .object({
    id: z.string(),
    name: z.string(),
    also: z.string().nullable().openapi({ description: 'The other name that was found, where it was not this one' }),
    source: z.enum(['starter', 'esco', 'onet']),
  })
  .openapi('SkillFound');
export type SkillFound = z.infer<typeof skillShape>;

export const skillList = z
  .object({
    items: z.array(skillShape),
    attributions: z.array(z.string()).openapi({ description: 'What has to be said of imported vocabularies' }),
  })
  .openapi('SkillList');
export type SkillList = z.infer<typeof skillList>;
