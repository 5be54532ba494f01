import { daySaid } from '../../../messages/format.ts';
import type { Disclosed, Item } from '../../../server/features/needs/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import style from './needs.module.css';

type Shown = Pick<Item, 'kind' | 'title' | 'skills' | 'amount' | 'startsOn' | 'endsOn' | 'urgency'> & {
  detail: string | null;
  owner?: Item['owner'] | Disclosed['owner'];
};

/** What a need or an offer says, wherever it is shown. */
export function ItemBody({ item, children }: { item: Shown; children?: React.ReactNode }) {
  const { needs } = useMessages();
  const reader = useReaderNow();
  const day = (each: string | null) => (each ? daySaid(each, reader) : null);
  const owner = typeof item.owner === 'string' ? item.owner : item.owner?.name;
  const facts = [
    item.amount,
    needs.frame({ from: day(item.startsOn), to: day(item.endsOn) }),
    item.urgency && needs.urgencies[item.urgency],
    owner && needs.answersForIt({ name: owner }),
  ].filter(Boolean);
  return (
    <>
      <span className={style.line}>
        <strong className={style.title} dir="auto">
          {item.title}
        </strong>
        <Badge>{needs.kinds[item.kind]}</Badge>
        {children}
      </span>
      {item.detail && (
        <p className={style.detail} dir="auto">
          {item.detail}
        </p>
      )}
      {item.skills.length > 0 && <p className={style.facts}>{item.skills.join(' · ')}</p>}
      {facts.length > 0 && <p className={style.facts}>{facts.join(' · ')}</p>}
    </>
  );
}
