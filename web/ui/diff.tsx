import type { ReactNode } from 'react';
import { useMessages } from '../locale.tsx';
import { wordDiff, type DiffPart } from './word-diff.ts';
import style from './diff.module.css';

export interface DiffRow {
  name: string;
  /** Absent: there was none. */
  before?: string;
  after?: string;
}

type Change = 'same' | 'changed' | 'added' | 'removed';

function changeOf(row: DiffRow): Change {
  if (row.before === row.after) return 'same';
  if (!row.before) return 'added';
  return row.after ? 'changed' : 'removed';
}

function Part({ part }: { part: DiffPart }): ReactNode {
  if (part.change === 'added') return <ins>{part.text}</ins>;
  if (part.change === 'removed') return <del>{part.text}</del>;
  return part.text;
}

function Side({ row, change, side }: { row: DiffRow; change: Change; side: 'before' | 'after' }): ReactNode {
  const { general } = useMessages();
  const text = row[side];
  if (!text) return general.diff.none;
  if (change !== 'changed') return text;
  const hidden = side === 'before' ? 'added' : 'removed';
  return wordDiff(row.before ?? '', row.after ?? '')
    .filter((part) => part.change !== hidden)
    .map((part, index) => <Part key={index} part={part} />);
}

export interface DiffProps {
  rows: DiffRow[];
  /** Headings of the two columns, such as "What you asked" and "What they suggest". */
  before?: string;
  after?: string;
  /** What is compared, for screen readers. */
  caption: string;
}

/** Two sets of terms side by side, each line saying in a word what became of it; under each other on a phone. */
export function Diff({ rows, before, after, caption }: DiffProps) {
  const { general } = useMessages();
  const words = general.diff;
  const titles = { before: before ?? words.before, after: after ?? words.after };
  return (
    <table className={style.diff}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{caption}</span>
          </th>
          <th scope="col">{titles.before}</th>
          <th scope="col">{titles.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const change = changeOf(row);
          return (
            <tr key={index} className={change === 'same' ? style.same : style.changed}>
              <th scope="row" className={style.name}>
                {row.name}
                <span className={style.mark}>{words[change]}</span>
              </th>
              <td>
                <span className={style.label}>{titles.before}</span>
                <Side row={row} change={change} side="before" />
              </td>
              <td>
                <span className={style.label}>{titles.after}</span>
                <Side row={row} change={change} side="after" />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
