import type { Instant, Side, StoredAct } from './act.ts';
import type { MissCause } from './choices.ts';
import { answerBy, negotiator, other, standing } from './clock.ts';
import type { Conversation, Evidence, EvidenceKind } from './conversation.ts';
import { changedTerms } from './terms.ts';
import { daysBegun, hoursBetween, isPast } from './time.ts';

type Facts = Evidence['facts'];
type Fact = { kind: EvidenceKind; about: Side; facts?: Facts };
type ActOf<K extends StoredAct['kind']> = Extract<StoredAct, { kind: K }>;

const fact = (kind: EvidenceKind, about: Side, facts: Facts = {}): Fact => ({ kind, about, facts });

/** An answer after a deferral keeps or misses the date that the deferral promised. */
function deferralFacts(before: Conversation, about: Side, at: Instant): Fact[] {
  const { negotiation } = before;
  if (!negotiation || negotiation.deferrals === 0 || about === negotiation.author) return [];
  const promised = answerBy(before, at);
  const facts = { deferrals: negotiation.deferrals };
  return isPast(promised, at)
    ? [fact('deferral-missed', about, { ...facts, daysLate: daysBegun(promised.ends, at) })]
    : [fact('deferral-kept', about, facts)];
}

/** How a promise came out: numbers only, the weighing is not done here. */
function outcomeFacts(after: Conversation): Facts {
  const { agreement, closing, report, returns, reopened } = after;
  const facts: Facts = { outcome: closing!.outcome, returns: returns.length };
  if (closing!.timing && report) {
    facts.timing = closing!.timing;
    if (closing!.timing !== 'on-time') facts.daysLate = daysBegun(agreement!.due.ends, report.at);
  }
  if (closing!.waived.length > 0) facts.waivers = closing!.waived.length;
  if (closing!.satisfaction !== undefined) facts.satisfaction = closing!.satisfaction;
  if (agreement!.amended.length > 0) {
    facts.amendments = agreement!.amended.length;
    facts.lateAmendments = agreement!.amended.filter((change) => change.late).length;
  }
  if (reopened > 0) facts.reopened = reopened;
  return facts;
}

/** Notice before the due date, or days after it. */
function againstDue(conversation: Conversation, at: Instant): Facts {
  const { due } = conversation.agreement!;
  return isPast(due, at) ? { daysLate: daysBegun(due.ends, at) } : { hoursNotice: hoursBetween(at, due.ends) };
}

/** The reason the speaker gave, if they gave one. */
const because = ({ cause }: { cause?: MissCause }): Facts => (cause ? { cause } : {});

function reviewFact(before: Conversation, at: Instant): Fact {
  const { reviewBy, at: reportedAt } = before.report!;
  const facts = { hours: hoursBetween(reportedAt, at) };
  return fact(isPast(reviewBy, at) ? 'slow-review' : 'prompt-review', 'customer', facts);
}

function acceptFacts(before: Conversation, after: Conversation, at: Instant): Fact[] {
  const kept = fact('kept', 'performer', outcomeFacts(after));
  // In a dispute both were talking: the time it took is no measure of the customer's promptness.
  if (before.state === 'disputed') return [kept];
  return before.closing ? [kept] : [kept, reviewFact(before, at)];
}

function amendFacts(before: Conversation, act: ActOf<'propose'>, speaker: Side, at: Instant): Fact[] {
  if (act.proposal.kind !== 'amend') return [];
  const changed = changedTerms(before.terms.terms, act.proposal.terms).length;
  const late = isPast(before.agreement!.due, at) && speaker === 'performer';
  return [
    fact(late ? 'late-notice' : 'sense-making', speaker, {
      changed,
      ...againstDue(before, at),
      ...because(act.proposal),
    }),
  ];
}

function consentFacts(before: Conversation, after: Conversation, speaker: StoredAct['side'], at: Instant): Fact[] {
  const pending = before.pending!;
  const { kind } = pending.proposal;
  if (kind === 'release' && pending.by === 'performer' && speaker === 'customer') {
    return [fact('flexible-customer', 'customer', againstDue(before, at))];
  }
  if (kind !== 'settle' || after.state !== 'closed') return [];
  const { outcome } = after.closing!;
  if (outcome === 'satisfied' || outcome === 'satisfied-with-waivers') {
    return [fact('kept', 'performer', { ...outcomeFacts(after), settled: true })];
  }
  return outcome === 'failed' ? [fact('broken', 'performer', { ...outcomeFacts(after), settled: true })] : [];
}

const brokenFacts = (before: Conversation, act: ActOf<'renege' | 'stop'>, after: Conversation, at: Instant): Fact[] => [
  fact('broken', 'performer', {
    ...outcomeFacts(after),
    ...againstDue(before, at),
    disputed: before.state === 'disputed',
    ...because(act),
  }),
];

