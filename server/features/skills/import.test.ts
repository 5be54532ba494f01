import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { downloadIn, escoFiles, escoTables, onetFiles } from '../../testing/vocabularies.ts';
import { importVocabulary } from './commands-import.ts';
import { esco } from './model-esco.ts';
import { onet } from './model-onet.ts';
import type { VocabularyPlan } from './model-source.ts';

const SHARED = join(import.meta.dirname, '../../../../shared/data/talent');
const now = new Date('2026-11-25T12:00:00Z');

let world: TestDatabase;
let root: string;

beforeAll(async () => {
  world = await testDatabase();
  root = await mkdtemp(join(tmpdir(), 'entente-vocabularies-'));
});
afterAll(async () => {
  await world.close();
  await rm(root, { recursive: true, force: true });
});

let folders = 0;
const inFolder = (files: Record<string, string | Buffer>) => downloadIn(root, `download-${(folders += 1)}`, files);

const bring = (plan: VocabularyPlan, folder: string, version = '1.2.0') =>
  importVocabulary(world.db, plan, folder, { version, now });

async function rows(sql: string): Promise<unknown[][]> {
  return (await world.owner.query({ text: sql, rowMode: 'array' })).rows;
}

const everything = async () => ({
  vocabularies: await rows('select source, version, counts from vocabularies order by 1'),
  skills: await rows('select source, id, kind, name, part_of, description from skills order by 1, 2'),
  names: await rows('select source, skill_id, n, locale, kind, name from skill_names order by 1, 2, 3'),
  words: await rows('select source, skill_id, n, word, ending, length from skill_words order by 1, 2, 3, 4'),
  occupations: await rows('select source, id, code, name, description from occupations order by 1, 2'),
  titles: await rows('select source, occupation_id, n, kind, name from occupation_names order by 1, 2, 3'),
  relations: await rows(
    'select source, occupation_id, skill_id, relation, rating from occupation_skills order by 1, 2, 3, 4',
  ),
  tasks: await rows('select source, occupation_id, id, kind, text from occupation_tasks order by 1, 2, 3'),
});

