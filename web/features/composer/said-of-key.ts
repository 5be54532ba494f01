import type { Speaker } from '@entente/protocol';
import type { Messages } from '../../../messages/catalogue.ts';
import type { FormKey } from './form-key.ts';
import { wordsOf } from './meaning.ts';

/** How the history will tell the act behind a button: "Nova promised". */
export function saidOfKey(key: FormKey, speaker: Speaker | null, words: Messages, who: string): string {
  return wordsOf(key, speaker, words.acts).said({ who });
}
