import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { guestNeedsQuery } from './api.ts';
import style from './needs.module.css';
import { ToldItems } from './told-items.tsx';

/** What the other side tells a guest of its needs and offers; nothing where it tells nothing. */
export function GuestNeeds({ link, partner }: { link: string; partner: string }) {
  const { needs } = useMessages();
  const found = useQuery(guestNeedsQuery(link));
  if (!found.data) return null;
  const { disclosed, counted } = found.data;
  if (disclosed.length === 0 && counted.needs + counted.offers === 0) return null;
  return (
    <section className={style.guest}>
      <h2>{needs.guest.title({ partner })}</h2>
      <ToldItems told={found.data} partner={partner} />
    </section>
  );
}
