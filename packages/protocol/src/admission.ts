import type { ActId, Instant, Speaker, StoredAct } from './act.ts';
import { continuesChain, partyOf } from './chain.ts';
import { other, type Standing, standing } from './clock.ts';
import type { Conversation, Void } from './conversation.ts';
import { contents } from './guards/content.ts';
import { refuse } from './guards/refusal.ts';
import { situations } from './guards/situation.ts';
import { proposals, table } from './table.ts';
import type { ActRule, Answered, By, ProposalRule } from './table/rule.ts';
import { commitsOf, commitsOfTerms } from './terms.ts';

const speaks: Record<By, (conversation: Conversation, speaker: Speaker) => boolean> = {
  customer: (_conversation, speaker) => speaker === 'customer',
  performer: (_conversation, speaker) => speaker === 'performer',
  either: (_conversation, speaker) => speaker !== 'newcomer',
  author: ({ negotiation }, speaker) => speaker === negotiation?.author,
  mover: ({ negotiation }, speaker) => negotiation !== undefined && speaker === other(negotiation.author),
  asked: ({ negotiation }, speaker) => negotiation?.question !== undefined && speaker === negotiation.author,
  other: ({ pending }, speaker) => pending !== undefined && speaker === other(pending.by),
  proposer: ({ pending, next }, speaker) => speaker === pending?.by || (next !== undefined && speaker === next.by),
  newcomer: (conversation, speaker) => speaker === 'newcomer' && partyOf(conversation, 'newcomer') !== undefined,
};

/** States a rule starts from, at a moment. A conversation that the clock has closed refuses with what closed it. */
function fitsState(rule: Pick<ActRule | ProposalRule, 'from' | 'outcomes'>, now: Standing): Void | undefined {
  const { state, outcome } = now;
  const inState = (rule.from as string[]).includes(state);
  const withOutcome =
    state !== 'closed' || !rule.outcomes || (outcome !== undefined && rule.outcomes.includes(outcome));
  if (inState && withOutcome) return undefined;
  if (now.since !== undefined) return refuse(outcome === 'lapsed' ? 'lapsed' : 'expired', { ends: now.since });
  return refuse('wrong-state', outcome ? { state, outcome } : { state });
}

/** Whether a speaker could perform an act now, whatever it would say. */
function fitsMoment(
  conversation: Conversation,
  rule: ActRule | ProposalRule,
  speaker: Speaker,
  at: Instant,
  act?: StoredAct,
): Void | undefined {
  const misplaced = fitsState(rule, standing(conversation, at));
  if (misplaced) return misplaced;
  if (!rule.by.some((by) => speaks[by](conversation, speaker))) {
    const orphaned = rule.by.some((by) => by === 'other' || by === 'proposer') && !conversation.pending;
    return refuse(orphaned ? 'nothing-pending' : 'wrong-side');
  }
  for (const situation of rule.when) {
    const refusal = situations[situation](conversation, speaker, at, act);
    if (refusal) return refusal;
  }
  return undefined;
}

/** What an act of this kind must name in `answers`, as things stand. */
export function answered(conversation: Conversation, answers: Answered, speaker: Speaker): ActId | undefined {
  switch (answers) {
    case 'terms':
      return conversation.terms.act;
    case 'report':
      return conversation.report?.act;
    case 'return':
      return conversation.rework;
    case 'pending':
      return conversation.pending?.by === speaker || conversation.next?.by !== speaker
        ? conversation.pending?.act
        : conversation.next.act;
  }
}

/** Only a side's own people speak for it, to somebody who is part of this. */
function fitsParties(conversation: Conversation, act: StoredAct): Void | undefined {
  if (partyOf(conversation, act.side) !== act.from) return refuse('wrong-party');
  const known =
    Object.values(conversation.parties).includes(act.to) ||
    Object.hasOwn(conversation.heads, act.to) ||
    partyOf(conversation, 'newcomer') === act.to;
  if (!known || act.to === act.from) return refuse('wrong-party');
  const recorded = act.actor.via === 'recorded';
  return recorded && (!table[act.kind].recordable || act.side === 'newcomer') ? refuse('own-words') : undefined;
}

/** Nobody can speak of content that was never committed to: new commitments stand in `parts`, old ones in the terms in force. */
export function missingPart(act: StoredAct, known: readonly string[]): Void | undefined {
  const listed = new Set([...act.parts.map((part) => part.commit), ...known]);
  return commitsOf(act).every((commit) => listed.has(commit)) ? undefined : refuse('missing-part');
}

/** Whether what an act says fits what it says it to. */
export function fitsContent(
  conversation: Conversation,
  rule: ActRule | ProposalRule,
  act: StoredAct,
  at: Instant,
): Void | undefined {
  for (const need of rule.needs) {
    const refusal = contents[need](conversation, act, at);
    if (refusal) return refusal;
  }
  return undefined;
}

/** A later release may send kinds this one does not know: such an act is kept like any other that has no effect. */
const isKnown = (act: StoredAct): boolean =>
  Object.hasOwn(table, act.kind) && (act.kind !== 'propose' || Object.hasOwn(proposals, act.proposal.kind));

/** Why an act does not fit, or nothing if it does. The same rows decide what is offered to people. */
export function admit(conversation: Conversation, act: StoredAct, at: Instant): Void | undefined {
  if (!isKnown(act)) return refuse('malformed');
  if (!continuesChain(conversation, act)) return refuse('broken-chain');
  const rule = table[act.kind];
  const proposal = act.kind === 'propose' ? proposals[act.proposal.kind] : undefined;
  return (
    fitsParties(conversation, act) ??
    fitsMoment(conversation, rule, act.side, at, act) ??
    (proposal && fitsMoment(conversation, proposal, act.side, at, act)) ??
    (rule.answers && 'answers' in act && act.answers !== answered(conversation, rule.answers, act.side)
      ? refuse('stale')
      : undefined) ??
    fitsContent(conversation, rule, act, at) ??
    (proposal && fitsContent(conversation, proposal, act, at)) ??
    missingPart(act, commitsOfTerms(conversation.terms.terms))
  );
}

/** Whether the moment allows an act of this kind by a speaker. */
export const mayFollow = (
  conversation: Conversation,
  rule: ActRule | ProposalRule,
  speaker: Speaker,
  at: Instant,
): boolean => fitsMoment(conversation, rule, speaker, at) === undefined;
