import { z } from '@hono/zod-openapi';

/** Bytes of one file. */
export const fileLimit = 25 * 1024 * 1024;
/** Files one organization may have uploaded to a room and not attached yet. */
export const looseLimit = 100;

export const fileShape = z.object({ id: z.uuid(), name: z.string(), media: z.string(), size: z.int() }).openapi('File');
export type FileShape = z.infer<typeof fileShape>;
