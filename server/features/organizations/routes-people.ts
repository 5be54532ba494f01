import { createRoute, z } from '@hono/zod-openapi';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { addDatedRole, changeDatedRole, changeMember, removeDatedRole } from './commands-people.ts';
import { listMembers } from './queries.ts';
import {
  changeDatedRoleSchema,
  changeMemberSchema,
  datedRoleSchema,
  memberSchema,
  newDatedRoleSchema,
} from './schema.ts';

const tags = ['organizations'];
const ofOrganization = z.object({ organization: z.string() });
const ofPerson = z.object({ organization: z.string(), personId: z.uuid() });
const ofRole = z.object({ organization: z.string(), personId: z.uuid(), role: z.uuid() });

const listRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/people',
  tags,
  summary: 'The people of the organization, also those who left',
  request: { params: ofOrganization },
  responses: {
    200: { content: { 'application/json': { schema: z.array(memberSchema) } }, description: 'People' },
    ...problemResponses('unauthenticated', 'not_found'),
  },
});
const changeRoute = createRoute({
  method: 'patch',
  path: '/organizations/{organization}/people/{personId}',
  tags,
  summary: 'Change a role, whether somebody may promise, or end a membership',
  request: {
    params: ofPerson,
    body: { content: { 'application/json': { schema: changeMemberSchema } }, required: true },
  },
  responses: {
    200: { content: { 'application/json': { schema: memberSchema } }, description: 'As it is now' },
    ...problemResponses('invalid', 'unauthenticated', 'forbidden', 'not_found', 'conflict'),
  },
});
const addRoleRoute = createRoute({
  method: 'post',
  path: '/organizations/{organization}/people/{personId}/roles',
  tags,
  summary: 'Write down what somebody is, and since when',
  request: {
    params: ofPerson,
    body: { content: { 'application/json': { schema: newDatedRoleSchema } }, required: true },
  },
  responses: {
    201: { content: { 'application/json': { schema: datedRoleSchema } }, description: 'Written down' },
    ...problemResponses('invalid', 'unauthenticated', 'forbidden', 'not_found'),
  },
});
const changeRoleRoute = createRoute({
  method: 'patch',
  path: '/organizations/{organization}/people/{personId}/roles/{role}',
  tags,
  summary: 'Correct or end what somebody is',
  request: {
    params: ofRole,
    body: { content: { 'application/json': { schema: changeDatedRoleSchema } }, required: true },
  },
  responses: {
    200: { content: { 'application/json': { schema: datedRoleSchema } }, description: 'As it is now' },
    ...problemResponses('invalid', 'unauthenticated', 'forbidden', 'not_found'),
  },
});
const removeRoleRoute = createRoute({
  method: 'delete',
  path: '/organizations/{organization}/people/{personId}/roles/{role}',
  tags,
  summary: 'Remove an entry that was a mistake',
  request: { params: ofRole },
  responses: { 204: { description: 'Removed' }, ...problemResponses('unauthenticated', 'forbidden', 'not_found') },
});

/** People and their dated roles. */
export function peopleRoutes(app: App, { db, clock }: Platform): void {
  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await asMember(db, scope, (tx) => listMembers(tx, scope.organization)), 200);
  });
  app.openapi(changeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { personId } = c.req.valid('param');
    const change = c.req.valid('json');
    const member = await asMember(db, scope, (tx, actor) =>
      changeMember(tx, clock, { organization, actor, personId }, change),
    );
    return c.json(member, 200);
  });
  app.openapi(addRoleRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { personId } = c.req.valid('param');
    const wanted = c.req.valid('json');
    const role = await asMember(db, scope, (tx, actor) =>
      addDatedRole(tx, clock, { organization, actor, personId }, wanted),
    );
    return c.json(role, 201);
  });
  app.openapi(changeRoleRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { personId, role } = c.req.valid('param');
    const change = c.req.valid('json');
    const changed = await asMember(db, scope, (tx, actor) =>
      changeDatedRole(tx, clock, { organization, actor, personId }, role, change),
    );
    return c.json(changed, 200);
  });
  app.openapi(removeRoleRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { personId, role } = c.req.valid('param');
    await asMember(db, scope, (tx, actor) => removeDatedRole(tx, clock, { organization, actor, personId }, role));
    return c.body(null, 204);
  });
}
