import { createRoute, z } from '@hono/zod-openapi';
import { inScope, type Tx } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import type { Membership } from '../identity/policy.ts';
import { linkGate, type LinkScope, mustBeUnused } from '../links/gate.ts';
import type { Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { answerAsGuest, answerMove, proposeMove, type StageActor } from './commands.ts';
import { guestStageOf, isOfSide, listMoves, stagePageOf, waitingMovesOf } from './queries.ts';
import {
  answerMoveSchema,
  guestAnswerSchema,
  guestStage,
  moveFilter,
  moveList,
  newMoveSchema,
  stagePage,
  waitingMoves,
} from './schema.ts';

const one = '/organizations/{organization}/partnerships/{partnership}/stage';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const moveParams = params.extend({ move: z.uuid() });
const tags = ['Stages'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const page = { 200: { description: 'The stage', content: { 'application/json': { schema: stagePage } } } };

const pageRoute = createRoute({
  method: 'get',
  path: one,
  summary: 'The stage of a partnership, what it rests on, and what the next one asks for',
  tags,
  request: { params },
  responses: { ...page, ...problems },
});
const movesRoute = createRoute({
  method: 'get',
  path: `${one}/moves`,
  summary: 'Steps that were answered, the last first',
  tags,
  request: { params, query: moveFilter },
  responses: { 200: { description: 'One page', content: { 'application/json': { schema: moveList } } }, ...problems },
});
const proposeRoute = createRoute({
  method: 'post',
  path: `${one}/moves`,
  summary: 'Propose a step, or write down that a side without an account proposes it',
  tags,
  request: { params, body: { content: { 'application/json': { schema: newMoveSchema } }, required: true } },
  responses: {
    201: { description: 'Proposed', content: { 'application/json': { schema: stagePage } } },
    ...problems,
    ...problemResponses('forbidden', 'conflict'),
  },
});
const answerRoute = createRoute({
  method: 'post',
  path: `${one}/moves/{move}/answer`,
  summary: 'Agree to a step, keep it as it is, or take it back',
  tags,
  request: {
    params: moveParams,
    body: { content: { 'application/json': { schema: answerMoveSchema } }, required: true },
  },
  responses: { ...page, ...problems, ...problemResponses('forbidden', 'conflict') },
});
const waitingRoute = createRoute({
  method: 'get',
  path: '/organizations/{organization}/stage-moves',
  summary: 'Steps of the other side that wait for your organization’s answer, the oldest first',
  tags,
  request: { params: z.object({ organization: z.uuid() }) },
  responses: { 200: { description: 'All', content: { 'application/json': { schema: waitingMoves } } }, ...problems },
});
const guestProblems = problemResponses('invalid', 'forbidden', 'not_found', 'gone', 'conflict');
const guestPageRoute = createRoute({
  method: 'get',
  path: '/guest/stage',
  summary: 'The stage of the partnership a link belongs to, and the step that waits for an answer',
  tags: ['Guests'],
  responses: {
    200: { description: 'The stage', content: { 'application/json': { schema: guestStage } } },
    ...guestProblems,
  },
});
const guestAnswerRoute = createRoute({
  method: 'post',
  path: '/guest/stage/moves/{move}/answer',
  summary: 'Answer a step through a signed link, also when its conversation is closed',
  tags: ['Guests'],
  request: {
    params: z.object({ move: z.uuid() }),
    body: { content: { 'application/json': { schema: guestAnswerSchema } }, required: true },
  },
  responses: {
    200: { description: 'The stage', content: { 'application/json': { schema: guestStage } } },
    ...guestProblems,
  },
});

function actorOf(organization: string, member: Membership): StageActor {
  const { personId, name, email, mayPromise } = member;
  return { organization, colleague: { personId, name, email }, mayPromise };
}

export function stageRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(pageRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const found = await asMember(db, scope, async (tx, membership) =>
      stagePageOf(tx, organization, membership, await loadRoom(tx, organization, c.req.valid('param').partnership)),
    );
    return c.json(found, 200);
  });

  app.openapi(movesRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const found = await asMember(db, scope, async (tx) => {
      const room = await loadRoom(tx, scope.organization, partnership);
      return listMoves(tx, room.id, c.req.valid('query'));
    });
    return c.json(found, 200);
  });

  app.openapi(proposeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const input = c.req.valid('json');
    const found = await asMember(db, scope, async (tx, membership) => {
      const room = await loadRoom(tx, organization, c.req.valid('param').partnership);
      await proposeMove(tx, actorOf(organization, membership), room, input, clock.now());
      return stagePageOf(tx, organization, membership, room);
    });
    wakeRelay();
    return c.json(found, 201);
  });

  app.openapi(answerRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership, move } = c.req.valid('param');
    const input = c.req.valid('json');
    const found = await asMember(db, scope, async (tx, membership) => {
      const room = await loadRoom(tx, organization, partnership);
      await answerMove(tx, actorOf(organization, membership), room, move, input, clock.now());
      return stagePageOf(tx, organization, membership, room);
    });
    wakeRelay();
    return c.json(found, 200);
  });

  app.openapi(waitingRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json(await asMember(db, scope, (tx) => waitingMovesOf(tx, scope.organization)), 200);
  });

  guestStageRoutes(app, platform);
  return app;
}

/** The room of a guest who belongs to one of its two sides. */
async function guestRoom(tx: Tx, link: LinkScope): Promise<Room> {
  const { partnershipId, scope } = link;
  if (link.speaker !== 'newcomer' && (await isOfSide(tx, partnershipId, link)))
    return loadRoom(tx, scope.organization, partnershipId);
  throw new AppError('not_found', 'The stage is between the two sides of a partnership.');
}

/** For whoever holds a link: what the other side proposed, and the answer to it. */
function guestStageRoutes(app: App, platform: Platform): void {
  const { db, clock } = platform;
  for (const path of ['/guest/stage', '/guest/stage/*']) app.use(path, linkGate(platform));

  app.openapi(guestPageRoute, async (c) => {
    const { link } = c.var;
    const found = await inScope(db, link.scope, async (tx) =>
      guestStageOf(tx, await guestRoom(tx, link), link.side, link.canAct),
    );
    return c.json(found, 200);
  });

  app.openapi(guestAnswerRoute, async (c) => {
    const { link } = c.var;
    mustBeUnused(link);
    const { move } = c.req.valid('param');
    const input = c.req.valid('json');
    const found = await inScope(db, link.scope, async (tx) => {
      const room = await guestRoom(tx, link);
      await answerAsGuest(tx, room, link, move, input, clock.now());
      return guestStageOf(tx, room, link.side, link.canAct);
    });
    wakeRelay();
    return c.json(found, 200);
  });
}
