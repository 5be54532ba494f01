/** ln Γ(x) for x > 0: Stirling's series after shifting the argument up (Abramowitz and Stegun 6.1.40). */
function logGamma(value: number): number {
  let x = value;
  let shift = 0;
  while (x < 8) {
    shift -= Math.log(x);
    x += 1;
  }
  const f = 1 / (x * x);
  const series = (1 / 12 - f * (1 / 360 - f * (1 / 1260 - f / 1680))) / x;
  return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

const tiny = 1e-300;
const away = (x: number): number => (Math.abs(x) < tiny ? tiny : x);

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-13) break;
  }
  return value;
}

/** The probability that a share with a Beta(a, b) distribution is at most x. a, b > 0. */
export function betaBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
}

/** The share below which a Beta(a, b) distribution has the probability p; by halving, to 1e-9. */
export function betaQuantile(a: number, b: number, p: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (betaBelow(a, b, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export interface Interval {
  low: number;
  high: number;
}

/**
 * The 90% interval of a share around `value` that is known as if from `count` commitments. Close to 0 or 1 the mean of so skewed a
 * distribution lies outside its own quantiles; the interval never leaves out its value.
 */
export function intervalAround(value: number, count: number): Interval {
  return {
    low: Math.min(value, betaQuantile(value * count, (1 - value) * count, 0.05)),
    high: Math.max(value, betaQuantile(value * count, (1 - value) * count, 0.95)),
  };
}

/** How many of the next ten the interval expects to be kept, rounded away from its middle. */
export const ofTen = ({ low, high }: Interval): { from: number; to: number } => ({
  from: Math.floor(low * 10),
  to: Math.ceil(high * 10),
});

/** The 90% interval of a share of `some` out of `all`, after Jeffreys (Brown, Cai and DasGupta, Statistical Science 2001). */
export function shareInterval(some: number, all: number): Interval {
  const [a, b] = [some + 0.5, all - some + 0.5];
  return {
    low: some === 0 ? 0 : betaQuantile(a, b, 0.05),
    high: some === all ? 1 : betaQuantile(a, b, 0.95),
  };
}
