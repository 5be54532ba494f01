import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { ourModel, validate } from '@entente/trust';
import { dataSets, haveSharedData, readHistory } from './trust-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-history-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = 'customer,performer,promised_at,due_at,done_at,stake\n';
function file(name: string, rows: string, text = header + rows): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

describe('a history of one’s own', () => {
  it('is read from CSV or its gzip: kept, late, and not done yet', () => {
    const rows =
      'A,B,2026-01-01,2026-02-01,2026-01-20,5\nA,B,2026-01-01,2026-02-01,2026-02-09,\nA,B,2026-01-01,2026-02-01,,';
    for (const name of ['ours.csv', 'ours.csv.gz']) {
      const found = readHistory(file(name, rows));
      expect(found).toMatchObject({ name: 'ours', refused: [] });
      expect(found.commitments.map((one) => one.result)).toEqual(['kept', 'late', 'open']);
      expect(found.commitments.map((one) => one.stake)).toEqual([5, undefined, undefined]);
    }
  });

  it('leaves out lines that make no sense, and says which and why', () => {
    const { commitments, refused } = readHistory(
      file(
        'odd.csv',
        [
          'A,A,2026-01-01,2026-02-01,,',
          ',B,2026-01-01,2026-02-01,,',
          'A,B,2026-03-01,2026-02-01,,',
          'A,B,2026-01-01,2026-02-01,2025-12-01,',
          'A,B,soon,2026-02-01,,',
          'A,B,2026-01-01,2026-02-01,,-5',
          'A,B,2026-01-01,2026-02-01,,much',
          'A,B,2026-01-01,2026-02-01,2026-01-05,0',
        ].join('\n'),
      ),
    );
    expect(commitments).toHaveLength(1);
    expect(refused.map((line) => Number(/^line (\d+)/.exec(line)?.[1]))).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(refused[2]).toContain('due before it was promised');
  });

  it('is refused with its missing columns, and scored as nothing when empty', () => {
    expect(() => readHistory(file('wrong.csv', '', 'customer,performer\nA,B'))).toThrow('promised_at');
    const { commitments } = readHistory(file('empty.csv', ''));
    expect(validate(commitments, Date.now(), ourModel())).toBeNull();
  });
});

const have = haveSharedData();
if (!have) console.warn('SKIPPED: what the model foretells of the shared histories. They are not on this machine.');

/** Brier and log loss that were asked for; within .0005 each. */
const asked: Record<string, [brier: number, logLoss: number]> = {
  scms: [0.1233, 0.4089],
  'scms-outside': [0.0684, 0.2504],
  'uci-groups': [0.1528, 0.4709],
  jira: [0.1666, 0.4998],
};

describe.skipIf(!have)('the shared histories (skipped where they are not at hand)', () => {
  it.each(Object.entries(asked))('%s are foretold as well as was asked', (name, [brier, logLoss]) => {
    const found = validate(dataSets[name]!(), Date.UTC(2026, 10, 25), ourModel())!;
    expect(found.brier).toBeLessThanOrEqual(brier + 0.0005);
    expect(found.logLoss).toBeLessThanOrEqual(logLoss + 0.0005);
    expect(found.coverage).toBeGreaterThan(0.83);
    expect(found.coverage).toBeLessThan(0.93);
  });
});
