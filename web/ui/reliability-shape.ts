/** What was foretold against what came, as geometry in a square of 100 by 100; nought is left and above. Pure. */

export interface ReliabilityBin {
  /** Mean of what was foretold, between 0 and 1. */
  foretold: number;
  /** Share that was kept, between 0 and 1. */
  kept: number;
  /** How many there were. */
  n: number;
}

export interface ReliabilityDot {
  x: number;
  y: number;
  radius: number;
}

const LARGEST = 6.5;
/** A dot of one is still seen. */
const LEAST = 1.4;

function inside(value: number): number {
  return Number((100 * Math.min(1, Math.max(0, value))).toFixed(2));
}

/** A dot for each bin that holds anything, its area by how many; large ones first, so that small ones lie above them. */
export function reliabilityDots(bins: readonly ReliabilityBin[]): ReliabilityDot[] {
  const most = Math.max(1, ...bins.map((bin) => bin.n));
  return bins
    .filter((bin) => bin.n > 0)
    .toSorted((a, b) => b.n - a.n)
    .map((bin) => ({
      x: inside(bin.foretold),
      y: 100 - inside(bin.kept),
      radius: Number(Math.max(LEAST, LARGEST * Math.sqrt(bin.n / most)).toFixed(2)),
    }));
}
