import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { newToken } from '../../platform/id.ts';
import { browser, newPerson, type SignedUp, signUp } from '../../testing/people.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

const PASSWORD = 'correct horse battery';
const DAY = 24 * 60 * 60 * 1000;
const clock = fixedClock('2026-11-24T10:00:00Z');
let server: TestServer;
let ana: SignedUp;
beforeAll(async () => {
  server = await testServer({ clock });
});
afterAll(() => server.close());
beforeEach(async () => {
  ana = await signUp(server, { name: 'Ana Prieto', organization: 'Universidad' });
});

const newEmail = () => `${newToken(6)}@example.org`.toLowerCase();
const tokenOf = (url: string) => url.split('/invite/')[1] ?? '';
const invite = (email: string, role = 'member') =>
  ana.json(`${ana.base}/invitations`, { json: { email, role }, status: 201 });

async function mailed(email: string): Promise<{ url: string }[]> {
  const { rows } = await server.database.owner.query<{ facts: { url: string } }>(
    `select facts from mails where to_email = $1 and kind = 'invitation' order by created_at, id`,
    [email],
  );
  return rows.map((row) => row.facts);
}

describe('an invitation', () => {
  test('is mailed, says from whom it is, and makes an account that is signed in', async () => {
    const email = newEmail();
    const sent = await invite(email, 'manager');
    expect(sent).toMatchObject({ email, role: 'manager', state: 'open', expiresAt: '2026-12-08T10:00:00.000Z' });
    const [facts] = await mailed(email);
    expect(facts).toMatchObject({
      organization: 'Universidad',
      invitedBy: 'Ana Prieto',
      url: expect.stringContaining(sent.url),
    });
    const visitor = browser(server);
    const path = `/api/invitations/${tokenOf(facts?.url ?? '')}`;
    expect(await visitor.json(path)).toEqual({
      organization: { name: 'Universidad' },
      email,
      role: 'manager',
      invitedBy: 'Ana Prieto',
      accountExists: false,
    });
    await visitor.json(path, { json: {}, status: 401 });
    await visitor.json(path, { json: { name: 'Luis', password: 'short' }, status: 400 });
    const me = await visitor.json(path, { json: { name: 'Luis', password: PASSWORD, locale: 'es' } });
    expect(me).toMatchObject({ person: { email, locale: 'es' }, memberships: [{ role: 'manager' }] });
    expect(await visitor.json(`${ana.base}/people`)).toHaveLength(2);
    await browser(server).json('/api/auth/sign-in/email', { json: { email, password: PASSWORD } });
    expect((await ana.json(`${ana.base}/invitations`))[0]).toMatchObject({
      state: 'accepted',
      invitedBy: { name: 'Ana Prieto' },
    });
  });

  test('keeps only a hash of its token', async () => {
    const sent = await invite(newEmail());
    const { rows } = await server.database.owner.query('select * from invitations where id = $1', [sent.id]);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(sent.url));
    expect(JSON.stringify(await ana.json(`${ana.base}/invitations`))).not.toContain(tokenOf(sent.url));
  });

  test('is accepted by somebody who has an account, also in several organizations', async () => {
    const luis = await signUp(server, { organization: 'Hospital' });
    const sent = await invite(luis.email);
    const path = `/api/invitations/${tokenOf(sent.url)}`;
    expect(await browser(server).json(path)).toMatchObject({ accountExists: true });
    const stranger = { json: { name: 'Not Luis', password: PASSWORD }, status: 409 };
    expect(await browser(server).json(path, stranger)).toMatchObject({ code: 'conflict', accountExists: true });
    const me = await luis.json(path, { json: {} });
    expect(me.memberships.map((each: { organization: { name: string } }) => each.organization.name)).toEqual([
      'Hospital',
      'Universidad',
    ]);
    await luis.json(ana.base, { status: 200 });
  });

  test('for another address asks before it takes the account that happens to be signed in', async () => {
    const luis = await newPerson(server);
    const email = newEmail();
    const path = `/api/invitations/${tokenOf((await invite(email)).url)}`;
    const problem = await luis.json(path, { json: {}, status: 409 });
    expect(problem).toMatchObject({ otherAddress: true, invited: email, signedIn: luis.email });
    await luis.json(ana.base, { status: 404 });
    await luis.json(path, { json: { anyway: true } });
    await luis.json(ana.base, { status: 200 });
    const { rows } = await server.database.owner.query(
      `select detail from audit where organization_id = $1 and action = 'invitation.accepted'`,
      [ana.organization.id],
    );
    expect(rows).toEqual([{ detail: { invited: email, joined: luis.email, role: 'member' } }]);
  });

  test('works once', async () => {
    const path = `/api/invitations/${tokenOf((await invite(newEmail())).url)}`;
    const answers = await Promise.all(
      ['One', 'Two'].map((name) => browser(server).request(path, { json: { name, password: PASSWORD } })),
    );
    expect(answers.map((each) => each.status).toSorted()).toEqual([200, 410]);
    const again = await browser(server).json(path, { status: 410 });
    expect(again).toMatchObject({ code: 'gone', reason: 'accepted' });
    expect(await ana.json(`${ana.base}/people`)).toHaveLength(2);
  });

  test('expires after 14 days and can be withdrawn', async () => {
    const luis = await newPerson(server);
    const old = tokenOf((await invite(luis.email)).url);
    clock.advance(14 * DAY);
    expect(await luis.json(`/api/invitations/${old}`, { json: {}, status: 410 })).toMatchObject({ reason: 'expired' });
    expect((await ana.json(`${ana.base}/invitations`))[0].state).toBe('expired');
    const sent = await invite(luis.email);
    const path = `${ana.base}/invitations/${sent.id}`;
    await ana.json(path, { method: 'DELETE', status: 204 });
    await ana.json(path, { method: 'DELETE', status: 204 });
    const problem = await luis.json(`/api/invitations/${tokenOf(sent.url)}`, { json: {}, status: 410 });
    expect(problem).toMatchObject({ reason: 'revoked', detail: expect.stringContaining('Ana Prieto') });
    await luis.json(ana.base, { status: 404 });
  });

  test('to the same address replaces the one before', async () => {
    const luis = await newPerson(server);
    const first = await invite(luis.email);
    const second = await invite(luis.email);
    await luis.json(`/api/invitations/${tokenOf(first.url)}`, { status: 410 });
    await luis.json(`/api/invitations/${tokenOf(second.url)}`, { json: {} });
    await ana.json(`${ana.base}/invitations`, { json: { email: luis.email }, status: 409 });
    await ana.json(`${ana.base}/invitations/${second.id}`, { method: 'DELETE', status: 409 });
  });

  test('brings somebody who left back into their old place', async () => {
    const luis = await newPerson(server);
    await luis.json(`/api/invitations/${tokenOf((await invite(luis.email)).url)}`, { json: {} });
    await luis.json(`${ana.base}/people/${luis.id}`, { method: 'PATCH', json: { ended: true } });
    await luis.json(`/api/invitations/${tokenOf((await invite(luis.email, 'manager')).url)}`, { json: {} });
    expect((await ana.json(`${ana.base}/people`))[1]).toMatchObject({
      personId: luis.id,
      role: 'manager',
      endedAt: null,
    });
  });

  test('cannot be guessed, cut short or turned to another organization', async () => {
    const other = await signUp(server);
    const token = tokenOf((await invite(newEmail())).url);
    const bytes = Buffer.from(token, 'base64url');
    Buffer.from(other.organization.id.replaceAll('-', ''), 'hex').copy(bytes);
    for (const wrong of ['nonsense', token.slice(0, -1), `${token}x`, bytes.toString('base64url'), newToken(40)]) {
      expect(await browser(server).json(`/api/invitations/${wrong}`, { status: 404 })).toMatchObject({
        code: 'not_found',
      });
    }
  });
});

describe('an account made from a copied link', () => {
  /** Makes the account of an address by an invitation, then lets the owner of the address come in by a mailed link. */
  async function takeOver(link: 'copied' | 'mailed'): Promise<number> {
    const email = newEmail();
    const { url } = await invite(email);
    const token = tokenOf(link === 'copied' ? url : ((await mailed(email))[0]?.url ?? ''));
    await browser(server).json(`/api/invitations/${token}`, { json: { name: 'Who', password: PASSWORD } });
    const owner = browser(server);
    await owner.json('/api/auth/sign-in/magic-link', { json: { email } });
    const { rows } = await server.database.owner.query<{ url: string }>(
      `select facts->>'url' as url from mails where to_email = $1 and kind = 'magic-link'`,
      [email],
    );
    await owner.json('/api/auth/magic-link', { json: { token: rows[0]?.url.split('#token=')[1] } });
    const response = await browser(server).request('/api/auth/sign-in/email', { json: { email, password: PASSWORD } });
    return response.status;
  }

  test('loses its password to whoever really reads that address', async () => {
    expect(await takeOver('copied')).toBe(401);
  });

  test('keeps it when the invitation came by mail', async () => {
    expect(await takeOver('mailed')).toBe(200);
  });
});
