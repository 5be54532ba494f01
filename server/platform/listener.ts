import pg from 'pg';
import type { Log } from './log.ts';
import type { RoleConnection } from './roles.ts';

/** One connection that listens on any number of channels, and comes back when it breaks. */
export interface Listener {
  listen(channel: string, fn: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;

/** Makes a listener; it connects with the first channel. Notifications sent while it is away are lost, as PostgreSQL's are. */
export function openListener(connection: RoleConnection, log: Log): Listener {
  const channels = new Map<string, Set<(payload: string) => void>>();
  let current: Promise<pg.Client> | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ ...connection, application_name: 'entente listener', keepAlive: true });
    client.on('notification', ({ channel, payload }) => {
      for (const fn of channels.get(channel) ?? []) fn(payload ?? '');
    });
    client.on('error', (error) => log.debug({ err: error }, 'the listening connection broke'));
    client.once('end', () => {
      current = undefined;
      if (!closed && channels.size > 0) reconnect(FIRST_PAUSE);
    });
    await client.connect();
    for (const channel of channels.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return client;
  };

  const reconnect = (pause: number): void => {
    timer = setTimeout(() => {
      if (closed || current) return;
      current = connect();
      current.catch(() => {
        current = undefined;
        reconnect(Math.min(pause * 2, LONGEST_PAUSE));
      });
    }, pause);
    timer.unref();
  };

  const stopListening = async (channel: string, fn: (payload: string) => void) => {
    const listeners = channels.get(channel);
    if (!listeners?.delete(fn) || listeners.size > 0) return;
    channels.delete(channel);
    const client = await current?.catch(() => undefined);
    await client?.query(`unlisten ${client.escapeIdentifier(channel)}`).catch(() => undefined);
  };

  return {
    async listen(channel, fn) {
      const known = channels.get(channel);
      if (known) known.add(fn);
      else channels.set(channel, new Set([fn]));
      const connected = current;
      const client = await (current ??= connect());
      if (!known && connected) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      return () => stopListening(channel, fn);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      const client = await current?.catch(() => undefined);
      await client?.end().catch(() => undefined);
    },
  };
}
