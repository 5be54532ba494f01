import type { Commitment } from './commitment.ts';

/** Stakes of one customer that are remembered, in one unit. */
const remembered = 1_000;
/** The smallest weight a small stake can have. */
const least = 0.1;
/** A customer's stakes of this rank and above count in full. */
const quantile = 0.25;

/** The last stakes of one customer in one unit, by age and by size. Constant work for each: what is remembered is bounded. */
class Scale {
  readonly #byAge: number[] = [];
  readonly #bySize: number[] = [];
  #next = 0;

  weigh(stake: number): number {
    const reference = this.#bySize[Math.floor(quantile * (this.#bySize.length - 1))];
    this.#remember(stake);
    if (reference === undefined || reference === 0) return 1;
    return Math.min(1, Math.max(least, stake / reference));
  }

  #remember(stake: number): void {
    if (this.#byAge.length === remembered) this.#bySize.splice(this.#rank(this.#byAge[this.#next]!), 1);
    this.#byAge[this.#next] = stake;
    this.#next = (this.#next + 1) % remembered;
    this.#bySize.splice(this.#rank(stake), 0, stake);
  }

  #rank(stake: number): number {
    let low = 0;
    let high = this.#bySize.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#bySize[middle]! < stake) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * How much commitments weigh by their stakes: one that is small beside what the same customer usually has at stake (the lowest
 * quarter of the stakes before it, in the same unit) weighs less, so that trifles cannot earn trust for what matters. Nothing weighs
 * more than 1. In order of the promises; the same order gives the same weights.
 */
export class Stakes {
  readonly #scales = new Map<string, Scale>();

  weigh({ customer, stake, unit }: Pick<Commitment, 'customer' | 'stake' | 'unit'>): number {
    if (stake === undefined) return 1;
    const key = JSON.stringify([customer, unit ?? '']);
    let scale = this.#scales.get(key);
    if (!scale) this.#scales.set(key, (scale = new Scale()));
    return scale.weigh(stake);
  }
}
