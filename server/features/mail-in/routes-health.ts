import { createRoute, z } from '@hono/zod-openapi';
import { asWorker, inScope, type Tx } from '../../platform/database.ts';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import type { Membership } from '../identity/policy.ts';
import { linkGate } from '../links/gate.ts';
import { conversationId } from '../links/schema.ts';
import { postOf } from '../mail/commands.ts';
import { loadRoom } from '../rooms/queries.ts';
import { sendProbe } from './commands-addresses.ts';
import { canSeeHealth } from './policy.ts';
import { offeredSuggestionFor } from './queries.ts';
import { copyAddressOf } from './queries-known.ts';
import { mailHealthOf, refusedByServer } from './queries-health.ts';
import { copyAddress, mailHealth, offeredSuggestion } from './schema.ts';

const own = '/organizations/{organization}';
const params = z.object({ organization: z.uuid() });
const tags = ['Mails'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found', 'forbidden');
const health = (description: string) => ({ description, content: { 'application/json': { schema: mailHealth } } });
const suggested = {
  description: 'What it reads like; nothing where something was said since',
  content: { 'application/json': { schema: offeredSuggestion } },
};

const healthRoute = createRoute({
  method: 'get',
  path: `${own}/mail-health`,
  summary: 'Whether mail comes in and goes out, told by the mails themselves',
  tags,
  request: { params },
  responses: { 200: health('How it stands'), ...problems },
});
const probeRoute = createRoute({
  method: 'post',
  path: `${own}/mail-health/probe`,
  summary: 'Send a mail to an address of our own, to see whether it comes back',
  tags,
  request: { params },
  responses: { 200: health('On its way'), ...problems, ...problemResponses('conflict') },
});
const copyRoute = createRoute({
  method: 'get',
  path: `${own}/partnerships/{partnership}/copy-address`,
  summary: 'Where mails with a partner are copied to, to be kept with the partner',
  tags,
  request: { params: params.extend({ partnership: z.uuid() }) },
  responses: {
    200: { description: 'The address', content: { 'application/json': { schema: copyAddress } } },
    ...problems,
  },
});
const suggestionRoute = createRoute({
  method: 'get',
  path: `${own}/partnerships/{partnership}/conversations/{conversation}/mail-suggestion`,
  summary: 'The act that your own answer by mail reads like, offered and never performed',
  tags,
  request: { params: params.extend({ partnership: z.uuid(), conversation: conversationId }) },
  responses: { 200: suggested, ...problems },
});
const guestSuggestionRoute = createRoute({
  method: 'get',
  path: '/guest/mail-suggestion',
  summary: 'The act that your own answer by mail reads like, offered and never performed',
  tags: ['Guests'],
  responses: { 200: suggested, ...problemResponses('gone') },
});

function mustSeeHealth(actor: Pick<Membership, 'role'>): void {
  if (!canSeeHealth(actor)) throw new AppError('forbidden', 'Administrators see whether mail works.');
}

/** Whether mail works, where copies of mails go, and what an answer by mail reads like. */
export function mailHealthRoutes(app: App, platform: Platform): void {
  const { db, clock, config } = platform;
  const post = postOf(platform);

  /** `work`: what is done first, in the same transaction. */
  const healthFor = async (scope: MemberScope, work?: (tx: Tx) => Promise<void>) => {
    const elsewhere = await asWorker(db, (tx) => refusedByServer(tx, clock.now()));
    return asMember(db, scope, async (tx, actor) => {
      mustSeeHealth(actor);
      await work?.(tx);
      return mailHealthOf(tx, scope.organization, config, clock.now(), elsewhere);
    });
  };

  app.openapi(healthRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await healthFor(scope), 200);
  });

  app.openapi(probeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const organization = { id: scope.organization, url: config.publicUrl };
    const now = await healthFor(scope, (tx) => sendProbe(tx, post, organization, clock.now()));
    wakeRelay();
    return c.json(now, 200);
  });

  app.openapi(copyRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const address = await asMember(db, scope, async (tx) => {
      const room = await loadRoom(tx, scope.organization, partnership);
      return copyAddressOf(tx, post, scope.organization, room.id);
    });
    return c.json({ address }, 200);
  });

  app.openapi(suggestionRoute, async (c) => {
    const { scope, person } = await requireMember(c);
    const where = c.req.valid('param');
    const offered = await asMember(db, scope, async (tx) => {
      await loadRoom(tx, scope.organization, where.partnership);
      return offeredSuggestionFor(tx, scope.organization, where, { personId: person.id });
    });
    return c.json(offered, 200);
  });

  app.use('/guest/mail-suggestion', linkGate(platform));
  app.openapi(guestSuggestionRoute, async (c) => {
    const { link } = c.var;
    const where = { partnership: link.partnershipId, conversation: link.conversationId };
    const offered = await inScope(db, link.scope, (tx) =>
      offeredSuggestionFor(tx, link.scope.organization, where, { people: link.person }),
    );
    return c.json(offered, 200);
  });
}
