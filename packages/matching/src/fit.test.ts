import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { item, side, written } from '../testing/arbitrary.ts';
import {
  disclosed,
  evenWeights,
  fit,
  fitBetween,
  geometricMean,
  type Item,
  limits,
  rank,
  type Side,
  weightsOf,
} from './index.ts';

const interns = written('n1', 'talent', 'Three interns who know Python and data analysis', {
  detail: 'Our analytics team grows in spring.',
  skills: ['Python', 'SQL'],
  startsOn: '2027-02-01',
  endsOn: '2027-06-30',
});
const becarios = written('o1', 'talent', 'Estudiantes en prácticas de ciencia de datos', {
  detail: 'Análisis de datos con Python, cinco meses.',
  skills: ['python', 'Bases de datos'],
  startsOn: '2027-01-15',
  endsOn: '2027-07-15',
});
const lab = written('o2', 'facilities', 'Laboratory with an electron microscope', { detail: 'Two days a week.' });
const course = written('o3', 'training', 'Curso de Python para empleados', { detail: 'Doce horas.' });

describe('fit', () => {
  it('finds an offer in the other language, and says why', () => {
    const found = fit(interns, becarios);
    expect(found.score).toBeGreaterThan(0.5);
    expect(found.reasons).toEqual([
      { kind: 'skills', skills: ['~python', '~databases', '~internship', '~data-analysis'] },
      { kind: 'kind', of: 'talent' },
      { kind: 'time', from: '2027-02-01', to: '2027-06-30' },
    ]);
  });

  it('ranks what serves the need before what is near it, before what is not', () => {
    const ranked = rank(interns, [lab, course, becarios], { limit: 3 });
    expect(ranked.map(({ offer }) => offer.id)).toEqual(['o1', 'o3']);
    expect(fit(interns, lab)).toEqual({ score: 0, reasons: [] });
  });

  it('names the words as the need wrote them, and free skills too', () => {
    const need = written('n', 'knowledge', 'How beekeepers winter their hives', { skills: ['Hive inspection'] });
    const offer = written('o', 'knowledge', 'A beekeeper explains wintering of hives', {
      skills: ['hive inspections'],
    });
    expect(fit(need, offer).reasons).toEqual([
      { kind: 'skills', skills: ['Hive inspection'] },
      { kind: 'words', words: ['beekeepers', 'winter'] },
      { kind: 'kind', of: 'knowledge' },
    ]);
  });

  it('says that only the titles are known, and that the times do not meet', () => {
    const later = { ...becarios, startsOn: '2027-09-01', endsOn: '2027-12-31' };
    expect(fit(interns, later).score).toBeCloseTo(fit(interns, becarios).score / 2, 12);
    expect(fit(interns, later).reasons).toContainEqual({ kind: 'time-missed' });
    expect(fit(interns, disclosed(becarios, 'titled')).reasons.at(-1)).toEqual({ kind: 'titled-only' });
    const open = { ...becarios, endsOn: undefined };
    expect(fit({ ...interns, endsOn: undefined }, open).reasons).toContainEqual({
      kind: 'time',
      from: '2027-02-01',
      to: null,
    });
  });

  it('counts a related kind for less than the same, and "other" for nothing', () => {
    const of = (kind: Item['kind'], id: string) => written(id, kind, id);
    expect(fit(of('talent', 'a'), of('talent', 'b')).score).toBeCloseTo(0.2);
    expect(fit(of('talent', 'a'), of('people', 'b'))).toEqual({
      score: 0.1,
      reasons: [{ kind: 'related-kind', need: 'talent', offer: 'people' }],
    });
    expect(fit(of('other', 'a'), of('other', 'b')).score).toBe(0);
  });

  it('weighs rare terms more where the corpus is known', () => {
    const common = Array.from({ length: 20 }, () => ['~python']);
    const weights = weightsOf([...common, ['~sign-language']]);
    const need = written('n', 'talent', 'Python, sign language');
    const python = written('a', 'talent', 'Python, archery');
    const signs = written('b', 'talent', 'Sign language, archery');
    expect(fit(need, signs, weights).score).toBeGreaterThan(fit(need, python, weights).score);
  });

  it('is between 0 and 1, the same every time, and does not depend on the order of skills and terms', () => {
    fc.assert(
      fc.property(item, item, (need, offer) => {
        const found = fit(need, offer);
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(1);
        const shuffled = (one: Item) => ({ ...one, terms: one.terms.toReversed(), skills: one.skills });
        expect(fit(shuffled(need), shuffled(offer))).toEqual(found);
        expect(found.score > 0).toBe(
          found.reasons.some(({ kind }) => !['time', 'time-missed', 'titled-only'].includes(kind)),
        );
      }),
    );
  });

  it('of a need with the very same offer is 1 where a kind and a word are there', () => {
    fc.assert(
      fc.property(item, (need) => {
        fc.pre(need.terms.length > 0 && need.kind !== 'other' && (need.startsOn ?? '') <= (need.endsOn ?? '9'));
        expect(fit(need, need).score).toBeCloseTo(1, 9);
      }),
    );
  });

  it('never uses what was not disclosed: with the title disclosed, nothing else of the offer changes anything', () => {
    fc.assert(
      fc.property(item, item, item, (need, offer, other) => {
        const changed = { ...other, id: offer.id, kind: offer.kind, title: offer.title };
        const [one, two] = [disclosed(offer, 'titled'), disclosed(changed, 'titled')];
        expect(one).toEqual(two);
        expect(fit(need, one)).toEqual(fit(need, two));
        expect(fit(one, need)).toEqual(fit(two, need));
      }),
    );
  });

  it('is found with its terms by everything that shares one: rank and fit agree', () => {
    fc.assert(
      fc.property(item, fc.array(item), (need, offers) => {
        const given = offers.map((offer, index) => ({ ...offer, id: `o${index}` }));
        const ranked = rank(need, given, { limit: 100 });
        for (const { offer, score, reasons } of ranked) expect(fit(need, offer)).toEqual({ score, reasons });
        expect(ranked.map(({ score }) => score)).toEqual(
          ranked.map(({ score }) => score).toSorted((one, two) => two - one),
        );
        expect(rank(need, given.toReversed(), { limit: 100 })).toEqual(ranked);
      }),
    );
  });
});

