import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TalkPlace } from './device-store.ts';
import type { Talk, TalkState } from './talk.ts';
import { openTalk } from './talks.ts';

/** A talk as this device has it; undefined for the moment in which it is read. */
export function useTalk({ id, organization, partnership, person }: TalkPlace): Talk | undefined {
  const [talk, setTalk] = useState<Talk>();
  useEffect(() => {
    let current = true;
    void openTalk({ id, organization, partnership, person }).then((found) => {
      if (!current) return;
      setTalk(found);
      found.refresh();
    });
    return () => {
      current = false;
    };
  }, [id, organization, partnership, person]);
  return talk;
}

/** One part of a talk, read anew only when that part changes. */
export function useTalkPart<K extends keyof TalkState>(talk: Talk, part: K): TalkState[K] {
  return useSyncExternalStore(talk.subscribe, () => talk.read()[part]);
}
