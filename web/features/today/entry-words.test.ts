import { describe, expect, test } from 'vitest';
import type { TodayItem } from '../../../server/features/today/schema.ts';
import { messagesFor } from '../../../messages/catalogue.ts';
import type { ReaderNow } from '../../../messages/format.ts';
import { entryWords } from './entry-words.ts';

const reader: ReaderNow = { locale: 'en', zone: 'Europe/Madrid', now: '2026-11-24T09:00:00.000Z' };
const item: TodayItem = {
  id: 'a'.repeat(64),
  partnershipId: '019a0000-0000-7000-8000-000000000001',
  title: 'Host three interns',
  role: 'performer',
  partner: { name: 'Riverside' },
  state: 'performing',
  outcome: null,
  openedAt: '2026-11-10T09:00:00.000Z',
  lastAt: '2026-11-10T09:00:00.000Z',
  dueAt: '2026-11-26T23:00:00.000Z',
  dueDay: null,
  ring: { prepared: true, agreed: true, done: false, accepted: false, mark: 'open', dot: 'performer' },
  moves: [],
  head: 'b'.repeat(64),
  waitsFor: 'work',
  moveBy: '2026-11-26T23:00:00.000Z',
  moveDay: null,
  since: '2026-11-20T09:00:00.000Z',
  mine: true,
  personId: null,
  allowed: [],
};
const say = (
  section: 'mine' | 'theirs' | 'quiet' | 'soon',
  change: Partial<TodayItem> = {},
  locale: 'en' | 'es' = 'en',
) => entryWords(section, { ...item, ...change }, messagesFor(locale).today, { ...reader, locale });

describe('an entry of Today', () => {
  test('says what it waits for, by when and since when', () => {
    const { waits, when, since } = say('mine');
    expect([waits, when.said, since.said]).toEqual([
      'Deliver what you promised Riverside',
      'by Thursday',
      'your move since Friday 20 November',
    ]);
  });

  test('a colleague’s move is ours, not yours', () => {
    const colleague = entryWords('mine', item, messagesFor('en').today, reader, true);
    expect(colleague.since.said).toBe('our move since Friday 20 November');
  });

  test('names the partner where it is their move', () => {
    const { waits, since } = say('theirs', { mine: false, waitsFor: 'review' });
    expect([waits, since.said]).toEqual([
      'Riverside looks at what was delivered',
      'their move since Friday 20 November',
    ]);
  });

  test('says a day that has passed without raising its voice', () => {
    expect(say('mine', { moveBy: '2026-11-23T23:00:00.000Z' }).when).toMatchObject({
      said: 'was for yesterday',
      passed: true,
    });
  });

  test('leaves out the hour of a day that was only counted', () => {
    expect(say('mine', { waitsFor: 'proposal', moveBy: '2026-11-27T13:17:00.000Z' }).when.said).toBe('by Friday');
    expect(say('mine', { waitsFor: 'answer', moveBy: '2026-11-27T13:17:00.000Z' }).when.said).toBe(
      'by Friday at 14:17',
    );
  });

  test('gone quiet, says when something was last heard', () => {
    expect(say('quiet').since.said).toBe('last heard Tuesday 10 November');
  });

  test('due soon, says the due day and not the day of the move', () => {
    expect(say('soon', { mine: false, waitsFor: 'question', moveBy: '2026-11-25T10:00:00.000Z' }).when.said).toBe(
      'due Thursday',
    );
  });

  test('speaks Spanish', () => {
    expect(say('mine', {}, 'es').when.said).toBe('para el jueves');
  });

  test('stands for an answer where a newer server names a move this page does not know', () => {
    expect(say('mine', { waitsFor: 'something-new' }).waits).toBe('Answer Riverside');
  });
});
