import { useId, type ReactNode } from 'react';
import { ChartKey, ChartTable, KeyEntry, type ChartColumn } from './chart-table.tsx';
import { trendShape, type TrendShape, type TrendValue } from './trend-shape.ts';
import chart from './chart.module.css';
import style from './trend-line.module.css';

export type TrendMark = 'kept' | 'broken' | 'repaired';

export interface TrendPoint extends TrendValue {
  /** The moment as the reader says it: "12 June". */
  text: string;
  /** What happened then, for the table and on hover. */
  label?: string;
  mark?: TrendMark;
}

export interface TrendLineProps {
  /** What the picture shows, in a sentence that stands for it. */
  name: string;
  /** Oldest first. Without any, nothing is shown: say so in words instead. */
  points: readonly TrendPoint[];
  /** A share between 0 and 1 as the reader writes it: "84%", "84 %". */
  percent: (share: number) => string;
  /** Said where there is no value: "too early to say". */
  unknownWord: string;
  markWords: Record<TrendMark, string>;
  /** Whose line it is; in ink if nobody's. */
  tone?: 'ours' | 'theirs';
  table: {
    /** "Show as a table". */
    show: string;
    /** Headings of the columns. */
    at: string;
    value: string;
    interval: string;
    what: string;
  };
}

const MARKS: readonly TrendMark[] = ['kept', 'broken', 'repaired'];
const GRID = [1, 0.5, 0] as const;
/** Hundredths of the width that a word needs at least; a narrower stretch is explained under the picture. */
const WORD_FITS = 24;

/** A filled dot, an open diamond, a seam: told apart by their form. */
function MarkSign({ mark }: { mark: TrendMark }) {
  if (mark === 'kept') return <circle className={style.kept} r={4} />;
  if (mark === 'broken') return <path className={style.broken} d="M0 -6L6 0L0 6L-6 0Z" />;
  const seam = 'M-4 -7L4 -3L-4 3L4 7';
  return (
    <>
      <path className={style.seamGround} d={seam} />
      <path className={style.seam} d={seam} />
    </>
  );
}

function Hatching({ id }: { id: string }) {
  return (
    <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path className={style.hatch} d="M0.5 0V7" />
    </pattern>
  );
}

interface Drawing {
  points: readonly TrendPoint[];
  shape: TrendShape;
  markWords: Record<TrendMark, string>;
}

/** The signs on the line, or on the rail below it where the height means nothing. */
function Marks({ points, shape, markWords, onRail }: Drawing & { onRail: boolean }) {
  return shape.places.map(({ x, y }, index) => {
    const { mark, text, label } = points[index] ?? {};
    if (!mark || (y === null) !== onRail) return null;
    return (
      <svg key={index} x={`${x}%`} y={onRail ? '50%' : `${y}%`} overflow="visible">
        <title>{[text, label ?? markWords[mark]].join(': ')}</title>
        <MarkSign mark={mark} />
      </svg>
    );
  });
}

function Plot(drawing: Drawing) {
  const { shape, points } = drawing;
  const bare = shape.dots.filter((index) => !points[index]?.mark);
  const hatch = useId();
  return (
    <svg className={style.plot} width="100%" height="100%" aria-hidden="true">
      <Hatching id={hatch} />
      <rect className={style.sheet} width="100%" height="100%" />
      {shape.unknowns.map(({ from, to }) => (
        <rect key={from} x={`${from}%`} width={`${to - from}%`} height="100%" fill={`url(#${hatch})`} />
      ))}
      {GRID.map((at) => (
        <line
          key={at}
          className={at === 0 ? style.axis : style.grid}
          x2="100%"
          y1={`${100 - at * 100}%`}
          y2={`${100 - at * 100}%`}
        />
      ))}
      <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
        {shape.runs.map((run, index) => (
          <path key={index} className={style.band} d={run.band} />
        ))}
        {shape.runs.map((run, index) => (
          <path key={index} className={style.line} d={run.line} />
        ))}
      </svg>
      {bare.map((index) => (
        <circle
          key={index}
          className={style.dot}
          cx={`${shape.places[index]?.x}%`}
          cy={`${shape.places[index]?.y}%`}
          r={3}
        />
      ))}
      <Marks {...drawing} onRail={false} />
    </svg>
  );
}

