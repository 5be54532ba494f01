import { expect, test } from 'vitest';
import { readAnswer } from './model-words.ts';

test.each([
  ['Yes, I’ll be there', 'agree'],
  ['Sure!', 'agree'],
  ['That works for me.', 'agree'],
  ['See you on Tuesday, Marta', 'agree'],
  ['Claro, allí estaremos', 'agree'],
  ['Me viene bien.', 'agree'],
  ['No, sorry', 'decline'],
  ['We won’t be able to make it, I am afraid.', 'decline'],
  ['I cannot come, but thank you', 'decline'],
  ['Lo siento, no podré ir', 'decline'],
  ['Does that room have a projector?', undefined],
  ['Yes, but rather in the afternoon', undefined],
  ['Perhaps I’ll be there', undefined],
  ['Here is the address of our site.', undefined],
  ['', undefined],
])('%s', (words, kind) => {
  expect(readAnswer(words, '2026-11-24')?.kind).toBe(kind);
});
