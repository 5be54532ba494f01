import { describe, expect, it } from 'vitest';
import { amend, because, cancel, progress, renege, report, stop, terms } from '../testing/sayings.ts';
import { promised } from '../testing/scenario.ts';
import { compose, customer, lastOf, type Line, performer, play, until } from '../testing/story.ts';
import { canonicalText, changedTerms, checkAct, type MissCause, missCauses, workKinds } from './index.ts';

const then = (line: Line) => play([...promised(), line]).at(-1)!;

/** The act as it is sent, without its id. */
function sent(line: Line, before?: Line[]) {
  const { id: _id, ...act } = compose(before && lastOf(play(before)), line);
  return act;
}

describe('the kind of work', () => {
  it('is a term: naming, changing and dropping it are changes', () => {
    expect(changedTerms(terms(), terms({ work: 'talent' }))).toEqual(['work']);
    expect(changedTerms(terms({ work: 'talent' }), terms({ work: 'advice' }))).toEqual(['work']);
    expect(changedTerms(terms({ work: 'talent' }), terms())).toEqual(['work']);
    expect(changedTerms(terms({ work: 'talent' }), terms({ work: 'talent' }))).toEqual([]);
  });

  it('is in the hashed bytes when it is given, and leaves no trace when it is not', () => {
    const opening = (changes = {}) => sent(customer(0, { kind: 'request', terms: terms(changes) }, ''));
    expect(canonicalText(opening({ work: 'goods' }))).toContain('"work":"goods"');
    expect(canonicalText(opening())).not.toContain('work');
  });

  it('is one of the list', () => {
    const opening = (work: unknown) => sent(customer(0, { kind: 'request', terms: { ...terms(), work } as never }, ''));
    for (const kind of workKinds) expect(checkAct(opening(kind))).toBeUndefined();
    for (const other of ['', 'Talent', 'other', 1, null]) expect(checkAct(opening(other))?.path).toBe('/terms/work');
  });
});

describe('the cause', () => {
  const facts: [string, (cause: MissCause) => Line, string][] = [
    ['an early warning', (cause) => performer(9, because(cause, progress({ atRisk: true })), ''), 'early-warning'],
    ['a wish to move the date', (cause) => performer(9, because(cause, amend({ due: until(30) })), ''), 'sense-making'],
    ['the same after the date', (cause) => performer(21, because(cause, amend({ due: until(30) })), ''), 'late-notice'],
    ['a late report', (cause) => performer(21, because(cause, report()), ''), 'reported-late'],
    ['a broken promise', (cause) => performer(9, because(cause, renege), ''), 'broken'],
    ['a stop', (cause) => customer(21, because(cause, stop), ''), 'broken'],
    ['a cancellation', (cause) => customer(9, because(cause, cancel), ''), 'cancelled'],
  ];

  it.each(facts)('of %s is in the evidence it leaves', (_title, line, kind) => {
    for (const cause of missCauses) {
      expect(then(line(cause)).evidence).toMatchObject([{ kind, facts: { cause } }]);
    }
  });

  it('is never demanded: without it nothing is said about it', () => {
    for (const line of [performer(9, renege, ''), customer(21, stop, ''), performer(21, report(), '')]) {
      const { refusal, evidence } = then(line);
      expect(refusal).toBeUndefined();
      expect(evidence[0]?.facts).not.toHaveProperty('cause');
    }
  });

  it('of what goes well means nothing', () => {
    expect(then(performer(9, because('capacity', progress()), '')).evidence).toEqual([]);
    expect(then(performer(9, because('capacity', report()), '')).evidence[0]?.facts).not.toHaveProperty('cause');
  });

  it('is one of the list, and belongs to what slips only', () => {
    expect(checkAct(sent(performer(9, because('bad-luck' as MissCause, renege), ''), promised()))?.path).toBe('/cause');
    expect(checkAct(sent(performer(9, because('capacity', { kind: 'resume' }), ''), promised()))?.path).toBe('/cause');
  });
});
