import { z } from '@hono/zod-openapi';

export const mailInState = z.enum(['new', 'landed', 'held', 'ignored', 'refused', 'discarded']);

/**
 * Why a mail is held, ignored or refused.
 * Held, for somebody to decide: `unknown-sender` (not the person the address was given to), `unsure-sender` (the receiving server
 * doubts the sender), `no-address` (an answer to a mail of ours, sent to no address of its own), `link-withdrawn`, `handed-over`
 * (their side speaks through somebody else now), `too-many` (more in an hour than anybody writes), `not-taken` (what was there to be said did not fit).
 * Ignored, nobody's words: `auto-reply`, `bounce`, `delay`, `loop`, `empty`, `probe`.
 * Refused: `not-a-mail`, `no-sender`, `two-senders`, `too-large`, `unknown-address`, `forged-address`.
 */
export const mailInReason = z.enum([
  'unknown-sender',
  'unsure-sender',
  'no-address',
  'link-withdrawn',
  'handed-over',
  'too-many',
  'not-taken',
  'auto-reply',
  'bounce',
  'delay',
  'loop',
  'empty',
  'probe',
  'not-a-mail',
  'no-sender',
  'two-senders',
  'too-large',
  'unknown-address',
  'forged-address',
]);
export type MailInReason = z.infer<typeof mailInReason>;

/** An act that the words of a mail read like. It is offered, never performed. `date`: the day they name, in the sender's zone. */
export const suggestionShape = z
  .object({
    kind: z.enum(['agree', 'decline', 'counter', 'defer', 'report', 'accept', 'progress']),
    date: z.iso.date().nullable(),
    atRisk: z.boolean(),
    /** The words it was read from. */
    words: z.string(),
  })
  .openapi('MailSuggestion');
export type MailSuggestion = z.infer<typeof suggestionShape>;

const fileShape = z.object({ name: z.string(), type: z.string(), size: z.int() });

export const mailInSummary = z
  .object({
    id: z.uuid(),
    state: mailInState,
    reason: mailInReason.nullable(),
    /** What the address it came to belongs to. */
    kind: z.enum(['conversation', 'thread', 'meeting', 'copy']).nullable(),
    partnership: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    /** Conversation, thread or meeting it belongs to. */
    subjectId: z.string().nullable(),
    /** Title of the conversation or subject of the thread. */
    about: z.string().nullable(),
    from: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
    recipients: z.array(z.string()),
    subject: z.string(),
    /** The first words. */
    excerpt: z.string(),
    files: z.array(fileShape),
    direction: z.enum(['in', 'out']).nullable(),
    writtenAt: z.iso.datetime().nullable(),
    receivedAt: z.iso.datetime(),
    decision: z.enum(['accepted', 'kept', 'discarded', 'shared']).nullable(),
  })
  .openapi('MailIn');
export type MailInSummary = z.infer<typeof mailInSummary>;

export const mailInPage = mailInSummary
  .extend({
    words: z.string(),
    /** What the mail repeats, and its signature: folded away on the page. */
    folded: z.string(),
    /** People as whom it may be taken into the conversation: of a side without an account. */
    people: z.array(z.object({ id: z.uuid(), name: z.string().nullable() })),
    canAccept: z.boolean(),
    canShare: z.boolean(),
  })
  .openapi('MailInWithWords');
export type MailInPage = z.infer<typeof mailInPage>;

export const mailInFilter = z.object({
  state: mailInState.optional(),
  /** Mails copied in about one partner. */
  correspondence: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});
export type MailInFilter = z.infer<typeof mailInFilter>;

export const mailInList = z
  .object({ items: z.array(mailInSummary), next: z.string().nullable(), held: z.int() })
  .openapi('MailInList');
export type MailInList = z.infer<typeof mailInList>;

/**
 * What becomes of a held mail. `accept`: it is written down in the conversation as said by this person, who has no account.
 * `keep`: with the partner's correspondence, for us alone. `discard`. Copied mails may also be `share`d: their words become a
 * thread in the room, written by whoever presses.
 */
export const mailInDecision = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('accept'), person: z.uuid() }),
    z.strictObject({ do: z.literal('keep'), partnership: z.uuid() }),
    z.strictObject({ do: z.literal('discard') }),
    z.strictObject({ do: z.literal('share') }),
  ])
  .openapi('MailInDecision');
export type MailInDecision = z.infer<typeof mailInDecision>;

export const copyAddress = z
  .object({
    /** Null where no mails are read: the server has no mailbox. */
    address: z.string().nullable(),
  })
  .openapi('CopyAddress');

/** What an answer by mail reads like, offered to whoever wrote it until something else is said. */
export const offeredSuggestion = z
  .object({ suggestion: suggestionShape.nullable(), mail: z.uuid().nullable(), at: z.iso.datetime().nullable() })
  .openapi('OfferedSuggestion');
export type OfferedSuggestion = z.infer<typeof offeredSuggestion>;

export const mailHealth = z
  .object({
    in: z.object({
      /** How mails come in; null: no answers are read. */
      how: z.enum(['imap', 'lmtp', 'smtp']).nullable(),
      server: z.string().nullable(),
      address: z.string().nullable(),
      /** When the mailbox was last looked into, and when a mail last came, whoever it was for. */
      lookedAt: z.iso.datetime().nullable(),
      seenAt: z.iso.datetime().nullable(),
      /** The last one for your organization. */
      ownAt: z.iso.datetime().nullable(),
      /** Mails that lie there and have not been taken yet. */
      waiting: z.int(),
      lastError: z.string().nullable(),
      lastErrorAt: z.iso.datetime().nullable(),
    }),
    out: z.object({
      server: z.string().nullable(),
      from: z.string(),
      sentAt: z.iso.datetime().nullable(),
      queued: z.int(),
      failed: z.int(),
      lastError: z.string().nullable(),
    }),
    /** What became of the mails of the last 30 days, for your organization; `elsewhere`: refused by the server, for nobody here. */
    counts: z.object({
      landed: z.int(),
      held: z.int(),
      ignored: z.int(),
      refused: z.int(),
      discarded: z.int(),
      elsewhere: z.int(),
    }),
    /** The last mail that was sent to see whether it comes back. */
    probe: z.object({ sentAt: z.iso.datetime(), state: z.string(), backAt: z.iso.datetime().nullable() }).nullable(),
  })
  .openapi('MailHealth');
export type MailHealth = z.infer<typeof mailHealth>;

export const nothing = z.object({});

/** A mail about a meeting, as the feature of meetings is given it. */
export interface MeetingMail {
  organization: string;
  partnership: string;
  meeting: string;
  from: { name: string | null; email: string };
  /** The person the address was given to. */
  to: string;
  text: string;
  calendar: string | undefined;
  at: Date;
}

/** What became of a mail about a meeting. `people`: whose words they are; `suggestion`: the answer that they read like, yes or no. */
export interface MeetingMailTaken {
  did: 'answered' | 'proposed' | 'asked' | 'said';
  people?: string;
  /** Where the words stand now. */
  words?: { thread: string; message: string };
  suggestion?: MailSuggestion;
}
