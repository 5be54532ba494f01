import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { mailPort } from '../mail/commands.ts';
import { loadRoom } from '../rooms/queries.ts';
import { makeLink, revokeLink } from './commands.ts';
import { listLinks, loadLink, ownName } from './queries.ts';
import { guestLinkRoutes } from './routes-guest.ts';
import { conversationId, linkShape, madeLink, newLinkSchema } from './schema.ts';

const all = '/organizations/{organization}/partnerships/{partnership}/conversations/{conversation}/links';
const params = z.object({ organization: z.uuid(), partnership: z.uuid(), conversation: conversationId });
const tags = ['Links'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Links given out for a conversation by the sides you hold',
  tags,
  request: { params },
  responses: {
    200: { description: 'All of them', content: { 'application/json': { schema: z.array(linkShape) } } },
    ...problems,
  },
});
const makeRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Make a link with which somebody without an account answers',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newLinkSchema } }, required: true } },
  responses: {
    201: {
      description: 'Made; an older one for the same person stops working',
      content: { 'application/json': { schema: madeLink } },
    },
    ...problems,
    ...problemResponses('forbidden', 'conflict'),
  },
});
const revokeRoute = createRoute({
  method: 'delete',
  path: `${all}/{link}`,
  summary: 'Withdraw a link',
  tags,
  request: { params: params.extend({ link: z.uuid() }) },
  responses: { 204: { description: 'Withdrawn' }, ...problems },
});
export function linkRoutes(platform: Platform): App {
  const { db, clock, config } = platform;
  const app = newRouter();
  const mail = mailPort(platform);

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, conversation } = c.req.valid('param');
    const links = await asMember(db, scope, async (tx) =>
      listLinks(tx, scope.organization, await loadRoom(tx, scope.organization, partnership), conversation, clock.now()),
    );
    return c.json(links, 200);
  });

  app.openapi(makeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, conversation: id } = c.req.valid('param');
    const { person: personId, send } = c.req.valid('json');
    const { organization } = scope;
    const made = await asMember(db, scope, async (tx, membership) => {
      const room = await loadRoom(tx, organization, partnership);
      const { link, person, conversation } = await makeLink(tx, organization, room, id, personId, clock.now());
      const url = `${config.publicUrl}${link.path}`;
      if (send) {
        if (!person.email)
          throw new AppError(
            'invalid',
            'No address of this person is known. Write it down first, or copy the link and send it yourself.',
          );
        const from = { name: membership.name, organization: await ownName(tx, organization) };
        await mail.deliver(tx, organization, {
          to: { email: person.email, name: person.name },
          facts: {
            kind: 'guest-link',
            url,
            expiresAt: link.expiresAt,
            from,
            conversation: { id, partnershipId: partnership, title: conversation.title, people: personId },
          },
        });
      }
      return { ...(await loadLink(tx, organization, room, id, link.id, clock.now())), url, mailed: send };
    });
    c.header('cache-control', 'no-store');
    return c.json(made, 201);
  });

  app.openapi(revokeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, conversation, link } = c.req.valid('param');
    await asMember(db, scope, async (tx) =>
      revokeLink(
        tx,
        scope.organization,
        await loadRoom(tx, scope.organization, partnership),
        conversation,
        link,
        clock.now(),
      ),
    );
    return c.body(null, 204);
  });

  guestLinkRoutes(app, platform, mail);
  return app;
}
