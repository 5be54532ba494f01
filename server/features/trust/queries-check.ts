import { ourModel, performerMean, validate } from '@entente/trust';
import type { Tx } from '../../platform/database.ts';
import { importedIds, wholeRecord } from './queries.ts';
import type { CheckShape } from './schema.ts';

/** Commitments that a check foretells at most, the latest: it is reckoned while the reader waits. */
const checkLimit = 10_000;

/** Foretells an organization's own history, or one import of it, promise by promise, and compares with what came. */
export async function checkModel(
  tx: Tx,
  organization: string,
  importId: string | undefined,
  now: Date,
): Promise<CheckShape> {
  const { commitments } = await wholeRecord(tx, organization);
  const only = importId === undefined ? undefined : await importedIds(tx, organization, importId);
  const chosen = commitments.filter((one) => only === undefined || only.has(one.id)).slice(0, checkLimit);
  const ours = validate(chosen, now.getTime(), ourModel());
  const plain = validate(chosen, now.getTime(), performerMean());
  return {
    n: ours?.n ?? 0,
    commitments: chosen.length,
    brier: ours?.brier ?? null,
    logLoss: ours?.logLoss ?? null,
    auc: ours?.auc ?? null,
    ece: ours?.ece ?? null,
    coverage: ours?.coverage ?? null,
    plainBrier: plain?.brier ?? null,
    bins: ours?.bins ?? [],
  };
}
