import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { importVocabulary } from './features/skills/commands-import.ts';
import { esco } from './features/skills/model-esco.ts';
import { onet } from './features/skills/model-onet.ts';
import type { Source } from './features/skills/model-source.ts';
import { createLog } from './platform/log.ts';
import { AppError } from './platform/problem.ts';
import { openPlatform } from './process.ts';

const help = `entente import esco DIR [--version 1.2.0]
entente import onet DIR [--version 29.2]

DIR holds the unpacked official download: of ESCO the CSV files in English (and, beside them, in Spanish
if you wish), of O*NET the text files. What was imported before is replaced; if anything is wrong with the
files, nothing is changed.

  --version TEXT   the version, where the name of the folder does not say it`;

const options = { version: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** `entente import esco DIR`, `entente import onet DIR`: beside a running server or without one. */
export async function vocabularyCommand(args: string[], source: Source): Promise<number> {
  const { values, positionals } = parsed(args);
  const [folder] = positionals;
  if (values.help || !folder || positionals.length > 1) {
    console.log(help);
    return values.help ? 0 : 1;
  }
  const plan = source === 'esco' ? esco : onet;
  const version = values.version ?? versionIn(folder);
  const platform = await openPlatform(readConfig(process.env), createLog({ level: 'warn' }), { attach: true });
  try {
    await importVocabulary(platform.db, plan, folder, {
      version,
      now: platform.clock.now(),
      onFile: ({ file, lines, more }) => {
        const others = Object.entries(more).map(([what, number]) => `, ${number} ${what}`);
        console.log(`${file}: ${lines} lines${others.join('')}`);
      },
    });
  } finally {
    await platform.db.close();
  }
  console.log(`\n${plan.title}${version ? ` ${version}` : ''} is here.\n${plan.attribution}`);
  return 0;
}

/** "db_29_2_text" and "ESCO dataset - v1.2.0 - …" say their version; other names say nothing. */
function versionIn(folder: string): string {
  const name = folder.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  return /(?<![\d.])\d{1,2}(?:[._]\d{1,2}){1,2}(?![\d.])/.exec(name)?.[0].replaceAll('_', '.') ?? '';
}

function parsed(args: string[]) {
  try {
    const found = parseArgs({ args, options, allowPositionals: true });
    if ((found.values.version ?? '').length > 40) throw new Error('A version has at most 40 characters.');
    return found;
  } catch (cause) {
    throw new AppError('invalid', `${(cause as Error).message}\n\n${help}`, {}, { cause });
  }
}
