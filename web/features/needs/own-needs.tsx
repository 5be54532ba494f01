import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Item, Nature } from '../../../server/features/needs/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Go } from '../../ui/go.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { itemsQuery } from './api.ts';
import { ItemBody } from './item-body.tsx';
import { ItemForm } from './item-form.tsx';
import { ItemMenu } from './item-menu.tsx';
import { itemStatuses, natures } from './lists.ts';
import style from './needs.module.css';

/** Our own needs and offers: kept once, and with whom we told how much. */
export function OwnNeeds({ organization }: { organization: OurOrganization }) {
  const { needs } = useMessages();
  const [query, setQuery] = useQueryString();
  const status = itemStatuses.find((each) => each === query.status) ?? 'open';
  return (
    <Page title={needs.own.title} lead={needs.own.lead({ organization: organization.name })} width="broad">
      <div className={style.filter}>
        <SelectField
          label={needs.own.show}
          value={status}
          data={itemStatuses.map((each) => ({ value: each, label: needs.statuses[each] }))}
          onChange={(event) =>
            setQuery({ status: event.currentTarget.value === 'open' ? undefined : event.currentTarget.value })
          }
        />
      </div>
      <div className={style.columns}>
        {natures.map((nature) => (
          <OwnColumn key={nature} organization={organization} nature={nature} status={status} />
        ))}
      </div>
    </Page>
  );
}

function OwnColumn({
  organization,
  nature,
  status,
}: {
  organization: OurOrganization;
  nature: Nature;
  status: Item['status'];
}) {
  const { needs, general } = useMessages();
  const list = useInfiniteQuery(itemsQuery(organization.id, nature, status));
  const [writing, setWriting] = useState(false);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button onClick={() => setWriting(true)}>
      <PlusIcon size={16} />
      {needs.add[nature]}
    </Button>
  );
  return (
    <Section
      title={needs.own.natures[nature]}
      {...(items.length > 0 && { count: items.length })}
      actions={items.length > 0 && add}
    >
      {list.isPending && <Loading what={needs.own.natures[nature]} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <EmptyState
          title={needs.own.none[status][nature]}
          example={status === 'open' ? needs.own.example[nature] : undefined}
        >
          {status === 'open' && add}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className={style.items}>
          {items.map((item) => (
            <OwnItem key={item.id} organization={organization} item={item} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {general.actions.more}
        </Button>
      )}
      <Dialog opened={writing} onClose={() => setWriting(false)} title={needs.add[nature]}>
        <ItemForm organization={organization.id} nature={nature} onDone={() => setWriting(false)} />
      </Dialog>
    </Section>
  );
}

/** One item of our book, and whom we told how much of it. */
function OwnItem({ organization, item }: { organization: OurOrganization; item: Item }) {
  const { needs } = useMessages();
  return (
    <li className={style.item} data-item>
      <ItemBody item={item}>
        <ItemMenu organization={organization.id} item={item} />
      </ItemBody>
      <p className={style.facts}>
        {item.disclosures.length === 0 ? needs.own.toldNobody : `${needs.own.told} `}
        {item.disclosures.map((one, index) => (
          <span key={one.partnership}>
            {index > 0 && ' · '}
            <Go href={paths.roomNeeds(organization.slug, one.partnership)}>{one.partner}</Go> (
            {needs.levelsShort[one.level]})
          </span>
        ))}
        {item.status === 'open' && (
          <>
            {' · '}
            <Go href={paths.fitAcross(organization.slug, item.id)}>{needs.own.who[item.nature]}</Go>
          </>
        )}
      </p>
    </li>
  );
}
