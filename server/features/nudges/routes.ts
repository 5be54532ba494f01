import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { followUpShape } from '../follow-ups/schema.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { memberVoice } from '../voices/model.ts';
import { sendNudge } from './commands.ts';
import { draftFor } from './queries.ts';
import { wordingRoutes } from './routes-wordings.ts';
import { nudge, nudgeDraft } from './schema.ts';

const path = '/organizations/{organization}/follow-ups/{followUp}/nudge';
const params = z.object({ organization: z.uuid(), followUp: z.uuid() });
const tags = ['Follow-ups'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found', 'conflict');

const draftRoute = createRoute({
  method: 'get',
  path,
  summary: 'A courteous draft to the partner about a follow-up, in your voice; nothing is sent',
  tags,
  request: { params },
  responses: {
    200: { description: 'The draft', content: { 'application/json': { schema: nudgeDraft } } },
    ...problems,
  },
});
const sendRoute = createRoute({
  method: 'post',
  path,
  summary: 'Send what you made of the draft; the follow-up is done with it',
  tags,
  request: { params, body: { content: { 'application/json': { schema: nudge } }, required: true } },
  responses: {
    201: { description: 'Sent', content: { 'application/json': { schema: followUpShape } } },
    ...problems,
    ...problemResponses('forbidden', 'stale', 'does_not_fit'),
  },
});

export function nudgeRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(draftRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { followUp } = c.req.valid('param');
    const { locale, timeZone } = person;
    const draft = await asMember(db, scope, (tx, { personId, name }) =>
      draftFor(tx, { organization: scope.organization, personId, name, locale, timeZone }, followUp),
    );
    return c.json(draft, 200);
  });

  app.openapi(sendRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { followUp } = c.req.valid('param');
    const input = c.req.valid('json');
    const done = await asMember(db, scope, (tx, membership) =>
      sendNudge(tx, memberVoice(scope.organization, person, membership), membership, followUp, input, clock.now()),
    );
    wakeRelay();
    return c.json(done, 201);
  });

  wordingRoutes(app, platform);
  return app;
}
