import { createRoute, z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/database.ts';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import type { Membership } from '../identity/policy.ts';
import { loadPerson } from '../people/queries.ts';
import type { Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { dropAcquaintance, forgetMove, noteMove, setAcquaintance } from './commands-own.ts';
import { openPromisesOf, ownPeopleOf } from './queries-own.ts';
import { newMoveSchema, openPromise, ownPeople, setAcquaintanceSchema } from './schema-own.ts';

const room = '/organizations/{organization}/partnerships/{partnership}';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const onePerson = params.extend({ person: z.uuid() });
const oneColleague = onePerson.extend({ personId: z.uuid() });
const tags = ['Pairs'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found', 'forbidden');
const answer = {
  200: { description: 'As it is now', content: { 'application/json': { schema: ownPeople } } },
  ...problems,
};
const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true as const,
});

const ownRoute = createRoute({
  method: 'get',
  path: `${room}/own-people`,
  summary: 'Who of you knows whom, and where people came from or went; nobody else ever sees it',
  tags,
  request: { params },
  responses: answer,
});
const setRoute = createRoute({
  method: 'put',
  path: `${room}/people/{person}/acquaintances/{personId}`,
  summary: 'Note that a colleague knows somebody, and how others may approach them',
  tags,
  request: { params: oneColleague, body: body(setAcquaintanceSchema) },
  responses: answer,
});
const dropRoute = createRoute({
  method: 'delete',
  path: `${room}/people/{person}/acquaintances/{personId}`,
  summary: 'Take it back',
  tags,
  request: { params: oneColleague },
  responses: answer,
});
const promisesRoute = createRoute({
  method: 'get',
  path: `${room}/people/{person}/promises`,
  summary: 'What somebody stands for and is not closed',
  tags,
  request: { params: onePerson },
  responses: {
    200: { description: 'All of it', content: { 'application/json': { schema: z.array(openPromise) } } },
    ...problems,
  },
});
const moveRoute = createRoute({
  method: 'put',
  path: `${room}/people/{person}/move`,
  summary: 'Note that somebody works for another partner of yours now; nobody else ever sees it',
  tags,
  request: { params: onePerson, body: body(newMoveSchema) },
  responses: answer,
});
const forgetRoute = createRoute({
  method: 'delete',
  path: `${room}/people/{person}/move`,
  summary: 'Forget where somebody went',
  tags,
  request: { params: onePerson },
  responses: answer,
});

/** What only one's own organization knows of people. */
export function ownPeopleRoutes(app: App, platform: Platform): void {
  const { db, clock } = platform;
  const then = (
    scope: MemberScope,
    partnership: string,
    work: (tx: Tx, found: Room, actor: Membership) => Promise<void>,
  ) =>
    asMember(db, scope, async (tx, actor) => {
      const found = await loadRoom(tx, scope.organization, partnership);
      await work(tx, found, actor);
      return ownPeopleOf(tx, scope.organization, found, actor);
    });

  app.openapi(ownRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await then(scope, c.req.valid('param').partnership, () => Promise.resolve()), 200);
  });

  app.openapi(setRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person, personId: member } = c.req.valid('param');
    const input = c.req.valid('json');
    const own = await then(scope, partnership, (tx, found, actor) =>
      setAcquaintance(tx, scope.organization, found, actor, { person, member }, input, clock.now()),
    );
    return c.json(own, 200);
  });

  app.openapi(dropRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person, personId: member } = c.req.valid('param');
    const own = await then(scope, partnership, (tx, found, actor) =>
      dropAcquaintance(tx, scope.organization, found, actor, { person, member }, clock.now()),
    );
    return c.json(own, 200);
  });

  app.openapi(promisesRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person } = c.req.valid('param');
    const found = await asMember(db, scope, async (tx) => {
      const here = await loadRoom(tx, scope.organization, partnership);
      await loadPerson(tx, scope.organization, here, person, clock.now());
      return openPromisesOf(tx, partnership, person);
    });
    return c.json(found, 200);
  });

  app.openapi(moveRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person } = c.req.valid('param');
    const input = c.req.valid('json');
    const own = await then(scope, partnership, (tx, found, actor) =>
      noteMove(tx, scope.organization, found, actor, person, input, clock.now()),
    );
    return c.json(own, 200);
  });

  app.openapi(forgetRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person } = c.req.valid('param');
    return c.json(
      await then(scope, partnership, (tx, found) => forgetMove(tx, scope.organization, found, person)),
      200,
    );
  });
}
