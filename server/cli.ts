import { parseArgs } from 'node:util';
import { VERSION } from './platform/version.ts';
import { AppError } from './platform/problem.ts';

/** One thing the command line can do. `run` gets the words behind its name and returns the exit code. */
export interface Command {
  summary: string;
  run(args: string[]): Promise<number>;
}

/** Every command, by its words. A command loads its own code when it is called. */
const COMMANDS: Record<string, Command> = {
  start: {
    summary: 'start Entente, as npm start does; with --demo a made-up world',
    async run() {
      await import('./main.ts');
      return new Promise(() => undefined);
    },
  },
  'import commitments': {
    summary: 'bring in a history from a CSV file',
    run: async (args) => (await import('./cli-import.ts')).importCommand(args, 'commitments'),
  },
  'import esco': {
    summary: 'bring in the skills and occupations of ESCO',
    run: async (args) => (await import('./cli-vocabulary.ts')).vocabularyCommand(args, 'esco'),
  },
  'import onet': {
    summary: 'bring in the occupations and skills of O*NET',
    run: async (args) => (await import('./cli-vocabulary.ts')).vocabularyCommand(args, 'onet'),
  },
  'import undo': {
    summary: 'take an import back',
    run: async (args) => (await import('./cli-import.ts')).importCommand(args, 'undo'),
  },
};

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  entente ${name.padEnd(28)}${summary}`);
  return [
    'Entente: two organizations make promises and keep them.',
    '',
    'Usage:',
    ...lines,
    '',
    'Settings are read from the environment: PORT, ENTENTE_DATA, DATABASE_URL, SMTP_URL, MAIL_FROM, PUBLIC_URL, ENTENTE_ROLE, LOG_LEVEL.',
  ].join('\n');
}

/** The command with the most words that the arguments begin with. */
function find(args: string[]): { command: Command; rest: string[] } | undefined {
  for (let words = Math.min(args.length, 3); words > 0; words -= 1) {
    const command = COMMANDS[args.slice(0, words).join(' ')];
    if (command) return { command, rest: args.slice(words) };
  }
  return undefined;
}

async function main(args: string[]): Promise<number> {
  const found = find(args);
  if (found) return found.command.run(found.rest);
  const { values } = parseArgs({
    args,
    options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } },
    strict: false,
  });
  if (values.version) {
    console.log(VERSION);
    return 0;
  }
  const unknown = args.find((each) => !each.startsWith('-'));
  if (unknown) console.error(`There is no command "${unknown}".\n`);
  console.log(help());
  return unknown ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
}
