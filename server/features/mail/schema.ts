import { missCauses, workKinds } from '@entente/protocol';
import { z } from '@hono/zod-openapi';

/** Mails of the server itself, to people who belong to no organization yet, stand under this organization. */
export const SERVER_ORGANIZATION = '00000000-0000-0000-0000-000000000000';

/** Who stands behind a mail, in their own words: "Irma Valdés, Universidad del Norte". */
const sender = z.object({ name: z.string().nullable(), organization: z.string() });
export type Sender = z.infer<typeof sender>;

const deadline = z.object({ ends: z.string(), date: z.string().optional() });

/** The parts of an act that a mail repeats: whose words, and what they are about. */
const quote = z.object({
  about: z.enum(['words', 'what', 'condition', 'antecedent', 'done', 'unmet', 'verdict']),
  text: z.string(),
  /** Condition the words belong to. */
  condition: z.string().optional(),
  mark: z.enum(['met', 'waived']).optional(),
});
export type Quote = z.infer<typeof quote>;

const amount = z.object({ amount: z.string(), unit: z.string() });

const event = z.object({
  actId: z.string(),
  kind: z.string(),
  proposal: z.string().optional(),
  settlement: z.string().optional(),
  speaker: z.enum(['customer', 'performer', 'newcomer']),
  who: sender,
  /** The recipient's own side said it (or is said to have said it). */
  own: z.boolean(),
  /** Written down by the other side: who wrote it. */
  recordedBy: sender.optional(),
  at: z.string(),
  quotes: z.array(quote),
  /** Dates and numbers the act names. */
  due: deadline.optional(),
  dueDays: z.number().optional(),
  until: deadline.optional(),
  replyBy: deadline.optional(),
  antecedentBy: deadline.optional(),
  work: z.enum(workKinds).optional(),
  effort: amount.optional(),
  price: amount.optional(),
  satisfaction: z.number().optional(),
  question: z.boolean().optional(),
  atRisk: z.boolean().optional(),
  cause: z.enum(missCauses).optional(),
  denied: z.number().optional(),
  files: z.number().optional(),
});
/** One act, as a mail tells it. */
export type MailEvent = z.infer<typeof event>;

const move = z.object({
  for: z.string(),
  by: z.string(),
  date: z.string().optional(),
  mine: z.boolean(),
  whose: z.string(),
});
const action = z.object({ kind: z.string(), proposal: z.string().optional() });
export type MailAction = z.infer<typeof action>;

const ring = z.object({
  prepared: z.boolean(),
  agreed: z.boolean(),
  done: z.boolean(),
  accepted: z.boolean(),
  mark: z.enum(['open', 'closed', 'broken', 'repaired', 'faded']),
});
export type MailRing = z.infer<typeof ring>;

const conversationFacts = z.object({
  kind: z.literal('conversation'),
  /** Page where the buttons are pressed; for a guest it holds the token. */
  url: z.string(),
  /** Guests only: until when the link works. */
  expiresAt: z.string().optional(),
  guest: z.boolean(),
  /** The recipient's side; none for a newcomer. */
  role: z.enum(['customer', 'performer']).nullable(),
  title: z.string(),
  own: z.string(),
  partner: z.string(),
  outcome: z.string().nullable(),
  /** The guest asked for it, because their last link was used or had expired. */
  fresh: z.boolean().optional(),
  events: z.array(event).max(20),
  moves: z.array(move),
  /** Acts open to the recipient. */
  actions: z.array(action),
  ring,
});
export type ConversationFacts = z.infer<typeof conversationFacts>;

/** Names of the words; the stages feature has their meaning. */
const stageName = z.enum([
  'prospect',
  'awareness',
  'involvement',
  'support',
  'sponsorship',
  'strategic',
  'resting',
  'ended',
]);
const stageFacts = z.object({
  kind: z.literal('stage'),
  /** Page of the partnership; for a guest their link. */
  url: z.string(),
  expiresAt: z.string().optional(),
  guest: z.boolean(),
  partner: z.string(),
  who: sender,
  /** The partner wrote it down for the recipient's own side. */
  recordedBy: z.string().optional(),
  happened: z.enum(['proposed', 'agreed', 'refused', 'taken-back']),
  from: stageName,
  to: stageName,
  words: z.string(),
  at: z.string(),
});
export type StageFacts = z.infer<typeof stageFacts>;

