import type { FitMatch, ItemRef } from '../../../server/features/fit/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import style from './fit.module.css';
import { reasonSaid } from './reason-words.ts';

/** A need or an offer by its title, whose it is, and how it is known. */
export function Ref({ item }: { item: ItemRef }) {
  const { fit } = useMessages();
  const known = item.known === 'ours' || item.known === 'told' ? undefined : fit.known[item.known];
  return (
    <span className={item.whose === 'ours' ? style.ours : style.theirs} dir="auto">
      {item.title}
      {known && <span className={style.known}> ({known})</span>}
    </span>
  );
}

/** One offer that serves one need: who helps whom, and why it fits. */
export function MatchView({ match, partner }: { match: FitMatch; partner: string }) {
  const messages = useMessages();
  const reader = useReaderNow();
  const { fit } = messages;
  const forUs = match.need.whose === 'ours';
  return (
    <div className={style.match}>
      <p className={style.direction}>
        {forUs ? fit.helpsUs({ partner }) : fit.helpsThem({ partner })} <Badge>{fit.strength[match.strength]}</Badge>
      </p>
      <p className={style.pair}>
        <span className={style.label}>{fit.need}</span> <Ref item={match.need} />
      </p>
      <p className={style.pair}>
        <span className={style.label}>{fit.offer}</span> <Ref item={match.offer} />
      </p>
      <ul className={style.reasons}>
        {match.reasons.map((reason) => (
          <li key={reason.kind}>{reasonSaid(reason, messages, reader)}</li>
        ))}
      </ul>
    </div>
  );
}
