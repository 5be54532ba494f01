import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { request } from '../testing/sayings.ts';
import { sha256 as portableSha256 } from '../testing/sha256.ts';
import { compose, customer } from '../testing/story.ts';
import { actId, canonicalBytes, canonicalText, NotCanonical } from './index.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
// The published vectors are not part of the repository: they lie beside it, or where ENTENTE_VECTORS says.
const beside = new URL('../../../../shared/data/vectors', import.meta.url).pathname;
const published = `${process.env.ENTENTE_VECTORS ?? beside}/jcs`;

describe('canonical text', () => {
  it('sorts members by UTF-16 code units and writes no white space', () => {
    expect(canonicalText({ b: [1, null, true], a: { '\u{1f600}': 1, '\ufb33': 2, '€': 3, '\r': 4 } })).toBe(
      '{"a":{"\\r":4,"€":3,"\u{1f600}":1,"\ufb33":2},"b":[1,null,true]}',
    );
  });

  it('writes numbers as ECMAScript does', () => {
    const numbers: [number, string][] = [
      [-0, '0'],
      [1e21, '1e+21'],
      [1e-7, '1e-7'],
      [4.5, '4.5'],
      [333333333.33333329, '333333333.3333333'],
      [5e-324, '5e-324'],
      [9007199254740992, '9007199254740992'],
    ];
    for (const [number, text] of numbers) expect(canonicalText(number)).toBe(text);
  });

  it('escapes only what it must', () => {
    expect(canonicalText('\u20ac$\u000f\u000aA\'B"\\\\"/\u2028')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028"');
  });

  it('refuses what I-JSON does not allow, and says where', () => {
    const bad: [unknown, string][] = [
      [{ a: [undefined] }, '/a/0'],
      [{ a: { 'b/c': Number.NaN } }, '/a/b~1c'],
      [Number.POSITIVE_INFINITY, ''],
      ['\ud800', ''],
      [{ '\udead': 1 }, '/\udead'],
      [10n, ''],
      [() => 1, ''],
      [{ at: new Date(0) }, '/at'],
      // biome-ignore lint: a hole is the point
      [[1, , 3], '/1'],
    ];
    for (const [value, path] of bad) {
      expect(() => canonicalText(value)).toThrow(NotCanonical);
      try {
        canonicalText(value);
      } catch (error) {
        expect((error as NotCanonical).path).toBe(path);
      }
    }
    let deep: unknown = 1;
    for (let depth = 0; depth < 600; depth += 1) deep = [deep];
    expect(() => canonicalText(deep)).toThrow(NotCanonical);
  });

  it('is the same for every order of members, and reads back as the same value', () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, item]) => [key, shuffled(item)]),
            )
          : value;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const clean = JSON.parse(JSON.stringify(value)) as unknown;
        if (!JSON.stringify(clean).isWellFormed()) return;
        const text = canonicalText(clean);
        expect(canonicalText(shuffled(clean))).toBe(text);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe.runIf(existsSync(published))('published RFC 8785 vectors', () => {
  for (const name of ['arrays', 'french', 'structures']) {
    it(`${name} comes out byte for byte`, () => {
      const input = JSON.parse(readFileSync(`${published}/${name}.input.json`, 'utf8')) as unknown;
      const hex = readFileSync(`${published}/${name}.hex.txt`, 'utf8').replaceAll(/\s/g, '');
      expect(canonicalText(input)).toBe(readFileSync(`${published}/${name}.output.json`, 'utf8'));
      expect(Buffer.from(canonicalBytes(input)).toString('hex')).toBe(hex);
    });
  }

  it('a thousand numbers come out as published', () => {
    const lines = readFileSync(`${published}/numbers-1000.txt`, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1000);
    for (const line of lines) {
      const [bits, text] = line.split(',') as [string, string];
      expect(canonicalText(Buffer.from(bits.padStart(16, '0'), 'hex').readDoubleBE())).toBe(text);
    }
  });
});

if (!existsSync(published)) {
  console.warn(`SKIPPED: published RFC 8785 vectors. ${published} is not there; set ENTENTE_VECTORS to their folder.`);
}

describe('the id of an act', () => {
  const act = compose(undefined, customer(0, request(), 'negotiating'));

  it('is the digest of its canonical bytes without the id', () => {
    const { id, ...rest } = act;
    expect(sha256(canonicalBytes(rest))).toBe(id);
    expect(actId(act, sha256)).toBe(id);
  });

  it('changes with every word', () => {
    expect(actId({ ...act, at: '2026-01-05T09:00:00.001Z' }, sha256)).not.toBe(act.id);
  });

  it('is the same with the digest that the vectors bring along', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(portableSha256(bytes)).toBe(sha256(bytes));
      }),
    );
  });
});
