import { z } from '@hono/zod-openapi';
import { waySchema } from '../interviews/schema.ts';
import { letterSchema } from '../people/schema.ts';
import { answerSchema, meetingStates, viaSchema, voteSchema } from './schema-requests.ts';

const someone = z.object({ id: z.uuid(), name: z.string().nullable() });
const moment = z.iso.datetime();

export const optionShape = z
  .object({
    id: z.uuid(),
    local: z.string(),
    startsAt: moment,
    votes: z.array(z.object({ person: z.uuid(), vote: voteSchema, via: viaSchema })),
  })
  .openapi('MeetingOption');
export type Option = z.infer<typeof optionShape>;

/** When somebody could come instead: by the meeting's clock, and the moment. */
const counterShape = z.object({ local: z.string(), startsAt: moment });
export const givenAnswer = z
  .object({
    answer: answerSchema,
    words: z.string(),
    counter: counterShape.nullable(),
    via: viaSchema,
    at: moment,
    /** The time or the place changed since they answered. */
    outdated: z.boolean(),
  })
  .openapi('MeetingAnswer');
export type GivenAnswer = z.infer<typeof givenAnswer>;

const offeredAnswer = z
  .object({ person: z.uuid(), answer: z.enum(['accepted', 'declined']), words: z.string(), at: moment })
  .openapi('OfferedMeetingAnswer');
export type OfferedAnswer = z.infer<typeof offeredAnswer>;

export const invitedShape = z
  .object({
    id: z.uuid(),
    name: z.string().nullable(),
    side: letterSchema,
    required: z.boolean(),
    organizer: z.boolean(),
    /** The reader. */
    me: z.boolean(),
    /** Whether an invitation can reach them. Never the address itself. */
    reachable: z.boolean(),
    answer: givenAnswer.nullable(),
    /** The reader's organization may write down their words. */
    recordable: z.boolean(),
  })
  .openapi('MeetingPerson');
export type Invited = z.infer<typeof invitedShape>;

const cancelledShape = z.object({
  at: moment,
  by: someone,
  side: letterSchema,
  via: viaSchema,
  reason: z.string(),
});

export const resultShape = z
  .object({
    id: z.uuid(),
    kind: z.enum(['conversation', 'idea', 'meeting', 'thanks']),
    /** The idea, or the thanks. */
    text: z.string(),
    /** The request or offer, or what an idea became. `state` as conversations have it. */
    conversation: z
      .object({ id: z.string(), title: z.string(), state: z.string(), outcome: z.string().nullable() })
      .nullable(),
    next: z.object({ id: z.uuid(), purpose: z.string(), startsAt: moment.nullable() }).nullable(),
    side: letterSchema,
    by: someone,
    at: moment,
  })
  .openapi('MeetingResult');
export type Result = z.infer<typeof resultShape>;

/** One time at which the meeting takes place, or took place. */
export const occurrenceShape = z
  .object({
    /** Names it in every other call. */
    occurrence: z.string(),
    local: z.string(),
    lasts: z.number().int(),
    startsAt: moment,
    endsAt: moment,
    moved: z.boolean(),
    cancelled: cancelledShape.nullable(),
    /** null: nobody has said how it went. */
    held: z.boolean().nullable(),
    outcome: z.object({ words: z.string(), at: moment, by: someone, side: letterSchema, via: viaSchema }).nullable(),
    attendance: z.array(z.object({ person: z.uuid(), attended: z.boolean(), via: viaSchema })),
    /** Answers to this time only, which count more than the answer to all of it. */
    answers: z.array(
      z.object({
        person: z.uuid(),
        answer: answerSchema,
        words: z.string(),
        counter: counterShape.nullable(),
        /** This time moved since they answered. */
        outdated: z.boolean(),
      }),
    ),
    minutes: z.string(),
    minutesAt: moment.nullable(),
    minutesBy: someone.nullable(),
    results: z.array(resultShape),
    /** Only your own organization sees these. */
    note: z.string(),
    noteAt: moment.nullable(),
    /** The talk in which your organization wrote down what it heard. */
    talk: z
      .object({ id: z.uuid(), points: z.number().int(), readback: z.enum(['none', 'sent', 'confirmed']) })
      .nullable(),
    /** Thanks and read-back are due until the end of this day (two working days after). Null until it was held. */
    courtesy: z.object({ by: z.string(), thanked: z.boolean() }).nullable(),
  })
  .openapi('MeetingOccurrence');
export type MeetingOccurrence = z.infer<typeof occurrenceShape>;

