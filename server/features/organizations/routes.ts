import { createRoute, z } from '@hono/zod-openapi';
import { atGate } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember, requirePerson } from '../identity/gate.ts';
import type { Identity } from '../identity/gate-identity.ts';
import { meOf } from '../identity/queries.ts';
import { meSchema, setupSchema } from '../identity/schema.ts';
import { changeOrganization, foundOrganization } from './commands.ts';
import type { InvitationMail } from './commands-invitations.ts';
import { refuseSecondSetUp, setUp } from './commands-setup.ts';
import { readOrganization } from './queries.ts';
import { invitationRoutes } from './routes-invitations.ts';
import { peopleRoutes } from './routes-people.ts';
import { changeOrganizationSchema, newOrganizationSchema, organizationSchema } from './schema.ts';

const tags = ['organizations'];
const params = z.object({ organization: z.string() });

const setupRoute = createRoute({
  method: 'post',
  path: '/setup',
  tags,
  summary: 'First start: the first organization and its administrator',
  description: 'Refused once anybody has an account.',
  request: { body: { content: { 'application/json': { schema: setupSchema } }, required: true } },
  responses: {
    201: { content: { 'application/json': { schema: meSchema } }, description: 'Set up, and signed in' },
    ...problemResponses('invalid', 'conflict'),
  },
});
const foundRoute = createRoute({
  method: 'post',
  path: '/organizations',
  tags,
  summary: 'Found an organization and be its administrator',
  request: { body: { content: { 'application/json': { schema: newOrganizationSchema } }, required: true } },
  responses: {
    201: { content: { 'application/json': { schema: organizationSchema } }, description: 'Founded' },
    ...problemResponses('invalid', 'unauthenticated', 'conflict'),
  },
});
const readRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}',
  tags,
  summary: 'The organization',
  request: { params },
  responses: {
    200: { content: { 'application/json': { schema: organizationSchema } }, description: 'The organization' },
    ...problemResponses('unauthenticated', 'not_found'),
  },
});
const changeRoute = createRoute({
  method: 'patch',
  path: '/organizations/{organization}',
  tags,
  summary: 'Change what the organization says about itself',
  request: { params, body: { content: { 'application/json': { schema: changeOrganizationSchema } }, required: true } },
  responses: {
    200: { content: { 'application/json': { schema: organizationSchema } }, description: 'As it is now' },
    ...problemResponses('invalid', 'unauthenticated', 'forbidden', 'not_found'),
  },
});

/** Set-up, organizations, their people, invitations. */
export function organizationRoutes(platform: Platform, identity: Identity, mail: InvitationMail): App {
  const app = newRouter();
  const { db, clock } = platform;
  app.openapi(setupRoute, async (c) => {
    const wanted = c.req.valid('json');
    // Before the costly hash, so that strangers cannot keep a server busy with it.
    await atGate(db, refuseSecondSetUp);
    const passwordHash = await identity.hashPassword(wanted.person.password);
    const personId = await atGate(db, (tx) => setUp(tx, clock, wanted, passwordHash));
    await identity.beginSession(c, personId);
    return c.json(await atGate(db, (tx) => meOf(tx, personId)), 201);
  });
  app.openapi(foundRoute, async (c) => {
    const person = await requirePerson(c);
    const founded = await atGate(db, async (tx) =>
      readOrganization(tx, await foundOrganization(tx, clock, person, c.req.valid('json'))),
    );
    return c.json(founded, 201);
  });
  app.openapi(readRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await asMember(db, scope, (tx) => readOrganization(tx, scope.organization)), 200);
  });
  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const change = c.req.valid('json');
    const changed = await asMember(db, scope, (tx, actor) =>
      changeOrganization(tx, clock, scope.organization, actor, change),
    );
    return c.json(changed, 200);
  });
  peopleRoutes(app, platform);
  invitationRoutes(app, platform, identity, mail);
  return app;
}
