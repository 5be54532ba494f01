import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { addGuide, changeGuide, dropGuide } from './commands.ts';
import { canChangeGuides } from './policy.ts';
import { listGuides } from './queries.ts';
import { changeGuideSchema, guideList, guideShape, newGuideSchema } from './schema.ts';

const all = '/organizations/{organization}/guides';
const params = z.object({ organization: z.uuid() });
const oneParams = params.extend({ guide: z.uuid() });
const tags = ['Guides'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const writing = problemResponses('forbidden', 'stale', 'conflict');
const guide = (description: string) => ({ description, content: { 'application/json': { schema: guideShape } } });

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Your own guides and the shipped ones you changed; the rest of the shipped ones are words of the screen',
  tags,
  request: { params },
  responses: { 200: { description: 'All', content: { 'application/json': { schema: guideList } } }, ...problems },
});
const addRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Write a guide, or change a shipped one (starter)',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newGuideSchema } }, required: true } },
  responses: { 201: guide('Kept'), ...problems, ...writing },
});
const changeRoute = createRoute({
  method: 'put',
  path: `${all}/{guide}`,
  summary: 'Change a guide',
  tags,
  request: {
    params: oneParams,
    body: { content: { 'application/json': { schema: changeGuideSchema } }, required: true },
  },
  responses: { 200: guide('Changed'), ...problems, ...writing },
});
const dropRoute = createRoute({
  method: 'delete',
  path: `${all}/{guide}`,
  summary: 'Remove a guide; a shipped one is again as it came',
  tags,
  request: { params: oneParams },
  responses: { 204: { description: 'Gone' }, ...problems, ...problemResponses('forbidden') },
});

export function guideRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const found = await asMember(db, scope, async (tx, actor) => ({
      items: await listGuides(tx, scope.organization),
      may: { change: canChangeGuides(actor) },
    }));
    return c.json(found, 200);
  });

  app.openapi(addRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const input = c.req.valid('json');
    const made = await asMember(db, scope, (tx, actor) => addGuide(tx, { organization, actor }, input, clock.now()));
    return c.json(made, 201);
  });

  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { guide: id } = c.req.valid('param');
    const input = c.req.valid('json');
    const made = await asMember(db, scope, (tx, actor) =>
      changeGuide(tx, { organization, actor }, id, input, clock.now()),
    );
    return c.json(made, 200);
  });

  app.openapi(dropRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { guide: id } = c.req.valid('param');
    await asMember(db, scope, (tx, actor) => dropGuide(tx, { organization, actor }, id));
    return c.body(null, 204);
  });

  return app;
}
