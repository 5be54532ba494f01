-- What the migrations amount to. Written by "node tools/dump-schema.ts"; compared by a test; never run.

-- tables
create table auth.accounts (
  id uuid not null,
  person_id uuid not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table auth.attempts (
  key text not null,
  tries integer not null,
  since timestamp with time zone not null
);
create table auth.persons (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  locale text default 'en'::text not null,
  time_zone text default 'UTC'::text not null,
  theme text default 'system'::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table auth.sessions (
  id uuid not null,
  person_id uuid not null,
  token text not null,
  via text default 'password'::text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table auth.verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table acts (
  partnership_id uuid not null,
  conversation_id text not null,
  "position" integer not null,
  id text not null,
  party uuid not null,
  seq integer not null,
  speaker text not null,
  kind text not null,
  via text not null,
  author uuid not null,
  recorded_by uuid,
  at timestamp with time zone not null,
  bytes text not null,
  void text,
  holder_a uuid not null,
  holder_b uuid not null
);
create table audit (
  organization_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  person_id uuid,
  action text not null,
  subject text not null,
  detail jsonb default '{}'::jsonb not null
);
create table claims (
  partnership_id uuid not null,
  id uuid not null,
  side text not null,
  token_hash text,
  email text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  requested_at timestamp with time zone,
  requested_by uuid,
  offered_at timestamp with time zone,
  offered_by uuid,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  claimed_by uuid,
  revoked_at timestamp with time zone,
  holder_a uuid not null,
  holder_b uuid not null
);
create table commitments (
  partnership_id uuid not null,
  conversation_id text not null,
  customer text not null,
  performer text not null,
  kind text,
  promised_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  result text not null,
  settled_at timestamp with time zone,
  silent_from timestamp with time zone,
  stake numeric,
  unit text,
  recorded boolean not null,
  lifted_at timestamp with time zone,
  holder_a uuid not null,
  holder_b uuid not null
);
create table conversations (
  partnership_id uuid not null,
  id text not null,
  thread_id uuid,
  import_id uuid,
  customer_side text not null,
  person_customer uuid,
  person_performer uuid,
  title text not null,
  state text not null,
  outcome text,
  head text not null,
  length integer not null,
  folded text not null,
  opened_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  due_at timestamp with time zone,
  holder_a uuid not null,
  holder_b uuid not null
);
create table drafts (
  organization_id uuid not null,
  person_id uuid not null,
  key text not null,
  content jsonb not null,
  updated_at timestamp with time zone not null
);
create table evidence (
  partnership_id uuid not null,
  conversation_id text not null,
  act_id text not null,
  n smallint not null,
  at timestamp with time zone not null,
  kind text not null,
  about text not null,
  via text not null,
  facts jsonb not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table files (
  partnership_id uuid not null,
  id uuid not null,
  uploader uuid not null,
  name text not null,
  media text not null,
  size integer not null,
  sha256 text not null,
  storage_key text not null,
  created_at timestamp with time zone not null,
  attached_at timestamp with time zone,
  holder_a uuid not null,
  holder_b uuid not null
);
create table import_rows (
  organization_id uuid not null,
  import_id uuid not null,
  line integer not null,
  outcome text not null,
  reason text,
  detail text,
  key text
);
create table imported (
  organization_id uuid not null,
  key text not null,
  import_id uuid not null,
  partnership_id uuid not null,
  conversation_id text not null,
  settled boolean not null
);
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
  done integer default 0 not null,
  total integer default 0 not null,
  error text,
  made jsonb default '{"rooms": [], "organizations": []}'::jsonb not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
create table invitations (
  organization_id uuid not null,
  id uuid not null,
  email text not null,
  role text not null,
  token_hash text not null,
  invited_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create table links (
  partnership_id uuid not null,
  id uuid not null,
  token_hash text not null,
  conversation_id text not null,
  person uuid not null,
  side text not null,
  speaker text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by_act text,
  replaced_at timestamp with time zone,
  revoked_at timestamp with time zone,
  holder_a uuid not null,
  holder_b uuid not null
);
create table mails (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  to_email text not null,
  to_name text,
  person_id uuid,
  locale text,
  facts jsonb,
  thread_key text,
  partnership_id uuid,
  conversation_id text,
  acts text[] default '{}'::text[] not null,
  message_id text not null,
  reply_to_id text,
  reference_ids text[] default '{}'::text[] not null,
  state text default 'queued'::text not null,
  attempts integer default 0 not null,
  last_error text,
  next_try_at timestamp with time zone,
  relayed_at timestamp with time zone,
  claimed_until timestamp with time zone,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  subject text,
  body_text text,
  body_html text
);
create table memberships (
  organization_id uuid not null,
  person_id uuid not null,
  role text not null,
  name text not null,
  email text not null,
  may_promise boolean default true not null,
  joined_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table messages (
  partnership_id uuid not null,
  thread_id uuid not null,
  id uuid not null,
  author uuid not null,
  side text not null,
  via text not null,
  text text not null,
  at timestamp with time zone not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table notes (
  organization_id uuid not null,
  id uuid not null,
  partnership_id uuid not null,
  conversation_id text,
  author uuid not null,
  text text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table organizations (
  id uuid not null,
  slug text not null,
  name text not null,
  domain text,
  about text,
  locale text default 'en'::text not null,
  time_zone text default 'UTC'::text not null,
  keeper_id uuid,
  claimed_at timestamp with time zone,
  created_at timestamp with time zone not null
);
create table outbox (
  partnership_id uuid not null,
  id uuid not null,
  name text not null,
  payload jsonb not null,
  at timestamp with time zone not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table partnerships (
  id uuid not null,
  organization_a uuid not null,
  organization_b uuid not null,
  holder_a uuid not null,
  holder_b uuid not null,
  claimed_a uuid,
  claimed_b uuid,
  name_a text not null,
  name_b text not null,
  domain_a text,
  domain_b text,
  created_at timestamp with time zone not null
);
create table parts (
  partnership_id uuid not null,
  conversation_id text not null,
  commitment text not null,
  name text not null,
  salt text,
  text text,
  file_id uuid,
  holder_a uuid not null,
  holder_b uuid not null
);
create table people (
  partnership_id uuid not null,
  id uuid not null,
  side text not null,
  person_id uuid,
  name text,
  email text,
  title text,
  newcomer_id uuid,
  newcomer_name text,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  holder_a uuid not null,
  holder_b uuid not null
);
create table person_roles (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  starts_on date not null,
  ends_on date
);
create table relations (
  partnership_id uuid not null,
  conversation_id text not null,
  relation text not null,
  other_id text not null,
  other_partnership_id uuid not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table threads (
  partnership_id uuid not null,
  id uuid not null,
  subject text not null,
  started_by uuid not null,
  created_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table today (
  organization_id uuid not null,
  conversation_id text not null,
  partnership_id uuid not null,
  counterpart_id uuid not null,
  mine boolean not null,
  role text not null,
  waits_for text not null,
  person_id uuid,
  move_by timestamp with time zone not null,
  since timestamp with time zone not null,
  last_at timestamp with time zone not null,
  due_at timestamp with time zone,
  lapses_at timestamp with time zone
);

-- constraints
alter table auth.accounts add constraint accounts_pkey PRIMARY KEY (id);
alter table auth.accounts add constraint accounts_provider_key UNIQUE (person_id, provider_id, account_id);
alter table auth.accounts add constraint accounts_person_fkey FOREIGN KEY (person_id) REFERENCES auth.persons(id) ON DELETE CASCADE;
alter table auth.attempts add constraint attempts_pkey PRIMARY KEY (key);
alter table auth.persons add constraint persons_email_key UNIQUE (email);
alter table auth.persons add constraint persons_email_lower CHECK ((email = lower(email)));
alter table auth.persons add constraint persons_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table auth.persons add constraint persons_pkey PRIMARY KEY (id);
alter table auth.persons add constraint persons_theme CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])));
alter table auth.sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table auth.sessions add constraint sessions_token_key UNIQUE (token);
alter table auth.sessions add constraint sessions_via CHECK ((via = ANY (ARRAY['password'::text, 'link'::text, 'new'::text])));
alter table auth.sessions add constraint sessions_person_fkey FOREIGN KEY (person_id) REFERENCES auth.persons(id) ON DELETE CASCADE;
alter table auth.verifications add constraint verifications_pkey PRIMARY KEY (id);
alter table acts add constraint acts_id_key UNIQUE (partnership_id, id);
alter table acts add constraint acts_pkey PRIMARY KEY (partnership_id, conversation_id, "position");
alter table acts add constraint acts_speaker CHECK ((speaker = ANY (ARRAY['customer'::text, 'performer'::text, 'newcomer'::text])));
alter table acts add constraint acts_via CHECK ((via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table acts add constraint acts_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table audit add constraint audit_pkey PRIMARY KEY (organization_id, id);
alter table claims add constraint claims_consents CHECK (((accepted_at IS NULL) OR ((offered_by IS NOT NULL) AND (accepted_by IS NOT NULL) AND (claimed_by IS NOT NULL))));
alter table claims add constraint claims_offer CHECK (((token_hash IS NULL) = (offered_at IS NULL)));
alter table claims add constraint claims_pkey PRIMARY KEY (partnership_id, id);
alter table claims add constraint claims_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table claims add constraint claims_token_key UNIQUE (partnership_id, token_hash);
alter table commitments add constraint commitments_pkey PRIMARY KEY (partnership_id, conversation_id);
alter table commitments add constraint commitments_result CHECK ((result = ANY (ARRAY['open'::text, 'kept'::text, 'late'::text, 'late-with-notice'::text, 'reneged'::text, 'failed'::text, 'unconfirmed'::text, 'excused'::text, 'denied'::text])));
alter table commitments add constraint commitments_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table conversations add constraint conversations_customer_side CHECK ((customer_side = ANY (ARRAY['a'::text, 'b'::text])));
alter table conversations add constraint conversations_pkey PRIMARY KEY (partnership_id, id);
alter table conversations add constraint conversations_state CHECK ((state = ANY (ARRAY['negotiating'::text, 'performing'::text, 'reported'::text, 'disputed'::text, 'closed'::text])));
alter table drafts add constraint drafts_key_length CHECK ((char_length(key) <= 200));
alter table drafts add constraint drafts_pkey PRIMARY KEY (organization_id, person_id, key);
alter table evidence add constraint evidence_about CHECK ((about = ANY (ARRAY['customer'::text, 'performer'::text])));
alter table evidence add constraint evidence_pkey PRIMARY KEY (partnership_id, conversation_id, act_id, n);
alter table evidence add constraint evidence_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table files add constraint files_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 255)));
alter table files add constraint files_pkey PRIMARY KEY (partnership_id, id);
alter table import_rows add constraint import_rows_outcome CHECK ((outcome = ANY (ARRAY['create'::text, 'update'::text, 'skip'::text])));
alter table import_rows add constraint import_rows_pkey PRIMARY KEY (organization_id, import_id, line);
alter table import_rows add constraint import_rows_import_fkey FOREIGN KEY (organization_id, import_id) REFERENCES imports(organization_id, id) ON DELETE CASCADE;
alter table imported add constraint imported_pkey PRIMARY KEY (organization_id, key);
alter table imports add constraint imports_pkey PRIMARY KEY (organization_id, id);
alter table imports add constraint imports_status CHECK ((status = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text])));
alter table invitations add constraint invitations_pkey PRIMARY KEY (organization_id, id);
alter table invitations add constraint invitations_role CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'member'::text])));
alter table links add constraint links_pkey PRIMARY KEY (partnership_id, id);
alter table links add constraint links_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table links add constraint links_speaker CHECK ((speaker = ANY (ARRAY['customer'::text, 'performer'::text, 'newcomer'::text])));
alter table links add constraint links_token_key UNIQUE (partnership_id, token_hash);
alter table links add constraint links_person_fkey FOREIGN KEY (partnership_id, person) REFERENCES people(partnership_id, id);
alter table mails add constraint mails_next_try CHECK (((state = 'queued'::text) = (next_try_at IS NOT NULL)));
alter table mails add constraint mails_pkey PRIMARY KEY (organization_id, id);
alter table mails add constraint mails_state CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'local'::text])));
alter table memberships add constraint memberships_pkey PRIMARY KEY (organization_id, person_id);
alter table memberships add constraint memberships_role CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'member'::text])));
alter table messages add constraint messages_pkey PRIMARY KEY (partnership_id, thread_id, id);
alter table messages add constraint messages_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table messages add constraint messages_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 20000)));
alter table messages add constraint messages_via CHECK ((via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table messages add constraint messages_thread_fkey FOREIGN KEY (partnership_id, thread_id) REFERENCES threads(partnership_id, id) ON DELETE CASCADE;
alter table notes add constraint notes_pkey PRIMARY KEY (organization_id, id);
alter table notes add constraint notes_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 20000)));
alter table organizations add constraint organizations_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table organizations add constraint organizations_pkey PRIMARY KEY (id);
alter table organizations add constraint organizations_presence CHECK ((((claimed_at IS NULL) <> (keeper_id IS NULL)) OR (claimed_at IS NOT NULL)));
alter table organizations add constraint organizations_slug_key UNIQUE (slug);
alter table outbox add constraint outbox_pkey PRIMARY KEY (partnership_id, id);
alter table partnerships add constraint partnerships_claimed_a CHECK ((claimed_a = holder_a));
alter table partnerships add constraint partnerships_claimed_b CHECK ((claimed_b = holder_b));
alter table partnerships add constraint partnerships_claimed_two CHECK ((claimed_a <> claimed_b));
alter table partnerships add constraint partnerships_pkey PRIMARY KEY (id);
alter table partnerships add constraint partnerships_two CHECK ((organization_a <> organization_b));
alter table parts add constraint parts_pkey PRIMARY KEY (partnership_id, conversation_id, commitment);
alter table parts add constraint parts_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table parts add constraint parts_file_fkey FOREIGN KEY (partnership_id, file_id) REFERENCES files(partnership_id, id);
alter table people add constraint people_newcomer CHECK (((side = 'newcomer'::text) = (newcomer_id IS NOT NULL)));
alter table people add constraint people_pkey PRIMARY KEY (partnership_id, id);
alter table people add constraint people_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text, 'newcomer'::text])));
alter table person_roles add constraint person_roles_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)));
alter table person_roles add constraint person_roles_pkey PRIMARY KEY (organization_id, id);
alter table person_roles add constraint person_roles_membership_fkey FOREIGN KEY (organization_id, person_id) REFERENCES memberships(organization_id, person_id) ON DELETE CASCADE;
alter table relations add constraint relations_kind CHECK ((relation = ANY (ARRAY['supports'::text, 'exchange'::text])));
alter table relations add constraint relations_pkey PRIMARY KEY (partnership_id, conversation_id, relation, other_id);
alter table relations add constraint relations_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table threads add constraint threads_pkey PRIMARY KEY (partnership_id, id);
alter table threads add constraint threads_subject_length CHECK (((char_length(subject) >= 1) AND (char_length(subject) <= 200)));
alter table today add constraint today_pkey PRIMARY KEY (organization_id, partnership_id, conversation_id);
alter table today add constraint today_role CHECK ((role = ANY (ARRAY['customer'::text, 'performer'::text])));

