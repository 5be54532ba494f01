import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedUp, signUp } from '../../testing/people.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { downloadIn, escoFiles, onetFiles } from '../../testing/vocabularies.ts';
import { importVocabulary } from './commands-import.ts';
import { endingsOf, typed } from './model.ts';
import { esco } from './model-esco.ts';
import { onet } from './model-onet.ts';
import type { SkillList } from './schema.ts';

let server: TestServer;
let a: SignedUp;

beforeAll(async () => {
  server = await testServer();
  a = await signUp(server, { organization: 'Universidad', name: 'Ana' });
});
afterAll(() => server.close());

const find = (search: string, more = ''): Promise<SkillList> =>
  a.json(`${a.base}/skills?search=${encodeURIComponent(search)}${more}`);
const names = async (search: string, more = '') => (await find(search, more)).items.map(({ name }) => name);

describe('skills while typing', () => {
  test('come from the starter vocabulary before anything is imported', async () => {
    expect(await find('python')).toEqual({
      items: [{ id: 'starter:python', name: 'Python', also: null, source: 'starter' }],
      attributions: [],
    });
    expect((await names('prog'))[0]).toBe('Programming');
  });

  test('are found by any word of any name, without accents, in both languages', async () => {
    const [learning] = (await find('apren', '&limit=1')).items;
    expect(learning).toMatchObject({ also: expect.stringMatching(/^apren/i) });
    expect(await names('automatico')).toContain('Machine learning');
    expect(await names('automatico', '&locale=es')).toContain('Aprendizaje automático');
    expect(await names('AUTOMÁTICO', '&locale=es')).toEqual(await names('automatico', '&locale=es'));
  });

  test('come exact ones first, then from the beginning, then from a later word, shorter ones first', async () => {
    const { items } = await find('data', '&limit=50');
    const found = items.map(({ name }) => name);
    const ranks = items.map(({ name, also }) => {
      const answers = [name, also ?? ''].map(typed);
      if (answers.includes('data')) return 0;
      return answers.some((answer) => answer.startsWith('data')) ? 1 : 2;
    });
    expect(found[0]).toBe('Data work');
    expect(ranks).toEqual(ranks.toSorted());
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
    expect(await names('data', '&limit=50')).toEqual(found);
    expect(await names('data', '&limit=3')).toEqual(found.slice(0, 3));
  });

  test('are none for nothing and for what nobody knows, and a refusal for too much', async () => {
    expect(await names('falconry of the moon')).toEqual([]);
    expect(await names('%')).toEqual([]);
    expect(await names("';--")).toEqual([]);
    expect(await names('')).toEqual([]);
    await a.json(`${a.base}/skills?search=${'x'.repeat(101)}`, { status: 400 });
    await a.json(`${a.base}/skills?search=x&limit=51`, { status: 400 });
  });

  test('come from imported vocabularies after the starter, once for each name, and say whose they are', async () => {
    const root = await mkdtemp(join(tmpdir(), 'entente-skills-'));
    const bring = async (plan: typeof esco, files: Record<string, string>) =>
      importVocabulary(server.database.db, plan, await downloadIn(root, plan.source, files), {
        version: '1',
        now: new Date(),
      });
    await bring(esco, escoFiles());
    await bring(onet, onetFiles());
    await rm(root, { recursive: true });
    expect(await names('python')).toEqual(['Python']);
    const { items, attributions } = await find('hiv');
    expect(items).toEqual([
      { id: 'onet:technology-43230000-Hivelog Pro', name: 'Hivelog Pro', also: null, source: 'onet' },
      { id: 'esco:s-1', name: 'inspect a hive', also: 'hive inspection', source: 'esco' },
    ]);
    expect(attributions).toHaveLength(2);
    expect(await names('hive insp')).toEqual(['inspect a hive']);
    // A tool is no skill, and is offered to nobody.
    expect(await names('hive tools')).toEqual([]);
  });
});

describe('what was typed', () => {
  test('is compared folded, every sign but + and # a space', () => {
    expect(typed('  C++ / C#, «Ñandú»  ')).toBe('c++ c# nandu');
    expect(endingsOf('Machine-learning (supervised)')).toEqual([
      'machine learning supervised',
      'learning supervised',
      'supervised',
    ]);
    expect(endingsOf('…')).toEqual([]);
  });
});
