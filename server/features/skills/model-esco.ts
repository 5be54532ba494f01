import type { Locale } from '../../../messages/locale.ts';
import { type FilePlan, type Line, oneLine, orNull, type VocabularyPlan } from './model-source.ts';

/** The last part of an address: what is the same in every language and version. */
const idOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

/** The official files hold one label per line, the conversion separates them by a bar. */
const labels = (line: Line, text: string): string[] =>
  text
    .split(line.shape.separator === ',' ? '\n' : '|')
    .map(oneLine)
    .filter((label) => label !== '');

const typeOf = (type: string): string => (type === 'knowledge' ? 'knowledge' : 'skill');

function occupation(line: Line): void {
  const official = line.shape.separator === ',';
  const id = official ? idOf(line.cell('conceptUri')) : line.cell('id');
  const name = oneLine(line.cell(official ? 'preferredLabel' : 'label'));
  line.put('occupations', { id, code: line.cell('code'), name, description: orNull(line.cell('description')) });
  occupationNames(line, id, name, 'en');
}

function occupationNames(line: Line, id: string, name: string, locale: Locale): void {
  const official = line.shape.separator === ',';
  const put = (kind: string, label: string) =>
    line.put('occupation_names', { occupation_id: id, locale, kind, name: label });
  put('preferred', name);
  const others = labels(line, line.cell(official ? 'altLabels' : 'alt_labels'));
  for (const label of others) put('alternative', label);
  for (const label of labels(line, line.cell('hiddenLabels'))) put('hidden', label);
  line.count('alternative labels', others.length);
}

function skill(line: Line): void {
  const official = line.shape.separator === ',';
  const id = official ? idOf(line.cell('conceptUri')) : skillId(line.cell('skill_no'));
  const name = oneLine(line.cell(official ? 'preferredLabel' : 'label'));
  const kind = typeOf(line.cell(official ? 'skillType' : 'type'));
  line.put('skills', { id, kind, name, part_of: null, description: orNull(line.cell('description')) });
  skillNames(line, id, name, 'en');
}

/** The conversion knows the addresses of some skills only; its own numbers tie skills and occupations together. */
const skillId = (number: string): string => `no-${number}`;

function skillNames(line: Line, id: string, name: string, locale: Locale): void {
  const official = line.shape.separator === ',';
  const put = (kind: string, label: string) => line.put('skill_names', { skill_id: id, locale, kind, name: label });
  put('preferred', name);
  const others = labels(line, line.cell(official ? 'altLabels' : 'alt_labels'));
  for (const label of others) put('alternative', label);
  for (const label of labels(line, line.cell('hiddenLabels'))) put('hidden', label);
  line.count('alternative labels', others.length);
}

function relation(line: Line): void {
  const official = line.shape.separator === ',';
  const kind = line.cell(official ? 'relationType' : 'relation');
  line.put('occupation_skills', {
    occupation_id: official ? idOf(line.cell('occupationUri')) : line.cell('occupation_id'),
    skill_id: official ? idOf(line.cell('skillUri')) : skillId(line.cell('skill_no')),
    relation: kind,
    rating: null,
  });
  line.count(kind);
}

/** Names in another language, where its download lies in the same folder. */
const inSpanish = (name: string, file: string, take: (line: Line, id: string, label: string) => void): FilePlan => ({
  name,
  optional: true,
  shapes: [{ file, separator: ',', columns: ['conceptUri', 'preferredLabel', 'altLabels'] }],
  take: (line) => take(line, idOf(line.cell('conceptUri')), oneLine(line.cell('preferredLabel'))),
});

export const esco: VocabularyPlan = {
  source: 'esco',
  title: 'ESCO',
  attribution:
    'This service uses the ESCO classification of the European Commission. Reused under Commission Decision 2011/833/EU; https://esco.ec.europa.eu. Names were folded for searching, nothing else was changed.',
  files: [
    {
      name: 'occupations',
      shapes: [
        {
          file: 'occupations_en.csv',
          separator: ',',
          columns: ['conceptUri', 'preferredLabel', 'altLabels', 'description', 'code'],
        },
        { file: 'occupations.tsv', separator: '\t', columns: ['id', 'code', 'label', 'alt_labels', 'description'] },
      ],
      take: occupation,
    },
    {
      name: 'skills',
      shapes: [
        {
          file: 'skills_en.csv',
          separator: ',',
          columns: ['conceptUri', 'skillType', 'preferredLabel', 'altLabels', 'description'],
        },
        { file: 'skills.tsv', separator: '\t', columns: ['skill_no', 'label', 'type', 'alt_labels', 'description'] },
      ],
      take: skill,
    },
    {
      name: 'skills of occupations',
      shapes: [
        {
          file: 'occupationSkillRelations_en.csv',
          separator: ',',
          columns: ['occupationUri', 'relationType', 'skillUri'],
        },
        { file: 'occupation_skills.tsv', separator: '\t', columns: ['occupation_id', 'skill_no', 'relation'] },
      ],
      take: relation,
    },
    inSpanish('occupations in Spanish', 'occupations_es.csv', (line, id, name) =>
      occupationNames(line, id, name, 'es'),
    ),
    inSpanish('skills in Spanish', 'skills_es.csv', (line, id, name) => skillNames(line, id, name, 'es')),
  ],
};
