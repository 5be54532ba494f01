import { missCauses } from '@entente/protocol';
import { z } from '@hono/zod-openapi';

const opened = { partnershipId: z.uuid(), title: z.string() };
/** What a count opens into: a conversation, or one time of a meeting. */
const link = z.union([
  z.object({ conversationId: z.string(), ...opened }),
  z.object({ meetingId: z.uuid(), occurrence: z.string(), ...opened }),
]);
export type Link = z.infer<typeof link>;
/** Named behind one count, at most. */
export const linkLimit = 20;
const links = z.array(link);

/** Two-way contact is expected at least this often, in days: the touch of a young partnership. */
export const cadenceDays = 56;

/** A share of few: below five only the counts are told. */
const share = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();

export const measures = z
  .object({
    /** Communication. Hours between what was asked of the side and its next word; what was only written down is left out. */
    answers: z.object({
      asked: z.int(),
      unanswered: z.int(),
      medianHours: z.number().nullable(),
      p90Hours: z.number().nullable(),
      unansweredIn: links,
    }),
    /** Consistency. Share of the time within the cadence since the last turn of both sides. */
    rhythm: z.object({ partnerships: z.int(), share: z.number().nullable(), longestDays: z.number().nullable() }),
    /** Delivering on time, as the one who promised. */
    promises: z.object({
      due: z.int(),
      kept: z.int(),
      share,
      lateWithNotice: z.int(),
      late: z.int(),
      /** Late, or still owed, without a word before. */
      silent: z.int(),
      broken: z.int(),
      warned: z.int(),
      amendedBefore: z.int(),
      amendedAfter: z.int(),
      missedIn: links,
      keptIn: links,
      causes: z.array(z.object({ cause: z.enum(missCauses), count: z.int() })),
    }),
    /** As the one who asked. */
    customer: z.object({
      reviews: z.int(),
      prompt: z.int(),
      share,
      medianHours: z.number().nullable(),
      cancelled: z.int(),
      /** Less than three days before it was due, or after. */
      cancelledLate: z.int(),
      antecedents: z.int(),
      antecedentsMet: z.int(),
      letOff: z.int(),
      slowIn: links,
    }),
    /** Showing up: meetings to which the side had said that it comes, where somebody said who came. */
    showing: z.object({
      meetings: z.int(),
      came: z.int(),
      share,
      calledOff: z.int(),
      /** Less than a day before it would have begun, or after. */
      calledOffLate: z.int(),
      missedIn: links,
    }),
  })
  .openapi('MirrorMeasures');
export type Measures = z.infer<typeof measures>;

const trend = z.enum(['better', 'same', 'worse']).nullable();

export const mirror = z
  .object({
    now: measures,
    before: measures,
    /** Against the stretch of the same length before; null where either holds too little. */
    trends: z.object({ answers: trend, rhythm: trend, promises: trend, customer: trend, showing: trend }),
  })
  .openapi('Mirror');
export type Mirror = z.infer<typeof mirror>;

export const mirrorQuery = z.object({ days: z.coerce.number().int().min(7).max(730).default(90) });

const stretch = { from: z.iso.datetime(), to: z.iso.datetime(), cadenceDays: z.int() };
export const ownMirror = z.object({ ...stretch, ours: mirror }).openapi('OwnMirror');
export type OwnMirror = z.infer<typeof ownMirror>;
export const roomMirror = z
  .object({ ...stretch, partner: z.string(), ours: mirror, theirs: mirror })
  .openapi('RoomMirror');
export type RoomMirror = z.infer<typeof roomMirror>;

export const wellKinds = [
  'kept',
  'made-good',
  'warned',
  'retracted',
  'answered',
  'showed-up',
  'reviewed',
  'amended',
  'forgave',
  'let-off',
  'rhythm',
] as const;
export const mendKinds = [
  'broken',
  'silent',
  'late',
  'not-shown',
  'unanswered',
  'slow-answers',
  'slow-reviews',
  'cancelled-late',
  'called-off-late',
  'antecedent-missed',
  'amended-late',
  'long-silence',
] as const;

const reviewItem = <K extends readonly [string, ...string[]]>(kinds: K) =>
  z.object({
    kind: z.enum(kinds),
    count: z.int(),
    of: z.int().nullable(),
    hours: z.number().nullable(),
    days: z.number().nullable(),
    links,
  });

export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** A month of our own organization: three things done well, three to mend. */
export const review = z
  .object({
    month,
    well: z.array(reviewItem(wellKinds)).max(3),
    mend: z.array(reviewItem(mendKinds)).max(3),
    /** Whether anything happened at all. */
    empty: z.boolean(),
    /** The month before and after, where there is one to look at. */
    earlier: month.nullable(),
    later: month.nullable(),
  })
  .openapi('MonthlyReview');
export type Review = z.infer<typeof review>;
export type ReviewItem = Review['well'][number] | Review['mend'][number];
export const reviewQuery = z.object({ month: month.optional() });
