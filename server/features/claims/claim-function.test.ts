import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { prepareDatabase, connectDatabase, inScope, sqlState } from '../../platform/database.ts';
import { createLog } from '../../platform/log.ts';
import { mintScope } from '../../platform/scope.ts';
import { newRoomToken, readRoomToken } from '../../platform/token.ts';
import { TEST_SECRETS } from '../../testing/engine.ts';
import { colleagueOf, type SignedUp, signUp } from '../../testing/people.ts';
import { offer, type RecordedPartner, recordPartner } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
let keeper: SignedUp;
let thief: SignedUp;
let room: RecordedPartner;
let hash: string;
let count = 0;

beforeAll(async () => {
  server = await testServer();
  keeper = await signUp(server, { organization: 'Universidad del Norte' });
  thief = await signUp(server, { organization: 'Ladrona' });
});
afterAll(() => server.close());

beforeEach(async () => {
  count += 1;
  room = await recordPartner(keeper, `Taller ${count}`);
  hash = readRoomToken(await offer(keeper, room.id))?.hash ?? '';
});

interface Wanted {
  scope?: string;
  organization?: string;
  person?: string;
  partnership?: string;
  hash?: string;
  at?: Date;
  becomes?: object | null;
}

/** What the database says to a call of app.claim by the application's own role. */
async function claim(wanted: Wanted): Promise<string> {
  const organization = wanted.organization ?? thief.organization.id;
  try {
    await inScope(server.platform.db, mintScope(wanted.scope ?? organization), (tx) =>
      tx.query('select app.claim($1, $2, $3, $4, $5, $6)', [
        wanted.partnership ?? room.id,
        wanted.hash ?? hash,
        organization,
        wanted.person ?? thief.id,
        wanted.at ?? new Date(),
        wanted.becomes ?? null,
      ]),
    );
    return 'done';
  } catch (error) {
    return `${sqlState(error)} ${(error as Error).message}`;
  }
}

const owner = async (sql: string, values: unknown[] = []): Promise<any[]> =>
  (await server.database.owner.query(sql, values)).rows;
const asApp = (organization: string, sql: string, values: unknown[] = []) =>
  inScope(server.platform.db, mintScope(organization), (tx) => tx.query<any>(sql, values)).then(
    (result) => `${result.rowCount} rows`,
    (error: unknown) => String(sqlState(error)),
  );

describe('app.claim refuses', () => {
  test('a token that was never given out, or belongs to another room', async () => {
    const other = await recordPartner(keeper, `Otra ${count}`);
    const otherHash = readRoomToken(await offer(keeper, other.id))?.hash ?? '';
    expect(await claim({ hash: newRoomToken(room.id).hash })).toBe('EN410 unknown');
    expect(await claim({ hash: otherHash })).toBe('EN410 unknown');
    expect(await claim({ partnership: thief.organization.id })).toBe('EN410 unknown');
  });

  test('a request nobody has agreed to', async () => {
    await owner('update claims set token_hash = null, offered_at = null where partnership_id = $1', [room.id]);
    expect(await claim({})).toBe('EN410 unknown');
    await owner('update claims set token_hash = $2, offered_at = now(), offered_by = null where partnership_id = $1', [
      room.id,
      hash,
    ]);
    expect(await claim({})).toBe('EN410 not-offered');
  });

  test('an offer that has expired, was withdrawn or accepted', async () => {
    expect(await claim({ at: new Date(Date.now() + 31 * 86_400_000) })).toBe('EN410 expired');
    await owner('update claims set revoked_at = now() where partnership_id = $1', [room.id]);
    expect(await claim({})).toBe('EN410 revoked');
    await owner('update claims set revoked_at = null where partnership_id = $1', [room.id]);
    expect(await claim({})).toBe('done');
    expect(await claim({})).toBe('EN410 accepted');
  });

  test('to act for an organization that was not entered', async () => {
    expect(await claim({ scope: keeper.organization.id })).toBe('EN403 another organization');
  });

  test('a person who is no administrator of it, or no longer', async () => {
    const member = await colleagueOf(server, thief, { role: 'manager' });
    expect(await claim({ person: member.id })).toBe('EN403 not an administrator');
    expect(await claim({ person: keeper.id })).toBe('EN403 not an administrator');
    const gone = await colleagueOf(server, thief, { role: 'administrator' });
    await owner('update memberships set ended_at = now() where person_id = $1', [gone.id]);
    expect(await claim({ person: gone.id })).toBe('EN403 not an administrator');
  });

  test('the organization that made the offer', async () => {
    expect(await claim({ organization: keeper.organization.id, person: keeper.id })).toBe('EN409 own');
  });

  test('to rewrite an organization that is its own already, or another recorded one', async () => {
    const becomes = { name: 'X', slug: `x-${count}`, domain: null, personName: 'T', personEmail: 't@example.org' };
    expect(await claim({ becomes })).toBe('EN409 taken');
    const other = await recordPartner(keeper, `Otra ${count}`);
    expect(await claim({ organization: other.organizationId, becomes })).toBe('EN409 taken');
    expect(await claim({ organization: room.organizationId })).toBe('EN403 not an administrator');
    expect(await claim({ organization: room.organizationId, becomes })).toBe('done');
  });

  test('everybody but the application in a scope: the gate and the worker may not even call it', async () => {
    const granted = await owner(
      `select r.rolname, p.proname from pg_proc p cross join pg_roles r
       where p.pronamespace = 'app'::regnamespace and p.proname in ('claim', 'hand_over', 'claimant') and r.rolname in ('entente_app', 'entente_gate', 'entente_worker')
         and has_function_privilege(r.oid, p.oid, 'execute')`,
    );
    expect(granted).toEqual([{ rolname: 'entente_app', proname: 'claim' }]);
  });
});

