import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../app.ts';
import { atGate, inScope, sqlState } from '../../platform/database.ts';
import { mintScope } from '../../platform/scope.ts';
import { asPerson, type Browser, browser, newPerson, signUp } from '../../testing/people.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { sweepExpired } from './commands.ts';

const PASSWORD = 'correct horse battery';
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function mailedUrls(email: string): Promise<string[]> {
  const { rows } = await server.database.owner.query<{ url: string }>(
    `select facts->>'url' as url from mails where to_email = $1 order by created_at, id`,
    [email],
  );
  return rows.map((row) => row.url);
}

const tokenOf = (url: string | undefined) => url?.split('#token=')[1] ?? '';

describe('setting up', () => {
  const setup = {
    organization: { name: 'Universidad del Norte', domain: 'uninorte.example' },
    person: { name: 'Irma Valdés', email: 'Irma@uninorte.example', password: PASSWORD },
    locale: 'es',
    timeZone: 'America/Bogota',
  };

  test('refuses a short password, an unknown time zone and an address that is none, and says which', async () => {
    const wrong = {
      ...setup,
      person: { name: ' ', email: 'irma', password: 'short' },
      timeZone: 'Mars/Olympus',
    };
    const problem = await browser(server).json('/api/setup', { json: wrong, status: 400 });
    const paths = problem.issues.map((issue: { path: string }) => issue.path);
    expect(problem.code).toBe('invalid');
    expect(paths).toEqual(expect.arrayContaining(['person.name', 'person.email', 'person.password', 'timeZone']));
  });

  test('happens once, also when two visitors are there at once, and signs the first administrator in', async () => {
    const visitors = [browser(server), browser(server)];
    expect(await visitors[0]?.json('/api/start')).toMatchObject({ setupNeeded: true, demo: null });
    const other = { ...setup, person: { ...setup.person, email: 'other@uninorte.example' } };
    const answers = await Promise.all(
      [setup, other].map((json, n) => visitors[n]?.request('/api/setup', { json }) as Promise<Response>),
    );
    expect(answers.map((each) => each.status).toSorted()).toEqual([201, 409]);
    const winner = answers.findIndex((each) => each.status === 201);
    const me = await answers[winner]?.json();
    expect(me).toMatchObject({
      person: { name: 'Irma Valdés', locale: 'es', timeZone: 'America/Bogota', theme: 'system' },
      memberships: [{ organization: { slug: 'universidad-del-norte' }, role: 'administrator', mayPromise: true }],
    });
    expect(await visitors[winner]?.json('/api/me')).toEqual(me);
    expect(await browser(server).json('/api/start')).toMatchObject({ setupNeeded: false });
    expect(await browser(server).json('/api/setup', { json: setup, status: 409 })).toMatchObject({ code: 'conflict' });
  });
});

describe('signing in with a password', () => {
  test('works with any spelling of the address, and shows the person and their organizations', async () => {
    const ana = await signUp(server, { email: 'ana@example.org', password: PASSWORD });
    const visitor = browser(server);
    const json = { email: ' Ana@Example.org ', password: PASSWORD };
    const me = await visitor.json('/api/auth/sign-in/email', { json });
    expect(me.person.id).toBe(ana.id);
    expect(await visitor.json('/api/me')).toEqual(me);
  });

  test('answers a wrong password and an unknown address alike', async () => {
    await newPerson(server, { email: 'luis@example.org', password: PASSWORD });
    const tries = [
      { email: 'luis@example.org', password: 'something else' },
      { email: 'nobody@example.org', password: PASSWORD },
    ];
    const [wrong, unknown] = await Promise.all(
      tries.map((json) => browser(server).json('/api/auth/sign-in/email', { json, status: 401 })),
    );
    expect(wrong).toMatchObject({ code: 'unauthenticated', detail: expect.stringContaining('do not belong together') });
    expect(unknown).toEqual(wrong);
  });

  test('is closed for an address after ten wrong tries, for ten minutes', async () => {
    const email = 'target@example.org';
    await newPerson(server, { email, password: PASSWORD });
    for (let n = 0; n < 10; n += 1) {
      await browser(server).json('/api/auth/sign-in/email', { json: { email, password: 'guess' }, status: 401 });
    }
    const right = { email, password: PASSWORD };
    const problem = await browser(server).json('/api/auth/sign-in/email', { json: right, status: 429 });
    expect(problem).toMatchObject({
      code: 'too_many',
      retryAfter: expect.toSatisfy((seconds: number) => seconds > 590 && seconds <= 600),
    });
    await atLater(600_000, () => browser(server).json('/api/auth/sign-in/email', { json: right, status: 200 }));
  });

  test('accounts are not open to everybody', async () => {
    const json = { name: 'Eve', email: 'eve@example.org', password: PASSWORD };
    const problem = await browser(server).json('/api/auth/sign-up/email', { json, status: 403 });
    expect(problem).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('invitation') });
  });
});

