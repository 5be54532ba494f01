import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { takeMail } from '../server/features/mail-in/commands-take.ts';
import { landTaken } from '../server/features/mail-in/jobs.ts';
import { addressFor, postOf } from '../server/features/mail/commands.ts';
import { inScope } from '../server/platform/database.ts';
import { mintScope } from '../server/platform/scope.ts';
import { print, scratchFolder, startHouse } from './house.ts';
import { type Setting, settle } from './setting.ts';

const samples = join(import.meta.dirname, '../server/testing/mail-samples');
/** Answers as people write them: text, text and HTML, HTML alone, with a file, in other character sets. */
const written = [
  '01-gmail-text.eml',
  '02-gmail-alternative.eml',
  '03-html-only-gmail.eml',
  '05-outlook-rule.eml',
  '06-outlook-html-only.eml',
  '08-apple-mail.eml',
  '10-thunderbird.eml',
];
const mails = 1400;
const warmUp = 140;
const OURS = 'answers@entente.example';

/**
 * Mails a second through parsing, storing (the mail on disk, its row committed) and landing as words in a talk, one after the
 * other as a mailbox gives them, against mailparser alone over the same mails, before and after.
 */
export async function run(): Promise<void> {
  const folder = await scratchFolder();
  const house = await startHouse(folder.path, 'web');
  try {
    const setting = await settle(house);
    try {
      await measure(setting);
    } finally {
      await setting.close();
    }
  } finally {
    await house.stop();
    await folder.remove();
  }
}

async function measure({ platform, person }: Setting): Promise<void> {
  const parts = { ...platform, config: { ...platform.config, answerAddress: OURS } };
  const partner = await person.json(`${person.base}/partnerships`, { json: { name: 'Bench Works' }, status: 201 });
  const raws = await lettersTo(parts, person, partner.id);
  const [first, rest] = [raws.slice(0, warmUp), raws.slice(warmUp)];
  await parserAlone(first);
  const before = await parserAlone(rest);
  await through(parts, first, true);
  const half = Math.floor(rest.length / 2);
  const stored = await through(parts, rest.slice(0, half), false);
  const landed = await through(parts, rest.slice(half), true);
  const parsed = (before + (await parserAlone(rest))) / 2;
  print({
    bench: 'mail',
    step: 'parsed and stored',
    ratio: stored / parsed,
    per_second: stored,
    parser_per_second: parsed,
  });
  print({ bench: 'mail', step: 'and landed', ratio: landed / parsed, per_second: landed, parser_per_second: parsed });
}

/** So many different answers of one person, each to a talk of its own, so that nobody writes more than people do. */
async function lettersTo(
  parts: Setting['platform'],
  person: Setting['person'],
  partnership: string,
): Promise<Buffer[]> {
  const originals = written.map((name) => readFileSync(join(samples, name), 'latin1'));
  const raws: Buffer[] = [];
  let to = '';
  for (let n = 0; n < mails; n += 1) {
    if (n % 40 === 0) to = await newTalk(parts, person, partnership, n);
    const original = originals[n % originals.length] ?? '';
    const raw = original
      .replace(/^From: .*$/m, `From: ${person.name} <${person.email}>`)
      .replace(/^To: .*$/m, `To: ${to}`)
      .replace(/^Message-ID: .*$/m, `Message-ID: <bench-${n}@norte.example>`);
    raws.push(Buffer.from(raw, 'latin1'));
  }
  return raws;
}

async function newTalk(
  parts: Setting['platform'],
  person: Setting['person'],
  partnership: string,
  n: number,
): Promise<string> {
  const thread = await person.json(`${person.base}/partnerships/${partnership}/threads`, {
    json: { subject: `Talk ${n}`, text: 'How many?' },
    status: 201,
  });
  const address = await inScope(parts.db, mintScope(person.organization.id), (tx) =>
    addressFor(tx, postOf(parts), {
      organization: person.organization.id,
      to: { email: person.email, personId: person.id },
      answers: { kind: 'thread', partnership, subject: thread.id },
      now: parts.clock.now(),
    }),
  );
  return address ?? '';
}

async function parserAlone(raws: Buffer[]): Promise<number> {
  const began = performance.now();
  for (const raw of raws) await simpleParser(raw);
  return (raws.length * 1000) / (performance.now() - began);
}

async function through(parts: Setting['platform'], raws: Buffer[], lands: boolean): Promise<number> {
  const began = performance.now();
  for (const raw of raws) {
    const taken = await takeMail(parts, { raw, size: raw.length });
    if (!taken.fresh) throw new Error('a mail of the bench was taken for one that came before');
    if (lands) await landTaken(parts, {}, taken);
  }
  return (raws.length * 1000) / (performance.now() - began);
}
