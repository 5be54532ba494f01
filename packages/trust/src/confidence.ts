import { constants } from './constants.ts';
import type { Experience, Pair } from './experience.ts';
import { type Interval, intervalAround } from './interval.ts';
import { type Credence, type Levels, levelsOf, ordinary, valueOf } from './levels.ts';
import { nearestMoment, type Party } from './settlement.ts';
import { aged, limited, limitedKept, unitAt } from './tally.ts';

/**
 * Where a part of the number comes from. `own`: what the two settled with each other. `work`: the part of that of one kind of work.
 * `counterparty`: what another customer settled with the performer. `elsewhere`: what the customer settled with another performer.
 * `population`: how everybody's commitments to everybody came out. `start`: one half, before anything is known.
 */
export type Source = 'own' | 'work' | 'counterparty' | 'elsewhere' | 'population' | 'start';

/** One part of a number. `weight` of all shares adds up to 1, `points` (weight times the share kept) to the number. */
export interface Share {
  source: Source;
  /** The other customer, or the other performer. */
  party?: Party;
  weight: number;
  points: number;
}

/** What a customer may expect of a performer: the chance that the next commitment is kept, and everything it is made of. */
export interface Confidence extends Interval {
  /** Between 0 and 1. */
  value: number;
  shares: Share[];
  /** Settled commitments of the two; of one kind of work where that was asked. */
  count: number;
  kept: number;
  /** What is left of `count` after ageing and weighing. */
  worth: number;
  /** Whether it may be stated, or what is missing. */
  standing: 'stated' | 'too-early' | 'too-long-ago';
}

export interface Question {
  customer: Party;
  performer: Party;
  /** Milliseconds since 1970. */
  at: number;
  /** Only this kind of work, leaning on the whole. */
  kind?: string;
}

/**
 * The confidence of a customer in a performer at a moment, with its exact explanation.
 * @throws TrustError where something folded was settled after that moment: replay the record as of then instead.
 */
export function confidence(experience: Experience, question: Question): Confidence {
  const asked = answerable(experience, question);
  const credence = ordinary(experience, asked.customer, unitAt(asked.at));
  return withKind(experience, asked, build(experience, asked, credence));
}

/** The question about the nearest moment that can be reckoned with, if everything folded was known then. */
function answerable(experience: Experience, question: Question): Question {
  experience.demandKnownBy(question.at);
  return { ...question, at: nearestMoment(question.at) };
}

/** Reads all levels and lays out the shares; `credence` says how much each counterparty's word counts. */
export function build(experience: Experience, question: Question, credence: Credence): Confidence {
  const { customer, performer, at } = question;
  const levels = levelsOf(experience, customer, performer, at, credence);
  const { performer: ofPerformer, pair: ofPair } = experience.strengths;
  const own = experience.pair(customer, performer);
  const value = valueOf(levels, ofPerformer, ofPair);
  const found = {
    value,
    shares: sharesOf(experience, question, levels, credence),
    count: own?.count ?? 0,
    kept: own?.keptCount ?? 0,
    worth: levels.pair.settled,
  };
  return stated(found, freshness(own, at));
}

/** The 90% interval around a number, with so many commitments' worth between the two. */
export function intervalOf(value: number, worth: number): Interval {
  const { intervalCount, intervalStart } = constants;
  return intervalAround(value, Math.min(intervalCount, worth + intervalStart));
}

type Unstated = Omit<Confidence, 'low' | 'high' | 'standing'>;

/** What a settlement of full weight is worth now, if it was settled when the last one of the two was. */
const freshness = (pair: Pair | undefined, at: number): number => (pair ? unitAt(pair.lastAt) / unitAt(at) : 0);

/** `behind`: commitments' worth that the interval goes by. */
function stated(found: Unstated, fresh: number, behind = found.worth): Confidence {
  const { statedFrom, statedAbove, statedWidth } = constants;
  const { low, high } = intervalOf(found.value, behind);
  const standing =
    found.count < statedFrom
      ? 'too-early'
      : found.worth < statedAbove
        ? // Fresh ones that weigh little, for their stakes, are too few.
          found.count * fresh < statedAbove
          ? 'too-long-ago'
          : 'too-early'
        : high - low > statedWidth
          ? 'too-early'
          : 'stated';
  return { ...found, low, high, standing };
}

