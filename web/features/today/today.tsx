import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import { dayOf, fullDay } from '../../../messages/format.ts';
import type { TodayPage } from '../../../server/features/today/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { TodayFollowUps } from '../follow-ups/today-follow-ups.tsx';
import { WaitingSteps } from '../stages/waiting-steps.tsx';
import { beginningsQuery, colleaguesQuery, todayQuery } from './api.ts';
import { Filters } from './filters.tsx';
import { FirstPromise } from './first-promise.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { isFiltered, readTodaySearch } from './search.ts';
import { TodaySection } from './section.tsx';
import style from './today.module.css';
import { useBeginnings } from './use-beginnings.ts';

const COLUMNS = [
  ['mine', 'theirs'],
  ['quiet', 'soon'],
] as const;

function isEmpty(page: TodayPage): boolean {
  return page.mine.items.length + page.theirs.items.length + page.quiet.items.length + page.soon.items.length === 0;
}

/** The home page: my move and their move in the middle; what goes quiet and what is due soon beside them. `above`: what is asked first. */
export function Today({ organization, above }: { organization: OurOrganization; above?: ReactNode }) {
  const { today, partners } = useMessages();
  const reader = useReaderNow();
  const me = usePerson();
  const [query, setQuery] = useQueryString();
  const search = useMemo(() => readTodaySearch(query), [query]);
  const found = useQuery(todayQuery(organization.id, search));
  const colleagues = useQuery(colleaguesQuery(organization.id)).data ?? [];
  const beginnings = useBeginnings(organization);
  const unfold = useCallback((entry: string | undefined) => setQuery({ entry }), [setQuery]);
  const page = found.data;
  const quiet = page !== undefined && isEmpty(page) && !isFiltered(search);
  const ever = useQuery({ ...beginningsQuery(organization.id), enabled: quiet }).data?.items.length;
  const nothing = quiet && ever === 0;
  const shown = useMemo(
    () => new Set(page ? COLUMNS.flat().flatMap((name) => page[name].items.map((one) => one.id)) : []),
    [page],
  );
  const nameOf = (person: string | null) =>
    person === null || person === me.id ? undefined : colleagues.find((each) => each.personId === person)?.name;
  return (
    <Page title={today.title} lead={fullDay(dayOf(reader.now, reader.zone), reader.locale)} width="broad">
      {beginnings.steps.length > 0 && <FirstPromise {...beginnings} />}
      {!nothing && (
        <Filters
          organization={organization}
          search={search}
          onChange={(change) => setQuery({ ...change, entry: undefined })}
        />
      )}
      {above}
      <WaitingSteps organization={organization} />
      {found.isPending && <Loading what={partners.what.today} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {nothing && <NothingYet organization={organization} withButton={beginnings.steps.length === 0} />}
      {page && !nothing && (
        <TodayFollowUps
          organization={organization}
          person={search.person}
          partnership={search.partnership}
          shown={shown}
        />
      )}
      {page && !nothing && (
        <div className={style.columns} aria-busy={found.isPlaceholderData || undefined}>
          {COLUMNS.map((column) => (
            <div key={column[0]} className={style.column}>
              {column.map((name) => (
                <TodaySection
                  key={name}
                  organization={organization}
                  name={name}
                  items={page[name].items}
                  more={page[name].more}
                  filtered={isFiltered(search)}
                  everybody={search.person !== undefined}
                  entry={search.entry}
                  onEntry={unfold}
                  onMore={search.limit ? undefined : () => setQuery({ limit: 100 })}
                  nameOf={nameOf}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </Page>
  );
}
