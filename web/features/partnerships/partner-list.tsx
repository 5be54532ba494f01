import type { PartnershipItem } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import { RingCluster } from '../../ui/ring.tsx';
import { When } from '../../ui/when.tsx';
import { movesSaid } from './moves-said.ts';
import style from './partner-list.module.css';
import { Presence } from './presence.tsx';

/** Everybody we work with: the cluster of rings, whose moves are open, and when we last heard. A row is one link. */
export function PartnerList({ slug, items }: { slug: string; items: PartnershipItem[] }) {
  const { partners } = useMessages();
  const { columns } = partners;
  return (
    <div className={style.list}>
      <div className={style.heads} aria-hidden="true">
        <span />
        <span>{columns.partner}</span>
        <span>{columns.moves}</span>
        <span>{columns.last}</span>
      </div>
      <ul className={style.rows}>
        {items.map((item) => (
          <PartnerRow key={item.id} slug={slug} item={item} />
        ))}
      </ul>
    </div>
  );
}

function PartnerRow({ slug, item }: { slug: string; item: PartnershipItem }) {
  const messages = useMessages();
  const { partners } = messages;
  const moves = movesSaid(item, messages);
  return (
    <li className={style.row} data-item>
      <span className={style.rings}>
        <RingCluster rings={item.rings.map(({ ring, role }) => ({ ring, reader: role }))} size={56} />
      </span>
      <span className={style.partner}>
        <Go href={paths.partnership(slug, item.id)} className={style.name} data-act>
          {item.partner.name}
        </Go>
        <span className={style.under}>
          {item.partner.domain && <span className={style.domain}>{item.partner.domain}</span>}
          <Presence item={item} />
        </span>
      </span>
      <span className={style.moves}>
        {moves.ours && <span className={style.ours}>{moves.ours}</span>}
        {moves.theirs && <span className={style.theirs}>{moves.theirs}</span>}
        {moves.plain && <span className={style.none}>{moves.plain}</span>}
      </span>
      <span className={style.last}>
        <span className={style.lastLabel}>{partners.columns.last}: </span>
        {item.lastAt ? <When at={item.lastAt} /> : partners.lastNever}
      </span>
    </li>
  );
}
