/** A bar of shares as geometry, in hundredths of its width. Pure. */

export interface ShareSpan {
  start: number;
  width: number;
}

/** The least a share is drawn with, and the gap to the next: both still seen on a phone. */
const LEAST = 1.4;
const GAP = 0.5;

/** Widths in proportion, none under the least: what the small ones gain is taken from the others. */
function widths(weights: readonly number[], room: number): number[] {
  const least = Math.min(LEAST, room / weights.length);
  const small = new Set<number>();
  for (;;) {
    const rest = room - small.size * least;
    const sum = weights.reduce((total, weight, index) => (small.has(index) ? total : total + weight), 0);
    const before = small.size;
    for (const [index, weight] of weights.entries()) {
      if (!small.has(index) && (weight / sum) * rest < least) small.add(index);
    }
    if (small.size === before)
      return weights.map((weight, index) => (small.has(index) ? least : (weight / sum) * rest));
  }
}

/** Where each share lies. Weights that make less than 1 leave the rest of the bar empty; a weight of nought has no width. */
export function shareSpans(weights: readonly number[]): ShareSpan[] {
  const some = weights.filter((weight) => weight > 0);
  const total = some.reduce((sum, weight) => sum + weight, 0);
  const filled = 100 * Math.min(1, total);
  const sizes = some.length === 0 ? [] : widths(some, Math.max(filled - GAP * (some.length - 1), LEAST));
  let end = 0;
  return weights.map((weight) => {
    if (weight <= 0) return { start: end, width: 0 };
    const span = { start: end === 0 ? 0 : end + GAP, width: sizes.shift() ?? 0 };
    end = span.start + span.width;
    return span;
  });
}

/** How much of a share is filled, from 0 to 1. */
export function shareFill({ weight, points }: { weight: number; points: number }): number {
  return weight > 0 ? Math.min(1, Math.max(0, points / weight)) : 0;
}

/**
 * Places for letters under the middles of the shares, as near as can be without touching: letters that would, share the
 * way among them (least squares over the order). At most as many as fit are kept apart.
 */
export function letterPlaces(middles: readonly number[], apart = 3.4): number[] {
  const step = Math.min(apart, 100 / Math.max(1, middles.length));
  const last = 100 - step / 2 - (middles.length - 1) * step;
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, middle] of middles.entries()) {
    let block = { sum: Math.min(last, Math.max(step / 2, middle - index * step)), count: 1 };
    for (
      let before = blocks.at(-1);
      before && before.sum / before.count > block.sum / block.count;
      before = blocks.at(-1)
    ) {
      blocks.pop();
      block = { sum: before.sum + block.sum, count: before.count + block.count };
    }
    blocks.push(block);
  }
  return blocks
    .flatMap((block) => Array<number>(block.count).fill(block.sum / block.count))
    .map((at, index) => at + index * step);
}

/** A, B, C … Z, then numbers. */
export function shareLetter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}
