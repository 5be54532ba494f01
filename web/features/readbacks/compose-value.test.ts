import { describe, expect, it } from 'vitest';
import { type ComposeDraft, finishReadback, pointsHeard, readCompose } from './compose-value.ts';

const start: ComposeDraft = {
  heldOn: '2026-11-23',
  way: 'in-person',
  place: ' at their plant ',
  subject: 'What we heard',
  words: '',
  replyBy: '2026-12-08',
  to: '',
  points: [
    { id: 'p1', tag: 'need', certainty: 'heard', text: ' two welders ', chosen: true },
    { tag: 'worry', certainty: 'assumed', text: 'ours alone', chosen: false },
  ],
};

describe('a read-back being written', () => {
  it('sends what is ticked and nothing else', () => {
    expect(finishReadback(start, 'talk')).toEqual({
      interview: 'talk',
      heldOn: '2026-11-23',
      way: 'in-person',
      place: 'at their plant',
      subject: 'What we heard',
      words: '',
      replyBy: '2026-12-08',
      points: [{ id: 'p1', tag: 'need', certainty: 'heard', text: 'two welders' }],
    });
  });

  it('starts with what was said of needs and offers, and leaves guesses and worries out', () => {
    const point = { id: 'p', text: 'x', certainty: 'heard', tag: 'need', dropped: false };
    const points = [
      point,
      { ...point, certainty: 'assumed' },
      { ...point, tag: 'worry' },
      { ...point, tag: null },
      { ...point, dropped: true },
    ] as unknown as Parameters<typeof pointsHeard>[0];
    expect(pointsHeard(points).map((one) => [one.tag, one.chosen])).toEqual([
      ['need', true],
      ['need', false],
      ['worry', false],
      ['note', false],
    ]);
  });

  it('has a place only where people met', () => {
    expect(finishReadback({ ...start, way: 'phone' }, undefined)).not.toHaveProperty('place');
  });

  it.each([
    ['none', { points: [] }],
    ['blank', { points: [{ tag: 'need', certainty: 'heard', text: '  ', chosen: true }] }],
    ['long', { points: [{ tag: 'need', certainty: 'heard', text: 'x'.repeat(901), chosen: true }] }],
    ['subject', { subject: ' ' }],
  ] as const)('says that it is %s', (problem, part) => {
    expect(finishReadback({ ...start, ...(part as Partial<ComposeDraft>) }, undefined)).toBe(problem);
  });

  it('goes on where it was left, and starts anew where that cannot be read', () => {
    expect(readCompose(JSON.stringify({ ...start, words: 'thanks' }), start).words).toBe('thanks');
    for (const kept of ['', '{}', 'null', '{"points":7}']) expect(readCompose(kept, start)).toBe(start);
  });
});
