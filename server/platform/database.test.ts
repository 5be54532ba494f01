import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { asWorker, atGate, inScope, listen, sqlState } from './database.ts';
import { newId } from './id.ts';
import { mintScope } from './scope.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await testDatabase();
  await world.owner.query('create table probes (organization_id uuid not null, id uuid not null, text text)');
  await world.owner.query('alter table probes enable row level security');
  await world.owner.query('alter table probes force row level security');
  await world.owner.query('create policy own on probes to entente_app using (organization_id = app.organization())');
  await world.owner.query('grant select, insert, update, delete on probes to entente_app');
});
afterAll(() => world.close());

const a = mintScope(newId());
const b = mintScope(newId());

describe('a scope', () => {
  test('sees and writes only the rows of its organization', async () => {
    await inScope(world.db, a, (tx) =>
      tx.query('insert into probes values ($1, $2, $3)', [a.organization, newId(), 'ours']),
    );
    const seen = await inScope(world.db, b, (tx) => tx.query('select * from probes'));
    expect(seen.rows).toEqual([]);
    const write = inScope(world.db, b, (tx) =>
      tx.query('insert into probes values ($1, $2)', [a.organization, newId()]),
    );
    await expect(write).rejects.toSatisfy((error) => sqlState(error) === '42501');
  });

  test('does not outlive its transaction on a reused connection', async () => {
    const organizations = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const scope = n % 2 ? a : b;
        const { rows } = await inScope(world.db, scope, (tx) =>
          tx.query<{ o: string }>('select app.organization() as o'),
        );
        return [scope.organization, rows[0]?.o];
      }),
    );
    for (const [entered, seen] of organizations) expect(seen).toBe(entered);
  });

  test('cannot be changed to another organization inside a transaction', async () => {
    const change = inScope(world.db, a, (tx) => tx.query('select app.enter($1)', [b.organization]));
    await expect(change).rejects.toSatisfy((error) => sqlState(error) === 'EN001');
    const again = await inScope(world.db, a, (tx) => tx.query('select app.enter($1)', [a.organization]));
    expect(again.rowCount).toBe(1);
    await expect(inScope(world.db, a, (tx) => tx.query('select app.enter(null)'))).rejects.toThrow(/no organization/);
  });

  test('is refused for what is not a UUID, before any SQL is written', () => {
    expect(() => mintScope("'; drop table probes; --")).toThrow(/no such organization/);
  });
});

describe('a transaction', () => {
  test('sends queries started together in one go, in order', async () => {
    const [one, two, three] = await inScope(world.db, a, (tx) =>
      Promise.all([
        tx.query<{ n: number }>('select 1 as n'),
        tx.query('insert into probes values ($1, $2, $3)', [a.organization, newId(), 'together']),
        tx.query<{ n: number }>("select count(*)::int as n from probes where text = 'together'"),
      ]),
    );
    expect([one.rows[0]?.n, two.rowCount, three.rows[0]?.n]).toEqual([1, 1, 1]);
  });

  test('is taken back when the work throws', async () => {
    const work = inScope(world.db, a, async (tx) => {
      await tx.query('insert into probes values ($1, $2, $3)', [a.organization, newId(), 'never']);
      throw new Error('changed our mind');
    });
    await expect(work).rejects.toThrow('changed our mind');
    const { rows } = await world.owner.query("select * from probes where text = 'never'");
    expect(rows).toEqual([]);
  });

  test('is taken back as a whole when one of several queries fails', async () => {
    const work = inScope(world.db, a, (tx) =>
      Promise.all([
        tx.query('insert into probes values ($1, $2, $3)', [a.organization, newId(), 'half']),
        tx.query('select 1/0'),
        tx.query('insert into probes values ($1, $2, $3)', [a.organization, newId(), 'half']),
      ]),
    );
    await expect(work).rejects.toSatisfy((error) => sqlState(error) === '22012');
    const { rows } = await world.owner.query("select * from probes where text = 'half'");
    expect(rows).toEqual([]);
  });

  test('says so when an error inside was swallowed and nothing could be committed', async () => {
    const work = inScope(world.db, a, async (tx) => {
      await tx.query('insert into probes values ($1, $2, $3)', [a.organization, newId(), 'lost']);
      await tx.query('select 1/0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/aborted/);
  });

  test('refuses queries after its end', async () => {
    const leaked = await inScope(world.db, a, (tx) => Promise.resolve(tx));
    await expect(leaked.query('select 1')).rejects.toThrow(/over/);
  });

  test('gives its connection back after every kind of end', async () => {
    for (let n = 0; n < 60; n += 1) {
      await inScope(world.db, a, (tx) => tx.query('select 1/0')).catch(() => undefined);
    }
    const { rows } = await inScope(world.db, a, (tx) => tx.query<{ one: number }>('select 1 as one'));
    expect(rows).toEqual([{ one: 1 }]);
  });
});

test('values arrive as ISO moments, plain dates, numbers and parsed JSON', async () => {
  const { rows } = await atGate(world.db, (tx) =>
    tx.query<Record<string, unknown>>(
      `select '2026-11-24 11:00:00.1234+01'::timestamptz as moment, '2026-11-24'::date as day, 9007199254740991::int8 as big,
        '{"a":[1]}'::jsonb as json, 1.50::numeric as price, null::timestamptz as nothing,
        array['2026-11-24 11:00+01'::timestamptz, null] as moments, $1::timestamptz as given`,
      [new Date('2026-01-02T03:04:05.678Z')],
    ),
  );
  expect(rows[0]).toEqual({
    moment: '2026-11-24T10:00:00.123Z',
    day: '2026-11-24',
    big: 9007199254740991,
    json: { a: [1] },
    price: '1.50',
    nothing: null,
    moments: ['2026-11-24T10:00:00.000Z', null],
    given: '2026-01-02T03:04:05.678Z',
  });
});

test('the roles are who they should be, with limits, and may not become each other', async () => {
  const who = "select current_user::text as who, current_setting('statement_timeout') as patience";
  const [app, gate, worker] = await Promise.all([
    inScope(world.db, a, (tx) => tx.query(who)),
    atGate(world.db, (tx) => tx.query(who)),
    asWorker(world.db, (tx) => tx.query(who)),
  ]);
  expect([app.rows[0], gate.rows[0], worker.rows[0]]).toEqual([
    { who: 'entente_app', patience: '15s' },
    { who: 'entente_gate', patience: '15s' },
    { who: 'entente_worker', patience: '5min' },
  ]);
  await expect(inScope(world.db, a, (tx) => tx.query('set role entente_gate'))).rejects.toSatisfy(
    (e) => sqlState(e) === '42501',
  );
});

describe('listening', () => {
  test('hears what a committed transaction says, and nothing after it is stopped', async () => {
    const heard: string[] = [];
    const stop = await listen(world.db, 'news', (payload) => heard.push(payload));
    await inScope(world.db, a, (tx) => tx.query("select pg_notify('news', 'one')"));
    await expect.poll(() => heard).toEqual(['one']);
    await stop();
    await inScope(world.db, a, (tx) => tx.query("select pg_notify('news', 'two')"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual(['one']);
  });

  test('comes back when its connection is cut', async () => {
    const heard: string[] = [];
    const stop = await listen(world.db, 'cut', (payload) => heard.push(payload));
    await world.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'entente listener' and datname = current_database()",
    );
    await expect
      .poll(
        async () => {
          await inScope(world.db, a, (tx) => tx.query("select pg_notify('cut', 'again')"));
          return heard.length;
        },
        { timeout: 5000 },
      )
      .toBeGreaterThan(0);
    await stop();
  });
});
