import { describe, expect, test } from 'vitest';
import {
  criteriaFor,
  criteriaOf,
  isAttestable,
  isSentInTime,
  ladder,
  missingEvidence,
  moveKind,
  movesFrom,
  type RoomFacts,
} from './model.ts';

const nothing: RoomFacts = { people: [], meetings: [], readbacks: [], initiatives: [], pairs: [], sponsors: [] };
const readback = {
  id: 'r',
  conversationId: 'c',
  side: 'a' as const,
  heldOn: '2026-03-02',
  way: 'in-person',
  place: 'Their office',
  sentAt: '2026-03-03T10:00:00.000Z',
  answeredAt: null as string | null,
};
const initiative = {
  conversationId: 'i',
  title: 'A guest talk',
  work: 'teaching' as string | null,
  result: 'open',
  promisedAt: '2026-03-04T10:00:00.000Z',
  settledAt: null,
  owned: true,
  recorded: false,
};
const done = (id: string, more: object = {}) => ({ ...initiative, conversationId: id, result: 'kept', ...more });
const met = (rung: (typeof ladder)[number], facts: Partial<RoomFacts>) =>
  Object.fromEntries(criteriaFor(rung, { ...nothing, ...facts }).map((one) => [one.key, one.met]));

describe('what a stage asks for', () => {
  test('nothing is met by nothing', () => {
    for (const rung of ladder) expect(criteriaFor(rung, nothing).filter((one) => one.met)).toEqual([]);
  });

  test('somebody is named on both sides', () => {
    const ana = { id: '1', side: 'a' as const, name: 'Ana' };
    expect(met('awareness', { people: [ana] }).people).toBe(false);
    expect(met('awareness', { people: [ana, { id: '2', side: 'b', name: 'Bruno' }] }).people).toBe(true);
  });

  test('a meeting in person says where it was', () => {
    expect(met('awareness', { readbacks: [readback] }).meeting).toBe(true);
    expect(met('awareness', { readbacks: [{ ...readback, place: ' ' }] }).meeting).toBe(false);
    expect(met('awareness', { readbacks: [{ ...readback, way: 'video', place: null }] }).meeting).toBe(true);
  });

  test('a meeting held with both sides counts by itself, and with its read-back once', () => {
    const held = {
      id: 'm',
      occurrence: '2026-03-02T10:00',
      purpose: 'A first visit',
      heldOn: '2026-03-02',
      way: 'in-person',
      place: 'Their office',
      recorded: false,
    };
    const facts = (given: Partial<RoomFacts>) =>
      criteriaFor('awareness', { ...nothing, ...given }).find((one) => one.key === 'meeting');
    expect(facts({ meetings: [held] })).toMatchObject({
      met: true,
      facts: [{ kind: 'meeting', id: 'm', occurrence: '2026-03-02T10:00', title: 'A first visit' }],
    });
    expect(facts({ meetings: [{ ...held, place: '' }] })?.met).toBe(false);
    expect(facts({ meetings: [held], readbacks: [readback] })?.facts).toHaveLength(1);
    expect(facts({ meetings: [held], readbacks: [{ ...readback, heldOn: '2026-03-01' }] })?.facts).toHaveLength(2);
  });

  test('a read-back in time is the one that has to be confirmed; where none was in time, any confirmed one says so', () => {
    const late = { ...readback, sentAt: '2026-03-09T10:00:00.000Z', answeredAt: '2026-03-10T10:00:00.000Z' };
    expect(met('awareness', { readbacks: [late] })).toMatchObject({ 'read-back': false, confirmed: true });
    expect(met('awareness', { readbacks: [late, readback] })).toMatchObject({ 'read-back': true, confirmed: false });
    const confirmed = { ...readback, answeredAt: '2026-03-04T10:00:00.000Z' };
    expect(met('awareness', { readbacks: [late, confirmed] })).toMatchObject({ 'read-back': true, confirmed: true });
  });

  test.each([
    ['on a Monday: until Wednesday has ended everywhere', '2026-03-02', '2026-03-05T11:59:59.000Z', true],
    ['and no later', '2026-03-02', '2026-03-05T12:00:00.000Z', false],
    ['on a Thursday: until Monday', '2026-03-05', '2026-03-09T20:00:00.000Z', true],
    ['on a Friday: until Tuesday', '2026-03-06', '2026-03-11T08:00:00.000Z', true],
    ['on a Saturday: until Tuesday', '2026-03-07', '2026-03-11T13:00:00.000Z', false],
  ])('two working days after a meeting %s', (_, heldOn, sentAt, inTime) => {
    expect(isSentInTime(heldOn, sentAt)).toBe(inTime);
  });

  test('an initiative is agreed, and somebody answers for it on each side', () => {
    expect(met('involvement', { initiatives: [initiative] }).initiative).toBe(true);
    expect(met('involvement', { initiatives: [{ ...initiative, owned: false }] }).initiative).toBe(false);
    for (const result of ['denied', 'excused', 'reneged', 'failed'])
      expect(met('involvement', { initiatives: [{ ...initiative, result }] }).initiative).toBe(false);
  });

  test('support asks for one accepted, a second one begun, and two pairs', () => {
    expect(met('support', { initiatives: [done('1')] })).toEqual({ kept: true, second: false, pairs: false });
    const pair = { id: 'p', a: 'Ana', b: 'Bruno', agreedAt: '2026-03-04T10:00:00.000Z' };
    expect(met('support', { initiatives: [done('1'), initiative], pairs: [pair] })).toEqual({
      kept: true,
      second: true,
      pairs: false,
    });
    expect(met('support', { pairs: [pair, { ...pair, id: 'q' }] }).pairs).toBe(true);
    expect(met('support', { initiatives: [{ ...initiative, result: 'unconfirmed' }] }).kept).toBe(false);
  });

  test('sponsorship asks for three accepted over two kinds of work, sponsors on both sides, and words of both', () => {
    const three = [done('1'), done('2', { result: 'late' }), done('3', { result: 'late-with-notice' })];
    expect(met('sponsorship', { initiatives: three })).toMatchObject({ 'three-kept': true, kinds: false });
    expect(met('sponsorship', { initiatives: [...three, done('4', { work: null })] }).kinds).toBe(false);
    expect(met('sponsorship', { initiatives: [...three, done('4', { work: 'talent' })] }).kinds).toBe(true);
    const one = { person: '1', side: 'a' as const, name: 'Ana', since: '2026-03-04T10:00:00.000Z' };
    expect(met('sponsorship', { sponsors: [one] }).sponsors).toBe(false);
    expect(met('sponsorship', { sponsors: [one, { ...one, person: '2', side: 'b' }] }).sponsors).toBe(true);
    const said = (benefits: object) =>
      criteriaFor('sponsorship', nothing, { benefits }).find((each) => each.key === 'benefits')?.met;
    expect(said({ a: 'Six interns' })).toBe(false);
    expect(said({ a: 'Six interns', b: 'Two courses' })).toBe(true);
  });

  test('what is attested is never asked of the database, and the rest never of words', () => {
    const keys = ladder.flatMap((rung) => criteriaOf[rung]);
    expect(keys.filter(isAttestable)).toEqual(['benefits', 'plan', 'review', 'breadth', 'survives']);
    expect(missingEvidence(criteriaFor('strategic', nothing))).toEqual([]);
  });
});

describe('a step', () => {
  test('goes up one at a time, down to any, and rests or ends from everywhere', () => {
    expect(moveKind('prospect', 'prospect', 'awareness')).toBe('up');
    expect(moveKind('prospect', 'prospect', 'involvement')).toBe('skip');
    expect(moveKind('support', 'support', 'prospect')).toBe('down');
    expect(moveKind('support', 'support', 'support')).toBe('none');
    expect(movesFrom('support', 'support')).toEqual([
      'sponsorship',
      'prospect',
      'awareness',
      'involvement',
      'resting',
      'ended',
    ]);
  });

  test('leads out of a rest to where the two stood, or lower, and no higher', () => {
    expect(moveKind('resting', 'support', 'support')).toBe('again');
    expect(moveKind('ended', 'support', 'awareness')).toBe('again');
    expect(moveKind('resting', 'support', 'sponsorship')).toBe('skip');
    expect(moveKind('ended', 'support', 'resting')).toBe('none');
    expect(movesFrom('ended', 'awareness')).toEqual(['prospect', 'awareness']);
  });
});
