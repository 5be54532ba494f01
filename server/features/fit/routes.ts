import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { needsOfRoom } from '../needs/queries.ts';
import { loadRoom } from '../rooms/queries.ts';
import { fitOfRoom } from './model.ts';
import { fitAcross } from './queries.ts';
import { acrossFit, fitQuery, roomFit } from './schema.ts';

const problems = problemResponses('invalid', 'unauthenticated', 'not_found');

const roomRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/partnerships/{partnership}/fit',
  summary: 'Which offer serves which need, both ways, from what we know of them',
  tags: ['Needs and offers'],
  request: { params: z.object({ organization: z.uuid(), partnership: z.uuid() }), query: fitQuery },
  responses: { 200: { description: 'The fit', content: { 'application/json': { schema: roomFit } } }, ...problems },
});

const acrossRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/needs/{item}/fit',
  summary: 'Who could serve a need of ours, or use an offer, across all partners',
  tags: ['Needs and offers'],
  request: { params: z.object({ organization: z.uuid(), item: z.uuid() }), query: fitQuery },
  responses: {
    200: { description: 'Best first', content: { 'application/json': { schema: acrossFit } } },
    ...problems,
  },
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

  app.openapi(acrossRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { item } = c.req.valid('param');
    const { locale } = c.req.valid('query');
    return c.json(await asMember(db, scope, (tx, actor) => fitAcross(tx, { organization, actor }, item, locale)), 200);
  });

  return app;
}
