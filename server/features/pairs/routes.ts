import { createRoute, z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/database.ts';
import { inScope } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { asMember, type MemberScope, requireMember } from '../identity/gate.ts';
import type { Membership } from '../identity/policy.ts';
import { linkGate } from '../links/gate.ts';
import type { Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { answerAsGuest, answerPair, endPair, proposePair, setDuties } from './commands.ts';
import { guestPairs } from './queries.ts';
import { pairsPageOf, suggestionsFor } from './queries-page.ts';
import { ownPeopleRoutes } from './routes-own.ts';
import {
  answerPairSchema,
  guestAnswerSchema,
  guestPair,
  newPairSchema,
  pairsPage,
  setDutiesSchema,
  suggestionShape,
} from './schema.ts';

const all = '/organizations/{organization}/partnerships/{partnership}/pairs';
const params = z.object({ organization: z.uuid(), partnership: z.uuid() });
const onePair = params.extend({ pair: z.uuid() });
const tags = ['Pairs'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const page = (description: string) => ({ description, content: { 'application/json': { schema: pairsPage } } });
const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true as const,
});

const pageRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'The pairs of a partnership, who stands for what, and where much rests on one person',
  tags,
  request: { params },
  responses: { 200: page('All of it'), ...problems },
});
const suggestionsRoute = createRoute({
  method: 'get',
  path: `${all}/suggestions`,
  summary: 'Who might work with whom, with the reasons; nobody is ranked',
  tags,
  request: { params },
  responses: {
    200: { description: 'Grouped by reason', content: { 'application/json': { schema: z.array(suggestionShape) } } },
    ...problems,
  },
});
const proposeRoute = createRoute({
  method: 'post',
  path: all,
  summary: 'Propose that one person of each side work together',
  tags,
  request: { params, body: body(newPairSchema) },
  responses: { 201: page('Proposed'), ...problems, ...problemResponses('forbidden', 'conflict') },
});
const answerRoute = createRoute({
  method: 'post',
  path: `${all}/{pair}/answer`,
  summary: 'Agree to a proposal, or say no; or write down what a side without an account says',
  tags,
  request: { params: onePair, body: body(answerPairSchema) },
  responses: { 200: page('Answered'), ...problems, ...problemResponses('forbidden', 'conflict') },
});
const endRoute = createRoute({
  method: 'post',
  path: `${all}/{pair}/end`,
  summary: 'End a pair, or take a proposal back',
  tags,
  request: { params: onePair },
  responses: { 200: page('Ended'), ...problems, ...problemResponses('forbidden', 'conflict') },
});
const dutiesRoute = createRoute({
  method: 'put',
  path: '/organizations/{organization}/partnerships/{partnership}/people/{person}/duties',
  summary: 'Say what a person of your side stands for; or of a side without an account, as recorded',
  tags,
  request: { params: params.extend({ person: z.uuid() }), body: body(setDutiesSchema) },
  responses: { 200: page('Set'), ...problems, ...problemResponses('forbidden') },
});
const guestListRoute = createRoute({
  method: 'get',
  path: '/guest/pairs',
  summary: 'Proposals to work together that name the guest',
  tags: ['Guests'],
  responses: {
    200: { description: 'All that wait', content: { 'application/json': { schema: z.array(guestPair) } } },
    ...problemResponses('gone'),
  },
});
const guestAnswerRoute = createRoute({
  method: 'post',
  path: '/guest/pairs/{pair}/answer',
  summary: 'Agree to be one of a pair, or say no',
  tags: ['Guests'],
  request: { params: z.object({ pair: z.uuid() }), body: body(guestAnswerSchema) },
  responses: { 204: { description: 'Answered' }, ...problemResponses('invalid', 'not_found', 'conflict', 'gone') },
});

export function pairRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  const inRoom = <T>(
    scope: MemberScope,
    partnership: string,
    work: (tx: Tx, room: Room, colleague: Membership) => Promise<T>,
  ): Promise<T> =>
    asMember(db, scope, async (tx, colleague) =>
      work(tx, await loadRoom(tx, scope.organization, partnership), colleague),
    );

  app.openapi(pageRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const found = await inRoom(scope, partnership, (tx, room) =>
      pairsPageOf(tx, scope.organization, room, clock.now()),
    );
    return c.json(found, 200);
  });

  app.openapi(suggestionsRoute, async (c) => {
    const { scope } = await requireMember(c);
    const found = await inRoom(scope, c.req.valid('param').partnership, (tx, room) => suggestionsFor(tx, room));
    return c.json(found, 200);
  });

  app.openapi(proposeRoute, async (c) => {
    const { scope } = await requireMember(c);
    const input = c.req.valid('json');
    const found = await inRoom(scope, c.req.valid('param').partnership, async (tx, room, colleague) => {
      await proposePair(tx, scope.organization, room, colleague, input, clock.now());
      return pairsPageOf(tx, scope.organization, room, clock.now());
    });
    return c.json(found, 201);
  });

  app.openapi(answerRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, pair } = c.req.valid('param');
    const input = c.req.valid('json');
    const found = await inRoom(scope, partnership, async (tx, room, colleague) => {
      await answerPair(tx, scope.organization, room, colleague, pair, input, clock.now());
      return pairsPageOf(tx, scope.organization, room, clock.now());
    });
    return c.json(found, 200);
  });

  app.openapi(endRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, pair } = c.req.valid('param');
    const found = await inRoom(scope, partnership, async (tx, room, colleague) => {
      await endPair(tx, scope.organization, room, colleague, pair, clock.now());
      return pairsPageOf(tx, scope.organization, room, clock.now());
    });
    return c.json(found, 200);
  });

  app.openapi(dutiesRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { partnership, person } = c.req.valid('param');
    const { duties } = c.req.valid('json');
    const found = await inRoom(scope, partnership, async (tx, room) => {
      await setDuties(tx, scope.organization, room, person, duties, clock.now());
      return pairsPageOf(tx, scope.organization, room, clock.now());
    });
    return c.json(found, 200);
  });

  ownPeopleRoutes(app, platform);
  guestPairRoutes(app, platform);
  return app;
}

/** What a link of the room opens beside its conversation: proposals that name the person it was made for. */
function guestPairRoutes(app: App, platform: Platform): void {
  const { db, clock } = platform;
  app.use('/guest/pairs', linkGate(platform));
  app.use('/guest/pairs/*', linkGate(platform));

  app.openapi(guestListRoute, async (c) => {
    const { link } = c.var;
    if (link.speaker === 'newcomer') return c.json([], 200);
    return c.json(
      await inScope(db, link.scope, (tx) => guestPairs(tx, link.partnershipId, link.person, link.side)),
      200,
    );
  });

  app.openapi(guestAnswerRoute, async (c) => {
    const { link } = c.var;
    const { pair } = c.req.valid('param');
    const { agree } = c.req.valid('json');
    await inScope(db, link.scope, async (tx) =>
      answerAsGuest(
        tx,
        await loadRoom(tx, link.scope.organization, link.partnershipId),
        link,
        pair,
        agree,
        clock.now(),
      ),
    );
    return c.body(null, 204);
  });
}
