import { type Database, listen } from './database.ts';
import type { Log } from './log.ts';
import { LIVE_CHANNEL, type LiveEvent } from './relay.ts';

/** Hears what happens anywhere on this installation and hands it to the open pages of this process. */
export interface LiveHub {
  /** Calls `fn` with every event the organization may hear, until the returned function is called. */
  follow(organization: string, fn: (event: LiveEvent) => void): Promise<() => void>;
}

/** Makes the hub. It listens from the first page that is opened until the database is closed. */
export function createLiveHub(db: Database, log: Log): LiveHub {
  const followers = new Map<string, Set<(event: LiveEvent) => void>>();
  let listening: Promise<unknown> | undefined;

  const hear = (payload: string): void => {
    const event = read(payload);
    if (!event) return log.warn('a live event could not be read');
    for (const holder of event.holders) for (const fn of followers.get(holder) ?? []) fn(event);
  };

  return {
    async follow(organization, fn) {
      listening ??= listen(db, LIVE_CHANNEL, hear);
      await listening.catch((error: unknown) => {
        listening = undefined;
        throw error;
      });
      const here = followers.get(organization) ?? new Set();
      followers.set(organization, here.add(fn));
      return () => {
        here.delete(fn);
        if (here.size === 0) followers.delete(organization);
      };
    },
  };
}

function read(payload: string): LiveEvent | undefined {
  try {
    const event = JSON.parse(payload) as LiveEvent;
    return typeof event.event === 'string' && Array.isArray(event.holders) ? event : undefined;
  } catch {
    return undefined;
  }
}
