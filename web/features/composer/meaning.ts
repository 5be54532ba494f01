import type { Speaker } from '@entente/protocol';
import { actKey } from '../../../messages/act-key.ts';
import type { Messages } from '../../../messages/catalogue.ts';
import type { ActWords } from '../../../messages/en/acts.ts';
import { deadlineSaid, type ReaderNow } from '../../../messages/format.ts';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { type FormKey, partsOf } from './form-key.ts';

export function wordsOf(key: FormKey, speaker: Speaker | null, acts: Messages['acts']): ActWords {
  return acts[actKey(partsOf(key), speaker === 'newcomer' || speaker === null ? undefined : speaker)];
}

/** The name of the side that will read what `speaker` says. */
export function listenerOf(page: ConversationPage, speaker: Speaker | null): string {
  if (speaker === 'customer') return page.sides.performer.name;
  return speaker === 'performer'
    ? page.sides.customer.name
    : `${page.sides.customer.name}, ${page.sides.performer.name}`;
}

/** The due date that a button speaks of: the agreed one, or the one on the table. */
function dueSaid(page: ConversationPage, words: Messages, reader: ReaderNow): string | undefined {
  const { agreement, terms } = page.conversation;
  const due = agreement?.due ?? terms.terms.due;
  if (!due || 'days' in due) return undefined;
  return deadlineSaid(due, reader, 'noun');
}

/** One line that says what pressing a button will mean, with names and dates filled in. */
export function meaningOf(
  page: ConversationPage,
  key: FormKey,
  speaker: Speaker | null,
  words: Messages,
  reader: ReaderNow,
): string {
  const pending = page.conversation.pending;
  if (key === 'consent' && pending) return words.composer.consentMeans[pending.proposal.kind];
  const { negotiation } = page.conversation;
  return wordsOf(key, speaker, words.acts).means({
    partner: listenerOf(page, speaker),
    due: dueSaid(page, words, reader),
    replyBy: negotiation && deadlineSaid(negotiation.replyBy, reader, 'noun'),
  });
}
