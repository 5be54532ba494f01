import { describe, expect, test } from 'vitest';
import type { FormKey } from './form-key.ts';
import { recognise } from './recognise.ts';

/** A Wednesday. */
const TODAY = '2026-06-10';
const answering: FormKey[] = ['say', 'counter', 'defer', 'agree', 'decline'];
const working: FormKey[] = ['say', 'progress', 'progress:risk', 'report', 'renege', 'propose:amend', 'propose:release'];
const reviewing: FormKey[] = ['say', 'accept', 'return', 'propose:amend'];
const asked: FormKey[] = ['say', 'consent', 'refuse'];

describe('a message that reads like an act', () => {
  test.each<[string, FormKey[], string]>([
    ['yes, by Friday works', answering, 'agree'],
    ['Sounds good, we will do it', answering, 'agree'],
    ['Of course!', answering, 'agree'],
    ['Sí, nos parece bien', answering, 'agree'],
    ['De acuerdo, contad con nosotros', answering, 'agree'],
    ['Yes, but only two of them', answering, 'counter'],
    ['Sí, pero a partir de julio', answering, 'counter'],
    ['I will let you know by Monday', answering, 'defer'],
    ['Os decimos algo el lunes', answering, 'defer'],
    ['No, thank you', answering, 'decline'],
    ['Unfortunately this is not the right time', answering, 'decline'],
    ['Lo siento, este año no puede ser', answering, 'decline'],
    ['It may slip by a few days', working, 'progress:risk'],
    ['Puede que se retrase', working, 'progress:risk'],
    ['We need another week', working, 'propose:amend'],
    ['Necesitamos más tiempo', working, 'propose:amend'],
    ['It’s done!', working, 'report'],
    ['We have delivered everything', working, 'report'],
    ['Ya está, lo hemos entregado', working, 'report'],
    ['I can’t keep this', working, 'renege'],
    ['No podemos cumplir lo acordado', working, 'renege'],
    ['Looks good, thank you', reviewing, 'accept'],
    ['Todo correcto, gracias', reviewing, 'accept'],
    ['This is not what we agreed', reviewing, 'return'],
    ['Falta el informe final', reviewing, 'return'],
    ['OK', asked, 'consent'],
    ['Vale', asked, 'consent'],
    ['No, keep it as it is', asked, 'refuse'],
  ])('“%s” offers the matching button', (text, allowed, key) => {
    expect(recognise(text, allowed, TODAY)?.key).toBe(key);
  });

  test('carries the day it mentions', () => {
    expect(recognise('yes, by Friday works', answering, TODAY)).toEqual({ key: 'agree', date: '2026-06-12' });
    expect(recognise('Sí, pero para el 3 de julio', answering, TODAY)).toEqual({ key: 'counter', date: '2026-07-03' });
  });
});

describe('a message that is only a message', () => {
  test.each([
    ['Thank you for the visit yesterday.', answering],
    ['Here are the names of the mentors: Ana and Luis.', working],
    ['We are not done yet', working],
    ['Not everything looks good yet', reviewing],
    ['Yesterday I saw your team', answering],
    ['Sin embargo, seguimos pensando', answering],
    ['', answering],
    ['a', answering],
  ])('“%s” offers nothing', (text, allowed) => {
    expect(recognise(text, allowed as FormKey[], TODAY)).toBeUndefined();
  });

  test('a question is offered as a question, whatever its words', () => {
    expect(recognise('Yes, but who pays for the trip?', answering, TODAY)).toEqual({ key: 'question' });
    expect(recognise('¿Está hecho?', working, TODAY)).toEqual({ key: 'question' });
    expect(recognise('Could we have more time?', working, TODAY)?.key).toBe('propose:amend');
  });

  test('nothing is offered that cannot follow', () => {
    expect(recognise('It’s done!', answering, TODAY)).toBeUndefined();
    expect(recognise('yes, by Friday works', ['say', 'progress'], TODAY)).toBeUndefined();
  });

  test('a long text is left alone', () => {
    expect(recognise(`Yes. ${'We spoke about it at length. '.repeat(40)}`, answering, TODAY)).toBeUndefined();
  });
});

describe('Spanish “si”', () => {
  test('is a yes only where it stands alone: “if” promises nothing', () => {
    expect(recognise('Si, contad con nosotros', answering, TODAY)?.key).toBe('agree');
    expect(recognise('Si podemos, os avisaremos', answering, TODAY)?.key).not.toBe('agree');
  });
});
