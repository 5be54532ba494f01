import { useId, useState, type ReactNode } from 'react';
import { ChartTable } from './chart-table.tsx';
import { letterPlaces, shareFill, shareLetter, shareSpans } from './share-shape.ts';
import chart from './chart.module.css';
import style from './share-bar.module.css';

export type ShareTone = 'ours' | 'theirs' | 'ink' | 'quiet';

export interface Share {
  key: string;
  label: string;
  /** How much of the whole it is, between 0 and 1: its width. All together make 1. */
  weight: number;
  /** What it brings to the whole, between 0 and its weight: how far it is filled. */
  points: number;
  tone: ShareTone;
}

export interface ShareBarProps<S extends Share> {
  /** What the bar shows, in a sentence that stands for it. */
  name: string;
  /** Up to twelve. */
  shares: readonly S[];
  /** A share between 0 and 1 as the reader writes it. */
  percent: (share: number) => string;
  /** How to read it, in a line under the bar: what the width means and what the filling. */
  note?: ReactNode;
  /** A line under the label: "adds 36 of 40". */
  said?: (share: S) => ReactNode;
  table: {
    /** "Show as a table". */
    show: string;
    /** Headings of the columns. */
    label: string;
    weight: string;
    points: string;
  };
  /** What a share opens into; drawn when it is opened first. Nothing to open where it is undefined. */
  children?: (share: S) => (() => ReactNode) | undefined;
}

const TONES: readonly ShareTone[] = ['ours', 'theirs', 'ink', 'quiet'];

/** Each tone has its own texture, so that it is told without colour. */
function Texture({ id, tone }: { id: string; tone: ShareTone }) {
  const turn = { ours: undefined, theirs: 'rotate(45)', ink: undefined, quiet: 'rotate(-45)' }[tone];
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform={turn}>
      {tone !== 'quiet' && <rect className={style[tone]} width={6} height={6} />}
      {tone === 'theirs' && <path className={style.cut} d="M0 0V6" />}
      {tone === 'ink' && <circle className={style.hole} cx={3} cy={3} r={1} />}
      {tone === 'quiet' && <path className={style.stripe} d="M0 0V6" />}
    </pattern>
  );
}

function Bar({ name, shares }: { name: string; shares: readonly Share[] }) {
  const id = useId();
  const spans = shareSpans(shares.map((share) => share.weight));
  const seen = shares.flatMap((share, index) => {
    const span = spans[index];
    return share.weight > 0 && span ? [{ share, index, span, middle: span.start + span.width / 2 }] : [];
  });
  const places = letterPlaces(seen.map((each) => each.middle));
  return (
    <div role="img" aria-label={name} className={chart.words}>
      <svg className={style.bar} width="100%" height={48} aria-hidden="true">
        {TONES.map((tone) => (
          <Texture key={tone} id={`${id}${tone}`} tone={tone} />
        ))}
        {seen.map(({ share, span }) => {
          const fill = shareFill(share) * 100;
          const across = { x: `${span.start}%`, width: `${span.width}%` };
          return (
            <g key={share.key} className={style[share.tone]}>
              <rect className={style.track} {...across} height="100%" />
              <rect {...across} y={`${100 - fill}%`} height={`${fill}%`} fill={`url(#${id}${share.tone})`} />
            </g>
          );
        })}
      </svg>
      <svg className={style.leaders} width="100%" height={14} aria-hidden="true">
        {seen.map(({ share, middle }, index) => (
          <line key={share.key} x1={`${middle}%`} y1={2} x2={`${places[index]}%`} y2={13} />
        ))}
      </svg>
      <div className={style.letters}>
        {seen.map(({ share, index }, place) => (
          <span key={share.key} style={{ left: `${places[place]}%` }}>
            {shareLetter(index)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** A line of the list that opens; what is inside is drawn when it is first opened. */
function Opening({ head, inside }: { head: ReactNode; inside: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary className={style.entry}>{head}</summary>
      <div className={style.inside}>{opened && inside()}</div>
    </details>
  );
}

function Entry({ letter, share, weight, said }: { letter: string; share: Share; weight: string; said: ReactNode }) {
  const id = useId();
  return (
    <>
      <svg className={style.sign} width={20} height={20} aria-hidden="true">
        <Texture id={id} tone={share.tone} />
        <g className={style[share.tone]}>
          <rect className={style.track} width="100%" height="100%" />
          <rect width="100%" height="100%" fill={`url(#${id})`} />
        </g>
      </svg>
      <span className={style.letter} aria-hidden="true">
        {letter}
      </span>
      <span>
        {share.label}
        {said && <span className={style.said}>{said}</span>}
      </span>
      <span className={style.weight}>{weight}</span>
    </>
  );
}

/** What a number is made of: a bar of shares as wide as they count and filled by what they bring, and the list of them. */
export function ShareBar<S extends Share>({ name, shares, percent, note, said, table, children }: ShareBarProps<S>) {
  const columns = [{ text: table.label }, { text: table.weight, figures: true }, { text: table.points, figures: true }];
  const rows = shares.map((share) => ({
    key: share.key,
    cells: [share.label, percent(share.weight), percent(share.points)],
  }));
  return (
    <figure className={chart.chart}>
      <Bar name={name} shares={shares} />
      {note && <figcaption className={style.note}>{note}</figcaption>}
      <ul className={children ? `${style.list} ${style.opens}` : style.list}>
        {shares.map((share, index) => {
          const head = (
            <Entry letter={shareLetter(index)} share={share} weight={percent(share.weight)} said={said?.(share)} />
          );
          const inside = children?.(share);
          return (
            <li key={share.key}>
              {inside ? <Opening head={head} inside={inside} /> : <div className={style.entry}>{head}</div>}
            </li>
          );
        })}
      </ul>
      <ChartTable show={table.show} caption={name} columns={columns} rows={rows} />
    </figure>
  );
}
