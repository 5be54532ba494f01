import type { MissCause, WorkKind } from './choices.ts';

/** The side of a conversation a person speaks for. `newcomer` is a third organization asked to take a side over. */
export type Side = 'customer' | 'performer';
export type Speaker = Side | 'newcomer';

/** Lower-case hex SHA-256 of an act's canonical bytes. */
export type ActId = string;
/** Stable identifier of an organization as the log knows it; never a name. */
export type Party = string;
/** Lower-case hex HMAC-SHA-256 of a text or file under its own 32-byte salt: what the log keeps instead of the content. */
export type Commit = string;
/** RFC 3339 in UTC with milliseconds, e.g. `2026-06-12T09:30:00.000Z`. Compared as text. */
export type Instant = string;

/** How a person spoke: signed in, through a signed link, or written down by the other side. */
export type Via = 'session' | 'link' | 'recorded';

/** A moment that ends a wait. `ends` is the first instant that is too late; `date` is the day people said, if they said a day. */
export interface Deadline {
  ends: Instant;
  /** Calendar day `YYYY-MM-DD` as spoken; shown, never computed with. */
  date?: string;
}

/** Due on a date, or a cycle time in days counted from agreement. */
export type Due = Deadline | { days: number };

/** An amount with its unit (`hours`, `EUR`), the number as a decimal string: no floats in the log. */
export interface Quantity {
  amount: string;
  unit: string;
}

/** One condition of satisfaction, checkable by itself. `id` is unique within the conversation and survives rewording. */
export interface Condition {
  id: string;
  text: Commit;
}

/** What the customer must do first, and by when. */
export interface Antecedent {
  text: Commit;
  by: Deadline;
}

/** Terms of a commitment. Every change makes a new version, named by the id of the act that carries it. */
export interface Terms {
  what: Commit;
  /** At least one. */
  conditions: Condition[];
  /** Absent: "propose a date"; such terms can be talked about and not agreed. */
  due?: Due;
  work?: WorkKind;
  effort?: Quantity;
  price?: Quantity;
  antecedent?: Antecedent;
  /** When an answer is expected; for an offer, until when it stands. */
  replyBy: Deadline;
}

/** One commitment to content stored beside the log. `name` says what it is (`what`, `reason`, `text`, `file`), never what it says. */
export interface Part {
  name: string;
  commit: Commit;
  /** Bytes of the content. */
  size: number;
  /** Media type, e.g. `text/plain`. */
  media: string;
}

export interface Actor {
  /** Pairwise pseudonym of the person, meaningful only inside one partnership. */
  pseudonym: string;
  via: Via;
}

/** What was done about one condition: in words, files or links (all stored beside the log). */
export interface ConditionReport {
  condition: string;
  text?: Commit;
  files?: Commit[];
}

export interface Verdict {
  condition: string;
  verdict: 'met' | 'waived';
  text?: Commit;
}

export interface Unmet {
  condition: string;
  text?: Commit;
}

/** Where a settlement may lead: an outcome, or back to work. */
export type Settlement =
  | 'satisfied'
  | 'satisfied-with-waivers'
  | 'released'
  | 'ended-together'
  | 'failed'
  | 'performing';

export type Proposal =
  | { kind: 'amend'; terms: Terms; cause?: MissCause; text?: Commit }
  | { kind: 'release'; cause?: MissCause; text?: Commit }
  /** `due` is the new due date; required when the present one would pass before `until`. */
  | { kind: 'pause'; until: Deadline; due?: Deadline; text?: Commit }
  | { kind: 'hand-over'; newcomer: Party; text?: Commit }
  | { kind: 'assign'; newcomer: Party; text?: Commit }
  /** Naming a successor conversation makes the outcome `superseded`. */
  | { kind: 'end-together'; successor?: ActId; text?: Commit }
  | { kind: 'reopen'; due: Deadline; text?: Commit };

