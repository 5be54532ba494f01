import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { hexId } from '../conversations/schema.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { checkModel } from './queries-check.ts';
import { commitmentsBehind, confidencePage, effectOf } from './queries-pages.ts';
import {
  checkQuery,
  checkShape,
  commitmentList,
  commitmentQuery,
  confidencePage as pageShape,
  confidenceQuery,
  effectShape,
} from './schema.ts';

const room = z.object({ organization: z.uuid(), partnership: z.uuid() });
const tags = ['Trust'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const day = 86_400_000;

const pageRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/partnerships/{partnership}/confidence',
  summary: 'Our confidence in the partner, and theirs in us as far as the shared record shows it',
  tags,
  request: { params: room, query: confidenceQuery },
  responses: {
    200: { description: 'Both directions, explained', content: { 'application/json': { schema: pageShape } } },
    ...problems,
  },
});

const commitmentsRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/partnerships/{partnership}/confidence/commitments',
  summary: 'The commitments that one share of a number opens into, the latest first',
  tags,
  request: { params: room, query: commitmentQuery },
  responses: {
    200: { description: 'One page', content: { 'application/json': { schema: commitmentList } } },
    ...problems,
  },
});

const effectRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/partnerships/{partnership}/conversations/{conversation}/confidence',
  summary: 'What one promise did to the confidence of its customer, or would do; null before anything is promised',
  tags,
  request: { params: room.extend({ conversation: hexId }) },
  responses: {
    200: { description: 'The effect', content: { 'application/json': { schema: effectShape.nullable() } } },
    ...problems,
  },
});

const checkRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/confidence/check',
  summary: 'How well our own history, or one import of it, would have been foretold',
  tags,
  request: { params: z.object({ organization: z.uuid() }), query: checkQuery },
  responses: {
    200: { description: 'Scores and the reliability diagram', content: { 'application/json': { schema: checkShape } } },
    ...problems,
  },
});

export function trustRoutes({ db, clock }: Platform): App {
  const app = newRouter();

  app.openapi(pageRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const { days } = c.req.valid('query');
    const now = clock.now();
    const from = new Date(now.getTime() - days * day);
    return c.json(
      await asMember(db, scope, (tx) => confidencePage(tx, scope.organization, partnership, from, now)),
      200,
    );
  });

  app.openapi(commitmentsRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const query = c.req.valid('query');
    return c.json(
      await asMember(db, scope, (tx) => commitmentsBehind(tx, scope.organization, partnership, query, clock.now())),
      200,
    );
  });

  app.openapi(effectRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, conversation } = c.req.valid('param');
    return c.json(
      await asMember(db, scope, (tx) => effectOf(tx, scope.organization, partnership, conversation, clock.now())),
      200,
    );
  });

  app.openapi(checkRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { import: importId } = c.req.valid('query');
    return c.json(await asMember(db, scope, (tx) => checkModel(tx, scope.organization, importId, clock.now())), 200);
  });

  return app;
}
