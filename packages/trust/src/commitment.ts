import type { Conversation } from '@entente/protocol';
import { constants } from './constants.ts';
import { isMoment, nearestMoment, type Party, type Settlement, TrustError, type TrustProblem } from './settlement.ts';

/**
 * How a promise came out. `kept`: accepted, and reported by the last agreed due date. `late`: without notice. `excused`: released,
 * cancelled by the customer, ended together or superseded, so nobody's fault. `denied`: recorded, and the other side says it was not so.
 */
export const results = [
  'open',
  'kept',
  'late',
  'late-with-notice',
  'reneged',
  'failed',
  'unconfirmed',
  'excused',
  'denied',
] as const;
export type Result = (typeof results)[number];

/** A promise, as trust sees it. Times are milliseconds since 1970. */
export interface Commitment {
  id: string;
  customer: Party;
  performer: Party;
  kind?: string;
  promisedAt: number;
  /** The last agreed due date. */
  dueAt: number;
  result: Result;
  /** When it was known how it came out; absent while open. */
  settledAt?: number;
  /** Where nothing was reported by then, silence counts as broken from here on; absent where nothing is owed now. */
  silentFrom?: number;
  /** What was at stake, 0 or more, in `unit`. */
  stake?: number;
  unit?: string;
  /** One side wrote down what the other said, and it is not confirmed yet. */
  recorded: boolean;
  /** Made good and forgiven: without weight from then on. */
  liftedAt?: number;
}

/** One conversation with a year that nobody reckons with must not spoil the record. */
const moment = (instant: string): number => nearestMoment(Date.parse(instant));

/** The commitment in a conversation, if one was agreed. */
export function commitmentOf(conversation: Conversation): Commitment | undefined {
  const { agreement, id, parties, repair, terms } = conversation;
  if (!agreement) return undefined;
  const { price, work } = terms.terms;
  const dueAt = moment(agreement.due.ends);
  return {
    id,
    ...parties,
    ...(work !== undefined && { kind: work }),
    promisedAt: moment(agreement.at),
    dueAt,
    ...outcomeOf(conversation, dueAt),
    ...(price && { stake: Number(price.amount), unit: price.unit }),
    recorded: isRecorded(conversation),
    ...(repair?.forgiven && { liftedAt: moment(repair.forgiven.at) }),
  };
}

/**
 * The acts that make a commitment what it is. Where the terms in force are the performer's, they are its promise: the customer may have
 * written them down and agreed to them itself. The same holds for a report that it returned.
 */
function decisive({ agreement, terms, report, returns, closing }: Conversation): Set<string> {
  const promise = terms.by === 'performer' ? terms : undefined;
  const lastReport = report ?? returns.at(-1)?.report;
  return new Set([agreement, promise, lastReport, closing].flatMap((one) => (one ? [one.act] : [])));
}

function isRecorded(conversation: Conversation): boolean {
  const acts = decisive(conversation);
  return conversation.unconfirmed.some(({ act }) => acts.has(act));
}

function outcomeOf(conversation: Conversation, dueAt: number): Pick<Commitment, 'result' | 'settledAt' | 'silentFrom'> {
  const { closing, denied } = conversation;
  const acts = decisive(conversation);
  if (denied.some((act) => acts.has(act))) return { result: 'denied' };
  const { antecedentMetAt } = conversation;
  const owedAt = Math.max(dueAt, antecedentMetAt === undefined ? dueAt : moment(antecedentMetAt));
  if (!closing) return { result: 'open', ...(owesWord(conversation) && { silentFrom: owedAt }) };
  const closedAt = moment(closing.at);
  // A day that passed without a report or a warning was known to be missed from then on; anything else only in the end.
  const brokenAt = wasSilent(conversation, owedAt) ? Math.min(owedAt, closedAt) : closedAt;
  switch (closing.outcome) {
    case 'satisfied':
    case 'satisfied-with-waivers':
      if (closing.timing === 'late') return { result: 'late', settledAt: brokenAt };
      return { result: closing.timing === 'late-with-notice' ? 'late-with-notice' : 'kept', settledAt: closedAt };
    case 'reneged':
    case 'failed':
      return { result: closing.outcome, settledAt: brokenAt };
    case 'unconfirmed':
      return { result: 'unconfirmed', settledAt: closedAt };
    default:
      return { result: 'excused', settledAt: closedAt };
  }
}

