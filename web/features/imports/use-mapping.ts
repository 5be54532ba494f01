import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportShape, Mapping } from '../../../server/features/imports/schema.ts';
import { importQuery, sendMapping } from './api.ts';
import { missingFields } from './mapping-words.ts';

export interface MappingDesk {
  mapping: Partial<Mapping>;
  /** Changes what columns mean; the preview follows by itself. */
  change: (part: Partial<Mapping>) => void;
  /** The preview on the screen is of an older reading, or there is none yet. */
  busy: boolean;
  error: unknown;
  retry: () => void;
}

/** What the columns mean, and the preview of it: one request at a time, and always one more for the newest reading. */
export function useMapping(organization: string, found: ImportShape): MappingDesk {
  const queries = useQueryClient();
  const [mapping, setMapping] = useState<Partial<Mapping>>(found.mapping);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const wanted = useRef(mapping);
  const working = useRef(false);
  const { id } = found;

  const work = useCallback(async () => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    setError(undefined);
    try {
      for (let sent: Partial<Mapping> | undefined; sent !== wanted.current; ) {
        sent = wanted.current;
        if (missingFields(sent).length > 0) break;
        const answer = await sendMapping(organization, id, sent);
        queries.setQueryData(importQuery(organization, id).queryKey, answer);
        void queries.invalidateQueries({ queryKey: [...importQuery(organization, id).queryKey, 'rows'] });
      }
    } catch (fault) {
      setError(fault);
    } finally {
      working.current = false;
      setBusy(false);
    }
  }, [id, organization, queries]);

  const fresh = found.counts === null;
  useEffect(() => {
    if (!fresh) return;
    const soon = setTimeout(() => void work());
    return () => clearTimeout(soon);
  }, [fresh, work]);

  const change = (part: Partial<Mapping>) => {
    wanted.current = { ...wanted.current, ...part };
    setMapping(wanted.current);
    void work();
  };
  return { mapping, change, busy, error, retry: () => void work() };
}
