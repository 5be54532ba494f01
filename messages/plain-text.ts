/**
 * What people type and paste, made fit to be kept: the same on a device and on the server. Words, quotation marks, emoji and marks of
 * direction stay as they are; what a word processor leaves behind and no database takes goes.
 */

/** Most characters of one point. */
export const LONGEST_POINT = 20_000;

/** Paragraphs end with these; a vertical tab is Word's line break inside a paragraph. */
const PARAGRAPH = /\r\n|\r|\n|\u2029/;
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Characters that show nothing: controls, soft hyphens, byte order marks, object placeholders. Joiners of emoji and scripts stay. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\ufeff\ufffc\ufffe\uffff]/g;
const NARROW_SPACES = /[\u00a0\u2007\u202f]/g;
const BULLET =
  /^\s*(?:[\u2022\u00b7\u25aa\u25e6\u25cf\u2043\u2013\uf0a7\uf0b7o-](?:\t+| {2,})|[\u2022\u00b7\u25aa\u25e6\u25cf\uf0a7\uf0b7]\s*)/;

/** Text that can be kept: whole characters, plain line breaks and spaces, nothing unseen; no blanks at either end. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replace(UNSEEN, '')
    .replace(NARROW_SPACES, ' ')
    .replace(/[ \t]+\n/g, '\n')
    .trim();
}

/** Cuts where a text is too long, at a blank if there is one near, and never inside a character. */
function cut(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const blank = Math.max(rest.lastIndexOf(' ', longest), rest.lastIndexOf('\n', longest));
    let at = blank > longest / 2 ? blank : longest;
    const code = rest.charCodeAt(at);
    if (code >= 0xdc00 && code <= 0xdfff) at -= 1;
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...pieces, rest].filter((piece) => piece !== '');
}

/** A text as points: itself, or in pieces where it is longer than a point may be. Empty for a text of blanks. */
export function asPoints(text: string, longest = LONGEST_POINT): string[] {
  return cut(plainText(text), longest);
}

/** Something pasted as points: one for each paragraph, without empty lines and bullets, each as long as a point may be. */
export function pastedPoints(text: string, longest = LONGEST_POINT, most = 500): string[] {
  const paragraphs = text
    .split(PARAGRAPH)
    .map((paragraph) => plainText(paragraph.replace(BULLET, '')))
    .filter((paragraph) => paragraph !== '');
  if (paragraphs.length <= most) return paragraphs.flatMap((paragraph) => cut(paragraph, longest));
  // A whole book: neighbours share a point, so that nothing is lost and the list stays a list.
  const each = Math.ceil(paragraphs.length / most);
  const groups = Array.from({ length: Math.ceil(paragraphs.length / each) }, (_, at) =>
    paragraphs.slice(at * each, (at + 1) * each).join('\n'),
  );
  return groups.flatMap((group) => cut(group, longest));
}
