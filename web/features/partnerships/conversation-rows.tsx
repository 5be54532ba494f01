import type { ConversationSummary } from '../../../server/features/conversations/schema.ts';
import { deadlineSaid } from '../../../messages/format.ts';
import { whoseMove } from '../../../messages/ring-shape.ts';
import { ringSaid } from '../../../messages/ring-words.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import { Ring } from '../../ui/ring.tsx';
import { When } from '../../ui/when.tsx';
import style from './conversation-rows.module.css';

type Row = Pick<
  ConversationSummary,
  'id' | 'partnershipId' | 'title' | 'role' | 'partner' | 'state' | 'outcome' | 'lastAt' | 'dueAt' | 'dueDay' | 'ring'
>;

/** How a conversation stands, in words: its outcome once closed, else how far it has come and whose move it is. */
function useStanding(row: Row): string {
  const { ring, conversation } = useMessages();
  const outcomes: Partial<Record<string, string>> = conversation.outcomes;
  if (row.state === 'closed' && row.ring.mark === 'open')
    return outcomes[row.outcome ?? ''] ?? conversation.states.closed;
  if (row.state === 'closed' && row.outcome && row.ring.mark !== 'repaired')
    return outcomes[row.outcome] ?? conversation.states.closed;
  // Between two others nobody is "us": how far it has come is all there is to say.
  return ringSaid(row.ring, row.role ? whoseMove(row.ring.dot, row.role) : undefined, ring, row.partner.name);
}

/** Conversations of one partner: ring, title, how it stands, and when it is due or when something was last said. */
export function ConversationRows({ slug, rows }: { slug: string; rows: Row[] }) {
  return (
    <ul className={style.rows}>
      {rows.map((row) => (
        <ConversationRow key={row.id} slug={slug} row={row} />
      ))}
    </ul>
  );
}

function ConversationRow({ slug, row }: { slug: string; row: Row }) {
  const { talk } = useMessages();
  const reader = useReaderNow();
  const standing = useStanding(row);
  return (
    <li className={style.row} data-item>
      <Ring ring={row.ring} reader={row.role} partner={row.partner.name} size={28} silent />
      <span className={style.words}>
        <Go href={paths.conversation(slug, row.partnershipId, row.id)} className={style.title} data-act>
          {row.title}
        </Go>
        <span className={style.standing}>
          {standing}
          {row.role && <span> · {row.role === 'customer' ? talk.list.asks : talk.list.delivers}</span>}
        </span>
      </span>
      <span className={style.when}>
        {row.state !== 'closed' && row.dueAt ? (
          <time dateTime={row.dueAt}>
            {talk.list.due({ date: deadlineSaid({ ends: row.dueAt, date: row.dueDay ?? undefined }, reader, 'noun') })}
          </time>
        ) : (
          <When at={row.lastAt} />
        )}
      </span>
    </li>
  );
}
