import { createRoute, z } from '@hono/zod-openapi';
import { messagesFor } from '../../../messages/catalogue.ts';
import { atGate } from '../../platform/database.ts';
import { type App, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { wakeRelay } from '../../platform/relay.ts';
import { watchMail } from '../follow-ups/commands-watch.ts';
import { asMember, requireMember, requirePerson } from '../identity/gate.ts';
import type { Membership } from '../identity/policy.ts';
import { retryMail } from '../mail/commands.ts';
import { canSeeLinks, canSeeMails } from './policy.ts';
import { listMails, localServerMails, readMail } from './queries.ts';
import { localMailList, mailFilter, mailList, mailShape } from './schema.ts';

const all = '/organizations/{organization}/mails';
const params = z.object({ organization: z.uuid() });
const oneParams = params.extend({ mail: z.uuid() });
const tags = ['Mails'];
const problems = problemResponses('invalid', 'unauthenticated', 'not_found', 'forbidden');
const one = (description: string) => ({ description, content: { 'application/json': { schema: mailShape } } });

const listRoute = createRoute({
  method: 'get',
  path: all,
  summary: 'Mails written on behalf of the organization, newest first, and what became of them',
  tags,
  request: { params, query: mailFilter },
  responses: { 200: { description: 'One page', content: { 'application/json': { schema: mailList } } }, ...problems },
});
const readRoute = createRoute({
  method: 'get',
  path: `${all}/{mail}`,
  summary: 'One mail with its text; links that let somebody act are shown to administrators only',
  tags,
  request: { params: oneParams },
  responses: { 200: one('The mail'), ...problems },
});
const retryRoute = createRoute({
  method: 'post',
  path: `${all}/{mail}/retry`,
  summary: 'Put a mail that could not be sent back into the queue',
  tags,
  request: { params: oneParams },
  responses: { 200: one('Back in the queue'), ...problems, ...problemResponses('conflict') },
});
const localRoute = createRoute({
  method: 'get',
  path: '/local-mails',
  summary: 'Links to sign in that were kept because no mail server is set, for people of your organization only',
  tags,
  responses: {
    200: { description: 'The latest', content: { 'application/json': { schema: localMailList } } },
    ...problemResponses('unauthenticated', 'not_found'),
  },
});

function mustSee(actor: Membership): void {
  if (!canSeeMails(actor))
    throw new AppError('forbidden', 'Managers and administrators see the mails of an organization.');
}

export function mailRoutes(platform: Platform): App {
  const { db, clock, config } = platform;
  const app = newRouter();
  const local = config.smtpUrl === undefined;

  app.openapi(listRoute, async (c) => {
    const { scope } = await requireMember(c);
    const filter = c.req.valid('query');
    const page = await asMember(db, scope, (tx, actor) => {
      mustSee(actor);
      return listMails(tx, scope.organization, filter, !local);
    });
    return c.json({ ...page, local }, 200);
  });

  app.openapi(readRoute, async (c) => {
    const { scope, person } = await requireMember(c);
    const { mail } = c.req.valid('param');
    const found = await asMember(db, scope, (tx, actor) => {
      mustSee(actor);
      return readMail(tx, scope.organization, mail, {
        links: canSeeLinks(actor),
        instead: messagesFor(person.locale).mails.redacted,
        sending: !local,
      });
    });
    if (!found) throw new AppError('not_found', 'There is no such mail here.');
    return c.json(found, 200);
  });

  app.openapi(retryRoute, async (c) => {
    const { scope, person } = await requireMember(c);
    const { mail } = c.req.valid('param');
    const found = await asMember(db, scope, async (tx, actor) => {
      mustSee(actor);
      const queued = await retryMail(tx, scope.organization, mail, clock.now());
      if (queued) await watchMail(tx, scope.organization, mail, clock.now());
      const now = await readMail(tx, scope.organization, mail, {
        links: canSeeLinks(actor),
        instead: messagesFor(person.locale).mails.redacted,
        sending: !local,
      });
      if (!now) throw new AppError('not_found', 'There is no such mail here.');
      if (!queued)
        throw new AppError('conflict', 'Only a mail that could not be sent can be tried again.', { state: now.state });
      return now;
    });
    wakeRelay();
    return c.json(found, 200);
  });

  app.openapi(localRoute, async (c) => {
    const person = await requirePerson(c);
    if (!local) throw new AppError('not_found', 'This server sends its mails: none are kept here.');
    return c.json(await atGate(db, (tx) => localServerMails(tx, person.id)), 200);
  });

  return app;
}