describe('nothing else changes hands', () => {
  test('no role may write the holders of a row that exists', async () => {
    const writable = await owner(
      `select c.relname, a.attname, r.rolname from pg_class c join pg_attribute a on a.attrelid = c.oid
         cross join pg_roles r
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname in ('holder_a', 'holder_b', 'claimed_a', 'claimed_b')
         and r.rolname in ('entente_app', 'entente_gate', 'entente_worker') and has_column_privilege(r.oid, c.oid, a.attnum, 'update')`,
    );
    expect(writable).toEqual([]);
  });

  test('the setting that opens a room to the owner opens nothing to the application', async () => {
    const stranger = await signUp(server);
    const found = await inScope(server.platform.db, mintScope(stranger.organization.id), async (tx) => {
      await tx.query(`set local app.claiming = '${room.id}'`);
      const { rows } = await tx.query<{ n: number }>(
        'select (select count(*) from partnerships) + (select count(*) from people) + (select count(*) from claims) as n',
      );
      return rows[0]?.n;
    });
    expect(found).toBe(0);
  });

  test('a stranger can write nothing into a room, under either name', async () => {
    expect(
      await asApp(thief.organization.id, 'update people set name = $2 where partnership_id = $1', [room.id, 'x']),
    ).toBe('0 rows');
    expect(
      await asApp(thief.organization.id, 'update partnerships set name_a = $2 where id = $1', [room.id, 'x']),
    ).toBe('0 rows');
    expect(await asApp(thief.organization.id, 'delete from partnerships where id = $1', [room.id])).toBe('0 rows');
    expect(
      await asApp(thief.organization.id, 'update claims set revoked_at = now() where partnership_id = $1', [room.id]),
    ).toBe('0 rows');
    expect(
      await asApp(thief.organization.id, 'update claims set accepted_at = now() where partnership_id = $1', [room.id]),
    ).toBe('42501');
    const insert =
      'insert into people (partnership_id, id, side, created_at, holder_a, holder_b) values ($1, $2, $3, now(), $4, $4)';
    expect(await asApp(thief.organization.id, insert, [room.id, thief.id, 'a', keeper.organization.id])).toBe('42501');
  });

  test('every table with holders is opened to its owner for the claim, and keyed by the room', async () => {
    const tables = (
      await owner(
        "select relname from pg_class c join pg_attribute a on a.attrelid = c.oid where relnamespace = 'public'::regnamespace and relkind = 'r' and attname = 'holder_a'",
      )
    ).map((row) => row.relname);
    const policies = await owner(
      `select p.polname, c.relname, c.relowner = any(p.polroles) as owned, p.polcmd from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname like '%\\_claim'`,
    );
    for (const table of tables) {
      expect([table, policies.find((one) => one.relname === table)]).toEqual([
        table,
        { polname: `${table}_claim`, relname: table, owned: true, polcmd: '*' },
      ]);
    }
  });
});

describe('where the owner of the tables is no superuser', () => {
  const name = `plain_${process.pid}_${Date.now()}`;

  test('a side changes hands all the same, although row-level security binds the owner', async () => {
    const { connection } = server.database;
    const root = new pg.Client(connection);
    await root.connect();
    const log = createLog({ level: 'silent' });
    try {
      await root.query(`create role ${name} login createrole createdb password 'plain'`);
      await root.query(`grant entente_worker, entente_app, entente_gate to ${name} with admin option`);
      await root.query(`create database ${name} owner ${name}`);
      const plain = { ...connection, database: name, user: name, password: 'plain' };
      const address = await prepareDatabase(plain, TEST_SECRETS, log);
      const db = connectDatabase(address, TEST_SECRETS, log);
      try {
        const plainServer = { ...server, platform: { ...server.platform, db } };
        const a = await signUp(plainServer);
        const b = await signUp(plainServer, { organization: 'Acero' });
        const { openPartnership } = await import('../partnerships/commands.ts');
        const { offerClaim } = await import('./commands.ts');
        const { loadRoom } = await import('../rooms/queries.ts');
        const now = new Date();
        const made = await inScope(db, mintScope(a.organization.id), async (tx) => {
          const { id } = await openPartnership(
            tx,
            a.organization.id,
            { name: 'Acero', people: [{ name: 'Marta' }] },
            now,
          );
          const actor = {
            personId: a.id,
            role: 'administrator' as const,
            mayPromise: true,
            name: a.name,
            email: a.email,
          };
          return {
            id,
            ...(await offerClaim(
              tx,
              a.organization.id,
              actor,
              await loadRoom(tx, a.organization.id, id),
              { email: b.email },
              now,
            )),
          };
        });
        await inScope(db, mintScope(b.organization.id), (tx) =>
          tx.query('select app.claim($1, $2, $3, $4, $5, null)', [
            made.id,
            readRoomToken(made.token)?.hash,
            b.organization.id,
            b.id,
            now,
          ]),
        );
        const seen = await inScope(db, mintScope(b.organization.id), (tx) =>
          tx.query<any>(
            'select (select count(*) from people) as people, (select count(*) from claims) as claims, (select claimed_b from partnerships) as claimed',
          ),
        );
        expect(seen.rows).toEqual([{ people: 1, claims: 1, claimed: b.organization.id }]);
        const own = new pg.Client(plain);
        await own.connect();
        expect((await own.query('select count(*)::int as n from people')).rows).toEqual([{ n: 0 }]);
        await own.end();
      } finally {
        await db.close();
      }
    } finally {
      await root.query(`drop database if exists ${name} with (force)`);
      await root.query(`drop owned by ${name}`).catch(() => undefined);
      await root.query(`drop role if exists ${name}`).catch(() => undefined);
      await root.end();
    }
  });
});