describe('ESCO', () => {
  test('comes from the official files, with line breaks and quotation marks inside', async () => {
    const counts = await bring(esco, await inFolder(escoFiles()));
    expect(counts).toEqual([
      { file: 'occupations_en.csv', lines: 2, more: { 'alternative labels': 2 } },
      { file: 'skills_en.csv', lines: 3, more: { 'alternative labels': 2 } },
      { file: 'occupationSkillRelations_en.csv', lines: 3, more: { essential: 2, optional: 1 } },
    ]);
    const found = await everything();
    expect(found.occupations).toEqual([
      ['esco', 'o-1', '6123.1', 'hive keeper', 'Keeps hives, and "listens" to them.'],
      ['esco', 'o-2', '2512.9', 'data gardener', 'Tends\nfigures.'],
    ]);
    expect(found.titles.map((row) => row.slice(3))).toEqual([
      ['preferred', 'hive keeper'],
      ['alternative', 'apiary worker'],
      ['alternative', 'hive technician'],
      ['hidden', 'beeperson'],
      ['preferred', 'data gardener'],
    ]);
    expect(found.relations[1]).toEqual(['esco', 'o-1', 's-2', 'optional', null]);
    expect(found.words.filter((row) => row[1] === 's-1').map((row) => row[4])).toEqual([
      'inspect a hive',
      'a hive',
      'hive',
      'check hives',
      'hives',
      'hive inspection',
      'inspection',
    ]);
    const [[attribution]] = (await rows('select attribution from vocabularies')) as [[string]];
    expect(attribution).toContain('uses the ESCO classification of the European Commission');
    expect(attribution).toContain('2011/833/EU');
  });

  test('comes again and replaces what was there; the same files leave the same rows', async () => {
    const folder = await inFolder(escoFiles());
    await bring(esco, folder);
    const before = await everything();
    await bring(esco, folder);
    expect(await everything()).toEqual(before);
    const files = escoFiles();
    files['skills_en.csv'] += `\nK,http://data.europa.eu/esco/skill/s-4,knowledge,,wax,,,,,,,,`;
    await bring(esco, await inFolder(files), '1.2.1');
    expect((await everything()).skills).toHaveLength(4);
    expect(await rows('select source, version from vocabularies')).toEqual([['esco', '1.2.1']]);
  });

  test('takes the Spanish names that lie beside the English ones', async () => {
    const files = escoFiles();
    files['skills_es.csv'] = files['skills_en.csv']!.replace('queen rearing', 'cría de reinas');
    await bring(esco, await inFolder(files));
    expect(await rows(`select locale, name from skill_names where skill_id = 's-2' order by n`)).toEqual([
      ['en', 'queen rearing'],
      ['es', 'cría de reinas'],
    ]);
  });

  test('comes from tables separated by tabs too, packed or not', async () => {
    const { 'skills.tsv': skills = '', ...rest } = escoTables();
    await bring(esco, await inFolder({ ...rest, 'skills.tsv.gz': skills }));
    const found = await everything();
    expect(found.skills.map((row) => row[3])).toEqual(['inspect a hive', 'queen rearing']);
    expect(found.occupations[0]?.[4]).toBe('Keeps "hives.');
    expect(found.relations).toHaveLength(2);
  });

  test('leaves out the odd line that names what is not there, and counts it', async () => {
    const files = escoFiles();
    const line = '\nhttp://data.europa.eu/esco/occupation/o-1,optional,knowledge,http://data.europa.eu/esco/skill/';
    const skills = Array.from({ length: 200 }, (_, index) => `more-${index}`);
    files['skills_en.csv'] += skills.map((id) => `\nK,x/${id},knowledge,,${id},,,,,,,,`).join('');
    files['occupationSkillRelations_en.csv'] += [...skills, 'gone'].map((id) => line + id).join('');
    const counts = await bring(esco, await inFolder(files));
    expect(counts[2]?.more).toMatchObject({ 'left out': 1, optional: 202 });
  });
});

describe('O*NET', () => {
  test('comes from the official text files', async () => {
    const counts = await bring(onet, await inFolder(onetFiles()), '29.2');
    expect(counts.map(({ file, lines }) => [file, lines])).toEqual([
      ['Occupation Data.txt', 2],
      ['Alternate Titles.txt', 2],
      ['Sample of Reported Titles.txt', 1],
      ['Task Statements.txt', 2],
      ['Skills.txt', 3],
      ['Knowledge.txt', 1],
      ['Technology Skills.txt', 2],
      ['Tools Used.txt', 1],
    ]);
    const ofOnet = async (sql: string) => rows(sql);
    expect(
      await ofOnet(
        `select kind, name from occupation_names where source = 'onet' and occupation_id = '11-0000.01' order by n`,
      ),
    ).toEqual([
      ['preferred', 'Hive Keepers'],
      ['alternative', 'Apiary Hand'],
      ['reported', 'Bee Person'],
    ]);
    expect(await ofOnet(`select kind, name, part_of from skills where source = 'onet' order by name`)).toEqual([
      ['knowledge', 'Botany of Meadows', null],
      ['tool', 'Hive tools', 'Hand tools'],
      ['technology', 'Hivelog Pro', 'Diary software'],
      ['skill', 'Patience', null],
    ]);
    expect(
      await ofOnet(
        `select relation, rating from occupation_skills where source = 'onet' and skill_id = '2.A.1' order by occupation_id, relation`,
      ),
    ).toEqual([
      ['importance', 4.12],
      ['level', 4.62],
      ['importance', 3],
    ]);
    expect(await ofOnet(`select kind, text from occupation_tasks order by id`)).toEqual([
      ['core', 'Open the hive.'],
      [null, 'Close it again.'],
    ]);
    const [[attribution]] = (await rows(`select attribution from vocabularies where source = 'onet'`)) as [[string]];
    expect(attribution).toContain('CC BY 4.0');
    expect(attribution).toContain('USDOL/ETA');
  });
});

