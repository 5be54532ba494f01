import { message, note } from './beside.ts';
import { moment } from './calendar.ts';
import type { Happening } from './script.ts';

/** A plain thread: who says what when, and whose words were written down. */
export function talks(
  key: string,
  where: { room: string; subject: string },
  words: readonly (readonly [at: string, who: string, text: string, whose?: string])[],
): Happening[] {
  return words.map(([at, who, text, whose]) => ({
    at: moment(at),
    play: (stage) => message(stage, key, where, who, text, whose),
  }));
}

/** A note about a partnership, for one's own colleagues only. */
export function remembers(at: string, who: string, room: string, text: string): Happening {
  return { at: moment(at), play: (stage) => note(stage, who, { room }, text) };
}
