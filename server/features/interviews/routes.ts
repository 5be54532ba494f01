import { createRoute, z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import { loadRoom } from '../rooms/queries.ts';
import { changeInterview, dropInterview, finishInterview, reopenInterview, startInterview } from './commands.ts';
import { type Desk, listInterviews, loadInterview } from './queries.ts';
import { changeInterviewSchema, interviewList, interviewShape, newInterviewSchema, pageFilter } from './schema.ts';

const all = '/organizations/{organization}/partnerships/{partnership}/interviews';
const one = `${all}/{interview}`;
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const oneParams = params.extend({ interview: z.uuid() });
const tags = ['Interviews'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const interview = (description: string) => ({
  description,
  content: { 'application/json': { schema: interviewShape } },
});

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Talks in which you listened to a partner, the latest first; nobody else ever sees them',
  tags,
  request: { params, query: pageFilter },
  responses: {
    200: { description: 'One page', content: { 'application/json': { schema: interviewList } } },
    ...problems,
  },
});
const startRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Start to listen',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newInterviewSchema } }, required: true } },
  responses: { 201: interview('Started'), ...problems },
});
const readRoute = createRoute({
  method: 'get',
  path: one,
  summary: 'One talk and its questions',
  tags,
  request: { params: oneParams },
  responses: { 200: interview('The talk'), ...problems },
});
const changeRoute = createRoute({
  method: 'put',
  path: one,
  summary: 'Correct when, how, where and with whom',
  tags,
  request: {
    params: oneParams,
    body: { content: { 'application/json': { schema: changeInterviewSchema } }, required: true },
  },
  responses: { 200: interview('Corrected'), ...problems },
});
const finishRoute = createRoute({
  method: 'post',
  path: `${one}/finish`,
  summary: 'End a talk whose points are all closed or followed up; its needs and offers are kept',
  tags,
  request: { params: oneParams },
  responses: { 200: interview('Finished'), ...problems, ...problemResponses('conflict') },
});
const reopenRoute = createRoute({
  method: 'post',
  path: `${one}/reopen`,
  summary: 'Open a finished talk again',
  tags,
  request: { params: oneParams },
  responses: { 200: interview('Open again'), ...problems },
});
const dropRoute = createRoute({
  method: 'delete',
  path: one,
  summary: 'Take away a talk in which nothing was written',
  tags,
  request: { params: oneParams },
  responses: { 204: { description: 'Gone' }, ...problems, ...problemResponses('forbidden', 'conflict') },
});

/** Runs work at the organization's own desk for a partnership that it has. */
export function deskOf(platform: Platform) {
  return <T>(scope: MemberScope, partnership: string, work: (tx: Tx, desk: Desk) => Promise<T>): Promise<T> =>
    asMember(platform.db, scope, async (tx, actor) => {
      const { organization } = scope;
      await loadRoom(tx, organization, partnership);
      return work(tx, { organization, partnership, actor });
    });
}

export function interviewRoutes(platform: Platform): App {
  const { clock } = platform;
  const app = newRouter();
  const atDesk = deskOf(platform);

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const { partnership } = c.req.valid('param');
    return c.json(await atDesk(scope, partnership, (tx, desk) => listInterviews(tx, desk, filter)), 200);
  });

  app.openapi(startRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    const { partnership } = c.req.valid('param');
    return c.json(await atDesk(scope, partnership, (tx, desk) => startInterview(tx, desk, input, clock.now())), 201);
  });

  app.openapi(readRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, interview: id } = c.req.valid('param');
    return c.json(await atDesk(scope, partnership, (tx, desk) => loadInterview(tx, desk, id)), 200);
  });

  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, interview: id } = c.req.valid('param');
    const input = c.req.valid('json');
    return c.json(
      await atDesk(scope, partnership, (tx, desk) => changeInterview(tx, desk, id, input, clock.now())),
      200,
    );
  });

  app.openapi(finishRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, interview: id } = c.req.valid('param');
    return c.json(await atDesk(scope, partnership, (tx, desk) => finishInterview(tx, desk, id, clock.now())), 200);
  });

  app.openapi(reopenRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, interview: id } = c.req.valid('param');
    return c.json(await atDesk(scope, partnership, (tx, desk) => reopenInterview(tx, desk, id, clock.now())), 200);
  });

  app.openapi(dropRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, interview: id } = c.req.valid('param');
    await atDesk(scope, partnership, (tx, desk) => dropInterview(tx, desk, id, clock.now()));
    return c.body(null, 204);
  });

  return app;
}
