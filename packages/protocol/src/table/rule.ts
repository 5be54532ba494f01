import type { ActKind, ProposalKind, Side } from '../act.ts';
import type { EvidenceKind, Outcome, StateName } from '../conversation.ts';

/**
 * Who may perform an act. `mover`: the side that did not write the open terms. `author`: the side that did. `asked`: the author while a
 * question to them is open. `other`: the side a pending proposal waits for. `proposer`: who made it. `newcomer`: a third organization
 * that a pending proposal names.
 */
export type By = 'customer' | 'performer' | 'mover' | 'author' | 'asked' | 'either' | 'other' | 'proposer' | 'newcomer';

/** Conditions on the moment: they need the conversation, the speaker and the time, and so decide which acts are offered. */
export type Situation =
  | 'deferrals-left'
  | 'agreeable-terms'
  | 'antecedent-open'
  | 'not-paused'
  | 'paused-until-now'
  | 'overdue-or-returned'
  | 'being-reworked'
  | 'review-over'
  | 'nothing-pending'
  | 'not-yet-consented'
  | 'proposal-fits'
  | 'inside-reopen-window'
  | 'not-yet-judged'
  | 'open-to-repair'
  | 'made-good'
  | 'recorded-acts-open';

/** Conditions on what is said. */
export type Content =
  | 'opens-rightly'
  | 'at-least-one-condition'
  | 'fresh-conditions'
  | 'dates-ahead'
  | 'changes-a-term'
  | 'names-a-due-date'
  | 'every-condition-reported'
  | 'every-condition-judged'
  | 'cites-unmet'
  | 'cites-agreed'
  | 'risk-before-due'
  | 'work-has-a-date'
  | 'pause-covers-due'
  | 'a-third-party'
  | 'another-person'
  | 'new-link'
  | 'names-recorded-acts';

export type FieldKind =
  | 'terms'
  | 'text'
  | 'files'
  | 'deadline'
  | 'quantity'
  | 'flag'
  | 'condition-reports'
  | 'verdicts'
  | 'unmet'
  | 'cites'
  | 'settlement'
  | 'proposal'
  | 'satisfaction'
  | 'opinion'
  | 'party'
  | 'conversation'
  | 'relation'
  | 'recorded-acts'
  | 'cause';

/** One thing a form asks; `name` is the property of the act (or of the proposal in it). */
export interface Field {
  name: string;
  kind: FieldKind;
  required: boolean;
}

/** What `answers` must name. */
export type Answered = 'terms' | 'report' | 'return' | 'pending';

/** One row of the table: everything that decides whether an act fits, and what it leaves. */
export interface ActRule {
  kind: ActKind;
  by: By[];
  from: ('new' | StateName)[];
  /** In `closed`: only with these outcomes. */
  outcomes?: Outcome[];
  when: Situation[];
  needs: Content[];
  answers?: Answered;
  to: ('same' | StateName)[];
  /** Outcomes it may close with. */
  closes?: Outcome[];
  evidence: EvidenceKind[];
  /** A link that lets a guest do this is used up by it. */
  binding: boolean;
  /** May be written down for the other side. */
  recordable: boolean;
  /** Among acts that crossed, the lower rank comes first. */
  rank: number;
  /** Among acts of the same rank that crossed, the customer's comes first. */
  customerFirst?: true;
  fields: Field[];
}

export interface ProposalRule {
  kind: ProposalKind;
  by: By[];
  /** States in which it can be made, and in which consent can carry it out. */
  from: StateName[];
  outcomes?: Outcome[];
  when: Situation[];
  needs: Content[];
  to: ('same' | StateName)[];
  closes?: Outcome[];
  /** The side a third organization takes over, whose consent is needed too. */
  replaces?: Side;
  fields: Field[];
}