/** What a calendar program reads of a mail. */
export const mailCalendar = z.object({
  method: z.enum(['REQUEST', 'CANCEL', 'REPLY', 'PUBLISH']),
  ics: z.string().max(200_000),
});

const spell = z.object({ startsAt: z.string(), endsAt: z.string() });

/** A meeting, as a mail tells of it. */
const meetingFacts = z.object({
  kind: z.literal('meeting'),
  /** Page of the meeting; for a guest it holds the token. */
  url: z.string(),
  expiresAt: z.string().optional(),
  guest: z.boolean(),
  happened: z.enum([
    'asked',
    'invited',
    'changed',
    'cancelled',
    'answered',
    'outcome',
    'thanks',
    'said',
    'reminder',
    'fresh',
  ]),
  partnershipId: z.string(),
  meetingId: z.string(),
  purpose: z.string(),
  /** The other side, as the recipient sees it. */
  partner: z.string(),
  /** Who did it. */
  who: sender,
  asks: z.enum(['poll', 'slots']).nullable(),
  /** Times to choose from, or the one it is about. */
  times: z.array(spell).max(20),
  /** The meeting's own zone. */
  zone: z.string(),
  /** Of a recurring meeting: one time only. */
  one: z.boolean(),
  repeat: z
    .object({ unit: z.enum(['week', 'month', 'weekday', 'other']), every: z.number(), times: z.number() })
    .nullable(),
  way: z.enum(['in-person', 'video', 'phone']),
  place: z.string(),
  /** At whose site. */
  site: z.string().nullable(),
  agenda: z.string(),
  people: z.array(sender).max(60),
  /** A reason, an answer's words, or thanks. */
  words: z.string(),
  answer: z.enum(['accepted', 'declined', 'tentative', 'voted']).optional(),
  counter: spell.optional(),
  minutes: z.string(),
  results: z
    .array(
      z.object({ kind: z.enum(['conversation', 'idea', 'meeting']), text: z.string(), url: z.string().optional() }),
    )
    .max(100),
  calendar: mailCalendar.optional(),
});
export type MeetingFacts = z.infer<typeof meetingFacts>;

/** One thing of a monthly review; `kind` is one of the mirror's. */
const reviewItem = z.object({
  kind: z.string(),
  count: z.number(),
  of: z.number().nullable(),
  hours: z.number().nullable(),
  days: z.number().nullable(),
  links: z.array(z.object({ title: z.string(), url: z.string() })).max(3),
});

/** What somebody has to follow up, and whose move is theirs, in one mail. */
const digestFacts = z.object({
  kind: z.literal('digest'),
  /** Today. */
  url: z.string(),
  organization: z.string(),
  /** What should not be forgotten: by the rule that raised it, with the day it counts from or to. */
  items: z
    .array(
      z.object({
        rule: z.string(),
        partner: z.string(),
        title: z.string(),
        /** A day, or a moment. */
        date: z.string(),
        /** It is the end of the time somebody has: said as the day it was for. */
        deadline: z.boolean().optional(),
        url: z.string(),
        /** What makes the reason more exact: why a mail is held, or `never` where nobody has spoken yet. */
        detail: z.string().optional(),
      }),
    )
    .max(20),
  /** What became their move since the last one. */
  moves: z.array(z.object({ partner: z.string(), title: z.string(), by: z.string(), url: z.string() })).max(20),
  /** New messages since then, by thread. */
  messages: z.array(z.object({ partner: z.string(), title: z.string(), url: z.string() })).max(20),
  /** News of meetings, and those to come. Mails that were written before there were any have none. */
  meetings: z
    .array(
      z.object({
        what: z.enum(['asked', 'slots', 'answered', 'off', 'minutes', 'coming']),
        partner: z.string(),
        title: z.string(),
        at: z.string(),
        /** People who answered. */
        count: z.number(),
        url: z.string(),
      }),
    )
    .max(20)
    .default([]),
  /** Things there was no room for. */
  more: z.number(),
});
export type DigestFacts = z.infer<typeof digestFacts>;

