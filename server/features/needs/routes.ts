import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { addItem, changeItem, dropItem } from './commands.ts';
import { listItems } from './queries.ts';
import { needRoomRoutes } from './routes-room.ts';
import { changeItemSchema, itemFilter, itemList, itemShape, newItemSchema } from './schema.ts';

const book = '/organizations/{organization}/needs';
const params = z.object({ organization: z.uuid() });
const itemParams = params.extend({ item: z.uuid() });
const tags = ['Needs and offers'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

const listRoute = createRoute({
  method: 'get',
  path: book,
  summary: 'Our own needs and offers, with whom we told how much',
  tags,
  request: { params, query: itemFilter },
  responses: { 200: json('One page', itemList), ...problems },
});
const addRoute = createRoute({
  method: 'post',
  path: book,
  summary: 'Write down a need or an offer: our own, or a partner’s as we understand it. Nobody is told',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newItemSchema } }, required: true } },
  responses: { 201: json('Written down', itemShape), ...problems, ...problemResponses('conflict') },
});
const changeRoute = createRoute({
  method: 'patch',
  path: `${book}/{item}`,
  summary: 'Change it; those who were told of it read the change',
  tags,
  request: {
    params: itemParams,
    body: { content: { 'application/json': { schema: changeItemSchema } }, required: true },
  },
  responses: { 200: json('Changed', itemShape), ...problems, ...problemResponses('forbidden') },
});
const dropRoute = createRoute({
  method: 'delete',
  path: `${book}/{item}`,
  summary: 'Throw it away, and with it what others were told',
  tags,
  request: { params: itemParams },
  responses: { 204: { description: 'Gone' }, ...problems, ...problemResponses('forbidden') },
});
export function needRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const { organization } = scope;
    return c.json(await asMember(db, scope, (tx, actor) => listItems(tx, { organization, actor }, filter)), 200);
  });

  app.openapi(addRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    const { organization } = scope;
    const added = await asMember(db, scope, (tx, actor) => addItem(tx, { organization, actor }, input, clock.now()));
    return c.json(added, 201);
  });

  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { item } = c.req.valid('param');
    const input = c.req.valid('json');
    const { organization } = scope;
    const changed = await asMember(db, scope, (tx, actor) =>
      changeItem(tx, { organization, actor }, item, input, clock.now()),
    );
    return c.json(changed, 200);
  });

  app.openapi(dropRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { item } = c.req.valid('param');
    const { organization } = scope;
    await asMember(db, scope, (tx, actor) => dropItem(tx, { organization, actor }, item, clock.now()));
    return c.body(null, 204);
  });

  needRoomRoutes(app, platform);
  return app;
}
