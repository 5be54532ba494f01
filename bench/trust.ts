import { parseArgs } from 'node:util';
import { type Commitment, type Model, ourModel, type Settlement, validate } from '@entente/trust';
import { print } from './house.ts';
import { dataSets, haveSharedData, readHistory } from './trust-data.ts';

/** What a simple person would reckon: the share the performer kept so far, with anybody. */
function performerMean(): Model {
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
function pairBeta(): Model {
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

const models: Record<string, () => Model> = {
  'performer-mean': performerMean,
  'pair-beta': pairBeta,
  entente: ourModel,
};

function score(data: string, commitments: readonly Commitment[], asOf: number): void {
  for (const [model, create] of Object.entries(models)) {
    const found = validate(commitments, asOf, create());
    const figures = {
      bench: 'trust',
      data,
      model,
      n: found?.n ?? 0,
      brier: found?.brier ?? null,
      log_loss: found?.logLoss ?? null,
      auc: found?.auc ?? null,
      ece: found?.ece ?? null,
      coverage: found?.coverage ?? null,
    };
    print(figures, 4);
  }
}

const usage = 'npm run --silent bench -- trust [--data FILE.csv] [--as-of 2026-11-25]';

/** Foretells histories of promises and scores what was foretold; of the shared sets, or of a file of one's own. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' }, 'as-of': { type: 'string' } } });
  const asOf = values['as-of'] ? Date.parse(values['as-of']) : Date.now();
  if (Number.isNaN(asOf)) throw new Error(`--as-of takes a day such as 2026-11-25. ${usage}`);
  if (values.data) {
    const { name, commitments, refused } = readHistory(values.data);
    for (const line of refused.slice(0, 20)) console.error(line);
    if (refused.length > 0) console.error(`${refused.length} lines were left out.`);
    score(name, commitments, asOf);
    return;
  }
  if (!haveSharedData()) {
    console.error(`SKIPPED: the shared histories are not on this machine. Give one of your own: ${usage}`);
    return;
  }
  for (const [name, load] of Object.entries(dataSets)) score(name, load(), asOf);
}
