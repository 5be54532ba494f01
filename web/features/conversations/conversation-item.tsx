import type { Outcome } from '@entente/protocol';
import { daySaid, dayOf, deadlineSaid } from '../../../messages/format.ts';
import { whoseMove } from '../../../messages/ring-shape.ts';
import type { ConversationSummary } from '../../../server/features/conversations/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import { Ring } from '../../ui/ring.tsx';
import style from './conversation-list.module.css';

/** Whose move it is, or what became of it, in a few words. */
function useStanding(): (item: ConversationSummary) => { text: string; mine: boolean } {
  const { talk, conversation } = useMessages();
  const reader = useReaderNow();
  return (item) => {
    const move = item.moves[0];
    const outcomes: Partial<Record<string, string>> = conversation.outcomes satisfies Record<Outcome, string>;
    if (!move) return { text: outcomes[item.outcome ?? ''] ?? conversation.states[item.state], mine: false };
    const what = conversation.waitsFor[move.for];
    const by = deadlineSaid({ ends: move.by, date: move.date }, reader, 'noun');
    const whose = whoseMove(move.side, item.role);
    if (whose === 'both') return { text: talk.move.both({ what, by }), mine: true };
    if (item.role !== null && whose === 'ours') return { text: talk.move.mine({ what, by }), mine: true };
    return { text: talk.move.theirs({ who: item.partner.name, what, by }), mine: false };
  };
}

/** One conversation in a list: ring, title, partner, whose move, and the date. */
export function ConversationItem({ item, slug }: { item: ConversationSummary; slug: string }) {
  const { talk } = useMessages();
  const reader = useReaderNow();
  const standing = useStanding()(item);
  return (
    <li className={style.item} data-item="">
      <Go className={style.link} href={paths.conversation(slug, item.partnershipId, item.id)}>
        <Ring ring={item.ring} reader={item.role} size={32} partner={item.partner.name} />
        <span>
          <span className={style.title}>{item.title}</span>
          <span className={style.meta}>
            {item.partner.name}
            {item.role && `, ${item.role === 'customer' ? talk.list.asks : talk.list.delivers}`} ·{' '}
            <span className={standing.mine ? style.mine : undefined}>{standing.text}</span>
          </span>
        </span>
        <span className={style.dates}>
          {item.dueAt && item.state !== 'closed'
            ? talk.list.due({
                date: deadlineSaid({ ends: item.dueAt, date: item.dueDay ?? undefined }, reader, 'noun'),
              })
            : daySaid(dayOf(item.lastAt, reader.zone), reader)}
        </span>
      </Go>
    </li>
  );
}
