import { z } from '@hono/zod-openapi';

/** What somebody is typing, as the screen keeps it; its shape is the screen's own affair. */
export const draft = z
  .object({ content: z.record(z.string(), z.unknown()), updatedAt: z.iso.datetime() })
  .openapi('Draft');
export const draftInput = z.strictObject({ content: z.record(z.string(), z.unknown()) });
export const draftKey = z.string().min(1).max(200);
/** Bytes of one draft as JSON. */
export const draftLimit = 262_144;
/** Drafts of one person in one organization: more than anybody types at once. */
export const draftsLimit = 1_000;
