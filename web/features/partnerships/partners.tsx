import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
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
import { partnersQuery } from './api.ts';
import { PartnerForm } from './partner-form.tsx';
import { PartnerList } from './partner-list.tsx';
import style from './partners.module.css';

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

/** The list of partners, its search, and the dialog that adds one; all in the address (`q`, `add`). */
export function Partners({ organization }: { organization: OurOrganization }) {
  const { partners, general } = useMessages();
  const router = useRouter();
  const [query, setQuery] = useQueryString();
  const [typed, setTyped] = useState(query.q ?? '');
  const search = useRested(typed.trim());
  const list = useInfiniteQuery(partnersQuery(organization.id, search));
  useEffect(() => setQuery({ q: search }), [search, setQuery]);

  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const nobody = list.data !== undefined && items.length === 0 && search === '';
  const add = () => setQuery({ add: 1 }, { push: true });
  return (
    <Page
      title={partners.title}
      actions={
        !nobody && (
          <Buttons>
            <Button kind="act" onClick={add}>
              {partners.add}
            </Button>
            <ImportButton organization={organization} />
          </Buttons>
        )
      }
    >
      {!nobody && (
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
      )}
      {list.isPending && <Loading what={partners.what.list} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {nobody && (
        <NobodyYet onAdd={add}>
          <ImportButton organization={organization} />
        </NobodyYet>
      )}
      {list.data && items.length === 0 && search !== '' && <p>{partners.searchNone({ text: search })}</p>}
      {items.length > 0 && <PartnerList slug={organization.slug} items={items} />}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {general.actions.more}
        </Button>
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
