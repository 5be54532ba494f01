import { expect, test } from 'vitest';
import type { ConversationSummary } from '../../../server/features/conversations/schema.ts';
import type { TodayItem } from '../../../server/features/today/schema.ts';
import { roomLists } from './room-lists.ts';

const one = (id: string, state: ConversationSummary['state']) => ({ id, state }) as ConversationSummary;
const moves = (mine: string[], theirs: string[]) => {
  const items = (ids: string[]) => ids.map((id) => ({ id, state: 'performing' }) as TodayItem);
  return { mine: { items: items(mine), more: false }, theirs: { items: items(theirs), more: false } };
};
const ids = (list: ConversationSummary[]) => list.map((each) => each.id);

test('our moves stand first, then theirs, and nothing stands twice', () => {
  const { open, closed } = roomLists(moves(['b'], ['a']), [
    one('a', 'performing'),
    one('b', 'performing'),
    one('c', 'closed'),
  ]);
  expect(ids(open)).toEqual(['b', 'a']);
  expect(ids(closed)).toEqual(['c']);
});

test('a room between two others shows what is open there although it is nobody’s move here', () => {
  expect(ids(roomLists(moves([], []), [one('x', 'reported'), one('y', 'closed')]).open)).toEqual(['x']);
});
