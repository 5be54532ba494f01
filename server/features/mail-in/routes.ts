import { createRoute, z } from '@hono/zod-openapi';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { asMember, requireMember } from '../identity/gate.ts';
import type { Membership } from '../identity/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { memberVoice } from '../voices/model.ts';
import { decideAboutMail } from './commands-decide.ts';
import { canDecide, isCorrespondence } from './policy.ts';
import { findMailIn, listMailsIn, presentMailIn } from './queries.ts';
import { mailHealthRoutes } from './routes-health.ts';
import { mailInDecision, mailInFilter, mailInList, mailInPage } from './schema.ts';

const own = '/organizations/{organization}';
const params = z.object({ organization: z.uuid() });
const oneParams = params.extend({ mailIn: z.uuid() });
const tags = ['Mails'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found', 'forbidden');
const one = (description: string) => ({ description, content: { 'application/json': { schema: mailInPage } } });
const listRoute = createRoute({
  method: 'get',
  path: `${own}/mails-in`,
  summary: 'Mails that arrived for the organization, newest first; those kept with one partner for every colleague',
  tags,
  request: { params, query: mailInFilter },
  responses: { 200: { description: 'One page', content: { 'application/json': { schema: mailInList } } }, ...problems },
});
const readRoute = createRoute({
  method: 'get',
  path: `${own}/mails-in/{mailIn}`,
  summary: 'One mail that arrived: what is new in it, and what it repeats',
  tags,
  request: { params: oneParams },
  responses: { 200: one('The mail'), ...problems },
});
const decideRoute = createRoute({
  method: 'post',
  path: `${own}/mails-in/{mailIn}/decision`,
  summary: 'Decide about a mail that waits, or put one that is kept into the room',
  tags,
  request: {
    params: oneParams,
    body: { content: { 'application/json': { schema: mailInDecision } }, required: true },
  },
  responses: { 200: one('What became of it'), ...problems, ...problemResponses('conflict', 'does_not_fit') },
});
function mustDecide(actor: Pick<Membership, 'role'>): void {
  if (!canDecide(actor))
    throw new AppError('forbidden', 'Managers and administrators see the mails of an organization.');
}

export function mailInRoutes(platform: Platform): App {
  const { db } = platform;
  const app = newRouter();

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const page = await asMember(db, scope, async (tx, actor) => {
      if (filter.correspondence) await loadRoom(tx, scope.organization, filter.correspondence);
      else mustDecide(actor);
      return listMailsIn(tx, scope.organization, filter);
    });
    return c.json(page, 200);
  });

  app.openapi(readRoute, async (c) => {
    const { scope } = await requireMember(c);
    const { mailIn } = c.req.valid('param');
    const page = await asMember(db, scope, async (tx, actor) => {
      const mail = await findMailIn(tx, scope.organization, mailIn);
      if (!isCorrespondence(mail)) mustDecide(actor);
      return presentMailIn(mail);
    });
    return c.json(page, 200);
  });

  app.openapi(decideRoute, async (c) => {
    const { scope, person } = await requireMember(c);
    const { mailIn } = c.req.valid('param');
    const decision = c.req.valid('json');
    const page = await asMember(db, scope, async (tx, actor) => {
      // Anybody may put what is kept into the room, as anybody may write there.
      const found = await findMailIn(tx, scope.organization, mailIn);
      if (decision.do !== 'share' || !isCorrespondence(found)) mustDecide(actor);
      const { member, ...voice } = memberVoice(scope.organization, person, actor);
      if (!member) throw new AppError('internal', 'A member has a voice.');
      await decideAboutMail(
        tx,
        platform,
        { organization: scope.organization, voice: { ...voice, member } },
        mailIn,
        decision,
      );
      return presentMailIn(await findMailIn(tx, scope.organization, mailIn));
    });
    wakeRelay();
    return c.json(page, 200);
  });

  mailHealthRoutes(app, platform);
  return app;
}
