import type { Snippet } from './schema.ts';

const BEFORE = 50;
const AFTER = 110;

/** One character without its accents and capitals, as app.plain of the database has it. */
function foldCharacter(character: string): string {
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** The words of a text as they are compared. */
export function wordsOf(text: string): string[] {
  return [
    ...new Set(
      [...text]
        .map(foldCharacter)
        .join('')
        .split(/[^\p{L}\p{N}]+/u),
    ),
  ].filter((word) => word !== '');
}

/** Whether every word begins some word of the text. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const own = wordsOf(text);
  return words.every((word) => own.some((each) => each.startsWith(word)));
}

/** Where the first of the words begins in the text, and how long it is there; counted in UTF-16 units of the text as it is written. */
function firstMatch(text: string, words: readonly string[]): { from: number; to: number } | undefined {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let n = 0; n < plain.length; n += 1) starts.push(at);
    folded += plain;
    at += character.length;
  }
  starts.push(text.length);
  let best: { at: number; length: number } | undefined;
  for (const word of words) {
    const found = beginningOf(folded, word);
    if (found >= 0 && (!best || found < best.at || (found === best.at && word.length > best.length)))
      best = { at: found, length: word.length };
  }
  return best && { from: starts[best.at] ?? 0, to: starts[best.at + best.length] ?? text.length };
}

function beginningOf(folded: string, word: string): number {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) return at;
  }
  return -1;
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ');

/** A line of the text around the first word that was searched for; the beginning of the text if none stands there. */
export function snippetOf(text: string, words: readonly string[]): Snippet {
  const match = firstMatch(text, words) ?? { from: 0, to: 0 };
  let from = Math.max(0, match.from - BEFORE);
  if (from > 0) {
    const space = text.slice(from, match.from).search(/\s/u);
    if (space >= 0) from += space + 1;
  }
  let to = Math.min(text.length, match.to + AFTER);
  if (to < text.length) {
    const space = text.slice(match.to, to).search(/\s\S*$/u);
    if (space >= 0) to = match.to + space;
  }
  const cut = (start: number, end: number) => oneLine(text.slice(start, end).toWellFormed().replaceAll('�', ''));
  return {
    before: `${from > 0 ? '…' : ''}${cut(from, match.from)}`.trimStart(),
    match: cut(match.from, match.to),
    after: `${cut(match.to, to)}${to < text.length ? '…' : ''}`.trimEnd(),
  };
}
