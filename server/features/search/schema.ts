import { z } from '@hono/zod-openapi';

/** What can be found, in the order in which the groups stand. */
export const kinds = [
  'partner',
  'person',
  'member',
  'conversation',
  'thread',
  'need',
  'note',
  'interview',
  'readback',
] as const;
export type Kind = (typeof kinds)[number];

/** More than anybody types; longer text is refused, not cut. */
export const LONGEST_QUERY = 200;

export const searchFilter = z.object({
  q: z.string().max(LONGEST_QUERY).default(''),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
export type SearchFilter = z.infer<typeof searchFilter>;

const snippet = z.object({ before: z.string(), match: z.string(), after: z.string() }).openapi('Snippet');
export type Snippet = z.infer<typeof snippet>;

export const foundItem = z
  .object({
    id: z.string(),
    title: z.string(),
    /** What tells two of the same name apart: a domain, a job. */
    detail: z.string().nullable(),
    /** The words around the match where the match is not in the title. */
    snippet: snippet.nullable(),
    partnershipId: z.uuid().nullable(),
    /** Name of the other organization of the partnership. */
    partner: z.string().nullable(),
    /** True of what only our own organization sees. */
    own: z.boolean(),
    /** Of a need or an offer. */
    nature: z.enum(['need', 'offer']).nullable(),
    /** Where a read-back stands. */
    conversationId: z.string().nullable(),
  })
  .openapi('Found');
export type Found = z.infer<typeof foundItem>;

export const searchAnswer = z
  .object({ groups: z.array(z.object({ kind: z.enum(kinds), items: z.array(foundItem) })) })
  .openapi('SearchAnswer');
export type SearchAnswer = z.infer<typeof searchAnswer>;
