import type { Move } from '@entente/protocol';
import type { Messages } from '../../../messages/catalogue.ts';
import { deadlineSaid, type ReaderNow } from '../../../messages/format.ts';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { readerSide, speakerName } from './perspective.ts';

/** Whose move it is, for what and by when, in one sentence; names stand for sides the reader does not speak for. */
export function moveSaid(page: ConversationPage, move: Move, words: Messages, reader: ReaderNow): string {
  const what = words.conversation.waitsFor[move.for];
  const by = deadlineSaid({ ends: move.by }, reader, 'noun');
  if (move.side === 'both') return words.talk.move.both({ what, by });
  const mine = move.side === 'newcomer' ? page.speaker.speaker === 'newcomer' : move.side === readerSide(page);
  return mine
    ? words.talk.move.mine({ what, by })
    : words.talk.move.theirs({ who: speakerName(page, move.side), what, by });
}

/** True when any open move is the reader's. */
export function isMyMove(page: ConversationPage): boolean {
  const me = page.speaker.speaker;
  return me !== null && page.view.moves.some((move) => move.side === me || (move.side === 'both' && me !== 'newcomer'));
}