describe('a mailed link', () => {
  test('signs in once, and says so when it was used', async () => {
    const person = await newPerson(server, { email: 'mailed@example.org' });
    const visitor = browser(server);
    await visitor.json('/api/auth/sign-in/magic-link', { json: { email: person.email } });
    const [url] = await mailedUrls(person.email);
    expect(url).toMatch(/^http:\/\/entente\.example\/sign-in#token=\w+$/);
    const json = { token: tokenOf(url) };
    expect((await visitor.json('/api/auth/magic-link', { json })).person.id).toBe(person.id);
    expect((await visitor.json('/api/me')).person.id).toBe(person.id);
    const again = await browser(server).json('/api/auth/magic-link', { json, status: 410 });
    expect(again).toMatchObject({ code: 'gone', detail: expect.stringContaining('new one') });
  });

  test('is not stored where the database could be read, and runs out after a quarter of an hour', async () => {
    const person = await newPerson(server, { email: 'late@example.org' });
    await browser(server).json('/api/auth/sign-in/magic-link', { json: { email: person.email } });
    const json = { token: tokenOf((await mailedUrls(person.email))[0]) };
    const { rows } = await server.database.owner.query('select identifier, value from auth.verifications');
    expect(JSON.stringify(rows)).not.toContain(json.token);
    await atLater(16 * 60_000, () => browser(server).json('/api/auth/magic-link', { json, status: 410 }));
  });

  test('is answered alike for an address without an account, and nothing is sent', async () => {
    const json = { email: 'unknown@example.org' };
    expect(await browser(server).json('/api/auth/sign-in/magic-link', { json })).toEqual({ sent: true });
    expect(await mailedUrls(json.email)).toEqual([]);
  });

  test('can be asked for five times in a quarter of an hour', async () => {
    const json = { email: (await newPerson(server)).email };
    for (let n = 0; n < 5; n += 1) await browser(server).json('/api/auth/sign-in/magic-link', { json });
    await browser(server).json('/api/auth/sign-in/magic-link', { json, status: 429 });
    expect(await mailedUrls(json.email)).toHaveLength(5);
  });

  test('lets a person who forgot their password set a new one', async () => {
    const person = await newPerson(server, { email: 'forgot@example.org', password: PASSWORD });
    const elsewhere = await asPerson(server, person.id);
    const visitor = browser(server);
    await visitor.json('/api/auth/sign-in/magic-link', { json: { email: person.email } });
    await visitor.json('/api/auth/magic-link', { json: { token: tokenOf((await mailedUrls(person.email))[0]) } });
    const password = 'another horse battery';
    await visitor.json('/api/me/password', { method: 'PUT', json: { password }, status: 204 });
    await browser(server).json('/api/auth/sign-in/email', { json: { email: person.email, password } });
    await visitor.json('/api/me');
    await elsewhere.json('/api/me', { status: 401 });
  });
});

describe('a session', () => {
  test('is needed', async () => {
    expect(await browser(server).json('/api/me', { status: 401 })).toMatchObject({ code: 'unauthenticated' });
    const forged = browser(server);
    forged.cookies.set('entente.session_token', encodeURIComponent(`token.${btoa('x'.repeat(32))}`));
    await forged.json('/api/me', { status: 401 });
  });

  test('ends when the person signs out, here only', async () => {
    const person = await newPerson(server);
    const elsewhere = await asPerson(server, person.id);
    await person.json('/api/me');
    const kept = new Map(person.cookies);
    await person.json('/api/auth/sign-out', { method: 'POST', status: 204 });
    expect(person.cookies.size).toBe(0);
    const thief = browser(server);
    thief.cookies.set('entente.session_token', kept.get('entente.session_token') ?? '');
    await thief.json('/api/me', { status: 401 });
    await elsewhere.json('/api/me', { status: 200 });
  });

  test('ends everywhere on wish; a browser with a fresh copy notices within a minute', async () => {
    const person = await newPerson(server);
    const elsewhere = await asPerson(server, person.id);
    await elsewhere.json('/api/me');
    await person.json('/api/auth/sign-out-everywhere', { method: 'POST', status: 204 });
    await person.json('/api/me', { status: 401 });
    await atLater(61_000, () => elsewhere.json('/api/me', { status: 401 }));
  });

  test('is looked up in the database at most once a minute, by any number of processes', async () => {
    const person = await newPerson(server);
    await person.json('/api/me');
    await server.database.owner.query('delete from auth.sessions where person_id = $1', [person.id]);
    const app = createApp(server.platform);
    const there = { platform: server.platform, request: (path: string, init?: RequestInit) => app.request(path, init) };
    const elsewhere = browser(there);
    const onlyToken = browser(there);
    for (const [name, value] of person.cookies) elsewhere.cookies.set(name, value);
    onlyToken.cookies.set('entente.session_token', person.cookies.get('entente.session_token') ?? '');
    await person.json('/api/me', { status: 200 });
    await onlyToken.json('/api/me', { status: 401 });
    await elsewhere.json('/api/me', { status: 200 });
    await atLater(61_000, () => person.json('/api/me', { status: 401 }));
    await atLater(61_000, () => elsewhere.json('/api/me', { status: 401 }));
  });

  test('is not believed with the copy of somebody else’s', async () => {
    const [ana, luis] = [await newPerson(server), await newPerson(server)];
    await Promise.all([ana.json('/api/me'), luis.json('/api/me')]);
    const mixed = browser(server);
    mixed.cookies.set('entente.session_token', encodeURIComponent('nonsense.nonsense'));
    mixed.cookies.set('entente.session_data', luis.cookies.get('entente.session_data') ?? '');
    await mixed.json('/api/me', { status: 401 });
    mixed.cookies.set('entente.session_token', ana.cookies.get('entente.session_token') ?? '');
    mixed.cookies.set('entente.session_data', luis.cookies.get('entente.session_data') ?? '');
    expect((await mixed.json('/api/me')).person.id).toBe(ana.id);
  });

  test('shows a change of name and language at once, to colleagues as well', async () => {
    const ana = await signUp(server, { name: 'Ana Prieto' });
    const change = { name: 'Ana Prieto Gil', locale: 'es', timeZone: 'Europe/Madrid', theme: 'dark' };
    const me = await ana.json('/api/me', { method: 'PATCH', json: change });
    expect(me.person).toMatchObject(change);
    expect((await ana.json('/api/me')).person).toMatchObject(change);
    expect((await ana.json(`${ana.base}/people`))[0].name).toBe('Ana Prieto Gil');
    await ana.json('/api/me', { method: 'PATCH', json: { locale: 'xx' }, status: 400 });
  });

  test('needs the old password for a new one, and guesses are counted', async () => {
    const person = await newPerson(server, { password: PASSWORD });
    const put = (json: object, status: number) => person.json('/api/me/password', { method: 'PUT', json, status });
    await put({ password: 'another horse battery' }, 403);
    await put({ current: 'wrong', password: 'another horse battery' }, 403);
    await put({ current: PASSWORD, password: 'short' }, 400);
    await put({ current: PASSWORD, password: 'another horse battery' }, 204);
    await person.json('/api/me', { status: 200 });
  });
});

describe('another site', () => {
  const hostile: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://entente.example.evil.example' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://entente.example' },
    { 'sec-fetch-site': 'same-site' },
  ];
  let ana: Browser;
  beforeEach(async () => {
    ana = await newPerson(server);
  });

  test('cannot make a browser change anything', async () => {
    for (const headers of hostile) {
      const json = { name: 'Taken over' };
      const problem = await ana.json('/api/me', { method: 'PATCH', json, headers, status: 403 });
      expect(problem.detail).toContain('another site');
    }
    expect((await ana.json('/api/me')).person.name).toBe('Ana Prieto');
  });

  test('cannot make a browser sign in or out', async () => {
    for (const headers of hostile) {
      await ana.json('/api/auth/sign-out', { method: 'POST', headers, status: 403 });
      await browser(server).json('/api/auth/sign-in/email', { json: {}, headers, status: 403 });
    }
    await ana.json('/api/me', { status: 200 });
  });

  test('is told apart from our own pages and from programs', async () => {
    const json = { theme: 'dark' };
    const own: Record<string, string>[] = [
      { origin: 'http://entente.example' },
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'http://192.168.1.5:4000', host: '192.168.1.5:4000' },
      {},
    ];
    for (const headers of own) await ana.json('/api/me', { method: 'PATCH', json, headers, status: 200 });
  });

  test('gets secure cookies only over https', async () => {
    const secure = await testServer({ config: { publicUrl: 'https://entente.example' } });
    try {
      await newPerson(secure, { email: 'a@example.org', password: PASSWORD });
      const json = { email: 'a@example.org', password: PASSWORD };
      const response = await browser(secure).request('/api/auth/sign-in/email', { json });
      const cookies = response.headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(1);
      for (const each of cookies) expect(each).toMatch(/^__Secure-.*; HttpOnly; Secure; SameSite=Lax/i);
      const again = await newPerson(secure);
      expect((await again.json('/api/me')).person.id).toBe(again.id);
    } finally {
      await secure.close();
    }
  });
});

