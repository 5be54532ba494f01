import type { Stage } from '../stages/model.ts';
import type { Calendar } from './model-time.ts';

/** What every fact says of where it stands. Moments are milliseconds. */
interface Standing {
  subject: string;
  partnership: string;
}

/** A conversation as one organization has it on its Today. */
export interface ConversationFact extends Standing {
  kind: 'conversation';
  mine: boolean;
  role: 'customer' | 'performer';
  /** answer, question, antecedent, work, rework, review, settlement, proposal, resume. */
  waitsFor: string;
  person: string | null;
  /** Our sponsor in the partnership, who asks how things go; null where none is named. */
  sponsor: string | null;
  moveBy: number;
  lastAt: number;
  promisedAt: number | null;
  dueAt: number | null;
  /** When the clock closes it by itself. */
  lapsesAt: number | null;
  /** An answer was put off to a day that was named. */
  deferred: boolean;
}

export interface PartnershipFact extends Standing {
  kind: 'partnership';
  stage: Stage;
  since: number;
  /** When both sides had last spoken, or met. */
  contactAt: number | null;
  person: string | null;
}

/** Two people who work with each other across the organizations. */
export interface PairFact extends Standing {
  kind: 'pair';
  /** The one of ours, where they sign in. */
  person: string | null;
  heardAt: number;
}

/** A read-back that we sent and they have not answered. */
export interface ReadbackFact extends Standing {
  kind: 'readback';
  conversation: string;
  person: string | null;
  sentAt: number;
}

/** A talk that we listened in and of which no read-back was sent. */
export interface TalkFact extends Standing {
  kind: 'talk';
  person: string | null;
  heldOn: string;
  /** Thanks were sent for the meeting of that day: only the read-back is owed still. */
  thanked: boolean;
}

/** A point of a talk that somebody is to follow up. */
export interface PointFact extends Standing {
  kind: 'point';
  person: string | null;
  by: string;
}

/** A mail of ours that could not be delivered. */
export interface MailFact extends Standing {
  kind: 'mail';
  conversation: string | null;
  person: string | null;
  failedAt: number;
}

/** A mail that arrived and of which somebody has to decide what becomes of it. */
export interface HeldMailFact extends Omit<Standing, 'partnership'> {
  kind: 'held-mail';
  /** Null where it is not known which partner it is about. */
  partnership: string | null;
  /** Whoever of ours stands for the partnership, where they may decide; null: any of those who may. */
  person: string | null;
  heldAt: number;
  /** Why it is held. */
  held: string;
}

/** One time of a meeting that was to be, seen from our side. The subject is the meeting and the time. */
export interface MeetingFact extends Standing {
  kind: 'meeting';
  /** Whoever of ours invited to it, or came first to it. */
  person: string | null;
  endsAt: number;
  /** Whether it was held; null while nobody has said. */
  held: boolean | null;
  /** We invited to it: then it is ours to say how it went. */
  ours: boolean;
  thanked: boolean;
}

export type Fact =
  | MeetingFact
  | ConversationFact
  | PartnershipFact
  | PairFact
  | ReadbackFact
  | TalkFact
  | PointFact
  | MailFact
  | HeldMailFact;
export type FactKind = Fact['kind'];

/** After how many days without contact a partner is close to being forgotten, and when it is late: by how far they have come. */
export interface Cadence {
  early: readonly [number, number];
  middle: readonly [number, number];
  late: readonly [number, number];
}

export const usualCadence: Cadence = { early: [56, 84], middle: [42, 63], late: [30, 45] };

/** What the rules need to know of an organization and its people. */
export interface Settings {
  cadence: Cadence;
  /** Of a person, or of the organization where the thing is nobody's. */
  calendar(person: string | null): Calendar;
}
