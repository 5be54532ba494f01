import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { side, written } from '../testing/arbitrary.ts';
import { firstInitiatives, fitBetween, initiativeKeys, limits } from './index.ts';

const nothing = { needs: [], offers: [] };

describe('first initiatives', () => {
  it('answer what the two need and offer, with the needs and offers that suggest them', () => {
    const company = {
      needs: [
        written('n1', 'talent', 'Interns for our data team', { skills: ['Python'] }),
        written('n2', 'training', 'Short course on cybersecurity for our staff'),
      ],
      offers: [written('o1', 'projects', 'Real problems for capstone courses')],
    };
    const university = {
      needs: [written('u1', 'projects', 'Proyectos con empresas para el último curso', { skills: ['capstone'] })],
      offers: [
        written('o2', 'talent', 'Estudiantes en prácticas con Python'),
        written('o3', 'training', 'Talleres de ciberseguridad'),
      ],
    };
    const found = firstInitiatives(fitBetween(company, university));
    expect(found.map(({ key }) => key).toSorted()).toEqual(['few-interns', 'one-problem', 'short-workshop']);
    const because = Object.fromEntries(
      found.map((each) => [each.key, each.because.map(({ whose, need, offer }) => [whose, need.id, offer?.id])[0]]),
    );
    expect(because).toEqual({
      'few-interns': ['ours', 'n1', 'o2'],
      'one-problem': ['theirs', 'u1', 'o1'],
      'short-workshop': ['ours', 'n2', 'o3'],
    });
  });

  it('can start from a need that nobody serves yet', () => {
    const found = firstInitiatives(
      fitBetween({ needs: [written('n1', 'equipment', 'A loan of test equipment')], offers: [] }, nothing),
    );
    expect(found.map(({ key, because }) => [key, because[0]?.need.id, because[0]?.offer])).toEqual([
      ['loan', 'n1', undefined],
    ]);
  });

  it('are at most three, always with a reason, and none where nothing is known', () => {
    expect(firstInitiatives(fitBetween(nothing, nothing))).toEqual([]);
    fc.assert(
      fc.property(side('a'), side('b'), (ours, theirs) => {
        const between = fitBetween(ours, theirs);
        const found = firstInitiatives(between);
        expect(found.length).toBeLessThanOrEqual(limits.initiatives);
        for (const { key, because, score } of found) {
          expect(initiativeKeys).toContain(key);
          expect(because.length).toBeGreaterThan(0);
          expect(score).toBeGreaterThan(0);
        }
        expect(firstInitiatives(between)).toEqual(found);
        // The other side is suggested the same.
        expect(firstInitiatives(fitBetween(theirs, ours)).map(({ key }) => key)).toEqual(found.map(({ key }) => key));
      }),
    );
  });
});