function antecedentFacts(before: Conversation, at: Instant): Fact[] {
  const by = before.agreement!.antecedentBy!;
  return [fact('antecedent-met', 'customer', isPast(by, at) ? { daysLate: daysBegun(by.ends, at) } : {})];
}

function reportFacts(before: Conversation, act: ActOf<'report'>, at: Instant): Fact[] {
  const { due } = before.agreement!;
  return isPast(due, at)
    ? [
        fact('reported-late', 'performer', {
          daysLate: daysBegun(due.ends, at),
          warned: before.atRisk !== undefined,
          ...because(act),
        }),
      ]
    : [fact('reported-on-time', 'performer', { hoursEarly: hoursBetween(at, due.ends) })];
}

function factsOf(before: Conversation, act: StoredAct, after: Conversation, speaker: Side, at: Instant): Fact[] {
  switch (act.kind) {
    case 'counter':
      return [
        fact('sense-making', speaker, { changed: changedTerms(before.terms.terms, act.terms).length }),
        ...deferralFacts(before, speaker, at),
      ];
    case 'defer':
      return [fact('deferral', speaker, { deferrals: after.negotiation!.deferrals })];
    case 'agree':
      return deferralFacts(before, speaker, at);
    case 'decline':
      return [
        ...(isPast(answerBy(before, at), at) ? [] : [fact('timely-no', speaker)]),
        ...deferralFacts(before, speaker, at),
      ];
    case 'fulfil':
      return antecedentFacts(before, at);
    case 'progress':
      return act.atRisk ? [fact('early-warning', 'performer', { ...againstDue(before, at), ...because(act) })] : [];
    case 'report':
      return reportFacts(before, act, at);
    case 'retract':
      return [fact('honest-retraction', 'performer', { hours: hoursBetween(before.report!.at, at) })];
    case 'accept':
      return acceptFacts(before, after, at);
    case 'return':
      return [fact('returned', 'performer', { unmet: act.unmet.length, returns: after.returns.length })];
    case 'propose':
      return amendFacts(before, act, speaker, at);
    case 'consent':
      return consentFacts(before, after, act.side, at);
    case 'cancel':
      return [fact('cancelled', 'customer', { ...againstDue(before, at), ...because(act) })];
    case 'renege':
    case 'stop':
      return brokenFacts(before, act, after, at);
    case 'close-unconfirmed':
      return [fact('unconfirmed', 'performer', outcomeFacts(after)), reviewFact(before, at)];
    case 'judge':
      return [fact('judged', other(speaker), { fair: act.fair, efficient: act.efficient, again: act.again })];
    case 'make-good':
      return [fact('made-good', 'performer', { days: daysBegun(before.closing!.at, at) })];
    case 'forgive':
      return [fact('forgiven', 'performer', { days: daysBegun(before.closing!.at, at) })];
    case 'settle':
    case 'say':
      return [fact('sense-making', speaker)];
    case 'stand-in':
      return [fact('continuity', speaker)];
    default:
      return [];
  }
}

/** The facts that one act leaves, given the conversation before and after it. */
export function evidence(before: Conversation | undefined, act: StoredAct, after: Conversation): Evidence[] {
  if (!before || act.side === 'newcomer') return [];
  const at = after.heads[act.from]!.at;
  return factsOf(before, act, after, act.side, at).map(({ kind, about, facts }) => ({
    act: act.id,
    at,
    kind,
    about,
    via: act.actor.via,
    facts: facts ?? {},
  }));
}

/** The last silence of a negotiation. Nobody owes an answer to an approach they never replied to. */
function lapseFacts(conversation: Conversation): Fact[] {
  const { question, deferrals, author, engaged } = conversation.negotiation!;
  const silent = negotiator(conversation);
  if (!engaged && !question) return [];
  const missed = deferrals > 0 ? [fact('deferral-missed', other(author), { deferrals })] : [];
  return [fact('slow-answer', silent, { question: question !== undefined }), ...(question ? [] : missed)];
}

/** The customer had promised its part only if it was tied to a promise of its own before it came due. */
const expiryFacts = (conversation: Conversation, since: Instant): Fact[] => [
  fact('antecedent-missed', 'customer', {
    promised: conversation.links.some((link) => link.relation === 'exchange' && link.at < since),
  }),
];

/** The facts that only the clock says: an answer or an antecedent that never came. They are derived, never written into the log. */
export function clockEvidence(conversation: Conversation, now: Instant): Evidence[] {
  const { outcome, since } = standing(conversation, now);
  if (since === undefined) return [];
  const lapsed = outcome === 'lapsed';
  const facts = lapsed ? lapseFacts(conversation) : expiryFacts(conversation, since);
  const act = lapsed
    ? (conversation.negotiation!.question?.act ?? conversation.terms.act)
    : conversation.agreement!.act;
  return facts.map(({ kind, about, facts: numbers }) => ({
    act,
    at: since,
    kind,
    about,
    via: 'session',
    facts: numbers ?? {},
  }));
}
