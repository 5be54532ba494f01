import fc from 'fast-check';
import { type Item, kinds, type Side, starterConcepts, termsOf } from '../src/index.ts';

const names = starterConcepts().flatMap(({ en, es }) => [en, es]);

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('three engineers', 'for the autumn', 'en otoño', 'falconry', 'R&D', '🙂', 'מחקר', ''),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);
const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const day = fc.constantFrom('2026-09-01', '2026-12-01', '2027-02-01', '2027-06-30');

/** A need or an offer as its owner has it, with everything disclosed. */
export const items = (id: fc.Arbitrary<string>): fc.Arbitrary<Item> =>
  fc
    .record({
      id,
      kind: fc.constantFrom(...kinds),
      title: text,
      detail: text,
      skills: fc.array(fc.oneof(fc.constantFrom(...names), text), { maxLength: 4 }),
      startsOn: fc.option(day, { nil: undefined }),
      endsOn: fc.option(day, { nil: undefined }),
    })
    .map((item) => ({ ...item, terms: termsOf([item.title, item.detail], item.skills) }));

export const item = items(fc.constantFrom('one', 'two', 'three'));

const several = (prefix: string): fc.Arbitrary<Item[]> =>
  fc
    .array(items(fc.constant('')), { maxLength: 5 })
    .map((list) => list.map((each, index) => ({ ...each, id: `${prefix}${index}` })));

/** What one side needs and offers. */
export const side = (prefix: string): fc.Arbitrary<Side> =>
  fc.record({ needs: several(`${prefix}-need-`), offers: several(`${prefix}-offer-`) });

/** An item as somebody would write it. */
export function written(id: string, kind: Item['kind'], title: string, more: Partial<Item> = {}): Item {
  const { detail = '', skills = [] } = more;
  return { detail, ...more, id, kind, title, skills, terms: termsOf([title, detail], skills) };
}
