import { expect, test } from 'vitest';
import { markedBy, questionStep, readListeningKey } from './listening-keys.ts';

const press = (code: string, more: object = {}) =>
  readListeningKey({ code, altKey: true, ctrlKey: false, metaKey: false, ...more });

test('keys with Alt mark a point; without it, or with AltGr, they type', () => {
  expect(['Digit1', 'Numpad6', 'KeyA', 'KeyS', 'ArrowUp'].map((code) => press(code))).toEqual([
    { kind: 'tag', tag: 'need' },
    { kind: 'tag', tag: 'date' },
    { kind: 'certainty' },
    { kind: 'speaker' },
    { kind: 'step', step: -1 },
  ]);
  expect([
    press('Digit1', { altKey: false }),
    press('KeyA', { ctrlKey: true }),
    press('Digit7'),
    press('KeyX'),
  ]).toEqual(Array.from({ length: 4 }));
});

test('a tag goes when it is pressed again, and one key goes round the speakers', () => {
  const plain = { tag: null, certainty: 'heard', speaker: null } as const;
  const speakers = [{ id: 'm' }, { id: 'n' }];
  expect(markedBy({ kind: 'tag', tag: 'need' }, { ...plain, tag: 'need' }, speakers)).toEqual({ tag: null });
  expect(markedBy({ kind: 'certainty' }, plain, speakers)).toEqual({ certainty: 'assumed' });
  const round = [null, 'm', 'n'].map(
    (speaker) => markedBy({ kind: 'speaker' }, { ...plain, speaker }, speakers)?.speaker,
  );
  expect(round).toEqual(['m', 'n', null]);
  expect(markedBy({ kind: 'step', step: 1 }, plain, speakers)).toBeUndefined();
});

test('questions are walked through, with none before the first', () => {
  const all = ['a', 'b'];
  expect([questionStep(all, null, 1), questionStep(all, 'a', 1), questionStep(all, 'b', 1)]).toEqual(['a', 'b', 'b']);
  expect([questionStep(all, 'a', -1), questionStep(all, null, -1), questionStep([], null, 1)]).toEqual([
    null,
    null,
    null,
  ]);
});
