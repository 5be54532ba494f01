import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { todayPage } from './queries.ts';
import { todayFilter, todayPage as pageShape } from './schema.ts';

const route = createRoute({
  method: 'get',
  path: '/organizations/{organization}/today',
  summary: 'My move, their move, going quiet, soon due',
  tags: ['Today'],
  request: { params: z.object({ organization: z.uuid() }), query: todayFilter },
  responses: {
    200: { description: 'The home page of one person', content: { 'application/json': { schema: pageShape } } },
    ...problemResponses('invalid', 'unauthenticated', 'not_found'),
  },
});

export function todayRoutes(platform: Platform): App {
  const app = newRouter();
  app.openapi(route, async (c) => {
    const { person, scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const reader = { organization: scope.organization, personId: person.id };
    return c.json(await asMember(platform.db, scope, (tx) => todayPage(tx, reader, filter, platform.clock.now())), 200);
  });
  return app;
}
