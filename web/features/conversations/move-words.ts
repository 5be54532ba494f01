import type { Move } from '@entente/protocol';
import type { Messages } from '../../../messages/catalogue.ts';
import { deadlineSaid, type ReaderNow } from '../../../messages/format.ts';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { speakerName } from './perspective.ts';

/** Whose move it is, for what and by when, in one sentence; names stand for sides the reader does not speak for. */
export function moveSaid(page: ConversationPage, move: Move, words: Messages, reader: ReaderNow): string {
  const what = words.conversation.waitsFor[move.for];
  const by = deadlineSaid({ ends: move.by, date: move.date }, reader, 'noun');
  if (move.side === 'both') return words.talk.move.both({ what, by });
  return isMine(page, move)
    ? words.talk.move.mine({ what, by })
    : words.talk.move.theirs({ who: speakerName(page, move.side), what, by });
}

/** True when a move is the reader's to make. */
export function isMine(page: ConversationPage, move: Move): boolean {
  const me = page.speaker.speaker;
  return me !== null && (move.side === me || (move.side === 'both' && me !== 'newcomer'));
}

/** True when any open move is the reader's. */
export function isMyMove(page: ConversationPage): boolean {
  return page.view.moves.some((move) => isMine(page, move));
}
