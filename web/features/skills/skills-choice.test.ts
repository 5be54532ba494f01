import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../messages/catalogue.ts';
import { addSkill, longestSkill, optionsFor } from './skills-choice.ts';
import { SkillsField } from './skills-field.tsx';

const found = [
  { id: 'starter:python', name: 'Python', also: null, source: 'starter' as const },
  { id: 'esco:1', name: 'use scripting programming', also: 'python scripts', source: 'esco' as const },
];

describe('adding a skill', () => {
  it('keeps it once, in whatever case it is typed again', () => {
    expect(addSkill([], '  Bee   keeping ', 30)).toEqual({
      kind: 'added',
      skill: 'Bee keeping',
      value: ['Bee keeping'],
    });
    expect(addSkill(['Python'], 'PYTHON', 30)).toEqual({ kind: 'already', skill: 'Python' });
    expect(addSkill(['Python'], '  ', 30)).toBeUndefined();
  });

  it('ends at the most, and cuts what is too long', () => {
    expect(addSkill(['a', 'b'], 'c', 2)).toEqual({ kind: 'full' });
    const added = addSkill([], 'x'.repeat(500), 2);
    expect(added).toMatchObject({ kind: 'added', skill: 'x'.repeat(longestSkill) });
  });
});

describe('what is offered', () => {
  it('is what was found and not chosen, then one’s own words unless they are the same', () => {
    expect(optionsFor(found, 'pyth', []).map(({ skill, own }) => [skill, own])).toEqual([
      ['Python', false],
      ['use scripting programming', false],
      ['pyth', true],
    ]);
    expect(optionsFor(found, 'python', []).map(({ skill }) => skill)).toEqual(['Python', 'use scripting programming']);
    expect(optionsFor(found, 'python', ['Python']).map(({ skill }) => skill)).toEqual(['use scripting programming']);
    expect(optionsFor([], '', [])).toEqual([]);
  });

  it('has words for both languages', () => {
    expect(messagesFor('en').skills.offered({ count: 1 })).toContain('1 skill ');
    expect(messagesFor('es').skills.offered({ count: 2 })).toContain('2 competencias');
    expect(SkillsField).toBeTypeOf('function');
  });
});
