import { describe, expect, test } from 'vitest';
import { actKinds, proposalKinds } from '@entente/protocol';
import { type FormKey, fieldsOf, formKeys } from './form-key.ts';
import { type FormContext, sayingFrom } from './saying.ts';
import { emptyDeadline, emptyTerms, emptyValues, type ActValues, type TermsValue } from './values.ts';

const ACT = 'a'.repeat(64);
const terms: TermsValue = {
  ...emptyTerms('2026-06-20'),
  what: '  Host two interns ',
  conditions: [
    { key: '1', id: 'c1', text: 'A named mentor' },
    { key: '2', text: '' },
    { key: '3', text: 'A real task' },
  ],
  due: emptyDeadline('2026-07-01'),
};
const context: FormContext = { zone: 'Europe/Madrid', conditions: ['c1', 'c2'], recordedActs: [ACT], late: false };
const file = { id: '0190a000-0000-7000-8000-000000000001', name: 'a.pdf', media: 'application/pdf', size: 3 };

/** A form in which everything that can be asked has been answered. */
const full: ActValues = {
  ...emptyValues(),
  text: ' because ',
  files: [file],
  terms,
  deadlines: {
    until: emptyDeadline('2026-06-12'),
    due: emptyDeadline('2026-07-01'),
    expected: { date: '2026-06-30', time: '12:00' },
  },
  quantities: { effort: { amount: '12,5', unit: 'hours' } },
  flags: { question: true },
  reports: { c1: { text: 'Ana', link: '', files: [] }, c2: { text: '', link: 'https://a.example/b', files: [file] } },
  verdicts: { c1: { verdict: 'met', text: '' }, c2: { verdict: 'waived', text: 'Fine' } },
  unmet: { c2: { unmet: true, text: 'No task yet' } },
  cites: { c1: true },
  settlement: 'released',
  satisfaction: 4,
  opinions: { fair: 'yes', efficient: 'partly', again: 'no' },
  parties: { newcomer: '0190a000-0000-7000-8000-000000000002' },
  conversations: { other: ACT, successor: ACT },
  answers: { [ACT]: 'yes' },
  cause: 'approval',
};

const everyForm: FormKey[] = [
  ...actKinds.filter((kind) => kind !== 'propose').flatMap((kind) => formKeys({ kind })),
  ...proposalKinds.flatMap((proposal) => formKeys({ kind: 'propose', proposal })),
];

describe('the form of an act', () => {
  test.each(everyForm)('%s: filled in, it says something of its kind', (key) => {
    const { saying, problems } = sayingFrom(key, full, context);
    expect(problems).toEqual([]);
    expect(saying?.kind).toBe(key.split(':')[0] === 'propose' ? 'propose' : key.split(':')[0]);
  });

  test.each(everyForm)('%s: empty, it says what is missing or needs nothing', (key) => {
    const { saying, problems } = sayingFrom(key, emptyValues(), context);
    const needs = fieldsOf(key, false).some((field) => field.required) || key === 'progress';
    expect(problems.length > 0).toBe(needs);
    expect(saying === undefined).toBe(needs);
  });
});

