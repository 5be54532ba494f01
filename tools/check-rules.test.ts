import { describe, expect, test } from 'vitest';
import { checkRules } from './check-rules.ts';
import { sourceFile } from './rules/source.ts';
import { countStatements } from './rules/sql.ts';

function messagesFor(...files: [path: string, text: string][]): string[] {
  return checkRules(files.map(([path, text]) => sourceFile(path, text))).map((each) => each.message);
}

const BAD: [title: string, path: string, text: string, expected: RegExp][] = [
  ['protocol importing a library', 'packages/protocol/src/a.ts', "import { z } from 'zod';\n", /no dependencies/],
  ['protocol importing trust', 'packages/protocol/src/a.ts', "import { x } from '@entente/trust';\n", /may not import/],
  [
    'matching reaching into the server',
    'packages/matching/src/a.ts',
    "import { x } from '../../../server/config.ts';\n",
    /may not import server/,
  ],
  [
    'the server importing the web',
    'server/app.ts',
    "import { x } from '../web/ui/button.tsx';\n",
    /server may not import web/,
  ],
  [
    'the web importing server code',
    'web/features/a/api.ts',
    "import { x } from '../../../server/features/a/schema.ts';\n",
    /web may not import server/,
  ],
  [
    'the platform importing a feature',
    'server/platform/a.ts',
    "import { x } from '../features/a/queries.ts';\n",
    /platform may not import/,
  ],
  [
    'messages importing the web',
    'messages/en/a.ts',
    "import { x } from '../../web/a.ts';\n",
    /messages may not import/,
  ],
  ['a file outside the vocabulary', 'server/features/a/service.ts', '', /a feature holds only/],
  ['SQL in routes', 'server/features/a/routes.ts', "db.query('select id from acts where id = $1');\n", /no SQL/],
  ['a query that writes', 'server/features/a/queries.ts', "tx.query('insert into acts values (1)');\n", /never write/],
  [
    'a policy that reaches the database',
    'server/features/a/policy.ts',
    "import { inScope } from '../../platform/database.ts';\n",
    /policy never touches/,
  ],
  [
    'a command that reads the session',
    'server/features/a/commands.ts',
    "import { actorOf } from '../identity/gate.ts';\n",
    /never read the session/,
  ],
  [
    'importing the routes of another feature',
    'server/features/a/queries.ts',
    "import { x } from '../b/routes.ts';\n",
    /of another feature/,
  ],
  ['a file of more than 400 lines', 'server/app.ts', 'x;\n'.repeat(401), /hard stop is 400/],
  ['a test of more than 600 lines', 'server/app.test.ts', 'x;\n'.repeat(601), /hard stop is 600/],
  ['a vague name', 'web/ui/string-utils.ts', '', /says nothing/],
  ['a vague folder', 'server/platform/helpers/a.ts', '', /says nothing/],
  ['a barrel', 'server/platform/index.ts', '', /no barrels/],
  ['re-exporting a whole file', 'server/platform/a.ts', "export * from './b.ts';\n", /re-exporting/],
  ['a pure package that reads the clock', 'packages/trust/src/a.ts', 'const now = Date.now();\n', /reads the clock/],
  [
    'a pure package that makes a date from nothing',
    'packages/trust/src/a.ts',
    'const now = new Date();\n',
    /reads the clock/,
  ],
  ['a pure package that rolls dice', 'packages/matching/src/a.ts', 'const x = Math.random();\n', /randomness/],
  [
    'a pure package that reads the environment',
    'packages/protocol/src/a.ts',
    'const x = process.env.HOME;\n',
    /environment/,
  ],
  ['a pure package that calls out', 'packages/protocol/src/a.ts', "fetch('x');\n", /network/],
  ['a route that mints a scope', 'server/features/a/routes.ts', 'mintScope(x);\n', /mints a scope/],
  [
    'a feature that reads the environment',
    'server/features/a/queries.ts',
    'process.env.PORT;\n',
    /reads the environment/,
  ],
  [
    'set_config in a query',
    'server/features/a/queries.ts',
    'tx.query("select set_config(1)");\n',
    /set_config is banned/,
  ],
  [
    'set_config in a migration',
    'server/migrations/0009_x.sql',
    "select set_config('a', 'b', true);\n",
    /set_config is banned/,
  ],
  [
    'two statements between breakpoints',
    'server/migrations/0009_x.sql',
    'select 1;\nselect 2;\n',
    /holds 2 statements/,
  ],
  ['a migration without a number', 'server/migrations/more.sql', 'select 1;\n', /are named/],
];

describe('the rules of the house', () => {
  test.each(BAD)('refuse %s', (_title, path, text, expected) => {
    expect(messagesFor([path, text])).toContainEqual(expect.stringMatching(expected));
  });

  test('refuse features that import each other in a circle', () => {
    const found = messagesFor(
      ['server/features/a/queries.ts', "import { b } from '../b/queries.ts';\n"],
      ['server/features/b/queries.ts', "import { c } from '../c/policy.ts';\n"],
      ['server/features/c/commands.ts', "import { a } from '../a/commands.ts';\n"],
    );
    expect(found).toEqual(['features import each other in a circle: a -> b -> c -> a']);
  });

  test('note, without failing, when files grow long on the whole', () => {
    const files = Array.from({ length: 10 }, (_, n) => sourceFile(`server/a${n}.ts`, 'x;\n'.repeat(300)));
    expect(checkRules(files).map((each) => each.soft)).toEqual([true, true]);
  });

  test.each([
    [
      'the web importing the types of the server',
      'web/a.ts',
      "import type { x } from '../server/features/a/schema.ts';\n",
    ],
    ['a test of a pure package using fast-check', 'packages/protocol/src/a.test.ts', "import fc from 'fast-check';\n"],
    ['parts of a long file of the vocabulary', 'server/features/a/commands-append.ts', ''],
    ['a comment that names what is forbidden', 'packages/protocol/src/a.ts', '// never Date.now()\n'],
    [
      'a function body full of semicolons',
      'server/migrations/0009_x.sql',
      'create function f() as $$ begin; end; $$;\n',
    ],
  ])('accept %s', (_title, path, text) => {
    expect(messagesFor([path, text])).toEqual([]);
  });
});

test('statements are counted outside of quotes, dollar quotes and comments', () => {
  expect(countStatements('-- a; b\nselect \';\' /* ; */ , "a;b", $x$ ; $x$')).toBe(1);
  expect(countStatements('select 1; select 2')).toBe(2);
  expect(countStatements('-- nothing;\n')).toBe(0);
});
