import { z } from '@hono/zod-openapi';

const moment = z.iso.datetime();
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const address = z
  .string()
  .trim()
  .min(8)
  .max(500)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), 'must be an address that begins with https://');

/** Where somebody's calendar is, and how they sign in there. */
export const calendarAccess = z
  .strictObject({
    url: address,
    username: z.string().trim().min(1).max(200),
    password: z.string().min(1).max(500),
  })
  .openapi('CalendarAccess');

/** The calendars found there. */
export const calendarsFound = z
  .object({ calendars: z.array(z.object({ url: z.string(), name: z.string() })) })
  .openapi('CalendarsFound');

/** The calendar to keep meetings in. */
export const newCalendarAccount = calendarAccess.extend({ calendar: address }).openapi('NewCalendarAccount');
export type NewCalendarAccount = z.infer<typeof newCalendarAccount>;

/** What may be wrong with a connected calendar; the screen has words for each, and what to do. */
export const calendarProblem = z.enum([
  'password',
  'forbidden',
  'gone',
  'full',
  'private',
  'address',
  'unreachable',
  'slow',
  'too-big',
  'redirects',
  'conflict',
  'broken',
  'secret',
]);
export type CalendarTrouble = z.infer<typeof calendarProblem>;

const passed = z.object({ at: moment, words: z.string() }).nullable();

/** A person's connected calendar, as they see it: with what last came in and went out, never just that it is connected. */
const calendarAccount = z.object({
  url: z.string(),
  username: z.string(),
  calendar: z.string(),
  /** When the calendar was last looked at with success. */
  lookedAt: moment.nullable(),
  problem: calendarProblem.nullable(),
  /** The server's own words, where there are some. */
  problemWords: z.string().nullable(),
  problemSince: moment.nullable(),
  /** The last change seen in the calendar, and the last meeting written into it. */
  in: passed,
  out: passed,
  nextAt: moment,
});

export const calendarState = z
  .object({
    account: calendarAccount.nullable(),
    /** The address a calendar program subscribes to; it is told once, when it is made. */
    feed: z.object({ createdAt: moment, readAt: moment.nullable() }).nullable(),
  })
  .openapi('CalendarState');
export type CalendarState = z.infer<typeof calendarState>;

export const calendarFeed = z.object({ url: z.string(), createdAt: moment }).openapi('CalendarFeed');

/**
 * `cancel`: their own meeting is gone from their calendar. `decline`: a meeting they were asked to is. `propose`: they moved one
 * they were asked to. `move`: somebody proposes another time for their meeting. `partner-cancel`: the partner's calendar says
 * that a meeting of theirs is off.
 */
export const questionKind = z.enum(['cancel', 'decline', 'propose', 'move', 'partner-cancel']);
export type QuestionKind = z.infer<typeof questionKind>;

/** What only the person can decide. */
export const calendarQuestion = z
  .object({
    id: z.uuid(),
    kind: questionKind,
    partnershipId: z.uuid(),
    meetingId: z.uuid(),
    title: z.string(),
    partner: z.string(),
    /** Which time of a recurring meeting it is about. */
    occurrence: z.object({ local, at: moment }).nullable(),
    /** The time that is meant, and as a moment. */
    start: z.object({ local, zone: z.string(), at: moment, minutes: z.number().int() }).nullable(),
    /** Who said it, where it was somebody else. */
    from: z.string().nullable(),
    words: z.string().nullable(),
    createdAt: moment,
  })
  .openapi('CalendarQuestion');
export type CalendarQuestion = z.infer<typeof calendarQuestion>;

export const calendarQuestions = z.object({ items: z.array(calendarQuestion) }).openapi('CalendarQuestions');

/** `done`: as it says. `left`: everything stays as it was, and the calendar is put right again. */
export const questionAnswer = z.strictObject({ answer: z.enum(['done', 'left']) }).openapi('CalendarAnswer');

/** At most eight weeks are looked through. */
export const slotFilter = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  minutes: z.coerce.number().int().min(15).max(480).default(60),
  zone: z.string().max(64).optional(),
});

export const freeSlotList = z
  .object({
    zone: z.string(),
    /** Whether the person's own calendar was asked; without one only the meetings here count. */
    calendar: z.enum(['asked', 'none', 'unreachable']),
    slots: z.array(z.object({ local, start: moment, end: moment })),
  })
  .openapi('FreeSlots');
export type FreeSlots = z.infer<typeof freeSlotList>;
