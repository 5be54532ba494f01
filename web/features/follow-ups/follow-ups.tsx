import { useInfiniteQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, GoButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Pick } from '../../ui/pick.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { followUpsQuery, type Show, SHOWS } from './api.ts';
import style from './follow-ups.module.css';
import { ItemRow } from './item-row.tsx';

/** Everything to follow up: now, put off, done; mine or everybody's. */
export function FollowUps({ organization }: { organization: OurOrganization }) {
  const { followUps: words, today, general } = useMessages();
  const [query, setQuery] = useQueryString();
  const show = SHOWS.find((one) => one === query.show) ?? 'now';
  const person = query.person === 'everyone' ? 'everyone' : undefined;
  const found = useInfiniteQuery(followUpsQuery(organization.id, { person, show }));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const none = words.none[show];
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<GoButton href={paths.reminders(organization.slug)}>{words.reminders.title}</GoButton>}
    >
      <div className={style.filter}>
        <Pick
          label={today.filters.person}
          value={person ?? ''}
          onPick={(picked) => setQuery({ person: picked })}
          options={[
            ['', today.filters.me],
            ['everyone', today.filters.everyone],
          ]}
        />
      </div>
      <Tabs
        label={words.show.label}
        tabs={SHOWS.map((key: Show) => ({ key, label: words.show[key] }))}
        current={show}
        onChange={(key) => setQuery({ show: key === 'now' ? undefined : key })}
      >
        {found.isPending && <Loading />}
        {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
        {found.data && items.length === 0 && <EmptyState title={none.title}>{none.text}</EmptyState>}
        {items.length > 0 && (
          <ul className={style.list}>
            {items.map((item) => (
              <ItemRow key={item.id} organization={organization} item={item} />
            ))}
          </ul>
        )}
        {found.hasNextPage && (
          <p className={style.foot}>
            <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {general.actions.more}
            </Button>
          </p>
        )}
      </Tabs>
    </Page>
  );
}
