import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { listPeople } from '../people/queries.ts';
import { loadRoom } from '../rooms/queries.ts';
import { addPartnership, changePartnership } from './commands.ts';
import { partnershipPageOf } from './queries.ts';
import { boardOf, listPartnerships } from './queries-list.ts';
import {
  addedPartnership,
  board,
  boardFilter,
  changePartnershipSchema,
  newPartnershipSchema,
  partnershipFilter,
  partnershipList,
  partnershipPage,
} from './schema.ts';

const all = '/organizations/{organization}/partnerships';
const one = `${all}/{partnership}`;
const allParams = z.object({ organization: z.uuid() });
const oneParams = allParams.extend({ partnership: z.uuid() });
const tags = ['Partnerships'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const page = { 200: { description: 'The partnership', content: { 'application/json': { schema: partnershipPage } } } };

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Partners, narrowed and sorted as you like; by name without a word',
  tags,
  request: { params: allParams, query: partnershipFilter },
  responses: {
    200: { description: 'One page', content: { 'application/json': { schema: partnershipList } } },
    ...problems,
  },
});

const boardRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/board',
  summary: 'Partners by stage: the first of each column by name, and how many there are',
  tags,
  request: { params: allParams, query: boardFilter },
  responses: {
    200: { description: 'All columns', content: { 'application/json': { schema: board } } },
    ...problems,
  },
});

const addRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Add a partner who needs no account: name, domain and people in one request',
  tags,
  request: {
    params: allParams,
    body: { content: { 'application/json': { schema: newPartnershipSchema } }, required: true },
  },
  responses: {
    201: { description: 'Added, with its people', content: { 'application/json': { schema: addedPartnership } } },
    ...problems,
    ...problemResponses('conflict'),
  },
});

const pageRoute = createRoute({
  method: 'get',
  path: one,
  summary: 'One partnership',
  tags,
  request: { params: oneParams },
  responses: { ...page, ...problems },
});

const changeRoute = createRoute({
  method: 'patch',
  path: one,
  summary: 'Correct the name or domain of a recorded partner',
  tags,
  request: {
    params: oneParams,
    body: { content: { 'application/json': { schema: changePartnershipSchema } }, required: true },
  },
  responses: { ...page, ...problems, ...problemResponses('forbidden') },
});

export function partnershipRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const reader = { organization: scope.organization, personId: person.id };
    return c.json(await asMember(db, scope, (tx) => listPartnerships(tx, reader, filter, clock.now())), 200);
  });

  app.openapi(boardRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const reader = { organization: scope.organization, personId: person.id };
    return c.json(await asMember(db, scope, (tx) => boardOf(tx, reader, filter, clock.now())), 200);
  });

  app.openapi(addRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const input = c.req.valid('json');
    const added = await asMember(db, scope, async (tx, membership) => {
      const now = clock.now();
      const { id } = await addPartnership(tx, scope.organization, person.id, input, now);
      const room = await loadRoom(tx, scope.organization, id);
      const found = await partnershipPageOf(tx, scope.organization, membership, id, now);
      return { ...found, people: await listPeople(tx, scope.organization, room, now) };
    });
    return c.json(added, 201);
  });

  app.openapi(pageRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const found = await asMember(db, scope, (tx, membership) =>
      partnershipPageOf(tx, scope.organization, membership, partnership, clock.now()),
    );
    return c.json(found, 200);
  });

  app.openapi(changeRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const input = c.req.valid('json');
    const found = await asMember(db, scope, async (tx, membership) => {
      await changePartnership(tx, scope.organization, person.id, partnership, input, clock.now());
      return partnershipPageOf(tx, scope.organization, membership, partnership, clock.now());
    });
    return c.json(found, 200);
  });

  return app;
}
