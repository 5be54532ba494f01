import type { MissCause, Opinion, Settlement, Speaker, WorkKind } from '@entente/protocol';

/** A day, and a time of day where the exact moment matters; both as the inputs hold them. */
export interface DeadlineValue {
  date: string;
  time: string;
}

export interface QuantityValue {
  amount: string;
  unit: string;
}

/** A condition being written. `id` once it has stood in terms; `key` only tells rows apart. */
export interface ConditionValue {
  key: string;
  id?: string;
  text: string;
}

export interface TermsValue {
  what: string;
  conditions: ConditionValue[];
  dueBy: 'date' | 'days' | 'open';
  due: DeadlineValue;
  days: string;
  work?: WorkKind;
  effort: QuantityValue;
  price: QuantityValue;
  antecedent: { wanted: boolean; text: string; by: DeadlineValue };
  replyBy: DeadlineValue;
}

/** A file already stored on the server. */
export interface FileValue {
  id: string;
  name: string;
  media: string;
  size: number;
}

export interface ConditionReportValue {
  text: string;
  link: string;
  files: FileValue[];
}

/**
 * Everything a person has typed or picked in one composer. Shared by all acts of it, so that words written
 * under one button are still there under the next.
 */
export interface ActValues {
  text: string;
  files: FileValue[];
  terms?: TermsValue;
  deadlines: Record<string, DeadlineValue>;
  quantities: Record<string, QuantityValue>;
  flags: Record<string, boolean>;
  reports: Record<string, ConditionReportValue>;
  verdicts: Record<string, { verdict?: 'met' | 'waived'; text: string }>;
  unmet: Record<string, { unmet: boolean; text: string }>;
  cites: Record<string, boolean>;
  settlement?: Settlement;
  satisfaction?: number;
  opinions: Record<string, Opinion>;
  parties: Record<string, string>;
  conversations: Record<string, string>;
  relation?: 'supports' | 'exchange';
  answers: Record<string, 'yes' | 'no'>;
  cause?: MissCause;
}

/** What is being written, with what it was written against. Kept on this device and, for members, on the server. */
export interface Draft {
  v: 1;
  act: string;
  /** The side whose words are written down; empty where a person speaks for themselves. */
  recorded: '' | Speaker;
  person: string;
  saidAt: string;
  values: ActValues;
  savedAt: string;
}

const noDay: DeadlineValue = { date: '', time: '' };
const noQuantity: QuantityValue = { amount: '', unit: '' };

export function emptyDeadline(date = ''): DeadlineValue {
  return { ...noDay, date };
}

export function emptyTerms(replyBy = ''): TermsValue {
  return {
    what: '',
    conditions: [{ key: '1', text: '' }],
    dueBy: 'date',
    due: emptyDeadline(),
    days: '',
    effort: { ...noQuantity },
    price: { ...noQuantity },
    antecedent: { wanted: false, text: '', by: emptyDeadline() },
    replyBy: emptyDeadline(replyBy),
  };
}

export function emptyValues(): ActValues {
  return {
    text: '',
    files: [],
    deadlines: {},
    quantities: {},
    flags: {},
    reports: {},
    verdicts: {},
    unmet: {},
    cites: {},
    opinions: {},
    parties: {},
    conversations: {},
    answers: {},
  };
}

export function emptyDraft(now: string, act = 'say'): Draft {
  return { v: 1, act, recorded: '', person: '', saidAt: '', values: emptyValues(), savedAt: now };
}

/** True when nothing would be lost by forgetting it. */
export function isBlank(values: ActValues): boolean {
  return JSON.stringify({ ...values, text: values.text.trim() }) === JSON.stringify(emptyValues());
}