/** What an answer by mail of somebody without an account reads like: offered, to be pressed on the page or left. */
const suggestionFacts = z.object({
  kind: z.literal('suggestion'),
  /** Their own link. */
  url: z.string(),
  expiresAt: z.string(),
  guest: z.literal(true),
  title: z.string(),
  partner: z.string(),
  role: z.enum(['customer', 'performer']).nullable(),
  /** Their words. */
  words: z.string(),
  action: z.object({ kind: z.string(), atRisk: z.boolean() }),
  /** The day that the words name. */
  date: z.string().nullable(),
});
export type SuggestionFacts = z.infer<typeof suggestionFacts>;

/** What of a mail that came in could not be taken. */
const limitsFacts = z.object({
  kind: z.literal('limits'),
  /** Where the rest can be given instead; for a guest it holds the token. Absent where there is no such page. */
  page: z.string().nullable(),
  /** As `page`, or the server itself. */
  url: z.string(),
  expiresAt: z.string().optional(),
  guest: z.boolean(),
  /** Nothing of it was taken, or all but some of its files. */
  took: z.enum(['nothing', 'words']),
  subject: z.string(),
  size: z.number(),
  filesTaken: z.number(),
  filesLeft: z.number(),
  /** Bytes of a mail and of one file, and files of one mail, that are taken. */
  most: z.object({ mail: z.number(), file: z.number(), files: z.number() }),
});
export type LimitsFacts = z.infer<typeof limitsFacts>;

/** One mail, as facts. Words, language and layout are made when it is sent, so enqueueing cannot fail on them. */
export const mailFacts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('magic-link'), url: z.string(), expiresAt: z.string() }),
  z.object({
    kind: z.literal('invitation'),
    url: z.string(),
    expiresAt: z.string(),
    organization: z.string(),
    invitedBy: z.string(),
  }),
  z.object({
    kind: z.literal('guest-link'),
    /** `PUBLIC_URL/l/TOKEN` */
    url: z.string(),
    expiresAt: z.string(),
    from: sender,
    conversation: z.object({
      id: z.string(),
      partnershipId: z.string(),
      title: z.string(),
      /** The recipient's row among the people of the room. */
      people: z.string().optional(),
    }),
    /** They asked for it themselves because the old one was used or had expired. */
    fresh: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('claim-offer'),
    url: z.string(),
    expiresAt: z.string(),
    from: sender,
    /** Name of the side that may be taken over. */
    partner: z.string(),
  }),
  z.object({
    kind: z.literal('claim-request'),
    /** Page of the partnership, where an administrator or manager answers. */
    url: z.string(),
    partner: z.string(),
    requestedBy: z.object({ name: z.string().nullable(), email: z.string() }),
    partnershipId: z.string(),
  }),
  z.object({
    kind: z.literal('message'),
    url: z.string(),
    subject: z.string(),
    partner: z.string(),
    who: sender,
    text: z.string(),
    at: z.string(),
  }),
  z.object({
    kind: z.literal('review'),
    /** Page of the review. */
    url: z.string(),
    organization: z.string(),
    month: z.string(),
    well: z.array(reviewItem).max(3),
    mend: z.array(reviewItem).max(3),
  }),
  /** Sent to ourselves, to see whether it comes back. */
  z.object({ kind: z.literal('probe'), url: z.string(), organization: z.string() }),
  stageFacts,
  conversationFacts,
  meetingFacts,
  digestFacts,
  suggestionFacts,
  limitsFacts,
]);
export type MailFacts = z.infer<typeof mailFacts>;
export type MailKind = MailFacts['kind'];

export const mailJobPayload = z.object({ organization: z.uuid(), id: z.uuid() });
