import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { ownMirrorOf, reviewOfMonth, roomMirrorOf } from './queries.ts';
import { mirrorQuery, ownMirror, review, reviewQuery, roomMirror } from './schema.ts';

const own = z.object({ organization: z.uuid() });
const tags = ['Mirror'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');

const ownRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/mirror',
  summary: 'How our own organization keeps its word, over all partners',
  tags,
  request: { params: own, query: mirrorQuery },
  responses: {
    200: { description: 'Counts, intervals and trends', content: { 'application/json': { schema: ownMirror } } },
    ...problems,
  },
});

const roomRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/partnerships/{partnership}/mirror',
  summary: 'How both sides of one partnership keep their word, ours first',
  tags,
  request: { params: own.extend({ partnership: z.uuid() }), query: mirrorQuery },
  responses: {
    200: { description: 'The same counts for both sides', content: { 'application/json': { schema: roomMirror } } },
    ...problems,
  },
});

const reviewRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/mirror/review',
  summary: 'A month of our own organization: three things done well, three to mend',
  tags,
  request: { params: own, query: reviewQuery },
  responses: {
    200: { description: 'The review', content: { 'application/json': { schema: review } } },
    ...problems,
  },
});

export function mirrorRoutes({ db, clock }: Platform): App {
  const app = newRouter();

  app.openapi(ownRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { days } = c.req.valid('query');
    return c.json(await asMember(db, scope, (tx) => ownMirrorOf(tx, scope.organization, days, clock.now())), 200);
  });

  app.openapi(roomRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const { days } = c.req.valid('query');
    return c.json(
      await asMember(db, scope, (tx) => roomMirrorOf(tx, scope.organization, partnership, days, clock.now())),
      200,
    );
  });

  app.openapi(reviewRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { month } = c.req.valid('query');
    return c.json(await asMember(db, scope, (tx) => reviewOfMonth(tx, scope.organization, month, clock.now())), 200);
  });

  return app;
}
