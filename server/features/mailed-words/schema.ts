import { z } from '@hono/zod-openapi';

/** Words that came by mail: both sides see that they did. */
export const byMail = z
  .object({
    /** Files of the mail, where the words themselves hold none. */
    files: z.array(z.object({ id: z.uuid(), name: z.string(), media: z.string(), size: z.int() })),
    /** The mail as it came, where the reader's organization took it: its managers may read it. */
    mail: z.uuid().nullable(),
    /** That mail holds more than its new words: what it repeats, and a signature. */
    more: z.boolean(),
  })
  .openapi('ByMail');
export type ByMail = z.infer<typeof byMail>;
