import type { ReactNode } from 'react';
import style from './chart.module.css';

export interface ChartColumn {
  text: string;
  /** Figures stand right, under each other. */
  figures?: boolean;
}

export interface ChartRow {
  key: string;
  /** One for each column; the first names the row. */
  cells: readonly ReactNode[];
}

export interface ChartTableProps {
  /** What opens it: "Show as a table". */
  show: string;
  /** What the table holds, for screen readers. */
  caption: string;
  columns: readonly ChartColumn[];
  rows: readonly ChartRow[];
}

/** The table behind a chart: everything the picture shows, and to the digit. */
export function ChartTable({ show, caption, columns, rows }: ChartTableProps) {
  const side = (index: number) => (columns[index]?.figures ? style.figures : undefined);
  return (
    <details className={style.behind}>
      <summary>{show}</summary>
      <table className={style.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={side(index)}>
                {column.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...rest] }) => (
            <tr key={key}>
              <th scope="row" className={side(0)}>
                {name}
              </th>
              {rest.map((cell, index) => (
                <td key={index} className={side(index + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** What a sign of the picture means, in words; the sign is drawn about the middle of 20 by 16. */
export function KeyEntry({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li>
      <svg width={20} height={16} viewBox="-10 -8 20 16" aria-hidden="true">
        {sign}
      </svg>
      {children}
    </li>
  );
}

/** The signs of a picture in one quiet line under it. */
export function ChartKey({ children }: { children: ReactNode }) {
  return <ul className={style.key}>{children}</ul>;
}
