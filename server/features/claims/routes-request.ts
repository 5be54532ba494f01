import { createRoute } from '@hono/zod-openapi';
import { inScope } from '../../platform/database.ts';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { linkGate } from '../links/gate.ts';
import type { MailPort } from '../mail/commands.ts';
import { loadRoom } from '../rooms/queries.ts';
import { requestClaim } from './commands.ts';
import { managersOf, namedOrganization } from './queries.ts';
import { claimRequestSchema } from './schema.ts';

const requestRoute = createRoute({
  method: 'post',
  path: '/guest/claim-request',
  summary: 'Ask for a home of your organization’s own',
  tags: ['Guests'],
  request: { body: { content: { 'application/json': { schema: claimRequestSchema } }, required: true } },
  responses: {
    204: { description: 'Asked; the partner decides' },
    ...problemResponses('invalid', 'forbidden', 'gone', 'conflict', 'too_many'),
  },
});

/** A guest asks for a home of their organization's own: the partner's managers are told. */
export function requestRoutes(app: App, platform: Platform, mail: MailPort): void {
  const { db, clock, config } = platform;
  app.use('/guest/claim-request', linkGate(platform));
  app.openapi(requestRoute, async (c) => {
    const { link } = c.var;
    const { email } = c.req.valid('json');
    const { organization } = link.scope;
    await inScope(db, link.scope, async (tx) => {
      const room = await loadRoom(tx, organization, link.partnershipId);
      const asked = await requestClaim(tx, link, room, email, clock.now());
      if (!asked.made) return;
      const { slug } = await namedOrganization(tx, organization);
      for (const manager of await managersOf(tx, organization)) {
        await mail.deliver(tx, organization, {
          to: manager,
          facts: {
            kind: 'claim-request',
            url: `${config.publicUrl}/o/${slug}/partners/${room.id}`,
            partner: room.sides[asked.side].name,
            requestedBy: { name: asked.name, email: asked.email },
            partnershipId: room.id,
          },
        });
      }
    });
    return c.body(null, 204);
  });
}
