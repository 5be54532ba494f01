import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { limits } from '@entente/protocol';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '../messages/catalogue.ts';
import { readConfig } from '../server/config.ts';
import { CLAIM_DAYS } from '../server/features/claims/policy.ts';
import { fileLimit, looseLimit } from '../server/features/files/schema.ts';
import { importField, importLimit, lineLimit, reason } from '../server/features/imports/schema.ts';
import { FRESH_LINKS, LINK_DAYS } from '../server/features/links/policy.ts';
import { AppError, PROBLEM_CODES, problemOf } from '../server/platform/problem.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGES = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: ROOT }).toSorted();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const plain = (text: string): string => text.replaceAll('’', "'");

/** A page without its examples, in which nothing is a link. */
const prose = (path: string): string => read(path).replace(/^```[\s\S]*?^```/gm, '');

/** The names by which a page's headings can be linked to. */
function anchorsOf(path: string): string[] {
  const headings = [...prose(path).matchAll(/^#+ (.+)$/gm)].map((found) => found[1] ?? '');
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

/** The first cells, or all, of the table between two marks. */
function tableIn(path: string, mark: string): string[][] {
  const table = new RegExp(`<!-- ${mark} -->\n([\\s\\S]*?)\n<!-- /${mark} -->`).exec(read(path))?.[1] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

/** Every message of the catalogue as it may stand on a screen, an ellipsis for what is filled in. */
function screenWords(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(new Proxy({}, { get: () => '…' })))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(screenWords) : [];
}

describe('the pages', () => {
  test.each(PAGES)('%s links only to what is there', (page) => {
    const broken = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
      if (/^[a-z]+:/.test(target)) return [];
      const [path = '', anchor] = target.split('#');
      const there = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, there))) return [target];
      return anchor && !anchorsOf(there).includes(anchor) ? [target] : [];
    });
    expect(broken).toEqual([]);
  });

  test.each(PAGES)('%s names only files that are there', (page) => {
    const roots = ['', 'server', 'server/features', 'packages', 'web', 'docs', dirname(page)];
    const named = [...prose(page).matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|tsx|sql|css|js))`/g)].map(
      (found) => found[1] ?? '',
    );
    expect(named.filter((path) => !roots.some((root) => existsSync(join(ROOT, root, path))))).toEqual([]);
  });

  test('say every decision in the index, each under a number of its own', () => {
    const files = PAGES.filter((page) => /^docs\/decisions\/(?!README)/.test(page)).map((page) => page.slice(15));
    const listed = [...read('docs/decisions/README.md').matchAll(/^\| (\d{4}) \| \[[^\]]+\]\(([^)]+)\)/gm)];
    expect(listed.map(([, , file]) => file)).toEqual(files);
    expect(listed.map(([, number, file]) => file?.startsWith(`${number}-`))).toEqual(files.map(() => true));
    expect(new Set(listed.map(([, number]) => number)).size).toBe(files.length);
  });

  test('show pictures that are there and not heavy', () => {
    const pictures = PAGES.flatMap((page) =>
      [...read(page).matchAll(/(?:src(?:set)?="|!\[[^\]]*\]\()([^")\s]+\.png)/g)].map((found) =>
        join(dirname(page), found[1] ?? ''),
      ),
    );
    expect(pictures.filter((path) => statSync(join(ROOT, path)).size > 300 * 1024)).toEqual([]);
  });
});

describe('what the pages say of the code', () => {
  const names = [...new Set([...read('server/config.ts').matchAll(/\bget\('([A-Z_]+)'\)/g)].map((found) => found[1]))];

  test.each(['README.md', 'docs/operating.md'])(
    'the settings in %s are those that are read, with what holds without them',
    (page) => {
      const table = new Map(tableIn(page, 'settings').map(([name, without]) => [name, without]));
      expect([...table.keys()].toSorted()).toEqual(names.toSorted());
      const config = readConfig({});
      expect(table.get('PORT')).toBe(String(config.port));
      expect(table.get('ENTENTE_ROLE')).toBe(config.role);
      expect(table.get('LOG_LEVEL')).toBe(config.logLevel);
      expect(table.get('PUBLIC_URL')?.replace('PORT', String(config.port))).toBe(config.publicUrl);
      expect(table.get('MAIL_FROM')?.replace('HOST', 'localhost')).toContain(config.mailFrom);
      expect(config.dataFolder).toBe(join(process.cwd(), table.get('ENTENTE_DATA')?.split(' ')[0] ?? ''));
    },
  );

  test('the README counts the steps to a first promise as the story does', () => {
    const [, asker, guest] = /STEPS = \{ asker: (\d+), guest: (\d+) \}/.exec(read('e2e/first-promise.test.ts')) ?? [];
    expect(read('README.md')).toContain(
      `${asker} presses and filled fields until a partner is asked, ${guest} for the guest`,
    );
  });

  test('the codes of problems are the closed list, with their status and title', () => {
    const codes = PROBLEM_CODES.map((code) => problemOf(new AppError(code, '')));
    expect(tableIn('docs/api.md', 'problems')).toEqual(
      codes.map((each) => [each.code, String(each.status), each.title]),
    );
  });

  test('the guide explains every button of every act', () => {
    const guide = plain(read('docs/guide/conversations.md'));
    const buttons = Object.values(messagesFor('en').acts).map((act) => plain(act.button));
    expect(buttons.filter((button) => !guide.includes(`**${button}**`))).toEqual([]);
  });

  test('what the guide sets in italics stands on a screen', () => {
    const words = screenWords(messagesFor('en')).map((text) => plain(text).toLowerCase());
    const foreign = PAGES.filter((page) => page.startsWith('docs/guide/')).flatMap((page) => {
      const quoted = [
        ...prose(page)
          .replaceAll(/\*\*[^*]+\*\*/g, '')
          .matchAll(/(?<![\w])_([^_]+)_(?![\w])/g),
      ].map((found) => found[1] ?? '');
      const unknown = quoted.filter((text) => {
        const said = plain(text).replaceAll(/\s+/g, ' ').toLowerCase();
        return !words.some((each) => each.includes(said));
      });
      return unknown.map((text) => `${page}: ${text}`);
    });
    expect(foreign).toEqual([]);
  });

  test('the guide names every reason and every field of an import', () => {
    const guide = read('docs/guide/importing.md');
    expect([...reason.options, ...importField.options].filter((word) => !guide.includes(`\`${word}\``))).toEqual([]);
  });

  test('the guide calls places, sections and states as the screen does', () => {
    const { today, partners, mails, organization } = messagesFor('en');
    const said: [string, string[]][] = [
      ['today', [today.mine, today.theirs, today.quiet, today.soon, today.answer, today.open]],
      ['partners', Object.values(partners.presenceShort)],
      ['mails', [...Object.values(mails.page.state), mails.page.retry]],
      [
        'first-steps',
        [...Object.values(organization.people.roles), organization.people.mayPromise, organization.duties.title],
      ],
    ];
    const missing = said.flatMap(([page, words]) => {
      const text = plain(read(`docs/guide/${page}.md`));
      return words.filter((word) => !text.includes(plain(word))).map((word) => `${page}: ${word}`);
    });
    expect(missing).toEqual([]);
  });

  test('the limits in the operating page are those of the code', () => {
    const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
    const page = read('docs/operating.md').replaceAll(/ +/g, ' ');
    for (const limit of [
      `| One attached file | ${megabytes(fileLimit)}; ${limits.filesPerEntry} for one act; ${looseLimit} uploaded`,
      `| One import | ${megabytes(importLimit)} unpacked, ${lineLimit.toLocaleString('en')} lines |`,
      `| A guest's link | ${LINK_DAYS} days, one binding answer; ${FRESH_LINKS} fresh ones an hour |`,
      `the offer of a side: ${CLAIM_DAYS} days`,
      `${limits.conditions} conditions`,
    ])
      expect(page).toContain(limit);
  });
});
