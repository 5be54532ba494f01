import { createRoute, z } from '@hono/zod-openapi';
import { isAPIError } from 'better-auth/api';
import type { Context } from 'hono';
import { systemClock } from '../../platform/clock.ts';
import { atGate } from '../../platform/database.ts';
import { type App, type AppEnv, newRouter, problemResponses } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { AppError } from '../../platform/problem.ts';
import { VERSION } from '../../platform/version.ts';
import { changePerson, endSessions, writePassword } from './commands.ts';
import { requirePerson, requireSession } from './gate.ts';
import { type Attempt, countAttempts, forgetAttempts, LIMITS, refuseTooMany } from './gate-attempts.ts';
import { type Identity, sendCookies } from './gate-identity.ts';
import { peerOf } from './gate-peer.ts';
import { canSetPasswordWithoutOld } from './policy.ts';
import { hasNobody, meOf, passwordHashOf } from './queries.ts';
import { readDemo } from './queries-demo.ts';
import {
  changeMeSchema,
  changePasswordSchema,
  magicLinkSchema,
  meSchema,
  openMagicLinkSchema,
  signInSchema,
  startSchema,
} from './schema.ts';

const tags = ['identity'];
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true as const },
});

const startRoute = createRoute({
  method: 'get',
  path: '/start',
  tags,
  summary: 'What a visitor needs to know before signing in',
  responses: { 200: json(startSchema, 'Whether to show the set-up page, and the people of the demo world') },
});
const signInRoute = createRoute({
  method: 'post',
  path: '/auth/sign-in/email',
  tags,
  summary: 'Sign in with e-mail and password',
  request: body(signInSchema),
  responses: { 200: json(meSchema, 'Signed in'), ...problemResponses('invalid', 'unauthenticated', 'too_many') },
});
const mailLinkRoute = createRoute({
  method: 'post',
  path: '/auth/sign-in/magic-link',
  tags,
  summary: 'Have a link mailed that signs in',
  description: 'Answers the same whether or not the address has an account.',
  request: body(magicLinkSchema),
  responses: {
    200: json(z.object({ sent: z.literal(true) }), 'If the address has an account, a mail is on its way'),
    ...problemResponses('invalid', 'too_many'),
  },
});
const openLinkRoute = createRoute({
  method: 'post',
  path: '/auth/magic-link',
  tags,
  summary: 'Sign in with the token of a mailed link, once',
  request: body(openMagicLinkSchema),
  responses: { 200: json(meSchema, 'Signed in'), ...problemResponses('invalid', 'gone') },
});
const signUpRoute = createRoute({
  method: 'post',
  path: '/auth/sign-up/email',
  tags,
  summary: 'Always refused: accounts are made by invitation',
  responses: problemResponses('forbidden'),
});
const signOutRoute = createRoute({
  method: 'post',
  path: '/auth/sign-out',
  tags,
  summary: 'Sign out here',
  responses: { 204: { description: 'Signed out' } },
});
const signOutEverywhereRoute = createRoute({
  method: 'post',
  path: '/auth/sign-out-everywhere',
  tags,
  summary: 'End all sessions of the person, this one too',
  description: 'Other browsers notice within a minute.',
  responses: { 204: { description: 'Signed out' }, ...problemResponses('unauthenticated') },
});
const meRoute = createRoute({
  method: 'get',
  path: '/me',
  tags,
  summary: 'The signed-in person and their organizations',
  responses: { 200: json(meSchema, 'You'), ...problemResponses('unauthenticated') },
});
const changeMeRoute = createRoute({
  method: 'patch',
  path: '/me',
  tags,
  summary: 'Change the own name, language, time zone or theme',
  request: body(changeMeSchema),
  responses: { 200: json(meSchema, 'You, as you are now'), ...problemResponses('invalid', 'unauthenticated') },
});
const passwordRoute = createRoute({
  method: 'put',
  path: '/me/password',
  tags,
  summary: 'Set a new password',
  description:
    'Needs the current one, except within 15 minutes after signing in by a mailed link. Ends all other sessions.',
  request: body(changePasswordSchema),
  responses: {
    204: { description: 'Set' },
    ...problemResponses('invalid', 'unauthenticated', 'forbidden', 'too_many'),
  },
});

