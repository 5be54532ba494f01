import type pg from 'pg';

/** Each query gives lines of SQL in a fixed order; `$1` are the schemas that are described. */
const SECTIONS: readonly (readonly [title: string, query: string])[] = [
  [
    'tables',
    `select format(E'create table %s (\\n  %s\\n);', c.oid::regclass, string_agg(format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
       case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
       case when a.attnotnull then ' not null' else '' end), E',\\n  ' order by a.attnum)) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where n.nspname = any($1) and c.relkind in ('r', 'p') group by n.nspname, c.relname, c.oid order by n.nspname, c.relname`,
  ],
  [
    'constraints',
    // PostgreSQL 18 lists not-null constraints too; they stand with their columns above.
    `select format('alter table %s add constraint %I %s;', con.conrelid::regclass, con.conname, pg_get_constraintdef(con.oid)) as line
     from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and con.contype <> 'n' order by n.nspname, c.relname, con.contype = 'f', con.conname`,
  ],
  [
    'indexes',
    `select pg_get_indexdef(i.indexrelid) || ';' as line
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class ic on ic.oid = i.indexrelid
     where n.nspname = any($1) and not exists (select 1 from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
     order by n.nspname, c.relname, ic.relname`,
  ],
  [
    'views',
    `select format(E'create view %s as\\n%s', c.oid::regclass, pg_get_viewdef(c.oid)) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('v', 'm') order by n.nspname, c.relname`,
  ],
  [
    'row-level security',
    `select format('alter table %s%s%s;', c.oid::regclass, case when c.relrowsecurity then ' enable row level security' else ' disable row level security' end,
       case when c.relforcerowsecurity then ', force row level security' else '' end) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') order by n.nspname, c.relname`,
  ],
  [
    'policies',
    `select format(E'create policy %I on %I.%I%s for %s to %s%s%s;', policyname, schemaname, tablename,
       case permissive when 'PERMISSIVE' then '' else ' as restrictive' end, lower(cmd), replace(array_to_string(roles, ', '), tableowner::text, 'current_user'),
       coalesce(E'\\n  using (' || qual || ')', ''), coalesce(E'\\n  with check (' || with_check || ')', '')) as line
     from pg_policies join pg_tables using (schemaname, tablename) where schemaname = any($1) order by schemaname, tablename, policyname`,
  ],
  [
    'grants on tables',
    `select format('grant %s on %s to %s;', string_agg(lower(p.privilege_type), ', ' order by p.privilege_type), c.oid::regclass, r.rolname) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) p join pg_roles r on r.oid = p.grantee
     where n.nspname = any($1) and c.relkind in ('r', 'p', 'v', 'S') and r.rolname like 'entente\\_%' and r.oid <> c.relowner
     group by n.nspname, c.relname, c.oid, r.rolname order by n.nspname, c.relname, r.rolname`,
  ],
  [
    'grants on columns',
    `select format('grant %s (%s) on %s to %s;', lower(p.privilege_type), string_agg(quote_ident(a.attname), ', ' order by a.attnum), c.oid::regclass, r.rolname) as line
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     cross join aclexplode(a.attacl) p join pg_roles r on r.oid = p.grantee
     where not a.attisdropped and n.nspname = any($1) and r.rolname like 'entente\\_%' and r.oid <> c.relowner
     group by n.nspname, c.relname, c.oid, r.rolname, p.privilege_type order by n.nspname, c.relname, r.rolname, p.privilege_type`,
  ],
  [
    'grants on schemas',
    `select format('grant %s on schema %I to %s;', string_agg(lower(p.privilege_type), ', ' order by p.privilege_type), n.nspname, r.rolname) as line
     from pg_namespace n cross join aclexplode(n.nspacl) p join pg_roles r on r.oid = p.grantee
     where n.nspname = any($1) and r.rolname like 'entente\\_%' and r.oid <> n.nspowner
     group by n.nspname, r.rolname order by n.nspname, r.rolname`,
  ],
  [
    'types',
    `select format('create type %s as enum (%s);', t.oid::regtype, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as line
     from pg_type t join pg_namespace n on n.oid = t.typnamespace join pg_enum e on e.enumtypid = t.oid
     where n.nspname = any($1) group by t.oid order by t.oid::regtype::text`,
  ],
  [
    'functions',
    `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = any($1) and p.prokind in ('f', 'p')
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
  ],
  [
    'who may call functions',
    `select format('grant execute on function %s to %s;', p.oid::regprocedure, coalesce(r.rolname, 'public')) as line
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x left join pg_roles r on r.oid = x.grantee
     where n.nspname = any($1) and x.grantee <> p.proowner
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), r.rolname nulls first`,
  ],
];

const SCHEMAS = ['public', 'app', 'auth'];
const HEADER =
  '-- What the migrations amount to. Written by "node tools/dump-schema.ts"; compared by a test; never run.\n';

/** The schema as text: the same for the same migrations, on every supported version. */
export async function dumpSchema(owner: pg.Pool | pg.Client): Promise<string> {
  const parts = [HEADER];
  for (const [title, query] of SECTIONS) {
    const { rows } = await owner.query<{ line: string }>(query, [SCHEMAS]);
    if (rows.length === 0) continue;
    parts.push(`-- ${title}`, ...rows.map((row) => tidy(row.line)), '');
  }
  return parts.join('\n');
}

function tidy(line: string): string {
  return line
    .split('\n')
    .map((each) => each.trimEnd())
    .join('\n');
}
