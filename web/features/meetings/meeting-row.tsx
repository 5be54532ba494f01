import type { MeetingItem } from '../../../server/features/meetings/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Go } from '../../ui/go.tsx';
import { useReaderNow } from '../../clock.tsx';
import { isOver, useTimeSaid } from './said.ts';
import style from './meetings.module.css';

interface MeetingRowProps {
  slug: string;
  item: MeetingItem;
  /** The page is about one partner: their name need not be said again. */
  partnerKnown?: boolean;
}

function Marks({ item }: { item: MeetingItem }) {
  const { row } = useMessages().meetings;
  const reader = useReaderNow();
  const past = item.endsAt !== null && isOver(item.endsAt, reader.now);
  return (
    <span className={style.marks}>
      {item.cancelled && <Badge>{row.cancelled}</Badge>}
      {item.held === true && <Badge>{row.held}</Badge>}
      {item.held === false && <Badge>{row.notHeld}</Badge>}
      {!item.cancelled && !past && item.state === 'proposed' && <Badge>{row.proposed}</Badge>}
      {!item.cancelled && !past && item.mine === 'open' && <Badge tone="strong">{row.yourTurn}</Badge>}
      {item.minutes && <span>{row.minutes}</span>}
      {item.results > 0 && <span>{row.results({ n: item.results })}</span>}
    </span>
  );
}

/** One time of a meeting, or a meeting whose time is still to be found. */
export function MeetingRow({ slug, item, partnerKnown }: MeetingRowProps) {
  const { meetings } = useMessages();
  const said = useTimeSaid();
  const below = [
    !partnerKnown && meetings.with({ partner: item.partner }),
    meetings.ways[item.way],
    item.place,
    item.recurring && meetings.row.repeats,
  ];
  return (
    <li className={style.row} data-item>
      <span className={style.when}>
        {item.startsAt
          ? said({ startsAt: item.startsAt, endsAt: item.endsAt })
          : meetings.row.options({ n: item.options, answered: item.answered, people: item.people })}
      </span>
      <span className={style.words}>
        <Go
          href={paths.meeting(slug, item.partnership, item.id, item.recurring ? item.occurrence : null)}
          className={style.title}
          data-act
        >
          {item.purpose}
        </Go>
        <span className={style.soft}>{below.filter(Boolean).join(' · ')}</span>
      </span>
      <Marks item={item} />
    </li>
  );
}
