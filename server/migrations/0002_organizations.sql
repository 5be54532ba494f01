-- Organizations are a reference table: few, rarely written. A row without claimed_at stands for a partner
-- that has no account here; keeper_id is the organization that wrote it down.
create table organizations (
  id uuid not null,
  slug text not null,
  name text not null,
  domain text,
  about text,
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  keeper_id uuid,
  claimed_at timestamptz,
  created_at timestamptz not null,
  constraint organizations_pkey primary key (id),
  constraint organizations_slug_key unique (slug),
  constraint organizations_name_length check (char_length(name) between 1 and 200),
  constraint organizations_presence check ((claimed_at is null) <> (keeper_id is null) or claimed_at is not null)
)
--> statement-breakpoint
create index organizations_keeper on organizations (keeper_id) where keeper_id is not null
--> statement-breakpoint
alter table organizations enable row level security
--> statement-breakpoint
alter table organizations force row level security
--> statement-breakpoint
create policy organizations_app on organizations to entente_app
  using (id = app.organization() or keeper_id = app.organization())
  with check (id = app.organization() or keeper_id = app.organization())
--> statement-breakpoint
create policy organizations_gate on organizations to entente_gate using (true) with check (true)
--> statement-breakpoint
grant select, insert, update on organizations to entente_app, entente_gate
--> statement-breakpoint
-- A person's membership in an organization. Name and address are copied so that colleagues see them
-- without any access to the sign-in tables.
create table memberships (
  organization_id uuid not null,
  person_id uuid not null,
  role text not null,
  name text not null,
  email text not null,
  may_promise boolean not null default true,
  joined_at timestamptz not null,
  ended_at timestamptz,
  constraint memberships_pkey primary key (organization_id, person_id),
  constraint memberships_role check (role in ('administrator', 'manager', 'member'))
)
--> statement-breakpoint
create index memberships_person on memberships (person_id)
--> statement-breakpoint
alter table memberships enable row level security
--> statement-breakpoint
alter table memberships force row level security
--> statement-breakpoint
create policy memberships_app on memberships to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy memberships_gate on memberships to entente_gate using (true) with check (true)
--> statement-breakpoint
grant select, insert, update on memberships to entente_app, entente_gate
--> statement-breakpoint
-- What somebody is in their organization, and from when to when: "Dean of Engineering, since September 2024".
create table person_roles (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  starts_on date not null,
  ends_on date,
  constraint person_roles_pkey primary key (organization_id, id),
  constraint person_roles_membership_fkey foreign key (organization_id, person_id)
    references memberships (organization_id, person_id) on delete cascade,
  constraint person_roles_dates check (ends_on is null or ends_on >= starts_on)
)
--> statement-breakpoint
create index person_roles_person on person_roles (organization_id, person_id, starts_on)
--> statement-breakpoint
alter table person_roles enable row level security
--> statement-breakpoint
alter table person_roles force row level security
--> statement-breakpoint
create policy person_roles_app on person_roles to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on person_roles to entente_app
--> statement-breakpoint
create table invitations (
  organization_id uuid not null,
  id uuid not null,
  email text not null,
  role text not null,
  token_hash text not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint invitations_pkey primary key (organization_id, id),
  constraint invitations_role check (role in ('administrator', 'manager', 'member'))
)
--> statement-breakpoint
alter table invitations enable row level security
--> statement-breakpoint
alter table invitations force row level security
--> statement-breakpoint
create policy invitations_app on invitations to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy invitations_gate on invitations to entente_gate using (true) with check (true)
--> statement-breakpoint
grant select, insert, update on invitations to entente_app
--> statement-breakpoint
grant select, update on invitations to entente_gate
--> statement-breakpoint
-- Who changed what in an organization's own tables. Conversations need none: their log is the record.
create table audit (
  organization_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  constraint audit_pkey primary key (organization_id, id)
)
--> statement-breakpoint
alter table audit enable row level security
--> statement-breakpoint
alter table audit force row level security
--> statement-breakpoint
create policy audit_app on audit to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert on audit to entente_app
