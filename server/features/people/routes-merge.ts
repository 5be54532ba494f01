import { createRoute, z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/database.ts';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import type { Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { keepApart, mergePerson, undoMerge } from './commands-merge.ts';
import { sameIn } from './queries-same.ts';
import { mergeSchema, notSameSchema, samePage } from './schema.ts';

const room = '/organizations/{organization}/partnerships/{partnership}';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const onePerson = params.extend({ person: z.uuid() });
const tags = ['Partnerships'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found', 'forbidden', 'conflict');
const answer = {
  200: { description: 'As it is now', content: { 'application/json': { schema: samePage } } },
  ...problems,
};
const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true as const,
});

const sameRoute = createRoute({
  method: 'get',
  path: `${room}/same-people`,
  summary: 'People who look as if they were written down twice, and those who were merged',
  tags,
  request: { params },
  responses: answer,
});
const mergeRoute = createRoute({
  method: 'post',
  path: `${room}/people/{person}/merge`,
  summary: 'Say that two are one person; the acts of both stay as they were said',
  tags,
  request: { params: onePerson, body: body(mergeSchema) },
  responses: answer,
});
const undoRoute = createRoute({
  method: 'delete',
  path: `${room}/people/{person}/merge`,
  summary: 'Undo a merge, within 30 days',
  tags,
  request: { params: onePerson },
  responses: answer,
});
const apartRoute = createRoute({
  method: 'post',
  path: `${room}/people/{person}/apart`,
  summary: 'Say that two who look alike are two',
  tags,
  request: { params: onePerson, body: body(notSameSchema) },
  responses: answer,
});

/** Somebody who was written down twice: found, merged, and taken apart again. */
export function mergeRoutes(app: App, platform: Platform): void {
  const { db, clock } = platform;
  const then = (scope: MemberScope, partnership: string, work: (tx: Tx, found: Room) => Promise<void>) =>
    asMember(db, scope, async (tx) => {
      const found = await loadRoom(tx, scope.organization, partnership);
      await work(tx, found);
      return sameIn(tx, scope.organization, found, clock.now());
    });

  app.openapi(sameRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await then(scope, c.req.valid('param').partnership, () => Promise.resolve()), 200);
  });
  app.openapi(mergeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person } = c.req.valid('param');
    const { into } = c.req.valid('json');
    return c.json(
      await then(scope, partnership, (tx, found) =>
        mergePerson(tx, scope.organization, found, person, into, clock.now()),
      ),
      200,
    );
  });
  app.openapi(undoRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person } = c.req.valid('param');
    return c.json(
      await then(scope, partnership, (tx, found) => undoMerge(tx, scope.organization, found, person, clock.now())),
      200,
    );
  });
  app.openapi(apartRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person } = c.req.valid('param');
    const { than } = c.req.valid('json');
    return c.json(
      await then(scope, partnership, (tx, found) =>
        keepApart(tx, scope.organization, found, person, than, clock.now()),
      ),
      200,
    );
  });
}
