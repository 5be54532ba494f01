import { createRoute } from '@hono/zod-openapi';
import { inScope } from '../../platform/database.ts';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import type { MailPort } from '../mail/commands.ts';
import { askFreshLink } from './commands.ts';
import { findLink } from './gate.ts';
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

/** What somebody can do with a link that no longer answers. */
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
          conversation: { id: link.conversationId, partnershipId: link.partnershipId, title: asked.title },
          fresh: true,
        },
      });
      return maskAddress(asked.to.email);
    });
    return c.json({ sentTo: sent }, 202);
  });
}
