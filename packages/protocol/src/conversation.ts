import type {
  ActId,
  ActKind,
  Commit,
  Deadline,
  Instant,
  Party,
  Proposal,
  ProposalKind,
  Settlement,
  Side,
  Speaker,
  Terms,
  Via,
} from './act.ts';

export type StateName = 'negotiating' | 'performing' | 'reported' | 'disputed' | 'closed';

export type Outcome =
  | 'satisfied'
  | 'satisfied-with-waivers'
  | 'declined'
  | 'withdrawn'
  | 'lapsed'
  | 'released'
  | 'cancelled'
  | 'ended-together'
  | 'superseded'
  | 'expired'
  | 'reneged'
  | 'failed'
  | 'unconfirmed';

/** Terms as one act put them on the table. */
export interface TermsVersion {
  act: ActId;
  version: number;
  by: Side;
  at: Instant;
  terms: Terms;
}

export interface Negotiation {
  /** The side whose terms are open; the other side moves. */
  author: Side;
  /** When an answer is due now: the terms' replyBy, moved by deferrals and stopped questions. */
  replyBy: Deadline;
  deferrals: number;
  /** An open question stops the reply clock and passes the move to the side asked. */
  question?: { act: ActId; by: Side; at: Instant };
  /** The side that must answer has spoken here before. Nobody owes an answer to an approach they never took up. */
  engaged?: true;
}

export interface Agreement {
  act: ActId;
  by: Side;
  at: Instant;
  /** Due date in force, resolved from a cycle time where one was agreed. */
  due: Deadline;
  /** The first date ever agreed; stays visible through every amendment. */
  firstDue: Deadline;
  /** Deadlines of earlier agreed versions, oldest first. `late`: changed after the earlier one had passed. */
  amended: { at: Instant; from: Deadline; to: Deadline; late: boolean }[];
  /** By when the antecedent must be met: as agreed, moved by a pause. */
  antecedentBy?: Deadline;
}

export interface Return {
  act: ActId;
  at: Instant;
  unmet: { condition: string; text?: Commit }[];
  /** The report that was returned; a dispute puts it back on the table. */
  report: Report;
}

export interface Report {
  act: ActId;
  at: Instant;
  reviewBy: Deadline;
  /** The return this report answers; a retraction brings that rework back. */
  rework?: ActId;
}

/** A proposal or settlement waiting for consent. At most one at a time. */
export interface Pending {
  act: ActId;
  by: Side;
  at: Instant;
  replyBy: Deadline;
  proposal: Proposal | { kind: 'settle'; settlement: Settlement; due?: Deadline; text?: Commit };
  /** Who has consented so far: the other side, and the newcomer where one is needed. */
  consents: Speaker[];
}

export interface Closing {
  act: ActId;
  at: Instant;
  outcome: Outcome;
  by: Side;
  satisfaction?: number;
  waived: string[];
  /** The accepted or unconfirmed report was on time, late with notice, or late without. */
  timing?: 'on-time' | 'late-with-notice' | 'late';
  successor?: ActId;
}

/** Last act of one organization's chain, void ones included. `place` counts all acts of the log in their common order. */
export interface ChainHead {
  seq: number;
  id: ActId;
  at: Instant;
  place: number;
}

/** Everything the log says, folded. Plain JSON; equal for both organizations. */
export interface Conversation {
  id: ActId;
  state: StateName;
  parties: Record<Side, Party>;
  openedBy: Side;
  openedAt: Instant;
  openedAs: 'request' | 'offer';
  /** Chain head of each organization that has spoken. */
  heads: Record<Party, ChainHead>;
  /** Last applied act and its time; `length` counts acts that took effect. */
  head: ActId;
  lastAt: Instant;
  length: number;
  /** Terms on the table while negotiating, agreed terms afterwards. */
  terms: TermsVersion;
  /** Every condition id ever used, so that ids are never reused for something else. */
  conditionIds: string[];
  negotiation?: Negotiation;
  agreement?: Agreement;
  antecedentMetAt?: Instant;
  atRisk?: { act: ActId; at: Instant; expected?: Deadline };
  pausedUntil?: Deadline;
  returns: Return[];
  report?: Report;
  dispute?: { return: ActId; contest: ActId; at: Instant };
  /** The return that is being reworked. */
  rework?: ActId;
  pending?: Pending;
  /** A proposal that crossed the pending one and waits its turn. */
  next?: Pending;
  closing?: Closing;
  reopened: number;
  judged: Side[];
  repair?: { madeGood?: { act: ActId; at: Instant }; forgiven?: { act: ActId; at: Instant } };
  /** Pseudonym of the person who answers for each side: the last who spoke bindingly or stood in. */
  persons: Partial<Record<Side, string>>;
  /** Recorded acts the represented side has not yet confirmed, and those it denied. */
  unconfirmed: { act: ActId; side: Side }[];
  denied: ActId[];
  links: { relation: 'supports' | 'exchange'; other: ActId; by: Side; at: Instant }[];
}

