import { type FilePlan, type Line, oneLine, orNull, type Shape, type VocabularyPlan } from './model-source.ts';

const CODE = 'O*NET-SOC Code';

/** A text file of the official download, and its conversion with underscores. */
const shapes = (file: string, columns: readonly string[]): Shape[] => [
  { file: `${file}.txt`, separator: '\t', columns: [CODE, ...columns] },
  { file: `${file.toLowerCase().replaceAll(' ', '_')}.tsv`, separator: '\t', columns: [CODE, ...columns] },
];

function occupation(line: Line): void {
  const id = line.cell(CODE);
  const name = oneLine(line.cell('Title'));
  line.put('occupations', { id, code: id, name, description: orNull(line.cell('Description')) });
  line.put('occupation_names', { occupation_id: id, locale: 'en', kind: 'preferred', name });
}

const titles = (file: string, column: string, kind: string): FilePlan => ({
  name: file.toLowerCase(),
  shapes: shapes(file, [column]),
  take: (line) =>
    line.put('occupation_names', {
      occupation_id: line.cell(CODE),
      locale: 'en',
      kind,
      name: oneLine(line.cell(column)),
    }),
});

const SCALES: Readonly<Record<string, string>> = { IM: 'importance', LV: 'level' };

/** Elements that every occupation is rated on: how important, and at which level. */
const rated = (file: string, kind: string): FilePlan => ({
  name: file.toLowerCase(),
  shapes: shapes(file, ['Element ID', 'Element Name', 'Scale ID', 'Data Value']),
  take: (line) => {
    const id = line.cell('Element ID');
    const name = oneLine(line.cell('Element Name'));
    line.put('skills', { id, kind, name, part_of: null, description: null });
    line.put('occupation_skills', {
      occupation_id: line.cell(CODE),
      skill_id: id,
      relation: SCALES[line.cell('Scale ID')] ?? line.cell('Scale ID'),
      rating: Number(line.cell('Data Value') || Number.NaN),
    });
  },
});

/** Named examples of software and tools, with the group they belong to. */
const used = (file: string, kind: 'technology' | 'tool'): FilePlan => ({
  name: file.toLowerCase(),
  shapes: shapes(file, ['Example', 'Commodity Code', 'Commodity Title']),
  take: (line) => {
    const name = oneLine(line.cell('Example'));
    const id = `${kind}-${line.cell('Commodity Code')}-${name}`;
    line.put('skills', { id, kind, name, part_of: orNull(line.cell('Commodity Title')), description: null });
    line.put('occupation_skills', { occupation_id: line.cell(CODE), skill_id: id, relation: kind, rating: null });
  },
});

export const onet: VocabularyPlan = {
  source: 'onet',
  title: 'O*NET',
  attribution:
    'This service includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 licence; https://www.onetcenter.org/database.html. O*NET is a trademark of USDOL/ETA. A selection of the database is used, and names were folded for searching; USDOL/ETA has not approved, endorsed or tested these changes.',
  files: [
    { name: 'occupation data', shapes: shapes('Occupation Data', ['Title', 'Description']), take: occupation },
    titles('Alternate Titles', 'Alternate Title', 'alternative'),
    titles('Sample of Reported Titles', 'Reported Job Title', 'reported'),
    {
      name: 'task statements',
      shapes: shapes('Task Statements', ['Task ID', 'Task', 'Task Type']),
      take: (line) =>
        line.put('occupation_tasks', {
          occupation_id: line.cell(CODE),
          id: line.cell('Task ID'),
          kind: orNull(line.cell('Task Type').toLowerCase()),
          text: oneLine(line.cell('Task')),
        }),
    },
    rated('Skills', 'skill'),
    rated('Knowledge', 'knowledge'),
    used('Technology Skills', 'technology'),
    used('Tools Used', 'tool'),
  ],
};
