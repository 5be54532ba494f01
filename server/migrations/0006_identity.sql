-- The tables of the sign-in library. Nobody but entente_gate may touch them: entente_app has no right on the schema,
-- so that no mistake in a feature can read a password or a session.
create schema if not exists auth
--> statement-breakpoint
grant usage on schema auth to entente_gate
--> statement-breakpoint
create table auth.persons (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  theme text not null default 'system',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint persons_pkey primary key (id),
  constraint persons_email_key unique (email),
  constraint persons_email_lower check (email = lower(email)),
  constraint persons_name_length check (char_length(name) between 1 and 200),
  constraint persons_theme check (theme in ('system', 'light', 'dark'))
)
--> statement-breakpoint
alter table auth.persons enable row level security
--> statement-breakpoint
alter table auth.persons force row level security
--> statement-breakpoint
create policy persons_gate on auth.persons to entente_gate using (true) with check (true)
--> statement-breakpoint
grant select, insert, update, delete on auth.persons to entente_gate
--> statement-breakpoint
-- via says how the session began: a person who came by a mailed link may set a password without the old one.
create table auth.sessions (
  id uuid not null,
  person_id uuid not null,
  token text not null,
  via text not null default 'password',
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint sessions_pkey primary key (id),
  constraint sessions_token_key unique (token),
  constraint sessions_person_fkey foreign key (person_id) references auth.persons (id) on delete cascade,
  constraint sessions_via check (via in ('password', 'link', 'new'))
)
--> statement-breakpoint
create index sessions_person on auth.sessions (person_id)
--> statement-breakpoint
create index sessions_expiry on auth.sessions (expires_at)
--> statement-breakpoint
alter table auth.sessions enable row level security
--> statement-breakpoint
alter table auth.sessions force row level security
--> statement-breakpoint
create policy sessions_gate on auth.sessions to entente_gate using (true) with check (true)
--> statement-breakpoint
grant select, insert, update, delete on auth.sessions to entente_gate
--> statement-breakpoint
-- One way of signing in. provider_id 'credential' is e-mail and password; the token columns are for later providers.
create table auth.accounts (
  id uuid not null,
  person_id uuid not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint accounts_pkey primary key (id),
  constraint accounts_provider_key unique (person_id, provider_id, account_id),
  constraint accounts_person_fkey foreign key (person_id) references auth.persons (id) on delete cascade
)
--> statement-breakpoint
alter table auth.accounts enable row level security
--> statement-breakpoint
alter table auth.accounts force row level security
--> statement-breakpoint
create policy accounts_gate on auth.accounts to entente_gate using (true) with check (true)
--> statement-breakpoint
grant select, insert, update, delete on auth.accounts to entente_gate
--> statement-breakpoint
-- Short-lived proofs, hashed: magic links. Used once. The id is text, because the library also takes locks by the hash of a name.
create table auth.verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint verifications_pkey primary key (id)
)
--> statement-breakpoint
create index verifications_identifier on auth.verifications (identifier)
--> statement-breakpoint
alter table auth.verifications enable row level security
--> statement-breakpoint
alter table auth.verifications force row level security
--> statement-breakpoint
create policy verifications_gate on auth.verifications to entente_gate using (true) with check (true)
--> statement-breakpoint
grant select, insert, update, delete on auth.verifications to entente_gate
--> statement-breakpoint
-- How often somebody tried lately, by hashed address or peer. In the database, so that it holds for any number of web processes.
create table auth.attempts (
  key text not null,
  tries integer not null,
  since timestamptz not null,
  constraint attempts_pkey primary key (key)
)
--> statement-breakpoint
create index attempts_since on auth.attempts (since)
--> statement-breakpoint
alter table auth.attempts enable row level security
--> statement-breakpoint
alter table auth.attempts force row level security
--> statement-breakpoint
create policy attempts_gate on auth.attempts to entente_gate using (true) with check (true)
--> statement-breakpoint
grant select, insert, update, delete on auth.attempts to entente_gate
--> statement-breakpoint
-- What the gate does to an organization (it is founded, a person is renamed) goes into the same audit trail.
create policy audit_gate on audit for insert to entente_gate with check (true)
--> statement-breakpoint
grant insert on audit to entente_gate
--> statement-breakpoint
create index audit_at on audit (organization_id, at desc)
--> statement-breakpoint
create unique index invitations_token on invitations (organization_id, token_hash)
--> statement-breakpoint
create index invitations_email on invitations (organization_id, email)
--> statement-breakpoint
-- Enters an organization as one of its people: one statement sets the scope and answers who they are in it.
-- EN404 when they are no member (any more): the caller sees no difference to an organization that does not exist.
create function app.enter_member(p_organization uuid, p_person uuid)
  returns table (role text, may_promise boolean, name text, email text)
  language plpgsql as $$
begin
  perform app.enter(p_organization);
  return query
    select m.role, m.may_promise, m.name, m.email
    from public.memberships m
    where m.organization_id = p_organization and m.person_id = p_person and m.ended_at is null;
  if not found then
    raise exception 'no membership' using errcode = 'EN404';
  end if;
end
$$
--> statement-breakpoint
revoke all on function app.enter_member(uuid, uuid) from public
--> statement-breakpoint
grant execute on function app.enter_member(uuid, uuid) to entente_app
