import {
  allowedActs,
  type Commit,
  type Condition,
  type Deadline,
  type Due,
  type Saying,
  type Speaker,
  type Terms,
  type View,
} from '@entente/protocol';
import { canSay } from '../voices/policy.ts';
import type { Letter } from '../conversations/model.ts';
import type { ConversationFacts, MailEvent, Quote, Sender } from '../mail/schema.ts';
import type { Hearer } from './policy.ts';
import type { Told } from './queries.ts';

/** Quoted words in a mail end somewhere; the page has them all. */
const LONGEST_QUOTE = 4000;

function textOf(told: Told, commit: Commit | undefined): string | undefined {
  const text = commit && told.texts.get(commit);
  if (text === undefined) return undefined;
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

function letterOf(told: Told, speaker: Speaker): Letter {
  const asked = told.conversation.pending?.by ?? 'customer';
  const side = speaker === 'newcomer' ? asked : speaker;
  return told.seats.find((seat) => seat.side === side)?.letter ?? 'a';
}

/** Name of the organization that stands on a side now, or of the newcomer asked to. */
function organizationName(told: Told, speaker: Speaker): string {
  const proposal = told.conversation.pending?.proposal;
  const handedTo =
    speaker === 'newcomer'
      ? proposal && 'newcomer' in proposal
        ? proposal.newcomer
        : undefined
      : told.seats.find((seat) => seat.side === speaker)?.handedTo;
  const newcomer = handedTo && [...told.people.values()].find((person) => person.newcomer_id === handedTo);
  return (newcomer && newcomer.newcomer_name) || told.names[letterOf(told, speaker)];
}

function senderOf(told: Told, person: string | null, speaker: Speaker): Sender {
  return { name: (person && told.people.get(person)?.name) ?? null, organization: organizationName(told, speaker) };
}

const otherSide = (speaker: Speaker): Speaker => (speaker === 'customer' ? 'performer' : 'customer');

/** The role somebody reads in: a newcomer reads as somebody of neither side. */
function roleOf(hearer: Hearer): Speaker {
  return hearer.kind === 'member' ? hearer.side : hearer.guest.speaker;
}

class Quotes {
  readonly list: Quote[] = [];
  readonly #told: Told;
  readonly #conditions: Map<string, string>;

  constructor(told: Told, own: readonly Condition[]) {
    this.#told = told;
    this.#conditions = new Map();
    for (const { id, text } of [...told.conversation.terms.terms.conditions, ...own]) {
      const words = textOf(told, text);
      if (words !== undefined) this.#conditions.set(id, words);
    }
  }

  words(about: Quote['about'], commit: Commit | undefined): void {
    const text = textOf(this.#told, commit);
    if (text !== undefined) this.list.push({ about, text });
  }

  on(about: Quote['about'], condition: string, commit: Commit | undefined, mark?: 'met' | 'waived'): void {
    const named = this.#conditions.get(condition);
    const text = textOf(this.#told, commit) ?? '';
    if (named === undefined && text === '') return;
    this.list.push({ about, text, ...(named !== undefined && { condition: named }), ...(mark && { mark }) });
  }

  terms(terms: Terms): void {
    this.words('what', terms.what);
    for (const condition of terms.conditions) this.words('condition', condition.text);
    this.words('antecedent', terms.antecedent?.text);
  }
}

type Facts = Pick<MailEvent, 'due' | 'dueDays' | 'until' | 'replyBy' | 'antecedentBy' | 'work' | 'effort' | 'price'>;

function dueOf(due: Due | undefined): Pick<MailEvent, 'due' | 'dueDays'> {
  if (!due) return {};
  return 'days' in due ? { dueDays: due.days } : { due };
}

function termsFacts(terms: Terms): Facts {
  return {
    ...dueOf(terms.due),
    replyBy: terms.replyBy,
    ...(terms.work && { work: terms.work }),
    ...(terms.effort && { effort: terms.effort }),
    ...(terms.price && { price: terms.price }),
    ...(terms.antecedent && { antecedentBy: terms.antecedent.by }),
  };
}

/** Dates and numbers an act names beside its words. */
function factsOf(saying: Saying): Partial<MailEvent> {
  switch (saying.kind) {
    case 'request':
    case 'offer':
    case 'counter':
      return termsFacts(saying.terms);
    case 'defer':
      return { until: saying.until };
    case 'progress':
      return {
        ...(saying.expected && { due: saying.expected }),
        ...(saying.effort && { effort: saying.effort }),
        ...(saying.atRisk && { atRisk: true }),
      };
    case 'report':
      return {
        ...(saying.effort && { effort: saying.effort }),
        files: saying.on.reduce((sum, one) => sum + (one.files?.length ?? 0), 0),
      };
    case 'accept':
      return saying.satisfaction ? { satisfaction: saying.satisfaction } : {};
    case 'settle':
      return { settlement: saying.settlement, ...(saying.due && { due: saying.due }) };
    case 'propose':
      return { proposal: saying.proposal.kind, ...proposalFacts(saying.proposal) };
    case 'say':
      return { ...(saying.question && { question: true }), files: saying.files?.length ?? 0 };
    case 'confirm':
      return { denied: saying.denied.length };
    default:
      return 'files' in saying ? { files: saying.files?.length ?? 0 } : {};
  }
}

function proposalFacts(proposal: Extract<Saying, { kind: 'propose' }>['proposal']): Facts {
  if (proposal.kind === 'amend') return termsFacts(proposal.terms);
  const until: Deadline | undefined = 'until' in proposal ? proposal.until : undefined;
  return { ...('due' in proposal && proposal.due && { due: proposal.due }), ...(until && { until }) };
}

function causeOf(saying: Saying): Pick<MailEvent, 'cause'> {
  const said = saying.kind === 'propose' ? saying.proposal : saying;
  return 'cause' in said && said.cause ? { cause: said.cause } : {};
}

function quotesOf(told: Told): Quote[] {
  const { saying } = told.act;
  const terms =
    'terms' in saying
      ? saying.terms
      : saying.kind === 'propose' && saying.proposal.kind === 'amend'
        ? saying.proposal.terms
        : undefined;
  const quotes = new Quotes(told, terms?.conditions ?? []);
  if (terms) quotes.terms(terms);
  if (saying.kind === 'report') for (const one of saying.on) quotes.on('done', one.condition, one.text);
  if (saying.kind === 'return') for (const one of saying.unmet) quotes.on('unmet', one.condition, one.text);
  if (saying.kind === 'contest') for (const cited of saying.cites) quotes.on('condition', cited, undefined);
  if (saying.kind === 'accept')
    for (const one of saying.verdicts) quotes.on('verdict', one.condition, one.text, one.verdict);
  quotes.words('words', saying.kind === 'propose' ? saying.proposal.text : 'text' in saying ? saying.text : undefined);
  return quotes.list;
}

/** One act as a mail to this person tells it. */
export function eventFor(told: Told, hearer: Hearer): MailEvent {
  const { act } = told;
  const recorded = act.via === 'recorded';
  return {
    actId: act.id,
    kind: act.saying.kind,
    speaker: act.speaker,
    who: senderOf(told, act.author, act.speaker),
    own: act.speaker === roleOf(hearer),
    ...(recorded &&
      act.speaker === roleOf(hearer) && { recordedBy: senderOf(told, act.recordedBy, otherSide(act.speaker)) }),
    at: act.at,
    quotes: quotesOf(told),
    ...factsOf(act.saying),
    ...causeOf(act.saying),
  };
}

/** Everything a mail to this person says; `link` is their way to the page. */
export function factsFor(
  told: Told,
  hearer: Hearer,
  seen: View,
  link: { url: string; expiresAt?: string | undefined },
  now: Date,
): ConversationFacts {
  const role = roleOf(hearer);
  const other = otherSide(role);
  const mayPromise = hearer.kind === 'guest' || hearer.member.may_promise;
  const { conversation } = told;
  return {
    kind: 'conversation',
    ...link,
    guest: hearer.kind === 'guest',
    role: role === 'newcomer' ? null : role,
    title: told.title,
    own: organizationName(told, role),
    partner: role === 'newcomer' ? told.names[letterOf(told, role)] : organizationName(told, other),
    outcome: seen.outcome ?? null,
    events: [eventFor(told, hearer)],
    moves: seen.moves.map((move) => ({
      for: move.for,
      by: move.by,
      ...(move.date && { date: move.date }),
      mine: move.side === role || move.side === 'both',
      whose: organizationName(told, move.side === 'both' ? other : move.side),
    })),
    actions: allowedActs(conversation, role, now.toISOString())
      .filter((act) => canSay({ mayPromise }, act.kind))
      .map((act) => ({ kind: act.kind, ...(act.proposal && { proposal: act.proposal }) })),
    ring: seen.ring,
  };
}
