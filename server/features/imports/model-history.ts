import { randomBytes } from 'node:crypto';
import {
  type Act,
  actId,
  apply,
  type Conversation,
  type Evidence,
  evidence,
  type Instant,
  isVoid,
  open,
  type Side,
  type StoredAct,
  toBeSpoken,
} from '@entente/protocol';
import { endOfDay } from '../../platform/zone.ts';
import { type Content, fillAnswers, sha256, write } from '../acts/model.ts';
import type { SayingInput } from '../acts/schema.ts';
import type { Planned } from './model-plan.ts';

/** The two parties of an imported commitment as the log knows them, and who is written down as having spoken. */
export interface Voices {
  parties: Record<Side, string>;
  pseudonyms: Record<Side, string>;
}

export interface Replayed {
  acts: StoredAct[];
  /** What the conversation was after each act. */
  folds: Conversation[];
  conversation: Conversation;
  evidence: Evidence[];
  contents: Content[];
}

const hour = 3_600_000;
const minute = 60_000;
const at = (day: string, zone: string, beforeMidnight: number): number =>
  Date.parse(endOfDay(day, zone)) - beforeMidnight;

/**
 * One imported commitment spoken through the protocol, as both sides would have said it: requested and agreed on the day of
 * the promise, reported and accepted on the day it was done. Throws where the protocol refuses: a plan never makes such.
 */
export function replay(planned: Planned, voices: Voices, zone: string, unit: string): Replayed {
  const said = new Speaking(voices, zone);
  const asked = at(planned.promised, zone, 16 * hour);
  const price = planned.stake !== null && { price: { amount: planned.stake, unit } };
  said.say('customer', asked, {
    kind: 'request',
    terms: {
      what: planned.what,
      conditions: planned.conditions.map((text) => ({ text })),
      due: { date: planned.due },
      ...(planned.work && { work: planned.work }),
      ...price,
      replyBy: { date: planned.promised },
    },
  });
  said.say('performer', asked + minute, { kind: 'agree' });
  if (planned.done !== null) settle(said, planned.done, zone, asked + 2 * minute);
  return said.result();
}

/** The rest of a commitment that an earlier import left open. */
export function replayRest(conversation: Conversation, done: string, voices: Voices, zone: string): Replayed {
  const said = new Speaking(voices, zone, conversation);
  settle(said, done, zone, Date.parse(conversation.lastAt) + minute);
  return said.result();
}

function settle(said: Speaking, done: string, zone: string, notBefore: number): void {
  const reported = Math.max(at(done, zone, 12 * hour), notBefore);
  const conditions = said.conversation.terms.terms.conditions;
  said.say('performer', reported, {
    kind: 'report',
    on: conditions.map(({ id }) => ({ condition: id, text: `Done on ${done}.` })),
  });
  said.say('customer', reported + minute, {
    kind: 'accept',
    verdicts: conditions.map(({ id }) => ({ condition: id, verdict: 'met' })),
  });
}

class Speaking {
  readonly #voices: Voices;
  readonly #zone: string;
  readonly #acts: StoredAct[] = [];
  readonly #folds: Conversation[] = [];
  readonly #evidence: Evidence[] = [];
  readonly #contents: Content[] = [];
  #conversation: Conversation | undefined;

  constructor(voices: Voices, zone: string, conversation?: Conversation) {
    this.#voices = voices;
    this.#zone = zone;
    this.#conversation = conversation;
  }

  get conversation(): Conversation {
    if (!this.#conversation) throw new Error('nothing was said yet');
    return this.#conversation;
  }

  say(side: Side, when: number, input: SayingInput): void {
    const before = this.#conversation;
    const { parts, contents, saying } = write(input, {
      zone: this.#zone,
      known: new Map(),
      files: new Map(),
      ...(before && { conversation: before }),
    });
    const other: Side = side === 'customer' ? 'performer' : 'customer';
    const place = before
      ? toBeSpoken(before, side)
      : {
          nonce: randomBytes(16).toString('hex'),
          from: this.#voices.parties[side],
          to: this.#voices.parties[other],
          side,
          seq: 1,
        };
    const act = {
      v: 1,
      ...place,
      at: new Date(when).toISOString() satisfies Instant,
      parts,
      actor: { pseudonym: this.#voices.pseudonyms[side], via: 'recorded' },
      ...(before ? fillAnswers(saying, before) : saying),
    } as Act;
    const stored: StoredAct = { ...act, id: actId(act, sha256) };
    const after = before ? apply(before, stored) : open(stored);
    if (isVoid(after)) throw new Error(`an imported act does not fit: ${stored.kind}, ${after.void}`);
    this.#acts.push(stored);
    this.#contents.push(...contents);
    this.#evidence.push(...evidence(before, stored, after));
    this.#folds.push(after);
    this.#conversation = after;
  }

  result(): Replayed {
    return {
      acts: this.#acts,
      folds: this.#folds,
      conversation: this.conversation,
      evidence: this.#evidence,
      contents: this.#contents,
    };
  }
}
