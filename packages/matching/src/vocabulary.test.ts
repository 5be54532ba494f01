import { describe, expect, it } from 'vitest';
import { conceptsLookedFor, keyOf, nameOf, namesOf, starterConcepts, starterVocabulary, Vocabulary } from './index.ts';

const concepts = starterConcepts();

describe('the starter vocabulary', () => {
  it('has several hundred concepts with a name in both languages', () => {
    expect(concepts.length).toBeGreaterThan(350);
    expect(concepts.filter(({ id, en, es }) => !/^[a-z0-9-]+$/.test(id) || en === '' || es === '')).toEqual([]);
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length);
  });

  it('has no name that two concepts claim, and none that says nothing', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const concept of concepts)
      for (const name of namesOf(concept)) {
        const key = keyOf(name);
        const owner = owners.get(key);
        if (key === '' || (owner !== undefined && owner !== concept.id)) twice.push(`${name}: ${owner}, ${concept.id}`);
        owners.set(key, concept.id);
      }
    expect(twice).toEqual([]);
  });

  it('has every wider concept it speaks of, never in a circle', () => {
    const vocabulary = starterVocabulary();
    expect(concepts.flatMap(({ broader }) => (broader && !vocabulary.concepts.has(broader) ? [broader] : []))).toEqual(
      [],
    );
    for (const { id } of concepts) expect(new Set(vocabulary.upwards(id)).size).toBe(vocabulary.upwards(id).length);
  });

  it('has every concept that the first initiatives look for', () => {
    expect(conceptsLookedFor.filter((id) => !starterVocabulary().concepts.has(id))).toEqual([]);
  });

  it('knows a concept by any of its names, in either language, whatever case, accents and number', () => {
    for (const name of ['Machine learning', 'APRENDIZAJE AUTOMATICO', 'neural networks', 'red neuronal'])
      expect(starterVocabulary().named(name)?.id).toBe('machine-learning');
    expect(starterVocabulary().named('falconry')).toBeUndefined();
    expect(nameOf('~machine-learning', 'es')).toBe('Aprendizaje automático');
    expect(nameOf('=falconry', 'en')).toBe('falconry');
  });
});

describe('a vocabulary of one’s own', () => {
  it('survives a circle of wider concepts', () => {
    const circle = new Vocabulary([
      { id: 'a', en: 'Ay', es: 'Aye', broader: 'b' },
      { id: 'b', en: 'Bee', es: 'Abeja', broader: 'a' },
    ]);
    expect(circle.upwards('a')).toEqual(['a', 'b']);
  });
});