function sharesOf(experience: Experience, question: Question, levels: Levels, credence: Credence): Share[] {
  const { customer, performer, at } = question;
  const unit = unitAt(at);
  const strengths = experience.strengths;
  const shares: Share[] = [];
  // What one unit of each level weighs in the number.
  const perOwn = 1 / (levels.pair.settled + strengths.pair);
  const perCounterparty = (strengths.pair * perOwn) / (levels.performer.settled + strengths.performer);
  const perElsewhere =
    (strengths.performer * perCounterparty) / (levels.elsewhere.settled + constants.customerStrength);
  const rest = constants.customerStrength * perElsewhere;

  for (const pair of experience.performers.get(performer)?.pairs.values() ?? []) {
    const worth = aged(pair, unit);
    const each = credence(pair) * perCounterparty;
    const mine = pair.customer === customer;
    const weight = each * limited(worth.settled) + (mine ? perOwn * worth.settled : 0);
    const points = each * limitedKept(worth) + (mine ? perOwn * worth.kept : 0);
    if (weight > 0) shares.push({ ...(mine ? { source: 'own' } : from('counterparty', pair)), weight, points });
  }
  for (const pair of experience.customers.get(customer)?.pairs ?? []) {
    if (pair.performer === performer) continue;
    const worth = aged(pair, unit);
    const weight = perElsewhere * limited(worth.settled);
    if (weight > 0)
      shares.push({ source: 'elsewhere', party: pair.performer, weight, points: perElsewhere * limitedKept(worth) });
  }
  const { kept, settled } = experience.populationSums;
  const perPopulation = rest / (2 + settled);
  if (settled > 0) shares.push({ source: 'population', weight: perPopulation * settled, points: perPopulation * kept });
  shares.push({ source: 'start', weight: 2 * perPopulation, points: perPopulation });
  return shares;
}

const from = (source: Source, pair: Pair): { source: Source; party: Party } => ({ source, party: pair.customer });

/** One kind of work apart: its own record, leaning on the whole. */
function withKind(experience: Experience, question: Question, whole: Confidence): Confidence {
  const { kind, customer, performer, at } = question;
  if (kind === undefined) return whole;
  const pair = experience.pair(customer, performer);
  const found = pair?.kinds?.get(kind);
  const worth = found ? aged(found, unitAt(at)) : { kept: 0, settled: 0 };
  const each = 1 / (worth.settled + constants.kindStrength);
  const lean = constants.kindStrength * each;
  const shares = whole.shares.map((share) => ({ ...share, weight: share.weight * lean, points: share.points * lean }));
  if (worth.settled > 0) shares.unshift({ source: 'work', weight: worth.settled * each, points: worth.kept * each });
  const ofKind = {
    value: worth.kept * each + whole.value * lean,
    shares,
    count: found?.count ?? 0,
    kept: found?.keptCount ?? 0,
    worth: worth.settled,
  };
  return stated(ofKind, freshness(pair, at), worth.settled + whole.worth * lean);
}

/** Everything a customer may expect of somebody it knows only through others; the counterparties it trusts itself count for more. */
export function prospect(experience: Experience, question: Question): Confidence {
  const asked = answerable(experience, question);
  const { customer, at } = asked;
  const unit = unitAt(at);
  const plain = ordinary(experience, customer, unit);
  const trusted = new Map<Party, number>();
  const trust = (party: Party): number => {
    const known = trusted.get(party);
    if (known !== undefined) return known;
    const levels = levelsOf(experience, customer, party, at);
    const strengths = experience.strengths;
    const value = levels.pair.settled > 0 ? valueOf(levels, strengths.performer, strengths.pair) : 0;
    const more = 1 + 4 * Math.max(0, 2 * value - 1);
    trusted.set(party, more);
    return more;
  };
  return build(experience, asked, (pair) => plain(pair) * (pair.customer === customer ? 1 : trust(pair.customer)));
}
