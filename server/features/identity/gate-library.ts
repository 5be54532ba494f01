/** The sign-in library, set up for our own tables. Nothing else imports it; its HTTP handler is not mounted: `routes.ts` calls it. */
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { magicLink } from 'better-auth/plugins/magic-link';
import pg from 'pg';
import { z } from 'zod';
import { gatePool } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import type { Platform } from '../../platform/platform.ts';

/** How long a change made elsewhere (signed out, renamed) may stay unseen by a browser that is already in. */
export const SESSION_CACHE_SECONDS = 60;
const DAY = 24 * 60 * 60;
export const MAGIC_LINK_MINUTES = 15;

/** Sends the one-time link. Called only for addresses that have an account. */
export type SendMagicLink = (link: { email: string; token: string }) => Promise<void>;

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const tables = {
  user: {
    modelName: 'persons',
    fields: { emailVerified: 'email_verified', ...dates },
    additionalFields: {
      locale: { type: 'string', required: false, input: false },
      timeZone: { type: 'string', required: false, input: false, fieldName: 'time_zone' },
      theme: { type: 'string', required: false, input: false },
    },
  },
  account: {
    modelName: 'accounts',
    fields: {
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...dates,
    },
  },
  verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...dates } },
} as const;

const session = {
  modelName: 'sessions',
  fields: {
    userId: 'person_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    ...dates,
  },
  additionalFields: { via: { type: 'string', required: false, input: false } },
  expiresIn: 30 * DAY,
  updateAge: DAY,
  cookieCache: { enabled: true, maxAge: SESSION_CACHE_SECONDS, strategy: 'compact' },
} as const;

/** Signs a person in who has just proven who they are in another way (set-up, an invitation, a claim). Not reachable over HTTP. */
function signInPersonPlugin() {
  return {
    id: 'entente-sign-in',
    endpoints: {
      signInPerson: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true, body: z.object({ personId: z.uuid() }) },
        async (context) => {
          const user = await context.context.internalAdapter.findUserById(context.body.personId);
          if (!user) throw new Error('The person to sign in does not exist.');
          const made = await context.context.internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session: made, user });
          return context.json({ personId: user.id });
        },
      ),
    },
  };
}

/** Makes the sign-in library over the gate's connections. */
export function createSignIn(
  platform: Pick<Platform, 'config' | 'secrets' | 'db' | 'log'>,
  sendMagicLink: SendMagicLink,
) {
  const { config, log } = platform;
  return betterAuth({
    appName: 'Entente',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: platform.secrets.auth,
    database: withLibraryDates(gatePool(platform.db)),
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => log[level]({ part: 'sign-in' }, message) },
    ...tables,
    session,
    databaseHooks: {
      session: {
        create: {
          before: async (made, context) => ({
            data: { ...made, via: viaOf(context?.path) },
          }),
        },
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    // Ours is stricter, counts in the database and answers with a problem document: attempts.ts, origin.ts.
    rateLimit: { enabled: false },
    plugins: [
      magicLink({
        expiresIn: MAGIC_LINK_MINUTES * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => sendMagicLink({ email, token }),
      }),
      signInPersonPlugin(),
    ],
    advanced: {
      cookiePrefix: 'entente',
      useSecureCookies: config.publicUrl.startsWith('https://'),
      database: { generateId: () => newId(), validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
  });
}

/** The library wants moments as Date objects; our own queries on the same connections get ISO strings. */
function withLibraryDates(pool: pg.Pool): Pick<pg.Pool, 'connect' | 'end'> {
  const connect = async () => {
    const client = await pool.connect();
    return {
      query: (text: string, values?: unknown[]) => client.query({ text, values, types: pg.types }),
      release: () => client.release(),
    };
  };
  return { connect, end: () => pool.end() } as unknown as Pick<pg.Pool, 'connect' | 'end'>;
}

function viaOf(path: string | undefined): 'password' | 'link' | 'new' {
  if (path === '/sign-in/email') return 'password';
  return path === '/magic-link/verify' ? 'link' : 'new';
}

export type SignIn = ReturnType<typeof createSignIn>;
