import { useCallback, useEffect, useRef, useState } from 'react';
import { clockNow } from '../../clock.tsx';
import { type DraftServer, loadLocal, newer, readDraft, removeLocal, saveLocal } from './draft-store.ts';
import type { Write } from './field-props.ts';
import { type Draft, emptyDraft, isBlank } from './values.ts';

const SERVER_AFTER_MS = 1200;

export interface ComposerDraft {
  draft: Draft;
  change: (patch: Partial<Omit<Draft, 'values'>>) => void;
  write: Write;
  /** After sending or when thrown away; keeps whose words are being written down. */
  clear: () => void;
  /** The words have arrived: no copy of them may come back as a draft, even if the page is left at once. */
  forget: () => void;
  /** True when it comes from an earlier visit. */
  restored: boolean;
  /** The server holds the newest words too. */
  kept: boolean;
}

/** A draft that is on this device at every keystroke, and a moment later on the server for those who have one. */
export function useComposerDraft(key: string, start: Partial<Draft>, server: DraftServer | undefined): ComposerDraft {
  const [state, setState] = useState(() => {
    const stored = loadLocal(localStorage, key);
    return { draft: stored ?? { ...emptyDraft(clockNow()), ...start }, restored: stored !== undefined, kept: false };
  });
  const touched = useRef(false);

  useEffect(() => {
    let current = true;
    server?.load(key).then(
      (found) => {
        const remote = readDraft(found);
        if (!current || touched.current || !remote) return;
        setState((now) => {
          const best = newer(loadLocal(localStorage, key), remote);
          return best && !isBlank(best.values) ? { draft: best, restored: true, kept: best === remote } : now;
        });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [key, server]);

  const { draft } = state;
  useEffect(() => {
    if (!touched.current || !server) return;
    const timer = setTimeout(() => {
      if (!touched.current) return;
      const done = isBlank(draft.values) ? server.remove(key) : server.save(key, draft);
      done.then(
        () => setState((now) => (now.draft === draft ? { ...now, kept: !isBlank(draft.values) } : now)),
        () => undefined,
      );
    }, SERVER_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, key, server]);

  const update = useCallback(
    (next: (draft: Draft) => Draft) => {
      touched.current = true;
      setState((now) => {
        const changed = { ...next(now.draft), savedAt: clockNow() };
        saveLocal(localStorage, key, changed);
        return { draft: changed, restored: false, kept: false };
      });
    },
    [key],
  );

  const change = useCallback(
    (patch: Partial<Omit<Draft, 'values'>>) => update((now) => ({ ...now, ...patch })),
    [update],
  );
  const write = useCallback<Write>(
    (patch) =>
      update((now) => {
        const changed = typeof patch === 'function' ? patch(now.values) : patch;
        return { ...now, values: { ...now.values, ...changed } };
      }),
    [update],
  );
  const forget = useCallback(() => {
    touched.current = false;
    removeLocal(localStorage, key);
    server?.remove(key).catch(() => undefined);
  }, [key, server]);
  const clear = useCallback(() => {
    forget();
    update((now) => ({ ...emptyDraft(clockNow()), recorded: now.recorded, person: now.person }));
  }, [forget, update]);
  return { draft, change, write, clear, forget, restored: state.restored && !isBlank(draft.values), kept: state.kept };
}
