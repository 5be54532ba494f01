import { createRoute, z } from '@hono/zod-openapi';
import { inScope } from '../../platform/database.ts';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { linkGate } from '../links/gate.ts';
import { otherSide } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { disclose, endDisclosure } from './commands-disclose.ts';
import { needsOfRoom, toldBy } from './queries.ts';
import { discloseSchema, itemShape, roomNeeds, toldShape } from './schema.ts';

const room = '/organizations/{organization}/partnerships/{partnership}';
const roomParams = z.object({ organization: z.uuid(), partnership: z.uuid() });
const tags = ['Needs and offers'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

const discloseRoute = createRoute({
  method: 'put',
  path: `${room}/needs/{item}/level`,
  summary: 'Tell this partner nothing, that it exists, its title, or all of it',
  tags,
  request: {
    params: roomParams.extend({ item: z.uuid() }),
    body: { content: { 'application/json': { schema: discloseSchema } }, required: true },
  },
  responses: { 200: json('As it now stands', itemShape), ...problems, ...problemResponses('forbidden', 'conflict') },
});
const roomRoute = createRoute({
  method: 'get',
  path: `${room}/needs`,
  summary: 'Needs and offers of both sides, as we know them',
  tags,
  request: { params: roomParams },
  responses: { 200: json('Both sides', roomNeeds), ...problems },
});
const endRoute = createRoute({
  method: 'delete',
  path: `${room}/disclosures/{item}`,
  summary: 'End what was disclosed: whoever told it, or whoever was told',
  tags,
  request: { params: roomParams.extend({ item: z.uuid() }) },
  responses: { 204: { description: 'Ended' }, ...problems },
});
const guestRoute = createRoute({
  method: 'get',
  path: '/guest/needs',
  summary: 'What the other side told this room of its needs and offers',
  tags: ['Guests'],
  responses: { 200: json('What was told', toldShape), ...problemResponses('gone') },
});

/** Needs and offers as a room knows them: what each side tells the other. */
export function needRoomRoutes(app: App, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(discloseRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, item } = c.req.valid('param');
    const { level } = c.req.valid('json');
    const { organization } = scope;
    const told = await asMember(db, scope, (tx, actor) =>
      disclose(tx, { organization, actor }, item, partnership, level, clock.now()),
    );
    return c.json(told, 200);
  });

  app.openapi(roomRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const { organization } = scope;
    const found = await asMember(db, scope, async (tx, actor) =>
      needsOfRoom(tx, { organization, actor }, await loadRoom(tx, organization, partnership)),
    );
    return c.json(found, 200);
  });

  app.openapi(endRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { partnership, item } = c.req.valid('param');
    await asMember(db, scope, async (tx) => {
      const found = await loadRoom(tx, scope.organization, partnership);
      await endDisclosure(tx, scope.organization, person.id, found, item, clock.now());
    });
    return c.body(null, 204);
  });

  app.use('/guest/needs', linkGate(platform));
  app.openapi(guestRoute, async (c) => {
    const { link } = c.var;
    const told = await inScope(db, link.scope, (tx) => toldBy(tx, link.partnershipId, otherSide(link.side)));
    return c.json(told, 200);
  });
}
