import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { loadRoom } from '../rooms/queries.ts';
import { addMessage, startThread } from './commands.ts';
import { listThreads, threadPageOf } from './queries.ts';
import { messageFilter, newMessageSchema, newThreadSchema, threadFilter, threadList, threadPage } from './schema.ts';

const all = '/organizations/{organization}/partnerships/{partnership}/threads';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const oneParams = params.extend({ thread: z.uuid() });
const tags = ['Threads'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const thread = (description: string) => ({ description, content: { 'application/json': { schema: threadPage } } });

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Threads of the room, the one spoken in last first',
  tags,
  request: { params, query: threadFilter },
  responses: { 200: { description: 'One page', content: { 'application/json': { schema: threadList } } }, ...problems },
});
const startRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Begin a plain thread',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newThreadSchema } }, required: true } },
  responses: { 201: thread('Begun'), ...problems, ...problemResponses('forbidden') },
});
const pageRoute = createRoute({
  method: 'get',
  path: `${all}/{thread}`,
  summary: 'One thread with its messages',
  tags,
  request: { params: oneParams, query: messageFilter },
  responses: { 200: thread('The thread'), ...problems },
});
const sayRoute = createRoute({
  method: 'post',
  path: `${all}/{thread}/messages`,
  summary: 'Write in a thread',
  tags,
  request: {
    params: oneParams,
    body: { content: { 'application/json': { schema: newMessageSchema } }, required: true },
  },
  responses: { 201: thread('Written'), ...problems, ...problemResponses('forbidden') },
});

export function threadRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const filter = c.req.valid('query');
    return c.json(
      await asMember(db, scope, async (tx) =>
        listThreads(tx, await loadRoom(tx, scope.organization, partnership), filter),
      ),
      200,
    );
  });

  app.openapi(startRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const input = c.req.valid('json');
    const begun = await asMember(db, scope, async (tx, colleague) => {
      const room = await loadRoom(tx, scope.organization, partnership);
      const id = await startThread(tx, scope.organization, room, colleague, input, clock.now());
      return threadPageOf(tx, scope.organization, room, id, { limit: 200 });
    });
    wakeRelay();
    return c.json(begun, 201);
  });

  app.openapi(pageRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, thread: id } = c.req.valid('param');
    const filter = c.req.valid('query');
    const found = await asMember(db, scope, async (tx) =>
      threadPageOf(tx, scope.organization, await loadRoom(tx, scope.organization, partnership), id, filter),
    );
    return c.json(found, 200);
  });

  app.openapi(sayRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, thread: id } = c.req.valid('param');
    const input = c.req.valid('json');
    const written = await asMember(db, scope, async (tx, colleague) => {
      const room = await loadRoom(tx, scope.organization, partnership);
      await addMessage(tx, scope.organization, room, id, colleague, input, clock.now());
      return threadPageOf(tx, scope.organization, room, id, { limit: 200 });
    });
    wakeRelay();
    return c.json(written, 201);
  });

  return app;
}
