import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope } from './platform/database.ts';
import { mintScope } from './platform/scope.ts';
import {
  bodyFor,
  call,
  digest,
  everyRoute,
  expectRefused,
  furnishedWorld,
  type Route,
  type World,
} from './testing/access.ts';
import { PRIVATE, SHARED } from './testing/furnish.ts';
import { browser } from './testing/people.ts';
import { type TestServer, testServer } from './testing/server.ts';

/**
 * Every route and every table against a stranger, a guest, somebody of another organization, the other side and the own side. The
 * routes come from the OpenAPI document and the tables from the catalog, so that what is added later is tested without being
 * written down here.
 */
let server: TestServer;
let world: World;
let routes: Route[];

beforeAll(async () => {
  server = await testServer();
  world = await furnishedWorld(server);
  routes = await everyRoute(server);
});
afterAll(() => server.close());

const ofOrganizations = () => routes.filter((route) => route.parameters.includes('organization'));
/** 400: the body was looked at first; only where this test has none that is right. */
const refusals = (route: Route, ...statuses: number[]) =>
  route.method === 'GET' || route.method === 'DELETE' || bodyFor(route, world) !== undefined
    ? statuses
    : [...statuses, 400];

async function changesNothing(work: () => Promise<void>): Promise<void> {
  const before = await digest(server);
  await work();
  expect(await digest(server)).toEqual(before);
}

