import type { RingView, Side } from '@entente/protocol';
import { useId } from 'react';
import {
  arc,
  clusterPlaces,
  RING_BOX,
  ringPieces,
  whoseMove,
  type RingPiece,
  type Whose,
} from '../../messages/ring-shape.ts';
import { ringSaid } from '../../messages/ring-words.ts';
import { useMessages } from '../locale.tsx';
import { clusterSaid } from './ring-cluster.ts';
import style from './ring.module.css';

function Piece({ piece }: { piece: RingPiece }) {
  if (piece.shape === 'dot') return <circle className={style[piece.tone]} cx={piece.x} cy={piece.y} r={piece.radius} />;
  return <path className={style[piece.tone]} d={piece.d} fill="none" strokeWidth={piece.width} />;
}

function Pieces({ ring, whose }: { ring: RingView; whose: Whose | undefined }) {
  return ringPieces(ring, whose).map((piece, index) => <Piece key={index} piece={piece} />);
}

export interface RingProps {
  ring: RingView;
  /** The reader's role in the conversation; null for a reader of neither side. Decides on which side the dot stands. */
  reader: Side | null;
  /** Pixels: 16, 20, 32, 64. */
  size?: number;
  /** Name of the other side, for "Riverside's move". */
  partner?: string;
  /** True when the same words stand beside it: then it is only a picture. */
  silent?: boolean;
}

/** One conversation as a ring of four quarters. Without words beside it, it says itself what it means. */
export function Ring({ ring, reader, size = 20, partner, silent = false }: RingProps) {
  const { ring: words } = useMessages();
  const whose = whoseMove(ring.dot, reader);
  const name = ringSaid(ring, whose, words, partner);
  const says = silent ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': name } as const);
  return (
    <svg className={style.ring} width={size} height={size} viewBox={`0 0 ${RING_BOX} ${RING_BOX}`} {...says}>
      {!silent && <title>{name}</title>}
      <Pieces ring={ring} whose={whose} />
    </svg>
  );
}

export interface ClusterRing {
  ring: RingView;
  reader: Side | null;
}

/** A partnership as the cluster of its rings, newest in the middle; at most nineteen are drawn, all are counted. */
export function RingCluster({ rings, size = 72, total }: { rings: ClusterRing[]; size?: number; total?: number }) {
  const { ring: words } = useMessages();
  const name = clusterSaid(
    rings.map((each) => each.ring),
    words,
    total,
  );
  const { places, reach } = clusterPlaces(Math.max(1, rings.length));
  const empty: RingView = { prepared: false, agreed: false, done: false, accepted: false, mark: 'open' };
  return (
    <svg
      className={style.ring}
      width={size}
      height={size}
      viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
      role="img"
      aria-label={name}
    >
      <title>{name}</title>
      {places.map((place, index) => {
        const each = rings[index];
        return (
          <g key={index} transform={`translate(${place.x - 0.45} ${place.y - 0.45}) scale(${0.9 / RING_BOX})`}>
            <Pieces ring={each?.ring ?? empty} whose={each && whoseMove(each.ring.dot, each.reader)} />
          </g>
        );
      })}
    </svg>
  );
}

const APART = RING_BOX * 0.62;

/** An exchange: two rings linked like a chain, one promise each way: each lies once over the other. */
export function LinkedRings({ one, other, size = 24 }: { one: ClusterRing; other: ClusterRing; size?: number }) {
  const { ring: words } = useMessages();
  const id = useId();
  const said = (each: ClusterRing) => ringSaid(each.ring, whoseMove(each.ring.dot, each.reader), words);
  const name = words.exchange({ one: said(one), other: said(other) });
  const width = RING_BOX + APART;
  const cut = { fill: 'none', stroke: 'black', strokeWidth: 9 };
  return (
    <svg
      className={style.ring}
      width={(size * width) / RING_BOX}
      height={size}
      viewBox={`0 0 ${width} ${RING_BOX}`}
      role="img"
      aria-label={name}
    >
      <title>{name}</title>
      <mask id={`${id}a`} maskUnits="userSpaceOnUse" x={0} y={0} width={width} height={RING_BOX}>
        <rect width={width} height={RING_BOX} fill="white" />
        <path d={arc(278, 322)} transform={`translate(${APART} 0)`} {...cut} />
      </mask>
      <mask id={`${id}b`} maskUnits="userSpaceOnUse" x={0} y={0} width={width} height={RING_BOX}>
        <rect width={width} height={RING_BOX} fill="white" />
        <path d={arc(98, 142)} {...cut} />
      </mask>
      <g mask={`url(#${id}a)`}>
        <Pieces ring={one.ring} whose={whoseMove(one.ring.dot, one.reader)} />
      </g>
      <g mask={`url(#${id}b)`}>
        <g transform={`translate(${APART} 0)`}>
          <Pieces ring={other.ring} whose={whoseMove(other.ring.dot, other.reader)} />
        </g>
      </g>
    </svg>
  );
}
