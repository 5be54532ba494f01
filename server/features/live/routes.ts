import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { type App, type AppEnv, newRouter, problemResponses } from '../../platform/http.ts';
import { createLiveHub, type LiveHub } from '../../platform/live.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import type { LiveEvent } from '../../platform/relay.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { linkGate, resolveLink } from '../links/gate.ts';
import { hears, isTooMany } from './policy.ts';

const BEAT_MILLISECONDS = 25_000;
/** A stream ends by itself now and then; the page comes back and is looked at anew. */
const LONGEST_BEATS = 144;
/** Events that wait for a slow reader; beyond, the page is sent away and reads everything anew when it is back. */
const MOST_WAITING = 200;

const stream = { 200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: z.string() } } } };

const memberRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/live',
  summary: 'What changes in the organization’s rooms, as server-sent events: `act`, `message`, `today`, `import`',
  tags: ['Live'],
  request: { params: z.object({ organization: z.uuid() }) },
  responses: { ...stream, ...problemResponses('unauthenticated', 'not_found', 'too_many') },
});
const guestRoute = createRoute({
  method: 'get',
  path: '/guest/live',
  summary: 'What changes in the one conversation of a signed link',
  tags: ['Guests'],
  responses: { ...stream, ...problemResponses('gone', 'too_many') },
});

interface Listener {
  hub: LiveHub;
  organization: string;
  /** Only this conversation; all of the organization's rooms without it. */
  conversation?: string;
  /** Who listens, for the limit of streams each. */
  name: string;
  /** Throws once they may no longer listen. */
  check(): Promise<unknown>;
}

export function liveRoutes(platform: Platform): App {
  const { db, log } = platform;
  const app = newRouter();
  const hub = createLiveHub(db, log);
  const open = new Map<string, number>();

  app.openapi(memberRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const check = () => asMember(db, scope, async () => undefined);
    await check();
    return listenTo(c, open, { hub, organization: scope.organization, name: person.id, check });
  });

  app.use('/guest/live', linkGate(platform));
  app.openapi(guestRoute, (c) => {
    const { link } = c.var;
    const check = () => resolveLink(platform, c.req.header('x-entente-link'));
    return listenTo(c, open, {
      hub,
      organization: link.scope.organization,
      conversation: link.conversationId,
      name: link.id,
      check,
    });
  });

  return app;
}

function listenTo(c: Context<AppEnv>, open: Map<string, number>, listener: Listener): Response {
  const count = open.get(listener.name) ?? 0;
  if (isTooMany(count))
    throw new AppError(
      'too_many',
      'So many pages are open already that this one is not kept up to date. Close some of them.',
    );
  open.set(listener.name, count + 1);
  c.header('cache-control', 'no-store');
  // Proxies that gather answers would hold events back.
  c.header('x-accel-buffering', 'no');
  return streamSSE(c, async (sse) => {
    try {
      await serve(sse, listener);
    } finally {
      const left = (open.get(listener.name) ?? 1) - 1;
      if (left > 0) open.set(listener.name, left);
      else open.delete(listener.name);
    }
  });
}

async function serve(sse: SSEStreamingApi, { hub, organization, conversation, check }: Listener): Promise<void> {
  let waiting = 0;
  let over: () => void = () => undefined;
  const ended = new Promise<'ended'>((resolve) => {
    over = () => resolve('ended');
  });
  sse.onAbort(over);
  const send = (text: Promise<unknown>) => {
    waiting += 1;
    text.then(() => (waiting -= 1), over);
    if (waiting > MOST_WAITING) over();
  };
  const leave = await hub.follow(organization, (event) => {
    if (hears(event, organization, conversation))
      send(sse.writeSSE({ event: event.event, data: JSON.stringify(shown(event)) }));
  });
  try {
    send(sse.write(': listening\n\n'));
    for (let beat = 0; beat < LONGEST_BEATS && !sse.aborted; beat += 1) {
      if ((await beatOr(ended)) === 'ended') return;
      await check();
      send(sse.write(': still here\n\n'));
    }
  } catch {
    // No longer theirs to hear: the page asks again and is told why.
  } finally {
    leave();
  }
}

/** Who else may hear an event is nobody's business. */
function shown(event: LiveEvent): Record<string, unknown> {
  return { ...event, holders: undefined, event: undefined };
}

async function beatOr(ended: Promise<'ended'>): Promise<'ended' | 'beat'> {
  let timer: NodeJS.Timeout | undefined;
  const beat = new Promise<'beat'>((resolve) => {
    timer = setTimeout(() => resolve('beat'), BEAT_MILLISECONDS);
    timer.unref();
  });
  const first = await Promise.race([beat, ended]);
  clearTimeout(timer);
  return first;
}
