import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/id.ts';
import { browser, colleagueOf, join, newPerson, type SignedUp, signUp } from '../../testing/people.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import type { Role } from '../identity/schema.ts';
import { canInvite } from './policy.ts';
import { slugOf } from './policy-slug.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function auditOf(organization: string): Promise<{ action: string; person_id: string; detail: object }[]> {
  const { rows } = await server.database.owner.query(
    'select action, person_id, subject, detail from audit where organization_id = $1 order by id',
    [organization],
  );
  return rows;
}

describe('an organization', () => {
  test('is founded by a signed-in person, who becomes its administrator and may belong to several', async () => {
    const ana = await signUp(server, { organization: 'Universidad de Córdoba' });
    const json = { name: 'Hospital San Rafael', domain: 'SanRafael.example' };
    const hospital = await ana.json('/api/organizations', { json, status: 201 });
    expect(hospital).toMatchObject({ slug: 'hospital-san-rafael', domain: 'sanrafael.example', about: null });
    const { memberships } = await ana.json('/api/me');
    expect(memberships).toHaveLength(2);
    for (const { organization, role } of memberships) {
      expect(role).toBe('administrator');
      expect((await ana.json(`/api/organizations/${organization.id}`)).name).toBe(organization.name);
    }
    await browser(server).json('/api/organizations', { json, status: 401 });
  });

  test('gets an address of its own, also when another has the same name', async () => {
    const slugs = [];
    for (let n = 0; n < 3; n += 1)
      slugs.push((await signUp(server, { organization: 'Acero & Cía.' })).organization.slug);
    expect(slugs).toEqual(['acero-cia', 'acero-cia-2', 'acero-cia-3']);
    expect(['Ñandú Größe', '北京大学', '  --  ', 'x'.repeat(99)].map(slugOf)).toEqual([
      'nandu-große'.replace('ß', '-'),
      'organization',
      'organization',
      'x'.repeat(48),
    ]);
  });

  test('is changed by its administrators; its address stays, its rooms show the new name', async () => {
    const ana = await signUp(server, { organization: 'Old Name' });
    const partnership = newId();
    await server.database.owner.query(
      `insert into partnerships (id, organization_a, organization_b, holder_a, holder_b, claimed_a, name_a, name_b, created_at)
       values ($1, $2, $3, $2, $2, $2, 'Old Name', 'Partner', now())`,
      [partnership, ana.organization.id, newId()],
    );
    const json = { name: 'New Name', domain: 'new.example', about: 'We make things.', timeZone: 'Europe/Madrid' };
    const changed = await ana.json(ana.base, { method: 'PATCH', json });
    expect(changed).toMatchObject({ ...json, slug: 'old-name' });
    expect(await ana.json(ana.base)).toEqual(changed);
    const { rows } = await server.database.owner.query(
      'select name_a, domain_a, name_b from partnerships where id = $1',
      [partnership],
    );
    expect(rows).toEqual([{ name_a: 'New Name', domain_a: 'new.example', name_b: 'Partner' }]);
    await ana.json(ana.base, { method: 'PATCH', json: { domain: 'no domain' }, status: 400 });
    await ana.json(ana.base, { method: 'PATCH', json: { domain: null } });
    expect((await auditOf(ana.organization.id)).map((each) => each.action)).toEqual([
      'organization.founded',
      'organization.changed',
      'organization.changed',
    ]);
  });
});

