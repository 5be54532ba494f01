import { createRoute, z } from '@hono/zod-openapi';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { addFreeDays, removeFreeDays } from './commands-settings.ts';
import { listFreeDays } from './queries-settings.ts';
import { freeDays, freeDaysFilter, freeDaysList, newFreeDays } from './schema-free-days.ts';

const path = '/organizations/{organization}/free-days';
const params = z.object({ organization: z.uuid() });
const tags = ['Follow-ups'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'Days of a year on which your organization is closed, besides public holidays',
  tags,
  request: { params, query: freeDaysFilter },
  responses: {
    200: { description: 'The first first', content: { 'application/json': { schema: freeDaysList } } },
    ...problems,
  },
});
const addRoute = createRoute({
  method: 'post',
  path,
  summary: 'Say that your organization is closed on some days; administrators only',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newFreeDays } }, required: true } },
  responses: {
    201: { description: 'Added', content: { 'application/json': { schema: freeDays } } },
    ...problems,
    ...problemResponses('forbidden', 'conflict'),
  },
});
const removeRoute = createRoute({
  method: 'delete',
  path: `${path}/{freeDays}`,
  summary: 'Say that it is open on them after all; administrators only',
  tags,
  request: { params: params.extend({ freeDays: z.uuid() }) },
  responses: { 204: { description: 'Removed' }, ...problems, ...problemResponses('forbidden') },
});

/** The free days of an organization, beside what else it decides for all. */
export function freeDaysRoutes(app: App, { db, clock }: Platform): void {
  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { year = clock.now().getUTCFullYear() } = c.req.valid('query');
    const items = await asMember(db, scope, (tx) => listFreeDays(tx, scope.organization, year));
    return c.json({ items }, 200);
  });

  app.openapi(addRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    const added = await asMember(db, scope, (tx, membership) =>
      addFreeDays(tx, scope.organization, membership, input, clock.now()),
    );
    return c.json(added, 201);
  });

  app.openapi(removeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { freeDays: id } = c.req.valid('param');
    await asMember(db, scope, (tx, membership) => removeFreeDays(tx, scope.organization, membership, id, clock.now()));
    return c.body(null, 204);
  });
}
