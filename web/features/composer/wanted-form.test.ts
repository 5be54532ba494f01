import { expect, test } from 'vitest';
import { wantedDay, wantedForm } from './wanted-form.ts';

const allowed = ['agree', 'counter', 'say', 'propose:amend'] as const;

test('the button of a mail opens its form, if that act can still follow', () => {
  expect(wantedForm('?act=agree', allowed)).toBe('agree');
  expect(wantedForm('?act=propose&proposal=amend', allowed)).toBe('propose:amend');
  expect(wantedForm('?act=decline', allowed)).toBeUndefined();
  expect(wantedForm('?act=propose', allowed)).toBeUndefined();
  expect(wantedForm('', allowed)).toBeUndefined();
  expect(wantedForm('?act=__proto__', allowed)).toBeUndefined();
});

test('the day that the words of a mail named comes with the form, if it is one', () => {
  expect(wantedDay('?act=defer&day=2026-03-06')).toBe('2026-03-06');
  for (const none of ['', '?act=defer', '?day=Friday', '?day=2026-13-40', '?day=2026-03-06T10:00'])
    expect(wantedDay(none)).toBeUndefined();
});
