import { constants } from './constants.ts';
import { demandMoment, type Party, problemOf, type Settlement, TrustError } from './settlement.ts';
import { Strengths } from './strengths.ts';
import { limited, limitedKept, type Tally, unitAt } from './tally.ts';

/** Everything one customer settled with one performer. `count` and `keptCount` are plain numbers, lifted ones left out. */
export interface Pair extends Tally {
  customer: Party;
  performer: Party;
  count: number;
  keptCount: number;
  lastAt: number;
  kinds?: Map<string, Tally & { count: number; keptCount: number }>;
  /** The records it belongs to. */
  of: CustomerRecord;
  by: PerformerRecord;
}

export interface PerformerRecord {
  /** Its share of the population: kept and settled, not aged, each weighed by how far its customer was known then. */
  kept: number;
  settled: number;
  /** The viewer, or somebody verified: settling with it makes a customer known. */
  known: boolean;
  pairs: Map<Party, Pair>;
}

export interface CustomerRecord {
  /** What it settled with performers that are known: strangers cannot make each other known. */
  settled: number;
  /** Share of its word that counts before it is known: 1 for the viewer, some where verified, else 0. */
  floor: number;
  pairs: Pair[];
}

export interface Options {
  /** Whose experience it is: what they settled themselves always counts in full. */
  viewer?: Party;
  /** Whether somebody verified who an organization is. */
  verified: (party: Party) => boolean;
}

const { verifiedShare, knownAt } = constants;

/**
 * Settled commitments, folded in the order in which they were settled: constant time for each. Reading a number is
 * `confidence.ts`. One mutable object, because a million of them are folded one by one; nothing outside writes to it.
 */
export class Experience {
  readonly performers = new Map<Party, PerformerRecord>();
  readonly customers = new Map<Party, CustomerRecord>();
  readonly strengths = new Strengths();
  readonly #options: Options;
  #populationKept = 0;
  #populationSettled = 0;
  #last: Pick<Settlement, 'id' | 'at'> = { id: '', at: Number.NEGATIVE_INFINITY };

  constructor(options: Options = { verified: () => true }) {
    this.#options = options;
  }

