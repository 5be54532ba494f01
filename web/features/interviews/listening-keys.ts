import type { Tag } from '../../../server/features/interviews/schema.ts';

/** Tags in the order of their keys and chips. */
export const TAGS = ['need', 'offer', 'constraint', 'worry', 'person', 'date'] as const satisfies readonly Tag[];

/** What a key means while listening, in the note box or on a point. */
export type ListeningKey =
  | { kind: 'tag'; tag: Tag }
  | { kind: 'certainty' | 'speaker' }
  | { kind: 'step'; step: 1 | -1 };

interface Press {
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * Alt with 1 to 6, A, S, or an arrow. By the place of the key, not its sign: Alt makes other signs on some keyboards. With Ctrl it is
 * AltGr, which types.
 */
export function readListeningKey({ code, altKey, ctrlKey, metaKey }: Press): ListeningKey | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(code)?.[1];
  const tag = digit && TAGS[Number(digit) - 1];
  if (tag) return { kind: 'tag', tag };
  if (code === 'KeyA') return { kind: 'certainty' };
  if (code === 'KeyS') return { kind: 'speaker' };
  if (code === 'ArrowUp') return { kind: 'step', step: -1 };
  if (code === 'ArrowDown') return { kind: 'step', step: 1 };
  return undefined;
}

interface Marked {
  tag: Tag | null;
  certainty: 'heard' | 'assumed';
  speaker: string | null;
}

/** What a key changes of a point or of the note box; undefined for keys that mark nothing. Pressed again, a tag goes. */
export function markedBy(
  key: ListeningKey | undefined,
  present: Marked,
  speakers: readonly { id: string }[],
): Partial<Marked> | undefined {
  if (key?.kind === 'tag') return { tag: present.tag === key.tag ? null : key.tag };
  if (key?.kind === 'certainty') return { certainty: present.certainty === 'heard' ? 'assumed' : 'heard' };
  if (key?.kind !== 'speaker') return undefined;
  return {
    speaker: nextOf(
      speakers.map((each) => each.id),
      present.speaker,
    ),
  };
}

/** The one after the present one, and none after the last: for going round with one key. */
function nextOf(all: readonly string[], present: string | null): string | null {
  if (present === null) return all[0] ?? null;
  return all[all.indexOf(present) + 1] ?? null;
}

/** The question a step away; none stands before the first. */
export function questionStep(questions: readonly string[], present: string | null, step: 1 | -1): string | null {
  const at = present === null ? -1 : questions.indexOf(present);
  const to = Math.min(questions.length - 1, Math.max(-1, at + step));
  return questions[to] ?? null;
}
