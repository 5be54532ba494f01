import { describe, expect, test } from 'vitest';
import type { RingView } from '@entente/protocol';
import { arc, clusterPlaces, ringPieces, ringSvg, whoseMove, type RingPiece } from './ring-shape.ts';

const nothing: RingView = { prepared: false, agreed: false, done: false, accepted: false, mark: 'open' };
const agreed: RingView = { ...nothing, prepared: true, agreed: true };

const thick = (pieces: RingPiece[]) => pieces.filter((piece) => piece.shape === 'path' && piece.width >= 5).length;
const tones = (pieces: RingPiece[]) => new Set(pieces.map((piece) => piece.tone));

describe('the ring', () => {
  test('fills one quarter for each step taken and leaves the others thin', () => {
    expect(thick(ringPieces(nothing, undefined))).toBe(0);
    expect(thick(ringPieces(agreed, undefined))).toBe(2);
    expect(ringPieces(agreed, undefined)).toHaveLength(4);
  });

  test('puts our dot left and filled, theirs right and hollow, so that colour is not needed', () => {
    const [ours] = ringPieces(agreed, 'ours').slice(4);
    const [theirs] = ringPieces(agreed, 'theirs').slice(4);
    expect(ours).toMatchObject({ shape: 'dot', hollow: false, x: 11.5 });
    expect(theirs).toMatchObject({ shape: 'dot', hollow: true, x: 20.5 });
    expect(ringPieces(agreed, 'both')).toHaveLength(6);
  });

  test('closes without a gap and without a dot', () => {
    const pieces = ringPieces({ ...agreed, done: true, accepted: true, mark: 'closed' }, 'ours');
    expect(pieces).toHaveLength(1);
  });

  test('has gold only where something was repaired', () => {
    const marks = ['open', 'closed', 'broken', 'faded', 'repaired'] as const;
    const golden = marks.filter((mark) => tones(ringPieces({ ...agreed, mark }, undefined)).has('seam'));
    expect(golden).toEqual(['repaired']);
  });

  test('is all grey when it ended without fault', () => {
    expect([...tones(ringPieces({ ...agreed, mark: 'faded' }, 'ours'))]).toEqual(['faded']);
  });

  test('stays inside its box', () => {
    for (const mark of ['open', 'closed', 'broken', 'repaired', 'faded'] as const) {
      for (const piece of ringPieces({ ...agreed, mark }, 'both')) {
        if (piece.shape === 'dot') continue;
        const coordinates = [...piece.d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].flatMap((m) => [
          Number(m[1]),
          Number(m[2]),
        ]);
        expect(coordinates.every((value) => value >= -2 && value <= 34)).toBe(true);
      }
    }
  });
});

describe('whose move it is', () => {
  test.each([
    ['customer', 'customer', 'ours'],
    ['performer', 'customer', 'theirs'],
    ['both', 'performer', 'both'],
    ['newcomer', 'performer', 'theirs'],
    ['customer', null, 'ours'],
    ['performer', null, 'theirs'],
  ] as const)('a dot at the %s is, for a reader who is %s, %s', (dot, reader, expected) => {
    expect(whoseMove(dot, reader)).toBe(expected);
  });

  test('nobody moves when there is no dot', () => {
    expect(whoseMove(undefined, 'customer')).toBeUndefined();
  });
});

describe('the ring as a picture for mails', () => {
  test('always carries its words and escapes them', () => {
    const svg = ringSvg({ ring: agreed, whose: 'ours', name: 'Agreed with <Riverside & Co> "soon"' });
    expect(svg).toContain('aria-label="Agreed with &#60;Riverside &#38; Co&#62; &#34;soon&#34;"');
    expect(svg).toMatch(/^<svg [^>]*width="32"/);
  });

  test('can be drawn in one colour', () => {
    const black = { ink: '#000', track: '#000', faded: '#000', seam: '#000', ours: '#000', theirs: '#000' };
    const svg = ringSvg({ ring: { ...agreed, mark: 'repaired' }, name: 'Mended', colours: black, size: 16 });
    expect(new Set(svg.match(/#[0-9a-f]{3,6}(?=")/g))).toEqual(new Set(['#000']));
  });

  test('an arc of a whole turn is drawn in two', () => {
    expect(arc(0, 360).match(/M/g)).toHaveLength(2);
  });
});

describe('a cluster of rings', () => {
  test('has one place for each, none on top of another', () => {
    const { places, reach } = clusterPlaces(12);
    expect(places).toHaveLength(12);
    expect(reach).toBeLessThan(3);
    for (const [index, a] of places.entries()) {
      for (const b of places.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.99);
    }
  });

  test('is empty for nothing and never more than nineteen', () => {
    expect(clusterPlaces(0).places).toEqual([]);
    expect(clusterPlaces(50).places).toHaveLength(19);
  });
});