/** Why an act has no effect. Closed list: every one has a sentence on the screen. */
export type VoidReason =
  | 'wrong-side'
  | 'wrong-state'
  | 'wrong-party'
  | 'broken-chain'
  | 'stale'
  | 'lapsed'
  | 'expired'
  | 'nothing-changed'
  | 'no-condition'
  | 'no-due-date'
  | 'unknown-condition'
  | 'missing-condition'
  | 'too-many-deferrals'
  | 'already-pending'
  | 'nothing-pending'
  | 'too-early'
  | 'too-late'
  | 'paused'
  | 'already-done'
  | 'not-recorded'
  | 'past-date'
  | 'missing-part'
  | 'malformed'
  /** Two acts of one author with the same number: neither counts, nor what follows them. */
  | 'fork'
  /** The id of a condition that was dropped may not come back for another. */
  | 'reused-condition'
  /** Only the person's own words do: it cannot be recorded for somebody. */
  | 'own-words';

export interface Void {
  void: VoidReason;
  /** What was in the way, for the message: the state, the deadline, the condition. */
  detail?: Record<string, string | number>;
}

/** Whose move it is, for what, and by when. */
export interface Move {
  side: Speaker | 'both';
  for: 'answer' | 'question' | 'antecedent' | 'work' | 'rework' | 'review' | 'settlement' | 'proposal' | 'resume';
  by: Instant;
  /** The day people said, where they said a day: what a reader is shown. */
  date?: string;
  /** The act that waits for an answer. */
  act: ActId;
}

/** The ring a person sees: four quarters, and what became of it. */
export interface RingView {
  prepared: boolean;
  agreed: boolean;
  done: boolean;
  accepted: boolean;
  mark: 'open' | 'closed' | 'broken' | 'repaired' | 'faded';
  /** Side whose move the gap waits for. */
  dot?: Speaker | 'both';
}

/** What the log means at a moment. Never written anywhere. */
export interface View {
  state: StateName;
  outcome?: Outcome;
  /** First the main move, then the answer to a pending proposal. Empty when closed. */
  moves: Move[];
  overdue: boolean;
  /** The answer date has passed, grace has not. */
  unanswered: boolean;
  atRisk: boolean;
  paused: boolean;
  ring: RingView;
}

/** An act that can follow, for one speaker, as the composer and the API offer it. */
export interface AllowedAct {
  kind: ActKind;
  /** For `propose`: which kinds. */
  proposal?: ProposalKind;
  /** The act it must name in `answers`. */
  answers?: ActId;
}

export type EvidenceKind =
  | 'sense-making'
  | 'deferral'
  | 'deferral-kept'
  | 'deferral-missed'
  | 'timely-no'
  | 'slow-answer'
  | 'antecedent-met'
  | 'antecedent-missed'
  | 'early-warning'
  | 'late-notice'
  | 'reported-on-time'
  | 'reported-late'
  | 'honest-retraction'
  | 'kept'
  | 'returned'
  | 'broken'
  | 'flexible-customer'
  | 'cancelled'
  | 'prompt-review'
  | 'slow-review'
  | 'unconfirmed'
  | 'made-good'
  | 'forgiven'
  | 'continuity'
  | 'judged';

/** A stored fact about one side, left by one act. Weighing is the trust package's. */
export interface Evidence {
  act: ActId;
  at: Instant;
  kind: EvidenceKind;
  about: Side;
  /** Spoken by the side itself, or written down by the other and not confirmed yet. */
  via: Via;
  /** Numbers behind the fact: hours of notice, days late, count of returns, waivers, satisfaction. */
  facts: Record<string, string | number | boolean>;
}
