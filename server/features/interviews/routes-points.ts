import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireMember } from '../identity/gate.ts';
import { markDone, putPoint } from './commands-points.ts';
import { listFollowUps, listPoints } from './queries.ts';
import { deskOf } from './routes.ts';
import {
  doneSchema,
  followUpList,
  followUpShape,
  keptPoint,
  pageFilter,
  pointFilter,
  pointList,
  putPointSchema,
} from './schema.ts';

const room = '/organizations/{organization}/partnerships/{partnership}';
const all = `${room}/interviews/{interview}/points`;
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const talkParams = params.extend({ interview: z.uuid() });
const tags = ['Interviews'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'What was heard in a talk',
  tags,
  request: { params: talkParams, query: pointFilter },
  responses: { 200: { description: 'One page', content: { 'application/json': { schema: pointList } } }, ...problems },
});
const putRoute = createRoute({
  method: 'put',
  path: `${all}/{point}`,
  summary: 'Deliver a point, as often as needed; if another device changed it, both wordings are kept',
  tags,
  request: {
    params: talkParams.extend({ point: z.uuid() }),
    body: { content: { 'application/json': { schema: putPointSchema } }, required: true },
  },
  responses: {
    200: { description: 'Kept', content: { 'application/json': { schema: keptPoint } } },
    ...problems,
    ...problemResponses('conflict'),
  },
});
const followUpsRoute = createRoute({
  method: 'get',
  path: `${room}/follow-ups`,
  summary: 'What is still to be done about what was heard, the nearest day first',
  tags,
  request: { params, query: pageFilter },
  responses: {
    200: { description: 'One page', content: { 'application/json': { schema: followUpList } } },
    ...problems,
  },
});
const doneRoute = createRoute({
  method: 'put',
  path: `${room}/follow-ups/{point}`,
  summary: 'Say that a follow-up is done, or not after all',
  tags,
  request: {
    params: params.extend({ point: z.uuid() }),
    body: { content: { 'application/json': { schema: doneSchema } }, required: true },
  },
  responses: {
    200: { description: 'Noted', content: { 'application/json': { schema: followUpShape } } },
    ...problems,
  },
});

export function pointRoutes(platform: Platform): App {
  const { clock } = platform;
  const app = newRouter();
  const atDesk = deskOf(platform);

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, interview } = c.req.valid('param');
    const filter = c.req.valid('query');
    return c.json(await atDesk(scope, partnership, (tx, desk) => listPoints(tx, desk, interview, filter)), 200);
  });

  app.openapi(putRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, interview, point } = c.req.valid('param');
    const input = c.req.valid('json');
    return c.json(
      await atDesk(scope, partnership, (tx, desk) => putPoint(tx, desk, interview, point, input, clock.now())),
      200,
    );
  });

  app.openapi(followUpsRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const { partnership } = c.req.valid('param');
    return c.json(await atDesk(scope, partnership, (tx, desk) => listFollowUps(tx, desk, filter)), 200);
  });

  app.openapi(doneRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, point } = c.req.valid('param');
    const input = c.req.valid('json');
    return c.json(await atDesk(scope, partnership, (tx, desk) => markDone(tx, desk, point, input, clock.now())), 200);
  });

  return app;
}
