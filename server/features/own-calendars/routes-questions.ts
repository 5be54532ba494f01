import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { isZone } from '../../platform/zone.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import { answerQuestion } from './commands-questions.ts';
import { openAccount } from './jobs.ts';
import { listQuestions, loadAccount } from './queries.ts';
import { freeTimes } from './queries-free.ts';
import { meetingsOfPerson } from './queries-meetings.ts';
import { calendarQuestions, freeSlotList, questionAnswer, slotFilter } from './schema.ts';

const all = '/organizations/{organization}/calendar';
const params = z.object({ organization: z.uuid() });
const tags = ['Calendars'];
const LONGEST_STRETCH = 56 * 86_400_000;
const problems = problemResponses('invalid', 'unauthenticated', 'not_found');
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const questionsRoute = createRoute({
  method: 'get',
  path: `${all}/questions`,
  summary: 'What your calendar or a mail says of a meeting, and only you can decide',
  tags,
  request: { params },
  responses: { 200: json(calendarQuestions, 'Oldest first'), ...problems },
});
const answerRoute = createRoute({
  method: 'post',
  path: `${all}/questions/{question}`,
  summary: 'Decide it: do as it says, or leave everything as it was',
  tags,
  request: {
    params: params.extend({ question: z.uuid() }),
    body: { content: { 'application/json': { schema: questionAnswer } }, required: true },
  },
  responses: { 204: { description: 'Decided' }, ...problems, ...problemResponses('conflict', 'forbidden') },
});
const slotsRoute = createRoute({
  method: 'get',
  path: `${all}/free-slots`,
  summary:
    'Times in which you are free on working days, by your calendar and your meetings here; nobody else sees what keeps you',
  tags,
  request: { params, query: slotFilter },
  responses: { 200: json(freeSlotList, 'In order of time'), ...problems },
});

export function calendarQuestionRoutes(platform: Platform): App {
  const { db, clock } = platform;
  const app = newRouter();

  app.openapi(questionsRoute, async (c) => {
    const { scope } = await requireMember(c);
    return c.json({ items: await asMember(db, scope, (tx) => listQuestions(tx, scope)) }, 200);
  });

  app.openapi(answerRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { question } = c.req.valid('param');
    const { answer } = c.req.valid('json');
    await asMember(db, scope, (tx) => answerQuestion(tx, platform, scope, { question, answer }));
    return c.body(null, 204);
  });

  app.openapi(slotsRoute, async (c) => {
    const { scope, person } = await requireMember(c);
    const stretch = c.req.valid('query');
    const zone = stretch.zone ?? person.timeZone;
    if (!isZone(zone)) throw new AppError('invalid', 'There is no such time zone. Give a name like Europe/Madrid.');
    if (stretch.to < stretch.from || Date.parse(stretch.to) - Date.parse(stretch.from) > LONGEST_STRETCH)
      throw new AppError('invalid', 'Give a first and a last day, at most eight weeks apart.');
    const { account, meetings } = await asMember(db, scope, async (tx) => ({
      account: await loadAccount(tx, scope),
      meetings: await meetingsOfPerson(tx, platform, scope, clock.now()),
    }));
    const calendar = account && { open: () => openAccount(platform, scope, account), url: account.calendarUrl };
    return c.json(await freeTimes(calendar, meetings, { ...stretch, zone }, clock.now()), 200);
  });

  return app;
}
