import type { RingView, Side, Speaker } from '@entente/protocol';

/**
 * The ring as geometry: one sign for the screen, for mails and for documents. Pure; a 32 by 32 box that still reads at 16 pixels and in
 * one colour: filled quarters are thick, missing ones thin; our dot is filled and left, theirs is hollow and right.
 */
export const RING_BOX = 32;
const CENTRE = 16;
const RADIUS = 11.5;

export type Quarter = 'prepared' | 'agreed' | 'done' | 'accepted';
export const QUARTERS: readonly Quarter[] = ['prepared', 'agreed', 'done', 'accepted'];

/** Whose move a reader sees: their own organization's is `ours`. */
export type Whose = 'ours' | 'theirs' | 'both';

/** What a stroke or dot is, so that a stylesheet or a mail can colour it. */
export type Tone = 'ink' | 'track' | 'faded' | 'seam' | 'ours' | 'theirs';

export type RingPiece =
  | { shape: 'path'; d: string; width: number; tone: Tone }
  | { shape: 'dot'; x: number; y: number; radius: number; hollow: boolean; tone: Tone };

/** Maps the protocol's dot to the reader's view. A reader of neither side sees the customer left and the performer right. */
export function whoseMove(dot: Speaker | 'both' | undefined, reader: Side | null): Whose | undefined {
  if (dot === undefined || dot === 'both') return dot;
  if (reader === null) return dot === 'customer' ? 'ours' : 'theirs';
  return dot === reader ? 'ours' : 'theirs';
}

function point(degrees: number, radius = RADIUS, shift = 0): string {
  const angle = ((degrees - 90) * Math.PI) / 180;
  const at = (value: number) => Number(value.toFixed(2));
  return `${at(CENTRE + radius * Math.cos(angle) + shift)} ${at(CENTRE + radius * Math.sin(angle) + shift)}`;
}

/** Arc along the ring, clockwise from 12 o'clock, in degrees; `shift` moves it to the lower right, or upper left if negative. */
export function arc(from: number, to: number, shift = 0): string {
  if (to - from >= 360) return `${arc(from, from + 180)} ${arc(from + 180, from + 359.99)}`;
  return `M${point(from, RADIUS, shift)}A${RADIUS} ${RADIUS} 0 ${to - from > 180 ? 1 : 0} 1 ${point(to, RADIUS, shift)}`;
}

/** A seam across the band at one angle: where a ring broke and was mended. It stands out a little on both sides. */
function seam(degrees: number): RingPiece {
  const d = `M${point(degrees - 4, RADIUS - 4)}L${point(degrees + 4, RADIUS - 1)}L${point(degrees - 4, RADIUS + 1)}L${point(degrees + 4, RADIUS + 4)}`;
  return { shape: 'path', d, width: 2, tone: 'seam' };
}

const THICK = 5;
const THIN = 1.75;
const GAP = 7;

function quarters(ring: RingView, filled: Tone, width: number): RingPiece[] {
  return QUARTERS.map((quarter, index) => {
    const from = index * 90 + GAP;
    const to = (index + 1) * 90 - GAP;
    return ring[quarter]
      ? { shape: 'path', d: arc(from, to), width, tone: filled }
      : { shape: 'path', d: arc(from, to), width: THIN, tone: 'track' };
  });
}

function dots(whose: Whose | undefined): RingPiece[] {
  const ours: RingPiece = { shape: 'dot', x: CENTRE - 4.5, y: CENTRE, radius: 3, hollow: false, tone: 'ours' };
  const theirs: RingPiece = { shape: 'dot', x: CENTRE + 4.5, y: CENTRE, radius: 2.4, hollow: true, tone: 'theirs' };
  if (whose === undefined) return [];
  if (whose === 'both') return [ours, theirs];
  return [whose === 'ours' ? ours : theirs];
}

