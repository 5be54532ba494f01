import { describe, expect, test } from 'vitest';
import { type Candidate, type Disclosed, suggestPairs } from './model.ts';
import { risksOf, type Said } from './model-risk.ts';
import type { Duty } from './schema.ts';

const person = (id: string, side: 'a' | 'b', more: Partial<Candidate> = {}): Candidate => ({
  id,
  side,
  name: id,
  function: null,
  topics: [],
  ...more,
});
const suggest = (
  people: Candidate[],
  more: { known?: string[]; together?: { a: string; b: string; title: string }[]; disclosed?: Disclosed[] } = {},
) =>
  suggestPairs({
    people,
    known: new Set(more.known),
    together: more.together ?? [],
    disclosed: more.disclosed ?? [],
  });

describe('whom to pair with whom', () => {
  test('people of the same function are counterparts', () => {
    const found = suggest([
      person('ana', 'a', { function: 'talent' }),
      person('ben', 'b', { function: 'talent' }),
      person('eva', 'b', { function: 'legal' }),
    ]);
    expect(found).toEqual([
      { group: 'function', people: ['ana', 'ben'], reasons: [{ kind: 'function', function: 'talent' }] },
    ]);
  });

  test('shared topics are a reason, whatever their capitals and accents are', () => {
    const found = suggest([
      person('ana', 'a', { topics: ['Robótica', 'data'] }),
      person('ben', 'b', { topics: ['robotica'] }),
    ]);
    expect(found).toMatchObject([{ group: 'topics', reasons: [{ kind: 'topics', topics: ['Robótica'] }] }]);
  });

  test('who speaks for both sides in a conversation works together already', () => {
    const found = suggest([person('ana', 'a'), person('ben', 'b')], {
      together: [{ a: 'ana', b: 'ben', title: 'Twelve interns' }],
    });
    expect(found).toMatchObject([{ group: 'together', reasons: [{ kind: 'together', title: 'Twelve interns' }] }]);
  });

  test('who talks about a need is put beside who talks about the offer that may answer it', () => {
    const disclosed: Disclosed[] = [
      { side: 'a', nature: 'need', kind: 'training', title: 'Welding courses for staff' },
      { side: 'b', nature: 'offer', kind: 'training', title: 'Evening workshops' },
      { side: 'b', nature: 'offer', kind: 'data', title: 'Weather data' },
    ];
    const people = [
      person('ana', 'a', { topics: ['welding'] }),
      person('ben', 'b', { topics: ['workshop'] }),
      person('eva', 'b', { topics: ['weather'] }),
    ];
    expect(suggest(people, { disclosed })).toEqual([
      {
        group: 'fit',
        people: ['ana', 'ben'],
        reasons: [{ kind: 'fit', need: 'Welding courses for staff', offer: 'Evening workshops' }],
      },
    ]);
    expect(suggest(people, { disclosed: disclosed.slice(0, 1) })).toEqual([]);
  });

  test('stands in the first group that fits and says every reason', () => {
    const [found] = suggest(
      [
        person('ana', 'a', { function: 'legal', topics: ['data'] }),
        person('ben', 'b', { function: 'legal', topics: ['data'] }),
      ],
      {
        together: [{ a: 'ana', b: 'ben', title: 'T' }],
      },
    );
    expect(found?.group).toBe('function');
    expect(found?.reasons.map((reason) => reason.kind)).toEqual(['function', 'together', 'topics']);
  });

  test('is in the order of the functions and then of the names, whoever was written down first', () => {
    const people = [
      person('zoe', 'a', { function: 'head' }),
      person('carl', 'a', { function: 'legal' }),
      person('bea', 'a', { function: 'legal' }),
      person('x', 'b', { function: 'legal' }),
      person('y', 'b', { function: 'head' }),
    ];
    const order = suggest(people).map((one) => one.people[0]);
    expect(order).toEqual(['zoe', 'bea', 'carl']);
    expect(suggest(people.toReversed()).map((one) => one.people[0])).toEqual(order);
  });

  test('asks nobody twice, and nothing of mere names', () => {
    const both = [person('ana', 'a', { function: 'talent' }), person('ben', 'b', { function: 'talent' })];
    expect(suggest(both, { known: ['ana|ben'] })).toEqual([]);
    expect(suggest([person('ana', 'a'), person('ben', 'b')])).toEqual([]);
  });

  test('stays short and quick with a thousand people', () => {
    const many = Array.from({ length: 1000 }, (_, n) =>
      person(`p${n}`, n % 2 ? 'a' : 'b', { function: 'expert', topics: ['data'] }),
    );
    expect(suggest(many)).toHaveLength(12);
  });
});

describe('what rests on one person', () => {
  const said = (person: string, count: number, side: 'a' | 'b' = 'a'): Said => ({ side, person, name: person, count });
  const duty = (person: string, kind: Duty['duty'], side: 'a' | 'b' = 'a'): Duty => ({
    person,
    side,
    duty: kind,
    since: '2026-01-01T00:00:00.000Z',
    via: 'session',
  });
  const names = new Map([
    ['ana', 'Ana'],
    ['ben', 'Ben'],
  ]);

  test.each([
    ['more than 70 % of ten or more', [said('ana', 8), said('ben', 2)], true],
    ['exactly 70 %', [said('ana', 7), said('ben', 3)], false],
    ['all of fewer than ten', [said('ana', 9)], false],
    ['nothing', [], false],
  ])('%s', (_, talk, risky) => {
    const risks = risksOf(talk, [], names);
    expect(risks.length > 0).toBe(risky);
    if (risky) expect(risks).toEqual([{ side: 'a', kind: 'most', person: { id: 'ana', name: 'ana' } }]);
  });

  test('one person alone with any duty is a risk as well; two are none', () => {
    expect(risksOf([], [duty('ana', 'owner'), duty('ana', 'sponsor')], names)).toEqual([
      { side: 'a', kind: 'only', person: { id: 'ana', name: 'Ana' } },
    ]);
    expect(risksOf([], [duty('ana', 'owner'), duty('ben', 'backup')], names)).toEqual([]);
  });

  test('each side is looked at by itself, and no count is told', () => {
    const risks = risksOf([said('ana', 10), said('x', 10, 'b'), said('y', 10, 'b')], [], names);
    expect(risks).toHaveLength(1);
    expect(JSON.stringify(risks)).not.toMatch(/\d{2}/);
  });
});
