import type { Instant, Speaker, StoredAct } from '../act.ts';
import { sawEverything } from '../chain.ts';
import { antecedentOpen, isOverdue, standing } from '../clock.ts';
import type { Conversation, Void } from '../conversation.ts';
import { limits } from '../limits.ts';
import { proposals } from '../table.ts';
import type { Situation } from '../table/rule.ts';
import { resolveDue, sameDue } from '../terms.ts';
import { addDays, isPast } from '../time.ts';
import { refuse } from './refusal.ts';

/** `act` is absent when the question is what could be said, not whether something said fits. */
type Guard = (conversation: Conversation, speaker: Speaker, at: Instant, act?: StoredAct) => Void | undefined;

function agreeable({ terms: { terms } }: Conversation, at: Instant): Void | undefined {
  if (!terms.due) return refuse('no-due-date');
  if (terms.conditions.length === 0) return refuse('no-condition');
  const due = resolveDue(terms.due, at);
  if (isPast(due, at)) return refuse('past-date', { name: 'due', ends: due.ends });
  const by = terms.antecedent?.by;
  return by && isPast(by, at) ? refuse('past-date', { name: 'antecedent', ends: by.ends }) : undefined;
}

/** Consent carries out what was proposed, so that must still be possible. */
function proposalFits(conversation: Conversation, at: Instant): Void | undefined {
  const { proposal } = conversation.pending!;
  if (proposal.kind === 'settle')
    return proposal.due && isPast(proposal.due, at)
      ? refuse('past-date', { name: 'due', ends: proposal.due.ends })
      : undefined;
  const { state } = standing(conversation, at);
  if (!proposals[proposal.kind].from.includes(state)) return refuse('wrong-state', { state });
  const date =
    proposal.kind === 'amend'
      ? proposal.terms.due && !sameDue(proposal.terms.due, conversation.terms.terms.due)
        ? resolveDue(proposal.terms.due, at)
        : undefined
      : proposal.kind === 'pause'
        ? proposal.until
        : proposal.kind === 'reopen'
          ? proposal.due
          : undefined;
  return date && isPast(date, at) ? refuse('past-date', { name: 'due', ends: date.ends }) : undefined;
}

function openToRepair({ closing, repair }: Conversation): Void | undefined {
  if (repair?.madeGood) return refuse('already-done');
  const kept = closing!.outcome === 'satisfied' || closing!.outcome === 'satisfied-with-waivers';
  return kept && closing!.timing === 'on-time'
    ? refuse('wrong-state', { state: 'closed', outcome: closing!.outcome })
    : undefined;
}

function readyToResume({ pausedUntil }: Conversation, at: Instant): Void | undefined {
  if (!pausedUntil) return refuse('wrong-state', { state: 'performing' });
  return isPast(pausedUntil, at) ? undefined : refuse('too-early', { ends: pausedUntil.ends });
}

function reviewOver({ report }: Conversation, at: Instant): Void | undefined {
  const ends = addDays(report!.reviewBy.ends, limits.unconfirmedDays);
  return at >= ends ? undefined : refuse('too-early', { ends });
}

/** A proposal made before its author knew of the pending one waits its turn instead of being lost. */
function nothingPending(conversation: Conversation, speaker: Speaker, act: StoredAct | undefined): Void | undefined {
  const { pending, next } = conversation;
  if (!pending) return undefined;
  const crossed = act !== undefined && !next && pending.by !== speaker && !sawEverything(conversation, act);
  return crossed ? undefined : refuse('already-pending', { proposal: pending.proposal.kind });
}

export const situations: Record<Situation, Guard> = {
  'deferrals-left': ({ negotiation }) =>
    negotiation!.deferrals < limits.deferrals ? undefined : refuse('too-many-deferrals', { limit: limits.deferrals }),
  'agreeable-terms': (conversation, _speaker, at) => agreeable(conversation, at),
  'antecedent-open': (conversation) => (antecedentOpen(conversation) ? undefined : refuse('already-done')),
  'not-paused': ({ pausedUntil }) => (pausedUntil ? refuse('paused', { ends: pausedUntil.ends }) : undefined),
  'paused-until-now': (conversation, _speaker, at) => readyToResume(conversation, at),
  'overdue-or-returned': (conversation, _speaker, at) =>
    conversation.state === 'disputed' || conversation.rework || isOverdue(conversation, at)
      ? undefined
      : refuse('too-early', { ends: conversation.agreement!.due.ends }),
  'being-reworked': ({ rework, state }) => (rework ? undefined : refuse('wrong-state', { state })),
  'review-over': (conversation, _speaker, at) => reviewOver(conversation, at),
  'nothing-pending': (conversation, speaker, _at, act) => nothingPending(conversation, speaker, act),
  'not-yet-consented': ({ pending }, speaker) =>
    pending?.consents.includes(speaker) ? refuse('already-done') : undefined,
  'proposal-fits': (conversation, _speaker, at) => proposalFits(conversation, at),
  'inside-reopen-window': ({ closing }, _speaker, at) => {
    const ends = addDays(closing!.at, limits.reopenDays);
    return at < ends ? undefined : refuse('too-late', { ends });
  },
  'not-yet-judged': ({ judged }, speaker) =>
    judged.some((side) => side === speaker) ? refuse('already-done') : undefined,
  'open-to-repair': (conversation) => openToRepair(conversation),
  'made-good': ({ repair }) =>
    !repair?.madeGood ? refuse('too-early') : repair.forgiven ? refuse('already-done') : undefined,
  'recorded-acts-open': ({ unconfirmed }, speaker) =>
    unconfirmed.some(({ side }) => side === speaker) ? undefined : refuse('not-recorded'),
};
