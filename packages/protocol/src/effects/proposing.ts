import type { Deadline, Party, Proposal, Side, Speaker, StoredAct, Terms } from '../act.ts';
import type { Agreement, Conversation, Pending } from '../conversation.ts';
import { proposals } from '../table.ts';
import { conditionIdsOf, resolveDue, sameAntecedent, sameConditions, sameDue } from '../terms.ts';
import {
  answeringSide,
  clearPending,
  close,
  type Effect,
  moveDue,
  proposalReplyBy,
  timingOf,
  without,
} from './effect.ts';
import { restAntecedent } from './performing.ts';

function put(conversation: Conversation, act: StoredAct, at: string, proposal: Pending['proposal']): Conversation {
  const by: Side = act.side === 'customer' ? 'customer' : 'performer';
  const made: Pending = { act: act.id, by, at, replyBy: proposalReplyBy(conversation, at), proposal, consents: [] };
  return conversation.pending ? { ...conversation, next: made } : { ...conversation, pending: made };
}

const propose: Effect<'propose'> = (conversation, act, at) => put(conversation, act, at, act.proposal);

const settle: Effect<'settle'> = (conversation, act, at) =>
  put(conversation, act, at, {
    kind: 'settle',
    settlement: act.settlement,
    ...(act.due && { due: act.due }),
    ...(act.text && { text: act.text }),
  });

const refuse: Effect<'refuse'> = (conversation, _act, at) => clearPending(conversation, at);

const takeBack: Effect<'take-back'> = (conversation, act, at) =>
  act.answers === conversation.next?.act ? without(conversation, 'next') : clearPending(conversation, at);

/** The date an amendment leads to: unchanged terms keep the date in force, which a pause may have moved. */
function amendedAgreement(conversation: Conversation, terms: Terms, at: string): Agreement {
  const { terms: before } = conversation.terms;
  const agreement = conversation.agreement!;
  const moved = sameDue(before.due, terms.due) ? agreement : moveDue(agreement, resolveDue(terms.due!, at), at);
  if (sameAntecedent(before, terms)) return moved;
  const { antecedentBy: _old, ...rest } = moved;
  return terms.antecedent ? { ...rest, antecedentBy: terms.antecedent.by } : rest;
}

/** New terms in force. A report that no longer speaks to every condition has to be made again. */
function amend(conversation: Conversation, pending: Pending, terms: Terms, at: string): Conversation {
  const before = conversation.terms.terms;
  const agreement = amendedAgreement(conversation, terms, at);
  const drop: Parameters<typeof without>[1][] = [];
  if (agreement.due !== conversation.agreement!.due) drop.push('atRisk');
  if (!sameAntecedent(before, terms)) drop.push('antecedentMetAt');
  const reportStands = conversation.state !== 'reported' || sameConditions(before, terms);
  if (!reportStands) drop.push('report');
  return {
    ...without(conversation, ...drop),
    ...(!reportStands && { state: 'performing' as const }),
    terms: { act: pending.act, version: conversation.terms.version + 1, by: pending.by, at, terms },
    conditionIds: [...new Set([...conversation.conditionIds, ...conditionIdsOf(terms)])],
    agreement,
  };
}

/** Someone else takes a side over, with its history. What was recorded for the old one stays recorded: the new one did not say it. */
function replace(conversation: Conversation, side: Side, newcomer: Party, act: StoredAct): Conversation {
  const { [side]: _left, ...persons } = conversation.persons;
  return {
    ...conversation,
    parties: { ...conversation.parties, [side]: newcomer },
    persons: act.side === 'newcomer' ? { ...persons, [side]: act.actor.pseudonym } : persons,
    unconfirmed: conversation.unconfirmed.filter((entry) => entry.side !== side),
  };
}

/** Closed satisfied, and something came up after all: the same promise with a new date, judged anew. */
function reopen(conversation: Conversation, due: Deadline, at: string): Conversation {
  return {
    ...without(conversation, 'closing', 'report', 'repair', 'atRisk', 'dispute'),
    state: 'performing',
    agreement: moveDue(conversation.agreement!, due, at, false),
    reopened: conversation.reopened + 1,
    judged: [],
  };
}

type Settled = Extract<Pending['proposal'], { kind: 'settle' }>;

function settled(
  conversation: Conversation,
  pending: Pending,
  { settlement, due }: Settled,
  act: StoredAct,
  at: string,
): Conversation {
  if (settlement === 'performing') {
    const agreement = due ? moveDue(conversation.agreement!, due, at) : conversation.agreement!;
    const drop = agreement === conversation.agreement ? [] : (['atRisk'] as const);
    return { ...without(conversation, 'report', 'dispute', ...drop), state: 'performing', agreement };
  }
  const kept = settlement === 'satisfied' || settlement === 'satisfied-with-waivers';
  const unmet = conversation.returns.at(-1)?.unmet ?? [];
  return close(conversation, {
    act: act.id,
    at,
    outcome: settlement,
    by: answeringSide(pending),
    waived: settlement === 'satisfied-with-waivers' ? unmet.map(({ condition }) => condition) : [],
    ...(kept && { timing: timingOf(conversation, conversation.report!) }),
  });
}

function carryOut(conversation: Conversation, pending: Pending, act: StoredAct, at: string): Conversation {
  const proposal: Proposal | Settled = pending.proposal;
  const end = { act: act.id, at, by: answeringSide(pending), waived: [] };
  switch (proposal.kind) {
    case 'settle':
      return settled(conversation, pending, proposal, act, at);
    case 'amend':
      return amend(conversation, pending, proposal.terms, at);
    case 'release':
      return close(conversation, { ...end, outcome: 'released' });
    case 'pause': {
      const agreement = proposal.due ? moveDue(conversation.agreement!, proposal.due, at) : conversation.agreement!;
      return {
        ...conversation,
        pausedUntil: proposal.until,
        agreement: restAntecedent(agreement, proposal.until.ends),
      };
    }
    case 'hand-over':
      return replace(conversation, 'performer', proposal.newcomer, act);
    case 'assign':
      return replace(conversation, 'customer', proposal.newcomer, act);
    case 'end-together':
      return proposal.successor
        ? close(conversation, { ...end, outcome: 'superseded', successor: proposal.successor })
        : close(conversation, { ...end, outcome: 'ended-together' });
    case 'reopen':
      return reopen(conversation, proposal.due, at);
  }
}

/** Who must consent before a proposal takes effect. */
export function consentsNeeded(pending: Pending): Speaker[] {
  const { kind } = pending.proposal;
  return kind !== 'settle' && proposals[kind].replaces
    ? [answeringSide(pending), 'newcomer']
    : [answeringSide(pending)];
}

const consent: Effect<'consent'> = (conversation, act, at) => {
  const pending = conversation.pending!;
  const consents = [...pending.consents, act.side];
  if (!consentsNeeded(pending).every((speaker) => consents.includes(speaker))) {
    return { ...conversation, pending: { ...pending, consents } };
  }
  return clearPending(carryOut(conversation, pending, act, at), at);
};

export const proposing = { propose, settle, consent, refuse, 'take-back': takeBack };
