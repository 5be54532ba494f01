import { describe, expect, test } from 'vitest';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { actsToAnswer, showsConditions } from './acts-to-answer.ts';

const act = (id: string, kind = 'say', more: object = {}) => ({
  id,
  saying: { kind },
  void: null,
  denied: false,
  ...more,
});
const page = (acts: object[], moves: object[]) =>
  ({ acts, view: { moves }, speaker: { speaker: 'performer' } }) as unknown as ConversationPage;
const ids = (found: ConversationPage) => actsToAnswer(found).map((each) => each.id);

describe('what a move answers', () => {
  test('is the act that waits for it, and what was said since', () => {
    const acts = [act('1', 'request'), act('2', 'agree'), act('3', 'report'), act('4')];
    expect(ids(page(acts, [{ side: 'performer', act: '3' }]))).toEqual(['3', '4']);
  });

  test('is the reader’s own move before anybody else’s', () => {
    const acts = [act('1', 'request'), act('2', 'propose')];
    expect(
      ids(
        page(acts, [
          { side: 'customer', act: '1' },
          { side: 'performer', act: '2' },
        ]),
      ),
    ).toEqual(['2']);
  });

  test('is never more than can be taken in at a glance', () => {
    expect(ids(page([act('1', 'request'), act('2'), act('3'), act('4')], [{ side: 'performer', act: '1' }]))).toEqual([
      '2',
      '3',
      '4',
    ]);
  });

  test('leaves out what had no effect or was denied, and falls back to the last act', () => {
    const acts = [act('1', 'request'), act('2'), act('3', 'say', { void: 'stale' }), act('4', 'say', { denied: true })];
    expect(ids(page(acts, [{ side: 'performer', act: 'x' }]))).toEqual(['2']);
  });
});

test('conditions need not be shown twice', () => {
  expect(showsConditions(actsToAnswer(page([act('1', 'request')], [])))).toBe(true);
  expect(showsConditions(actsToAnswer(page([act('1', 'request'), act('2', 'agree')], [])))).toBe(false);
});
