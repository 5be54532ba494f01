import { constants } from './constants.ts';
import type { Experience, Pair } from './experience.ts';
import { expectation, leaning, type Levels, levelsOf } from './levels.ts';
import type { Settlement } from './settlement.ts';

const { strengths: choices, firstStrength, strengthPenalty, chosenEvery } = constants;

/** Work that learning may do: one unit is a pair looked at; most of it is there from the start, so that small records are learnt from in full. */
const firstCredit = 200_000;
const creditEach = 1;
/** What trying every pair of strengths costs, in the same units. */
const tryingCost = 8;
const certain = 0.01;

/**
 * How strongly a pair leans on what others say of the performer, and that on the customer's expectation: the two strengths that
 * would have foretold the settlements so far best (log loss of each before it is folded; Dawid's prequential principle, JRSS A
 * 1984), moved away from the first ones only where that saves `strengthPenalty` for each doubling.
 */
export class Strengths {
  /** Commitments' worth of the customer's expectation against all counterparties. */
  performer: number = firstStrength;
  /** Commitments' worth of the performer's level against the pair's own record. */
  pair: number = firstStrength;
  readonly #losses = new Float64Array(choices.length ** 2);
  #settlements = 0;
  #credit = firstCredit;

  /**
   * Learns from a settlement that is about to be folded, as much as its word counts. Constant time on average: what it may cost is
   * earned by settlements.
   */
  learn(experience: Experience, pair: Pair, { at, kept }: Settlement, counts: number): void {
    this.#credit += creditEach;
    // Whose word counts nothing may not set off a new choice either.
    if (counts === 0) return;
    this.#settlements += 1;
    const cost = tryingCost + pair.by.pairs.size + pair.of.pairs.length;
    if (cost <= this.#credit) {
      this.#credit -= cost;
      this.#try(levelsOf(experience, pair.customer, pair.performer, at), kept, counts);
    }
    if (this.#settlements % chosenEvery === 0) this.#choose();
  }

  #try(levels: Levels, kept: boolean, counts: number): void {
    const expected = expectation(levels);
    let index = 0;
    for (const ofPerformer of choices) {
      const known = leaning(levels.performer, ofPerformer, expected);
      for (const ofPair of choices) {
        const value = leaning(levels.pair, ofPair, known);
        this.#losses[index]! -= counts * Math.log(Math.max(certain, kept ? value : 1 - value));
        index += 1;
      }
    }
  }

  #choose(): void {
    let best = Number.POSITIVE_INFINITY;
    choices.forEach((performer, row) => {
      choices.forEach((pair, column) => {
        const away = Math.abs(Math.log2(performer / firstStrength)) + Math.abs(Math.log2(pair / firstStrength));
        const loss = this.#losses[row * choices.length + column]! + strengthPenalty * away;
        if (loss >= best) return;
        best = loss;
        this.performer = performer;
        this.pair = pair;
      });
    });
  }
}
