import { createRoute, z } from '@hono/zod-openapi';
import { DavError, davServer } from '../../platform/dav.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { connectAccount, disconnectAccount, renewFeed, revokeFeed } from './commands.ts';
import { lookAtCalendar } from './jobs.ts';
import { loadCalendarState } from './queries.ts';
import { calendarAccess, calendarFeed, calendarsFound, calendarState, newCalendarAccount } from './schema.ts';

const all = '/organizations/{organization}/calendar';
const params = z.object({ organization: z.uuid() });
const tags = ['Calendars'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const stateRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Your calendar and your feed, with what last came in and went out',
  tags,
  request: { params },
  responses: { 200: json(calendarState, 'As it stands'), ...problems },
});
const findRoute = createRoute({
  method: 'post',
  path: `${all}/find`,
  summary: 'Find your calendars on a server that speaks CalDAV; nothing is kept',
  tags,
  request: { params, body: { content: { 'application/json': { schema: calendarAccess } }, required: true } },
  responses: { 200: json(calendarsFound, 'Found'), ...problems, ...problemResponses('conflict') },
});
const connectRoute = createRoute({
  method: 'put',
  path: `${all}/account`,
  summary: 'Keep your meetings in one of these calendars, and follow what you change there',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newCalendarAccount } }, required: true } },
  responses: { 200: json(calendarState, 'Connected'), ...problems, ...problemResponses('conflict') },
});
const disconnectRoute = createRoute({
  method: 'delete',
  path: `${all}/account`,
  summary: 'Forget your calendar and its password; what lies in it stays there',
  tags,
  request: { params },
  responses: { 204: { description: 'Forgotten' }, ...problems },
});
const lookRoute = createRoute({
  method: 'post',
  path: `${all}/look`,
  summary: 'Look at your calendar now',
  tags,
  request: { params },
  responses: { 200: json(calendarState, 'Looked at'), ...problems },
});
const renewRoute = createRoute({
  method: 'put',
  path: `${all}/feed`,
  summary: 'Make the secret address of your meetings anew; the one before stops at once',
  tags,
  request: { params },
  responses: { 200: json(calendarFeed, 'Told only now'), ...problems },
});
const revokeRoute = createRoute({
  method: 'delete',
  path: `${all}/feed`,
  summary: 'Take the secret address of your meetings back',
  tags,
  request: { params },
  responses: { 204: { description: 'Taken back' }, ...problems },
});
export function calendarRoutes(platform: Platform): App {
  const { db, clock, config, secrets } = platform;
  const app = newRouter();

  app.openapi(stateRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await asMember(db, scope, (tx) => loadCalendarState(tx, scope)), 200);
  });

  app.openapi(findRoute, async (c) => {
    const { scope } = await requireMember(c);
    await asMember(db, scope, () => Promise.resolve());
    const access = c.req.valid('json');
    return c.json(
      { calendars: await asked(() => davServer(access, { allowed: config.privateHosts }).calendars()) },
      200,
    );
  });

  app.openapi(connectRoute, async (c) => {
    const { scope } = await requireMember(c);
    await asMember(db, scope, () => Promise.resolve());
    const input = c.req.valid('json');
    const found = await asked(() => davServer(input, { allowed: config.privateHosts }).calendars());
    const chosen = found.find(({ url }) => url === input.calendar);
    if (!chosen)
      throw new AppError('invalid', 'This calendar is not one of yours there. Choose one of those that were found.');
    await asMember(db, scope, (tx) =>
      connectAccount(tx, scope, { ...input, calendarName: chosen.name }, { secret: secrets.linkKey, now: clock.now() }),
    );
    await lookAtCalendar(platform, scope);
    return c.json(await asMember(db, scope, (tx) => loadCalendarState(tx, scope)), 200);
  });

  app.openapi(disconnectRoute, async (c) => {
    const { scope } = await requireMember(c);
    await asMember(db, scope, (tx) => disconnectAccount(tx, scope));
    return c.body(null, 204);
  });

  app.openapi(lookRoute, async (c) => {
    const { scope } = await requireMember(c);
    await asMember(db, scope, () => Promise.resolve());
    await lookAtCalendar(platform, scope);
    return c.json(await asMember(db, scope, (tx) => loadCalendarState(tx, scope)), 200);
  });

  app.openapi(renewRoute, async (c) => {
    const { scope } = await requireMember(c);
    const now = clock.now();
    const token = await asMember(db, scope, (tx) => renewFeed(tx, scope, now));
    return c.json({ url: `${config.publicUrl}/api/calendar/${token}.ics`, createdAt: now.toISOString() }, 200);
  });

  app.openapi(revokeRoute, async (c) => {
    const { scope } = await requireMember(c);
    await asMember(db, scope, (tx) => revokeFeed(tx, scope));
    return c.body(null, 204);
  });

  return app;
}

/** Asks a calendar server for somebody who waits for the answer: what goes wrong there is told with what to do. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DavError)) throw error;
    throw new AppError('conflict', error.message, { calendar: error.problem }, { cause: error });
  }
}
