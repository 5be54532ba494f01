import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MeetingFilter } from '../../../server/features/meetings/schema-requests.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { meetingsQuery } from './api.ts';
import { MeetingRow } from './meeting-row.tsx';
import { itemKey } from './said.ts';
import style from './meetings.module.css';

interface MeetingListProps {
  organization: OurOrganization;
  when: MeetingFilter['when'];
  /** Of one partner; else of all. */
  partnership?: string;
  title: string;
  note?: string;
  /** Shown where there is none; without it the whole section is left out. */
  none?: ReactNode;
}

/** Meetings of one kind under their title. */
export function MeetingListed({ organization, when, partnership, title, note, none }: MeetingListProps) {
  const { meetings, general } = useMessages();
  const list = useInfiniteQuery(meetingsQuery(organization.id, when, partnership));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0 && !list.error && !none) return null;
  return (
    <Section title={title} note={items.length > 0 ? note : undefined}>
      {list.isPending && <Loading what={meetings.what} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && <p className={style.soft}>{none}</p>}
      {items.length > 0 && (
        <ul className={style.list}>
          {items.map((item) => (
            <MeetingRow
              key={itemKey(item)}
              slug={organization.slug}
              item={item}
              partnerKnown={partnership !== undefined}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {general.actions.more}
          </Button>
        </div>
      )}
    </Section>
  );
}
