import { describe, expect, test } from 'vitest';
import type { KeptPoint, Point } from '../../../server/features/interviews/schema.ts';
import { newId } from './new-id.ts';
import {
  changed,
  deliveryOf,
  fromServer,
  inOrder,
  lastPlace,
  type LocalPoint,
  merged,
  movedBy,
  newPoint,
  taken,
  unsaved,
  waits,
} from './point-model.ts';

const TALK = 'talk';
const note = (text: string, position = 1) => newPoint(TALK, { text, position }, newId);

/** The server's point after it took a delivery. */
function kept(point: LocalPoint, more: Partial<Point> = {}): Point {
  const { base, writer: _writer, version: _version, spare: _spare, ...content } = deliveryOf(point);
  return { ...content, id: point.id, revision: base + 1, doneAt: null, doneWords: null, ...more };
}
const answer = (point: Point, beside: Point | null = null): KeptPoint => ({ point, beside });
const only = (points: LocalPoint[]) => {
  expect(points).toHaveLength(1);
  return points[0] as LocalPoint;
};

describe('an id made on a device', () => {
  test('is a UUIDv7, and later ones sort later', () => {
    const ids = [newId(1_000), newId(2_000), newId(Date.UTC(2026, 0, 1))];
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids.toSorted()).toEqual(ids);
  });
});

describe('a point on its way to the server', () => {
  test('waits until the server has it, and again after each change', () => {
    const point = note('Nurses');
    expect(waits(point)).toBe(true);
    const there = only(taken(point, point, answer(kept(point)), newId).points);
    expect([waits(there), there.revision]).toEqual([false, 1]);
    expect(waits(changed(there, { tag: 'need' }))).toBe(true);
  });

  test('is the same delivery until it is changed, so that the server knows it', () => {
    const point = changed(note('Nurses'), { text: 'Nurses by May' });
    expect(deliveryOf(point)).toEqual(deliveryOf({ ...point }));
    expect(deliveryOf(changed(point, {})).version).toBe(point.version + 1);
  });

  test('that was changed while it was sent still waits, on the revision it became', () => {
    const sent = note('Nur');
    const now = changed(sent, { text: 'Nurses ' });
    const there = only(taken(now, sent, answer(kept(sent)), newId).points);
    expect([there.text, waits(there), deliveryOf(there).base]).toEqual(['Nurses ', true, 1]);
  });

  test('keeps the blank at its end while somebody types', () => {
    const point = note('Nurses ');
    expect(only(taken(point, point, answer(kept(point, { text: 'Nurses' })), newId).points).text).toBe('Nurses ');
  });

  test('takes over what another device added, but for what was changed here meanwhile', () => {
    const sent = changed(note('The budget'), { tag: 'need' });
    const now = changed(sent, { tag: null });
    const server = kept(sent, { settled: 'closed', revision: 3 });
    expect(only(taken(now, sent, answer(server), newId).points)).toMatchObject({ settled: 'closed', tag: null });
  });

  test('is split from words that another device wrote: both are kept, and who writes goes on in their own', () => {
    const sent = note('In May');
    const now = changed(sent, { text: 'In May, five' });
    const theirs = kept(sent, { text: 'At night', revision: 2 });
    const beside = kept(sent, { id: sent.spare, revision: 1, position: 1.5 });
    const { points, moved } = taken(now, sent, answer(theirs, beside), newId);
    expect(moved).toEqual({ from: sent.id, to: sent.spare });
    expect(inOrder(points).map((point) => [point.id, point.text, waits(point)])).toEqual([
      [sent.id, 'At night', false],
      [sent.spare, 'In May, five', true],
    ]);
    // The two copies are different writers, so that neither is taken for an old delivery of the other.
    expect(new Set(points.map((point) => point.writer)).size).toBe(2);
    expect(points[1]?.spare).not.toBe(sent.spare);
  });

  test('that is rubbed out, too long or refused is not sent; too long and refused are still not saved', () => {
    const point = note('x');
    const states = [
      changed(point, { text: ' \n' }),
      changed(point, { text: 'x'.repeat(20_001) }),
      { ...point, refused: 'conflict' },
    ];
    expect(states.map((each) => [waits(each), unsaved(each)])).toEqual([
      [false, false],
      [false, true],
      [false, true],
    ]);
    expect(waits(changed(states[2] as LocalPoint, { text: 'y' }))).toBe(true);
  });

  test('with a follow-up that says nothing is sent without it', () => {
    expect(deliveryOf(changed(note('x'), { settled: 'follow-up', settledWords: ' ' })).settled).toBeNull();
  });
});

describe('what a device has after it heard the server', () => {
  test('is what was there, and what waits here, untouched', () => {
    const mine = note('Only here');
    const sent = note('There too');
    const both = only(taken(sent, sent, answer(kept(sent)), newId).points);
    const edited = changed(both, { text: 'There too, edited' });
    const server = [kept(sent, { text: 'There too, by another', revision: 5 }), kept(note('New there'))];
    const texts = merged([mine, edited], server, TALK, newId).map((point) => point.text);
    expect(texts).toEqual(['Only here', 'There too, edited', 'New there']);
    expect(merged([mine, edited], server, TALK, newId)[1]?.revision).toBe(1);
  });

  test('follows the server where nothing waits: newer words, and points that are gone', () => {
    const [one, other] = [note('One'), note('Other')].map((point) => fromServer(kept(point), TALK, newId));
    if (!one || !other) throw new Error('two points');
    const server = [kept(one, { text: 'One, newer', revision: 9 })];
    expect(merged([one, other], server, TALK, newId).map((point) => point.text)).toEqual(['One, newer']);
    expect(merged([one], [kept(one, { revision: one.revision })], TALK, newId)).toEqual([one]);
  });

  test('has the server’s words again where somebody rubbed theirs out and left', () => {
    const there = fromServer(kept(note('Nurses')), TALK, newId);
    const rubbed = changed(there, { text: '' });
    expect(merged([rubbed], [kept(note('x'), { id: there.id, text: 'Nurses' })], TALK, newId)[0]?.text).toBe('Nurses');
  });
});

describe('the order of points', () => {
  const list = (...places: number[]) => places.map((position, n) => note(`p${n}`, position));
  const move = (points: LocalPoint[], n: number, step: 1 | -1) => {
    const places = movedBy(points, points[n]?.id ?? '', step);
    return inOrder(points.map((point) => changed(point, { position: places.get(point.id) ?? point.position }))).map(
      (point) => point.text,
    );
  };

  test('changes by one step, and not past the ends', () => {
    const points = list(1, 2, 3);
    expect(move(points, 2, -1)).toEqual(['p0', 'p2', 'p1']);
    expect(move(points, 0, 1)).toEqual(['p1', 'p0', 'p2']);
    expect(move(points, 1, -1)).toEqual(['p1', 'p0', 'p2']);
    expect(movedBy(points, points[0]?.id ?? '', -1).size + movedBy(points, points[2]?.id ?? '', 1).size).toBe(0);
  });

  test('is spread anew when there is no number left between two places', () => {
    const points = list(1, 1 + Number.EPSILON, 1 + 2 * Number.EPSILON);
    expect(move(points, 2, -1)).toEqual(['p0', 'p2', 'p1']);
    expect(lastPlace(points)).toBe(2);
  });
});
