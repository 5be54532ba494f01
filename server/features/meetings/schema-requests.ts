import { z } from '@hono/zod-openapi';
import { plainText } from '../../../messages/plain-text.ts';
import { hexId } from '../conversations/schema.ts';
import { type Way, waySchema } from '../interviews/schema.ts';
import { letterSchema, newPartnerPersonSchema } from '../people/schema.ts';

export type { Way };

/** Times that may be offered at once, people who may be asked, and times of one recurring meeting. */
export const MOST_OPTIONS = 8;
export const MOST_PEOPLE = 50;
export const MOST_TIMES = 60;
export const MOST_RESULTS = 100;

const text = (longest: number) => z.string().max(100_000).transform(plainText).pipe(z.string().max(longest));
const words = (longest: number) => z.string().max(100_000).transform(plainText).pipe(z.string().min(1).max(longest));
/** What the clock on the wall shows, to the minute. */
export const localSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, 'Write it as 2026-12-04T10:30.')
  .refine((local) => local >= '2000' && local < '2200', 'Choose a day between 2000 and 2199.')
  .openapi({ example: '2026-12-04T10:30' });
const zoneSchema = z.string().min(1).max(60).openapi({ example: 'Europe/Madrid' });
const lastsSchema = z.number().int().min(5).max(10_080);
const personSchema = z.uuid();

/** Where in a room somebody's words came from; `calendar`: they changed it in their own calendar. */
export const viaSchema = z.enum(['session', 'link', 'recorded', 'mail', 'calendar']);
export type Via = z.infer<typeof viaSchema>;
export const meetingStates = ['poll', 'proposed', 'agreed', 'cancelled'] as const;
/** poll: a time is still to be found. proposed: invited, nobody of the other side has said yes. agreed: somebody of each side comes. */
export type MeetingState = (typeof meetingStates)[number];
export const voteSchema = z.enum(['yes', 'if-needed', 'no']);
export type Vote = z.infer<typeof voteSchema>;
export const answerSchema = z.enum(['accepted', 'declined', 'tentative']);
export type MeetingAnswer = z.infer<typeof answerSchema>;

/** How a meeting repeats, in plain words. `weekday`: as in "the second Tuesday of the month". */
export const repeatSchema = z
  .strictObject({
    unit: z.enum(['week', 'month', 'weekday']),
    every: z.number().int().min(1).max(12).default(1),
    /** How many times in all. Given instead of `until`. */
    times: z.number().int().min(2).max(MOST_TIMES).optional(),
    /** The last day on which it may take place. */
    until: z.iso.date().optional(),
  })
  .refine(
    (repeat) => (repeat.times === undefined) !== (repeat.until === undefined),
    'Say how often, or until which day: one of the two.',
  )
  .openapi('MeetingRepeat');
export type Repeat = z.infer<typeof repeatSchema>;

const about = {
  purpose: words(200),
  agenda: text(5000),
  way: waySchema,
  /** An address, a room, or the link of a call. */
  place: text(300),
  /** At whose site it is, where it is at one of the two. */
  placeSide: letterSchema.nullable(),
  lasts: lastsSchema,
};

/** Who is asked to come: people of the room, of both sides. The inviter is one of them without being named. */
const invited = z.array(z.strictObject({ person: personSchema, required: z.boolean().default(true) })).max(MOST_PEOPLE);

export const newMeetingSchema = z
  .strictObject({
    ...about,
    agenda: about.agenda.default(''),
    place: about.place.default(''),
    placeSide: about.placeSide.default(null),
    zone: zoneSchema,
    people: invited.default([]),
    /** `fixed`: at `start`. `poll`: everybody votes on `options`, the inviter settles it. `slots`: the other side takes one of `options`. */
    ask: z.enum(['fixed', 'poll', 'slots']),
    start: localSchema.optional(),
    options: z.array(localSchema).min(2).max(MOST_OPTIONS).optional(),
    /** Of a meeting at a fixed time. */
    repeat: repeatSchema.optional(),
    /** The meeting that this one follows: it becomes one of its results. */
    after: z.strictObject({ meeting: z.uuid(), occurrence: localSchema }).optional(),
  })
  .superRefine((meeting, context) => {
    const fixed = meeting.ask === 'fixed';
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (fixed !== (meeting.start !== undefined)) wrong('start', 'Say when it is, or which times it could be.');
    if (fixed === (meeting.options !== undefined)) wrong('options', 'Offer two times or more, or say when it is.');
    if (!fixed && meeting.repeat) wrong('repeat', 'Settle the first time, then repeat it.');
    if (meeting.options && new Set(meeting.options).size < meeting.options.length)
      wrong('options', 'Two of the times are the same.');
  })
  .openapi('NewMeeting');
export type NewMeeting = z.infer<typeof newMeetingSchema>;

export const changeMeetingSchema = z
  .strictObject({
    purpose: about.purpose.optional(),
    agenda: about.agenda.optional(),
    way: about.way.optional(),
    place: about.place.optional(),
    placeSide: about.placeSide.optional(),
    /** All who are asked, where that changes. */
    people: invited.optional(),
  })
  .openapi('ChangeMeeting');
export type ChangeMeeting = z.infer<typeof changeMeetingSchema>;

/** `person`: whose words they are, where you write them down for a side without an account. */
const recorded = { person: personSchema.optional() };

export const votesSchema = z
  .strictObject({
    votes: z
      .array(z.strictObject({ option: z.uuid(), vote: voteSchema }))
      .min(1)
      .max(MOST_OPTIONS),
    ...recorded,
  })
  .openapi('MeetingVotes');
export type Votes = z.infer<typeof votesSchema>;
export const settleSchema = z.strictObject({ option: z.uuid(), ...recorded }).openapi('SettleMeeting');
export type Settle = z.infer<typeof settleSchema>;