describe('what a form sends', () => {
  test('terms keep the ids of conditions that stay, give none to new ones, and drop empty rows', () => {
    expect(sayingFrom('request', full, context).saying).toEqual({
      kind: 'request',
      terms: {
        what: 'Host two interns',
        conditions: [{ id: 'c1', text: 'A named mentor' }, { text: 'A real task' }],
        due: { date: '2026-07-01' },
        replyBy: { date: '2026-06-20' },
      },
    });
  });

  test('a report gives words, links and files for each condition', () => {
    expect(sayingFrom('report', full, context).saying).toMatchObject({
      on: [
        { condition: 'c1', text: 'Ana' },
        { condition: 'c2', text: 'https://a.example/b', files: [file.id] },
      ],
      effort: { amount: '12.5', unit: 'hours' },
    });
  });

  test('a report that is silent about a condition names it', () => {
    const { problems } = sayingFrom(
      'report',
      { ...full, reports: { c1: { text: 'Ana', link: '', files: [] } } },
      context,
    );
    expect(problems).toEqual([{ field: 'on.c2', word: 'every-condition' }]);
  });

  test('verdicts, unmet conditions and recorded acts are said one by one', () => {
    expect(sayingFrom('accept', full, context).saying).toMatchObject({
      verdicts: [
        { condition: 'c1', verdict: 'met' },
        { condition: 'c2', verdict: 'waived', text: 'Fine' },
      ],
      satisfaction: 4,
    });
    expect(sayingFrom('return', full, context).saying).toMatchObject({
      unmet: [{ condition: 'c2', text: 'No task yet' }],
    });
    expect(sayingFrom('confirm', full, context).saying).toMatchObject({ confirmed: [ACT], denied: [] });
  });

  test('a warning is progress at risk, with the exact moment where an hour was named', () => {
    expect(sayingFrom('progress:risk', full, context).saying).toEqual({
      kind: 'progress',
      text: 'because',
      effort: { amount: '12.5', unit: 'hours' },
      expected: { at: '2026-06-30T10:00:00.000Z' },
      atRisk: true,
      cause: 'approval',
    });
  });

  test('the cause goes with what slips or is missed, and with nothing that goes well', () => {
    for (const key of ['renege', 'stop', 'cancel'] as const)
      expect(sayingFrom(key, full, context).saying).toMatchObject({ cause: 'approval' });
    expect(sayingFrom('propose:release', full, context).saying).toMatchObject({ proposal: { cause: 'approval' } });
    expect(sayingFrom('report', full, { ...context, late: true }).saying).toMatchObject({ cause: 'approval' });
    for (const key of ['report', 'progress', 'decline'] as const)
      expect(sayingFrom(key, full, context).saying).not.toHaveProperty('cause');
  });

  test('a counter that changes nothing is not sent', () => {
    const same = { ...context, startTerms: terms };
    expect(sayingFrom('counter', full, same).problems).toEqual([{ field: 'terms', word: 'nothing-changed' }]);
    const later = { ...full, terms: { ...terms, due: emptyDeadline('2026-07-15') } };
    expect(sayingFrom('counter', later, same).problems).toEqual([]);
    const onlyAnswer = { ...full, terms: { ...terms, replyBy: emptyDeadline('2026-06-25') } };
    expect(sayingFrom('counter', onlyAnswer, same).problems).toHaveLength(1);
    const named = { ...full, terms: { ...terms, work: 'talent' as const } };
    expect(sayingFrom('counter', named, same).saying).toHaveProperty('terms.work', 'talent');
    const unnamed = { ...full, terms: { ...terms, work: undefined } };
    expect(sayingFrom('counter', unnamed, same).problems).toHaveLength(1);
  });

  test('terms without a condition, a day or a sound number say so at the field', () => {
    const bad: TermsValue = {
      ...emptyTerms(),
      dueBy: 'days',
      days: 'soon',
      effort: { amount: 'a lot', unit: 'hours' },
      price: { amount: '12', unit: '' },
      antecedent: { wanted: true, text: '', by: emptyDeadline() },
    };
    expect(sayingFrom('offer', { ...full, terms: bad }, context).problems).toEqual([
      { field: 'terms.what', word: 'missing' },
      { field: 'terms.conditions', word: 'no-condition' },
      { field: 'terms.days', word: 'not-a-number' },
      { field: 'terms.effort', word: 'not-a-number' },
      { field: 'terms.price', word: 'no-unit' },
      { field: 'terms.antecedent', word: 'missing' },
      { field: 'terms.antecedentBy', word: 'no-day' },
      { field: 'terms.replyBy', word: 'no-day' },
    ]);
  });

  test('terms may leave the day to the other side', () => {
    const open = { ...full, terms: { ...terms, dueBy: 'open' as const } };
    expect(sayingFrom('request', open, context).saying).not.toHaveProperty('terms.due');
  });
});
