import { createRoute, z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import { addView, changeView, dropView } from './commands-views.ts';
import { listViews, type Looker } from './queries-views.ts';
import { changeViewSchema, newViewSchema, viewList, viewShape } from './schema-views.ts';

const all = '/organizations/{organization}/views';
const params = z.object({ organization: z.uuid() });
const oneParams = params.extend({ view: z.uuid() });
const tags = ['Views'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const view = (description: string) => ({ description, content: { 'application/json': { schema: viewShape } } });

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Your views of the partners and those your colleagues share, by title',
  tags,
  request: { params },
  responses: { 200: { description: 'All', content: { 'application/json': { schema: viewList } } }, ...problems },
});
const addRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Keep a view',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newViewSchema } }, required: true } },
  responses: { 201: view('Kept'), ...problems, ...problemResponses('conflict') },
});
const changeRoute = createRoute({
  method: 'patch',
  path: `${all}/{view}`,
  summary: 'Rename a view, share it, begin with it, or keep another look under its title',
  tags,
  request: {
    params: oneParams,
    body: { content: { 'application/json': { schema: changeViewSchema } }, required: true },
  },
  responses: { 200: view('Changed'), ...problems, ...problemResponses('forbidden') },
});
const dropRoute = createRoute({
  method: 'delete',
  path: `${all}/{view}`,
  summary: 'Delete a view',
  tags,
  request: { params: oneParams },
  responses: { 204: { description: 'Gone' }, ...problems, ...problemResponses('forbidden') },
});

export function viewRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  const looking = <T>(scope: MemberScope, work: (tx: Tx, looker: Looker) => Promise<T>): Promise<T> =>
    asMember(db, scope, (tx, actor) => work(tx, { organization: scope.organization, actor }));

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await looking(scope, listViews), 200);
  });

  app.openapi(addRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    return c.json(await looking(scope, (tx, looker) => addView(tx, looker, input, clock.now())), 201);
  });

  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    const { view: id } = c.req.valid('param');
    return c.json(await looking(scope, (tx, looker) => changeView(tx, looker, id, input, clock.now())), 200);
  });

  app.openapi(dropRoute, async (c) => {
    const { scope } = await requireMember(c);
    await looking(scope, (tx, looker) => dropView(tx, looker, c.req.valid('param').view));
    return c.body(null, 204);
  });

  return app;
}
