/** A probability that was foretold, and what came. */
export interface Foretold {
  value: number;
  kept: boolean;
}

/** One bin of a reliability diagram: what was foretold there on average, and what share came. */
export interface ReliabilityBin {
  from: number;
  to: number;
  n: number;
  foretold: number;
  kept: number;
}

export interface Scores {
  n: number;
  /** Mean squared error (Brier, Monthly Weather Review 1950); 0 is perfect. */
  brier: number;
  /** Mean of -ln of what was foretold for what came, between .01 and .99. */
  logLoss: number;
  /** Chance that a kept one was foretold higher than a broken one; null where all came out alike. */
  auc: number | null;
  /** Expected calibration error: how far the bins lie from the diagonal, weighed by n. */
  ece: number;
  bins: ReliabilityBin[];
}

const binCount = 10;
const closest = 0.01;

/** Scores foretold probabilities; null where there are none. */
export function scoresOf(foretold: readonly Foretold[]): Scores | null {
  const n = foretold.length;
  if (n === 0) return null;
  let brier = 0;
  let logLoss = 0;
  for (const { value, kept } of foretold) {
    brier += (value - Number(kept)) ** 2;
    const clipped = Math.min(1 - closest, Math.max(closest, value));
    logLoss -= Math.log(kept ? clipped : 1 - clipped);
  }
  const bins = binsOf(foretold);
  const ece = bins.reduce((sum, bin) => sum + (bin.n * Math.abs(bin.foretold - bin.kept)) / n, 0);
  return { n, brier: brier / n, logLoss: logLoss / n, auc: aucOf(foretold), ece, bins };
}

function binsOf(foretold: readonly Foretold[]): ReliabilityBin[] {
  const sums = Array.from({ length: binCount }, () => ({ n: 0, foretold: 0, kept: 0 }));
  for (const { value, kept } of foretold) {
    const sum = sums[Math.min(binCount - 1, Math.floor(value * binCount))]!;
    sum.n += 1;
    sum.foretold += value;
    sum.kept += Number(kept);
  }
  return sums.flatMap((sum, index) =>
    sum.n === 0
      ? []
      : [
          {
            from: index / binCount,
            to: (index + 1) / binCount,
            n: sum.n,
            foretold: sum.foretold / sum.n,
            kept: sum.kept / sum.n,
          },
        ],
  );
}

/** Area under the ROC curve by ranks, ties counting half (Mann and Whitney 1947). */
function aucOf(foretold: readonly Foretold[]): number | null {
  const sorted = foretold.toSorted((a, b) => a.value - b.value);
  let kept = 0;
  let ranks = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]!.value === sorted[start]!.value) end += 1;
    const rank = (start + end + 1) / 2;
    for (; start < end; start += 1) {
      if (!sorted[start]!.kept) continue;
      kept += 1;
      ranks += rank;
    }
  }
  const broken = sorted.length - kept;
  return kept === 0 || broken === 0 ? null : (ranks - (kept * (kept + 1)) / 2) / (kept * broken);
}