/** Everything to draw for one ring, back to front. */
export function ringPieces(ring: RingView, whose: Whose | undefined): RingPiece[] {
  switch (ring.mark) {
    case 'open':
      return [...quarters(ring, 'ink', THICK), ...dots(whose)];
    case 'closed':
      return [{ shape: 'path', d: arc(0, 360), width: THICK, tone: 'ink' }];
    case 'faded':
      return [
        ...quarters(ring, 'faded', THICK - 2).map((piece) => ({ ...piece, tone: 'faded' as const })),
        { shape: 'path', d: 'M12 16H20', width: THIN, tone: 'faded' },
      ];
    case 'broken':
      return [
        { shape: 'path', d: arc(58, 212, 1.3), width: THICK, tone: 'ink' },
        { shape: 'path', d: arc(238, 392, -1.3), width: THICK, tone: 'ink' },
      ];
    case 'repaired':
      return [
        { shape: 'path', d: arc(50, 220), width: THICK, tone: 'ink' },
        { shape: 'path', d: arc(230, 400), width: THICK, tone: 'ink' },
        seam(45),
        seam(225),
      ];
  }
}

/** Colours for places without our stylesheet: mails, documents. All hold on white; the seam is the only gold. */
export const PRINT_COLOURS: Record<Tone, string> = {
  ink: '#1c2429',
  track: '#9aa5aa',
  faded: '#9aa5aa',
  seam: '#b07a00',
  ours: '#0b5a6f',
  theirs: '#86306a',
};

function pieceMarkup(piece: RingPiece, colours: Record<Tone, string>): string {
  const colour = colours[piece.tone];
  if (piece.shape === 'path') {
    return `<path d="${piece.d}" fill="none" stroke="${colour}" stroke-width="${piece.width}"/>`;
  }
  const paint = piece.hollow ? `fill="none" stroke="${colour}" stroke-width="1.75"` : `fill="${colour}"`;
  return `<circle cx="${piece.x}" cy="${piece.y}" r="${piece.radius}" ${paint}/>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export interface RingDrawing {
  ring: RingView;
  whose?: Whose;
  /** What the ring says, in words: it is never shown without. */
  name: string;
  /** Pixels, 32 if left out. */
  size?: number;
  colours?: Partial<Record<Tone, string>>;
}

/** The ring as a self-contained SVG with an accessible name. */
export function ringSvg({ ring, whose, name, size = RING_BOX, colours }: RingDrawing): string {
  const palette = { ...PRINT_COLOURS, ...colours };
  const pieces = ringPieces(ring, whose).map((piece) => pieceMarkup(piece, palette));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${RING_BOX} ${RING_BOX}" role="img"` +
    ` aria-label="${escaped(name)}"><title>${escaped(name)}</title>${pieces.join('')}</svg>`
  );
}

/** A cluster of up to 19 rings, packed like cells: one, then six around it, then twelve. Unit: one ring's box; centred on nought. */
export function clusterPlaces(count: number): { places: { x: number; y: number }[]; reach: number } {
  const places = [{ x: 0, y: 0 }];
  const directions = [0, 60, 120, 180, 240, 300].map((degrees) => (degrees * Math.PI) / 180);
  for (let shell = 1; places.length < count && shell <= 2; shell++) {
    for (const [corner, angle] of directions.entries()) {
      const onward = directions[(corner + 2) % 6] ?? 0;
      for (let step = 0; step < shell; step++) {
        places.push({
          x: shell * Math.cos(angle) + step * Math.cos(onward),
          y: shell * Math.sin(angle) + step * Math.sin(onward),
        });
      }
    }
  }
  return centred(places.slice(0, Math.max(0, count)));
}

function centred(places: { x: number; y: number }[]): ReturnType<typeof clusterPlaces> {
  if (places.length === 0) return { places, reach: 0.5 };
  const middle = (axis: 'x' | 'y') => {
    const values = places.map((place) => place[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  const [x, y] = [middle('x'), middle('y')];
  const moved = places.map((place) => ({ x: place.x - x, y: place.y - y }));
  return {
    places: moved,
    reach: Math.max(...moved.map((place) => Math.max(Math.abs(place.x), Math.abs(place.y)))) + 0.5,
  };
}
