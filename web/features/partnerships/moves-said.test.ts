import { expect, test } from 'vitest';
import { messagesFor } from '../../../messages/catalogue.ts';
import { movesSaid } from './moves-said.ts';

const words = messagesFor('en');
const rings = [{ ring: { mark: 'open' } }, { ring: { mark: 'closed' } }];

test('says what waits for us and what waits for them', () => {
  expect(movesSaid({ open: 3, mine: 1, mySide: 'a', rings }, words)).toEqual({
    ours: '1 waits for us',
    theirs: '2 wait for them',
  });
  expect(movesSaid({ open: 0, mine: 0, mySide: 'a', rings: [] }, words)).toEqual({ plain: 'nothing open' });
});

test('between two others nothing waits for us', () => {
  expect(movesSaid({ open: 0, mine: 0, mySide: null, rings }, words)).toEqual({ plain: '1 open' });
});
