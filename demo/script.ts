import type { MissCause } from '@entente/protocol';
import type { SayingInput, TermsInput } from '../server/features/acts/schema.ts';
import * as beside from './beside.ts';
import { moment } from './calendar.ts';
import type { Stage } from './stage.ts';

/** Something that happens at a moment of the story. The stage plays all of them in the order of time. */
export interface Happening {
  at: string;
  play(stage: Stage): Promise<void>;
}

/** What later lines of a conversation can point to. */
export interface Told {
  /** Ids of what was said so far, oldest first. */
  acts: readonly string[];
  conversation(key: string): string;
  newcomer(key: string): string;
  file(key: string): string;
}

type Saying = SayingInput | ((told: Told) => SayingInput);

/** One line of a conversation: somebody speaks, or something is done beside it. */
export interface Line {
  at: string;
  play(stage: Stage, conversation: string): Promise<void>;
}

export interface Opening {
  room: string;
  /** Whom of the other side it is put to. */
  to?: string;
  /** The thread it grew out of. */
  thread?: string;
}

type OpeningSaying = Extract<SayingInput, { kind: 'request' | 'offer' }>;

/** A member of one of the organizations speaks, signed in. */
export function says(at: string, who: string, saying: Saying): Line {
  return { at: moment(at), play: (stage, conversation) => stage.speak(conversation, who, saying) };
}

/** A member writes down what somebody of a partner without an account said, now or a while ago. */
export function notes(at: string, who: string, whose: string, saying: Saying, saidAt?: string): Line {
  const recorded = { whose, ...(saidAt && { at: moment(saidAt) }) };
  return { at: moment(at), play: (stage, conversation) => stage.speak(conversation, who, saying, recorded) };
}

/** A guest speaks through the link they were given. */
export function answers(at: string, guest: string, saying: Saying): Line {
  return { at: moment(at), play: (stage, conversation) => stage.speakByLink(conversation, guest, saying) };
}

/** A member mails a guest a link to the conversation. */
export function links(at: string, who: string, guest: string): Line {
  return { at: moment(at), play: (stage, conversation) => beside.link(stage, conversation, who, guest) };
}

/** A guest asks, from the page of their link, for a home of their organization's own. */
export function asksForHome(at: string, guest: string): Line {
  return { at: moment(at), play: (stage, conversation) => beside.askForHome(stage, conversation, guest) };
}

/** A member notes something beside the conversation, for colleagues only. */
export function privately(at: string, who: string, text: string): Line {
  return { at: moment(at), play: (stage, conversation) => beside.note(stage, who, { conversation }, text) };
}

/** A member uploads a file, to be attached to what they say next. */
export function uploads(
  at: string,
  who: string,
  key: string,
  file: { name: string; media: string; text: string },
): Line {
  return { at: moment(at), play: (stage, conversation) => beside.upload(stage, conversation, who, key, file) };
}

/** A member begins to write and does not send it yet. */
export function drafts(at: string, who: string, draft: { act: 'counter'; text: string; terms: TermsInput }): Line {
  return { at: moment(at), play: (stage, conversation) => beside.draft(stage, conversation, who, draft) };
}

/** Somebody of a third organization becomes known in the room, to be asked to take a side over. */
export function introduces(at: string, who: string, newcomer: string): Line {
  return { at: moment(at), play: (stage, conversation) => beside.introduce(stage, conversation, who, newcomer) };
}

/** A conversation: who opens it, with what, and what is said afterwards. */
export function conversation(
  key: string,
  opening: Opening,
  first: { at: string; who: string; saying: OpeningSaying; recordedBy?: string },
  lines: readonly Line[] = [],
): Happening[] {
  return [
    { at: moment(first.at), play: (stage) => stage.open(key, opening, first) },
    ...lines.map((line) => ({ at: line.at, play: (stage: Stage) => line.play(stage, key) })),
  ];
}

type Condition = string | readonly [id: string, text: string];
type More = Partial<Pick<TermsInput, 'work' | 'effort' | 'price' | 'antecedent'>>;

/** Terms in plain words. A condition that stood in earlier terms is given with its id. */
export function terms(
  what: string,
  conditions: readonly Condition[],
  due: string | null,
  replyBy: string,
  more: More = {},
): TermsInput {
  return {
    what,
    conditions: conditions.map((one) => (typeof one === 'string' ? { text: one } : { id: one[0], text: one[1] })),
    ...(due && { due: { date: due } }),
    replyBy: { date: replyBy },
    ...more,
  };
}

type PerCondition = Record<string, string | { text?: string; files: string[] }>;

/** It is done: a word about each condition, and why it comes late where it does. */
export function report(on: PerCondition, text?: string, cause?: MissCause): SayingInput {
  const entries = Object.entries(on).map(([condition, word]) => ({
    condition,
    ...(typeof word === 'string' ? { text: word } : word),
  }));
  return { kind: 'report', on: entries, ...(cause && { cause }), ...(text && { text }) };
}

/** Accepted: how many conditions were met, and which of them were waived with what words. */
export function accept(
  conditions: number,
  satisfaction: number,
  text?: string,
  waived: Record<string, string> = {},
): SayingInput {
  const verdicts = Array.from({ length: conditions }, (_, n) => `c${n + 1}`).map((condition) =>
    condition in waived
      ? { condition, verdict: 'waived' as const, text: waived[condition] }
      : { condition, verdict: 'met' as const },
  );
  return { kind: 'accept', verdicts, satisfaction, ...(text && { text }) };
}