export const newAnswerSchema = z
  .strictObject({
    answer: answerSchema,
    words: text(2000).default(''),
    /** "I can't at that time, but…": in the meeting's zone. */
    counter: localSchema.optional(),
    /** Of a recurring meeting: this time only. */
    occurrence: localSchema.optional(),
    ...recorded,
  })
  .openapi('NewMeetingAnswer');
export type NewAnswer = z.infer<typeof newAnswerSchema>;

export const moveMeetingSchema = z
  .strictObject({
    start: localSchema,
    zone: zoneSchema.optional(),
    lasts: lastsSchema.optional(),
    /** Of a recurring meeting: this time only. */
    occurrence: localSchema.optional(),
  })
  .openapi('MoveMeeting');
export type MoveMeeting = z.infer<typeof moveMeetingSchema>;

export const cancelMeetingSchema = z
  .strictObject({ reason: text(2000).default(''), occurrence: localSchema.optional(), ...recorded })
  .openapi('CancelMeeting');
export type CancelMeeting = z.infer<typeof cancelMeetingSchema>;

const presence = z.array(z.strictObject({ person: personSchema, attended: z.boolean() })).max(MOST_PEOPLE);

/** How it went. Each side says who of its own people came; of a side without an account it is written down. */
export const outcomeSchema = z
  .strictObject({
    occurrence: localSchema,
    held: z.boolean(),
    /** Why not, or anything in a line. */
    words: text(2000).default(''),
    attendance: presence.default([]),
  })
  .openapi('MeetingOutcome');
export type Outcome = z.infer<typeof outcomeSchema>;
export const attendanceSchema = z
  .strictObject({ occurrence: localSchema, attendance: presence.min(1) })
  .openapi('MeetingAttendance');
export type Attendance = z.infer<typeof attendanceSchema>;

/** `seen`: when what you changed was written (`minutesAt`, `noteAt`), null if there was nothing. Another state is `stale`. */
export const writingSchema = z
  .strictObject({ occurrence: localSchema, text: text(20_000), seen: z.iso.datetime().nullable() })
  .openapi('MeetingWriting');
export type Writing = z.infer<typeof writingSchema>;

/**
 * What a meeting led to. `idea`: another way to collaborate; with `idea` (its id) a conversation is the request or offer that an idea
 * became.
 */
export const newResultSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      occurrence: localSchema,
      kind: z.literal('conversation'),
      conversation: hexId,
      idea: z.uuid().optional(),
    }),
    z.strictObject({ occurrence: localSchema, kind: z.literal('idea'), text: words(2000) }),
    z.strictObject({ occurrence: localSchema, kind: z.literal('meeting'), meeting: z.uuid() }),
  ])
  .openapi('NewMeetingResult');
export type NewResult = z.infer<typeof newResultSchema>;

export const thanksSchema = z.strictObject({ occurrence: localSchema, text: words(5000) }).openapi('MeetingThanks');
export type Thanks = z.infer<typeof thanksSchema>;
export const ofTimeSchema = z.strictObject({ occurrence: localSchema }).openapi('MeetingTime');

/** A visit or a call that took place, written down in a minute. */
export const newVisitSchema = z
  .strictObject({
    purpose: words(200).optional(),
    on: z.iso.date().refine((day) => day >= '2000' && day < '2200', 'Choose a day between 2000 and 2199.'),
    /** When it began; noon where nobody remembers. */
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    zone: zoneSchema,
    lasts: lastsSchema.default(60),
    way: waySchema.default('in-person'),
    place: about.place.default(''),
    placeSide: about.placeSide.default(null),
    /** Who was there, of both sides; you without being named. */
    people: z.array(personSchema).max(MOST_PEOPLE).default([]),
    /** Somebody of the partner whom the room does not know yet; only where you keep the partner's people. */
    newPeople: z.array(newPartnerPersonSchema).max(10).default([]),
    /** What was agreed: both sides read it. */
    minutes: text(20_000).default(''),
    /** What you heard: only your own organization reads it. */
    note: text(20_000).default(''),
  })
  .openapi('NewVisit');
export type NewVisit = z.infer<typeof newVisitSchema>;

/**
 * upcoming: to come, soonest first, and what of it was called off. unsettled: a time is still to be found. unsaid: past, and nobody said how
 * it went, latest first. held: took place, latest first. past: everything past, and polls that were called off, latest first.
 */
export const meetingFilter = z.object({
  when: z.enum(['upcoming', 'unsettled', 'unsaid', 'held', 'past']).default('upcoming'),
  way: waySchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(300).optional(),
});
export type MeetingFilter = z.infer<typeof meetingFilter>;

/** Words about a meeting, of somebody without an account. */
export const newWordsSchema = z.strictObject({ text: words(20_000) }).openapi('NewMeetingWords');

/** A link for a person without an account. */
export const newMeetingLinkSchema = z.strictObject({ person: personSchema }).openapi('NewMeetingLink');

/** What the relay hands on: something that people are to be told of. */
export const meetingNotice = z.object({
  partnershipId: z.uuid(),
  meetingId: z.uuid(),
  happened: z.enum(['asked', 'invited', 'changed', 'cancelled', 'answered', 'outcome', 'thanks']),
  occurrence: z.string().nullish(),
  /** Who did it: they need no mail about it. A pseudonym of the room. */
  by: z.uuid().nullish(),
  /** The member who did it or wrote it down. */
  member: z.uuid().nullish(),
  /** Only these are told: people of the room. */
  only: z.array(z.uuid()).nullish(),
  result: z.uuid().nullish(),
  holders: z.array(z.uuid()).min(1).max(2),
});
export type MeetingNotice = z.infer<typeof meetingNotice>;
