import type { Instant, Saying, Speaker, StoredAct, Terms } from '../act.ts';
import type { Conversation, Void } from '../conversation.ts';
import type { Content } from '../table/rule.ts';
import { changedTerms, conditionIdsOf, datesOf } from '../terms.ts';
import { isPast } from '../time.ts';
import { refuse } from './refusal.ts';

type Guard = (conversation: Conversation, act: StoredAct, at: Instant) => Void | undefined;
type ActOf<K extends Saying['kind']> = Extract<StoredAct, { kind: K }>;

/** Terms that an act puts forward, if it does. */
function termsIn(act: Saying): Terms | undefined {
  if ('terms' in act) return act.terms;
  return act.kind === 'propose' && act.proposal.kind === 'amend' ? act.proposal.terms : undefined;
}

/** No organization makes a promise to itself: it would accept its own work. */
function opensRightly(act: StoredAct): Void | undefined {
  if (act.from === act.to) return refuse('wrong-party');
  const first = act.seq === 1 && act.prev === undefined && act.seen === undefined && act.conversation === undefined;
  return first && act.nonce !== undefined ? undefined : refuse('broken-chain');
}

function atLeastOneCondition(act: StoredAct): Void | undefined {
  const ids = conditionIdsOf(termsIn(act)!);
  if (ids.length === 0) return refuse('no-condition');
  return new Set(ids).size === ids.length ? undefined : refuse('reused-condition');
}

function datesAhead(act: StoredAct, at: Instant): Void | undefined {
  const current = datesOf(act).find(({ deadline }) => isPast(deadline, at));
  return current && refuse('past-date', { name: current.name, ends: current.deadline.ends });
}

/** The date in force may lie in the past when terms are amended and the date stays as it is. */
function datesAheadOf(conversation: Conversation, act: StoredAct, at: Instant): Void | undefined {
  if (act.kind !== 'propose' || act.proposal.kind !== 'amend') return datesAhead(act, at);
  const unchanged = new Set(
    datesOf({ kind: 'request', terms: conversation.terms.terms }).map(({ name, deadline }) => name + deadline.ends),
  );
  const past = datesOf(act).find(({ name, deadline }) => isPast(deadline, at) && !unchanged.has(name + deadline.ends));
  return past && refuse('past-date', { name: past.name, ends: past.deadline.ends });
}

/** An id that was dropped never comes back, so that what was once said about a condition stays about it. */
function freshConditions(conversation: Conversation, act: StoredAct): Void | undefined {
  const current = new Set(conditionIdsOf(conversation.terms.terms));
  const reused = conditionIdsOf(termsIn(act)!).find((id) => !current.has(id) && conversation.conditionIds.includes(id));
  return reused === undefined ? undefined : refuse('reused-condition', { condition: reused });
}

/** Exactly the agreed conditions, each once. */
function matchesAgreed(conversation: Conversation, named: string[]): Void | undefined {
  const agreed = conditionIdsOf(conversation.terms.terms);
  const seen = new Set<string>();
  for (const id of named) {
    if (!agreed.includes(id) || seen.has(id)) return refuse('unknown-condition', { condition: id });
    seen.add(id);
  }
  const missing = agreed.find((id) => !seen.has(id));
  return missing === undefined ? undefined : refuse('missing-condition', { condition: missing });
}

/** At least one, each an agreed condition. */
function citesAgreed(conversation: Conversation, cited: string[]): Void | undefined {
  if (cited.length === 0) return refuse('missing-condition');
  const agreed = conditionIdsOf(conversation.terms.terms);
  const unknown = cited.find((id, index) => !agreed.includes(id) || cited.indexOf(id) !== index);
  return unknown === undefined ? undefined : refuse('unknown-condition', { condition: unknown });
}

function everyConditionReported(conversation: Conversation, { on }: ActOf<'report'>): Void | undefined {
  const empty = on.find((entry) => entry.text === undefined && (entry.files ?? []).length === 0);
  return empty
    ? refuse('missing-condition', { condition: empty.condition })
    : matchesAgreed(
        conversation,
        on.map((entry) => entry.condition),
      );
}

