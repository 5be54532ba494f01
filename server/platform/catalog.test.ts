import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';

/** Vocabularies of skills and work, published by others and the same for everybody: the command line imports them, every request may read them, none writes. */
const VOCABULARIES = [
  'vocabularies',
  'skills',
  'skill_names',
  'skill_words',
  'occupations',
  'occupation_names',
  'occupation_skills',
  'occupation_tasks',
];
/** Tables that belong to no single organization or partnership: few rows or rarely written, copied to every node one day. */
const REFERENCE = ['public.organizations', 'public.partnerships', ...VOCABULARIES.map((name) => `public.${name}`)];
/** Schemas whose tables are no organization's: sign-in (reached by the gate only), and what the house keeps for itself. */
const NOT_OURS = ['pgboss', 'migrations', 'information_schema'];
const WITHOUT_TENANT = ['auth'];
/** Functions that run with the owner's rights, each with its reason. */
const DEFINERS: Record<string, string> = {
  'app.claim':
    'hands one side of a partnership over with the consent of both; its own policies open only that partnership',
  'app.search':
    'asks the indexes for words, which nothing below row-level security may; answers keys only, of the entered organization (decision 0024)',
};

interface Table {
  name: string;
  schema: string;
  columns: string[];
  enabled: boolean;
  forced: boolean;
}

interface Constraint {
  table: string;
  name: string;
  kind: 'p' | 'u' | 'f' | 'c' | 'x';
  columns: string[];
  target: string | null;
}

let world: TestDatabase;
let tables: Table[];
let constraints: Constraint[];

async function rows<R extends object>(text: string, values: unknown[] = []): Promise<R[]> {
  return (await world.owner.query<R>(text, values)).rows;
}

const ours = `n.nspname <> all($1) and n.nspname not like 'pg\\_%'`;

beforeAll(async () => {
  world = await testDatabase();
  tables = await rows<Table>(
    `select n.nspname || '.' || c.relname as name, n.nspname as schema, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
       array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours} order by 1`,
    [NOT_OURS],
  );
  constraints = await rows<Constraint>(
    `select n.nspname || '.' || c.relname as table, con.conname as name, con.contype as kind,
       array(select a.attname::text from unnest(con.conkey) k join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k) as columns,
       (select tn.nspname || '.' || t.relname from pg_class t join pg_namespace tn on tn.oid = t.relnamespace where t.oid = con.confrelid) as target
     from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
     where con.contype <> 'n' and ${ours} order by 1, 2`,
    [NOT_OURS],
  );
});
afterAll(() => world.close());

/** The column that says whose row it is: rooms say who holds their sides, private tables name their organization. */
function tenantOf(name: string): string | undefined {
  const table = tables.find((each) => each.name === name);
  if (!table || REFERENCE.includes(name) || WITHOUT_TENANT.includes(table.schema)) return undefined;
  if (table.columns.includes('holder_a')) return 'partnership_id';
  return ['organization_id', 'partnership_id'].find((column) => table.columns.includes(column));
}

describe('every table', () => {
  test('there are some', () => {
    expect(tables.length).toBeGreaterThan(5);
  });

  test('has row-level security, for its owner too', () => {
    expect(tables.filter((each) => !each.enabled || !each.forced).map((each) => each.name)).toEqual([]);
  });

  test('belongs to a partnership or an organization, or is listed as shared', () => {
    const homeless = tables.filter(
      (each) => !REFERENCE.includes(each.name) && !WITHOUT_TENANT.includes(each.schema) && !tenantOf(each.name),
    );
    expect(homeless.map((each) => each.name)).toEqual([]);
  });

  test('has a primary key, and its partnership or organization in every key, and never null', async () => {
    const wrong: string[] = [];
    for (const table of tables) {
      const keys = constraints.filter((each) => each.table === table.name && 'puxf'.includes(each.kind));
      if (!keys.some((each) => each.kind === 'p')) wrong.push(`${table.name} has no primary key`);
      const tenant = tenantOf(table.name);
      if (!tenant) continue;
      for (const key of keys) {
        const within = key.kind !== 'f' || (key.target !== null && tenantOf(key.target) !== undefined);
        if (within && !key.columns.includes(tenant)) wrong.push(`${table.name}: ${key.name} lacks ${tenant}`);
      }
      const nullable = await rows(
        `select 1 from pg_attribute where attrelid = $1::regclass and attname = $2 and not attnotnull`,
        [table.name, tenant],
      );
      if (nullable.length > 0) wrong.push(`${table.name}.${tenant} may be null`);
    }
    expect(wrong).toEqual([]);
  });

  test('has unique indexes only with its partnership or organization in them', async () => {
    const found = await rows<{ table: string; index: string; columns: string[] }>(
      `select n.nspname || '.' || c.relname as table, ic.relname as index,
         array(select a.attname::text from unnest(i.indkey::int2[]) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k) as columns
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_class ic on ic.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
       where i.indisunique and ${ours}`,
      [NOT_OURS],
    );
    const wrong = found.filter(({ table, columns }) => {
      const tenant = tenantOf(table);
      return tenant !== undefined && !columns.includes(tenant);
    });
    expect(wrong).toEqual([]);
  });

  test('points only to tables of its own kind, or to shared ones', () => {
    const wrong = constraints.filter(({ table, kind, target }) => {
      if (kind !== 'f' || target === null || REFERENCE.includes(target)) return false;
      return tenantOf(table) !== tenantOf(target);
    });
    expect(wrong.map((each) => `${each.table}: ${each.name} -> ${each.target}`)).toEqual([]);
  });

  test('names its constraints after itself', () => {
    const wrong = constraints.filter(({ table, name }) => !name.startsWith(`${table.split('.')[1]}_`));
    expect(wrong.map((each) => `${each.table}: ${each.name}`)).toEqual([]);
  });

  test('has no triggers but the ones that keep foreign keys', async () => {
    const triggers = await rows(
      `select t.tgname, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
       where not t.tgisinternal and ${ours}`,
      [NOT_OURS],
    );
    expect(triggers).toEqual([]);
  });
});

