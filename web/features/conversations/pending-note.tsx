import { deadlineSaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { useConversation } from './context.tsx';
import { readerSide, speakerName } from './perspective.ts';
import style from './conversation.module.css';

/** A proposal that waits, and that what was agreed holds meanwhile. */
export function PendingNote() {
  const { page } = useConversation();
  const { talk } = useMessages();
  const reader = useReaderNow();
  const { pending } = page.conversation;
  if (!pending || page.view.state === 'closed') return null;
  const what = talk.pending.what[pending.proposal.kind];
  const by = deadlineSaid(pending.replyBy, reader, 'noun');
  const mine = pending.by === readerSide(page);
  return (
    <p className={`${style.pending} ${mine ? '' : style.theirs}`}>
      {mine ? talk.pending.mine({ what, by }) : talk.pending.theirs({ who: speakerName(page, pending.by), what, by })}{' '}
      <a href={`#act-${pending.act.slice(0, 12)}`}>{talk.evidenceFrom}</a>
    </p>
  );
}
