import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Look, View } from '../../../server/features/stages/schema-views.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons, GoButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { partnerChoiceQuery, partnersQuery, viewsQuery } from './api.ts';
import { Board } from './board.tsx';
import { isBare, lookQuery, readLook } from './look.ts';
import { PartnerFilters } from './partner-filters.tsx';
import { PartnerForm } from './partner-form.tsx';
import { PartnerList } from './partner-list.tsx';
import { PartnerTable } from './partner-table.tsx';
import style from './partners.module.css';
import { ViewsMenu, viewAddress } from './views-menu.tsx';

const REST_MS = 250;

/** What is typed, once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** A bare address gives way to the view that this person begins with. */
function useFirstView(slug: string, query: Record<string, string>, views: View[] | undefined, known: boolean): boolean {
  const router = useRouter();
  const bare = isBare(query) && !query.add;
  const first = bare ? views?.find((view) => view.opens) : undefined;
  useEffect(() => {
    if (first) void router.navigate({ href: viewAddress(slug, first), replace: true });
  }, [first, router, slug]);
  return first !== undefined || (bare && !known);
}

/** Everybody we work with, as a list, a board by stage or a table; narrowed, sorted and kept as views. All of it stands in the address. */
export function Partners({ organization }: { organization: OurOrganization }) {
  const { partners, views: words } = useMessages();
  const router = useRouter();
  const [query, setQuery] = useQueryString();
  const look = useMemo(() => readLook(query), [query]);
  const kept = useQuery(viewsQuery(organization.id));
  const views = kept.data?.items;
  const leaving = useFirstView(organization.slug, query, views, !kept.isPending);
  const anybody = useQuery(partnerChoiceQuery(organization.id)).data;
  const nobody = anybody?.items.length === 0;
  const add = () => setQuery({ add: 1 }, { push: true });
  return (
    <Page
      title={partners.title}
      width="broad"
      actions={
        !nobody && (
          <Buttons>
            <Button kind="act" onClick={add}>
              {partners.add}
            </Button>
            <ImportButton organization={organization} />
            <ViewsMenu
              organization={organization}
              look={look}
              views={views ?? []}
              opened={views?.find((view) => view.id === query.view)}
              onOpened={(view) => setQuery({ ...lookQuery(look), view })}
            />
          </Buttons>
        )
      }
    >
      {nobody && (
        <NobodyYet onAdd={add}>
          <ImportButton organization={organization} />
        </NobodyYet>
      )}
      {!nobody && !leaving && (
        <Tabs
          label={words.as.label}
          tabs={(['list', 'board', 'table'] as const).map((key) => ({ key, label: words.as[key] }))}
          current={look.as}
          onChange={(as) => setQuery({ as }, { push: true })}
        >
          <Narrowing look={look} onChange={setQuery} />
          {look.as === 'board' ? (
            <Board organization={organization} look={look} />
          ) : (
            <Rows organization={organization} look={look} onChange={setQuery} />
          )}
        </Tabs>
      )}
      <Dialog opened={query.add === '1'} onClose={() => setQuery({ add: undefined })} title={partners.form.title}>
        <PartnerForm
          organization={organization}
          onAdded={(added) =>
            void router.navigate({ href: paths.partnership(organization.slug, added.id), replace: true })
          }
          onCancel={() => setQuery({ add: undefined })}
        />
      </Dialog>
    </Page>
  );
}

interface LookProps {
  look: Look;
  onChange: (change: Record<string, string | undefined>) => void;
}

/** The search and the filters. */
function Narrowing({ look, onChange }: LookProps) {
  const { partners } = useMessages();
  const [typed, setTyped] = useState(look.search ?? '');
  const rested = useRested(typed.trim());
  const said = useRef(look.search ?? '');
  useEffect(() => {
    if (rested === said.current) return;
    said.current = rested;
    onChange({ q: rested });
  }, [rested, onChange]);
  // The address changed by another way: a view was opened, or the filters were cleared.
  const given = look.search ?? '';
  useEffect(() => {
    if (given === said.current) return;
    said.current = given;
    setTyped(given);
  }, [given]);
  return (
    <div className={style.narrow}>
      <div className={style.search}>
        <Field
          label={partners.search}
          optional={false}
          required={false}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-reply
        />
      </div>
      <PartnerFilters look={look} onChange={onChange} />
    </div>
  );
}

/** The list or the table, page after page. */
function Rows({ organization, look, onChange }: LookProps & { organization: OurOrganization }) {
  const { partners, general, views } = useMessages();
  const list = useInfiniteQuery(partnersQuery(organization.id, look));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const none = list.data && items.length === 0;
  return (
    <div className={style.results} aria-busy={list.isPlaceholderData || undefined}>
      {list.isPending && <Loading what={partners.what.list} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {none && (
        <p>
          {look.search && !look.stage && !look.presence && !look.quiet && !look.mine
            ? partners.searchNone({ text: look.search })
            : views.filters.none}
        </p>
      )}
      {items.length > 0 &&
        (look.as === 'table' ? (
          <PartnerTable
            slug={organization.slug}
            items={items}
            look={look}
            onSort={(sort, order) =>
              onChange({ sort: sort === 'name' ? undefined : sort, order: order === 'down' ? order : undefined })
            }
          />
        ) : (
          <PartnerList slug={organization.slug} items={items} />
        ))}
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {general.actions.more}
          </Button>
        </div>
      )}
    </div>
  );
}

function NobodyYet({ onAdd, children }: { onAdd: () => void; children: ReactNode }) {
  const { empty } = useMessages().partners;
  return (
    <EmptyState title={`${empty.title} ${empty.text}`} example={`${empty.exampleLabel}: ${empty.example}`}>
      <Buttons>
        <Button kind="act" onClick={onAdd} data-act>
          {empty.act}
        </Button>
        {children}
      </Buttons>
    </EmptyState>
  );
}

/** For whoever may import: the promises a spreadsheet holds already. */
function ImportButton({ organization }: { organization: OurOrganization }) {
  const { imports } = useMessages();
  if (organization.role === 'member') return null;
  return <GoButton href={paths.import(organization.slug)}>{imports.open}</GoButton>;
}
