import type { PartnershipItem } from '../../../server/features/partnerships/schema.ts';
import type { Look } from '../../../server/features/stages/schema-views.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import { When } from '../../ui/when.tsx';
import style from './partner-table.module.css';

type Sort = NonNullable<Look['sort']>;
const COLUMNS = ['partner', 'stage', 'since', 'ours', 'theirs', 'last', 'due'] as const;
type Column = (typeof COLUMNS)[number];
const sortOf = (column: Column): Sort => (column === 'partner' ? 'name' : column);

interface PartnerTableProps {
  slug: string;
  items: PartnershipItem[];
  look: Look;
  onSort: (sort: Sort, order: 'up' | 'down') => void;
}

/** The partners with what is countable about them, sorted by any column. */
export function PartnerTable({ slug, items, look, onSort }: PartnerTableProps) {
  const { views } = useMessages();
  const sorted = look.sort ?? 'name';
  const order = look.order ?? 'up';
  return (
    // Wide tables are moved sideways inside, by keys as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={style.scroll} role="region" aria-label={views.table} tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const here = sortOf(column) === sorted;
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={here ? (order === 'up' ? 'ascending' : 'descending') : undefined}
                >
                  <button type="button" onClick={() => onSort(sortOf(column), here && order === 'up' ? 'down' : 'up')}>
                    {views.columns[column]}
                    <span aria-hidden="true">{here ? (order === 'up' ? '↑' : '↓') : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} slug={slug} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ slug, item }: { slug: string; item: PartnershipItem }) {
  const { views, stages, partners } = useMessages();
  const { promises, stageAsked } = item;
  return (
    <tr data-item>
      <th scope="row">
        <Go href={paths.partnership(slug, item.id)} data-act>
          {item.partner.name}
        </Go>
      </th>
      <td>
        {stages.stages[item.stage].name}
        {stageAsked && <small>{views.asked({ stage: stages.stages[stageAsked.to].name })}</small>}
      </td>
      <td>
        <When at={item.stageSince} />
      </td>
      <td className={style.number}>{promises.ours}</td>
      <td className={style.number}>{promises.theirs}</td>
      <td>{item.lastAt ? <When at={item.lastAt} /> : partners.lastNever}</td>
      <td>{promises.nextDue ? <When at={promises.nextDue} /> : views.noDue}</td>
    </tr>
  );
}
