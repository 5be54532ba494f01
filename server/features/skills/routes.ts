import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { findSkills } from './queries.ts';
import { skillFilter, skillList } from './schema.ts';

const findRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/skills',
  summary:
    'Skills for what was typed so far: exact ones first, then names that begin so, then names with a word that does',
  tags: ['Skills'],
  request: { params: z.object({ organization: z.uuid() }), query: skillFilter },
  responses: {
    200: { description: 'The best ones', content: { 'application/json': { schema: skillList } } },
    ...problemResponses('invalid', 'unauthenticated', 'not_found'),
  },
});

export function skillRoutes({ db }: Platform): App {
  const app = newRouter();
  app.openapi(findRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    return c.json(await asMember(db, scope, (tx) => findSkills(tx, filter)), 200);
  });
  return app;
}
