import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { listConversations } from './queries.ts';
import { conversationFilter, conversationList } from './schema.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/conversations',
  summary: 'Conversations, newest first',
  tags: ['Conversations'],
  request: { params: z.object({ organization: z.uuid() }), query: conversationFilter },
  responses: {
    200: { description: 'One page', content: { 'application/json': { schema: conversationList } } },
    ...problemResponses('invalid', 'unauthenticated', 'not_found'),
  },
});

export function conversationRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    return c.json(
      await asMember(db, scope, (tx) => listConversations(tx, scope.organization, filter, clock.now())),
      200,
    );
  });

  return app;
}