export type ProposalKind = Proposal['kind'];
export type Opinion = 'yes' | 'partly' | 'no';

/** What each kind of act says, beside the envelope. `answers` names the terms version, report, return or proposal spoken to. */
export type Saying =
  | { kind: 'request'; terms: Terms }
  | { kind: 'offer'; terms: Terms }
  | { kind: 'counter'; answers: ActId; terms: Terms; text?: Commit }
  | { kind: 'defer'; answers: ActId; until: Deadline; text?: Commit }
  | { kind: 'agree'; answers: ActId; text?: Commit }
  | { kind: 'decline'; answers: ActId; text?: Commit }
  | { kind: 'withdraw'; answers: ActId; text?: Commit }
  | { kind: 'fulfil'; text?: Commit; files?: Commit[] }
  | { kind: 'progress'; text?: Commit; effort?: Quantity; atRisk?: boolean; expected?: Deadline; cause?: MissCause }
  | { kind: 'report'; on: ConditionReport[]; effort?: Quantity; cause?: MissCause; text?: Commit }
  | { kind: 'retract'; answers: ActId; text?: Commit }
  /** `satisfaction` is 1 (not at all) to 5 (entirely). */
  | { kind: 'accept'; answers: ActId; verdicts: Verdict[]; satisfaction?: number; text?: Commit }
  | { kind: 'return'; answers: ActId; unmet: Unmet[]; text?: Commit }
  | { kind: 'contest'; answers: ActId; cites: string[]; text: Commit }
  | { kind: 'settle'; settlement: Settlement; due?: Deadline; text?: Commit }
  | { kind: 'propose'; proposal: Proposal }
  | { kind: 'consent'; answers: ActId; text?: Commit }
  | { kind: 'refuse'; answers: ActId; text?: Commit }
  | { kind: 'take-back'; answers: ActId; text?: Commit }
  | { kind: 'resume'; text?: Commit }
  | { kind: 'cancel'; cause?: MissCause; text: Commit }
  | { kind: 'renege'; cause?: MissCause; text: Commit }
  | { kind: 'stop'; cause?: MissCause; text: Commit }
  | { kind: 'close-unconfirmed'; text?: Commit }
  | { kind: 'judge'; fair: Opinion; efficient: Opinion; again: Opinion; text?: Commit }
  | { kind: 'make-good'; text: Commit; files?: Commit[] }
  | { kind: 'forgive'; text?: Commit }
  /** A question by the side whose move it is stops the reply clock until the other side speaks. */
  | { kind: 'say'; text: Commit; files?: Commit[]; question?: boolean }
  /** The successor speaks for themselves: taking over is never done to somebody. */
  | { kind: 'stand-in' }
  /** `supports`: this conversation is a supporting request of the named one. `exchange`: the two are opposite commitments. */
  | { kind: 'link'; relation: 'supports' | 'exchange'; other: ActId }
  /** The represented side says which recorded acts it did say and which it did not. */
  | { kind: 'confirm'; confirmed: ActId[]; denied: ActId[]; text?: Commit };

export type ActKind = Saying['kind'];

/** What every act carries, whatever it says. */
export interface Envelope {
  /** Format version of the log. */
  v: 1;
  /** Id of the opening act; absent in the opening act itself, which carries a 128-bit hex `nonce` instead. */
  conversation?: ActId;
  nonce?: string;
  from: Party;
  to: Party;
  side: Speaker;
  /** Counter of the author organization in this conversation, from 1. */
  seq: number;
  /** The author organization's previous act here; absent in its first. */
  prev?: ActId;
  /** Last act of any other party that the author had; absent if none. */
  seen?: ActId;
  at: Instant;
  parts: Part[];
  actor: Actor;
}

/** One act: hashed, linked, never changed. The id is not part of the hashed bytes. */
export type Act = Envelope & Saying;
export type StoredAct = Act & { id: ActId };
