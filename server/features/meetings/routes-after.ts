import { createRoute, z } from '@hono/zod-openapi';
import { type App, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { loadRoom } from '../rooms/queries.ts';
import {
  addResult,
  dropResult,
  giveThanks,
  sayAttendance,
  sayOutcome,
  sendOutcome,
  startTalk,
  writeMinutes,
  writeNote,
} from './commands-after.ts';
import { memberSpeaking } from './commands-voice.ts';
import { loadMeeting } from './queries.ts';
import { changeRoute, changing, meetingParams } from './routes-changes.ts';
import { meetingShape, startedTalk } from './schema.ts';
import {
  attendanceSchema,
  newResultSchema,
  ofTimeSchema,
  outcomeSchema,
  thanksSchema,
  writingSchema,
} from './schema-requests.ts';

const path = '/organizations/{organization}/partnerships/{partnership}/meetings/{meeting}';
const tags = ['Meetings'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found', 'forbidden', 'conflict');

const outcomeRoute = changeRoute('post', '/outcome', 'Say how it went, and who came', outcomeSchema);
const attendanceRoute = changeRoute('put', '/attendance', 'Say who of your people came', attendanceSchema);
const minutesRoute = changeRoute('put', '/minutes', 'Write the minutes, which both sides read', writingSchema);
const sendRoute = changeRoute('post', '/minutes/send', 'Send what came of it to everybody who was asked', ofTimeSchema);
const resultRoute = changeRoute('post', '/results', 'Say what the meeting led to', newResultSchema);
const thanksRoute = changeRoute('post', '/thanks', 'Thank the other side for the meeting', thanksSchema);

const noteRoute = createRoute({
  method: 'put',
  path: `${path}/note`,
  summary: 'Keep your own notes about a meeting; the other side never sees them',
  tags,
  request: {
    params: meetingParams,
    body: { content: { 'application/json': { schema: writingSchema } }, required: true },
  },
  responses: {
    200: { description: 'Kept', content: { 'application/json': { schema: meetingShape } } },
    ...problems,
  },
});
const talkRoute = createRoute({
  method: 'post',
  path: `${path}/talk`,
  summary: 'Write down what you heard: the talk of this meeting, begun if there is none',
  tags,
  request: {
    params: meetingParams,
    body: { content: { 'application/json': { schema: ofTimeSchema } }, required: true },
  },
  responses: {
    201: { description: 'The talk', content: { 'application/json': { schema: startedTalk } } },
    ...problems,
  },
});
const dropRoute = createRoute({
  method: 'delete',
  path: `${path}/results/{result}`,
  summary: 'Take back something your side wrote down as a result',
  tags,
  request: { params: meetingParams.extend({ result: z.uuid() }) },
  responses: {
    200: { description: 'As it now is', content: { 'application/json': { schema: meetingShape } } },
    ...problems,
  },
});

/** How it went and what came of it. */
export function afterRoutes(app: App, platform: Platform): void {
  const { db, clock } = platform;
  const change = changing(platform);
  app.openapi(outcomeRoute, async (c) => {
    const input = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => sayOutcome(tx, by, id, input)), 200);
  });
  app.openapi(attendanceRoute, async (c) => {
    const input = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => sayAttendance(tx, by, id, input)), 200);
  });
  app.openapi(minutesRoute, async (c) => {
    const input = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => writeMinutes(tx, by, id, input)), 200);
  });
  app.openapi(sendRoute, async (c) => {
    const { occurrence } = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => sendOutcome(tx, by, id, occurrence)), 200);
  });
  app.openapi(resultRoute, async (c) => {
    const input = c.req.valid('json');
    return c.json(await change(c, c.req.valid('param'), (tx, by, id) => addResult(tx, by, id, input)), 200);
  });
  app.openapi(thanksRoute, async (c) => {
    const input = c.req.valid('json');
    const changed = await change(c, c.req.valid('param'), (tx, by, id, colleague) =>
      giveThanks(tx, by, colleague, id, input),
    );
    return c.json(changed, 200);
  });
  app.openapi(dropRoute, async (c) => {
    const { result, ...where } = c.req.valid('param');
    return c.json(await change(c, where, (tx, by, id) => dropResult(tx, by, id, result)), 200);
  });

  app.openapi(noteRoute, async (c) => {
    const { person, scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership, meeting } = c.req.valid('param');
    const input = c.req.valid('json');
    const kept = await asMember(db, scope, async (tx, actor) => {
      const room = await loadRoom(tx, organization, partnership);
      await writeNote(tx, { organization, partnership, actor }, meeting, input, clock.now());
      return loadMeeting(tx, { organization, room, personId: person.id }, meeting);
    });
    return c.json(kept, 200);
  });

  app.openapi(talkRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { organization } = scope;
    const { partnership, meeting } = c.req.valid('param');
    const { occurrence } = c.req.valid('json');
    const interview = await asMember(db, scope, async (tx, actor) => {
      const room = await loadRoom(tx, organization, partnership);
      const by = await memberSpeaking(tx, { organization, room, now: clock.now() }, actor);
      return startTalk(tx, { organization, partnership, actor }, by, meeting, occurrence);
    });
    wakeRelay();
    return c.json({ interview }, 201);
  });
}
