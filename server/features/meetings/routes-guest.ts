import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inScope, type Tx } from '../../platform/database.ts';
import { type App, type AppEnv, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { maskAddress } from '../links/policy.ts';
import { freshLink } from '../links/schema.ts';
import { otherSide, type Room } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { mustBeAsked, settleMeeting, voteOn } from './commands.ts';
import { answerMeeting, cancelMeeting, moveMeeting } from './commands-changes.ts';
import { sendFreshLink } from './commands-letters.ts';
import type { Speaking } from './commands-voice.ts';
import { sayOfMeeting } from './commands-words.ts';
import { findMeetingLink, type MeetingLink, meetingGate } from './gate.ts';
import { loadMeeting, meetingRow } from './queries.ts';
import { wordsOfMeeting } from './queries-words.ts';
import { guestMeeting, type GuestMeeting } from './schema.ts';
import {
  cancelMeetingSchema,
  moveMeetingSchema,
  newAnswerSchema,
  newWordsSchema,
  settleSchema,
  votesSchema,
} from './schema-requests.ts';

const tags = ['Guests'];
const answered = { 200: { description: 'The meeting', content: { 'application/json': { schema: guestMeeting } } } };
const body = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } }, required: true });
const problems = problemResponses('invalid', 'forbidden', 'not_found', 'conflict', 'gone');

const readRoute = createRoute({
  method: 'get',
  path: '/guest/meeting',
  summary: 'The meeting of the link',
  tags,
  responses: { ...answered, ...problemResponses('gone') },
});
const votesRoute = createRoute({
  method: 'put',
  path: '/guest/meeting/votes',
  summary: 'Say by link which of the times would do',
  tags,
  request: { body: body(votesSchema) },
  responses: { ...answered, ...problems },
});
const settleRoute = createRoute({
  method: 'post',
  path: '/guest/meeting/settle',
  summary: 'Take one of the free times by link',
  tags,
  request: { body: body(settleSchema) },
  responses: { ...answered, ...problems },
});
const answerRoute = createRoute({
  method: 'post',
  path: '/guest/meeting/answers',
  summary: 'Say by link whether you come, or when you could instead',
  tags,
  request: { body: body(newAnswerSchema) },
  responses: { ...answered, ...problems },
});
const moveRoute = createRoute({
  method: 'post',
  path: '/guest/meeting/move',
  summary: 'Move by link a meeting to which your own side invites',
  tags,
  request: { body: body(moveMeetingSchema) },
  responses: { ...answered, ...problems },
});
const cancelRoute = createRoute({
  method: 'post',
  path: '/guest/meeting/cancel',
  summary: 'Call a meeting off by link, or one time of it',
  tags,
  request: { body: body(cancelMeetingSchema) },
  responses: { ...answered, ...problems },
});
const wordsRoute = createRoute({
  method: 'post',
  path: '/guest/meeting/words',
  summary: 'Write by link about the meeting: both sides read it',
  tags,
  request: { body: body(newWordsSchema) },
  responses: { ...answered, ...problems },
});
const freshRoute = createRoute({
  method: 'post',
  path: '/guest/meeting/fresh-link',
  summary: 'Have the next link to the meeting sent to the same address, with an old one that has expired',
  tags,
  responses: {
    202: { description: 'On its way', content: { 'application/json': { schema: freshLink } } },
    ...problemResponses('gone', 'conflict', 'too_many'),
  },
});

async function pageOf(tx: Tx, link: MeetingLink, room: Room): Promise<GuestMeeting> {
  const { organization } = link.scope;
  const meeting = await loadMeeting(tx, { organization, room, guest: link.person }, link.meeting);
  const { thread_id: thread } = await meetingRow(tx, room.id, link.meeting);
  return {
    own: room.sides[link.side].name,
    partner: room.sides[otherSide(link.side)].name,
    person: link.person,
    side: link.side,
    name: meeting.people.find((one) => one.id === link.person)?.name ?? null,
    expiresAt: link.expiresAt,
    meeting,
    said: await wordsOfMeeting(tx, room.id, thread),
  };
}

/** What somebody without an account does with a link: for themselves, at one meeting. */
export function guestRoutes(app: App, platform: Platform): void {
  const { db, clock } = platform;
  app.openapi(freshRoute, async (c) => {
    const link = await findMeetingLink(platform, c.req.header('x-entente-link'));
    const sentTo = await inScope(db, link.scope, (tx) => sendFreshLink(tx, platform, link));
    wakeRelay();
    return c.json({ sentTo: maskAddress(sentTo) }, 202);
  });

  // Whoever asks for the next link comes with one that opens nothing any more: before the gate.
  for (const path of ['/guest/meeting', '/guest/meeting/*']) app.use(path, meetingGate(platform));

  const speak = async (
    c: Context<AppEnv>,
    work?: (tx: Tx, by: Speaking & { via: 'link' }, meeting: string) => Promise<void>,
  ): Promise<GuestMeeting> => {
    const link = c.var.meetingLink;
    const { organization } = link.scope;
    const page = await inScope(db, link.scope, async (tx) => {
      const room = await loadRoom(tx, organization, link.partnership);
      const { person, side } = link;
      if (work) {
        const by = { organization, room, person, side, via: 'link' as const, now: clock.now() };
        await mustBeAsked(tx, by, link.meeting);
        await work(tx, by, link.meeting);
      }
      return pageOf(tx, link, room);
    });
    if (work) wakeRelay();
    return page;
  };

  app.openapi(readRoute, async (c) => c.json(await speak(c), 200));
  app.openapi(votesRoute, async (c) => {
    const { votes } = c.req.valid('json');
    return c.json(await speak(c, (tx, by, id) => voteOn(tx, by, id, votes)), 200);
  });
  app.openapi(settleRoute, async (c) => {
    const { option } = c.req.valid('json');
    return c.json(await speak(c, (tx, by, id) => settleMeeting(tx, by, id, { option })), 200);
  });
  app.openapi(answerRoute, async (c) => {
    const { answer, words, counter, occurrence } = c.req.valid('json');
    const given = { answer, words, occurrence, ...(counter && { counter: { local: counter } }) };
    return c.json(await speak(c, (tx, by, id) => answerMeeting(tx, by, id, given)), 200);
  });
  app.openapi(moveRoute, async (c) => {
    const input = c.req.valid('json');
    return c.json(await speak(c, (tx, by, id) => moveMeeting(tx, by, id, input)), 200);
  });
  app.openapi(wordsRoute, async (c) => {
    const { text } = c.req.valid('json');
    return c.json(await speak(c, async (tx, by, id) => void (await sayOfMeeting(tx, by, id, text))), 200);
  });
  app.openapi(cancelRoute, async (c) => {
    const { reason, occurrence } = c.req.valid('json');
    return c.json(await speak(c, (tx, by, id) => cancelMeeting(tx, by, id, { reason, occurrence })), 200);
  });
}
