/** Small downloads in the forms of ESCO and O*NET, written for the tests: the names and columns are theirs, the content is made up. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const uri = (kind: string, id: string) => `http://data.europa.eu/esco/${kind}/${id}`;
const csv = (rows: string[][]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
const tsv = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');

const OCCUPATIONS =
  'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code';
const SKILLS =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description';

/** One line of a CSV file: cells by the columns of its header, the others empty. */
const lineOf = (header: string, cells: Record<string, string>): string[] =>
  header.split(',').map((column) => cells[column] ?? '');

const occupationLine = (id: string, preferredLabel: string, more: Record<string, string>) =>
  lineOf(OCCUPATIONS, { conceptType: 'Occupation', conceptUri: uri('occupation', id), preferredLabel, ...more });

const skillLine = (id: string, preferredLabel: string, more: Record<string, string>) =>
  lineOf(SKILLS, { conceptType: 'KnowledgeSkillCompetence', conceptUri: uri('skill', id), preferredLabel, ...more });

/** The files of the official ESCO download in English, in CSV. */
export function escoFiles(): Record<string, string> {
  const keeper = { altLabels: 'apiary worker\nhive technician', hiddenLabels: 'beeperson', code: '6123.1' };
  return {
    'occupations_en.csv': csv([
      OCCUPATIONS.split(','),
      occupationLine('o-1', 'hive keeper', { ...keeper, description: 'Keeps hives, and "listens" to them.' }),
      occupationLine('o-2', 'data gardener', { code: '2512.9', description: 'Tends\nfigures.' }),
    ]),
    'skills_en.csv': csv([
      SKILLS.split(','),
      skillLine('s-1', 'inspect a hive', { skillType: 'skill/competence', altLabels: 'check hives\nhive inspection' }),
      skillLine('s-2', 'queen rearing', { skillType: 'knowledge' }),
      skillLine('s-3', 'Python', { skillType: 'knowledge' }),
    ]),
    'occupationSkillRelations_en.csv': csv([
      ['occupationUri', 'relationType', 'skillType', 'skillUri'],
      [uri('occupation', 'o-1'), 'essential', 'skill/competence', uri('skill', 's-1')],
      [uri('occupation', 'o-1'), 'optional', 'knowledge', uri('skill', 's-2')],
      [uri('occupation', 'o-2'), 'essential', 'knowledge', uri('skill', 's-3')],
    ]),
  };
}

/** The same in the form of the talent data: tables separated by tabs. */
export function escoTables(): Record<string, string> {
  return {
    'occupations.tsv': tsv([
      ['id', 'code', 'isco', 'label', 'alt_labels', 'description', 'regulated_note'],
      ['o-1', '6123.1', '6123', 'hive keeper', 'apiary worker|hive technician', 'Keeps "hives.', ''],
      ['o-2', '2512.9', '2512', 'data gardener', '', 'Tends figures.', ''],
    ]),
    'skills.tsv': tsv([
      [
        'skill_no',
        'label',
        'type',
        'reuse_level',
        'id',
        'collections',
        'alt_labels',
        'description',
        'n_essential',
        'n_optional',
      ],
      ['0', 'inspect a hive', 'skill/competence', '', 's-1', '', 'check hives|hive inspection', '', '1', '0'],
      ['1', 'queen rearing', '', '', '', '', '', '', '0', '1'],
    ]),
    'occupation_skills.tsv': tsv([
      ['occupation_id', 'skill_no', 'relation'],
      ['o-1', '0', 'essential'],
      ['o-1', '1', 'optional'],
    ]),
  };
}

const code = 'O*NET-SOC Code';
const rating = [code, 'Element ID', 'Element Name', 'Scale ID', 'Data Value', 'N'];

/** The files of the official O*NET download, in text. */
export function onetFiles(): Record<string, string> {
  return {
    'Occupation Data.txt': tsv([
      [code, 'Title', 'Description'],
      ['11-0000.01', 'Hive Keepers', 'Keep hives, "all of them'],
      ['11-0000.02', 'Figure Gardeners', 'Tend figures'],
    ]),
    'Alternate Titles.txt': tsv([
      [code, 'Alternate Title', 'Short Title', 'Source(s)'],
      ['11-0000.01', 'Apiary Hand', 'n/a', '08'],
      ['11-0000.02', 'Table Tender', 'n/a', '08'],
    ]),
    'Sample of Reported Titles.txt': tsv([
      [code, 'Reported Job Title', 'Shown in My Next Move'],
      ['11-0000.01', 'Bee Person', 'Y'],
    ]),
    'Task Statements.txt': tsv([
      [code, 'Task ID', 'Task', 'Task Type', 'Incumbents Responding', 'Date', 'Domain Source'],
      ['11-0000.01', '1', 'Open the hive.', 'Core', '3', '08/2023', 'Analyst'],
      ['11-0000.01', '2', 'Close it again.', '', '3', '08/2023', 'Analyst'],
    ]),
    'Skills.txt': tsv([
      rating,
      ['11-0000.01', '2.A.1', 'Patience', 'IM', '4.12', '8'],
      ['11-0000.01', '2.A.1', 'Patience', 'LV', '4.62', '8'],
      ['11-0000.02', '2.A.1', 'Patience', 'IM', '3', '8'],
    ]),
    'Knowledge.txt': tsv([rating, ['11-0000.01', '2.C.1', 'Botany of Meadows', 'IM', '4', '8']]),
    'Technology Skills.txt': tsv([
      [code, 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
      ['11-0000.01', 'Hivelog Pro', '43230000', 'Diary software', 'N', 'N'],
      ['11-0000.02', 'Hivelog Pro', '43230000', 'Diary software', 'N', 'N'],
    ]),
    'Tools Used.txt': tsv([
      [code, 'Example', 'Commodity Code', 'Commodity Title'],
      ['11-0000.01', 'Hive tools', '27110000', 'Hand tools'],
    ]),
  };
}

/** Writes the files into a new folder below `root`, packed where the name says so. */
export async function downloadIn(root: string, name: string, files: Record<string, string | Buffer>): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  for (const [file, content] of Object.entries(files))
    await writeFile(
      join(folder, file),
      file.endsWith('.gz') && typeof content === 'string' ? gzipSync(content) : content,
    );
  return folder;
}