/** The performer has said nothing yet, warned of nothing, and waits for nothing. */
const owesWord = ({ state, returns, atRisk, pausedUntil, terms, antecedentMetAt }: Conversation): boolean =>
  state === 'performing' &&
  returns.length === 0 &&
  !atRisk &&
  !pausedUntil &&
  (terms.terms.antecedent === undefined || antecedentMetAt !== undefined);

/** Now that it is closed: nothing was reported, warned of or waited for when the work was owed. */
const wasSilent = ({ returns, report, atRisk, terms, antecedentMetAt }: Conversation, owedAt: number): boolean =>
  returns.length === 0 &&
  !(report && moment(report.at) < owedAt) &&
  !atRisk &&
  (terms.terms.antecedent === undefined || antecedentMetAt !== undefined);

/** What is wrong with a commitment by itself, if anything; for what comes from files. */
export function commitmentProblem(commitment: Commitment): TrustProblem | undefined {
  const { promisedAt, dueAt, settledAt } = commitment;
  const spoilt = spoiltBy(commitment);
  if (spoilt) return spoilt;
  if (dueAt < promisedAt) return 'due-before-promise';
  if (settledAt !== undefined && settledAt < promisedAt) return 'done-before-promise';
  return undefined;
}

/** What would spoil numbers, those of others too, if anything. Odd dates do not: records of long ago are full of them. */
export function spoiltBy(commitment: Commitment): TrustProblem | undefined {
  const { customer, performer, promisedAt, dueAt, settledAt, silentFrom, liftedAt, stake } = commitment;
  if (!customer || !performer) return 'missing-party';
  if (customer === performer) return 'same-party';
  if ([promisedAt, dueAt, settledAt, silentFrom, liftedAt].some((time) => time !== undefined && !isMoment(time)))
    return 'bad-time';
  if (stake !== undefined && !(stake >= 0 && Number.isFinite(stake))) return 'bad-stake';
  return undefined;
}

/** A delivery as files tell it: kept when it was done by the due date; known to be missed once that has passed. */
export function delivered(
  facts: Pick<Commitment, 'id' | 'customer' | 'performer' | 'promisedAt' | 'dueAt' | 'stake' | 'kind'>,
  doneAt: number | undefined,
): Commitment {
  if (doneAt !== undefined && !isMoment(doneAt)) throw new TrustError('bad-time', facts.id);
  const kept = doneAt !== undefined && doneAt <= facts.dueAt;
  const commitment: Commitment = {
    ...facts,
    result: kept ? 'kept' : doneAt === undefined ? 'open' : 'late',
    ...(doneAt === undefined ? { silentFrom: facts.dueAt } : { settledAt: kept ? doneAt : facts.dueAt }),
    recorded: false,
  };
  const problem = commitmentProblem(commitment);
  if (problem) throw new TrustError(problem, facts.id);
  if (doneAt !== undefined && doneAt < facts.promisedAt) throw new TrustError('done-before-promise', facts.id);
  return commitment;
}

const outcomes: Partial<Record<Result, boolean>> = { kept: true, late: false, reneged: false, failed: false };

/** What a commitment is worth as evidence at a moment; undefined where it is none, or none yet. */
export function settlementOf(commitment: Commitment, at: number, stakeWeight: number): Settlement | undefined {
  const { id, customer, performer, kind, result, settledAt, silentFrom, recorded, liftedAt } = commitment;
  const settled =
    result === 'open' && silentFrom !== undefined
      ? { at: silentFrom, kept: false }
      : settledAt !== undefined && outcomes[result] !== undefined
        ? { at: settledAt, kept: outcomes[result] }
        : undefined;
  if (!settled || settled.at > at) return undefined;
  return {
    id,
    customer,
    performer,
    ...settled,
    weight: stakeWeight * (recorded ? constants.recordedWeight : 1),
    ...(kind !== undefined && { kind }),
    ...(liftedAt !== undefined && { liftedAt: Math.max(liftedAt, settled.at) }),
  };
}