describe('people', () => {
  test('are shown with what they are and were', async () => {
    const ana = await signUp(server);
    const luis = await colleagueOf(server, ana, { name: 'Luis Ortega', role: 'manager', mayPromise: false });
    const roles = `${ana.base}/people/${luis.id}/roles`;
    const dean = await ana.json(roles, { json: { title: 'Dean', startsOn: '2020-09-01' }, status: 201 });
    await luis.json(roles, { json: { title: 'Rector', startsOn: '2026-01-01' }, status: 201 });
    await luis.json(`${roles}/${dean.id}`, { method: 'PATCH', json: { endsOn: '2025-12-31' } });
    const [first, second] = await luis.json(`${ana.base}/people`);
    expect(first).toMatchObject({ personId: ana.id, role: 'administrator', endedAt: null, roles: [] });
    expect(second).toMatchObject({ name: 'Luis Ortega', role: 'manager', mayPromise: false });
    expect(second.roles).toEqual([
      { id: dean.id, title: 'Dean', startsOn: '2020-09-01', endsOn: '2025-12-31' },
      { id: expect.any(String), title: 'Rector', startsOn: '2026-01-01', endsOn: null },
    ]);
    const backwards = { title: 'Dean', startsOn: '2020-09-01', endsOn: '2019-09-01' };
    await ana.json(roles, { json: backwards, status: 400 });
    await ana.json(roles, { json: { ...backwards, endsOn: '2020-02-30' }, status: 400 });
    await ana.json(`${roles}/${dean.id}`, { method: 'DELETE', status: 204 });
    await ana.json(`${roles}/${dean.id}`, { method: 'DELETE', status: 404 });
    const actions = (await auditOf(ana.organization.id)).map((each) => each.action);
    expect(actions.slice(1)).toEqual(['role.added', 'role.added', 'role.changed', 'role.removed']);
  });

  test('who leave keep their history, see nothing more, and can come back', async () => {
    const ana = await signUp(server);
    const luis = await colleagueOf(server, ana);
    const path = `${ana.base}/people/${luis.id}`;
    await ana.json(`${path}/roles`, { json: { title: 'Dean', startsOn: '2020-09-01' }, status: 201 });
    const ended = await luis.json(path, { method: 'PATCH', json: { ended: true } });
    expect(ended.endedAt).not.toBeNull();
    await luis.json(ana.base, { status: 404 });
    expect((await luis.json('/api/me')).memberships).toEqual([]);
    const people = await ana.json(`${ana.base}/people`);
    expect(people.at(-1)).toMatchObject({ personId: luis.id, roles: [{ title: 'Dean' }] });
    await ana.json(path, { method: 'PATCH', json: { ended: false } });
    await luis.json(ana.base, { status: 200 });
  });

  test('always include an administrator, even when two demote each other at the same moment', async () => {
    const ana = await signUp(server);
    const step = { method: 'PATCH', json: { role: 'member' } };
    const leave = { method: 'PATCH', json: { ended: true } };
    for (const call of [step, leave]) {
      const problem = await ana.json(`${ana.base}/people/${ana.id}`, { ...call, status: 409 });
      expect(problem).toMatchObject({ code: 'conflict', lastAdministrator: true });
    }
    const luis = await colleagueOf(server, ana, { role: 'administrator' });
    const answers = await Promise.all([
      ana.request(`${ana.base}/people/${luis.id}`, step),
      luis.request(`${ana.base}/people/${ana.id}`, step),
    ]);
    // The second waits for the first. Then either it is the last administrator's turn, or the actor is none any more.
    expect(answers.filter((each) => each.ok).length).toBe(1);
    const people = await ana.json(`${ana.base}/people`);
    expect(people.filter((each: { role: Role }) => each.role === 'administrator')).toHaveLength(1);
  });
});