-- indexes
CREATE INDEX attempts_since ON auth.attempts USING btree (since);
CREATE INDEX sessions_expiry ON auth.sessions USING btree (expires_at);
CREATE INDEX sessions_person ON auth.sessions USING btree (person_id);
CREATE INDEX verifications_identifier ON auth.verifications USING btree (identifier);
CREATE INDEX acts_at ON public.acts USING btree (partnership_id, at);
CREATE INDEX audit_at ON public.audit USING btree (organization_id, at DESC);
CREATE INDEX conversations_holder_a ON public.conversations USING btree (holder_a, opened_at DESC);
CREATE INDEX conversations_holder_b ON public.conversations USING btree (holder_b, opened_at DESC);
CREATE INDEX conversations_import ON public.conversations USING btree (partnership_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX conversations_opened ON public.conversations USING btree (partnership_id, opened_at DESC);
CREATE INDEX evidence_at ON public.evidence USING btree (partnership_id, at);
CREATE INDEX imported_import ON public.imported USING btree (organization_id, import_id);
CREATE INDEX invitations_email ON public.invitations USING btree (organization_id, email);
CREATE UNIQUE INDEX invitations_token ON public.invitations USING btree (organization_id, token_hash);
CREATE INDEX links_conversation ON public.links USING btree (partnership_id, conversation_id);
CREATE INDEX mails_created ON public.mails USING btree (organization_id, created_at DESC, id DESC);
CREATE INDEX mails_kept ON public.mails USING btree (created_at) WHERE ((facts IS NOT NULL) AND (state <> 'queued'::text));
CREATE INDEX mails_thread ON public.mails USING btree (organization_id, thread_key, to_email, created_at DESC) WHERE (thread_key IS NOT NULL);
CREATE INDEX mails_unrelayed ON public.mails USING btree (next_try_at) WHERE ((relayed_at IS NULL) AND (state = 'queued'::text));
CREATE INDEX memberships_person ON public.memberships USING btree (person_id);
CREATE INDEX notes_partnership ON public.notes USING btree (organization_id, partnership_id, created_at);
CREATE INDEX organizations_keeper ON public.organizations USING btree (keeper_id) WHERE (keeper_id IS NOT NULL);
CREATE UNIQUE INDEX partnerships_claimed ON public.partnerships USING btree (LEAST(claimed_a, claimed_b), GREATEST(claimed_a, claimed_b)) WHERE ((claimed_a IS NOT NULL) AND (claimed_b IS NOT NULL));
CREATE INDEX partnerships_holder_a ON public.partnerships USING btree (holder_a);
CREATE INDEX partnerships_holder_b ON public.partnerships USING btree (holder_b);
CREATE UNIQUE INDEX partnerships_pair ON public.partnerships USING btree (LEAST(organization_a, organization_b), GREATEST(organization_a, organization_b));
CREATE UNIQUE INDEX people_member ON public.people USING btree (partnership_id, side, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX people_person ON public.people USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX person_roles_person ON public.person_roles USING btree (organization_id, person_id, starts_on);
CREATE INDEX relations_other ON public.relations USING btree (other_partnership_id, other_id);
CREATE INDEX threads_last ON public.threads USING btree (partnership_id, last_at DESC);
CREATE INDEX today_due ON public.today USING btree (organization_id, due_at, conversation_id) WHERE (due_at IS NOT NULL);
CREATE INDEX today_moves ON public.today USING btree (organization_id, mine, move_by, conversation_id);
CREATE INDEX today_person_due ON public.today USING btree (organization_id, person_id, due_at, conversation_id) WHERE (due_at IS NOT NULL);
CREATE INDEX today_person_moves ON public.today USING btree (organization_id, person_id, mine, move_by, conversation_id);
CREATE INDEX today_person_quiet ON public.today USING btree (organization_id, person_id, last_at, conversation_id);
CREATE INDEX today_quiet ON public.today USING btree (organization_id, last_at, conversation_id);

-- row-level security
alter table auth.accounts enable row level security, force row level security;
alter table auth.attempts enable row level security, force row level security;
alter table auth.persons enable row level security, force row level security;
alter table auth.sessions enable row level security, force row level security;
alter table auth.verifications enable row level security, force row level security;
alter table acts enable row level security, force row level security;
alter table audit enable row level security, force row level security;
alter table claims enable row level security, force row level security;
alter table commitments enable row level security, force row level security;
alter table conversations enable row level security, force row level security;
alter table drafts enable row level security, force row level security;
alter table evidence enable row level security, force row level security;
alter table files enable row level security, force row level security;
alter table import_rows enable row level security, force row level security;
alter table imported enable row level security, force row level security;
alter table imports enable row level security, force row level security;
alter table invitations enable row level security, force row level security;
alter table links enable row level security, force row level security;
alter table mails enable row level security, force row level security;
alter table memberships enable row level security, force row level security;
alter table messages enable row level security, force row level security;
alter table notes enable row level security, force row level security;
alter table organizations enable row level security, force row level security;
alter table outbox enable row level security, force row level security;
alter table partnerships enable row level security, force row level security;
alter table parts enable row level security, force row level security;
alter table people enable row level security, force row level security;
alter table person_roles enable row level security, force row level security;
alter table relations enable row level security, force row level security;
alter table threads enable row level security, force row level security;
alter table today enable row level security, force row level security;

-- policies
create policy accounts_gate on auth.accounts for all to entente_gate
  using (true)
  with check (true);
create policy attempts_gate on auth.attempts for all to entente_gate
  using (true)
  with check (true);
create policy persons_gate on auth.persons for all to entente_gate
  using (true)
  with check (true);
create policy sessions_gate on auth.sessions for all to entente_gate
  using (true)
  with check (true);
create policy verifications_gate on auth.verifications for all to entente_gate
  using (true)
  with check (true);
create policy acts_app on public.acts for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy acts_claim on public.acts for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy audit_app on public.audit for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy audit_claim on public.audit for insert to current_user
  with check ((subject = (app.claiming())::text));
create policy audit_gate on public.audit for insert to entente_gate
  with check (true);
create policy claims_app on public.claims for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy claims_claim on public.claims for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy claims_gate on public.claims for select to entente_gate
  using (true);
create policy commitments_app on public.commitments for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy commitments_claim on public.commitments for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy conversations_claim on public.conversations for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy conversations_move on public.conversations for update to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy conversations_open on public.conversations for insert to entente_app
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy conversations_read on public.conversations for select to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy conversations_undo on public.conversations for delete to entente_app
  using (((import_id IS NOT NULL) AND (holder_a = app.organization()) AND (holder_b = app.organization())));
create policy drafts_app on public.drafts for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy evidence_app on public.evidence for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy evidence_claim on public.evidence for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy files_app on public.files for all to entente_app
  using ((((holder_a = app.organization()) OR (holder_b = app.organization())) AND ((attached_at IS NOT NULL) OR (uploader = app.organization()))))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy files_claim on public.files for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy import_rows_app on public.import_rows for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy imported_app on public.imported for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy imports_app on public.imports for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy invitations_app on public.invitations for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy invitations_gate on public.invitations for all to entente_gate
  using (true)
  with check (true);
create policy links_app on public.links for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy links_claim on public.links for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy links_gate on public.links for select to entente_gate
  using (true);
create policy mails_app on public.mails for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy mails_gate on public.mails for all to entente_gate
  using ((organization_id = '00000000-0000-0000-0000-000000000000'::uuid))
  with check ((organization_id = '00000000-0000-0000-0000-000000000000'::uuid));
create policy mails_worker on public.mails for all to entente_worker
  using (true)
  with check (true);
create policy memberships_app on public.memberships for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy memberships_claim on public.memberships for all to current_user
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy memberships_gate on public.memberships for all to entente_gate
  using (true)
  with check (true);
create policy messages_app on public.messages for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy messages_claim on public.messages for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy notes_app on public.notes for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy organizations_change on public.organizations for update to entente_app
  using (((id = app.organization()) OR (keeper_id = app.organization())))
  with check (((id = app.organization()) OR (keeper_id = app.organization())));
create policy organizations_claim on public.organizations for all to current_user
  using ((id = app.organization()))
  with check ((id = app.organization()));
create policy organizations_forget on public.organizations for delete to entente_app
  using (((keeper_id = app.organization()) AND (claimed_at IS NULL)));
create policy organizations_gate on public.organizations for all to entente_gate
  using (true)
  with check (true);
create policy organizations_read on public.organizations for select to entente_app
  using (((id = app.organization()) OR (keeper_id = app.organization())));
create policy organizations_record on public.organizations for insert to entente_app
  with check (((id = app.organization()) OR (keeper_id = app.organization())));
create policy outbox_app on public.outbox for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy outbox_claim on public.outbox for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy outbox_worker on public.outbox for all to entente_worker
  using (true);
create policy partnerships_change on public.partnerships for update to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy partnerships_claim on public.partnerships for all to current_user
  using ((id = app.claiming()))
  with check ((id = app.claiming()));
create policy partnerships_forget on public.partnerships for delete to entente_app
  using (((holder_a = app.organization()) AND (holder_b = app.organization())));
create policy partnerships_gate on public.partnerships for select to entente_gate
  using (true);
create policy partnerships_open on public.partnerships for insert to entente_app
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy partnerships_read on public.partnerships for select to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy parts_app on public.parts for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy parts_claim on public.parts for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy people_add on public.people for insert to entente_app
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy people_change on public.people for update to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy people_claim on public.people for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy people_forget on public.people for delete to entente_app
  using (((holder_a = app.organization()) AND (holder_b = app.organization()) AND (name IS NULL) AND (email IS NULL) AND (person_id IS NULL)));
create policy people_read on public.people for select to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy person_roles_app on public.person_roles for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy relations_app on public.relations for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy relations_claim on public.relations for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy threads_app on public.threads for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy threads_claim on public.threads for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy today_app on public.today for all to entente_app
  using (((organization_id = app.organization()) OR (counterpart_id = app.organization())))
  with check (((organization_id = app.organization()) OR (counterpart_id = app.organization())));
create policy today_claim on public.today for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));