describe('every policy', () => {
  test('is permissive: restrictive ones do not survive distribution', async () => {
    const found = await rows(`select tablename, policyname from pg_policies where permissive <> 'PERMISSIVE'`);
    expect(found).toEqual([]);
  });

  test('compares columns of its row only', async () => {
    const found = await rows<{ name: string; text: string }>(
      `select schemaname || '.' || tablename || ': ' || policyname as name, coalesce(qual, '') || ' ' || coalesce(with_check, '') as text from pg_policies`,
    );
    expect(found.filter(({ text }) => /\bselect\b/i.test(text)).map((each) => each.name)).toEqual([]);
    expect(
      found.filter(({ text }) => /\bset_config\b|\(\)\s+is (not )?null/i.test(text)).map((each) => each.name),
    ).toEqual([]);
  });

  test('speaks to one of our roles or to the owner, never to everybody', async () => {
    const found = await rows(
      `select p.tablename, p.policyname, p.roles::text from pg_policies p join pg_tables t using (schemaname, tablename)
       where not p.roles <@ (array['entente_app', 'entente_gate', 'entente_worker']::name[] || t.tableowner)`,
    );
    expect(found).toEqual([]);
  });
});

describe('the roles of the application', () => {
  const ROLES = ['entente_app', 'entente_gate', 'entente_worker'];

  test('are no superusers, bypass nothing, create nothing and belong to nobody', async () => {
    const found = await rows(
      `select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or not rolcanlogin)`,
      [ROLES],
    );
    expect(found).toEqual([]);
    const memberships = await rows(
      `select m.member::regrole::text from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = any($1)`,
      [ROLES],
    );
    expect(memberships).toEqual([]);
  });

  test('own nothing outside of the job queue', async () => {
    const owned = await rows(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
         where r.rolname = any($2) and ${ours}
       union all
       select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
         where r.rolname = any($2) and ${ours}
       union all
       select n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname = any($2) and ${ours}`,
      [NOT_OURS, ROLES],
    );
    expect(owned).toEqual([]);
  });

  test('have no right to truncate, refer or trigger, and none that they could pass on', async () => {
    const found = await rows(
      `select c.relname, p.privilege_type from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join aclexplode(c.relacl) p join pg_roles r on r.oid = p.grantee
       where r.rolname = any($2) and ${ours} and (p.is_grantable or p.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER'))`,
      [NOT_OURS, ROLES],
    );
    expect(found).toEqual([]);
  });

  test('reach the tables of the sign-in only as the gate', async () => {
    const found = await rows<{ table: string; role: string }>(
      `select c.relname as table, r.rolname as role from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join aclexplode(c.relacl) p join pg_roles r on r.oid = p.grantee
       where n.nspname = 'auth' and r.rolname = any($1) and r.rolname <> 'entente_gate'`,
      [ROLES],
    );
    expect(found).toEqual([]);
  });
});

test('functions that run with the owner’s rights are listed here, and fix their search path', async () => {
  const found = await rows<{ name: string; path: string[] | null }>(
    `select n.nspname || '.' || p.proname as name, p.proconfig as path from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and ${ours} order by 1`,
    [NOT_OURS],
  );
  expect(found.map((each) => each.name)).toEqual(Object.keys(DEFINERS).toSorted());
  expect(
    found.filter(({ path }) => !path?.some((each) => each.startsWith('search_path='))).map((each) => each.name),
  ).toEqual([]);
});

test('vocabularies are written by the import alone, never by a request', async () => {
  const found = await rows<{ table: string; role: string; right: string }>(
    `select c.relname as table, r.rolname as role, p.privilege_type as right from pg_class c
     cross join aclexplode(c.relacl) p join pg_roles r on r.oid = p.grantee
     where c.relname = any($1) and r.rolname in ('entente_app', 'entente_gate') and p.privilege_type <> 'SELECT'`,
    [VOCABULARIES],
  );
  expect(found).toEqual([]);
});
