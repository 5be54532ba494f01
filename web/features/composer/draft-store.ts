import { type Draft, emptyDraft, emptyValues, isBlank } from './values.ts';

/** The part of a browser's storage that drafts need. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Drafts kept for members on the server as well, so that a phone continues what a desk began. */
export interface DraftServer {
  load(key: string): Promise<unknown>;
  save(key: string, draft: Draft): Promise<void>;
  remove(key: string): Promise<void>;
}

const PREFIX = 'entente.draft.';

/** A stored draft as this release understands it; anything else is no draft. */
export function readDraft(stored: unknown): Draft | undefined {
  if (typeof stored !== 'object' || stored === null || !('v' in stored) || stored.v !== 1) return undefined;
  const draft = stored as Partial<Draft>;
  if (typeof draft.values !== 'object' || typeof draft.savedAt !== 'string') return undefined;
  return { ...emptyDraft(draft.savedAt), ...draft, values: { ...emptyValues(), ...draft.values } };
}

export function loadLocal(shelf: Shelf, key: string): Draft | undefined {
  try {
    return readDraft(JSON.parse(shelf.getItem(PREFIX + key) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** Keeps the words at every keystroke; a full or forbidden shelf costs the copy, never the text on the screen. */
export function saveLocal(shelf: Shelf, key: string, draft: Draft): boolean {
  try {
    if (isBlank(draft.values)) shelf.removeItem(PREFIX + key);
    else shelf.setItem(PREFIX + key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function removeLocal(shelf: Shelf, key: string): void {
  try {
    shelf.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept there either.
  }
}

/** The one written last; a blank draft never hides one with words. */
export function newer(one: Draft | undefined, other: Draft | undefined): Draft | undefined {
  if (!one || isBlank(one.values)) return other ?? one;
  if (!other || isBlank(other.values)) return one;
  return other.savedAt > one.savedAt ? other : one;
}
