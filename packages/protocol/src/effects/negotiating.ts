import type { StoredAct } from '../act.ts';
import { lapsesAt, other, stoppedFor } from '../clock.ts';
import { sawEverything } from '../chain.ts';
import type { Agreement, Conversation } from '../conversation.ts';
import { conditionIdsOf, resolveDue } from '../terms.ts';
import { addMilliseconds } from '../time.ts';
import { type ActOf, closeBy, type Effect, without } from './effect.ts';

/** New terms on the table: the other side moves, the question and the deferrals belonged to the old ones. */
const counter: Effect<'counter'> = (conversation, act, at) => {
  const by = act.side === 'customer' ? 'customer' : 'performer';
  return {
    ...conversation,
    terms: { act: act.id, version: conversation.terms.version + 1, by, at, terms: act.terms },
    conditionIds: [...new Set([...conversation.conditionIds, ...conditionIdsOf(act.terms)])],
    negotiation: { author: by, replyBy: act.terms.replyBy, deferrals: 0, engaged: true },
  };
};

const defer: Effect<'defer'> = (conversation, act) => {
  const { author, deferrals } = conversation.negotiation!;
  return { ...conversation, negotiation: { author, replyBy: act.until, deferrals: deferrals + 1, engaged: true } };
};

const agree: Effect<'agree'> = (conversation, act, at) => {
  const { terms } = conversation.terms;
  const due = resolveDue(terms.due!, at);
  const agreement: Agreement = {
    act: act.id,
    by: act.side === 'customer' ? 'customer' : 'performer',
    at,
    due,
    firstDue: due,
    amended: [],
    ...(terms.antecedent && { antecedentBy: terms.antecedent.by }),
  };
  return { ...without(conversation, 'negotiation'), state: 'performing', agreement };
};

/** The reply clock goes on where it stood when the question was asked. */
function answerQuestion(conversation: Conversation, act: StoredAct, at: string): Conversation {
  const negotiation = conversation.negotiation!;
  const stopped = stoppedFor(conversation, at);
  const { question: _answered, ...rest } = negotiation;
  const replyBy = stopped > 0 ? { ends: addMilliseconds(negotiation.replyBy.ends, stopped) } : negotiation.replyBy;
  return sawEverything(conversation, act) ? { ...conversation, negotiation: { ...rest, replyBy } } : conversation;
}

/**
 * Talk moves nothing, but for a question while terms are open: by the side that must answer them, to the side that wrote them. Nothing
 * said after the terms have lapsed brings them back.
 */
export function say(conversation: Conversation, act: ActOf<'say'>, at: string): Conversation {
  const { negotiation } = conversation;
  if (!negotiation || at >= lapsesAt(conversation)) return conversation;
  if (act.side === negotiation.author) {
    return negotiation.question ? answerQuestion(conversation, act, at) : conversation;
  }
  const question = act.question ? { act: act.id, by: other(negotiation.author), at } : undefined;
  return {
    ...conversation,
    negotiation: { ...negotiation, ...(!negotiation.question && question && { question }), engaged: true },
  };
}

export const negotiating = {
  counter,
  defer,
  agree,
  decline: closeBy('declined'),
  withdraw: closeBy('withdrawn'),
};
