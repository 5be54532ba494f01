import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { dropDraft, keepDraft } from './commands.ts';
import { readDraft } from './queries.ts';
import { draft, draftInput, draftKey } from './schema.ts';

const path = '/organizations/{organization}/drafts/{key}';
const params = z.object({ organization: z.uuid(), key: draftKey });
const tags = ['Drafts'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found', 'too_large', 'too_many');
const nothing = { 204: { description: 'Done' } };

const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'What you were typing',
  tags,
  request: { params },
  responses: {
    200: { description: 'The draft', content: { 'application/json': { schema: draft } } },
    204: { description: 'There is none' },
    ...problems,
  },
});
const keepRoute = createRoute({
  method: 'put',
  path,
  summary: 'Keep what you are typing',
  tags,
  request: { params, body: { content: { 'application/json': { schema: draftInput } }, required: true } },
  responses: { ...nothing, ...problems },
});
const dropRoute = createRoute({
  method: 'delete',
  path,
  summary: 'Discard a draft',
  tags,
  request: { params },
  responses: { ...nothing, ...problems },
});

export function draftRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(readRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const desk = { organization: scope.organization, personId: person.id };
    const found = await asMember(db, scope, (tx) => readDraft(tx, desk, c.req.valid('param').key));
    return found ? c.json(found, 200) : c.body(null, 204);
  });

  app.openapi(keepRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const desk = { organization: scope.organization, personId: person.id };
    await asMember(db, scope, (tx) =>
      keepDraft(tx, desk, c.req.valid('param').key, c.req.valid('json').content, clock.now()),
    );
    return c.body(null, 204);
  });

  app.openapi(dropRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const desk = { organization: scope.organization, personId: person.id };
    await asMember(db, scope, (tx) => dropDraft(tx, desk, c.req.valid('param').key));
    return c.body(null, 204);
  });

  return app;
}
