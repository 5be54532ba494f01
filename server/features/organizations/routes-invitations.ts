import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { atGate } from '../../platform/database.ts';
import { type App, type AppEnv, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { createPerson } from '../identity/commands.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import type { Identity } from '../identity/gate-identity.ts';
import { meOf } from '../identity/queries.ts';
import { meSchema } from '../identity/schema.ts';
import { acceptInvitation, type InvitationMail, invite, revokeInvitation } from './commands-invitations.ts';
import { canSeeInvitations } from './policy.ts';
import { isProof } from './policy-token.ts';
import { listInvitations, openInvitation } from './queries-invitations.ts';
import {
  type AcceptInvitation,
  acceptInvitationSchema,
  invitationSchema,
  newInvitationSchema,
  openInvitationSchema,
  sentInvitationSchema,
} from './schema.ts';

const tags = ['organizations'];
const ofOrganization = z.object({ organization: z.string() });
const ofToken = z.object({ token: z.string().max(200) });

const listRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/invitations',
  tags,
  summary: 'Invitations, and what became of them',
  request: { params: ofOrganization },
  responses: {
    200: { content: { 'application/json': { schema: z.array(invitationSchema) } }, description: 'Invitations' },
    ...problemResponses('unauthenticated', 'forbidden', 'not_found'),
  },
});
const inviteRoute = createRoute({
  method: 'post',
  path: '/organizations/{organization}/invitations',
  tags,
  summary: 'Invite a colleague; mails a link that is open for 14 days',
  request: {
    params: ofOrganization,
    body: { content: { 'application/json': { schema: newInvitationSchema } }, required: true },
  },
  responses: {
    201: { content: { 'application/json': { schema: sentInvitationSchema } }, description: 'Invited' },
    ...problemResponses('invalid', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'too_many'),
  },
});
const revokeRoute = createRoute({
  method: 'delete',
  path: '/organizations/{organization}/invitations/{invitation}',
  tags,
  summary: 'Withdraw an invitation',
  request: { params: ofOrganization.extend({ invitation: z.uuid() }) },
  responses: {
    204: { description: 'Withdrawn' },
    ...problemResponses('unauthenticated', 'forbidden', 'not_found', 'conflict'),
  },
});
const openRoute = createRoute({
  method: 'get',
  path: '/invitations/{token}',
  tags,
  summary: 'What an invitation says',
  request: { params: ofToken },
  responses: {
    200: { content: { 'application/json': { schema: openInvitationSchema } }, description: 'It is open' },
    ...problemResponses('not_found', 'gone'),
  },
});
const acceptRoute = createRoute({
  method: 'post',
  path: '/invitations/{token}',
  tags,
  summary: 'Accept an invitation',
  description:
    'Signed in: joins with that account. Not signed in: `name` and `password` make the account of the invited address, and sign it in.',
  request: {
    params: ofToken,
    body: { content: { 'application/json': { schema: acceptInvitationSchema } }, required: true },
  },
  responses: {
    200: { content: { 'application/json': { schema: meSchema } }, description: 'Joined, and signed in' },
    ...problemResponses('invalid', 'unauthenticated', 'not_found', 'conflict', 'gone'),
  },
});

/** Inviting colleagues, and accepting. */
export function invitationRoutes(app: App, platform: Platform, identity: Identity, mail: InvitationMail): void {
  const { db, clock, config, secrets } = platform;
  const inviting = { clock, mail, publicUrl: config.publicUrl, linkKey: secrets.linkKey };
  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const invitations = await asMember(db, scope, (tx, actor) => {
      if (!canSeeInvitations(actor)) throw new AppError('forbidden', 'Managers and administrators see invitations.');
      return listInvitations(tx, scope.organization, clock.now());
    });
    return c.json(invitations, 200);
  });
  app.openapi(inviteRoute, async (c) => {
    const { scope } = await requireMember(c);
    const wanted = c.req.valid('json');
    const sent = await asMember(db, scope, (tx, actor) => invite(tx, inviting, scope.organization, actor, wanted));
    return c.json(sent, 201);
  });
  app.openapi(revokeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { invitation } = c.req.valid('param');
    await asMember(db, scope, (tx, actor) => revokeInvitation(tx, clock, scope.organization, actor, invitation));
    return c.body(null, 204);
  });
  app.openapi(openRoute, async (c) => {
    const found = await atGate(db, (tx) => openInvitation(tx, c.req.valid('param').token, clock.now()));
    const { organizationName, email, role, invitedBy, accountExists } = found;
    return c.json({ organization: { name: organizationName }, email, role, invitedBy, accountExists }, 200);
  });
  app.openapi(acceptRoute, async (c) => {
    const personId = await accept(c, platform, identity, c.req.valid('param').token, c.req.valid('json'));
    return c.json(await atGate(db, (tx) => meOf(tx, personId)), 200);
  });
}

async function accept(
  c: Context<AppEnv>,
  platform: Platform,
  identity: Identity,
  token: string,
  given: AcceptInvitation,
): Promise<string> {
  const session = await identity.gate.sessionOf(c);
  return session
    ? acceptSignedIn(platform, token, session.person, given)
    : acceptAsNewPerson(c, platform, identity, token, given);
}

function acceptSignedIn(
  { db, clock }: Platform,
  token: string,
  person: { id: string; name: string; email: string },
  { anyway }: AcceptInvitation,
): Promise<string> {
  return atGate(db, async (tx) => {
    const invitation = await openInvitation(tx, token, clock.now());
    if (invitation.email !== person.email && !anyway) {
      throw new AppError(
        'conflict',
        `This invitation is for ${invitation.email}, and you are signed in as ${person.email}. Join with this account all the same, or sign out first.`,
        { otherAddress: true, invited: invitation.email, signedIn: person.email },
      );
    }
    await acceptInvitation(tx, clock, invitation, person);
    return person.id;
  });
}

async function acceptAsNewPerson(
  c: Context<AppEnv>,
  { db, clock, secrets }: Platform,
  identity: Identity,
  token: string,
  { name, password, locale, timeZone }: AcceptInvitation,
): Promise<string> {
  if (name === undefined || password === undefined) {
    throw new AppError('unauthenticated', 'Sign in to accept, or give a name and a password to make an account.');
  }
  // Before the costly hash: a stranger without an invitation costs nothing.
  await atGate(db, (tx) => openInvitation(tx, token, clock.now()));
  const passwordHash = await identity.hashPassword(password);
  const personId = await atGate(db, async (tx) => {
    const invitation = await openInvitation(tx, token, clock.now());
    const { email } = invitation;
    const emailVerified = isProof(secrets.linkKey, invitation, invitation.proof);
    const id = await createPerson(tx, clock, { name, email, passwordHash, locale, timeZone, emailVerified });
    await acceptInvitation(tx, clock, invitation, { id, name, email });
    return id;
  });
  await identity.beginSession(c, personId);
  return personId;
}
