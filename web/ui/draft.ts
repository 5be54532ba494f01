import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'entente-draft:';
const SAVE_MS = 400;

/** Reads a draft kept on this device; nothing if storage is closed. */
export function readDraft(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a draft on this device; an empty one is removed. */
export function writeDraft(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
  } catch {
    // Storage is full or closed: the text stays in the field.
  }
}

export interface Draft {
  text: string;
  setText: (text: string) => void;
  /** True when the text was found here from an earlier visit. */
  restored: boolean;
  /** After sending, or when thrown away. */
  clear: () => void;
}

/**
 * A text that survives a reload, a lost connection and a stale version: on this device at once, and through `onKeep` (the server's
 * drafts) after a short rest. `key` names what it answers; another key is another draft.
 */
export function useDraft(key: string, initial = '', onKeep?: (text: string) => void): Draft {
  const [state, setState] = useState(() => ({ key, text: readDraft(key) || initial, restored: readDraft(key) !== '' }));
  const keep = useRef(onKeep);
  useEffect(() => {
    keep.current = onKeep;
  });
  if (state.key !== key) setState({ key, text: readDraft(key) || initial, restored: readDraft(key) !== '' });
  const { text } = state;
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => keep.current?.(text), SAVE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const setText = useCallback(
    (next: string) => {
      writeDraft(key, next);
      setState({ key, text: next, restored: false });
    },
    [key],
  );
  const clear = useCallback(() => setText(''), [setText]);
  return { text, setText, restored: state.restored && text !== '', clear };
}