  /** Everybody's average: the share kept of all performers, each limited, with one kept and one broken to begin with. */
  get population(): number {
    return (1 + this.#populationKept) / (2 + this.#populationSettled);
  }

  /** The limited sums behind `population`. */
  get populationSums(): Tally {
    return { kept: this.#populationKept, settled: this.#populationSettled };
  }

  /** How far the customer's word about the performer counts in others' eyes, at the moment of `unit`: 0 to 1. */
  credibility(pair: Pair, unit: number): number {
    const { floor, settled } = pair.of;
    if (floor === 1) return 1;
    const elsewhere = Math.max(0, settled - (pair.by.known ? pair.settled : 0)) / unit;
    return floor + ((1 - floor) * elsewhere) / (elsewhere + knownAt);
  }

  pair(customer: Party, performer: Party): Pair | undefined {
    return this.performers.get(performer)?.pairs.get(customer);
  }

  /**
   * Folds one settlement in, in constant time, and returns what `lift` needs to take it out again.
   * @throws TrustError where it is malformed, or older than the last one.
   */
  add(settlement: Settlement): number {
    const problem = problemOf(settlement);
    if (problem) throw new TrustError(problem, settlement.id);
    if (settlement.at < this.#last.at) throw new TrustError('out-of-order', settlement.id);
    this.#last = settlement;
    const pair = this.#pairFor(settlement.customer, settlement.performer);
    const unit = unitAt(settlement.at);
    const counts = settlement.weight * this.credibility(pair, unit);
    this.strengths.learn(this, pair, settlement, counts);
    this.#put(pair, settlement, unit, counts);
    return counts;
  }

  /** Takes a settlement out of every sum, as if it had never been: it was made good and forgiven. */
  lift(settlement: Settlement, counted: number): void {
    const pair = this.pair(settlement.customer, settlement.performer);
    if (pair) this.#change(pair, settlement, -unitAt(settlement.at), -counted);
  }

  /**
   * What `read` finds if this settlement came on top; afterwards everything is as before, to the last bit, also where `read` throws.
   * @throws TrustError where it is malformed.
   */
  suppose<T>(settlement: Settlement, read: (experience: this) => T): T {
    const problem = problemOf(settlement);
    if (problem) throw new TrustError(problem, settlement.id);
    const pair = this.#pairFor(settlement.customer, settlement.performer);
    const restore = this.#snapshot(pair, settlement.kind);
    const unit = unitAt(settlement.at);
    if (settlement.at > this.#last.at) this.#last = settlement;
    this.#put(pair, settlement, unit, settlement.weight * this.credibility(pair, unit));
    try {
      return read(this);
    } finally {
      restore();
    }
  }

  /** What `read` finds if this settlement, folded before, had never been; afterwards everything is as before, as with `suppose`. */
  without<T>(settlement: Settlement, read: (experience: this) => T): T {
    const pair = this.#pairFor(settlement.customer, settlement.performer);
    const restore = this.#snapshot(pair, settlement.kind);
    const unit = unitAt(settlement.at);
    this.#change(pair, settlement, -unit, -settlement.weight * this.credibility(pair, unit));
    try {
      return read(this);
    } finally {
      restore();
    }
  }

  /** @throws TrustError where something was settled after the moment: that was not known then. */
  demandKnownBy(moment: number): void {
    demandMoment(moment);
    if (this.#last.at > moment) throw new TrustError('in-the-future', this.#last.id);
  }

  /** Every number that one settlement of the pair changes; calling it puts them back. */
  #snapshot(pair: Pair, kind: string | undefined): () => void {
    const { by, of, kinds } = pair;
    const { settled, kept, count, keptCount, lastAt } = pair;
    const performer = { kept: by.kept, settled: by.settled };
    const customer = { settled: of.settled };
    const ofKind = kind === undefined ? undefined : kinds?.get(kind);
    const kindBefore = { ...ofKind };
    const [populationKept, populationSettled, last] = [this.#populationKept, this.#populationSettled, this.#last];
    return () => {
      Object.assign(pair, { settled, kept, count, keptCount, lastAt });
      Object.assign(by, performer);
      Object.assign(of, customer);
      if (ofKind) Object.assign(ofKind, kindBefore);
      else if (kind !== undefined) pair.kinds?.delete(kind);
      this.#populationKept = populationKept;
      this.#populationSettled = populationSettled;
      this.#last = last;
    };
  }

  #put(pair: Pair, settlement: Settlement, unit: number, counts: number): void {
    this.#change(pair, settlement, unit, counts);
    pair.lastAt = Math.max(pair.lastAt, settlement.at);
  }

  /** Adds to every sum, or takes from it where `unit` and `counts` are negative. */
  #change(pair: Pair, { kept, weight, kind }: Settlement, unit: number, counts: number): void {
    const units = weight * unit;
    const one = unit > 0 ? 1 : -1;
    if (pair.by.known) pair.of.settled += units;
    tally(pair, kept, units, one);
    if (kind !== undefined) tally(kindOf(pair, kind), kept, units, one);
    const { by } = pair;
    this.#populationKept -= limitedKept(by);
    this.#populationSettled -= limited(by.settled);
    by.settled = Math.max(0, by.settled + counts);
    if (kept) by.kept = Math.max(0, by.kept + counts);
    this.#populationKept += limitedKept(by);
    this.#populationSettled += limited(by.settled);
  }

  #pairFor(customer: Party, performer: Party): Pair {
    let by = this.performers.get(performer);
    if (!by)
      this.performers.set(
        performer,
        (by = { kept: 0, settled: 0, known: this.#floor(performer) > 0, pairs: new Map() }),
      );
    const known = by.pairs.get(customer);
    if (known) return known;
    let of = this.customers.get(customer);
    if (!of) this.customers.set(customer, (of = { settled: 0, floor: this.#floor(customer), pairs: [] }));
    const lastAt = Number.NEGATIVE_INFINITY;
    const pair: Pair = { customer, performer, kept: 0, settled: 0, count: 0, keptCount: 0, lastAt, of, by };
    by.pairs.set(customer, pair);
    of.pairs.push(pair);
    return pair;
  }

  #floor(party: Party): number {
    if (party === this.#options.viewer) return 1;
    return this.#options.verified(party) ? verifiedShare : 0;
  }
}

function tally(into: Tally & { count: number; keptCount: number }, kept: boolean, units: number, sign: 1 | -1): void {
  into.count += sign;
  into.settled = into.count === 0 ? 0 : into.settled + units;
  if (!kept) return;
  into.keptCount += sign;
  into.kept = into.keptCount === 0 ? 0 : into.kept + units;
}

function kindOf(pair: Pair, kind: string): Tally & { count: number; keptCount: number } {
  pair.kinds ??= new Map();
  const known = pair.kinds.get(kind);
  if (known) return known;
  const fresh = { kept: 0, settled: 0, count: 0, keptCount: 0 };
  pair.kinds.set(kind, fresh);
  return fresh;
}
