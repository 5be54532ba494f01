import { draftBlanks as english } from './en/draft-blanks.ts';
import { draftBlanks as spanish } from './es/draft-blanks.ts';

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

/** What stands between braces in a draft and can be filled with nothing, as it is written there; each once. */
export function unknownBlanks(draft: string): string[] {
  const unknown = [...draft.matchAll(BLANK)].filter(([, written = '']) => !blanks.has(known(written)));
  return [...new Set(unknown.map(([whole]) => whole))];
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
