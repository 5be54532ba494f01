import fc from 'fast-check';
import { day } from '../src/constants.ts';
import type { Commitment, Settlement } from '../src/index.ts';

export const now = Date.UTC(2026, 10, 25);

const customers = ['a', 'b', 'c', 'd'];
const performers = ['p', 'q', 'r'];

/** A small world in which everybody may have promised anything to anybody, over three years. */
export const settlements = (maxLength = 40): fc.Arbitrary<Settlement[]> =>
  fc
    .array(
      fc.record({
        customer: fc.constantFrom(...customers),
        performer: fc.constantFrom(...performers),
        days: fc.integer({ min: 0, max: 1_000 }),
        kept: fc.boolean(),
        weight: fc.constantFrom(1, 0.5, 0.1),
        kind: fc.option(fc.constantFrom('talent', 'goods'), { nil: undefined }),
        lifted: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined, freq: 8 }),
      }),
      { maxLength },
    )
    .map((rows) =>
      rows
        .map(({ days, lifted, kind, ...row }, index) => {
          const at = now - days * day;
          return {
            id: `s${index}`,
            ...row,
            at,
            ...(kind !== undefined && { kind }),
            ...(lifted !== undefined && { liftedAt: at + lifted * day }),
          };
        })
        .sort((one, two) => one.at - two.at || (one.id < two.id ? -1 : 1)),
    );

/** The same world as commitments, with stakes and every way to come out. */
export const commitments = (maxLength = 30): fc.Arbitrary<Commitment[]> =>
  fc
    .array(
      fc.record({
        customer: fc.constantFrom(...customers),
        performer: fc.constantFrom(...performers),
        days: fc.integer({ min: 0, max: 1_000 }),
        term: fc.integer({ min: 1, max: 90 }),
        result: fc.constantFrom('open', 'kept', 'kept', 'late', 'late-with-notice', 'failed', 'excused', 'denied'),
        stake: fc.option(fc.nat(1_000), { nil: undefined }),
        recorded: fc.boolean(),
        lifted: fc.boolean(),
      }),
      { maxLength },
    )
    .map((rows) =>
      rows.map(({ days, term, result, stake, lifted, ...row }, index): Commitment => {
        const promisedAt = now - days * day;
        const dueAt = promisedAt + term * day;
        return {
          id: `c${index}`,
          ...row,
          promisedAt,
          dueAt,
          result: result as Commitment['result'],
          ...(result === 'open' ? { silentFrom: dueAt } : { settledAt: dueAt }),
          ...(stake !== undefined && { stake, unit: 'EUR' }),
          ...(lifted && result === 'failed' && { liftedAt: dueAt + 10 * day }),
        };
      }),
    );
