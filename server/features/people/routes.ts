import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { loadRoom } from '../rooms/queries.ts';
import { addPerson, changePerson } from './commands.ts';
import { listPeople } from './queries.ts';
import { mergeRoutes } from './routes-merge.ts';
import { changePersonSchema, newPersonSchema, personShape } from './schema.ts';

const all = '/organizations/{organization}/partnerships/{partnership}/people';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const tags = ['Partnerships'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const person = (description: string) => ({ description, content: { 'application/json': { schema: personShape } } });

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'The people of both sides',
  tags,
  request: { params },
  responses: {
    200: { description: 'All of them', content: { 'application/json': { schema: z.array(personShape) } } },
    ...problems,
  },
});

const addRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Add somebody of your own side, of a recorded partner, or a newcomer',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newPersonSchema } }, required: true } },
  responses: { 201: person('Added'), ...problems, ...problemResponses('forbidden', 'conflict') },
});

const changeRoute = createRoute({
  method: 'patch',
  path: `${all}/{person}`,
  summary: 'Change what the room knows of a person, or note that they left',
  tags,
  request: {
    params: params.extend({ person: z.uuid() }),
    body: { content: { 'application/json': { schema: changePersonSchema } }, required: true },
  },
  responses: { 200: person('Changed'), ...problems, ...problemResponses('forbidden') },
});

export function peopleRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const people = await asMember(db, scope, async (tx) =>
      listPeople(tx, scope.organization, await loadRoom(tx, scope.organization, partnership), clock.now()),
    );
    return c.json(people, 200);
  });

  app.openapi(addRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const input = c.req.valid('json');
    const added = await asMember(db, scope, async (tx) =>
      addPerson(tx, scope.organization, await loadRoom(tx, scope.organization, partnership), input, clock.now()),
    );
    return c.json(added, 201);
  });

  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person: id } = c.req.valid('param');
    const input = c.req.valid('json');
    const changed = await asMember(db, scope, async (tx) =>
      changePerson(tx, scope.organization, await loadRoom(tx, scope.organization, partnership), id, input, clock.now()),
    );
    return c.json(changed, 200);
  });

  mergeRoutes(app, platform);
  return app;
}
