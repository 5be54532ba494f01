/** A line through time as geometry, in hundredths of the picture's width and height; nought is left and above. Pure. */

export interface TrendValue {
  /** RFC 3339. */
  at: string;
  /** Between 0 and 1; null when it is too early to say. */
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface TrendPlace {
  x: number;
  /** Null where the value is unknown. */
  y: number | null;
}

export interface TrendShape {
  /** One for each point, in its order. */
  places: TrendPlace[];
  /** Unbroken stretches of known values: path data of the line and of the band about it. */
  runs: { line: string; band: string }[];
  /** Values that want a dot, as indexes: those that stand alone, and the last. */
  dots: number[];
  /** Stretches without a value, from and to. */
  unknowns: { from: number; to: number }[];
}

/** Room at both ends, so that signs at the first and the last point stay inside. */
const EDGE = 2.5;
/** Half the width of a value that stands alone. */
const ALONE = 0.6;

function height(value: number): number {
  return 100 - 100 * Math.min(1, Math.max(0, value));
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

function acrossTime(points: readonly TrendValue[]): number[] {
  const times = points.map((point) => Date.parse(point.at));
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  return times.map((time) => (span === 0 ? 50 : rounded(EDGE + ((100 - 2 * EDGE) * (time - first)) / span)));
}

/** Neighbours that are all known or all unknown, as indexes from and to. */
function stretches(points: readonly TrendValue[]): { from: number; to: number; known: boolean }[] {
  const found: { from: number; to: number; known: boolean }[] = [];
  for (const [index, point] of points.entries()) {
    const known = point.value !== null;
    const last = found.at(-1);
    if (last?.known === known) last.to = index;
    else found.push({ from: index, to: index, known });
  }
  return found;
}

interface Stop {
  x: number;
  y: number;
  low: number;
  high: number;
}

function drawn(stops: readonly Stop[]): { line: string; band: string } {
  const path = (along: readonly Stop[], pick: (stop: Stop) => number) =>
    along.map((stop) => `${rounded(stop.x)} ${rounded(pick(stop))}`).join('L');
  const there = path(stops, (stop) => stop.high);
  const back = path(stops.toReversed(), (stop) => stop.low);
  return { line: `M${path(stops, (stop) => stop.y)}`, band: `M${there}L${back}Z` };
}

/** What to draw for points in the order of their time. */
export function trendShape(points: readonly TrendValue[]): TrendShape {
  const xs = acrossTime(points);
  const at = (index: number) => xs[index] ?? 0;
  const shape: TrendShape = {
    places: points.map((point, index) => ({
      x: at(index),
      y: point.value === null ? null : rounded(height(point.value)),
    })),
    runs: [],
    dots: [],
    unknowns: [],
  };
  for (const { from, to, known } of stretches(points)) {
    if (known) {
      const stops = points.slice(from, to + 1).map(({ value, low, high }, index) => ({
        x: at(from + index),
        y: height(value ?? 0),
        low: height(low ?? value ?? 0),
        high: height(high ?? value ?? 0),
      }));
      const wide =
        stops.length > 1 ? stops : stops.flatMap((one) => [-ALONE, ALONE].map((by) => ({ ...one, x: one.x + by })));
      shape.runs.push(drawn(wide));
      if (from === to || to === points.length - 1) shape.dots.push(to);
    } else {
      // It was known at the last point and is again at the next: in between, half the way belongs to each.
      shape.unknowns.push({
        from: from === 0 ? 0 : rounded((at(from - 1) + at(from)) / 2),
        to: to === points.length - 1 ? 100 : rounded((at(to) + at(to + 1)) / 2),
      });
    }
  }
  return shape;
}
