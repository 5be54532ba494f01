-- Histories brought in from elsewhere: one batch, its file, how its columns are to be read, and what became of it.
create table imports (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid,
  file_name text not null,
  storage_key text not null,
  columns jsonb not null,
  mapping jsonb not null,
  status text not null,
  counts jsonb,
  done integer not null default 0,
  total integer not null default 0,
  error text,
  made jsonb not null default '{"rooms": [], "organizations": []}',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint imports_pkey primary key (organization_id, id),
  constraint imports_status check (status in ('ready', 'running', 'done', 'failed', 'undoing', 'undone'))
)
--> statement-breakpoint
alter table imports enable row level security
--> statement-breakpoint
alter table imports force row level security
--> statement-breakpoint
create policy imports_app on imports to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update on imports to entente_app
--> statement-breakpoint
-- What happens with every line of the file, and why.
create table import_rows (
  organization_id uuid not null,
  import_id uuid not null,
  line integer not null,
  outcome text not null,
  reason text,
  detail text,
  key text,
  constraint import_rows_pkey primary key (organization_id, import_id, line),
  constraint import_rows_import_fkey foreign key (organization_id, import_id) references imports (organization_id, id) on delete cascade,
  constraint import_rows_outcome check (outcome in ('create', 'update', 'skip'))
)
--> statement-breakpoint
alter table import_rows enable row level security
--> statement-breakpoint
alter table import_rows force row level security
--> statement-breakpoint
create policy import_rows_app on import_rows to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, delete on import_rows to entente_app
--> statement-breakpoint
-- The commitments an organization imported, by what makes them the same commitment in a later file.
create table imported (
  organization_id uuid not null,
  key text not null,
  import_id uuid not null,
  partnership_id uuid not null,
  conversation_id text not null,
  settled boolean not null,
  constraint imported_pkey primary key (organization_id, key)
)
--> statement-breakpoint
create index imported_import on imported (organization_id, import_id)
--> statement-breakpoint
alter table imported enable row level security
--> statement-breakpoint
alter table imported force row level security
--> statement-breakpoint
create policy imported_app on imported to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on imported to entente_app
--> statement-breakpoint
-- Taking a batch back removes the rooms and organizations it made. Nothing that somebody else holds a part of can be deleted:
-- the policies for all commands become one for each.
drop policy organizations_app on organizations
--> statement-breakpoint
create policy organizations_read on organizations for select to entente_app using (id = app.organization() or keeper_id = app.organization())
--> statement-breakpoint
create policy organizations_record on organizations for insert to entente_app with check (id = app.organization() or keeper_id = app.organization())
--> statement-breakpoint
create policy organizations_change on organizations for update to entente_app
  using (id = app.organization() or keeper_id = app.organization()) with check (id = app.organization() or keeper_id = app.organization())
--> statement-breakpoint
create policy organizations_forget on organizations for delete to entente_app using (keeper_id = app.organization() and claimed_at is null)
--> statement-breakpoint
grant delete on organizations to entente_app
--> statement-breakpoint
drop policy partnerships_app on partnerships
--> statement-breakpoint
create policy partnerships_read on partnerships for select to entente_app using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy partnerships_open on partnerships for insert to entente_app with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy partnerships_change on partnerships for update to entente_app
  using (holder_a = app.organization() or holder_b = app.organization()) with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy partnerships_forget on partnerships for delete to entente_app using (holder_a = app.organization() and holder_b = app.organization())
--> statement-breakpoint
create policy people_forget on people for delete to entente_app
  using (holder_a = app.organization() and holder_b = app.organization() and name is null and email is null and person_id is null)
--> statement-breakpoint
grant delete on people to entente_app