/** The last value beside its height. */
function LastLabel({ y, children }: { y: number; children: ReactNode }) {
  return (
    <div className={`${style.end} ${chart.scale}`}>
      <i style={{ flexGrow: y }} />
      <span>{children}</span>
      <i style={{ flexGrow: 100 - y }} />
    </div>
  );
}

function Key({
  points,
  markWords,
  unknown,
}: {
  points: readonly TrendPoint[];
  markWords: Record<TrendMark, string>;
  unknown?: string;
}) {
  const hatch = useId();
  const marks = MARKS.filter((mark) => points.some((point) => point.mark === mark));
  if (marks.length === 0 && !unknown) return null;
  return (
    <ChartKey>
      {marks.map((mark) => (
        <KeyEntry key={mark} sign={<MarkSign mark={mark} />}>
          {markWords[mark]}
        </KeyEntry>
      ))}
      {unknown && (
        <KeyEntry
          sign={
            <>
              <Hatching id={hatch} />
              <rect className={style.swatch} x={-9} y={-7} width={18} height={14} fill={`url(#${hatch})`} />
            </>
          }
        >
          {unknown}
        </KeyEntry>
      )}
    </ChartKey>
  );
}

function intervalOf({ low, high }: TrendPoint, percent: (share: number) => string): ReactNode {
  if (low === null || high === null) return '–';
  return <span className={chart.whole}>{`${percent(low)}–${percent(high)}`}</span>;
}

function Behind({ name, points, percent, unknownWord, markWords, table }: TrendLineProps) {
  const happened = points.some((point) => point.mark ?? point.label);
  const columns: ChartColumn[] = [
    { text: table.at },
    { text: table.value, figures: true },
    { text: table.interval, figures: true },
    ...(happened ? [{ text: table.what }] : []),
  ];
  const rows = points.map((point, index) => {
    const interval = intervalOf(point, percent);
    const what = [point.mark && markWords[point.mark], point.label].filter(Boolean).join(': ');
    const value = point.value === null ? unknownWord : percent(point.value);
    return { key: String(index), cells: [point.text, value, interval, ...(happened ? [what] : [])] };
  });
  return <ChartTable show={table.show} caption={name} columns={columns} rows={rows} />;
}

/** A share through time, with the interval it lies in. Where it is too early to say, the line breaks and a word says so. */
export function TrendLine(props: TrendLineProps) {
  const { name, points, percent, unknownWord, markWords, tone } = props;
  if (points.length === 0) return null;
  const shape = trendShape(points);
  const wide = shape.unknowns.filter(({ from, to }) => to - from >= WORD_FITS);
  const last = shape.places.at(-1);
  const known = points.at(-1)?.value ?? null;
  const rail = points.some((point) => point.mark && point.value === null);
  const drawing = { points, shape, markWords };
  return (
    <figure className={`${chart.chart} ${tone ? style[tone] : style.ink}`}>
      <div role="img" aria-label={name} className={`${style.picture} ${chart.words}`}>
        <div className={chart.scale}>
          {GRID.map((at) => (
            <span key={at}>{percent(at)}</span>
          ))}
        </div>
        <div className={style.ground}>
          <Plot {...drawing} />
          {wide.map(({ from, to }) => (
            <span key={from} className={style.unknown} style={{ left: `${from}%`, width: `${to - from}%` }}>
              <span>{unknownWord}</span>
            </span>
          ))}
        </div>
        {known !== null && <LastLabel y={last?.y ?? 0}>{percent(known)}</LastLabel>}
        {rail && (
          <svg className={style.rail} width="100%" height={20} aria-hidden="true">
            <Marks {...drawing} onRail />
          </svg>
        )}
        <div className={`${style.dates} ${chart.ends}`}>
          <span>{points[0]?.text}</span>
          {points.length > 1 && <span>{points.at(-1)?.text}</span>}
        </div>
      </div>
      <Key
        points={points}
        markWords={markWords}
        unknown={shape.unknowns.length > 0 && wide.length === 0 ? unknownWord : undefined}
      />
      <Behind {...props} />
    </figure>
  );
}