describe('roles', () => {
  const roles: Role[] = ['administrator', 'manager', 'member'];
  let owner: SignedUp;
  let actors: Record<Role, SignedUp>;
  let other: SignedUp;
  beforeAll(async () => {
    owner = await signUp(server);
    other = await colleagueOf(server, owner, { name: 'Other' });
    const made = await Promise.all(roles.map((role) => colleagueOf(server, owner, { role })));
    actors = Object.fromEntries(roles.map((role, n) => [role, made[n]])) as Record<Role, SignedUp>;
  });

  /** What each may do: statuses for administrator, manager, member. */
  const table: [string, string, string, object | undefined, [number, number, number]][] = [
    ['see the organization', 'GET', '', undefined, [200, 200, 200]],
    ['change the organization', 'PATCH', '', { about: 'x' }, [200, 403, 403]],
    ['see people', 'GET', '/people', undefined, [200, 200, 200]],
    ['change a role', 'PATCH', '/people/OTHER', { role: 'member' }, [200, 403, 403]],
    ['take away promising', 'PATCH', '/people/OTHER', { mayPromise: false }, [200, 403, 403]],
    ['give themselves a role', 'PATCH', '/people/SELF', { role: 'administrator', ended: true }, [200, 403, 403]],
    ['write what others are', 'POST', '/people/OTHER/roles', { title: 'x', startsOn: '2026-01-01' }, [201, 201, 403]],
    ['write what they are', 'POST', '/people/SELF/roles', { title: 'x', startsOn: '2026-01-01' }, [201, 201, 201]],
    ['see invitations', 'GET', '/invitations', undefined, [200, 200, 403]],
    ['invite a member', 'POST', '/invitations', { email: 'NEW', role: 'member' }, [201, 201, 403]],
    ['invite a manager', 'POST', '/invitations', { email: 'NEW', role: 'manager' }, [201, 403, 403]],
    ['invite an administrator', 'POST', '/invitations', { email: 'NEW', role: 'administrator' }, [201, 403, 403]],
  ];

  test.each(table)(
    '%s: administrator, manager and member may as the table says',
    async (_, method, path, json, expected) => {
      for (const [n, role] of roles.entries()) {
        const actor = actors[role];
        const filled = path.replace('OTHER', other.id).replace('SELF', actor.id);
        const body = json && JSON.parse(JSON.stringify(json).replace('NEW', `${newId()}@example.org`));
        const response = await actor.request(owner.base + filled, { method, ...(body ? { json: body } : {}) });
        expect([role, response.status]).toEqual([role, expected[n]]);
        // One of the table's rows makes the actor leave.
        if (body?.ended && response.ok)
          await owner.json(owner.base + filled, { method: 'PATCH', json: { ended: false } });
      }
    },
  );

  test('are never given by somebody who could not have them', () => {
    const may = roles.map((actor) => roles.map((role) => canInvite({ role: actor }, role)));
    expect(may).toEqual([
      [true, true, true],
      [false, false, true],
      [false, false, false],
    ]);
  });
});

describe('a stranger', () => {
  test('to the organization finds nothing at any of its addresses, and changes nothing', async () => {
    const ana = await signUp(server);
    const luis = await colleagueOf(server, ana);
    const eve = await signUp(server, { organization: 'Other House' });
    const former = await newPerson(server);
    await join(server, former, ana.organization.id, { role: 'administrator' });
    await ana.json(`${ana.base}/people/${former.id}`, { method: 'PATCH', json: { ended: true } });
    const role = await ana.json(`${ana.base}/people/${luis.id}/roles`, {
      json: { title: 'Dean', startsOn: '2020-09-01' },
    });
    const invitation = await ana.json(`${ana.base}/invitations`, { json: { email: 'new@example.org' } });
    const before = await snapshot();
    const calls: [string, string, object?][] = [
      ['GET', ''],
      ['PATCH', '', { name: 'Taken over' }],
      ['GET', '/people'],
      ['PATCH', `/people/${luis.id}`, { role: 'administrator' }],
      ['POST', `/people/${luis.id}/roles`, { title: 'x', startsOn: '2026-01-01' }],
      ['PATCH', `/people/${luis.id}/roles/${role.id}`, { title: 'x' }],
      ['DELETE', `/people/${luis.id}/roles/${role.id}`],
      ['GET', '/invitations'],
      ['POST', '/invitations', { email: 'eve@example.org', role: 'member' }],
      ['DELETE', `/invitations/${invitation.id}`],
    ];
    for (const [method, path, json] of calls) {
      for (const who of [eve, former]) {
        const problem = await who.json(ana.base + path, { method, json, status: 404 });
        expect(problem).toMatchObject({ code: 'not_found' });
        expect(await who.json(`/api/organizations/${newId()}${path}`, { method, json, status: 404 })).toEqual(problem);
      }
      await browser(server).json(ana.base + path, { method, json, status: 401 });
    }
    await eve.json('/api/organizations/nonsense', { status: 404 });
    // Ids of another house in one's own.
    await eve.json(`${eve.base}/people/${luis.id}`, { method: 'PATCH', json: { role: 'member' }, status: 404 });
    await eve.json(`${eve.base}/people/${eve.id}/roles/${role.id}`, { method: 'DELETE', status: 404 });
    await eve.json(`${eve.base}/invitations/${invitation.id}`, { method: 'DELETE', status: 404 });
    expect(await snapshot()).toEqual(before);
  });

  async function snapshot(): Promise<unknown[]> {
    const tables = ['organizations', 'memberships', 'person_roles', 'invitations', 'audit'];
    const answers = tables.map((table) => server.database.owner.query(`select * from ${table} order by 1, 2`));
    return (await Promise.all(answers)).map((each) => each.rows);
  }
});
