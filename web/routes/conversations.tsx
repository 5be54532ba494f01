import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { listQuery, type ListFilter } from '../features/conversations/api.ts';
import { ConversationItem } from '../features/conversations/conversation-item.tsx';
import { partnerChoiceQuery } from '../features/partnerships/api.ts';
import { useMessages } from '../locale.tsx';
import { paths } from '../paths.ts';
import { useOrganization } from '../session.tsx';
import { Button, GoButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Field, SelectField } from '../ui/field.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { announce } from '../ui/toast.tsx';
import style from '../features/conversations/conversation-list.module.css';

const STATES = ['negotiating', 'performing', 'reported', 'disputed', 'closed'] as const;
const TYPING_MS = 300;

/** Filters live in the address, so that every list can be kept and sent. */
function useFilter(slug: string): [ListFilter, (change: ListFilter) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const word = (name: string) => (search[name] === undefined ? undefined : String(search[name]));
  const filter: ListFilter = { state: word('state'), partnership: word('partnership'), search: word('search') };
  const change = (next: ListFilter) => {
    const kept = Object.entries({ ...filter, ...next }).filter((entry): entry is [string, string] => Boolean(entry[1]));
    const query = new URLSearchParams(kept).toString();
    void navigate({ href: paths.conversations(slug) + (query ? `?${query}` : ''), replace: true });
  };
  return [filter, change];
}

function Filters({
  organization,
  filter,
  initialSearch,
  onChange,
}: {
  organization: string;
  filter: ListFilter;
  initialSearch: string;
  onChange: (change: ListFilter) => void;
}) {
  const { talk, conversation } = useMessages();
  const words = talk.list;
  const partners = useQuery(partnerChoiceQuery(organization));
  const [search, setSearch] = useState(initialSearch);
  useEffect(() => {
    if (search === (filter.search ?? '')) return;
    const timer = setTimeout(() => onChange({ search }), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return (
    <search className={style.filters}>
      <Field
        label={words.search}
        required={false}
        type="search"
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <SelectField
        label={words.state}
        data={[
          { value: '', label: words.anyState },
          ...STATES.map((value) => ({ value, label: conversation.states[value] })),
        ]}
        value={filter.state ?? ''}
        onChange={(event) => onChange({ state: event.currentTarget.value })}
      />
      <SelectField
        label={words.partner}
        data={[
          { value: '', label: words.anyPartner },
          ...(partners.data?.items ?? []).map((each) => ({ value: each.id, label: each.partner.name })),
        ]}
        value={filter.partnership ?? ''}
        onChange={(event) => onChange({ partnership: event.currentTarget.value })}
      />
    </search>
  );
}

/** Every conversation of the organization, newest first. */
export function ConversationsPage() {
  const { id: organization, slug } = useOrganization();
  const { talk, general } = useMessages();
  const words = talk.list;
  const [filter, change] = useFilter(slug);
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    change({ state: '', partnership: '', search: '' });
    setCleared(cleared + 1);
  };
  const list = useInfiniteQuery(listQuery(organization, filter));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Boolean(filter.state ?? filter.partnership ?? filter.search);
  const more = async () => {
    const before = items.length;
    const next = await list.fetchNextPage();
    announce(words.moreLoaded({ n: (next.data?.pages.flatMap((page) => page.items).length ?? before) - before }));
  };
  if (list.data && items.length === 0 && !filtered) {
    return (
      <Page title={words.title}>
        <EmptyState title={words.emptyTitle} example={words.emptyText}>
          <GoButton kind="act" href={paths.partners(slug)}>
            {words.emptyButton}
          </GoButton>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <Filters
        key={cleared}
        initialSearch={cleared === 0 ? (filter.search ?? '') : ''}
        organization={organization}
        filter={filter}
        onChange={change}
      />
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && items.length === 0 && (
        <EmptyState title={words.none}>
          <Button onClick={clear}>{words.clear}</Button>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className={style.list}>
          {items.map((item) => (
            <ConversationItem key={item.id} item={item} slug={slug} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void more()}>
            {general.actions.more}
          </Button>
        </div>
      )}
    </Page>
  );
}
