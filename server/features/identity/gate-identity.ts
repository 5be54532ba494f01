/** Everything that concerns who somebody is, put together once per process. */
import type { Context } from 'hono';
import { systemClock } from '../../platform/clock.ts';
import { atGate } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { createGate, type Gate } from './gate.ts';
import { personByEmail } from './queries.ts';
import { createSignIn, MAGIC_LINK_MINUTES, type SignIn } from './gate-library.ts';

/** The one mail that identity sends; a MailPort is one. */
export interface MagicLinkMail {
  deliverFromServer(mail: {
    to: { email: string; name: string; personId: string };
    facts: { kind: 'magic-link'; url: string; expiresAt: string };
    locale: string;
  }): Promise<void>;
}

export interface Identity {
  readonly signIn: SignIn;
  readonly gate: Gate;
  hashPassword(password: string): Promise<string>;
  isPassword(password: string, hash: string): Promise<boolean>;
  /** Signs in, on this answer, a person who has just proven who they are in another way than a password. */
  beginSession(c: Context, personId: string): Promise<void>;
  /** Gives the browser cookies that show the person as they are now. */
  renewCookies(c: Context, personId: string): Promise<void>;
}

/** Puts the sign-in library, the gate and the mails together. */
export function createIdentity(platform: Platform, mail: MagicLinkMail): Identity {
  const { config, secrets, db } = platform;
  const signIn = createSignIn(platform, async ({ email, token }) => {
    const person = await atGate(db, (tx) => personByEmail(tx, email));
    if (!person) return;
    await mail.deliverFromServer({
      to: { email: person.email, name: person.name, personId: person.id },
      locale: person.locale,
      facts: {
        kind: 'magic-link',
        // Behind the #, so that no server log and no mail scanner that opens links can use it up.
        url: `${config.publicUrl}/sign-in#token=${token}`,
        // The library's links live in real time.
        expiresAt: new Date(systemClock.now().getTime() + MAGIC_LINK_MINUTES * 60_000).toISOString(),
      },
    });
  });
  const gate = createGate(signIn, { secret: secrets.auth, secureCookies: config.publicUrl.startsWith('https://') });
  return {
    signIn,
    gate,
    async hashPassword(password) {
      return (await signIn.$context).password.hash(password);
    },
    async isPassword(password, hash) {
      return (await signIn.$context).password.verify({ password, hash });
    },
    async beginSession(c, personId) {
      const { headers } = await signIn.api.signInPerson({
        body: { personId },
        headers: c.req.raw.headers,
        returnHeaders: true,
      });
      sendCookies(c, headers);
    },
    async renewCookies(c, personId) {
      gate.forget(personId);
      const { headers } = await signIn.api.getSession({
        headers: c.req.raw.headers,
        query: { disableCookieCache: true },
        returnHeaders: true,
      });
      sendCookies(c, headers);
    },
  };
}

/** Passes the library's cookies on to our own answer. */
export function sendCookies(c: Context, headers: Headers): void {
  for (const each of headers.getSetCookie()) c.header('set-cookie', each, { append: true });
}
