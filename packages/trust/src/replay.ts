import { type Commitment, settlementOf, spoiltBy } from './commitment.ts';
import { Experience, type Options } from './experience.ts';
import { demandMoment, type Settlement, TrustError } from './settlement.ts';
import { Stakes } from './stakes.ts';

/** One step of a replay: a settlement comes in, or one that was made good and forgiven goes out. */
interface Step {
  at: number;
  settlement: Settlement;
  lifts: boolean;
}

const inOrder = (a: Step, b: Step): number =>
  a.at - b.at || Number(a.lifts) - Number(b.lifts) || (a.settlement.id < b.settlement.id ? -1 : 1);

/**
 * Every commitment's settlement as of a moment, weighed; in any order given, the same weights.
 * @throws TrustError on an id that stands twice, and on a malformed commitment, also where it is no evidence yet.
 */
export function settlementsOf(commitments: readonly Commitment[], at: number): Settlement[] {
  demandMoment(at);
  for (const commitment of commitments) {
    const problem = spoiltBy(commitment);
    if (problem) throw new TrustError(problem, commitment.id);
  }
  const stakes = new Stakes();
  const seen = new Set<string>();
  const byPromise = commitments.toSorted((a, b) => a.promisedAt - b.promisedAt || (a.id < b.id ? -1 : 1));
  return byPromise.flatMap((commitment) => {
    if (seen.has(commitment.id)) throw new TrustError('duplicate-id', commitment.id);
    seen.add(commitment.id);
    const weight = commitment.promisedAt > at ? 1 : stakes.weigh(commitment);
    const settlement = settlementOf(commitment, at, weight);
    return settlement ? [settlement] : [];
  });
}

/**
 * The record folded from nothing, read at each moment on the way (moments ascending, none before the epoch of the record). Whatever
 * order the commitments come in, the result is the same; what is settled after the last moment is not known yet.
 */
export function history<T>(
  commitments: readonly Commitment[],
  moments: readonly number[],
  options: Options,
  read: (experience: Experience, at: number) => T,
): T[] {
  const last = moments.at(-1);
  if (last === undefined) return [];
  moments.forEach((moment, index) => {
    demandMoment(moment);
    if (index > 0 && moment < moments[index - 1]!) throw new RangeError('Ask about moments in ascending order.');
  });
  const steps: Step[] = settlementsOf(commitments, last)
    .flatMap((settlement) => {
      const lifted = settlement.liftedAt;
      const comes = { at: settlement.at, settlement, lifts: false };
      return lifted === undefined || lifted > last ? [comes] : [comes, { at: lifted, settlement, lifts: true }];
    })
    .sort(inOrder);
  const experience = new Experience(options);
  const added = new Map<string, number>();
  let next = 0;
  return moments.map((moment) => {
    for (; next < steps.length && steps[next]!.at <= moment; next += 1) take(experience, added, steps[next]!);
    return read(experience, moment);
  });
}

function take(experience: Experience, added: Map<string, number>, { settlement, lifts }: Step): void {
  if (lifts) experience.lift(settlement, added.get(settlement.id) ?? 0);
  else {
    const share = experience.add(settlement);
    if (settlement.liftedAt !== undefined) added.set(settlement.id, share);
  }
}

/** The record as it is known at a moment. */
export const replay = (commitments: readonly Commitment[], at: number, options: Options): Experience =>
  history(commitments, [at], options, (experience) => experience)[0]!;
