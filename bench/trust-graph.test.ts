import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entente, fitOf } from './trust-graph.ts';
import { fairnessTimesGoodness } from './trust-graph-fairness.ts';
import { readRatings, UnusableInput } from './trust-graph-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-ratings-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('a file of ratings', () => {
  const ratings = [
    { source: '6', target: '2', rating: 0.4, time: 1289241911.7 },
    { source: '2', target: '6', rating: -1, time: 1289241912 },
  ];

  it('is read packed or not, with or without names over its columns, whatever spaces it has', async () => {
    const lines = '6, 2 ,\t4,1289241911.7\r\n2,6,-10,1289241912 \n\n';
    const plain = await file('plain.csv', lines);
    expect(readRatings(plain)).toEqual({ data: 'plain', ratings });
    const packed = await file('packed.csv.gz', gzipSync(`\ufeffsource,target,rating,time\n${lines}`));
    expect(readRatings(packed)).toEqual({ data: 'packed', ratings });
    const untimed = await file('untimed.csv', 'a,b,0\nb,a,0\n');
    expect(readRatings(untimed).ratings).toEqual([
      { source: 'a', target: 'b', rating: 0 },
      { source: 'b', target: 'a', rating: 0 },
    ]);
  });

  it('says what is wrong with it', async () => {
    const refused: [string, string | Buffer, RegExp][] = [
      ['empty.csv', '', /empty.csv holds no ratings. A line is: source,target,rating/],
      ['header.csv', 'source,target,rating\n', /holds no ratings/],
      ['two.csv', 'a,b,1\na,b\n', /two.csv, line 2: not a rating. A line is: source,target,rating/],
      ['words.csv', 'a,b,1,2\na,c,good,3\n', /words.csv, line 2: not a rating/],
      ['first.csv', 'a,b,good,3\n', /first.csv, line 1: not a rating/],
      ['tabs.csv', 'a\tb\t1\na\tc\t1\n', /not a rating.*comma between/],
      ['quote.csv', 'a,"b,1\n', /cannot be read as CSV/],
      ['cut.csv.gz', gzipSync('a,b,1\n').subarray(0, 15), /is packed but damaged/],
    ];
    for (const [name, content, message] of refused) {
      const path = await file(name, content);
      expect(() => readRatings(path), name).toThrow(UnusableInput);
      expect(() => readRatings(path), name).toThrow(message);
    }
    expect(() => readRatings(join(folder, 'none.csv'))).toThrow(/none.csv cannot be read: ENOENT/);
  });
});

const given = (lines: [string, string, number][]) =>
  lines.map(([source, target, rating]) => ({ source, target, rating }));

describe('leave one out', () => {
  it('computes fairness and goodness anew for every rating', () => {
    const foretold = fairnessTimesGoodness(
      given([
        ['a', 'p', 1],
        ['b', 'p', -1],
        ['a', 'q', 1],
        ['c', 'q', 1],
      ]),
    );
    [-1, 1, 1 / 2, 5 / 7].forEach((byHand, index) => expect(foretold[index]).toBeCloseTo(byHand, 5));
  });

  it('has no correlation where nothing varies', () => {
    const equal = given([
      ['a', 'b', 0.1],
      ['b', 'c', 0.1],
      ['c', 'a', 0.1],
    ]);
    expect(fitOf(equal, [0, 0.5, 1]).pcc).toBeNull();
    expect(fitOf(equal.slice(0, 1), entente(equal.slice(0, 1)))).toEqual({ rmse: 0.1, pcc: null });
    const [first, ...rest] = equal;
    expect(fitOf([{ ...first!, rating: 1 }, ...rest], [0.2, 0, 0]).pcc).toBeCloseTo(1);
  });

  // Not part of the repository: it lies beside it.
  const beside = join(import.meta.dirname, '../../shared/data/trust');
  const required = [
    ['soc-sign-bitcoinotc', 35_592, 0.261, 0.681],
    ['soc-sign-bitcoinalpha', 24_186, 0.225, 0.633],
  ] as const;
  for (const [data, n, rmse, pcc] of required) {
    const path = join(beside, `${data}.csv.gz`);
    const there = existsSync(path);
    if (!there) console.warn(`SKIPPED: leave one out on ${data}. There is no ${path}.`);
    it.skipIf(!there)(`comes as close as required on ${data}`, () => {
      const file = readRatings(path);
      expect(file.data).toBe(data);
      expect(file.ratings).toHaveLength(n);
      const fit = fitOf(file.ratings, entente(file.ratings));
      expect(fit.rmse).toBeLessThanOrEqual(rmse);
      expect(fit.pcc).toBeGreaterThanOrEqual(pcc);
    });
  }
});
