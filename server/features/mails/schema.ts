import { z } from '@hono/zod-openapi';

export const mailState = z.enum(['queued', 'sent', 'failed', 'local']);

export const mailSummary = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    to: z.object({ name: z.string().nullable(), email: z.string() }),
    /** Null until the mail has been written out, moments after it was asked for. */
    subject: z.string().nullable(),
    /** `queued`: waits to be sent. `local`: kept to be read here, because no mail server is set. */
    state: mailState,
    attempts: z.int(),
    lastError: z.string().nullable(),
    nextTryAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    conversation: z.object({ partnershipId: z.uuid(), id: z.string() }).nullable(),
    canRetry: z.boolean(),
  })
  .openapi('Mail');
export type MailSummary = z.infer<typeof mailSummary>;

export const mailShape = mailSummary
  .extend({ text: z.string().nullable(), html: z.string().nullable() })
  .openapi('MailWithBody');
export type MailWithBody = z.infer<typeof mailShape>;

export const mailFilter = z.object({
  state: mailState.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});
export type MailFilter = z.infer<typeof mailFilter>;

export const mailList = z
  .object({
    items: z.array(mailSummary),
    next: z.string().nullable(),
    /** No mail server is set: mails are kept here. */
    local: z.boolean(),
  })
  .openapi('MailList');
export type MailList = z.infer<typeof mailList>;

export const localMailList = z.object({ items: z.array(mailShape) }).openapi('LocalMails');
export type LocalMails = z.infer<typeof localMailList>;
