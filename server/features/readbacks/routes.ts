import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inScope } from '../../platform/database.ts';
import { type App, type AppEnv, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { linkGate, mustBeUnused } from '../links/gate.ts';
import { loadRoom } from '../rooms/queries.ts';
import { guestVoice, memberVoice } from '../voices/model.ts';
import { sendReadback } from './commands.ts';
import { answerReadback } from './commands-answer.ts';
import { listReadbacks, loadReadback, readingSide } from './queries.ts';
import {
  answerSchema,
  guestReadback,
  newReadbackSchema,
  readbackFilter,
  readbackList,
  readbackShape,
} from './schema.ts';

const all = '/organizations/{organization}/partnerships/{partnership}/readbacks';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const oneParams = params.extend({ readback: z.uuid() });
const tags = ['Read-backs'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const one = (description: string) => ({ description, content: { 'application/json': { schema: readbackShape } } });
const answerBody = { content: { 'application/json': { schema: answerSchema } }, required: true };

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'What was read back in this room, the newest first',
  tags,
  request: { params, query: readbackFilter },
  responses: { 200: { description: 'All', content: { 'application/json': { schema: readbackList } } }, ...problems },
});
const sendRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Read back to the partner what was heard',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newReadbackSchema } }, required: true } },
  responses: { 201: one('Sent'), ...problems, ...problemResponses('forbidden', 'does_not_fit') },
});
const oneRoute = createRoute({
  method: 'get',
  path: `${all}/{readback}`,
  summary: 'One read-back with its points and answers',
  tags,
  request: { params: oneParams },
  responses: { 200: one('The read-back'), ...problems },
});
const answerRoute = createRoute({
  method: 'post',
  path: `${all}/{readback}/answer`,
  summary: 'Confirm, correct or add to what was heard',
  tags,
  request: { params: oneParams, body: answerBody },
  responses: { 200: one('Answered'), ...problems, ...problemResponses('forbidden', 'conflict', 'does_not_fit') },
});
const guestRoute = createRoute({
  method: 'get',
  path: '/guest/readback',
  summary: 'The read-back that the conversation of the link is about, if it is about one',
  tags: ['Guests'],
  responses: {
    200: { description: 'It, or null', content: { 'application/json': { schema: guestReadback } } },
    ...problemResponses('gone'),
  },
});
const guestAnswerRoute = createRoute({
  method: 'post',
  path: '/guest/readback/answer',
  summary: 'Confirm, correct or add to what was heard, by link',
  tags: ['Guests'],
  request: { body: answerBody },
  responses: {
    200: one('Answered'),
    ...problemResponses('invalid', 'gone', 'not_found', 'forbidden', 'conflict', 'does_not_fit'),
  },
});

export function readbackRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { conversation } = c.req.valid('query');
    const items = await asMember(db, scope, async (tx) => {
      const room = await loadRoom(tx, organization, c.req.valid('param').partnership);
      return listReadbacks(tx, room, { organization, side: readingSide(organization, room) }, conversation);
    });
    return c.json({ items }, 200);
  });

  app.openapi(sendRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const input = c.req.valid('json');
    const sent = await asMember(db, scope, async (tx, membership) => {
      const room = await loadRoom(tx, organization, c.req.valid('param').partnership);
      return sendReadback(tx, room, memberVoice(organization, person, membership), input, clock.now());
    });
    wakeRelay();
    return c.json(sent, 201);
  });

  app.openapi(oneRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership, readback } = c.req.valid('param');
    const found = await asMember(db, scope, async (tx) => {
      const room = await loadRoom(tx, organization, partnership);
      return loadReadback(tx, room, { organization, side: readingSide(organization, room) }, readback);
    });
    return c.json(found, 200);
  });

  app.openapi(answerRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership, readback } = c.req.valid('param');
    const input = c.req.valid('json');
    const answered = await asMember(db, scope, async (tx, membership) => {
      const room = await loadRoom(tx, organization, partnership);
      const reader = { organization, side: room.mySide };
      const voice = memberVoice(organization, person, membership);
      return answerReadback(tx, room, voice, reader, readback, input, clock.now());
    });
    wakeRelay();
    return c.json(answered, 200);
  });

  guestRoutes(app, platform);
  return app;
}

function guestRoutes(app: App, platform: Platform): void {
  const { db, clock } = platform;
  app.use('/guest/readback', linkGate(platform));
  app.use('/guest/readback/answer', linkGate(platform));

  const ofLink = (c: Context<AppEnv>) => {
    const { link } = c.var;
    const { organization } = link.scope;
    return { link, organization, reader: { organization, side: link.side, guest: true } };
  };

  app.openapi(guestRoute, async (c) => {
    const { link, organization, reader } = ofLink(c);
    const [readback] = await inScope(db, link.scope, async (tx) =>
      listReadbacks(tx, await loadRoom(tx, organization, link.partnershipId), reader, link.conversationId),
    );
    return c.json({ readback: readback ?? null }, 200);
  });

  app.openapi(guestAnswerRoute, async (c) => {
    const { link, organization, reader } = ofLink(c);
    mustBeUnused(link);
    const input = c.req.valid('json');
    const answered = await inScope(db, link.scope, async (tx) => {
      const room = await loadRoom(tx, organization, link.partnershipId);
      const [readback] = await listReadbacks(tx, room, reader, link.conversationId);
      return answerReadback(tx, room, guestVoice(link, 'UTC'), reader, readback?.id ?? room.id, input, clock.now());
    });
    wakeRelay();
    return c.json(answered, 200);
  });
}