describe('a bad download is refused in plain words, and nothing is lost', () => {
  const skillsWith = (change: (text: string) => string) => {
    const files = escoFiles();
    return { ...files, 'skills_en.csv': change(files['skills_en.csv']!) };
  };
  const cut = gzipSync(`${escoTables()['skills.tsv']}\n`.repeat(50));
  const CASES: [string, VocabularyPlan, () => Record<string, string | Buffer>, RegExp][] = [
    [
      'a file is missing',
      esco,
      () => ({ 'skills_en.csv': escoFiles()['skills_en.csv']! }),
      /occupations_en.csv, occupationSkillRelations_en.csv are missing/,
    ],
    ['the folder is empty', onet, () => ({}), /no complete O\*NET download: Occupation Data.txt, /],
    [
      'a packed file is cut off',
      esco,
      () => ({ ...without(escoTables(), 'skills.tsv'), 'skills.tsv.gz': cut.subarray(0, cut.length - 20) }),
      /skills.tsv.gz is packed, and cut off/,
    ],
    [
      'a packed file is damaged',
      esco,
      () => ({ ...without(escoTables(), 'skills.tsv'), 'skills.tsv.gz': Buffer.from('no gzip at all') }),
      /cut off or damaged/,
    ],
    [
      'the last line is cut off',
      esco,
      () => skillsWith((text) => text.slice(0, -30)),
      /skills_en.csv is cut off or damaged at line 5/,
    ],
    [
      'a line has too many cells',
      onet,
      () => ({ ...onetFiles(), 'Tools Used.txt': `${onetFiles()['Tools Used.txt']}\n11-0000.01\ta\tb\tc\td` }),
      /Tools Used.txt is cut off or damaged at line 3/,
    ],
    [
      'it is UTF-16',
      esco,
      () => ({ ...escoFiles(), 'skills_en.csv': Buffer.from(`\ufeff${escoFiles()['skills_en.csv']}`, 'utf16le') }),
      /skills_en.csv is not UTF-8/,
    ],
    [
      'it is Latin-1',
      esco,
      () => ({
        ...escoFiles(),
        'skills_en.csv': Buffer.from(
          skillsWith((text) => text.replace('rearing', 'réaring'))['skills_en.csv'],
          'latin1',
        ),
      }),
      /skills_en.csv is not UTF-8/,
    ],
    [
      'it ends within a sign',
      esco,
      () => ({
        ...escoFiles(),
        'skills_en.csv': Buffer.concat([Buffer.from(escoFiles()['skills_en.csv']!), Buffer.from([0xc3])]),
      }),
      /skills_en.csv is not UTF-8/,
    ],
    [
      'its columns are of another version',
      esco,
      () => skillsWith((text) => text.replace('preferredLabel', 'prefLabel')),
      /skills_en.csv lacks the column preferredLabel.*version/,
    ],
    [
      'another language lies under its name',
      onet,
      () => ({ ...onetFiles(), 'Skills.txt': 'a\tb\nc\td' }),
      /Skills.txt lacks the columns O\*NET-SOC Code, Element ID/,
    ],
    ['a file is empty', esco, () => skillsWith(() => ''), /skills_en.csv is empty/],
    ['a file holds its header only', esco, () => skillsWith((text) => text.split('\n')[0]!), /skills_en.csv is empty/],
    [
      'the files are of different versions',
      esco,
      () => ({
        ...escoFiles(),
        'occupationSkillRelations_en.csv': escoFiles()['occupationSkillRelations_en.csv']!.replaceAll('s-1', 'x-1'),
      }),
      /1 of 3 lines name an occupation or a skill/,
    ],
    [
      'a skill comes twice',
      esco,
      () => skillsWith((text) => `${text}\n${text.split('\n').slice(-1)[0]}`),
      /skills_en.csv, at line 6 or a little before, says something twice/,
    ],
    [
      'a relation is unknown',
      esco,
      () => ({
        ...escoFiles(),
        'occupationSkillRelations_en.csv': escoFiles()['occupationSkillRelations_en.csv']!.replace(
          'optional',
          'perhaps',
        ),
      }),
      /occupationSkillRelations_en.csv.*does not belong there/,
    ],
    [
      'a rating is no number',
      onet,
      () => ({ ...onetFiles(), 'Skills.txt': onetFiles()['Skills.txt']!.replace('4.12', 'high') }),
      /Skills.txt.*does not belong there/,
    ],
    [
      'a name is missing',
      esco,
      () => skillsWith((text) => text.replace('"queen rearing"', '""')),
      /skills_en.csv.*does not belong there/,
    ],
    [
      'a field never ends',
      esco,
      () => skillsWith((text) => `${text}\n"K,${'x'.repeat(2_000_000)}`),
      /skills_en.csv is cut off or damaged/,
    ],
  ];

  test.each(CASES)('when %s', async (_title, plan, files, words) => {
    await bring(esco, await inFolder(escoFiles()));
    await bring(onet, await inFolder(onetFiles()), '29.2');
    const before = await everything();
    const refused = await bring(plan, await inFolder(files())).then(
      () => new Error('it was taken'),
      (error: Error) => error,
    );
    expect(refused.message).toMatch(words);
    expect(refused.message).toContain('Nothing was changed.');
    expect(await everything()).toEqual(before);
  });

  test('when there is no such folder', async () => {
    await expect(bring(esco, join(root, 'nowhere'))).rejects.toThrow('There is no folder');
  });
});

