import type { Settlement } from './settlement.ts';
import type { Model } from './validation.ts';

/** What one would reckon without a model: the share the performer kept so far, with anybody. */
export function performerMean(): Model {
  const all = { kept: 0, settled: 0 };
  const performers = new Map<string, { kept: number; settled: number }>();
  return {
    learn: ({ performer, kept }: Settlement) => {
      const own = performers.get(performer) ?? { kept: 0, settled: 0 };
      performers.set(performer, own);
      for (const sum of [all, own]) {
        sum.settled += 1;
        sum.kept += Number(kept);
      }
    },
    foretell: (_customer, performer) => {
      const { kept, settled } = performers.get(performer) ?? all;
      return { value: settled === 0 ? 0.5 : kept / settled };
    },
  };
}

/** The textbook: Beta(1, 1) on what the two settled with each other (Jøsang and Ismail 2002). */
export function pairBeta(): Model {
  const pairs = new Map<string, { kept: number; settled: number }>();
  const keyOf = (customer: string, performer: string) => JSON.stringify([customer, performer]);
  return {
    learn: ({ customer, performer, kept }: Settlement) => {
      const key = keyOf(customer, performer);
      const own = pairs.get(key) ?? { kept: 0, settled: 0 };
      pairs.set(key, own);
      own.settled += 1;
      own.kept += Number(kept);
    },
    foretell: (customer, performer) => {
      const { kept, settled } = pairs.get(keyOf(customer, performer)) ?? { kept: 0, settled: 0 };
      return { value: (kept + 1) / (settled + 2) };
    },
  };
}
