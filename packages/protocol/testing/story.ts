import type {
  ActId,
  Commit,
  Conversation,
  Evidence,
  Instant,
  Party,
  Saying,
  Speaker,
  StoredAct,
  Via,
  VoidReason,
} from '../src/index.ts';
import { actId, apply, commitsOf, evidence, isVoid, open, skip, toBeSpoken } from '../src/index.ts';
import { sha256 } from './sha256.ts';

/** Days since the story began become instants; a story begins on a Monday morning. */
export const day = (days: number): Instant =>
  new Date(Date.UTC(2026, 0, 5, 9) + Math.round(days * 86_400_000)).toISOString();

export const until = (days: number) => ({ ends: day(days) });

const encoder = new TextEncoder();

/** In stories a text stands beside the log under its plain digest: no salt, so that vectors are the same everywhere. */
export const commit = (text: string): Commit => sha256(encoder.encode(text));

export const parties: Record<Speaker, Party> = {
  customer: 'org:university',
  performer: 'org:company',
  newcomer: 'org:newcomer',
};

/** One line of a story: who says what, when, and what must come of it. */
export interface Line {
  day: number;
  by: Speaker;
  say: Saying | ((conversation: Conversation) => Saying);
  /** State after it, with the outcome if closed; or `void` and the reason. */
  then: string;
  /** Evidence it leaves, as `kind side`, in order. */
  leaves: string[];
  via?: Via;
  person?: string;
  /** Changes the finished envelope, for hostile acts. */
  forge?: (act: StoredAct) => StoredAct;
}

type Told = Pick<Line, 'say' | 'then'> & Partial<Pick<Line, 'leaves' | 'via' | 'person' | 'forge'>>;

const lineOf =
  (by: Speaker) =>
  (on: number, say: Line['say'], then: string, leaves: string[] = [], more: Partial<Told> = {}): Line => ({
    day: on,
    by,
    say,
    then,
    leaves,
    ...more,
  });

export const customer = lineOf('customer');
export const performer = lineOf('performer');
export const newcomer = lineOf('newcomer');

export const identified = (act: Omit<StoredAct, 'id'>): StoredAct => {
  const { id: _id, ...given } = act as StoredAct;
  const rest = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...rest, id: actId(rest as unknown as StoredAct, sha256) } as unknown as StoredAct;
};

const nonce = '000102030405060708090a0b0c0d0e0f';

/** The act a line says, as its author would send it from where they stand. */
export function compose(conversation: Conversation | undefined, line: Line): StoredAct {
  const saying = typeof line.say === 'function' ? line.say(conversation!) : line.say;
  const from = line.by === 'performer' ? parties.performer : parties.customer;
  const to = line.by === 'performer' ? parties.customer : parties.performer;
  const opening = { nonce, from, to, side: line.by, seq: 1 };
  const position =
    conversation && saying.kind !== 'request' && saying.kind !== 'offer' ? chainOf(conversation, line.by) : opening;
  const act = identified({
    v: 1,
    ...position,
    ...saying,
    at: day(line.day),
    parts: [...new Set(commitsOf(saying))].map((text) => ({
      name: 'text',
      commit: text,
      size: 12,
      media: 'text/plain',
    })),
    actor: { pseudonym: line.person ?? `p-${line.by}`, via: line.via ?? 'session' },
  } as Omit<StoredAct, 'id'>);
  return line.forge ? identified(line.forge(act)) : act;
}

/** A stranger may speak as a newcomer although nobody named them. */
function chainOf(conversation: Conversation, speaker: Speaker) {
  const named = conversation.pending && 'newcomer' in conversation.pending.proposal;
  if (speaker !== 'newcomer' || named) return toBeSpoken(conversation, speaker);
  const from = parties.newcomer;
  const own = Object.hasOwn(conversation.heads, from) ? conversation.heads[from] : undefined;
  const seen = Object.entries(conversation.heads)
    .filter(([owner]) => owner !== from)
    .sort(([, a], [, b]) => b.place - a.place)[0]?.[1];
  return {
    conversation: conversation.id,
    from,
    to: conversation.parties.customer,
    side: speaker,
    seq: (own?.seq ?? 0) + 1,
    ...(own && { prev: own.id }),
    ...(seen && { seen: seen.id }),
  };
}

/** What became of one line. */
export interface Happened {
  act: StoredAct;
  before?: Conversation;
  /** The conversation after it; unchanged but for the chain if the act is void. */
  after?: Conversation;
  refusal?: VoidReason;
  evidence: Evidence[];
  told: string;
  left: string[];
}

function happen(before: Conversation | undefined, act: StoredAct): Happened {
  const result = before ? apply(before, act) : open(act);
  const start = { act, ...(before && { before }) };
  if (isVoid(result)) {
    const after = before && skip(before, act);
    return {
      ...start,
      ...(after && { after }),
      refusal: result.void,
      evidence: [],
      told: `void ${result.void}`,
      left: [],
    };
  }
  const facts = evidence(before, act, result);
  const told = result.closing ? `${result.state} ${result.closing.outcome}` : result.state;
  return { ...start, after: result, evidence: facts, told, left: facts.map(({ kind, about }) => `${kind} ${about}`) };
}

/** Plays lines one after the other, each speaker knowing everything said before. */
export function play(lines: Line[], from?: Conversation): Happened[] {
  const happened: Happened[] = [];
  let conversation = from;
  for (const line of lines) {
    const next = happen(conversation, compose(conversation, line));
    happened.push(next);
    conversation = next.after ?? conversation;
  }
  return happened;
}

export const lastOf = (happened: Happened[]): Conversation => happened.at(-1)!.after!;

export const idsOf = (happened: Happened[]): ActId[] => happened.map(({ act }) => act.id);
