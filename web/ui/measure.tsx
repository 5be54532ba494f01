import type { ReactNode } from 'react';
import style from './measure.module.css';

export type MeasureTrend = 'better' | 'same' | 'worse';

export interface MeasureProps {
  /** What is measured. */
  name: ReactNode;
  /** "84%", or a phrase: "too early to say". */
  figure: string;
  /** From how many, in words: "from 14 promises". */
  n?: ReactNode;
  /** Where it may lie, in words: "most likely between 70% and 92%". */
  interval?: ReactNode;
  /** The arrow says better or worse, not up or down; the word says it too. */
  trend?: { way: MeasureTrend; text: string };
  /** Anything more: a link to what is behind it. */
  children?: ReactNode;
}

const ARROWS: Record<MeasureTrend, string> = {
  better: 'M3 13L12 4M5.5 4H12V10.5',
  same: 'M2 8H13M8.5 3.5L13 8L8.5 12.5',
  worse: 'M3 3L12 12M12 5.5V12H5.5',
};

/** Longer than this it is a phrase and set as one. */
const FIGURE_LENGTH = 8;

function Trend({ way, text }: { way: MeasureTrend; text: string }) {
  return (
    <dd className={`${style.trend} ${way === 'same' ? style.same : ''}`}>
      <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
        <path d={ARROWS[way]} />
      </svg>
      {text}
    </dd>
  );
}

/** One figure with its words: what, how much, from how many, how sure, and whether it got better. Stands in `Measures`. */
export function Measure({ name, figure, n, interval, trend, children }: MeasureProps) {
  return (
    <div className={style.measure}>
      <dt>{name}</dt>
      <dd className={figure.length > FIGURE_LENGTH ? style.phrase : style.figure}>{figure}</dd>
      {interval && <dd className={style.words}>{interval}</dd>}
      {n && <dd className={style.words}>{n}</dd>}
      {trend && <Trend {...trend} />}
      {children && <dd className={style.more}>{children}</dd>}
    </div>
  );
}

/** Measures side by side, as many as fit. */
export function Measures({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <dl className={style.measures} aria-label={label}>
      {children}
    </dl>
  );
}