function without(files: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([file]) => file !== name));
}

if (!existsSync(SHARED)) console.warn(`SKIPPED: the real ESCO and O*NET. ${SHARED} is not there.`);

describe.skipIf(!existsSync(SHARED))('the real files', () => {
  const count = async (sql: string) => Number((await rows(`select count(*)::int from ${sql}`))[0]?.[0]);

  test('of ESCO 1.2.0 arrive whole', { timeout: 180_000 }, async () => {
    const counts = await bring(esco, join(SHARED, 'esco'));
    expect(counts.map(({ lines }) => lines)).toEqual([3_039, 13_931, 129_004]);
    expect(counts[0]?.more['alternative labels']).toBe(30_373);
    expect(counts[2]?.more).toEqual({ essential: 67_622, optional: 61_382 });
    const of = (table: string, more = '') => count(`${table} where source = 'esco' ${more}`);
    expect(await of('occupations')).toBe(3_039);
    expect(await of('occupation_names', `and kind = 'alternative'`)).toBe(30_373);
    expect(await of('skills')).toBe(13_931);
    expect(await of('occupation_skills', `and relation = 'essential'`)).toBe(67_622);
    expect(await of('occupation_skills', `and relation = 'optional'`)).toBe(61_382);
  });

  test('of O*NET 29.2 arrive whole', { timeout: 180_000 }, async () => {
    const counts = await bring(onet, join(SHARED, 'onet'), '29.2');
    expect(counts.map(({ lines }) => lines)).toEqual([1_016, 56_560, 7_796, 18_796, 61_530, 58_014, 32_627, 41_662]);
    const of = (table: string, more = '') => count(`${table} where source = 'onet' ${more}`);
    expect(await of('occupations')).toBe(1_016);
    expect(await of('occupation_names', `and kind = 'alternative'`)).toBe(56_560);
    expect(await of('occupation_names', `and kind = 'reported'`)).toBe(7_796);
    expect(await of('occupation_tasks')).toBe(18_796);
    expect(await of('occupation_skills', `and relation = 'technology'`)).toBe(32_627);
    expect(await of('occupation_skills', `and relation = 'tool'`)).toBe(41_662);
    expect(await of('occupation_skills', `and relation in ('importance', 'level')`)).toBe(61_530 + 58_014);
    expect(counts.every(({ more }) => more['left out'] === undefined)).toBe(true);
  });
});
