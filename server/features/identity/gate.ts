/**
 * The session gate: who is asking, and for which organization. It costs a request nothing but a look into memory; whether the
 * person is a member is checked by the first statement of the transaction that does the work (`asMember`).
 */
import { getCookieCache } from 'better-auth/cookies';
import type { Context } from 'hono';
import { systemClock } from '../../platform/clock.ts';
import { type Database, inScopeAsMember, sqlState, type Tx } from '../../platform/database.ts';
import type { AppEnv } from '../../platform/http.ts';
import { AppError } from '../../platform/problem.ts';
import { mintScope, type Scope } from '../../platform/scope.ts';
import type { Membership } from './policy.ts';
import { type Person, type Role, personSchema } from './schema.ts';
import { SESSION_CACHE_SECONDS, type SignIn } from './gate-library.ts';

/** Sessions live in real time, also where the product's own clock is fixed: the library and the browser's cookies do. */
const realTime = systemClock;
const MOST_KNOWN = 10_000;

export interface Session {
  readonly person: Person;
  readonly token: string;
  /** How it began: with a password, by a mailed link, or with a new account. */
  readonly via: string;
  readonly createdAt: Date;
}

/** An organization and the person who wants to work in it. Not yet a Scope: only `asMember` enters with it, and checks the membership. */
export interface MemberScope {
  readonly organization: string;
  readonly person: string;
  readonly unchecked: Scope;
}

export interface Gate {
  /** The session of a request, or null. Renews the browser's cookies when they were checked against the database. */
  sessionOf(c: Context): Promise<Session | null>;
  /** Forgets what is known in this process of a person's sessions, after they were ended or changed. */
  forget(personId: string): void;
}

declare module '../../platform/http.ts' {
  interface RequestVariables {
    gate: Gate;
  }
}

interface Known {
  session: Session;
  until: number;
}

/** Makes the gate over the sign-in library. One per process. */
export function createGate(signIn: SignIn, options: { secret: string; secureCookies: boolean }): Gate {
  const known = new Map<string, Known>();
  const cookieName = `${options.secureCookies ? '__Secure-' : ''}entente.session_token`;

  async function check(c: Context, cookie: string): Promise<Known | null> {
    const headers = c.req.raw.headers;
    const cached = await getCookieCache(headers, {
      secret: options.secret,
      isSecure: options.secureCookies,
      cookiePrefix: 'entente',
      strategy: 'compact',
    });
    if (cached && decodeURIComponent(cookie).startsWith(`${cached.session.token}.`)) {
      return { session: sessionFrom(cached), until: Number(cached.updatedAt) + SESSION_CACHE_SECONDS * 1000 };
    }
    const answer = await signIn.api.getSession({ headers, query: { disableCookieCache: true }, returnHeaders: true });
    for (const each of answer.headers.getSetCookie()) c.header('set-cookie', each, { append: true });
    if (!answer.response) return null;
    return {
      session: sessionFrom(answer.response),
      until: realTime.now().getTime() + SESSION_CACHE_SECONDS * 1000,
    };
  }

  return {
    async sessionOf(c) {
      const cookie = readCookie(c.req.raw.headers.get('cookie'), cookieName);
      if (!cookie) return null;
      const found = known.get(cookie);
      if (found && found.until > realTime.now().getTime()) return found.session;
      known.delete(cookie);
      const checked = await check(c, cookie);
      if (!checked) return null;
      if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? '');
      known.set(cookie, checked);
      return checked.session;
    },
    forget(personId) {
      for (const [cookie, each] of known) if (each.session.person.id === personId) known.delete(cookie);
    },
  };
}

function readCookie(header: string | null, name: string): string | null {
  if (!header) return null;
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

function sessionFrom(found: { session: object; user: object }): Session {
  const { token, via, createdAt } = found.session as { token: string; via?: string; createdAt: string | Date };
  return {
    person: Object.freeze(personSchema.parse(found.user)),
    token,
    via: via ?? 'password',
    createdAt: new Date(createdAt),
  };
}

/** The session of the request; throws `unauthenticated` without one. */
export async function requireSession(c: Context<AppEnv>): Promise<Session> {
  const session = await c.get('gate').sessionOf(c);
  if (!session) throw new AppError('unauthenticated', 'Please sign in to see this.');
  return session;
}

/** The signed-in person; throws `unauthenticated` without a session. */
export async function requirePerson(c: Context<AppEnv>): Promise<Person> {
  return (await requireSession(c)).person;
}

/**
 * The signed-in person and the organization the address names. Touches no database: the membership is checked when
 * `asMember` enters, in the transaction that does the work.
 */
export async function requireMember(c: Context<AppEnv>): Promise<{ person: Person; scope: MemberScope }> {
  const person = await requirePerson(c);
  const organization = c.req.param('organization') ?? '';
  const unchecked = mintScope(organization.toLowerCase());
  return { person, scope: { organization: unchecked.organization, person: person.id, unchecked } };
}

/** One transaction in the organization, as this member of it. No membership (any more): `not_found`, nothing is done. */
export function asMember<T>(
  db: Database,
  scope: MemberScope,
  work: (tx: Tx, membership: Membership) => Promise<T>,
): Promise<T> {
  return atOnceAsMember(db, scope, async (tx, membership) => work(tx, await membership));
}

/**
 * As `asMember`, but does not wait for the answer: the check travels in one packet with the first queries of `work`. When it
 * fails the transaction is aborted before them, so they neither read nor write. For the few hot paths.
 */
export async function atOnceAsMember<T>(
  db: Database,
  scope: MemberScope,
  work: (tx: Tx, membership: Promise<Membership>) => Promise<T>,
): Promise<T> {
  let refused: unknown;
  try {
    return await inScopeAsMember(db, scope.unchecked, scope.person, (tx, entered) => {
      const membership = entered.then(
        ([row]) => membershipFrom(scope.person, row as EnteredRow),
        (error: unknown) => {
          refused = error;
          throw noMembership(error);
        },
      );
      membership.catch(() => undefined);
      return work(tx, membership);
    });
  } catch (error) {
    // When the check failed, that is the reason; what failed behind it is only its echo.
    throw refused !== undefined && error === refused ? noMembership(error) : error;
  }
}

interface EnteredRow {
  role: Role;
  may_promise: boolean;
  name: string;
  email: string;
}

function membershipFrom(personId: string, row: EnteredRow): Membership {
  return { personId, role: row.role, mayPromise: row.may_promise, name: row.name, email: row.email };
}

function noMembership(cause: unknown): unknown {
  if (sqlState(cause) !== 'EN404') return cause;
  return new AppError('not_found', 'There is no such organization, or you are not one of its people.', {}, { cause });
}