-- grants on tables
grant delete, insert, select, update on auth.accounts to entente_gate;
grant delete, insert, select, update on auth.attempts to entente_gate;
grant delete, insert, select, update on auth.persons to entente_gate;
grant delete, insert, select, update on auth.sessions to entente_gate;
grant delete, insert, select, update on auth.verifications to entente_gate;
grant insert, select on acts to entente_app;
grant insert, select on audit to entente_app;
grant insert on audit to entente_gate;
grant insert, select on claims to entente_app;
grant select on claims to entente_gate;
grant insert, select on commitments to entente_app;
grant delete, insert, select on conversations to entente_app;
grant delete, insert, select, update on drafts to entente_app;
grant insert, select on evidence to entente_app;
grant insert, select on files to entente_app;
grant delete, insert, select on import_rows to entente_app;
grant delete, insert, select, update on imported to entente_app;
grant insert, select, update on imports to entente_app;
grant insert, select, update on invitations to entente_app;
grant select, update on invitations to entente_gate;
grant insert, select on links to entente_app;
grant select on links to entente_gate;
grant insert, select on mails to entente_app;
grant insert, select on mails to entente_gate;
grant select, update on mails to entente_worker;
grant insert, select, update on memberships to entente_app;
grant insert, select, update on memberships to entente_gate;
grant insert, select on messages to entente_app;
grant delete, insert, select, update on notes to entente_app;
grant delete, insert, select, update on organizations to entente_app;
grant insert, select, update on organizations to entente_gate;
grant insert on outbox to entente_app;
grant delete, select on outbox to entente_worker;
grant delete, insert, select on partnerships to entente_app;
grant select on partnerships to entente_gate;
grant insert, select on parts to entente_app;
grant delete, insert, select on people to entente_app;
grant delete, insert, select, update on person_roles to entente_app;
grant insert, select on relations to entente_app;
grant insert, select on threads to entente_app;
grant delete, insert, select, update on today to entente_app;

