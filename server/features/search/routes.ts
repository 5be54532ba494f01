import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { search } from './queries.ts';
import { searchAnswer, searchFilter } from './schema.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/search',
  summary: 'Whatever the organization may see that holds these words, by kind',
  tags: ['Search'],
  request: { params: z.object({ organization: z.uuid() }), query: searchFilter },
  responses: {
    200: { description: 'The groups that hold something', content: { 'application/json': { schema: searchAnswer } } },
    ...problemResponses('invalid', 'unauthenticated', 'not_found'),
  },
});

export function searchRoutes({ db }: Platform): App {
  const app = newRouter();
  app.openapi(searchRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    return c.json(await asMember(db, scope, (tx) => search(tx, scope.organization, filter)), 200);
  });
  return app;
}
