import { confidence, Experience, type Settlement } from '@entente/trust';
import { print } from './house.ts';

const day = 86_400_000;
const start = Date.UTC(2016, 0, 1);
const halfLife = 365 * day;

/** Settlements one after another over ten years: a few counterparties busy, most rare. The same every time (a linear congruential generator). */
function* made(count: number, customers: number, performers: number): Generator<Settlement> {
  let state = 12_345;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  for (let n = 0; n < count; n += 1) {
    const customer = `customer ${Math.floor(customers * random() ** 3)}`;
    const performer = `performer ${Math.floor(performers * random() ** 3)}`;
    const at = start + (n / count) * 3_650 * day;
    yield { id: String(n), customer, performer, at, kept: random() < 0.85, weight: 1 };
  }
}

/** What any fold has to do: the same rows, a sum kept and settled for each pair, aged to the moment it is added to. */
function plainLoop(
  rows: readonly Settlement[],
): Map<string, Map<string, { kept: number; settled: number; at: number }>> {
  const performers = new Map<string, Map<string, { kept: number; settled: number; at: number }>>();
  for (const { customer, performer, at, kept, weight } of rows) {
    let customers = performers.get(performer);
    if (!customers) performers.set(performer, (customers = new Map()));
    let sum = customers.get(customer);
    if (!sum) customers.set(customer, (sum = { kept: 0, settled: 0, at }));
    const left = 2 ** ((sum.at - at) / halfLife);
    sum.settled = sum.settled * left + weight;
    sum.kept = sum.kept * left + (kept ? weight : 0);
    sum.at = at;
  }
  return performers;
}

function fold(rows: readonly Settlement[]): Experience {
  const experience = new Experience();
  for (const row of rows) experience.add(row);
  return experience;
}

/** Milliseconds, and megabytes of heap that what came of it holds. */
function measured<T>(work: () => T): { milliseconds: number; megabytes: number; made: T } {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const result = work();
  const milliseconds = performance.now() - began;
  globalThis.gc?.();
  return { milliseconds, megabytes: (process.memoryUsage().heapUsed - before) / 1e6, made: result };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** One million settlements folded in, against a plain loop over the same rows; and what one more costs at every size. */
export async function run(args: string[]): Promise<void> {
  const count = Number(args[0] ?? 1_000_000);
  const shapes = { organizations: [2_000, 500], 'a million pairs': [count, count] } as const;
  for (const [shape, [customers, performers]] of Object.entries(shapes)) {
    const rows = [...made(count, customers, performers)];
    const ratios: number[] = [];
    let [ours, plain] = [measured(() => fold(rows)), measured(() => plainLoop(rows))];
    for (let round = 0; round < 5; round += 1) {
      plain = measured(() => plainLoop(rows));
      ours = measured(() => fold(rows));
      ratios.push(ours.milliseconds / plain.milliseconds);
    }
    const pairs = [...ours.made.performers.values()].reduce((sum, one) => sum + one.pairs.size, 0);
    print({
      bench: 'trust-fold',
      shape,
      settlements: count,
      pairs,
      ratio: median(ratios),
      ns_each: (ours.milliseconds * 1e6) / count,
      plain_ns_each: (plain.milliseconds * 1e6) / count,
      mb: ours.megabytes,
      plain_mb: plain.megabytes,
    });
    oneMore(shape, rows);
  }
}

const batch = 2_000;

/** What one more settlement costs once so many are folded, and what reading one number costs then. */
function oneMore(shape: string, rows: readonly Settlement[]): void {
  for (const size of [10_000, 100_000, rows.length - batch]) {
    const more: number[] = [];
    const reads: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const experience = fold(rows.slice(0, size));
      const next = rows.slice(size, size + batch);
      let began = performance.now();
      for (const row of next) experience.add(row);
      more.push(((performance.now() - began) * 1e6) / batch);
      began = performance.now();
      const { at } = next.at(-1)!;
      for (const { customer, performer } of next.slice(0, 100)) confidence(experience, { customer, performer, at });
      reads.push(((performance.now() - began) * 1e3) / 100);
    }
    print({ bench: 'trust-fold', shape, folded: size, ns_for_one_more: median(more), us_to_read_one: median(reads) });
  }
}
