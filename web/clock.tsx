import { useMemo, useSyncExternalStore } from 'react';
import type { ReaderNow } from '../messages/format.ts';
import { useLocale } from './locale.tsx';

/**
 * The time on the server's clock, which may run apart from this device's (the demo world lives on its own day).
 * Ticks once a minute, so that "today" and "3 days late" stay true on a page left open.
 */
let ahead = 0;
let minute = Math.floor(Date.now() / 60_000);
const readers = new Set<() => void>();

function tick(): void {
  const next = Math.floor((Date.now() + ahead) / 60_000);
  if (next === minute) return;
  minute = next;
  for (const reader of readers) reader();
}

/** Sets the clock to what the server said. */
export function setClock(serverNow: string): void {
  ahead = Date.parse(serverNow) - Date.now();
  tick();
}

/** The server's moment now, for event handlers. */
export function clockNow(): string {
  return new Date(Date.now() + ahead).toISOString();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  const timer = setInterval(tick, 10_000);
  return () => {
    readers.delete(reader);
    clearInterval(timer);
  };
}

/** Reader and present minute, as the functions of messages/format.ts want them. */
export function useReaderNow(): ReaderNow {
  const { locale, zone } = useLocale();
  const at = useSyncExternalStore(subscribe, () => minute);
  return useMemo(() => ({ locale, zone, now: new Date(at * 60_000).toISOString() }), [locale, zone, at]);
}
