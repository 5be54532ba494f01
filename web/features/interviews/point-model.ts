import { LONGEST_POINT, plainText } from '../../../messages/plain-text.ts';
import type { KeptPoint, Point, PutPoint } from '../../../server/features/interviews/schema.ts';

/** What a point says: everything somebody may type or choose. */
export type PointContent = Pick<
  Point,
  | 'position'
  | 'text'
  | 'tag'
  | 'certainty'
  | 'speaker'
  | 'question'
  | 'kind'
  | 'settled'
  | 'settledWords'
  | 'followUpBy'
  | 'followUpPerson'
  | 'dropped'
>;

/**
 * A point as this device has it. `version` counts its changes here and `acked` how far the server has them; `revision` is what the
 * server had when these words were begun. `writer` and `spare` belong to this copy: see the server's `putPointSchema`.
 */
export interface LocalPoint extends PointContent {
  id: string;
  talk: string;
  revision: number;
  writer: string;
  spare: string;
  version: number;
  acked: number;
  doneAt: string | null;
  /** Why the server does not take it; it is kept here and not sent again until it is changed. */
  refused: string | null;
}

type MakeId = () => string;

const BLANK: Omit<PointContent, 'position' | 'text'> = {
  tag: null,
  certainty: 'heard',
  speaker: null,
  question: null,
  kind: null,
  settled: null,
  settledWords: null,
  followUpBy: null,
  followUpPerson: null,
  dropped: false,
};

/** A point that was just typed. */
export function newPoint(
  talk: string,
  content: Partial<PointContent> & Pick<PointContent, 'position' | 'text'>,
  makeId: MakeId,
): LocalPoint {
  const own = { writer: makeId(), spare: makeId(), version: 1, acked: 0, revision: 0, doneAt: null, refused: null };
  return { ...BLANK, ...content, id: makeId(), talk, ...own };
}

function contentOf(point: PointContent): PointContent {
  const { position, text, tag, certainty, speaker, question, kind } = point;
  const { settled, settledWords, followUpBy, followUpPerson, dropped } = point;
  return {
    position,
    text,
    tag,
    certainty,
    speaker,
    question,
    kind,
    settled,
    settledWords,
    followUpBy,
    followUpPerson,
    dropped,
  };
}

/** This device's copy of a point that the server has. */
export function fromServer(point: Point, talk: string, makeId: MakeId): LocalPoint {
  const own = { writer: makeId(), spare: makeId(), version: 0, acked: 0, refused: null };
  return { ...contentOf(point), id: point.id, talk, revision: point.revision, doneAt: point.doneAt, ...own };
}

/** A point with something changed, to be sent. */
export function changed(point: LocalPoint, part: Partial<PointContent>): LocalPoint {
  return { ...point, ...part, version: point.version + 1, refused: null };
}

/** The server does not have it as it is here. Words that were all rubbed out are nothing to save. */
export function unsaved(point: LocalPoint): boolean {
  return point.version > point.acked && plainText(point.text) !== '';
}

/** It is to be sent: the server does not have it, and would take it. What is too long is first split, once it is no longer written on. */
export function waits(point: LocalPoint): boolean {
  return unsaved(point) && point.refused === null && plainText(point.text).length <= LONGEST_POINT;
}

/** What is sent. Sent again it is the same, so that the server knows it. */
export function deliveryOf(point: LocalPoint): PutPoint {
  const { revision: base, writer, version, spare } = point;
  const content = contentOf(point);
  const plan = content.settled === 'follow-up' && plainText(content.settledWords ?? '') === '';
  return { ...content, ...(plan && { settled: null }), base, writer, version, spare };
}

export interface Taken {
  points: LocalPoint[];
  /** These words are now under another id: whoever writes on them goes on there. */
  moved?: { from: string; to: string };
}

/** What this device has after the answer to what it sent; `now` may have been changed since. */
export function taken(now: LocalPoint, sent: LocalPoint, answer: KeptPoint, makeId: MakeId): Taken {
  const { point, beside } = answer;
  if (!beside) {
    const content = reconciled(now, sent, point);
    return {
      points: [{ ...now, ...content, revision: point.revision, doneAt: point.doneAt, acked: sent.version }],
    };
  }
  const own: LocalPoint = {
    ...now,
    id: beside.id,
    spare: makeId(),
    revision: beside.revision,
    position: beside.position,
    acked: sent.version,
  };
  return { points: [fromServer(point, now.talk, makeId), own], moved: { from: now.id, to: beside.id } };
}

/** What another device added is taken over, but for what was changed here since it was sent; words stay as they are being typed. */
function reconciled(now: LocalPoint, sent: LocalPoint, server: Point): PointContent {
  const theirs = contentOf(server);
  const delivered = deliveryOf(sent);
  const same = (one: unknown, other: unknown) =>
    one === other ||
    (typeof one === 'string' || typeof other === 'string'
      ? plainText(String(one ?? '')) === plainText(String(other ?? ''))
      : false);
  const entries = Object.entries(contentOf(now)).map(([key, mine]) => {
    const field = key as keyof PointContent;
    const untouched = now[field] === sent[field];
    return [key, untouched && !same(theirs[field], delivered[field]) ? theirs[field] : mine];
  });
  return Object.fromEntries(entries) as PointContent;
}

/** What this device has after it heard all that the server has. What still waits is left as it is. */
export function merged(local: LocalPoint[], server: Point[], talk: string, makeId: MakeId): LocalPoint[] {
  const there = new Map(server.map((point) => [point.id, point]));
  const here = new Set(local.map((point) => point.id));
  const kept = local.flatMap((point) => {
    const now = there.get(point.id);
    if (unsaved(point)) return [point];
    if (!now) return [];
    const newer = now.revision > point.revision || point.version > point.acked;
    return [newer ? fromServer(now, talk, makeId) : point];
  });
  return [...kept, ...server.filter((point) => !here.has(point.id)).map((point) => fromServer(point, talk, makeId))];
}

/** Points that are shown, in their order. */
export function inOrder(points: Iterable<LocalPoint>): LocalPoint[] {
  return [...points]
    .filter((point) => !point.dropped)
    .toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

/** A place behind all others. */
export function lastPlace(points: LocalPoint[]): number {
  return Math.floor(points.at(-1)?.position ?? 0) + 1;
}

/** New places by id so that a point moves a step up or down; empty at the ends. Numbers that have become too fine are spread anew. */
export function movedBy(points: LocalPoint[], id: string, step: 1 | -1): Map<string, number> {
  const from = points.findIndex((point) => point.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= points.length) return new Map();
  const rest = points.filter((point) => point.id !== id);
  const before = rest[to - 1]?.position ?? (rest[0]?.position ?? 0) - 2;
  const after = rest[to]?.position ?? before + 2;
  const place = (before + after) / 2;
  if (place > before && place < after) return new Map([[id, place]]);
  const order = points.toSpliced(from, 1).toSpliced(to, 0, points[from] as LocalPoint);
  return new Map(order.map((point, index) => [point.id, index + 1]));
}
