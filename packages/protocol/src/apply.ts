import type { ActKind, Side, StoredAct } from './act.ts';
import { admit, fitsContent, missingPart } from './admission.ts';
import { continuesChain, headsAfter, spokenAt } from './chain.ts';
import type { Conversation, Void } from './conversation.ts';
import type { Effect } from './effects/effect.ts';
import { negotiating } from './effects/negotiating.ts';
import { performing } from './effects/performing.ts';
import { proposing } from './effects/proposing.ts';
import { talking } from './effects/talking.ts';
import { refuse } from './guards/refusal.ts';
import { table } from './table.ts';
import { conditionIdsOf } from './terms.ts';
import { latest } from './time.ts';

type Following = Exclude<ActKind, 'request' | 'offer'>;

const effects: { [K in Following]: Effect<K> } = { ...negotiating, ...performing, ...proposing, ...talking };

export const isVoid = (result: Conversation | Void): result is Void => 'void' in result;

/** Whoever speaks bindingly, or stands in, answers for the side from then on. */
function personsAfter(persons: Conversation['persons'], act: StoredAct): Conversation['persons'] {
  if (act.side === 'newcomer' || !table[act.kind].binding || persons[act.side] === act.actor.pseudonym) return persons;
  return { ...persons, [act.side]: act.actor.pseudonym };
}

function unconfirmedAfter(unconfirmed: Conversation['unconfirmed'], act: StoredAct): Conversation['unconfirmed'] {
  return act.actor.via === 'recorded' && act.side !== 'newcomer'
    ? [...unconfirmed, { act: act.id, side: act.side }]
    : unconfirmed;
}

/** The conversation that an opening act would begin, fitting or not. */
function begun(act: Extract<StoredAct, { kind: 'request' | 'offer' }>, side: Side): Conversation {
  return {
    id: act.id,
    state: 'negotiating',
    parties:
      side === 'customer' ? { customer: act.from, performer: act.to } : { customer: act.to, performer: act.from },
    openedBy: side,
    openedAt: act.at,
    openedAs: act.kind,
    heads: { [act.from]: { seq: 1, id: act.id, at: act.at, place: 1 } },
    head: act.id,
    lastAt: act.at,
    length: 1,
    terms: { act: act.id, version: 1, by: side, at: act.at, terms: act.terms },
    conditionIds: conditionIdsOf(act.terms),
    negotiation: { author: side, replyBy: act.terms.replyBy, deferrals: 0 },
    returns: [],
    reopened: 0,
    judged: [],
    persons: { [side]: act.actor.pseudonym },
    unconfirmed: unconfirmedAfter([], act),
    denied: [],
    links: [],
  };
}

/** Begins a conversation from its opening request or offer. */
export function open(act: StoredAct): Conversation | Void {
  const rule = Object.hasOwn(table, act.kind) ? table[act.kind] : undefined;
  if (!rule?.from.includes('new') || (act.kind !== 'request' && act.kind !== 'offer')) {
    return refuse('wrong-state', { state: 'new' });
  }
  if (act.side === 'newcomer' || !rule.by.includes(act.side)) return refuse('wrong-side');
  const conversation = begun(act, act.side);
  return fitsContent(conversation, rule, act, act.at) ?? missingPart(act, []) ?? conversation;
}

/** The conversation after an act, or why the act has no effect. Never throws, never changes its arguments. */
export function apply(conversation: Conversation, act: StoredAct): Conversation | Void {
  const at = spokenAt(conversation, act);
  const refusal = admit(conversation, act, at);
  if (refusal) return refusal;
  const effect = effects[act.kind as Following] as Effect<ActKind>;
  const after = effect(conversation, act as never, at);
  return {
    ...after,
    heads: headsAfter(conversation, act, at),
    head: act.id,
    lastAt: latest(conversation.lastAt, at),
    length: conversation.length + 1,
    persons: personsAfter(after.persons, act),
    unconfirmed: unconfirmedAfter(after.unconfirmed, act),
  };
}

/** The conversation after an act that is kept and has no effect: its author's chain goes on from it. */
export function skip(conversation: Conversation, act: StoredAct): Conversation {
  if (!continuesChain(conversation, act)) return conversation;
  return { ...conversation, heads: headsAfter(conversation, act, spokenAt(conversation, act)) };
}
