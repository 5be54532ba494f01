import { createRoute } from '@hono/zod-openapi';
import { inScope } from '../../platform/database.ts';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import type { MailPort } from '../mail/commands.ts';
import { askFreshLink } from './commands.ts';
import { addPerson } from '../people/commands.ts';
import { newNewcomerSchema, newcomerShape } from '../people/schema.ts';
import { loadRoom } from '../rooms/queries.ts';
import { AppError } from '../../platform/problem.ts';
import { findLink, linkGate, mustBeUnused } from './gate.ts';
import { maskAddress } from './policy.ts';
import { ownName } from './queries.ts';
import { freshLink } from './schema.ts';

const freshRoute = createRoute({
  method: 'post',
  path: '/guest/fresh-link',
  summary: 'Have the next link sent to the same address, with an old one that is used, expired or replaced',
  tags: ['Guests'],
  responses: {
    202: { description: 'On its way', content: { 'application/json': { schema: freshLink } } },
    ...problemResponses('gone', 'conflict', 'too_many'),
  },
});

const newcomerRoute = createRoute({
  method: 'post',
  path: '/guest/newcomers',
  summary: 'Make a third organization known, to propose that it takes a side over',
  tags: ['Guests'],
  request: { body: { content: { 'application/json': { schema: newNewcomerSchema } }, required: true } },
  responses: {
    201: { description: 'Known in this room', content: { 'application/json': { schema: newcomerShape } } },
    ...problemResponses('invalid', 'forbidden', 'gone', 'conflict'),
  },
});

/** What a link opens beside the conversation itself: the next link, and naming a third organization. */
export function guestLinkRoutes(app: App, platform: Platform, mail: MailPort): void {
  const { db, clock, config } = platform;
  app.openapi(freshRoute, async (c) => {
    const link = await findLink(platform, c.req.header('x-entente-link'));
    const sent = await inScope(db, link.scope, async (tx) => {
      const asked = await askFreshLink(tx, link, clock.now());
      const organization = await ownName(tx, link.scope.organization);
      await mail.deliver(tx, link.scope.organization, {
        to: asked.to,
        facts: {
          kind: 'guest-link',
          url: `${config.publicUrl}${asked.path}`,
          expiresAt: asked.expiresAt,
          from: { name: organization, organization },
          conversation: {
            id: link.conversationId,
            partnershipId: link.partnershipId,
            title: asked.title,
            people: link.person,
          },
          fresh: true,
        },
      });
      return maskAddress(asked.to.email);
    });
    return c.json({ sentTo: sent }, 202);
  });

  app.use('/guest/newcomers', linkGate(platform));
  app.openapi(newcomerRoute, async (c) => {
    const { link } = c.var;
    mustBeUnused(link);
    if (link.speaker === 'newcomer') throw new AppError('forbidden', 'Only the two sides can propose somebody else.');
    const { organization } = link.scope;
    const input = { side: 'newcomer' as const, ...c.req.valid('json') };
    const made = await inScope(db, link.scope, async (tx) =>
      addPerson(tx, organization, await loadRoom(tx, organization, link.partnershipId), input, clock.now()),
    );
    return c.json({ newcomerId: made.newcomerId ?? made.id, newcomerName: input.newcomerName }, 201);
  });
}
