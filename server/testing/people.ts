/** People for tests: each with an account, an organization and a browser of their own, made in a few milliseconds. */
import { createHmac } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { createPerson } from '../features/identity/commands.ts';
import type { Locale, Role } from '../features/identity/schema.ts';
import { foundOrganization } from '../features/organizations/commands.ts';
import { readOrganization } from '../features/organizations/queries.ts';
import type { Organization } from '../features/organizations/schema.ts';
import { atGate } from '../platform/database.ts';
import { newId, newToken } from '../platform/id.ts';
import type { Platform } from '../platform/platform.ts';

/** What the helpers need of a TestServer. */
export interface ServerForPeople {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
  platform: Platform;
}

export interface Call extends RequestInit {
  /** Sent as the JSON body; makes the method POST unless another is given. */
  json?: unknown;
}

/** Answers to a call whose status was checked. */
export interface Browser {
  /** A request with this person's cookies; keeps the cookies of the answer. `path` is the whole path, such as /api/me. */
  request(path: string, call?: Call): Promise<Response>;
  /** The JSON of an answer; throws, with the body, unless its status is the expected one (by default any 2xx). */
  json<T = any>(path: string, call?: Call & { status?: number }): Promise<T>;
  cookies: Map<string, string>;
}

export interface TestPerson extends Browser {
  id: string;
  name: string;
  email: string;
}

export interface SignedUp extends TestPerson {
  organization: Organization;
  /** `/api/organizations/{id}`, to put paths behind. */
  base: string;
}

export interface PersonWish {
  name?: string;
  email?: string;
  /** Without one the person can only come in by this helper or a mailed link; hashing costs 50 ms. */
  password?: string;
  locale?: Locale;
  timeZone?: string;
}

/** A browser without cookies: a stranger. */
export function browser(server: Pick<ServerForPeople, 'request'>): Browser {
  const cookies = new Map<string, string>();
  const request = async (path: string, { json, ...init }: Call = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (json !== undefined) headers.set('content-type', 'application/json');
    const method = init.method ?? (json === undefined ? 'GET' : 'POST');
    const response = await server.request(path, {
      ...init,
      method,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    for (const each of response.headers.getSetCookie()) keepCookie(cookies, each);
    return response;
  };
  return { cookies, request, json: jsonOver(request) };
}

/** Calls and reads JSON; throws, with the body, on another status than the expected one. */
export function jsonOver(request: Browser['request']): Browser['json'] {
  return async (path, { status, ...call } = {}) => {
    const response = await request(path, call);
    const text = await response.text();
    if (status === undefined ? !response.ok : response.status !== status) {
      throw new Error(`${call.method ?? ''} ${path} answered ${response.status}: ${text}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  };
}

function keepCookie(cookies: Map<string, string>, header: string): void {
  const [pair = '', ...attributes] = header.split(';');
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  if (attributes.some((each) => /^\s*max-age=0\s*$/i.test(each))) cookies.delete(name);
  else cookies.set(name, pair.slice(at + 1));
}

/** A person with an account, signed in, without an organization. */
export async function newPerson(server: ServerForPeople, wish: PersonWish = {}): Promise<TestPerson> {
  const { db, clock } = server.platform;
  const name = wish.name ?? 'Ana Prieto';
  const email = (wish.email ?? `${newToken(6)}@example.org`).toLowerCase();
  const passwordHash = wish.password === undefined ? null : await hashPassword(wish.password);
  const { locale, timeZone } = wish;
  const id = await atGate(db, (tx) =>
    createPerson(tx, clock, { name, email, passwordHash, locale, timeZone, emailVerified: true }),
  );
  return { id, name, email, ...(await asPerson(server, id)) };
}

/** A browser in which the person is signed in. */
export async function asPerson(server: ServerForPeople, personId: string): Promise<Browser> {
  const { db, secrets, config } = server.platform;
  const token = newToken(24);
  await atGate(db, (tx) =>
    tx.query(
      `insert into auth.sessions (id, person_id, token, expires_at, created_at, updated_at)
       values ($1, $2, $3, now() + interval '30 days', now(), now())`,
      [newId(), personId, token],
    ),
  );
  const signature = createHmac('sha256', secrets.auth).update(token).digest('base64');
  const prefix = config.publicUrl.startsWith('https://') ? '__Secure-' : '';
  const made = browser(server);
  made.cookies.set(`${prefix}entente.session_token`, encodeURIComponent(`${token}.${signature}`));
  return made;
}

/** A person who has founded an organization and is its administrator, signed in. */
export async function signUp(
  server: ServerForPeople,
  wish: PersonWish & { organization?: string; domain?: string } = {},
): Promise<SignedUp> {
  const person = await newPerson(server, wish);
  const { db, clock } = server.platform;
  const founder = { ...person, locale: wish.locale ?? ('en' as const), timeZone: wish.timeZone ?? 'UTC' };
  const organization = await atGate(db, async (tx) =>
    readOrganization(
      tx,
      await foundOrganization(tx, clock, founder, {
        name: wish.organization ?? 'Universidad de Prueba',
        domain: wish.domain,
      }),
    ),
  );
  return { ...person, organization, base: `/api/organizations/${organization.id}` };
}

/** Makes a person one more member of an organization. */
export async function join(
  server: ServerForPeople,
  person: Pick<TestPerson, 'id' | 'name' | 'email'>,
  organization: string,
  as: { role?: Role; mayPromise?: boolean } = {},
): Promise<void> {
  const { db, clock } = server.platform;
  await atGate(db, (tx) =>
    tx.query(
      `insert into memberships (organization_id, person_id, role, name, email, may_promise, joined_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [organization, person.id, as.role ?? 'member', person.name, person.email, as.mayPromise ?? true, clock.now()],
    ),
  );
}

/** A new person who works in an organization that exists already, signed in. */
export async function colleagueOf(
  server: ServerForPeople,
  of: Pick<SignedUp, 'organization' | 'base'>,
  wish: PersonWish & { role?: Role; mayPromise?: boolean } = {},
): Promise<SignedUp> {
  const person = await newPerson(server, { name: 'Luis Ortega', ...wish });
  await join(server, person, of.organization.id, wish);
  return { ...person, organization: of.organization, base: of.base };
}
