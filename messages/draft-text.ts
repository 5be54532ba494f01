import { draftBlanks as english, draftExample as englishExample } from './en/draft-blanks.ts';
import { draftBlanks as spanish, draftExample as spanishExample } from './es/draft-blanks.ts';
import type { starterDrafts } from './en/drafts.ts';
import type { Locale } from './locale.ts';

export type DraftBlank = keyof typeof english;

/** Every name by which a blank can be written, in any language: a draft keeps working when its reader's language is another. */
const blanks = new Map<string, DraftBlank>(
  [english, spanish].flatMap((each) =>
    Object.entries(each).map(([blank, written]) => [known(written), blank as DraftBlank] as const),
  ),
);
const BLANK = /\{([^{}\n]{1,40})\}/g;

function known(written: string): string {
  return written.trim().toLowerCase().normalize('NFC');
}

type DraftKey = keyof typeof starterDrafts;
const always: readonly DraftBlank[] = ['name', 'partner', 'sender', 'organization'];

/** What is known when each draft is written: nobody has a last time with somebody they never spoke with. */
export const blanksOf: Record<DraftKey, readonly DraftBlank[]> = {
  progress: [...always, 'subject', 'day'],
  overdue: [...always, 'subject', 'day'],
  cadence: [...always, 'day'],
  first: always,
  pair: [...always, 'day'],
  readback: [...always, 'subject', 'day'],
  thanks: [...always, 'day'],
  heard: [...always, 'day'],
};

/** Whom and what a draft is about, where nothing real is known: in the language of the draft, whatever its reader's is. */
export const draftExamples = { en: englishExample, es: spanishExample } satisfies Record<Locale, object>;

/** How a blank is written in a language, with its braces. */
export function writtenBlank(blank: DraftBlank, locale: Locale): string {
  return `{${(locale === 'es' ? spanish : english)[blank]}}`;
}

/** What stands between braces in the words of a draft and can be filled with nothing, as it is written there; each once. */
export function unknownBlanks(words: string, draft: DraftKey): string[] {
  const unknown = [...words.matchAll(BLANK)].filter(([, written = '']) => {
    const blank = blanks.get(known(written));
    return !blank || !blanksOf[draft].includes(blank);
  });
  return [...new Set(unknown.map(([whole]) => whole))];
}

/** Whether a brace stands alone in the words of a draft: it would be sent as it is. */
export function hasLooseBrace(words: string): boolean {
  return /[{}]/.test(words.replace(BLANK, ''));
}

/**
 * A draft with its blanks filled in. What is not known is left out, together with the space or comma before it, so that nobody is greeted
 * as a gap; what is no blank stays as it was written, and what is filled in is never read for blanks again.
 */
export function fillDraft(draft: string, values: Partial<Record<DraftBlank, string>>): string {
  const filled = draft.replace(/(,? )?\{([^{}\n]{1,40})\}/g, (whole, before: string | undefined, written: string) => {
    const blank = blanks.get(known(written));
    if (!blank) return whole;
    const value = values[blank];
    return value ? `${before ?? ''}${value}` : '';
  });
  return filled.replace(/[ \t]+$/gm, '').trim();
}