-- grants on columns
grant update (token_hash, email, expires_at, offered_at, offered_by, revoked_at) on claims to entente_app;
grant update (customer, performer, kind, promised_at, due_at, result, settled_at, silent_from, stake, unit, recorded, lifted_at) on commitments to entente_app;
grant update (person_customer, person_performer, title, state, outcome, head, length, folded, last_at, due_at) on conversations to entente_app;
grant update (via) on evidence to entente_app;
grant update (attached_at) on files to entente_app;
grant update (used_at, used_by_act, replaced_at, revoked_at) on links to entente_app;
grant update (facts, acts, state, attempts, last_error, next_try_at, relayed_at) on mails to entente_app;
grant update (name_a, name_b, domain_a, domain_b) on partnerships to entente_app;
grant update (person_id, name, email, title, ended_at) on people to entente_app;
grant update (subject, last_at) on threads to entente_app;

-- grants on schemas
grant usage on schema app to entente_app;
grant usage on schema app to entente_gate;
grant usage on schema app to entente_worker;
grant usage on schema auth to entente_gate;

-- functions
CREATE OR REPLACE FUNCTION app.append(p_partnership uuid, p_conversation text, p_expected text, p_act text, p_party uuid, p_seq integer, p_speaker text, p_kind text, p_via text, p_author uuid, p_recorder uuid, p_at timestamp with time zone, p_bytes text, p_state text, p_outcome text, p_folded text, p_title text, p_due timestamp with time zone, p_person_customer uuid, p_person_performer uuid, p_parts jsonb, p_evidence jsonb, p_commitment jsonb, p_today jsonb, p_outbox jsonb, p_holder_a uuid, p_holder_b uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  v_position integer;
  v_a uuid;
  v_b uuid;
begin
  update conversations set head = p_act, length = length + 1, state = p_state, outcome = p_outcome, folded = p_folded,
    title = coalesce(p_title, title), due_at = p_due, last_at = p_at, person_customer = p_person_customer, person_performer = p_person_performer
  where partnership_id = p_partnership and id = p_conversation and head = p_expected and holder_a = p_holder_a and holder_b = p_holder_b
  returning length, holder_a, holder_b into v_position, v_a, v_b;
  if not found then
    raise exception 'the conversation has moved on' using errcode = 'EN409';
  end if;
  insert into acts (partnership_id, conversation_id, position, id, party, seq, speaker, kind, via, author, recorded_by, at, bytes, holder_a, holder_b)
  values (p_partnership, p_conversation, v_position, p_act, p_party, p_seq, p_speaker, p_kind, p_via, p_author, p_recorder, p_at, p_bytes, v_a, v_b);
  perform app.append_beside(p_partnership, p_conversation, p_act, p_at, v_a, v_b, p_parts, p_evidence, p_commitment, p_today, p_outbox);
  return v_position;
end $function$
;
CREATE OR REPLACE FUNCTION app.append_beside(p_partnership uuid, p_conversation text, p_act text, p_at timestamp with time zone, p_a uuid, p_b uuid, p_parts jsonb, p_evidence jsonb, p_commitment jsonb, p_today jsonb, p_outbox jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  if p_parts is not null then
    insert into parts (partnership_id, conversation_id, commitment, name, salt, text, file_id, holder_a, holder_b)
    select p_partnership, p_conversation, r.commitment, r.name, r.salt, r.text, r.file_id, p_a, p_b
    from jsonb_to_recordset(p_parts) as r(commitment text, name text, salt text, text text, file_id uuid)
    on conflict on constraint parts_pkey do nothing;
    if jsonb_path_exists(p_parts, '$[*].file_id ? (@ != null)') then
      update files set attached_at = p_at
      where partnership_id = p_partnership and attached_at is null
        and id in (select r.file_id from jsonb_to_recordset(p_parts) as r(file_id uuid) where r.file_id is not null);
    end if;
  end if;
  if p_evidence is not null then
    insert into evidence (partnership_id, conversation_id, act_id, n, at, kind, about, via, facts, holder_a, holder_b)
    select p_partnership, p_conversation, r.act_id, r.n, r.at, r.kind, r.about, r.via, r.facts, p_a, p_b
    from jsonb_to_recordset(p_evidence) as r(act_id text, n smallint, at timestamptz, kind text, about text, via text, facts jsonb);
  end if;
  if p_commitment is not null then
    insert into commitments (partnership_id, conversation_id, customer, performer, kind, promised_at, due_at, result, settled_at, silent_from,
      stake, unit, recorded, lifted_at, holder_a, holder_b)
    select p_partnership, p_conversation, r.customer, r.performer, r.kind, r.promised_at, r.due_at, r.result, r.settled_at, r.silent_from,
      r.stake, r.unit, r.recorded, r.lifted_at, p_a, p_b
    from jsonb_to_record(p_commitment) as r(customer text, performer text, kind text, promised_at timestamptz, due_at timestamptz, result text,
      settled_at timestamptz, silent_from timestamptz, stake numeric, unit text, recorded boolean, lifted_at timestamptz)
    on conflict on constraint commitments_pkey do update set customer = excluded.customer, performer = excluded.performer, kind = excluded.kind,
      promised_at = excluded.promised_at, due_at = excluded.due_at, result = excluded.result, settled_at = excluded.settled_at,
      silent_from = excluded.silent_from, stake = excluded.stake, unit = excluded.unit, recorded = excluded.recorded, lifted_at = excluded.lifted_at;
  end if;
  if p_today is null or jsonb_array_length(p_today) < (case when p_a = p_b then 1 else 2 end) then
    delete from today where organization_id in (p_a, p_b) and partnership_id = p_partnership and conversation_id = p_conversation
      and (p_today is null or not exists (select 1 from jsonb_to_recordset(p_today) as r(organization_id uuid) where r.organization_id = today.organization_id));
  end if;
  if p_today is not null then
    insert into today (organization_id, partnership_id, conversation_id, counterpart_id, mine, role, waits_for, person_id, move_by, since, last_at, due_at, lapses_at)
    select r.organization_id, p_partnership, p_conversation, r.counterpart_id, r.mine, r.role, r.waits_for,
      (select p.person_id from people p where p.partnership_id = p_partnership and p.id = r.person), r.move_by, p_at, p_at, r.due_at, r.lapses_at
    from jsonb_to_recordset(p_today) as r(organization_id uuid, counterpart_id uuid, mine boolean, role text, waits_for text, person uuid,
      move_by timestamptz, due_at timestamptz, lapses_at timestamptz)
    on conflict on constraint today_pkey do update set counterpart_id = excluded.counterpart_id, mine = excluded.mine, role = excluded.role,
      waits_for = excluded.waits_for, person_id = excluded.person_id, move_by = excluded.move_by,
      since = case when today.mine = excluded.mine then today.since else excluded.since end, last_at = excluded.last_at, due_at = excluded.due_at,
      lapses_at = excluded.lapses_at;
  end if;
  if p_outbox is not null then
    insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b)
    select p_partnership, r.id, r.name, r.payload, p_at, p_a, p_b
    from jsonb_to_recordset(p_outbox) as r(id uuid, name text, payload jsonb);
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION app.claim(p_partnership uuid, p_token_hash text, p_organization uuid, p_person uuid, p_at timestamp with time zone, p_new jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  v_claim public.claims;
  v_room public.partnerships;
  v_organization public.organizations;
  v_keeper uuid;
begin
  if p_organization is null or app.organization() is distinct from p_organization then
    raise exception 'another organization' using errcode = 'EN403';
  end if;
  execute format('set local app.claiming = %L', p_partnership);
  select * into v_room from public.partnerships where id = p_partnership for update;
  select * into v_claim from public.claims where partnership_id = p_partnership and token_hash = p_token_hash for update;
  if v_claim.id is null then
    raise exception 'unknown' using errcode = 'EN410';
  elsif v_claim.accepted_at is not null or (case v_claim.side when 'a' then v_room.claimed_a else v_room.claimed_b end) is not null then
    raise exception 'accepted' using errcode = 'EN410';
  elsif v_claim.revoked_at is not null then
    raise exception 'revoked' using errcode = 'EN410';
  elsif v_claim.offered_at is null or v_claim.offered_by is null then
    raise exception 'not-offered' using errcode = 'EN410';
  elsif v_claim.expires_at <= p_at then
    raise exception 'expired' using errcode = 'EN410';
  elsif p_organization in (v_room.holder_a, v_room.holder_b) then
    raise exception 'own' using errcode = 'EN409';
  end if;
  v_keeper := case v_claim.side when 'a' then v_room.holder_a else v_room.holder_b end;
  v_organization := app.claimant(p_organization, p_person, v_keeper,
    case v_claim.side when 'a' then v_room.organization_a else v_room.organization_b end, p_at, p_new);
  if v_claim.side = 'a' then
    update public.partnerships set holder_a = p_organization, claimed_a = p_organization,
      name_a = v_organization.name, domain_a = v_organization.domain where id = p_partnership;
  else
    update public.partnerships set holder_b = p_organization, claimed_b = p_organization,
      name_b = v_organization.name, domain_b = v_organization.domain where id = p_partnership;
  end if;
  perform app.hand_over(p_partnership, v_claim.side, v_keeper, p_organization);
  -- Whoever recorded this side still knows its links: none of them may speak for the organization itself.
  update public.links set revoked_at = coalesce(revoked_at, p_at) where partnership_id = p_partnership and side = v_claim.side;
  update public.claims set accepted_at = p_at, accepted_by = p_person, claimed_by = p_organization
    where partnership_id = p_partnership and id = v_claim.id;
  update public.claims set revoked_at = p_at
    where partnership_id = p_partnership and side = v_claim.side and id <> v_claim.id and revoked_at is null;
  update public.today set counterpart_id = p_organization where partnership_id = p_partnership and organization_id = v_keeper;
  insert into public.audit (organization_id, id, at, person_id, action, subject, detail)
  select o, v_claim.id, p_at, p_person, 'partnership.claimed', p_partnership::text, jsonb_build_object('side', v_claim.side,
    'from', v_keeper, 'to', p_organization, 'offeredBy', v_claim.offered_by, 'requestedBy', v_claim.requested_by, 'email', v_claim.email,
    'recordedName', case v_claim.side when 'a' then v_room.name_a else v_room.name_b end)
  from unnest(array[v_keeper, p_organization]) as o;
  set local app.claiming = '';
  return jsonb_build_object('claim', v_claim.id, 'side', v_claim.side, 'keeper', v_keeper);
end $function$
;
CREATE OR REPLACE FUNCTION app.claimant(p_organization uuid, p_person uuid, p_keeper uuid, p_party uuid, p_at timestamp with time zone, p_new jsonb)
 RETURNS organizations
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  v_organization public.organizations;
begin
  if p_new is not null then
    update public.organizations set name = p_new ->> 'name', domain = p_new ->> 'domain', slug = p_new ->> 'slug',
      locale = coalesce(p_new ->> 'locale', locale), time_zone = coalesce(p_new ->> 'timeZone', time_zone), keeper_id = null, claimed_at = p_at
    where id = p_organization and id = p_party and keeper_id = p_keeper and claimed_at is null
    returning * into v_organization;
    if not found then
      raise exception 'taken' using errcode = 'EN409';
    end if;
    insert into public.memberships (organization_id, person_id, role, name, email, joined_at)
    values (p_organization, p_person, 'administrator', p_new ->> 'personName', p_new ->> 'personEmail', p_at);
    return v_organization;
  end if;
  select o.* into v_organization from public.organizations o
    join public.memberships m on m.organization_id = o.id
  where o.id = p_organization and o.claimed_at is not null
    and m.person_id = p_person and m.role = 'administrator' and m.ended_at is null;
  if not found then
    raise exception 'not an administrator' using errcode = 'EN403';
  end if;
  return v_organization;
end $function$
;
CREATE OR REPLACE FUNCTION app.claiming()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(current_setting('app.claiming', true), '')::uuid
$function$
;
CREATE OR REPLACE FUNCTION app.enter(o uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  entered text := nullif(current_setting('app.organization_id', true), '');
begin
  if o is null then
    raise exception 'no organization to enter' using errcode = 'EN002';
  end if;
  if entered is not null and entered <> o::text then
    raise exception 'this transaction already acts for another organization' using errcode = 'EN001';
  end if;
  execute format('set local app.organization_id = %L', o);
end
$function$
;
CREATE OR REPLACE FUNCTION app.enter_member(p_organization uuid, p_person uuid)
 RETURNS TABLE(role text, may_promise boolean, name text, email text)
 LANGUAGE plpgsql
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION app.hand_over(p_partnership uuid, p_side text, p_from uuid, p_to uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  v_table text;
begin
  for v_table in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'holder_a' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'partnerships'
    order by c.relname <> 'conversations', c.relname <> 'threads', c.relname
  loop
    execute format('update public.%I set holder_%s = $1 where partnership_id = $2 and holder_%s = $3', v_table, p_side, p_side)
      using p_to, p_partnership, p_from;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION app.open(p_partnership uuid, p_conversation text, p_thread uuid, p_import uuid, p_customer_side text, p_title text, p_party uuid, p_speaker text, p_kind text, p_via text, p_author uuid, p_recorder uuid, p_at timestamp with time zone, p_bytes text, p_state text, p_folded text, p_due timestamp with time zone, p_person_customer uuid, p_person_performer uuid, p_parts jsonb, p_evidence jsonb, p_commitment jsonb, p_today jsonb, p_outbox jsonb, p_holder_a uuid, p_holder_b uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  v_a uuid;
  v_b uuid;
begin
  select holder_a, holder_b into v_a, v_b from partnerships where id = p_partnership for share;
  if not found then
    raise exception 'no such partnership' using errcode = 'EN404';
  elsif v_a <> p_holder_a or v_b <> p_holder_b then
    raise exception 'a side has changed hands' using errcode = 'EN409';
  end if;
  insert into conversations (partnership_id, id, thread_id, import_id, customer_side, person_customer, person_performer, title, state, head, length,
    folded, opened_at, last_at, due_at, holder_a, holder_b)
  values (p_partnership, p_conversation, p_thread, p_import, p_customer_side, p_person_customer, p_person_performer, p_title, p_state, p_conversation, 1,
    p_folded, p_at, p_at, p_due, v_a, v_b);
  insert into acts (partnership_id, conversation_id, position, id, party, seq, speaker, kind, via, author, recorded_by, at, bytes, holder_a, holder_b)
  values (p_partnership, p_conversation, 1, p_conversation, p_party, 1, p_speaker, p_kind, p_via, p_author, p_recorder, p_at, p_bytes, v_a, v_b);
  perform app.append_beside(p_partnership, p_conversation, p_conversation, p_at, v_a, v_b, p_parts, p_evidence, p_commitment, p_today, p_outbox);
  return 1;
end $function$
;
CREATE OR REPLACE FUNCTION app.organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('app.organization_id', true), '')::uuid
$function$
;

-- who may call functions
grant execute on function app.append(uuid,text,text,text,uuid,integer,text,text,text,uuid,uuid,timestamp with time zone,text,text,text,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb,uuid,uuid) to public;
grant execute on function app.append(uuid,text,text,text,uuid,integer,text,text,text,uuid,uuid,timestamp with time zone,text,text,text,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb,uuid,uuid) to entente_app;
grant execute on function app.append_beside(uuid,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb) to public;
grant execute on function app.append_beside(uuid,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb) to entente_app;
grant execute on function app.claim(uuid,text,uuid,uuid,timestamp with time zone,jsonb) to entente_app;
grant execute on function app.claiming() to public;
grant execute on function app.enter(uuid) to public;
grant execute on function app.enter_member(uuid,uuid) to entente_app;
grant execute on function app.open(uuid,text,uuid,uuid,text,text,uuid,text,text,text,uuid,uuid,timestamp with time zone,text,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb,uuid,uuid) to public;
grant execute on function app.open(uuid,text,uuid,uuid,text,text,uuid,text,text,text,uuid,uuid,timestamp with time zone,text,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb,uuid,uuid) to entente_app;
grant execute on function app.organization() to public;
