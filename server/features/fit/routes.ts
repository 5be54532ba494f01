import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { needsOfRoom } from '../needs/queries.ts';
import { loadRoom } from '../rooms/queries.ts';
import { fitOfRoom } from './model.ts';
import { fitQuery, roomFit } from './schema.ts';

const problems = problemResponses('invalid', 'unauthenticated', 'not_found');

const roomRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/partnerships/{partnership}/fit',
  summary: 'Which offer serves which need, both ways, from what we know of them',
  tags: ['Needs and offers'],
  request: { params: z.object({ organization: z.uuid(), partnership: z.uuid() }), query: fitQuery },
  responses: { 200: { description: 'The fit', content: { 'application/json': { schema: roomFit } } }, ...problems },
});

export function fitRoutes(platform: Platform): App {
  const { db } = platform;
  const app = newRouter();

  app.openapi(roomRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership } = c.req.valid('param');
    const needs = await asMember(db, scope, async (tx, actor) =>
      needsOfRoom(tx, { organization, actor }, await loadRoom(tx, organization, partnership)),
    );
    return c.json(fitOfRoom(needs, c.req.valid('query').locale), 200);
  });

  return app;
}
