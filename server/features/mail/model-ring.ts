import { crc32, deflateSync } from 'node:zlib';
import { PRINT_COLOURS, RING_BOX, type RingPiece, ringPieces, type Whose } from '../../../messages/ring-shape.ts';
import type { MailRing } from './schema.ts';

/** Pixels of the picture; a mail shows it at half that size, so that it is sharp on every screen. */
const SIZE = 64;
/** Each pixel is looked at in so many places across and down. */
const FINE = 3;

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

const colourOf = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** The corners of one stroke. Paths of the ring are lines, and arcs around its centre, clockwise. */
function stroke(d: string): Point[][] {
  const middle = RING_BOX / 2;
  const strokes: Point[][] = [];
  for (const [, command = '', rest = ''] of d.matchAll(/([MLA])([^MLA]*)/g)) {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const to: Point = [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0];
    const line = strokes.at(-1);
    if (command === 'M' || !line) strokes.push([to]);
    else if (command === 'L') line.push(to);
    else line.push(...arcPoints(line.at(-1) ?? to, to, middle, numbers[0] ?? 0));
  }
  return strokes;
}

function arcPoints(from: Point, to: Point, middle: number, radius: number): Point[] {
  const angle = ([x, y]: Point) => Math.atan2(y - middle, x - middle);
  const start = angle(from);
  const span = (angle(to) - start + 4 * Math.PI) % (2 * Math.PI);
  const steps = Math.max(2, Math.ceil(span / 0.1));
  return Array.from({ length: steps }, (_, step) => {
    const at = start + (span * (step + 1)) / steps;
    return [middle + radius * Math.cos(at), middle + radius * Math.sin(at)];
  });
}

/** Whether a point lies on a line of that width, whose ends are cut off straight. */
function onLine([x, y]: Point, line: readonly Point[], width: number): boolean {
  let nearest = Number.POSITIVE_INFINITY;
  let beyond = false;
  for (let index = 0; index + 1 < line.length; index += 1) {
    const [fromX, fromY] = line[index] as Point;
    const [toX, toY] = line[index + 1] as Point;
    const [dx, dy] = [toX - fromX, toY - fromY];
    const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
    const near = Math.min(1, Math.max(0, along));
    const away = Math.hypot(x - fromX - near * dx, y - fromY - near * dy);
    if (away >= nearest) continue;
    nearest = away;
    beyond = (along < 0 && index === 0) || (along > 1 && index === line.length - 2);
  }
  return !beyond && nearest <= width / 2;
}

/** A piece of the ring as a question to a point: is it covered, and by what colour? */
function painter(piece: RingPiece): (point: Point) => Colour | undefined {
  const colour = colourOf(PRINT_COLOURS[piece.tone]);
  if (piece.shape === 'dot') {
    return ([x, y]) => {
      const away = Math.hypot(x - piece.x, y - piece.y);
      const covered = piece.hollow ? Math.abs(away - piece.radius) <= 0.875 : away <= piece.radius;
      return covered ? colour : undefined;
    };
  }
  const lines = stroke(piece.d);
  return (point) => (lines.some((line) => onLine(point, line, piece.width)) ? colour : undefined);
}

/** The ring on a white disc, which keeps it readable where a mail program turns the page dark. */
function pixels(ring: MailRing, whose: Whose | undefined): Buffer {
  const painters = ringPieces(ring, whose).map(painter).toReversed();
  const middle = RING_BOX / 2;
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
  for (let index = 0; index < SIZE * SIZE; index += 1) {
    const [column, row] = [index % SIZE, Math.floor(index / SIZE)];
    const sum = [0, 0, 0, 0];
    for (let part = 0; part < FINE * FINE; part += 1) {
      const point: Point = [
        ((column + ((part % FINE) + 0.5) / FINE) * RING_BOX) / SIZE,
        ((row + (Math.floor(part / FINE) + 0.5) / FINE) * RING_BOX) / SIZE,
      ];
      if (Math.hypot(point[0] - middle, point[1] - middle) > middle) continue;
      const colour = painters.reduce<Colour | undefined>((found, paint) => found ?? paint(point), undefined) ?? [
        255, 255, 255,
      ];
      for (const [at, value] of [...colour, 255].entries()) sum[at] = (sum[at] ?? 0) + value;
    }
    const covered = (sum[3] ?? 0) / 255;
    const at = row * (1 + SIZE * 4) + 1 + column * 4;
    for (let channel = 0; channel < 3; channel += 1)
      rows[at + channel] = covered ? Math.round((sum[channel] ?? 0) / covered) : 255;
    rows[at + 3] = Math.round((covered * 255) / (FINE * FINE));
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIZE, 0);
  head.writeUInt32BE(SIZE, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const drawn = new Map<string, Buffer>();

/** The ring as a PNG, drawn once for each way it can look: mail programs show pictures, and no SVG. */
export function ringPng(ring: MailRing, whose?: Whose): Buffer {
  const key = JSON.stringify([ring.prepared, ring.agreed, ring.done, ring.accepted, ring.mark, whose ?? '']);
  const known = drawn.get(key) ?? png(pixels(ring, whose));
  drawn.set(key, known);
  return known;
}