describe('every route of an organization', () => {
  test('is there to be tested, and works for those it belongs to', async () => {
    expect(ofOrganizations().length).toBeGreaterThan(30);
    for (const route of ofOrganizations().filter(
      (one) => one.method === 'GET' && one.parameters.every((name) => name in world.ids),
    )) {
      const partnership = route.parameters.includes('claim') ? world.recorded.partnership : world.ids.partnership;
      const answer = await call(world.a, route, world, { ...world.ids, partnership: partnership ?? '' });
      expect([answer.route, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([answer.route, 200, '']);
    }
  });

  test('is closed to a stranger', () =>
    changesNothing(async () => {
      const stranger = browser(server);
      for (const route of ofOrganizations())
        expectRefused(await call(stranger, route, world, world.ids), refusals(route, 401));
    }));

  test('is closed to a guest, whose link opens no organization', () =>
    changesNothing(async () => {
      const ids = { ...world.ids, partnership: world.recorded.partnership, conversation: world.recorded.conversation };
      for (const route of ofOrganizations()) {
        expectRefused(
          await call(browser(server), route, world, ids, { 'x-entente-link': world.recorded.link }),
          refusals(route, 401),
        );
      }
    }));

  test('does not exist for somebody of another organization', () =>
    changesNothing(async () => {
      for (const route of ofOrganizations())
        expectRefused(await call(world.outsider, route, world, world.ids), refusals(route, 404));
    }));

  test('does not exist for the other side: what is shared is reached from its own organization', () =>
    changesNothing(async () => {
      for (const route of ofOrganizations())
        expectRefused(await call(world.b, route, world, world.ids), refusals(route, 404));
    }));

  test('finds nothing of others behind the caller’s own organization', () =>
    changesNothing(async () => {
      const ids = { ...world.ids, organization: world.outsider.organization.id };
      const others = ofOrganizations().filter((route) =>
        route.parameters.some((name) => name in ids && name !== 'organization' && name !== 'key'),
      );
      expect(others.length).toBeGreaterThan(20);
      for (const route of others) expectRefused(await call(world.outsider, route, world, ids), refusals(route, 404));
    }));

  test('keeps what is one side’s own from the other side in the same room', () =>
    changesNothing(async () => {
      const ids = { ...world.ids, organization: world.b.organization.id };
      const own = ofOrganizations().filter((route) => route.parameters.some((name) => world.own.has(name)));
      expect(own.length).toBeGreaterThan(10);
      for (const route of own) {
        const partnership = route.parameters.includes('claim') ? world.recorded.partnership : world.ids.partnership;
        expectRefused(
          await call(world.b, route, world, { ...ids, partnership: partnership ?? '' }),
          refusals(route, 404),
        );
      }
    }));

  test('shows the other side the room and nothing private', async () => {
    const ids = { ...world.ids, organization: world.b.organization.id };
    for (const route of ofOrganizations().filter(
      (one) => one.method === 'GET' && !one.parameters.some((name) => world.own.has(name)),
    )) {
      const answer = await call(world.b, route, world, ids);
      expect([answer.route, answer.text.includes(PRIVATE)]).toEqual([answer.route, false]);
    }
  });
});

describe('every route of a guest', () => {
  const ofGuests = () => routes.filter((route) => route.path.startsWith('/api/guest/'));

  test('is closed without a live link, to members as well', () =>
    changesNothing(async () => {
      expect(ofGuests().length).toBeGreaterThan(4);
      for (const route of ofGuests()) {
        for (const who of [browser(server), world.a])
          expectRefused(await call(who, route, world, world.ids), [410, 400]);
      }
    }));

  test('shows one conversation, no addresses, and nothing else of whoever gave the link out', async () => {
    const answer = await call(
      browser(server),
      { method: 'GET', path: '/api/guest/conversation', parameters: [] },
      world,
      {},
      { 'x-entente-link': world.recorded.link },
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`${PRIVATE} request`);
    for (const hidden of ['PRIVATE-OF-A note', 'PRIVATE-OF-A draft', 'PRIVATE-OF-A colleague', SHARED, '@']) {
      expect([hidden, answer.text.includes(hidden)]).toEqual([hidden, false]);
    }
  });

  test('finds no file of another room or of the host', () =>
    changesNothing(async () => {
      const headers = { 'x-entente-link': world.recorded.link };
      const file = routes.filter((route) => route.path.startsWith('/api/guest/files/') && route.method === 'GET');
      for (const route of file) expectRefused(await call(browser(server), route, world, world.ids, headers), [404]);
    }));
});

describe('every table', () => {
  interface Table {
    name: string;
    columns: string[];
    rights: string;
  }

  const tables = async (): Promise<Table[]> =>
    (
      await server.database.owner.query<Table>(
        `select c.relname as name, array_agg(a.attname::text) as columns,
           concat_ws(' ', case when has_table_privilege('entente_app', c.oid, 'select') then 'select' end, case when has_table_privilege('entente_app', c.oid, 'delete') then 'delete' end) as rights
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.oid, c.relname order by 1`,
      )
    ).rows;

  /** What an organization may see of a table, said once more and independently of its policies. */
  function visible({ name, columns }: Table): string {
    if (name === 'organizations') return 'id = $1 or keeper_id = $1';
    if (columns.includes('holder_a')) return 'holder_a = $1 or holder_b = $1';
    return columns.includes('counterpart_id') ? 'organization_id = $1 or counterpart_id = $1' : 'organization_id = $1';
  }

  test('shows each organization its own rows only', async () => {
    for (const table of (await tables()).filter(
      (one) =>
        one.rights.includes('select') &&
        (one.name === 'organizations' || /holder_a|organization_id/.test(one.columns.join())),
    )) {
      for (const who of [world.a, world.b, world.outsider]) {
        const { id } = who.organization;
        const more = table.name === 'files' ? ' and (attached_at is not null or uploader = $1)' : '';
        const { rows: all } = await server.database.owner.query(
          `select count(*)::int as n from ${table.name} where (${visible(table)})${more}`,
          [id],
        );
        const seen = await inScope(server.platform.db, mintScope(id), (tx) =>
          tx.query<{ n: number }>(`select count(*)::int as n from ${table.name}`),
        );
        expect([table.name, seen.rows[0]?.n]).toEqual([table.name, all[0].n]);
      }
    }
  });

  test('is deleted from by an outsider without touching anybody else’s rows', async () => {
    const { id } = world.outsider.organization;
    for (const table of (await tables()).filter((one) => one.rights.includes('delete'))) {
      const owned = await server.database.owner.query(
        `select count(*)::int as n from ${table.name} where ${visible(table)}`,
        [id],
      );
      let deleted = 0;
      await inScope(server.platform.db, mintScope(id), async (tx) => {
        deleted = (await tx.query(`delete from ${table.name}`)).rowCount;
        throw new Error('undo');
      }).catch(() => undefined);
      expect([table.name, deleted <= owned.rows[0].n]).toEqual([table.name, true]);
    }
  });

  test('is read by the gate and the worker only where they need it', async () => {
    const { rows } = await server.database.owner.query(
      `select r.rolname as role, array_agg(c.relname::text order by c.relname) as tables from pg_class c cross join pg_roles r
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and r.rolname in ('entente_gate', 'entente_worker')
         and has_table_privilege(r.oid, c.oid, 'select') group by 1 order by 1`,
    );
    for (const { role, tables: readable } of rows) {
      for (const secret of [
        'acts',
        'conversations',
        'parts',
        'messages',
        'notes',
        'drafts',
        'people',
        'files',
        'evidence',
        'commitments',
        'needs_offers',
        'disclosures',
        'interviews',
        'points',
        'readbacks',
        'readback_points',
        'acquaintances',
        'today',
        'meetings',
        'meeting_occurrences',
        'meeting_notes',
        'attendance',
      ]) {
        expect([role, readable.includes(secret) ? secret : '']).toEqual([role, '']);
      }
    }
  });
});