const swapped = ({ forUs, forThem }: { forUs: unknown; forThem: unknown }) => ({ forUs: forThem, forThem: forUs });

describe('fit between two sides', () => {
  const company: Side = {
    needs: [interns, written('n2', 'research', 'Why our battery packs age', { skills: ['Batteries'] })],
    offers: [
      written('c1', 'people', 'Guest speakers from our engineering teams'),
      written('c2', 'projects', 'Real problems for capstone courses', { detail: 'With data from our factory.' }),
    ],
  };
  const university: Side = {
    needs: [
      written('u1', 'projects', 'Problemas reales para proyectos de fin de grado'),
      written('u2', 'funding', 'Becas para estudiantes de máster'),
    ],
    offers: [becarios, lab],
  };

  it('puts direct exchanges first, lists what is one-sided and what nothing serves', () => {
    const found = fitBetween(company, university);
    expect(
      found.direct.map(({ forUs, forThem }) => [forUs.need.id, forUs.offer.id, forThem.need.id, forThem.offer.id]),
    ).toEqual([['n1', 'o1', 'u1', 'c2']]);
    expect(found.oneSided).toEqual({ forUs: [], forThem: [] });
    expect(found.unserved.ours.map(({ id }) => id)).toEqual(['n2']);
    expect(found.unserved.theirs.map(({ id }) => id)).toEqual(['u2']);
    expect(found.best.forUs.map(({ need, matches }) => [need.id, matches[0]?.offer.id])).toEqual([['n1', 'o1']]);
  });

  it('is 0 when one way is 0, however good the other way is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (score) => {
        expect(geometricMean(score, 0)).toBe(0);
        expect(geometricMean(0, score)).toBe(0);
        expect(geometricMean(score, score)).toBeCloseTo(score, 12);
      }),
    );
    const taker = { needs: company.needs, offers: [] };
    const found = fitBetween(taker, university);
    expect(found.score).toBe(0);
    expect(found.direct).toEqual([]);
    expect(found.oneSided.forUs.map(({ need }) => need.id)).toEqual(['n1']);
  });

  it('is the same seen from the other side, and whatever the order of the items', () => {
    fc.assert(
      fc.property(side('a'), side('b'), (ours, theirs) => {
        const here = fitBetween(ours, theirs);
        const there = fitBetween(theirs, ours);
        expect(there.score).toBeCloseTo(here.score, 12);
        expect(there.direct.map((each) => ({ score: each.score, ...swapped(each) }))).toEqual(here.direct);
        expect(swapped(there.oneSided)).toEqual(here.oneSided);
        expect(swapped(there.best)).toEqual(here.best);
        expect({ ours: there.unserved.theirs, theirs: there.unserved.ours }).toEqual(here.unserved);
        const turned = (one: Side) => ({ needs: one.needs.toReversed(), offers: one.offers.toReversed() });
        expect(fitBetween(turned(ours), turned(theirs))).toEqual(here);
      }),
    );
  });

  it('has scores within 0 and 1, and every need and offer in one exchange at most', () => {
    fc.assert(
      fc.property(side('a'), side('b'), (ours, theirs) => {
        const { score, direct, oneSided, best, unserved } = fitBetween(ours, theirs);
        for (const each of [score, ...direct.map((one) => one.score)]) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(1);
        }
        const forUs = [...direct.map((each) => each.forUs), ...oneSided.forUs];
        expect(new Set(forUs.map(({ need }) => need.id)).size).toBe(forUs.length);
        expect(new Set(forUs.map(({ offer }) => offer.id)).size).toBe(forUs.length);
        expect(direct.length === 0 || score > 0).toBe(true);
        expect(oneSided.forUs.length === 0 || oneSided.forThem.length === 0).toBe(true);
        expect(best.forUs.length + unserved.ours.length).toBe(ours.needs.length);
      }),
    );
  });

  it('compares no more than its limit, and says how much it left out', () => {
    const offers = Array.from({ length: limits.items + 7 }, (_, index) => ({ ...becarios, id: `o${1000 + index}` }));
    const found = fitBetween({ needs: [interns], offers: [] }, { needs: [], offers }, evenWeights);
    expect(found.leftOut).toBe(7);
    expect(found.best.forUs[0]?.matches.map(({ offer }) => offer.id)).toEqual(['o1000', 'o1001', 'o1002']);
  });
});
