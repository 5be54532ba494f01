import { createRoute, z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import type { Identity } from '../identity/gate-identity.ts';
import type { Membership } from '../identity/policy.ts';
import { ownName } from '../links/queries.ts';
import type { MailPort } from '../mail/commands.ts';
import { proofOf } from '../organizations/policy-token.ts';
import type { Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { approveClaim, type Offered, offerClaim, revokeClaim } from './commands.ts';
import { listClaims } from './queries.ts';
import { acceptRoutes } from './routes-accept.ts';
import { requestRoutes } from './routes-request.ts';
import { claimShape, newClaimSchema, offeredClaim } from './schema.ts';

const all = '/organizations/{organization}/partnerships/{partnership}/claims';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const oneParams = params.extend({ claim: z.uuid() });
const tags = ['Claims'];
const problems = problemResponses('invalid', 'unauthenticated', 'forbidden', 'not_found', 'conflict');
const offered = (description: string) => ({ description, content: { 'application/json': { schema: offeredClaim } } });

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Offers and requests to take a recorded side over',
  tags,
  request: { params },
  responses: {
    200: { description: 'Newest first', content: { 'application/json': { schema: z.array(claimShape) } } },
    ...problems,
  },
});
const offerRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Offer a recorded side to its organization; mails the link',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newClaimSchema } }, required: true } },
  responses: { 201: offered('Offered'), ...problems },
});
const approveRoute = createRoute({
  method: 'post',
  path: `${all}/{claim}/approve`,
  summary: 'Agree to what one of the partner’s people asked for; mails the link',
  tags,
  request: { params: oneParams },
  responses: { 200: offered('Agreed'), ...problems },
});
const revokeRoute = createRoute({
  method: 'delete',
  path: `${all}/{claim}`,
  summary: 'Withdraw an offer, or say no to a request',
  tags,
  request: { params: oneParams },
  responses: { 204: { description: 'Withdrawn' }, ...problems },
});
interface Offering {
  organization: string;
  actor: Membership;
  room: Room;
}

/** Sends an offer in the transaction that makes it. Only the mail's link, not the one to copy, proves the address. */
async function send({ config, secrets }: Platform, mail: MailPort, tx: Tx, from: Offering, { claim, token }: Offered) {
  const { organization, actor, room } = from;
  const url = `${config.publicUrl}/claim/${token}`;
  await mail.deliver(tx, organization, {
    to: { email: claim.email },
    facts: {
      kind: 'claim-offer',
      url: `${url}.${proofOf(secrets.linkKey, claim.id, claim.email)}`,
      expiresAt: claim.expiresAt,
      from: { name: actor.name, organization: await ownName(tx, organization) },
      partner: room.sides[claim.side].name,
    },
  });
  return { ...claim, url };
}

/** Taking a recorded side over: offering, asking, agreeing, and (routes-accept.ts) accepting. */
export function claimRoutes(platform: Platform, identity: Identity, mail: MailPort): App {
  const { db, clock } = platform;
  const app = newRouter();

  const inRoom = <T>(
    scope: MemberScope,
    partnership: string,
    work: (tx: Tx, from: Offering) => Promise<T>,
  ): Promise<T> =>
    asMember(db, scope, async (tx, actor) => {
      const { organization } = scope;
      return work(tx, { organization, actor, room: await loadRoom(tx, organization, partnership) });
    });

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const claims = await inRoom(scope, c.req.valid('param').partnership, (tx, { organization, room }) =>
      listClaims(tx, organization, room, clock.now()),
    );
    return c.json(claims, 200);
  });

  app.openapi(offerRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    const made = await inRoom(scope, c.req.valid('param').partnership, async (tx, from) =>
      send(
        platform,
        mail,
        tx,
        from,
        await offerClaim(tx, from.organization, from.actor, from.room, input, clock.now()),
      ),
    );
    return c.json(made, 201);
  });

  app.openapi(approveRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, claim } = c.req.valid('param');
    const made = await inRoom(scope, partnership, async (tx, from) =>
      send(
        platform,
        mail,
        tx,
        from,
        await approveClaim(tx, from.organization, from.actor, from.room, claim, clock.now()),
      ),
    );
    return c.json(made, 200);
  });

  app.openapi(revokeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, claim } = c.req.valid('param');
    await inRoom(scope, partnership, (tx, from) =>
      revokeClaim(tx, from.organization, from.actor, from.room, claim, clock.now()),
    );
    return c.body(null, 204);
  });

  requestRoutes(app, platform, mail);
  acceptRoutes(app, platform, identity);
  return app;
}
