import { expect, test } from 'vitest';
import { wantedForm } from './wanted-form.ts';

const allowed = ['agree', 'counter', 'say', 'propose:amend'] as const;

test('the button of a mail opens its form, if that act can still follow', () => {
  expect(wantedForm('?act=agree', allowed)).toBe('agree');
  expect(wantedForm('?act=propose&proposal=amend', allowed)).toBe('propose:amend');
  expect(wantedForm('?act=decline', allowed)).toBeUndefined();
  expect(wantedForm('?act=propose', allowed)).toBeUndefined();
  expect(wantedForm('', allowed)).toBeUndefined();
  expect(wantedForm('?act=__proto__', allowed)).toBeUndefined();
});
