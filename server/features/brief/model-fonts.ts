import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

/** The typefaces of the product, as the PDF embeds them. */
export type Face = 'sans' | 'strong' | 'serif';

interface Cut {
  name: string;
  bytes: Buffer;
  has: (codePoint: number) => boolean;
}

const require = createRequire(import.meta.url);
/** Latin first, because most text needs no other file. */
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];
const FILES: Record<Face, [family: string, weight: number]> = {
  sans: ['source-sans-3', 400],
  strong: ['source-sans-3', 600],
  serif: ['source-serif-4', 600],
};

const cuts = new Map<Face, Cut[]>();

/** Whether a code point lies in ranges as style sheets write them: `U+0000-00FF,U+0131`. */
function within(ranges: string): (codePoint: number) => boolean {
  const pairs = ranges.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (codePoint) => pairs.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** The files of a face, read once. */
export function cutsOf(face: Face): Cut[] {
  const known = cuts.get(face);
  if (known) return known;
  const [family, weight] = FILES[face];
  const ranges = JSON.parse(readFileSync(require.resolve(`@fontsource/${family}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  const read = SCRIPTS.map((script) => ({
    name: `${face}-${script}`,
    bytes: readFileSync(require.resolve(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`)),
    has: within(ranges[script] ?? ''),
  }));
  cuts.set(face, read);
  return read;
}

/** Stands for what none of the files can draw. */
const UNKNOWN = '\u00b7';

export interface Run {
  cut: string;
  text: string;
}

/** A text as stretches that one file each can draw. Scripts that none of them has are marked, not lost silently. */
export function runsOf(text: string, face: Face): Run[] {
  const all = cutsOf(face);
  const first = all[0];
  if (!first) return [];
  const runs: Run[] = [];
  let unknown = false;
  for (const character of text.normalize('NFC').replaceAll(/\p{Cf}|\p{Mn}/gu, '')) {
    const codePoint = character.codePointAt(0) ?? 0;
    const found = all.find((cut) => cut.has(codePoint));
    if (!found && unknown) continue;
    unknown = !found;
    const cut = (found ?? first).name;
    const last = runs.at(-1);
    const drawn = found ? character : UNKNOWN;
    if (last?.cut === cut) last.text += drawn;
    else runs.push({ cut, text: drawn });
  }
  return runs;
}
