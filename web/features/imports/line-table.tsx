import { useInfiniteQuery } from '@tanstack/react-query';
import type { ImportShape, Outcome, Reason } from '../../../server/features/imports/schema.ts';
import { numberSaid } from '../../../messages/format.ts';
import { useLocale } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { useQueryString } from '../../ui/query-string.ts';
import { linesQuery } from './api.ts';
import style from './imports.module.css';
import { OUTCOMES } from './preview.tsx';

/** Every line of the file, what happens with it and why; narrowed by outcome, a page at a time. The filter stands in the address. */
export function LineTable({ organization, found }: { organization: string; found: ImportShape }) {
  const { locale, messages } = useLocale();
  const { lines: words, preview, reasons } = messages.imports;
  const [query, setQuery] = useQueryString();
  const outcome = OUTCOMES.find((each) => each === query.lines);
  const pages = useInfiniteQuery(linesQuery(organization, found.id, outcome));
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const countOf = (each: Outcome) => numberSaid(found.counts?.[each] ?? 0, locale);
  return (
    <Section title={words.title}>
      <div className={style.filter}>
        <SelectField
          label={words.filter}
          data={[
            { value: '', label: `${words.all} (${numberSaid(found.counts?.lines ?? 0, locale)})` },
            ...OUTCOMES.map((value) => ({ value, label: `${preview.outcomes[value]} (${countOf(value)})` })),
          ]}
          value={outcome ?? ''}
          onChange={(event) => setQuery({ lines: event.currentTarget.value })}
        />
      </div>
      {pages.isPending && <Loading />}
      {pages.error && <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && lines.length === 0 && <p className={style.soft}>{words.none}</p>}
      {lines.length > 0 && (
        <table className={style.table}>
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.reason}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((row) => (
              <tr key={row.line}>
                <td>{numberSaid(row.line, locale)}</td>
                <td>{preview.outcomes[row.outcome]}</td>
                <td>
                  {row.reason && reasons[row.reason as Reason]}
                  {row.detail && <q className={style.detail}>{row.detail}</q>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages.hasNextPage && (
        <div>
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {messages.general.actions.more}
          </Button>
        </div>
      )}
    </Section>
  );
}