/** Start, sign-in, the own person. */
export function identityRoutes(platform: Platform, identity: Identity): App {
  const app = newRouter();
  const { db } = platform;
  let setUp = false;
  app.openapi(startRoute, async (c) => {
    // Once somebody has an account, nobody can make that undone.
    setUp ||= !(await atGate(db, hasNobody));
    const demo = await readDemo(platform.config.dataFolder, platform.clock);
    return c.json({ setupNeeded: !setUp, demo, version: VERSION }, 200);
  });
  signInRoutes(app, platform, identity);
  app.openapi(meRoute, async (c) => {
    const person = await requirePerson(c);
    return c.json(await atGate(db, (tx) => meOf(tx, person.id)), 200);
  });
  app.openapi(changeMeRoute, async (c) => {
    const person = await requirePerson(c);
    const me = await atGate(db, async (tx) => {
      await changePerson(tx, platform.clock, person.id, c.req.valid('json'));
      return meOf(tx, person.id);
    });
    await identity.renewCookies(c, person.id);
    return c.json(me, 200);
  });
  app.openapi(passwordRoute, async (c) => {
    await changePassword(c, platform, identity, c.req.valid('json'));
    return c.body(null, 204);
  });
  return app;
}

function signInRoutes(app: App, platform: Platform, identity: Identity): void {
  const { db } = platform;
  app.openapi(signInRoute, async (c) => {
    const personId = await signInWithPassword(c, platform, identity, c.req.valid('json'));
    return c.json(await atGate(db, (tx) => meOf(tx, personId)), 200);
  });
  app.openapi(mailLinkRoute, async (c) => {
    const { email } = c.req.valid('json');
    const attempts = [
      { limit: LIMITS.linkByEmail, what: email },
      { limit: LIMITS.linkByPeer, what: peerOf(c) },
    ];
    await refuseTooMany(db, attempts);
    await countAttempts(db, attempts);
    await identity.signIn.api.signInMagicLink({ body: { email }, headers: c.req.raw.headers });
    return c.json({ sent: true as const }, 200);
  });
  app.openapi(openLinkRoute, async (c) => {
    const personId = await openMagicLink(c, identity, c.req.valid('json').token);
    return c.json(await atGate(db, (tx) => meOf(tx, personId)), 200);
  });
  app.openapi(signUpRoute, () => {
    throw new AppError(
      'forbidden',
      'Accounts on this server are made by invitation. Ask a colleague or your partner to invite you.',
    );
  });
  app.openapi(signOutRoute, async (c) => {
    const session = await identity.gate.sessionOf(c);
    const { headers } = await identity.signIn.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
    if (session) identity.gate.forget(session.person.id);
    sendCookies(c, headers);
    return c.body(null, 204);
  });
  app.openapi(signOutEverywhereRoute, async (c) => {
    const { person } = await requireSession(c);
    await atGate(db, (tx) => endSessions(tx, person.id));
    const { headers } = await identity.signIn.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
    identity.gate.forget(person.id);
    sendCookies(c, headers);
    return c.body(null, 204);
  });
}

async function signInWithPassword(
  c: Context<AppEnv>,
  { db }: Platform,
  identity: Identity,
  { email, password }: z.infer<typeof signInSchema>,
): Promise<string> {
  const attempts: Attempt[] = [
    { limit: LIMITS.signInByEmail, what: email },
    { limit: LIMITS.signInByPeer, what: peerOf(c) },
  ];
  await refuseTooMany(db, attempts);
  try {
    const { headers, response } = await identity.signIn.api.signInEmail({
      body: { email, password },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    await forgetAttempts(db, attempts.slice(0, 1));
    sendCookies(c, headers);
    return response.user.id;
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    await countAttempts(db, attempts);
    throw new AppError(
      'unauthenticated',
      'This address and this password do not belong together. Try again, or have a link mailed to you.',
    );
  }
}

async function openMagicLink(c: Context<AppEnv>, identity: Identity, token: string): Promise<string> {
  try {
    const { headers, response } = await identity.signIn.api.magicLinkVerify({
      query: { token },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    sendCookies(c, headers);
    return response.user.id;
  } catch (error) {
    // The library answers a bad token by redirecting to a page of its own.
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    throw new AppError('gone', 'This link has been used or has expired. Have a new one mailed to you.');
  }
}

async function changePassword(
  c: Context<AppEnv>,
  { db, clock }: Platform,
  identity: Identity,
  { current, password }: z.infer<typeof changePasswordSchema>,
): Promise<void> {
  const session = await requireSession(c);
  const { person } = session;
  const attempts: Attempt[] = [{ limit: LIMITS.signInByEmail, what: person.email }];
  await refuseTooMany(db, attempts);
  const old = await atGate(db, (tx) => passwordHashOf(tx, person.id));
  const proven = current !== undefined && old !== null && (await identity.isPassword(current, old));
  if (!proven && !canSetPasswordWithoutOld(session, systemClock.now())) {
    await countAttempts(db, attempts);
    throw new AppError(
      'forbidden',
      'That is not your current password. If you forgot it, sign in by a mailed link first.',
    );
  }
  const hash = await identity.hashPassword(password);
  await atGate(db, async (tx) => {
    await writePassword(tx, clock, person.id, hash);
    await endSessions(tx, person.id, session.token);
  });
  identity.gate.forget(person.id);
}
