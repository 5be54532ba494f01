import type { Point } from '../../../server/features/interviews/schema.ts';
import type { NewReadback, PointTag } from '../../../server/features/readbacks/schema.ts';

/** A point that may be read back. */
export interface ComposePoint {
  /** Of our own notes, where it comes from there. */
  id?: string;
  tag: PointTag;
  certainty: 'heard' | 'assumed';
  text: string;
  chosen: boolean;
}

export interface ComposeDraft {
  heldOn: string;
  way: NewReadback['way'];
  place: string;
  subject: string;
  words: string;
  replyBy: string;
  to: string;
  points: ComposePoint[];
}

/** Most characters of one point: it becomes a condition of the promise. */
export const LONGEST_POINT = 900;

/** The points of a talk as they may be read back: needs and offers that were said are ticked, guesses and worries are not. */
export function pointsHeard(points: readonly Point[]): ComposePoint[] {
  return points
    .filter((point) => !point.dropped)
    .map(({ id, tag, certainty, text }) => ({
      id,
      tag: tag ?? 'note',
      certainty,
      text,
      chosen: certainty === 'heard' && (tag === 'need' || tag === 'offer'),
    }));
}

export type ComposeProblem = 'none' | 'blank' | 'long' | 'subject';

/** What would be sent, or what is missing. */
export function finishReadback(draft: ComposeDraft, interview: string | undefined): NewReadback | ComposeProblem {
  const chosen = draft.points.filter((point) => point.chosen);
  if (draft.subject.trim() === '') return 'subject';
  if (chosen.length === 0) return 'none';
  if (chosen.some((point) => point.text.trim() === '')) return 'blank';
  if (chosen.some((point) => point.text.trim().length > LONGEST_POINT)) return 'long';
  const place = draft.way === 'in-person' ? draft.place.trim() : '';
  return {
    ...(interview && { interview }),
    heldOn: draft.heldOn,
    way: draft.way,
    ...(place !== '' && { place }),
    subject: draft.subject.trim(),
    words: draft.words.trim(),
    replyBy: draft.replyBy,
    ...(draft.to !== '' && { to: draft.to }),
    points: chosen.map(({ id, tag, certainty, text }) => ({ ...(id && { id }), tag, certainty, text: text.trim() })),
  };
}

/** A draft as it was kept on this device, over what the page starts with. */
export function readCompose(kept: string, start: ComposeDraft): ComposeDraft {
  try {
    const read = JSON.parse(kept) as Partial<ComposeDraft> | null;
    return read && Array.isArray(read.points) ? { ...start, ...read } : start;
  } catch {
    return start;
  }
}
