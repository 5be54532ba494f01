import { createRoute, z } from '@hono/zod-openapi';
import { inScope } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { feedRead } from './commands.ts';
import { resolveFeed } from './gate.ts';
import { digestOf } from './model-copies.ts';
import { writeCalendars } from '../calendars/model-ics-write.ts';
import { meetingsOfPerson } from './queries-meetings.ts';

/** Meetings that ended longer ago are not told. */
const PAST_DAYS = 365;

const feedRoute = createRoute({
  method: 'get',
  path: '/calendar/{token}',
  summary: 'One person’s meetings, for calendar programs that subscribe to the secret address',
  tags: ['Calendars'],
  request: { params: z.object({ token: z.string().max(200) }) },
  responses: {
    200: { description: 'All meetings', content: { 'text/calendar': { schema: z.string() } } },
    304: { description: 'Nothing changed since' },
    ...problemResponses('not_found'),
  },
});

export function feedRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(feedRoute, async (c) => {
    const { scope, owner, organizationName } = await resolveFeed(
      platform,
      c.req.valid('param').token.replace(/\.ics$/, ''),
    );
    const now = clock.now();
    const meetings = await inScope(db, scope, async (tx) => {
      await feedRead(tx, owner, now);
      return meetingsOfPerson(tx, platform, owner, new Date(now.getTime() - PAST_DAYS * 86_400_000));
    });
    const calendars = meetings.map(({ calendar }) => calendar);
    const text = writeCalendars(calendars, { method: 'PUBLISH', name: `Entente: ${organizationName}` });
    const etag = `"${digestOf(text).slice(0, 32)}"`;
    const newest = Math.max(0, ...calendars.map(({ stamp }) => stamp.getTime()));
    c.header('etag', etag);
    if (newest > 0) c.header('last-modified', new Date(newest).toUTCString());
    c.header('cache-control', 'private, max-age=300');
    c.header('referrer-policy', 'no-referrer');
    c.header('content-disposition', 'inline; filename="entente.ics"');
    if (c.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return c.body(null, 304);
    c.header('content-type', 'text/calendar; charset=utf-8');
    return c.body(text, 200);
  });

  return app;
}
