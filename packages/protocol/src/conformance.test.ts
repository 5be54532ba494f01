import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allVectors, vectorFile } from '../testing/vectors.ts';
import { runVectors, type Vector } from './index.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const folder = new URL('../vectors/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Vector[];

describe('conformance vectors', () => {
  for (const [name, vectors] of Object.entries(allVectors())) {
    it(`${name} are what the stories make (after an intended change: vitest -u)`, async () => {
      await expect(vectorFile(vectors)).toMatchFileSnapshot(`../vectors/${name}.json`);
    });
  }

  for (const name of readdirSync(folder)) {
    it(`${name} hold for this implementation`, () => {
      const vectors = read(name);
      expect(vectors.length).toBeGreaterThan(2);
      expect(runVectors(vectors, sha256)).toEqual([]);
    });
  }

  it('the runner notices what came out otherwise', () => {
    const [fold] = read('performing.json') as [Extract<Vector, { kind: 'fold' }>];
    const other = structuredClone(fold);
    other.expect.conversation!.state = 'disputed';
    const [parse] = read('reading.json') as [Extract<Vector, { kind: 'parse' }>];
    const [canonical] = read('canonical.json') as [Extract<Vector, { kind: 'canonical' }>];
    const failures = runVectors(
      [
        other,
        { ...fold, acts: [{ ...fold.acts[0]!, at: '2026-01-05T09:00:00.001Z' }] },
        { ...parse, problem: '/v' },
        { ...canonical, canonical: '{}' },
      ],
      sha256,
    );
    expect(failures).toHaveLength(4);
    expect(failures[0]!.problem).toBe('/conversation/state: "closed" instead of "disputed"');
  });
});
