import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inScope } from '../../platform/database.ts';
import { type App, type AppEnv, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { linkGate } from '../links/gate.ts';
import { guestVoice, memberVoice } from '../voices/model.ts';
import { conversationPage } from './queries.ts';
import { type ConversationPage, conversationPage as pageShape, hexId } from '../conversations/schema.ts';

const page = {
  200: {
    description: 'The conversation as the reader sees it. `ETag` is its head.',
    content: { 'application/json': { schema: pageShape } },
  },
};

const pageRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/partnerships/{partnership}/conversations/{conversation}',
  summary: 'One conversation: terms, log, whose move, what can follow',
  tags: ['Conversations'],
  request: { params: z.object({ organization: z.uuid(), partnership: z.uuid(), conversation: hexId }) },
  responses: { ...page, ...problemResponses('unauthenticated', 'not_found') },
});

const guestRoute = createRoute({
  method: 'get',
  path: '/guest/conversation',
  summary: 'The one conversation a signed link shows',
  tags: ['Guests'],
  responses: { ...page, ...problemResponses('gone') },
});

function show(c: Context<AppEnv>, found: ConversationPage) {
  c.header('etag', `"${found.head}"`);
  c.header('cache-control', 'no-store');
  return c.json(found, 200);
}

export function readingRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(pageRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { partnership, conversation } = c.req.valid('param');
    const found = await asMember(db, scope, (tx, membership) =>
      conversationPage(tx, memberVoice(scope.organization, person, membership), partnership, conversation, clock.now()),
    );
    return show(c, found);
  });

  app.use('/guest/conversation', linkGate(platform));
  app.openapi(guestRoute, async (c) => {
    const { link } = c.var;
    const found = await inScope(db, link.scope, (tx) =>
      conversationPage(tx, guestVoice(link, 'UTC'), link.partnershipId, link.conversationId, clock.now()),
    );
    return show(c, found);
  });

  return app;
}
