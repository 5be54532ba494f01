import { ChartKey, ChartTable, KeyEntry } from './chart-table.tsx';
import { reliabilityDots, type ReliabilityBin } from './reliability-shape.ts';
import chart from './chart.module.css';
import style from './reliability-diagram.module.css';

export interface ReliabilityDiagramProps {
  /** What the picture shows, in a sentence that stands for it. */
  name: string;
  bins: readonly ReliabilityBin[];
  /** A share between 0 and 1 as the reader writes it. */
  percent: (share: number) => string;
  /** A number as the reader writes it. */
  count: (n: number) => string;
  words: {
    /** Along the foot, and above the first column of the table. */
    foretold: string;
    /** Above the upright axis, and the second column. */
    kept: string;
    /** What the area of a dot stands for; the third column. */
    n: string;
    /** In the corner above the diagonal: "kept more often than foretold". */
    above: string;
    /** In the corner below it. */
    below: string;
    /** What the diagonal is: "exactly as foretold". */
    diagonal: string;
    /** "Show as a table". */
    show: string;
  };
}

const TICKS = [0, 0.5, 1] as const;

function Square({ bins }: { bins: readonly ReliabilityBin[] }) {
  const dots = reliabilityDots(bins);
  return (
    <svg className={style.square} viewBox="0 0 100 100" aria-hidden="true">
      <rect className={style.sheet} width={100} height={100} />
      <path className={style.grid} d="M0 50H100M50 0V100M0 0H100V100" />
      <path className={style.axis} d="M0 0V100H100" />
      <path className={style.diagonal} d="M0 100L100 0" />
      {dots.map((dot, index) => (
        <path key={index} className={style.miss} d={`M${dot.x} ${dot.y}V${100 - dot.x}`} />
      ))}
      {dots.map((dot, index) => (
        <circle key={index} className={style.dot} cx={dot.x} cy={dot.y} r={dot.radius} />
      ))}
    </svg>
  );
}

/** Whether what was foretold came as often as foretold: on the diagonal it did. */
export function ReliabilityDiagram({ name, bins, percent, count, words }: ReliabilityDiagramProps) {
  const columns = [{ text: words.foretold }, { text: words.kept, figures: true }, { text: words.n, figures: true }];
  const rows = bins.map((bin, index) => ({
    key: String(index),
    cells: [percent(bin.foretold), bin.n > 0 ? percent(bin.kept) : '–', count(bin.n)],
  }));
  return (
    <figure className={`${chart.chart} ${style.diagram}`}>
      <div role="img" aria-label={name} className={`${style.picture} ${chart.words}`}>
        <span className={style.upright}>{words.kept}</span>
        <div className={chart.scale}>
          {TICKS.toReversed().map((at) => (
            <span key={at}>{percent(at)}</span>
          ))}
        </div>
        <div className={style.ground}>
          <Square bins={bins} />
          <span className={style.above}>{words.above}</span>
          <span className={style.below}>{words.below}</span>
        </div>
        <div className={`${style.foot} ${chart.ends}`}>
          {TICKS.map((at) => (
            <span key={at}>{percent(at)}</span>
          ))}
        </div>
        <span className={style.along}>{words.foretold}</span>
      </div>
      <ChartKey>
        <KeyEntry sign={<path className={style.diagonal} d="M-9 6L9 -6" />}>{words.diagonal}</KeyEntry>
        <KeyEntry
          sign={
            <>
              <circle className={style.dot} cx={-7} r={2} />
              <circle className={style.dot} cx={4} r={5} />
            </>
          }
        >
          {words.n}
        </KeyEntry>
      </ChartKey>
      <ChartTable show={words.show} caption={name} columns={columns} rows={rows} />
    </figure>
  );
}
