/** What the server tells an open page: something happened, look again. */
export interface LiveEvent {
  event: string;
  data: Record<string, unknown>;
}

export interface LiveOptions {
  /** Path under /api that answers with server-sent events. */
  path: string;
  link?: string;
  onEvent: (event: LiveEvent) => void;
  /** After a lost connection is back: anything may have happened in between. */
  onReconnect?: () => void;
}

/** Splits a growing stream of server-sent events. Keeps what is not complete yet. */
export function readEvents(buffer: string): { events: LiveEvent[]; rest: string } {
  const blocks = buffer.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const lines = block.split('\n');
    const field = (name: string) =>
      lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ''));
    const data = field('data').join('\n');
    if (data === '') return [];
    try {
      const parsed: unknown = JSON.parse(data);
      const values = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
      return [{ event: field('event')[0] ?? 'message', data: values }];
    } catch {
      return [];
    }
  });
  return { events, rest };
}

/** Milliseconds to wait before the next attempt: 1, 2, 4 … 30 seconds, spread so that not all come back at once. */
export function retryDelay(attempt: number, spread: number): number {
  return Math.min(30_000, 1000 * 2 ** attempt) * (0.75 + spread / 2);
}

async function readAll(body: ReadableStream<Uint8Array>, onEvent: (event: LiveEvent) => void): Promise<void> {
  let buffer = '';
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const { events, rest } = readEvents(buffer + value);
    buffer = rest;
    for (const event of events) onEvent(event);
  }
}

/** Listens until the returned function is called; comes back by itself after a lost connection. Uses fetch, so that a link can be sent. */
export function listenLive({ path, link, onEvent, onReconnect }: LiveOptions): () => void {
  const stop = new AbortController();
  let attempt = 0;
  let connectedBefore = false;
  const connect = async (): Promise<void> => {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (link) headers['x-entente-link'] = link;
    try {
      const response = await fetch(`/api${path}`, { headers, signal: stop.signal, credentials: 'same-origin' });
      if ([401, 403, 404, 410].includes(response.status)) return;
      if (response.ok && response.body) {
        attempt = 0;
        if (connectedBefore) onReconnect?.();
        connectedBefore = true;
        await readAll(response.body, onEvent);
      }
    } catch {
      // Lost or never there: wait and try again below.
    }
    if (stop.signal.aborted) return;
    setTimeout(() => void connect(), retryDelay(attempt++, Math.random()));
  };
  void connect();
  return () => stop.abort();
}
