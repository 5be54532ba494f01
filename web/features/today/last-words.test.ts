import { expect, test } from 'vitest';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { lastWords } from './last-words.ts';

const act = (id: string, saying: object, more: object = {}) => ({ id, saying, void: null, denied: false, ...more });
const page = (acts: object[], texts: Record<string, { text?: string; erased?: true }>) =>
  ({ acts, texts }) as unknown as ConversationPage;

test('shows the last words, also when something wordless came after them', () => {
  const found = lastWords(
    page([act('1', { kind: 'say', text: 'c1' }), act('2', { kind: 'agree' })], { c1: { text: 'By Friday?' } }),
  );
  expect([found.act?.id, found.spoken?.act.id, found.spoken?.text]).toEqual(['2', '1', 'By Friday?']);
});

test('a request without a message speaks through what it asks for', () => {
  const acts = [act('1', { kind: 'request', terms: { what: 'c1' } })];
  expect(lastWords(page(acts, { c1: { text: 'Host three interns' } })).spoken?.text).toBe('Host three interns');
});

test('leaves out what had no effect, what was denied and what was erased', () => {
  const acts = [
    act('1', { kind: 'say', text: 'c1' }),
    act('2', { kind: 'say', text: 'c2' }, { void: 'stale' }),
    act('3', { kind: 'say', text: 'c3' }, { denied: true }),
    act('4', { kind: 'say', text: 'c4' }),
  ];
  const texts = { c1: { text: 'one' }, c2: { text: 'two' }, c3: { text: 'three' }, c4: { erased: true as const } };
  expect(lastWords(page(acts, texts)).spoken?.text).toBe('one');
});
