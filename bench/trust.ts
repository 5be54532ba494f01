import { parseArgs } from 'node:util';
import { type Commitment, type Model, ourModel, pairBeta, performerMean, validate } from '@entente/trust';
import { print } from './house.ts';
import { dataSets, haveSharedData, readHistory } from './trust-data.ts';

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
