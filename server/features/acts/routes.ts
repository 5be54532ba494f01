import { table } from '@entente/protocol';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inScope, sqlState, type Tx } from '../../platform/database.ts';
import { type App, type AppEnv, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { isZone } from '../../platform/zone.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { linkGate, mustBeUnused } from '../links/gate.ts';
import { guestVoice, memberVoice, type Voice } from '../voices/model.ts';
import { openConversation, speak, type Spoken } from './commands.ts';
import { actsSince } from './queries.ts';
import { actInput, openInput, spoken } from './schema.ts';

const inPartnership = z.object({ organization: z.uuid(), partnership: z.uuid() });
const inConversation = inPartnership.extend({ conversation: z.string().regex(/^[0-9a-f]{64}$/) });
const written = {
  201: {
    description: 'The act is stored. `ETag` is the new head.',
    content: { 'application/json': { schema: spoken } },
  },
  ...problemResponses(
    'invalid',
    'unauthenticated',
    'forbidden',
    'not_found',
    'stale',
    'does_not_fit',
    'too_large',
    'precondition_required',
  ),
};
const expectedHead = z.object({
  'if-match': z
    .string()
    .optional()
    .openapi({ description: 'The head you had before your eyes, in quotes: the `ETag` of the page.' }),
});

const openRoute = createRoute({
  method: 'post',
  path: '/organizations/{organization}/partnerships/{partnership}/conversations',
  summary: 'Ask for something or offer something',
  tags: ['Conversations'],
  request: { params: inPartnership, body: { content: { 'application/json': { schema: openInput } }, required: true } },
  responses: written,
});

const actRoute = createRoute({
  method: 'post',
  path: '/organizations/{organization}/partnerships/{partnership}/conversations/{conversation}/acts',
  summary: 'Say something in a conversation: any act that can follow',
  tags: ['Conversations'],
  request: {
    params: inConversation,
    headers: expectedHead,
    body: { content: { 'application/json': { schema: actInput } }, required: true },
  },
  responses: written,
});

const guestActRoute = createRoute({
  method: 'post',
  path: '/guest/acts',
  summary: 'Say something through a signed link',
  tags: ['Guests'],
  request: { headers: expectedHead, body: { content: { 'application/json': { schema: actInput } }, required: true } },
  responses: { ...written, ...problemResponses('gone') },
});

/** The head named in If-Match. */
function headIn(c: Context<AppEnv>): string {
  const sent = c.req.header('if-match')?.trim();
  const found = /^(?:W\/)?"([0-9a-f]{64})"$/.exec(sent ?? '');
  if (!found?.[1]) {
    throw new AppError(
      sent ? 'invalid' : 'precondition_required',
      'Send the head you have seen as If-Match: "<head>", so that nobody answers something they have not read.',
    );
  }
  return found[1];
}

function zoneIn(c: Context<AppEnv>): string {
  const zone = c.req.header('x-time-zone');
  return zone && isZone(zone) ? zone : 'UTC';
}

function answer(c: Context<AppEnv>, said: Spoken) {
  wakeRelay();
  c.header('etag', `"${said.head}"`);
  return c.json(said, 201);
}

interface Race {
  partnership: string;
  conversation: string;
  expected: string;
}

/** Of two who act at once the database lets one win; the other is told what was said meanwhile. */
async function orStale<T>(
  race: Race,
  voice: () => Voice | undefined,
  read: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const lost = sqlState(error) === 'EN409' || (error instanceof AppError && error.code === 'stale');
    const reader = voice();
    if (!lost || !reader) throw error;
    const since = await read((tx) => actsSince(tx, reader.organization, race));
    throw new AppError('stale', 'Somebody was quicker. Look at what changed; your text is kept.', since, {
      cause: error,
    });
  }
}

export function actRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(openRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { partnership } = c.req.valid('param');
    const input = c.req.valid('json');
    const said = await asMember(db, scope, (tx, membership) =>
      openConversation(tx, clock.now(), memberVoice(scope.organization, person, membership), partnership, input),
    );
    return answer(c, said);
  });

  app.openapi(actRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { partnership, conversation } = c.req.valid('param');
    const input = c.req.valid('json');
    const target = { partnership, conversation, expected: headIn(c) };
    let voice: Voice | undefined;
    const said = await orStale(
      target,
      () => voice,
      (work) => asMember(db, scope, work),
      () =>
        asMember(db, scope, (tx, membership) => {
          voice = memberVoice(scope.organization, person, membership);
          return speak(tx, clock.now(), voice, target, input, tx.finish);
        }),
    );
    return answer(c, said);
  });

  app.use('/guest/acts', linkGate(platform));
  app.openapi(guestActRoute, async (c) => {
    const { link } = c.var;
    const input = c.req.valid('json');
    const target = { partnership: link.partnershipId, conversation: link.conversationId, expected: headIn(c) };
    if (table[input.saying.kind].binding) mustBeUnused(link);
    const voice = guestVoice(link, zoneIn(c));
    const said = await orStale(
      target,
      () => voice,
      (work) => inScope(db, link.scope, work),
      () => inScope(db, link.scope, (tx) => speak(tx, clock.now(), voice, target, input, tx.finish)),
    );
    return answer(c, said);
  });

  return app;
}
