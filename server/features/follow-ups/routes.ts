import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { loadRoom } from '../rooms/queries.ts';
import { changeFollowUp } from './commands.ts';
import { saveHouse, saveReminders } from './commands-settings.ts';
import { countriesOf } from './model-time.ts';
import { hiddenRules } from './policy.ts';
import { cadenceOf, listFollowUps } from './queries.ts';
import { readHouseSettings, readReminders } from './queries-settings.ts';
import { cadenceShape, followUpChange, followUpFilter, followUpList, followUpShape } from './schema.ts';
import { freeDaysRoutes } from './routes-free-days.ts';
import { holidayPlaces, houseSettings, reminderSettings } from './schema-settings.ts';

const base = '/organizations/{organization}';
const params = z.object({ organization: z.uuid() });
const tags = ['Follow-ups'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const body = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } }, required: true });

const listRoute = createRoute({
  method: 'get',
  path: `${base}/follow-ups`,
  summary: 'What somebody should do, why and by when; the first due first',
  tags,
  request: { params, query: followUpFilter },
  responses: { 200: json(followUpList, 'One page'), ...problems },
});
const changeRoute = createRoute({
  method: 'patch',
  path: `${base}/follow-ups/{followUp}`,
  summary: 'Say that a follow-up is done, take that back, put it off or hand it over',
  tags,
  request: { params: params.extend({ followUp: z.uuid() }), body: body(followUpChange) },
  responses: { 200: json(followUpShape, 'Changed'), ...problems, ...problemResponses('conflict') },
});
const cadenceRoute = createRoute({
  method: 'get',
  path: `${base}/partnerships/{partnership}/cadence`,
  summary: 'How long ago both sides last spoke or met, and when somebody should get in touch',
  tags,
  request: { params: params.extend({ partnership: z.uuid() }) },
  responses: { 200: json(cadenceShape, 'The cadence'), ...problems },
});
const readRemindersRoute = createRoute({
  method: 'get',
  path: `${base}/reminders`,
  summary: 'How you are told of things by mail, and on which days and at which hours you work',
  tags,
  request: { params },
  responses: { 200: json(reminderSettings, 'Yours'), ...problems },
});
const saveRemindersRoute = createRoute({
  method: 'put',
  path: `${base}/reminders`,
  summary: 'Say how you want to be told',
  tags,
  request: { params, body: body(reminderSettings) },
  responses: { 200: json(reminderSettings, 'Yours'), ...problems },
});
const readHouseRoute = createRoute({
  method: 'get',
  path: `${base}/follow-up-settings`,
  summary: 'The cadence of your organization, and the country whose holidays it keeps',
  tags,
  request: { params },
  responses: { 200: json(houseSettings, 'Your organization’s'), ...problems },
});
const saveHouseRoute = createRoute({
  method: 'put',
  path: `${base}/follow-up-settings`,
  summary: 'Change them for everybody; administrators only',
  tags,
  request: { params, body: body(houseSettings) },
  responses: { 200: json(houseSettings, 'Changed'), ...problems, ...problemResponses('forbidden') },
});
const placesRoute = createRoute({
  method: 'get',
  path: `${base}/holiday-places`,
  summary: 'Countries whose public holidays are known; with a country, its regions',
  tags,
  request: {
    params,
    query: z.object({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    }),
  },
  responses: { 200: json(holidayPlaces, 'By name'), ...problems },
});

export function followUpRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const page = await asMember(db, scope, (tx, membership) => {
      const reader = { organization: scope.organization, personId: person.id, hidden: hiddenRules(membership) };
      return listFollowUps(tx, reader, filter, clock.now());
    });
    return c.json(page, 200);
  });

  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { followUp } = c.req.valid('param');
    const change = c.req.valid('json');
    const changed = await asMember(db, scope, (tx, membership) =>
      changeFollowUp(tx, scope.organization, membership, followUp, change, clock.now()),
    );
    return c.json(changed, 200);
  });

  app.openapi(cadenceRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership } = c.req.valid('param');
    const page = await asMember(db, scope, async (tx) => {
      await loadRoom(tx, organization, partnership);
      return cadenceOf(tx, organization, partnership, clock.now());
    });
    return c.json(page, 200);
  });

  app.openapi(readRemindersRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    return c.json(await asMember(db, scope, (tx) => readReminders(tx, scope.organization, person.id)), 200);
  });

  app.openapi(saveRemindersRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const actor = { organization: scope.organization, personId: person.id, timeZone: person.timeZone };
    const input = c.req.valid('json');
    return c.json(await asMember(db, scope, (tx) => saveReminders(tx, actor, input, clock.now())), 200);
  });

  app.openapi(readHouseRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await asMember(db, scope, (tx) => readHouseSettings(tx, scope.organization)), 200);
  });

  app.openapi(saveHouseRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    const saved = await asMember(db, scope, (tx, membership) =>
      saveHouse(tx, scope.organization, membership, input, clock.now()),
    );
    return c.json(saved, 200);
  });

  app.openapi(placesRoute, async (c) => {
    const { scope } = await requireMember(c);
    await asMember(db, scope, () => Promise.resolve());
    return c.json({ items: await countriesOf(c.req.valid('query').country) }, 200);
  });

  freeDaysRoutes(app, platform);
  return app;
}
