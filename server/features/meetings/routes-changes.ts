import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Tx } from '../../platform/database.ts';
import { type App, type AppEnv, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import type { Membership } from '../identity/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { changeMeeting, settleMeeting, voteOn } from './commands.ts';
import { answerMeeting, cancelMeeting, moveMeeting } from './commands-changes.ts';
import { makeMeetingLink } from './commands-links.ts';
import { memberSpeaking, type Speaking } from './commands-voice.ts';
import { loadMeeting } from './queries.ts';
import { madeMeetingLink, type Meeting, meetingShape } from './schema.ts';
import {
  cancelMeetingSchema,
  changeMeetingSchema,
  moveMeetingSchema,
  newAnswerSchema,
  newMeetingLinkSchema,
  settleSchema,
  votesSchema,
} from './schema-requests.ts';

const path = '/organizations/{organization}/partnerships/{partnership}/meetings/{meeting}';
export const meetingParams = z.object({ organization: z.uuid(), partnership: z.uuid(), meeting: z.uuid() });

/** A route that changes one meeting and answers it as it then is. */
export function changeRoute<const M extends 'post' | 'put' | 'patch', const P extends string, S extends z.ZodType>(
  method: M,
  behind: P,
  summary: string,
  schema: S,
) {
  return createRoute({
    method,
    path: `/organizations/{organization}/partnerships/{partnership}/meetings/{meeting}${behind}` as const,
    summary,
    tags: ['Meetings'],
    request: { params: meetingParams, body: { content: { 'application/json': { schema } }, required: true } },
    responses: {
      200: { description: 'As it now is', content: { 'application/json': { schema: meetingShape } } },
      ...problemResponses('invalid', 'unauthenticated', 'not_found', 'forbidden', 'conflict'),
    },
  });
}

const linkRoute = createRoute({
  method: 'post',
  path: `${path}/links`,
  summary: 'Make a link to a meeting for somebody without an account, to be handed on by hand',
  tags: ['Meetings'],
  request: {
    params: meetingParams,
    body: { content: { 'application/json': { schema: newMeetingLinkSchema } }, required: true },
  },
  responses: {
    201: { description: 'Shown once', content: { 'application/json': { schema: madeMeetingLink } } },
    ...problemResponses('invalid', 'unauthenticated', 'not_found', 'forbidden', 'conflict'),
  },
});

type Work = (tx: Tx, by: Speaking, meeting: string, colleague: Membership) => Promise<void>;

/** Runs a change as the member who asks, or as the one whose words they write down, and answers the meeting. */
export function changing(platform: Platform) {
  const { db, clock } = platform;
  return async (
    c: Context<AppEnv>,
    where: { partnership: string; meeting: string },
    work: Work,
    recorded?: string,
  ): Promise<Meeting> => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const changed = await asMember(db, scope, async (tx, colleague) => {
      const room = await loadRoom(tx, organization, where.partnership);
      const by = await memberSpeaking(tx, { organization, room, now: clock.now() }, colleague, recorded);
      await work(tx, by, where.meeting, colleague);
      return loadMeeting(tx, { organization, room, personId: person.id }, where.meeting);
    });
    wakeRelay();
    return changed;
  };
}

const patchRoute = changeRoute('patch', '', 'Change purpose, agenda, place or who is asked', changeMeetingSchema);
const votesRoute = changeRoute('put', '/votes', 'Say which of the times would do', votesSchema);
const settleRoute = changeRoute('post', '/settle', 'Settle the time: everybody is invited', settleSchema);
const answerRoute = changeRoute('post', '/answers', 'Say whether you come, or when you could instead', newAnswerSchema);
const moveRoute = changeRoute('post', '/move', 'Move a meeting, or one time of it', moveMeetingSchema);
const cancelRoute = changeRoute('post', '/cancel', 'Call a meeting off, or one time of it', cancelMeetingSchema);

export function changeRoutes(app: App, platform: Platform): void {
  const change = changing(platform);
  app.openapi(patchRoute, async (c) => {
    const input = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => changeMeeting(tx, by, id, input)), 200);
  });
  app.openapi(votesRoute, async (c) => {
    const { votes, person } = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => voteOn(tx, by, id, votes), person), 200);
  });
  app.openapi(settleRoute, async (c) => {
    const { person, ...input } = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => settleMeeting(tx, by, id, input), person), 200);
  });
  app.openapi(answerRoute, async (c) => {
    const { person, counter, ...input } = c.req.valid('json');
    const given = { ...input, ...(counter && { counter: { local: counter } }) };
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => answerMeeting(tx, by, id, given), person), 200);
  });
  app.openapi(moveRoute, async (c) => {
    const input = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => moveMeeting(tx, by, id, input)), 200);
  });
  app.openapi(cancelRoute, async (c) => {
    const { person, ...input } = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => cancelMeeting(tx, by, id, input), person), 200);
  });

  app.openapi(linkRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership, meeting } = c.req.valid('param');
    const { person } = c.req.valid('json');
    const link = await asMember(platform.db, scope, async (tx) => {
      const room = await loadRoom(tx, organization, partnership);
      return makeMeetingLink(tx, organization, room, meeting, person, platform.clock.now());
    });
    return c.json({ url: `${platform.config.publicUrl}${link.path}`, expiresAt: link.expiresAt }, 201);
  });
}