test('sessions and links that have run out are removed, others stay', async () => {
  const [over, running] = [await newPerson(server), await newPerson(server)];
  await server.database.owner.query(
    `update auth.sessions set expires_at = now() - interval '1 s' where person_id = $1`,
    [over.id],
  );
  await atGate(server.platform.db, (tx) => sweepExpired(tx, new Date()));
  const { rows } = await server.database.owner.query<{ person_id: string }>('select person_id from auth.sessions');
  const left = rows.map((row) => row.person_id);
  expect(left).toContain(running.id);
  expect(left).not.toContain(over.id);
});

test('the role of the application cannot read or write anything of signing in', async () => {
  const ana = await signUp(server);
  const scope = mintScope(ana.organization.id);
  for (const table of ['persons', 'sessions', 'accounts', 'verifications', 'attempts']) {
    const read = inScope(server.platform.db, scope, (tx) => tx.query(`select * from auth.${table}`));
    await expect(read).rejects.toSatisfy((error) => sqlState(error) === '42501');
    const { rows } = await server.database.owner.query(
      `select relrowsecurity and relforcerowsecurity as forced,
         array(select distinct r.rolname from pg_policy p, pg_roles r where p.polrelid = c.oid and r.oid = any(p.polroles)) as roles
       from pg_class c where c.oid = $1::regclass`,
      [`auth.${table}`],
    );
    expect(rows).toEqual([{ forced: true, roles: expect.anything() }]);
    expect(String(rows[0].roles)).toMatch(/^\{?entente_gate\}?$/);
  }
});

/** Runs `work` as if that much time had passed for sessions, which live in real time. */
async function atLater<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ now: Date.now() + milliseconds, toFake: ['Date'] });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
