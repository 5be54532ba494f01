import type { ActShape, ConversationPage } from '../../../server/features/conversations/schema.ts';

/** The text an act carries, wherever its kind keeps it. */
function commitOf({ saying }: ActShape): string | undefined {
  if (saying.kind === 'propose') return saying.proposal.text;
  if ('text' in saying && typeof saying.text === 'string') return saying.text;
  return saying.kind === 'request' || saying.kind === 'offer' ? saying.terms.what : undefined;
}

/** The last act that took effect, and the last words, which may be older: what one answers. */
export function lastWords(page: ConversationPage): { act?: ActShape; spoken?: { act: ActShape; text: string } } {
  const valid = page.acts.filter((act) => act.void === null && !act.denied);
  for (const act of valid.toReversed()) {
    const text = page.texts[commitOf(act) ?? '']?.text;
    if (text) return { act: valid.at(-1), spoken: { act, text } };
  }
  return { act: valid.at(-1) };
}
