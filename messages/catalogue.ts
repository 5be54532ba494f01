import { messages as en } from './en/messages.ts';
import { messages as es } from './es/messages.ts';
import type { Locale } from './locale.ts';
import type { ActWords } from './en/acts.ts';
import type { ActKey } from './act-key.ts';

/** Every word people read, typed by the English. Functions take one object of ready-made words or numbers. */
export type Messages = Omit<typeof en, 'acts'> & { acts: Record<ActKey, ActWords> };

const ALL: Record<Locale, Messages> = { en, es };

/** All words in one language: for the server. The web loads one language only (`web/locale.tsx`). */
export function messagesFor(locale: Locale): Messages {
  return ALL[locale];
}