/** A pause that runs past the due date must say the new one; otherwise the promise would be due while it rests. */
function pauseCoversDue(conversation: Conversation, act: ActOf<'propose'>): Void | undefined {
  if (act.proposal.kind !== 'pause') return undefined;
  const due = act.proposal.due ?? conversation.agreement!.due;
  if (due.ends >= act.proposal.until.ends) return undefined;
  return act.proposal.due ? refuse('past-date', { name: 'due', ends: due.ends }) : refuse('no-due-date');
}

function workHasADate(conversation: Conversation, act: ActOf<'settle'>, at: Instant): Void | undefined {
  if (act.settlement !== 'performing' || act.due) return undefined;
  return isPast(conversation.agreement!.due, at) ? refuse('no-due-date') : undefined;
}

function aThirdParty(conversation: Conversation, act: ActOf<'propose'>): Void | undefined {
  const { proposal } = act;
  const known = 'newcomer' in proposal && Object.values(conversation.parties).includes(proposal.newcomer);
  return known ? refuse('wrong-party') : undefined;
}

function namesRecordedActs(conversation: Conversation, act: ActOf<'confirm'>, speaker: Speaker): Void | undefined {
  const named = [...act.confirmed, ...act.denied];
  if (named.length === 0) return refuse('nothing-changed');
  const open = new Set(conversation.unconfirmed.filter(({ side }) => side === speaker).map((entry) => entry.act));
  return named.length === new Set(named).size && named.every((id) => open.has(id)) ? undefined : refuse('not-recorded');
}

const guardFor =
  <K extends Saying['kind']>(
    kind: K,
    guard: (conversation: Conversation, act: ActOf<K>, at: Instant) => Void | undefined,
  ): Guard =>
  (conversation, act, at) =>
    act.kind === kind ? guard(conversation, act as ActOf<K>, at) : refuse('malformed');

export const contents: Record<Content, Guard> = {
  'opens-rightly': (_conversation, act) => opensRightly(act),
  'at-least-one-condition': (_conversation, act) => atLeastOneCondition(act),
  'fresh-conditions': freshConditions,
  'dates-ahead': datesAheadOf,
  'changes-a-term': (conversation, act) =>
    changedTerms(conversation.terms.terms, termsIn(act)!).length > 0 ? undefined : refuse('nothing-changed'),
  'names-a-due-date': (_conversation, act) => (termsIn(act)!.due ? undefined : refuse('no-due-date')),
  'every-condition-reported': guardFor('report', everyConditionReported),
  'every-condition-judged': guardFor('accept', (conversation, { verdicts }) =>
    matchesAgreed(
      conversation,
      verdicts.map((verdict) => verdict.condition),
    ),
  ),
  'cites-unmet': guardFor('return', (conversation, { unmet }) =>
    citesAgreed(
      conversation,
      unmet.map((entry) => entry.condition),
    ),
  ),
  'cites-agreed': guardFor('contest', (conversation, { cites }) => citesAgreed(conversation, cites)),
  'risk-before-due': guardFor('progress', (conversation, { atRisk }, at) =>
    atRisk && isPast(conversation.agreement!.due, at)
      ? refuse('too-late', { ends: conversation.agreement!.due.ends })
      : undefined,
  ),
  'work-has-a-date': guardFor('settle', workHasADate),
  'pause-covers-due': guardFor('propose', pauseCoversDue),
  'a-third-party': guardFor('propose', aThirdParty),
  'another-person': (conversation, act) =>
    act.side !== 'newcomer' && conversation.persons[act.side] === act.actor.pseudonym
      ? refuse('nothing-changed')
      : undefined,
  'new-link': guardFor('link', (conversation, act) => {
    const known = conversation.links.some((link) => link.relation === act.relation && link.other === act.other);
    return known || act.other === conversation.id ? refuse('already-done') : undefined;
  }),
  'names-recorded-acts': guardFor('confirm', (conversation, act) => namesRecordedActs(conversation, act, act.side)),
};
