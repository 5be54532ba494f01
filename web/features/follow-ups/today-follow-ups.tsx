import { useInfiniteQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Go } from '../../ui/go.tsx';
import { followUpsQuery } from './api.ts';
import style from './follow-ups.module.css';
import { ItemRow } from './item-row.tsx';

/** As many as one takes in at a glance; the page has the rest. */
const MOST = 5;

interface TodayFollowUpsProps {
  organization: OurOrganization;
  person: string | undefined;
  partnership: string | undefined;
  /** Conversations that Today shows already: they are not said twice. */
  shown: ReadonlySet<string>;
}

/** On Today: what should not be forgotten beside the moves. Nothing where there is nothing. */
export function TodayFollowUps({ organization, person, partnership, shown }: TodayFollowUpsProps) {
  const { followUps: words } = useMessages();
  const found = useInfiniteQuery(followUpsQuery(organization.id, { person, partnership }));
  const all = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (all.length === 0) return null;
  const items = all.filter((item) => item.conversationId === null || !shown.has(item.conversationId));
  return (
    <section className={style.section} aria-labelledby="follow-ups">
      {items.length > 0 && (
        <>
          <h2 id="follow-ups">
            {words.section}
            <span className={style.count}>{items.length}</span>
          </h2>
          <p className={style.hint}>{words.hint}</p>
          <ul className={style.list}>
            {items.slice(0, MOST).map((item) => (
              <ItemRow key={item.id} organization={organization} item={item} />
            ))}
          </ul>
        </>
      )}
      <p className={style.foot}>
        <Go href={paths.followUps(organization.slug)}>{words.all}</Go>
      </p>
    </section>
  );
}
