import { createRoute, z } from '@hono/zod-openapi';
import { messagesFor } from '../../../messages/catalogue.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { mailDomain } from '../mail/model.ts';
import { partnerName } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { proposeMeeting } from './commands.ts';
import { logVisit } from './commands-visit.ts';
import { memberSpeaking } from './commands-voice.ts';
import { loadMeeting } from './queries.ts';
import { listMeetings, summarize } from './queries-list.ts';
import { afterRoutes } from './routes-after.ts';
import { changeRoutes } from './routes-changes.ts';
import { guestRoutes } from './routes-guest.ts';
import { meetingList, meetingShape, meetingSummary } from './schema.ts';
import { meetingFilter, newMeetingSchema, newVisitSchema } from './schema-requests.ts';

const room = '/organizations/{organization}/partnerships/{partnership}';
const all = `${room}/meetings`;
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const tags = ['Meetings'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const list = { 200: { description: 'One page', content: { 'application/json': { schema: meetingList } } } };
const one = (description: string) => ({ description, content: { 'application/json': { schema: meetingShape } } });
const body = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } }, required: true });

const acrossRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/meetings',
  summary: 'Meetings with all partners: to come, to be settled, without an outcome, held, past',
  tags,
  request: { params: z.object({ organization: z.uuid() }), query: meetingFilter },
  responses: { ...list, ...problems },
});
const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Meetings with one partner, one row for each time',
  tags,
  request: { params, query: meetingFilter },
  responses: { ...list, ...problems },
});
const summaryRoute = createRoute({
  method: 'get',
  path: `${all}/summary`,
  summary: 'How many were held and how, who showed up by side, and what they led to',
  tags,
  request: { params },
  responses: {
    200: { description: 'Counts', content: { 'application/json': { schema: meetingSummary } } },
    ...problems,
  },
});
const proposeRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Propose a meeting: at a time, by a poll, or with free times of which the other side takes one',
  tags,
  request: { params, body: body(newMeetingSchema) },
  responses: { 201: one('Proposed'), ...problems, ...problemResponses('forbidden') },
});
const readRoute = createRoute({
  method: 'get',
  path: `${all}/{meeting}`,
  summary: 'One meeting with its people, times and what came of it',
  tags,
  request: { params: params.extend({ meeting: z.uuid() }) },
  responses: { 200: one('The meeting'), ...problems },
});
const visitRoute = createRoute({
  method: 'post',
  path: `${room}/visits`,
  summary: 'Write down a visit or a call that took place',
  tags,
  request: { params, body: body(newVisitSchema) },
  responses: { 201: one('Written down'), ...problems, ...problemResponses('forbidden') },
});

export function meetingRoutes(platform: Platform): App {
  const { db, clock, config } = platform;
  const app = newRouter();
  const domain = mailDomain(config);

  app.openapi(proposeRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership } = c.req.valid('param');
    const input = c.req.valid('json');
    const made = await asMember(db, scope, async (tx, colleague) => {
      const found = await loadRoom(tx, organization, partnership);
      const by = await memberSpeaking(tx, { organization, room: found, now: clock.now() }, colleague);
      const id = await proposeMeeting(tx, by, domain, input);
      return loadMeeting(tx, { organization, room: found, personId: person.id }, id);
    });
    wakeRelay();
    return c.json(made, 201);
  });

  app.openapi(visitRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership } = c.req.valid('param');
    const input = c.req.valid('json');
    const made = await asMember(db, scope, async (tx, colleague) => {
      const found = await loadRoom(tx, organization, partnership);
      const by = await memberSpeaking(tx, { organization, room: found, now: clock.now() }, colleague);
      const partner = partnerName(found).slice(0, 150);
      const purpose = messagesFor(person.locale).meetingMails.visit[input.way]({ partner });
      const desk = { organization, partnership: found.id, actor: colleague };
      const id = await logVisit(tx, by, desk, input, { domain, purpose });
      return loadMeeting(tx, { organization, room: found, personId: person.id }, id);
    });
    wakeRelay();
    return c.json(made, 201);
  });

  readRoutes(app, platform);
  changeRoutes(app, platform);
  afterRoutes(app, platform);
  guestRoutes(app, platform);
  return app;
}

function readRoutes(app: App, { db, clock }: Platform): void {
  app.openapi(acrossRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const filter = c.req.valid('query');
    const found = await asMember(db, scope, (tx) =>
      listMeetings(tx, { organization, personId: person.id }, filter, clock.now()),
    );
    return c.json(found, 200);
  });

  app.openapi(listRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership } = c.req.valid('param');
    const filter = c.req.valid('query');
    const found = await asMember(db, scope, async (tx) =>
      listMeetings(
        tx,
        { organization, personId: person.id, room: await loadRoom(tx, organization, partnership) },
        filter,
        clock.now(),
      ),
    );
    return c.json(found, 200);
  });

  app.openapi(summaryRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership } = c.req.valid('param');
    const found = await asMember(db, scope, async (tx) =>
      summarize(
        tx,
        { organization, personId: person.id, room: await loadRoom(tx, organization, partnership) },
        clock.now(),
      ),
    );
    return c.json(found, 200);
  });

  app.openapi(readRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership, meeting } = c.req.valid('param');
    const found = await asMember(db, scope, async (tx) =>
      loadMeeting(
        tx,
        { organization, room: await loadRoom(tx, organization, partnership), personId: person.id },
        meeting,
      ),
    );
    return c.json(found, 200);
  });
}