export const meetingShape = z
  .object({
    id: z.uuid(),
    partnership: z.uuid(),
    partner: z.string(),
    state: z.enum(meetingStates),
    asks: z.enum(['poll', 'slots']).nullable(),
    sequence: z.number().int(),
    /** Side and person who invite. */
    side: letterSchema,
    organizer: someone,
    purpose: z.string(),
    agenda: z.string(),
    way: waySchema,
    place: z.string(),
    placeSide: letterSchema.nullable(),
    zone: z.string(),
    lasts: z.number().int(),
    /** Null while a time is still to be found. */
    start: z.object({ local: z.string(), startsAt: moment }).nullable(),
    repeat: z
      .object({ unit: z.enum(['week', 'month', 'weekday', 'other']), every: z.number().int(), times: z.number().int() })
      .nullable(),
    options: z.array(optionShape),
    people: z.array(invitedShape),
    /** Of a recurring meeting all its times, at most 60; else one; none while a time is to be found. */
    occurrences: z.array(occurrenceShape),
    cancelled: cancelledShape.nullable(),
    /** The meeting it grew out of. */
    after: z.object({ id: z.uuid(), purpose: z.string() }).nullable(),
    /** Talk about this meeting: thanks, and answers by mail. */
    thread: z.uuid().nullable(),
    /** What the last mail of the reader, or of somebody whose words they may write down, reads like. Offered, never done by itself. */
    offered: z.array(offeredAnswer),
    createdAt: moment,
    changedAt: moment,
    may: z.object({
      /** Change purpose, agenda, place and people. */
      change: z.boolean(),
      /** Move it to another time. */
      move: z.boolean(),
      settle: z.boolean(),
      cancel: z.boolean(),
      answer: z.boolean(),
    }),
  })
  .openapi('Meeting');
export type Meeting = z.infer<typeof meetingShape>;

/** Something written about a meeting. */
const meetingWords = z
  .object({
    id: z.uuid(),
    by: someone,
    side: letterSchema,
    via: z.enum(['session', 'link', 'recorded', 'mail']),
    text: z.string(),
    at: moment,
  })
  .openapi('MeetingWords');
export type MeetingWords = z.infer<typeof meetingWords>;

/** A row of a list: one time of a meeting, or a meeting whose time is still to be found (`occurrence` is null then). */
export const meetingItem = z
  .object({
    id: z.uuid(),
    occurrence: z.string().nullable(),
    partnership: z.uuid(),
    partner: z.string(),
    purpose: z.string(),
    state: z.enum(meetingStates),
    asks: z.enum(['poll', 'slots']).nullable(),
    way: waySchema,
    place: z.string(),
    placeSide: letterSchema.nullable(),
    /** Whether the reader's own side invites. */
    ours: z.boolean(),
    organizer: someone,
    startsAt: moment.nullable(),
    endsAt: moment.nullable(),
    zone: z.string(),
    recurring: z.boolean(),
    cancelled: z.boolean(),
    held: z.boolean().nullable(),
    /** Somebody wrote minutes. */
    minutes: z.boolean(),
    results: z.number().int(),
    options: z.number().int(),
    /** People who voted, or said yes. */
    answered: z.number().int(),
    people: z.number().int(),
    /** What the reader said about all of it; `open`: nothing yet. */
    mine: z.enum(['not-asked', 'open', 'accepted', 'declined', 'tentative', 'voted']),
  })
  .openapi('MeetingItem');
export type MeetingItem = z.infer<typeof meetingItem>;
export const meetingList = z
  .object({ items: z.array(meetingItem), next: z.string().nullable() })
  .openapi('MeetingList');
export type MeetingList = z.infer<typeof meetingList>;

/** What meetings of a partnership amount to. Counts open into the list (`when=held`, `way=in-person`). */
export const meetingSummary = z
  .object({
    /** None was held yet: the next one is the first. */
    first: z.boolean(),
    /** The partner's side, whose site comes first for a first meeting. */
    theirSide: letterSchema,
    upcoming: z.number().int(),
    unsettled: z.number().int(),
    unsaid: z.number().int(),
    held: z.number().int(),
    /** Of those held. */
    inPerson: z.number().int(),
    video: z.number().int(),
    phone: z.number().int(),
    notHeld: z.number().int(),
    /** Cancelled, by side. */
    cancelled: z.object({ a: z.number().int(), b: z.number().int() }),
    /** How many were expected of each side at meetings that were held or missed, and how many came; never by person. */
    attendance: z.object({
      a: z.object({ came: z.number().int(), of: z.number().int() }),
      b: z.object({ came: z.number().int(), of: z.number().int() }),
    }),
    ledTo: z.object({
      /** Requests and offers that came of meetings; of these, agreed and accepted ones. */
      conversations: z.number().int(),
      promised: z.number().int(),
      accepted: z.number().int(),
      ideas: z.number().int(),
      meetings: z.number().int(),
    }),
    next: meetingItem.nullable(),
    last: meetingItem.nullable(),
  })
  .openapi('MeetingSummary');
export type MeetingSummary = z.infer<typeof meetingSummary>;

export const startedTalk = z.object({ interview: z.uuid() }).openapi('MeetingTalk');

/** The link of a person without an account, shown once. */
export const madeMeetingLink = z.object({ url: z.string(), expiresAt: moment }).openapi('MadeMeetingLink');

/** A meeting as somebody without an account sees it: no notes of anybody, no addresses. */
export const guestMeeting = z
  .object({
    /** Own side's name, and the partner who invites or is invited. */
    own: z.string(),
    partner: z.string(),
    /** Reader's pseudonym: the person of `people` who reads. */
    person: z.uuid(),
    side: letterSchema,
    name: z.string().nullable(),
    expiresAt: moment,
    meeting: meetingShape,
    /** What was written about it, by both sides. */
    said: z.array(meetingWords),
  })
  .openapi('GuestMeeting');
export type GuestMeeting = z.infer<typeof guestMeeting>;
