/**
 * Meetings as calendars know them (RFC 5545, 5546): the shapes. Writing is in `model-ics-write.ts`, reading in
 * `model-ics-read.ts`, when a recurring meeting takes place in `model-recurrence.ts`.
 */

/** A time as the clock on the wall shows it: `YYYY-MM-DDTHH:mm`. */
export type Local = string;

/** How somebody answered an invitation. */
export type Answer = 'needs-action' | 'accepted' | 'declined' | 'tentative';

/** Somebody who is asked to come. */
export interface Attendee {
  name: string;
  email: string;
  status: Answer;
  required: boolean;
}

/** An attendee as a calendar from elsewhere names them. */
export interface AttendeeRead extends Attendee {
  /** Whom they sent in their place, and who sent them. */
  delegatedTo?: string;
  delegatedFrom?: string;
}

/** One time of a recurring meeting that is not as the rule says: elsewhere in time, or not at all. */
export interface MovedOccurrence {
  /** Where the rule puts it, in the meeting's zone. It names this time for ever, wherever it is moved to. */
  occurrence: Local;
  start: Local;
  minutes: number;
  cancelled?: boolean;
}

/** A meeting with what calendars need to know of it. All locals are in the zone of its start. */
export interface CalendarMeeting {
  uid: string;
  sequence: number;
  status: 'tentative' | 'confirmed' | 'cancelled';
  summary: string;
  description: string;
  location: string;
  url: string;
  start: { local: Local; zone: string };
  minutes: number;
  /** The value of an RRULE, such as `FREQ=WEEKLY;COUNT=6`. */
  rule?: string | undefined;
  excluded: Local[];
  moved: MovedOccurrence[];
  organizer: { name: string; email: string };
  attendees: Attendee[];
  stamp: Date;
}

/** What a calendar part is for: RFC 5546. */
export type Method = 'PUBLISH' | 'REQUEST' | 'REPLY' | 'ADD' | 'CANCEL' | 'REFRESH' | 'COUNTER' | 'DECLINECOUNTER';

/** A time that somebody else's calendar names. */
export interface CalendarTime {
  local: Local;
  /** IANA name; the one that was asked for where the time is floating or a whole day. */
  zone: string;
  at: Date;
  /** A day without a time: `local` is its midnight. */
  day?: boolean;
  /** Without a zone of its own. */
  floating?: boolean;
}

/** One event of a calendar, as somebody else wrote it. */
export interface EventRead {
  uid: string;
  /** Given where it tells of one time of a recurring event only. */
  occurrence?: CalendarTime;
  sequence: number;
  stamp?: Date;
  status?: 'tentative' | 'confirmed' | 'cancelled';
  summary: string;
  description: string;
  location: string;
  url: string;
  /** Absent where a REPLY or a CANCEL does not say it. */
  start?: CalendarTime;
  minutes: number;
  rule?: string;
  excluded: CalendarTime[];
  added: CalendarTime[];
  organizer?: { name: string; email: string };
  attendees: AttendeeRead[];
  comment: string;
  /** Whether it keeps somebody from other things (TRANSP). */
  busy: boolean;
}

/** A calendar that was understood. */
export interface CalendarRead {
  ok: true;
  method?: Method;
  events: EventRead[];
}

/** Why a calendar is not taken. */
export type CalendarProblem =
  | 'too-big'
  | 'not-a-calendar'
  | 'broken'
  | 'no-event'
  | 'too-many'
  | 'unknown-zone'
  | 'bad-time'
  | 'bad-rule'
  | 'unknown-method';

/** A calendar that is refused: with the reason, and a sentence for people. */
export interface CalendarRefused {
  ok: false;
  problem: CalendarProblem;
  reason: string;
}

/** One time at which a meeting takes place. */
export interface Occurrence {
  /** Where the rule puts it, in the meeting's zone. */
  occurrence: Local;
  start: Date;
  end: Date;
}
