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
create table acquaintances (
  organization_id uuid not null,
  partnership_id uuid not null,
  person uuid not null,
  member uuid not null,
  courtesy text not null,
  note text,
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
create table answer_addresses (
  organization_id uuid not null,
  token text not null,
  kind text not null,
  partnership_id uuid not null,
  subject_id text not null,
  email text not null,
  person_id uuid,
  people_id uuid,
  created_at timestamp with time zone not null
);
create table attendance (
  partnership_id uuid not null,
  meeting_id uuid not null,
  occurrence text not null,
  person uuid not null,
  side text not null,
  attended boolean not null,
  said_by uuid not null,
  via text not null,
  at timestamp with time zone not null,
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
create table calendar_accounts (
  organization_id uuid not null,
  person_id uuid not null,
  url text not null,
  username text not null,
  password text not null,
  calendar_url text not null,
  calendar_name text not null,
  mark text,
  problem text,
  problem_words text,
  problem_since timestamp with time zone,
  failures integer default 0 not null,
  looked_at timestamp with time zone,
  in_at timestamp with time zone,
  in_words text,
  out_at timestamp with time zone,
  out_words text,
  next_at timestamp with time zone not null,
  claimed_until timestamp with time zone,
  created_at timestamp with time zone not null
);
create table calendar_copies (
  organization_id uuid not null,
  person_id uuid not null,
  meeting_id uuid not null,
  partnership_id uuid not null,
  uid text not null,
  href text not null,
  etag text not null,
  digest text not null,
  content text not null,
  gone_at timestamp with time zone,
  updated_at timestamp with time zone not null
);
create table calendar_feeds (
  organization_id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone
);
create table calendar_questions (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  partnership_id uuid not null,
  meeting_id uuid not null,
  occurrence text,
  kind text not null,
  start_local text,
  zone text,
  minutes integer,
  from_name text,
  words text,
  created_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answer text
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
  holder_b uuid not null,
  findable tsvector generated always as (app.words(title, holder_a, holder_b)) stored
);
create table disclosure_terms (
  partnership_id uuid not null,
  id uuid not null,
  side text not null,
  nature text not null,
  term text not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table disclosures (
  partnership_id uuid not null,
  id uuid not null,
  side text not null,
  level text not null,
  nature text not null,
  kind text,
  title text,
  detail text,
  skills text[],
  amount text,
  starts_on date,
  ends_on date,
  urgency text,
  owner uuid,
  terms text[],
  disclosed_by uuid not null,
  disclosed_at timestamp with time zone not null,
  holder_a uuid not null,
  holder_b uuid not null,
  findable tsvector generated always as (app.words(((((COALESCE(title, ''::text) || ' '::text) || COALESCE(detail, ''::text)) || ' '::text) || app.joined(skills)), holder_a, holder_b)) stored
);
create table draft_wordings (
  organization_id uuid not null,
  draft text not null,
  locale text not null,
  words text,
  changed_at timestamp with time zone not null,
  changed_by uuid not null
);
create table drafts (
  organization_id uuid not null,
  person_id uuid not null,
  key text not null,
  content jsonb not null,
  updated_at timestamp with time zone not null
);
create table duties (
  partnership_id uuid not null,
  side text not null,
  duty text not null,
  person uuid not null,
  since timestamp with time zone not null,
  via text not null,
  holder_a uuid not null,
  holder_b uuid not null
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
create table follow_up_settings (
  organization_id uuid not null,
  cadence jsonb not null,
  country text,
  region text,
  updated_at timestamp with time zone not null,
  updated_by uuid not null
);
create table follow_ups (
  organization_id uuid not null,
  id uuid not null,
  rule text not null,
  kind text not null,
  subject_id text not null,
  occasion text not null,
  partnership_id uuid,
  conversation_id text,
  person_id uuid,
  due_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  reason jsonb not null,
  state text default 'open'::text not null,
  changed_at timestamp with time zone not null,
  snoozed_until timestamp with time zone,
  handed_by uuid,
  handed_to uuid,
  done_by uuid,
  answers_for uuid generated always as (COALESCE(handed_to, person_id)) stored
);
create table free_days (
  organization_id uuid not null,
  id uuid not null,
  starts_on date not null,
  ends_on date not null,
  name text,
  added_at timestamp with time zone not null,
  added_by uuid not null
);
create table guides (
  organization_id uuid not null,
  id uuid not null,
  starter text,
  title text not null,
  questions jsonb not null,
  updated_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
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
create table interviews (
  organization_id uuid not null,
  id uuid not null,
  partnership_id uuid not null,
  held_on date not null,
  way text not null,
  place text,
  with_people uuid[] default '{}'::uuid[] not null,
  guide_title text not null,
  questions jsonb default '[]'::jsonb not null,
  started_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  readback_id uuid,
  findable tsvector generated always as (app.words(((guide_title || ' '::text) || COALESCE(place, ''::text)), organization_id, organization_id)) stored
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
create table mailbox (
  organization_id uuid not null,
  id text not null,
  uid_validity text,
  last_uid bigint default 0 not null,
  claimed_until timestamp with time zone,
  looked_at timestamp with time zone,
  seen_at timestamp with time zone,
  waiting integer default 0 not null,
  last_error text,
  last_error_at timestamp with time zone
);
create table mailed_words (
  partnership_id uuid not null,
  subject_id text not null,
  said_id text not null,
  taken_by uuid not null,
  mail_id uuid not null,
  files uuid[] default '{}'::uuid[] not null,
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
  body_html text,
  answer_address text
);
create table mails_in (
  organization_id uuid not null,
  id uuid not null,
  state text default 'new'::text not null,
  reason text,
  kind text,
  token text,
  partnership_id uuid,
  subject_id text,
  message_id text,
  from_email text,
  from_name text,
  subject text default ''::text not null,
  words text default ''::text not null,
  folded text default ''::text not null,
  recipients text[] default '{}'::text[] not null,
  files jsonb default '[]'::jsonb not null,
  size integer not null,
  raw_key text,
  written_at timestamp with time zone,
  received_at timestamp with time zone not null,
  act_id text,
  message_row uuid,
  about_mail uuid,
  people_id uuid,
  suggestion jsonb,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  direction text
);
create table meeting_answers (
  partnership_id uuid not null,
  meeting_id uuid not null,
  person uuid not null,
  occurrence text not null,
  answer text not null,
  words text default ''::text not null,
  counter_local text,
  counter_at timestamp with time zone,
  sequence integer not null,
  via text not null,
  at timestamp with time zone not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table meeting_links (
  partnership_id uuid not null,
  id uuid not null,
  token_hash text not null,
  meeting_id uuid not null,
  person uuid not null,
  side text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  holder_a uuid not null,
  holder_b uuid not null
);
create table meeting_notes (
  organization_id uuid not null,
  meeting_id uuid not null,
  occurrence text not null,
  partnership_id uuid not null,
  text text default ''::text not null,
  interview_id uuid,
  written_by uuid not null,
  updated_at timestamp with time zone not null
);
create table meeting_occurrences (
  partnership_id uuid not null,
  meeting_id uuid not null,
  occurrence text not null,
  start_local text not null,
  lasts integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  cancelled_side text,
  cancelled_via text,
  cancel_reason text,
  held boolean,
  outcome_words text,
  outcome_at timestamp with time zone,
  outcome_by uuid,
  outcome_side text,
  outcome_via text,
  minutes text default ''::text not null,
  minutes_at timestamp with time zone,
  minutes_by uuid,
  thanked_a timestamp with time zone,
  thanked_b timestamp with time zone,
  holder_a uuid not null,
  holder_b uuid not null,
  moved_sequence integer default 0 not null
);
create table meeting_options (
  partnership_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  start_local text not null,
  starts_at timestamp with time zone not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table meeting_people (
  partnership_id uuid not null,
  meeting_id uuid not null,
  person uuid not null,
  side text not null,
  required boolean default true not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table meeting_results (
  partnership_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  occurrence text not null,
  kind text not null,
  text text default ''::text not null,
  conversation_id text,
  next_id uuid,
  side text not null,
  author uuid not null,
  via text not null,
  at timestamp with time zone not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table meeting_votes (
  partnership_id uuid not null,
  meeting_id uuid not null,
  option_id uuid not null,
  person uuid not null,
  vote text not null,
  via text not null,
  at timestamp with time zone not null,
  holder_a uuid not null,
  holder_b uuid not null
);
create table meetings (
  partnership_id uuid not null,
  id uuid not null,
  uid text not null,
  sequence integer default 0 not null,
  side text not null,
  organizer uuid not null,
  state text not null,
  asks text,
  purpose text not null,
  agenda text default ''::text not null,
  way text not null,
  place text default ''::text not null,
  place_side text,
  zone text not null,
  start_local text,
  lasts integer not null,
  starts_at timestamp with time zone,
  rule text,
  thread_id uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  cancelled_side text,
  cancelled_via text,
  cancel_reason text,
  holder_a uuid not null,
  holder_b uuid not null
);
create table memberships (
  organization_id uuid not null,
  person_id uuid not null,
  role text not null,
  name text not null,
  email text not null,
  may_promise boolean default true not null,
  joined_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  findable tsvector generated always as (app.words(((name || ' '::text) || email), organization_id, organization_id)) stored
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
  holder_b uuid not null,
  findable tsvector generated always as (app.words(text, holder_a, holder_b)) stored
);
create table moves_of_people (
  organization_id uuid not null,
  partnership_id uuid not null,
  person uuid not null,
  to_partnership_id uuid not null,
  to_person uuid not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null
);
create table needs_offers (
  organization_id uuid not null,
  id uuid not null,
  partnership_id uuid,
  nature text not null,
  kind text not null,
  title text not null,
  detail text default ''::text not null,
  skills text[] default '{}'::text[] not null,
  amount text,
  starts_on date,
  ends_on date,
  urgency text,
  owner uuid,
  certainty text,
  source_interview uuid,
  source_point uuid,
  source_readback uuid,
  source_words text,
  status text default 'open'::text not null,
  terms text[] default '{}'::text[] not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  findable tsvector generated always as (app.words(((((((title || ' '::text) || detail) || ' '::text) || COALESCE(source_words, ''::text)) || ' '::text) || app.joined(skills)), organization_id, organization_id)) stored
);
create table notes (
  organization_id uuid not null,
  id uuid not null,
  partnership_id uuid not null,
  conversation_id text,
  author uuid not null,
  text text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  findable tsvector generated always as (app.words(text, organization_id, organization_id)) stored
);
create table occupation_names (
  source text not null,
  occupation_id text not null,
  n integer not null,
  locale text not null,
  kind text not null,
  name text not null
);
create table occupation_skills (
  source text not null,
  occupation_id text not null,
  skill_id text not null,
  relation text not null,
  rating real
);
create table occupation_tasks (
  source text not null,
  occupation_id text not null,
  id text not null,
  kind text,
  text text not null
);
create table occupations (
  source text not null,
  id text not null,
  code text not null,
  name text not null,
  description text
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
create table pairs (
  partnership_id uuid not null,
  id uuid not null,
  person_a uuid not null,
  person_b uuid not null,
  topic text,
  proposed_side text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  agreed_by uuid,
  agreed_via text,
  agreed_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_via text,
  ended_how text,
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
  created_at timestamp with time zone not null,
  findable_a tsvector generated always as (app.words(((name_a || ' '::text) || COALESCE(domain_a, ''::text)), holder_a, holder_b)) stored,
  findable_b tsvector generated always as (app.words(((name_b || ' '::text) || COALESCE(domain_b, ''::text)), holder_a, holder_b)) stored
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
  holder_b uuid not null,
  findable tsvector generated always as (app.words(text, holder_a, holder_b)) stored
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
  holder_b uuid not null,
  function text,
  topics text[] default '{}'::text[] not null,
  merged_into uuid,
  merged_at timestamp with time zone,
  merge_filled text[],
  not_same uuid[] default '{}'::uuid[] not null,
  findable tsvector generated always as (app.words(((((((((((COALESCE(name, ''::text) || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE(title, ''::text)) || ' '::text) || COALESCE(newcomer_name, ''::text)) || ' '::text) || COALESCE(function, ''::text)) || ' '::text) || app.joined(topics)), holder_a, holder_b)) stored
);
create table person_roles (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  starts_on date not null,
  ends_on date
);
create table points (
  organization_id uuid not null,
  id uuid not null,
  interview_id uuid not null,
  "position" double precision not null,
  text text not null,
  tag text,
  certainty text default 'heard'::text not null,
  speaker uuid,
  question text,
  kind text,
  settled text,
  settled_words text,
  follow_up_by date,
  follow_up_person uuid,
  done_at timestamp with time zone,
  done_by uuid,
  done_words text,
  author uuid not null,
  revision integer not null,
  writer uuid,
  heard jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  dropped_at timestamp with time zone,
  findable tsvector generated always as (app.words(((text || ' '::text) || COALESCE(settled_words, ''::text)), organization_id, organization_id)) stored
);
create table readback_points (
  partnership_id uuid not null,
  readback_id uuid not null,
  id uuid not null,
  "position" integer not null,
  added boolean default false not null,
  tag text not null,
  certainty text not null,
  text text not null,
  verdict text,
  correction text,
  holder_a uuid not null,
  holder_b uuid not null,
  findable tsvector generated always as (app.words(((text || ' '::text) || COALESCE(correction, ''::text)), holder_a, holder_b)) stored
);
create table readbacks (
  partnership_id uuid not null,
  id uuid not null,
  conversation_id text not null,
  side text not null,
  author uuid not null,
  held_on date not null,
  way text not null,
  place text,
  words text not null,
  sent_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answered_via text,
  answer_words text,
  holder_a uuid not null,
  holder_b uuid not null,
  findable tsvector generated always as (app.words(((words || ' '::text) || COALESCE(answer_words, ''::text)), holder_a, holder_b)) stored
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
create table reminder_settings (
  organization_id uuid not null,
  person_id uuid not null,
  how text default 'at-once'::text not null,
  hour smallint default 8 not null,
  weekday smallint default 1 not null,
  working_days smallint[] default '{1,2,3,4,5}'::smallint[] not null,
  quiet_from smallint,
  quiet_to smallint,
  country text,
  region text,
  review_mail boolean default true not null,
  time_zone text,
  digest_day date,
  digest_at timestamp with time zone,
  next_at timestamp with time zone
);
create table skill_names (
  source text not null,
  skill_id text not null,
  n integer not null,
  locale text not null,
  kind text not null,
  name text not null
);
create table skill_words (
  ending text not null,
  word smallint not null,
  length smallint not null,
  source text not null,
  skill_id text not null,
  n integer not null
);
create table skills (
  source text not null,
  id text not null,
  kind text not null,
  name text not null,
  part_of text,
  description text
);
create table stage_moves (
  partnership_id uuid not null,
  id uuid not null,
  from_stage text not null,
  to_stage text not null,
  proposed_side text not null,
  proposed_by uuid not null,
  proposed_via text not null,
  proposed_at timestamp with time zone not null,
  words text not null,
  attested jsonb default '{}'::jsonb not null,
  facts jsonb not null,
  answer text,
  answered_by uuid,
  answered_via text,
  answered_at timestamp with time zone,
  answer_words text,
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
  holder_b uuid not null,
  findable tsvector generated always as (app.words(subject, holder_a, holder_b)) stored
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
create table views (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  shared boolean not null,
  opens boolean not null,
  look jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table vocabularies (
  source text not null,
  version text not null,
  attribution text not null,
  counts jsonb not null,
  imported_at timestamp with time zone not null
);
create table watched (
  organization_id uuid not null,
  kind text not null,
  subject_id text not null,
  partnership_id uuid,
  look_at timestamp with time zone
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
alter table acquaintances add constraint acquaintances_courtesy CHECK ((courtesy = ANY (ARRAY['ask-first'::text, 'tell-first'::text, 'feel-free'::text])));
alter table acquaintances add constraint acquaintances_note_length CHECK ((char_length(note) <= 1000));
alter table acquaintances add constraint acquaintances_pkey PRIMARY KEY (organization_id, partnership_id, person, member);
alter table acts add constraint acts_id_key UNIQUE (partnership_id, id);
alter table acts add constraint acts_pkey PRIMARY KEY (partnership_id, conversation_id, "position");
alter table acts add constraint acts_speaker CHECK ((speaker = ANY (ARRAY['customer'::text, 'performer'::text, 'newcomer'::text])));
alter table acts add constraint acts_via CHECK ((via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table acts add constraint acts_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table answer_addresses add constraint answer_addresses_kind CHECK ((kind = ANY (ARRAY['conversation'::text, 'thread'::text, 'meeting'::text, 'copy'::text])));
alter table answer_addresses add constraint answer_addresses_pkey PRIMARY KEY (organization_id, token);
alter table attendance add constraint attendance_pkey PRIMARY KEY (partnership_id, meeting_id, occurrence, person);
alter table attendance add constraint attendance_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table attendance add constraint attendance_via CHECK ((via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table attendance add constraint attendance_occurrence_fkey FOREIGN KEY (partnership_id, meeting_id, occurrence) REFERENCES meeting_occurrences(partnership_id, meeting_id, occurrence) ON DELETE CASCADE;
alter table attendance add constraint attendance_person_fkey FOREIGN KEY (partnership_id, person) REFERENCES people(partnership_id, id);
alter table audit add constraint audit_pkey PRIMARY KEY (organization_id, id);
alter table calendar_accounts add constraint calendar_accounts_pkey PRIMARY KEY (organization_id, person_id);
alter table calendar_copies add constraint calendar_copies_pkey PRIMARY KEY (organization_id, person_id, meeting_id);
alter table calendar_copies add constraint calendar_copies_account FOREIGN KEY (organization_id, person_id) REFERENCES calendar_accounts(organization_id, person_id) ON DELETE CASCADE;
alter table calendar_feeds add constraint calendar_feeds_pkey PRIMARY KEY (organization_id, person_id);
alter table calendar_feeds add constraint calendar_feeds_token_hash UNIQUE (organization_id, token_hash);
alter table calendar_questions add constraint calendar_questions_answer CHECK ((answer = ANY (ARRAY['done'::text, 'left'::text])));
alter table calendar_questions add constraint calendar_questions_kind CHECK ((kind = ANY (ARRAY['cancel'::text, 'decline'::text, 'propose'::text, 'move'::text, 'partner-cancel'::text])));
alter table calendar_questions add constraint calendar_questions_pkey PRIMARY KEY (organization_id, id);
alter table calendar_questions add constraint calendar_questions_words_length CHECK ((char_length(words) <= 2000));
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
alter table disclosure_terms add constraint disclosure_terms_nature CHECK ((nature = ANY (ARRAY['need'::text, 'offer'::text])));
alter table disclosure_terms add constraint disclosure_terms_pkey PRIMARY KEY (partnership_id, id, term);
alter table disclosure_terms add constraint disclosure_terms_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table disclosure_terms add constraint disclosure_terms_disclosure_fkey FOREIGN KEY (partnership_id, id) REFERENCES disclosures(partnership_id, id) ON DELETE CASCADE;
alter table disclosures add constraint disclosures_level CHECK (
CASE level
    WHEN 'counted'::text THEN (num_nulls(kind, title, detail, skills, amount, starts_on, ends_on, urgency, owner, terms) = 10)
    WHEN 'titled'::text THEN ((num_nulls(kind, title, terms) = 0) AND (num_nulls(detail, skills, amount, starts_on, ends_on, urgency, owner) = 7))
    WHEN 'full'::text THEN (num_nulls(kind, title, detail, skills, terms) = 0)
    ELSE false
END);
alter table disclosures add constraint disclosures_nature CHECK ((nature = ANY (ARRAY['need'::text, 'offer'::text])));
alter table disclosures add constraint disclosures_pkey PRIMARY KEY (partnership_id, id);
alter table disclosures add constraint disclosures_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table draft_wordings add constraint draft_wordings_locale CHECK ((locale = ANY (ARRAY['en'::text, 'es'::text])));
alter table draft_wordings add constraint draft_wordings_pkey PRIMARY KEY (organization_id, draft, locale);
alter table draft_wordings add constraint draft_wordings_words_length CHECK (((char_length(words) >= 1) AND (char_length(words) <= 4000)));
alter table drafts add constraint drafts_key_length CHECK ((char_length(key) <= 200));
alter table drafts add constraint drafts_pkey PRIMARY KEY (organization_id, person_id, key);
alter table duties add constraint duties_duty CHECK ((duty = ANY (ARRAY['sponsor'::text, 'owner'::text, 'doer'::text, 'backup'::text])));
alter table duties add constraint duties_pkey PRIMARY KEY (partnership_id, side, duty, person);
alter table duties add constraint duties_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table duties add constraint duties_via CHECK ((via = ANY (ARRAY['session'::text, 'recorded'::text])));
alter table duties add constraint duties_person_fkey FOREIGN KEY (partnership_id, person) REFERENCES people(partnership_id, id);
alter table evidence add constraint evidence_about CHECK ((about = ANY (ARRAY['customer'::text, 'performer'::text])));
alter table evidence add constraint evidence_pkey PRIMARY KEY (partnership_id, conversation_id, act_id, n);
alter table evidence add constraint evidence_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table files add constraint files_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 255)));
alter table files add constraint files_pkey PRIMARY KEY (partnership_id, id);
alter table follow_up_settings add constraint follow_up_settings_country_length CHECK ((char_length(country) <= 10));
alter table follow_up_settings add constraint follow_up_settings_pkey PRIMARY KEY (organization_id);
alter table follow_up_settings add constraint follow_up_settings_region_length CHECK ((char_length(region) <= 20));
alter table follow_ups add constraint follow_ups_done CHECK (((state = 'done'::text) = (done_by IS NOT NULL)));
alter table follow_ups add constraint follow_ups_handed CHECK (((handed_by IS NULL) = (handed_to IS NULL)));
alter table follow_ups add constraint follow_ups_occasion_key UNIQUE (organization_id, rule, subject_id, occasion);
alter table follow_ups add constraint follow_ups_pkey PRIMARY KEY (organization_id, id);
alter table follow_ups add constraint follow_ups_state CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'cleared'::text])));
alter table free_days add constraint free_days_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));
alter table free_days add constraint free_days_order CHECK (((ends_on >= starts_on) AND ((ends_on - starts_on) <= 366)));
alter table free_days add constraint free_days_pkey PRIMARY KEY (organization_id, id);
alter table guides add constraint guides_pkey PRIMARY KEY (organization_id, id);
alter table guides add constraint guides_starter_key UNIQUE (organization_id, starter);
alter table guides add constraint guides_title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)));
alter table import_rows add constraint import_rows_outcome CHECK ((outcome = ANY (ARRAY['create'::text, 'update'::text, 'skip'::text])));
alter table import_rows add constraint import_rows_pkey PRIMARY KEY (organization_id, import_id, line);
alter table import_rows add constraint import_rows_import_fkey FOREIGN KEY (organization_id, import_id) REFERENCES imports(organization_id, id) ON DELETE CASCADE;
alter table imported add constraint imported_pkey PRIMARY KEY (organization_id, key);
alter table imports add constraint imports_pkey PRIMARY KEY (organization_id, id);
alter table imports add constraint imports_status CHECK ((status = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text])));
alter table interviews add constraint interviews_guide_title_length CHECK ((char_length(guide_title) <= 200));
alter table interviews add constraint interviews_pkey PRIMARY KEY (organization_id, id);
alter table interviews add constraint interviews_place_length CHECK ((char_length(place) <= 200));
alter table interviews add constraint interviews_way CHECK ((way = ANY (ARRAY['in-person'::text, 'video'::text, 'phone'::text])));
alter table invitations add constraint invitations_pkey PRIMARY KEY (organization_id, id);
alter table invitations add constraint invitations_role CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'member'::text])));
alter table links add constraint links_pkey PRIMARY KEY (partnership_id, id);
alter table links add constraint links_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table links add constraint links_speaker CHECK ((speaker = ANY (ARRAY['customer'::text, 'performer'::text, 'newcomer'::text])));
alter table links add constraint links_token_key UNIQUE (partnership_id, token_hash);
alter table links add constraint links_person_fkey FOREIGN KEY (partnership_id, person) REFERENCES people(partnership_id, id);
alter table mailbox add constraint mailbox_pkey PRIMARY KEY (organization_id, id);
alter table mailbox add constraint mailbox_server CHECK ((organization_id = '00000000-0000-0000-0000-000000000000'::uuid));
alter table mailed_words add constraint mailed_words_files CHECK ((cardinality(files) <= 20));
alter table mailed_words add constraint mailed_words_pkey PRIMARY KEY (partnership_id, subject_id, said_id);
alter table mails add constraint mails_next_try CHECK (((state = 'queued'::text) = (next_try_at IS NOT NULL)));
alter table mails add constraint mails_pkey PRIMARY KEY (organization_id, id);
alter table mails add constraint mails_state CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'local'::text])));
alter table mails_in add constraint mails_in_decided CHECK ((((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (decision IS NULL))));
alter table mails_in add constraint mails_in_decision CHECK ((decision = ANY (ARRAY['accepted'::text, 'kept'::text, 'discarded'::text, 'shared'::text])));
alter table mails_in add constraint mails_in_direction CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table mails_in add constraint mails_in_kind CHECK ((kind = ANY (ARRAY['conversation'::text, 'thread'::text, 'meeting'::text, 'copy'::text])));
alter table mails_in add constraint mails_in_pkey PRIMARY KEY (organization_id, id);
alter table mails_in add constraint mails_in_state CHECK ((state = ANY (ARRAY['new'::text, 'landed'::text, 'held'::text, 'ignored'::text, 'refused'::text, 'discarded'::text])));
alter table meeting_answers add constraint meeting_answers_answer CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'tentative'::text])));
alter table meeting_answers add constraint meeting_answers_counter CHECK (((counter_local IS NULL) = (counter_at IS NULL)));
alter table meeting_answers add constraint meeting_answers_pkey PRIMARY KEY (partnership_id, meeting_id, person, occurrence);
alter table meeting_answers add constraint meeting_answers_via CHECK ((via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text, 'mail'::text, 'calendar'::text])));
alter table meeting_answers add constraint meeting_answers_words_length CHECK ((char_length(words) <= 2000));
alter table meeting_answers add constraint meeting_answers_person_fkey FOREIGN KEY (partnership_id, meeting_id, person) REFERENCES meeting_people(partnership_id, meeting_id, person) ON DELETE CASCADE;
alter table meeting_links add constraint meeting_links_pkey PRIMARY KEY (partnership_id, id);
alter table meeting_links add constraint meeting_links_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table meeting_links add constraint meeting_links_token_key UNIQUE (partnership_id, token_hash);
alter table meeting_links add constraint meeting_links_meeting_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings(partnership_id, id) ON DELETE CASCADE;
alter table meeting_links add constraint meeting_links_person_fkey FOREIGN KEY (partnership_id, person) REFERENCES people(partnership_id, id);
alter table meeting_notes add constraint meeting_notes_pkey PRIMARY KEY (organization_id, meeting_id, occurrence);
alter table meeting_notes add constraint meeting_notes_text_length CHECK ((char_length(text) <= 20000));
alter table meeting_occurrences add constraint meeting_occurrences_cancel_reason_length CHECK ((char_length(cancel_reason) <= 2000));
alter table meeting_occurrences add constraint meeting_occurrences_cancelled_side CHECK ((cancelled_side = ANY (ARRAY['a'::text, 'b'::text])));
alter table meeting_occurrences add constraint meeting_occurrences_cancelled_via CHECK ((cancelled_via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text, 'mail'::text, 'calendar'::text])));
alter table meeting_occurrences add constraint meeting_occurrences_held CHECK (((held IS NOT TRUE) OR (cancelled_at IS NULL)));
alter table meeting_occurrences add constraint meeting_occurrences_lasts CHECK (((lasts >= 5) AND (lasts <= 10080)));
alter table meeting_occurrences add constraint meeting_occurrences_minutes_length CHECK ((char_length(minutes) <= 20000));
alter table meeting_occurrences add constraint meeting_occurrences_order CHECK ((ends_at > starts_at));
alter table meeting_occurrences add constraint meeting_occurrences_outcome CHECK ((((held IS NULL) = (outcome_at IS NULL)) AND ((held IS NULL) = (outcome_by IS NULL)) AND ((held IS NULL) = (outcome_side IS NULL)) AND ((held IS NULL) = (outcome_via IS NULL))));
alter table meeting_occurrences add constraint meeting_occurrences_outcome_side CHECK ((outcome_side = ANY (ARRAY['a'::text, 'b'::text])));
alter table meeting_occurrences add constraint meeting_occurrences_outcome_via CHECK ((outcome_via = ANY (ARRAY['session'::text, 'recorded'::text])));
alter table meeting_occurrences add constraint meeting_occurrences_outcome_words_length CHECK ((char_length(outcome_words) <= 2000));
alter table meeting_occurrences add constraint meeting_occurrences_pkey PRIMARY KEY (partnership_id, meeting_id, occurrence);
alter table meeting_occurrences add constraint meeting_occurrences_start_local CHECK ((start_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'::text));
alter table meeting_occurrences add constraint meeting_occurrences_meeting_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings(partnership_id, id) ON DELETE CASCADE;
alter table meeting_options add constraint meeting_options_pkey PRIMARY KEY (partnership_id, meeting_id, id);
alter table meeting_options add constraint meeting_options_start_key UNIQUE (partnership_id, meeting_id, start_local);
alter table meeting_options add constraint meeting_options_start_local CHECK ((start_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'::text));
alter table meeting_options add constraint meeting_options_meeting_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings(partnership_id, id) ON DELETE CASCADE;
alter table meeting_people add constraint meeting_people_pkey PRIMARY KEY (partnership_id, meeting_id, person);
alter table meeting_people add constraint meeting_people_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table meeting_people add constraint meeting_people_meeting_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings(partnership_id, id) ON DELETE CASCADE;
alter table meeting_people add constraint meeting_people_person_fkey FOREIGN KEY (partnership_id, person) REFERENCES people(partnership_id, id);
alter table meeting_results add constraint meeting_results_form CHECK (
CASE kind
    WHEN 'conversation'::text THEN ((conversation_id IS NOT NULL) AND (next_id IS NULL) AND (text = ''::text))
    WHEN 'meeting'::text THEN ((next_id IS NOT NULL) AND (conversation_id IS NULL) AND (text = ''::text))
    WHEN 'thanks'::text THEN ((text <> ''::text) AND (next_id IS NULL) AND (conversation_id IS NULL))
    ELSE ((text <> ''::text) AND (next_id IS NULL))
END);
alter table meeting_results add constraint meeting_results_kind CHECK ((kind = ANY (ARRAY['conversation'::text, 'idea'::text, 'meeting'::text, 'thanks'::text])));
alter table meeting_results add constraint meeting_results_pkey PRIMARY KEY (partnership_id, meeting_id, id);
alter table meeting_results add constraint meeting_results_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table meeting_results add constraint meeting_results_text_length CHECK ((char_length(text) <= 5000));
alter table meeting_results add constraint meeting_results_via CHECK ((via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table meeting_results add constraint meeting_results_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table meeting_results add constraint meeting_results_next_fkey FOREIGN KEY (partnership_id, next_id) REFERENCES meetings(partnership_id, id) ON DELETE CASCADE;
alter table meeting_results add constraint meeting_results_occurrence_fkey FOREIGN KEY (partnership_id, meeting_id, occurrence) REFERENCES meeting_occurrences(partnership_id, meeting_id, occurrence) ON DELETE CASCADE;
alter table meeting_votes add constraint meeting_votes_pkey PRIMARY KEY (partnership_id, meeting_id, option_id, person);
alter table meeting_votes add constraint meeting_votes_via CHECK ((via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table meeting_votes add constraint meeting_votes_vote CHECK ((vote = ANY (ARRAY['yes'::text, 'if-needed'::text, 'no'::text])));
alter table meeting_votes add constraint meeting_votes_option_fkey FOREIGN KEY (partnership_id, meeting_id, option_id) REFERENCES meeting_options(partnership_id, meeting_id, id) ON DELETE CASCADE;
alter table meeting_votes add constraint meeting_votes_person_fkey FOREIGN KEY (partnership_id, person) REFERENCES people(partnership_id, id);
alter table meetings add constraint meetings_agenda_length CHECK ((char_length(agenda) <= 5000));
alter table meetings add constraint meetings_asks CHECK (((asks = ANY (ARRAY['poll'::text, 'slots'::text])) AND ((state <> 'poll'::text) OR (asks IS NOT NULL))));
alter table meetings add constraint meetings_cancel_reason_length CHECK ((char_length(cancel_reason) <= 2000));
alter table meetings add constraint meetings_cancelled CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL)));
alter table meetings add constraint meetings_cancelled_side CHECK ((cancelled_side = ANY (ARRAY['a'::text, 'b'::text])));
alter table meetings add constraint meetings_cancelled_via CHECK ((cancelled_via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text, 'mail'::text, 'calendar'::text])));
alter table meetings add constraint meetings_lasts CHECK (((lasts >= 5) AND (lasts <= 10080)));
alter table meetings add constraint meetings_pkey PRIMARY KEY (partnership_id, id);
alter table meetings add constraint meetings_place_length CHECK ((char_length(place) <= 300));
alter table meetings add constraint meetings_place_side CHECK ((place_side = ANY (ARRAY['a'::text, 'b'::text])));
alter table meetings add constraint meetings_purpose_length CHECK (((char_length(purpose) >= 1) AND (char_length(purpose) <= 200)));
alter table meetings add constraint meetings_rule_length CHECK (((char_length(rule) >= 1) AND (char_length(rule) <= 500)));
alter table meetings add constraint meetings_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table meetings add constraint meetings_start CHECK ((((start_local IS NULL) = (starts_at IS NULL)) AND ((start_local IS NOT NULL) OR (state = ANY (ARRAY['poll'::text, 'cancelled'::text])))));
alter table meetings add constraint meetings_start_local CHECK ((start_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'::text));
alter table meetings add constraint meetings_state CHECK ((state = ANY (ARRAY['poll'::text, 'proposed'::text, 'agreed'::text, 'cancelled'::text])));
alter table meetings add constraint meetings_uid_key UNIQUE (partnership_id, uid);
alter table meetings add constraint meetings_uid_length CHECK (((char_length(uid) >= 1) AND (char_length(uid) <= 300)));
alter table meetings add constraint meetings_way CHECK ((way = ANY (ARRAY['in-person'::text, 'video'::text, 'phone'::text])));
alter table meetings add constraint meetings_zone_length CHECK (((char_length(zone) >= 1) AND (char_length(zone) <= 60)));
alter table meetings add constraint meetings_organizer_fkey FOREIGN KEY (partnership_id, organizer) REFERENCES people(partnership_id, id);
alter table memberships add constraint memberships_pkey PRIMARY KEY (organization_id, person_id);
alter table memberships add constraint memberships_role CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'member'::text])));
alter table messages add constraint messages_pkey PRIMARY KEY (partnership_id, thread_id, id);
alter table messages add constraint messages_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table messages add constraint messages_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 20000)));
alter table messages add constraint messages_via CHECK ((via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text, 'mail'::text])));
alter table messages add constraint messages_thread_fkey FOREIGN KEY (partnership_id, thread_id) REFERENCES threads(partnership_id, id) ON DELETE CASCADE;
alter table moves_of_people add constraint moves_of_people_pkey PRIMARY KEY (organization_id, partnership_id, person);
alter table needs_offers add constraint needs_offers_amount_length CHECK ((char_length(amount) <= 100));
alter table needs_offers add constraint needs_offers_certainty CHECK ((((certainty IS NULL) = (partnership_id IS NULL)) AND (certainty = ANY (ARRAY['heard'::text, 'assumed'::text]))));
alter table needs_offers add constraint needs_offers_dates CHECK ((ends_on >= starts_on));
alter table needs_offers add constraint needs_offers_detail_length CHECK ((char_length(detail) <= 5000));
alter table needs_offers add constraint needs_offers_kind CHECK ((kind = ANY (ARRAY['talent'::text, 'skills'::text, 'training'::text, 'mentoring'::text, 'research'::text, 'knowledge'::text, 'projects'::text, 'facilities'::text, 'equipment'::text, 'data'::text, 'funding'::text, 'access'::text, 'people'::text, 'reputation'::text, 'other'::text])));
alter table needs_offers add constraint needs_offers_nature CHECK ((nature = ANY (ARRAY['need'::text, 'offer'::text])));
alter table needs_offers add constraint needs_offers_pkey PRIMARY KEY (organization_id, id);
alter table needs_offers add constraint needs_offers_status CHECK ((status = ANY (ARRAY['open'::text, 'met'::text, 'withdrawn'::text])));
alter table needs_offers add constraint needs_offers_title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)));
alter table needs_offers add constraint needs_offers_urgency CHECK ((urgency = ANY (ARRAY['now'::text, 'quarter'::text, 'year'::text, 'some-day'::text])));
alter table notes add constraint notes_pkey PRIMARY KEY (organization_id, id);
alter table notes add constraint notes_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 20000)));
alter table occupation_names add constraint occupation_names_kind CHECK ((kind = ANY (ARRAY['preferred'::text, 'alternative'::text, 'hidden'::text, 'reported'::text])));
alter table occupation_names add constraint occupation_names_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 500)));
alter table occupation_names add constraint occupation_names_pkey PRIMARY KEY (source, occupation_id, n);
alter table occupation_names add constraint occupation_names_occupation_fkey FOREIGN KEY (source, occupation_id) REFERENCES occupations(source, id) ON DELETE CASCADE;
alter table occupation_skills add constraint occupation_skills_pkey PRIMARY KEY (source, occupation_id, skill_id, relation);
alter table occupation_skills add constraint occupation_skills_rating CHECK (((rating IS NOT NULL) = (relation = ANY (ARRAY['importance'::text, 'level'::text]))));
alter table occupation_skills add constraint occupation_skills_relation CHECK ((relation = ANY (ARRAY['essential'::text, 'optional'::text, 'technology'::text, 'tool'::text, 'importance'::text, 'level'::text])));
alter table occupation_skills add constraint occupation_skills_occupation_fkey FOREIGN KEY (source, occupation_id) REFERENCES occupations(source, id) ON DELETE CASCADE;
alter table occupation_skills add constraint occupation_skills_skill_fkey FOREIGN KEY (source, skill_id) REFERENCES skills(source, id) ON DELETE CASCADE;
alter table occupation_tasks add constraint occupation_tasks_kind CHECK ((kind = ANY (ARRAY['core'::text, 'supplemental'::text])));
alter table occupation_tasks add constraint occupation_tasks_pkey PRIMARY KEY (source, occupation_id, id);
alter table occupation_tasks add constraint occupation_tasks_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 2000)));
alter table occupation_tasks add constraint occupation_tasks_occupation_fkey FOREIGN KEY (source, occupation_id) REFERENCES occupations(source, id) ON DELETE CASCADE;
alter table occupations add constraint occupations_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 500)));
alter table occupations add constraint occupations_pkey PRIMARY KEY (source, id);
alter table occupations add constraint occupations_vocabulary_fkey FOREIGN KEY (source) REFERENCES vocabularies(source) ON DELETE CASCADE;
alter table organizations add constraint organizations_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table organizations add constraint organizations_pkey PRIMARY KEY (id);
alter table organizations add constraint organizations_presence CHECK ((((claimed_at IS NULL) <> (keeper_id IS NULL)) OR (claimed_at IS NOT NULL)));
alter table organizations add constraint organizations_slug_key UNIQUE (slug);
alter table outbox add constraint outbox_pkey PRIMARY KEY (partnership_id, id);
alter table pairs add constraint pairs_agreed CHECK ((((agreed_at IS NULL) = (agreed_by IS NULL)) AND ((agreed_at IS NULL) = (agreed_via IS NULL))));
alter table pairs add constraint pairs_agreed_via CHECK ((agreed_via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table pairs add constraint pairs_ended CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (ended_via IS NULL)) AND ((ended_at IS NULL) = (ended_how IS NULL))));
alter table pairs add constraint pairs_ended_how CHECK ((ended_how = ANY (ARRAY['refused'::text, 'taken-back'::text, 'ended'::text])));
alter table pairs add constraint pairs_ended_via CHECK ((ended_via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table pairs add constraint pairs_pkey PRIMARY KEY (partnership_id, id);
alter table pairs add constraint pairs_proposed_side CHECK ((proposed_side = ANY (ARRAY['a'::text, 'b'::text])));
alter table pairs add constraint pairs_topic_length CHECK ((char_length(topic) <= 200));
alter table pairs add constraint pairs_person_a_fkey FOREIGN KEY (partnership_id, person_a) REFERENCES people(partnership_id, id);
alter table pairs add constraint pairs_person_b_fkey FOREIGN KEY (partnership_id, person_b) REFERENCES people(partnership_id, id);
alter table partnerships add constraint partnerships_claimed_a CHECK ((claimed_a = holder_a));
alter table partnerships add constraint partnerships_claimed_b CHECK ((claimed_b = holder_b));
alter table partnerships add constraint partnerships_claimed_two CHECK ((claimed_a <> claimed_b));
alter table partnerships add constraint partnerships_pkey PRIMARY KEY (id);
alter table partnerships add constraint partnerships_two CHECK ((organization_a <> organization_b));
alter table parts add constraint parts_pkey PRIMARY KEY (partnership_id, conversation_id, commitment);
alter table parts add constraint parts_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table parts add constraint parts_file_fkey FOREIGN KEY (partnership_id, file_id) REFERENCES files(partnership_id, id);
alter table people add constraint people_function CHECK ((function = ANY (ARRAY['head'::text, 'people'::text, 'talent'::text, 'learning'::text, 'hiring'::text, 'research'::text, 'expert'::text, 'legal'::text, 'giving'::text, 'alliance'::text, 'alumni'::text, 'sustainability'::text])));
alter table people add constraint people_merged CHECK ((((merged_into IS NULL) = (merged_at IS NULL)) AND ((merged_into IS NULL) = (merge_filled IS NULL)) AND (merged_into <> id)));
alter table people add constraint people_newcomer CHECK (((side = 'newcomer'::text) = (newcomer_id IS NOT NULL)));
alter table people add constraint people_not_same CHECK ((cardinality(not_same) <= 100));
alter table people add constraint people_pkey PRIMARY KEY (partnership_id, id);
alter table people add constraint people_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text, 'newcomer'::text])));
alter table people add constraint people_topics CHECK ((cardinality(topics) <= 20));
alter table people add constraint people_merged_into_fkey FOREIGN KEY (partnership_id, merged_into) REFERENCES people(partnership_id, id);
alter table person_roles add constraint person_roles_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)));
alter table person_roles add constraint person_roles_pkey PRIMARY KEY (organization_id, id);
alter table person_roles add constraint person_roles_membership_fkey FOREIGN KEY (organization_id, person_id) REFERENCES memberships(organization_id, person_id) ON DELETE CASCADE;
alter table points add constraint points_certainty CHECK ((certainty = ANY (ARRAY['heard'::text, 'assumed'::text])));
alter table points add constraint points_done CHECK ((((done_at IS NULL) = (done_by IS NULL)) AND ((done_at IS NOT NULL) OR (done_words IS NULL))));
alter table points add constraint points_done_words_length CHECK ((char_length(done_words) <= 2000));
alter table points add constraint points_follow_up CHECK (((settled IS DISTINCT FROM 'follow-up'::text) OR (settled_words IS NOT NULL)));
alter table points add constraint points_pkey PRIMARY KEY (organization_id, id);
alter table points add constraint points_question_length CHECK ((char_length(question) <= 500));
alter table points add constraint points_settled CHECK ((settled = ANY (ARRAY['closed'::text, 'follow-up'::text])));
alter table points add constraint points_settled_words_length CHECK ((char_length(settled_words) <= 2000));
alter table points add constraint points_tag CHECK ((tag = ANY (ARRAY['need'::text, 'offer'::text, 'constraint'::text, 'worry'::text, 'person'::text, 'date'::text])));
alter table points add constraint points_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 20000)));
alter table points add constraint points_interview_fkey FOREIGN KEY (organization_id, interview_id) REFERENCES interviews(organization_id, id) ON DELETE CASCADE;
alter table readback_points add constraint readback_points_certainty CHECK ((certainty = ANY (ARRAY['heard'::text, 'assumed'::text])));
alter table readback_points add constraint readback_points_correction CHECK ((((NOT (verdict IS DISTINCT FROM 'corrected'::text)) = (correction IS NOT NULL)) AND ((char_length(correction) >= 1) AND (char_length(correction) <= 5000))));
alter table readback_points add constraint readback_points_pkey PRIMARY KEY (partnership_id, readback_id, id);
alter table readback_points add constraint readback_points_tag CHECK ((tag = ANY (ARRAY['need'::text, 'offer'::text, 'constraint'::text, 'worry'::text, 'person'::text, 'date'::text, 'note'::text])));
alter table readback_points add constraint readback_points_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 5000)));
alter table readback_points add constraint readback_points_verdict CHECK ((verdict = ANY (ARRAY['confirmed'::text, 'corrected'::text, 'open'::text])));
alter table readback_points add constraint readback_points_readback_fkey FOREIGN KEY (partnership_id, readback_id) REFERENCES readbacks(partnership_id, id) ON DELETE CASCADE;
alter table readbacks add constraint readbacks_answer CHECK ((((answered_at IS NULL) = (answered_by IS NULL)) AND ((answered_at IS NULL) = (answered_via IS NULL))));
alter table readbacks add constraint readbacks_answer_words_length CHECK ((char_length(answer_words) <= 5000));
alter table readbacks add constraint readbacks_answered_via CHECK ((answered_via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table readbacks add constraint readbacks_pkey PRIMARY KEY (partnership_id, id);
alter table readbacks add constraint readbacks_side CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])));
alter table readbacks add constraint readbacks_way CHECK ((way = ANY (ARRAY['in-person'::text, 'video'::text, 'phone'::text])));
alter table readbacks add constraint readbacks_words_length CHECK ((char_length(words) <= 5000));
alter table readbacks add constraint readbacks_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table relations add constraint relations_kind CHECK ((relation = ANY (ARRAY['supports'::text, 'exchange'::text])));
alter table relations add constraint relations_pkey PRIMARY KEY (partnership_id, conversation_id, relation, other_id);
alter table relations add constraint relations_conversation_fkey FOREIGN KEY (partnership_id, conversation_id) REFERENCES conversations(partnership_id, id) ON DELETE CASCADE;
alter table reminder_settings add constraint reminder_settings_country_length CHECK ((char_length(country) <= 10));
alter table reminder_settings add constraint reminder_settings_hour CHECK (((hour >= 0) AND (hour <= 23)));
alter table reminder_settings add constraint reminder_settings_how CHECK ((how = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text, 'off'::text])));
alter table reminder_settings add constraint reminder_settings_pkey PRIMARY KEY (organization_id, person_id);
alter table reminder_settings add constraint reminder_settings_quiet CHECK ((((quiet_from IS NULL) = (quiet_to IS NULL)) AND ((quiet_from >= 0) AND (quiet_from <= 23)) AND ((quiet_to >= 0) AND (quiet_to <= 23))));
alter table reminder_settings add constraint reminder_settings_region_length CHECK ((char_length(region) <= 20));
alter table reminder_settings add constraint reminder_settings_weekday CHECK (((weekday >= 1) AND (weekday <= 7)));
alter table reminder_settings add constraint reminder_settings_working_days CHECK ((((cardinality(working_days) >= 1) AND (cardinality(working_days) <= 7)) AND (working_days <@ '{1,2,3,4,5,6,7}'::smallint[])));
alter table skill_names add constraint skill_names_kind CHECK ((kind = ANY (ARRAY['preferred'::text, 'alternative'::text, 'hidden'::text])));
alter table skill_names add constraint skill_names_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 500)));
alter table skill_names add constraint skill_names_pkey PRIMARY KEY (source, skill_id, n);
alter table skill_names add constraint skill_names_skill_fkey FOREIGN KEY (source, skill_id) REFERENCES skills(source, id) ON DELETE CASCADE;
alter table skill_words add constraint skill_words_ending_length CHECK ((char_length(ending) <= 100));
alter table skill_words add constraint skill_words_pkey PRIMARY KEY (source, skill_id, n, word);
alter table skill_words add constraint skill_words_name_fkey FOREIGN KEY (source, skill_id, n) REFERENCES skill_names(source, skill_id, n) ON DELETE CASCADE;
alter table skills add constraint skills_kind CHECK ((kind = ANY (ARRAY['skill'::text, 'knowledge'::text, 'technology'::text, 'tool'::text, 'language'::text, 'attitude'::text])));
alter table skills add constraint skills_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 500)));
alter table skills add constraint skills_pkey PRIMARY KEY (source, id);
alter table skills add constraint skills_vocabulary_fkey FOREIGN KEY (source) REFERENCES vocabularies(source) ON DELETE CASCADE;
alter table stage_moves add constraint stage_moves_answer CHECK ((answer = ANY (ARRAY['agreed'::text, 'refused'::text, 'taken-back'::text])));
alter table stage_moves add constraint stage_moves_answer_words_length CHECK ((char_length(answer_words) <= 2000));
alter table stage_moves add constraint stage_moves_answered CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_via IS NULL))));
alter table stage_moves add constraint stage_moves_answered_via CHECK ((answered_via = ANY (ARRAY['session'::text, 'link'::text, 'recorded'::text])));
alter table stage_moves add constraint stage_moves_from_stage CHECK ((from_stage = ANY (ARRAY['prospect'::text, 'awareness'::text, 'involvement'::text, 'support'::text, 'sponsorship'::text, 'strategic'::text, 'resting'::text, 'ended'::text])));
alter table stage_moves add constraint stage_moves_moves CHECK ((from_stage <> to_stage));
alter table stage_moves add constraint stage_moves_pkey PRIMARY KEY (partnership_id, id);
alter table stage_moves add constraint stage_moves_proposed_side CHECK ((proposed_side = ANY (ARRAY['a'::text, 'b'::text])));
alter table stage_moves add constraint stage_moves_proposed_via CHECK ((proposed_via = ANY (ARRAY['session'::text, 'recorded'::text])));
alter table stage_moves add constraint stage_moves_to_stage CHECK ((to_stage = ANY (ARRAY['prospect'::text, 'awareness'::text, 'involvement'::text, 'support'::text, 'sponsorship'::text, 'strategic'::text, 'resting'::text, 'ended'::text])));
alter table stage_moves add constraint stage_moves_words_length CHECK ((char_length(words) <= 2000));
alter table threads add constraint threads_pkey PRIMARY KEY (partnership_id, id);
alter table threads add constraint threads_subject_length CHECK (((char_length(subject) >= 1) AND (char_length(subject) <= 200)));
alter table today add constraint today_pkey PRIMARY KEY (organization_id, partnership_id, conversation_id);
alter table today add constraint today_role CHECK ((role = ANY (ARRAY['customer'::text, 'performer'::text])));
alter table views add constraint views_pkey PRIMARY KEY (organization_id, id);
alter table views add constraint views_title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 100)));
alter table vocabularies add constraint vocabularies_pkey PRIMARY KEY (source);
alter table vocabularies add constraint vocabularies_source CHECK ((source = ANY (ARRAY['esco'::text, 'onet'::text])));
alter table vocabularies add constraint vocabularies_version_length CHECK ((char_length(version) <= 40));
alter table watched add constraint watched_kind CHECK ((kind = ANY (ARRAY['conversation'::text, 'partnership'::text, 'pair'::text, 'readback'::text, 'talk'::text, 'point'::text, 'meeting'::text, 'mail'::text, 'held-mail'::text])));
alter table watched add constraint watched_pkey PRIMARY KEY (organization_id, kind, subject_id);

-- indexes
CREATE INDEX attempts_since ON auth.attempts USING btree (since);
CREATE INDEX sessions_expiry ON auth.sessions USING btree (expires_at);
CREATE INDEX sessions_person ON auth.sessions USING btree (person_id);
CREATE INDEX verifications_identifier ON auth.verifications USING btree (identifier);
CREATE INDEX acts_at ON public.acts USING btree (partnership_id, at);
CREATE INDEX audit_at ON public.audit USING btree (organization_id, at DESC);
CREATE INDEX calendar_accounts_due ON public.calendar_accounts USING btree (next_at);
CREATE INDEX calendar_questions_open ON public.calendar_questions USING btree (organization_id, person_id, id) WHERE (answered_at IS NULL);
CREATE INDEX commitments_open ON public.commitments USING btree (partnership_id) WHERE (result = 'open'::text);
CREATE INDEX conversations_findable ON public.conversations USING gin (findable);
CREATE INDEX conversations_holder_a ON public.conversations USING btree (holder_a, opened_at DESC);
CREATE INDEX conversations_holder_b ON public.conversations USING btree (holder_b, opened_at DESC);
CREATE INDEX conversations_import ON public.conversations USING btree (partnership_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX conversations_opened ON public.conversations USING btree (partnership_id, opened_at DESC);
CREATE INDEX disclosure_terms_by_a ON public.disclosure_terms USING btree (holder_b, nature, term, partnership_id, id) INCLUDE (holder_a) WHERE (side = 'a'::text);
CREATE INDEX disclosure_terms_by_b ON public.disclosure_terms USING btree (holder_a, nature, term, partnership_id, id) INCLUDE (holder_b) WHERE (side = 'b'::text);
CREATE INDEX disclosures_findable ON public.disclosures USING gin (findable);
CREATE INDEX disclosures_item ON public.disclosures USING btree (id);
CREATE INDEX disclosures_side ON public.disclosures USING btree (partnership_id, side, nature);
CREATE INDEX evidence_at ON public.evidence USING btree (partnership_id, at);
CREATE INDEX follow_ups_open ON public.follow_ups USING btree (organization_id, due_at, id) WHERE (state = 'open'::text);
CREATE INDEX follow_ups_open_person ON public.follow_ups USING btree (organization_id, answers_for, due_at, id) WHERE (state = 'open'::text);
CREATE INDEX follow_ups_partnership ON public.follow_ups USING btree (organization_id, partnership_id, due_at) WHERE (state = 'open'::text);
CREATE INDEX follow_ups_subject ON public.follow_ups USING btree (organization_id, kind, subject_id) WHERE (state = 'open'::text);
CREATE INDEX free_days_when ON public.free_days USING btree (organization_id, ends_on, starts_on);
CREATE INDEX imported_import ON public.imported USING btree (organization_id, import_id);
CREATE INDEX interviews_findable ON public.interviews USING gin (findable);
CREATE INDEX interviews_partnership ON public.interviews USING btree (organization_id, partnership_id, held_on DESC);
CREATE INDEX invitations_email ON public.invitations USING btree (organization_id, email);
CREATE UNIQUE INDEX invitations_token ON public.invitations USING btree (organization_id, token_hash);
CREATE INDEX links_conversation ON public.links USING btree (partnership_id, conversation_id);
CREATE INDEX mails_created ON public.mails USING btree (organization_id, created_at DESC, id DESC);
CREATE INDEX mails_kept ON public.mails USING btree (created_at) WHERE ((facts IS NOT NULL) AND (state <> 'queued'::text));
CREATE INDEX mails_message_id ON public.mails USING btree (message_id);
CREATE INDEX mails_thread ON public.mails USING btree (organization_id, thread_key, to_email, created_at DESC) WHERE (thread_key IS NOT NULL);
CREATE INDEX mails_unrelayed ON public.mails USING btree (next_try_at) WHERE ((relayed_at IS NULL) AND (state = 'queued'::text));
CREATE INDEX mails_in_correspondence ON public.mails_in USING btree (organization_id, partnership_id, received_at DESC) WHERE ((kind = 'copy'::text) AND (state = 'landed'::text));
CREATE INDEX mails_in_held ON public.mails_in USING btree (organization_id, received_at DESC) WHERE (state = 'held'::text);
CREATE INDEX mails_in_new ON public.mails_in USING btree (received_at) WHERE (state = 'new'::text);
CREATE INDEX mails_in_raw ON public.mails_in USING btree (received_at) WHERE (raw_key IS NOT NULL);
CREATE INDEX mails_in_received ON public.mails_in USING btree (organization_id, received_at DESC, id DESC);
CREATE INDEX mails_in_suggested ON public.mails_in USING btree (organization_id, subject_id, received_at DESC) WHERE (suggestion IS NOT NULL);
CREATE INDEX mails_in_token ON public.mails_in USING btree (organization_id, token, received_at) WHERE (token IS NOT NULL);
CREATE INDEX meeting_links_person ON public.meeting_links USING btree (partnership_id, person);
CREATE INDEX meeting_occurrences_coming ON public.meeting_occurrences USING btree (starts_at) WHERE ((cancelled_at IS NULL) AND (held IS NULL));
CREATE INDEX meeting_occurrences_off ON public.meeting_occurrences USING btree (partnership_id, cancelled_at) WHERE (cancelled_at IS NOT NULL);
CREATE INDEX meeting_occurrences_room ON public.meeting_occurrences USING btree (partnership_id, starts_at);
CREATE INDEX meeting_occurrences_unsaid_a ON public.meeting_occurrences USING btree (holder_a, ends_at) WHERE ((held IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX meeting_occurrences_unsaid_b ON public.meeting_occurrences USING btree (holder_b, ends_at) WHERE ((held IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX meeting_occurrences_when_a ON public.meeting_occurrences USING btree (holder_a, starts_at);
CREATE INDEX meeting_occurrences_when_b ON public.meeting_occurrences USING btree (holder_b, starts_at);
CREATE INDEX meeting_people_person ON public.meeting_people USING btree (partnership_id, person);
CREATE INDEX meeting_results_conversation ON public.meeting_results USING btree (partnership_id, conversation_id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX meeting_results_next ON public.meeting_results USING btree (partnership_id, next_id) WHERE (next_id IS NOT NULL);
CREATE INDEX meetings_open_a ON public.meetings USING btree (holder_a, id) WHERE (state = 'poll'::text);
CREATE INDEX meetings_open_b ON public.meetings USING btree (holder_b, id) WHERE (state = 'poll'::text);
CREATE INDEX meetings_room ON public.meetings USING btree (partnership_id, state, id);
CREATE INDEX meetings_uid_a ON public.meetings USING btree (holder_a, uid);
CREATE INDEX meetings_uid_b ON public.meetings USING btree (holder_b, uid);
CREATE INDEX memberships_person ON public.memberships USING btree (person_id);
CREATE INDEX messages_findable ON public.messages USING gin (findable);
CREATE INDEX messages_holder_a ON public.messages USING btree (holder_a, id DESC);
CREATE INDEX messages_holder_b ON public.messages USING btree (holder_b, id DESC);
CREATE INDEX moves_of_people_to ON public.moves_of_people USING btree (organization_id, to_partnership_id, to_person);
CREATE INDEX needs_offers_about ON public.needs_offers USING btree (organization_id, partnership_id, created_at);
CREATE INDEX needs_offers_findable ON public.needs_offers USING gin (findable);
CREATE INDEX notes_findable ON public.notes USING gin (findable);
CREATE INDEX notes_partnership ON public.notes USING btree (organization_id, partnership_id, created_at);
CREATE INDEX occupation_skills_skill ON public.occupation_skills USING btree (source, skill_id);
CREATE INDEX organizations_keeper ON public.organizations USING btree (keeper_id) WHERE (keeper_id IS NOT NULL);
CREATE UNIQUE INDEX pairs_live ON public.pairs USING btree (partnership_id, person_a, person_b) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX partnerships_claimed ON public.partnerships USING btree (LEAST(claimed_a, claimed_b), GREATEST(claimed_a, claimed_b)) WHERE ((claimed_a IS NOT NULL) AND (claimed_b IS NOT NULL));
CREATE INDEX partnerships_findable_a ON public.partnerships USING gin (findable_a);
CREATE INDEX partnerships_findable_b ON public.partnerships USING gin (findable_b);
CREATE INDEX partnerships_holder_a ON public.partnerships USING btree (holder_a);
CREATE INDEX partnerships_holder_b ON public.partnerships USING btree (holder_b);
CREATE UNIQUE INDEX partnerships_pair ON public.partnerships USING btree (LEAST(organization_a, organization_b), GREATEST(organization_a, organization_b));
CREATE INDEX parts_findable ON public.parts USING gin (findable);
CREATE INDEX people_findable ON public.people USING gin (findable);
CREATE UNIQUE INDEX people_member ON public.people USING btree (partnership_id, side, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX people_merged_rows ON public.people USING btree (partnership_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX people_person ON public.people USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX person_roles_person ON public.person_roles USING btree (organization_id, person_id, starts_on);
CREATE INDEX points_findable ON public.points USING gin (findable);
CREATE INDEX points_follow_ups ON public.points USING btree (organization_id, interview_id, follow_up_by) WHERE ((settled = 'follow-up'::text) AND (done_at IS NULL) AND (dropped_at IS NULL));
CREATE INDEX points_interview ON public.points USING btree (organization_id, interview_id, id);
CREATE INDEX readback_points_findable ON public.readback_points USING gin (findable);
CREATE INDEX readbacks_conversation ON public.readbacks USING btree (partnership_id, conversation_id);
CREATE INDEX readbacks_findable ON public.readbacks USING gin (findable);
CREATE INDEX relations_other ON public.relations USING btree (other_partnership_id, other_id);
CREATE INDEX reminder_settings_next ON public.reminder_settings USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX skill_words_typing ON public.skill_words USING btree (ending, word, length, source, skill_id, n);
CREATE INDEX stage_moves_agreed ON public.stage_moves USING btree (partnership_id, answered_at DESC, id DESC) WHERE (answer = 'agreed'::text);
CREATE UNIQUE INDEX stage_moves_pending ON public.stage_moves USING btree (partnership_id) WHERE (answer IS NULL);
CREATE INDEX stage_moves_pending_a ON public.stage_moves USING btree (holder_a) WHERE (answer IS NULL);
CREATE INDEX stage_moves_pending_b ON public.stage_moves USING btree (holder_b) WHERE (answer IS NULL);
CREATE INDEX threads_findable ON public.threads USING gin (findable);
CREATE INDEX threads_holder_a ON public.threads USING btree (holder_a, id DESC);
CREATE INDEX threads_holder_b ON public.threads USING btree (holder_b, id DESC);
CREATE INDEX threads_last ON public.threads USING btree (partnership_id, last_at DESC);
CREATE INDEX today_due ON public.today USING btree (organization_id, due_at, conversation_id) WHERE (due_at IS NOT NULL);
CREATE INDEX today_moves ON public.today USING btree (organization_id, mine, move_by, conversation_id);
CREATE INDEX today_person_due ON public.today USING btree (organization_id, person_id, due_at, conversation_id) WHERE (due_at IS NOT NULL);
CREATE INDEX today_person_moves ON public.today USING btree (organization_id, person_id, mine, move_by, conversation_id);
CREATE INDEX today_person_quiet ON public.today USING btree (organization_id, person_id, last_at, conversation_id);
CREATE INDEX today_quiet ON public.today USING btree (organization_id, last_at, conversation_id);
CREATE UNIQUE INDEX views_opens ON public.views USING btree (organization_id, person_id) WHERE opens;
CREATE INDEX views_person ON public.views USING btree (organization_id, person_id);
CREATE INDEX watched_due ON public.watched USING btree (look_at, organization_id) WHERE (look_at IS NOT NULL);
CREATE INDEX watched_due_here ON public.watched USING btree (organization_id, look_at) WHERE (look_at IS NOT NULL);
CREATE INDEX watched_partnership ON public.watched USING btree (organization_id, partnership_id, kind);

-- row-level security
alter table auth.accounts enable row level security, force row level security;
alter table auth.attempts enable row level security, force row level security;
alter table auth.persons enable row level security, force row level security;
alter table auth.sessions enable row level security, force row level security;
alter table auth.verifications enable row level security, force row level security;
alter table acquaintances enable row level security, force row level security;
alter table acts enable row level security, force row level security;
alter table answer_addresses enable row level security, force row level security;
alter table attendance enable row level security, force row level security;
alter table audit enable row level security, force row level security;
alter table calendar_accounts enable row level security, force row level security;
alter table calendar_copies enable row level security, force row level security;
alter table calendar_feeds enable row level security, force row level security;
alter table calendar_questions enable row level security, force row level security;
alter table claims enable row level security, force row level security;
alter table commitments enable row level security, force row level security;
alter table conversations enable row level security, force row level security;
alter table disclosure_terms enable row level security, force row level security;
alter table disclosures enable row level security, force row level security;
alter table draft_wordings enable row level security, force row level security;
alter table drafts enable row level security, force row level security;
alter table duties enable row level security, force row level security;
alter table evidence enable row level security, force row level security;
alter table files enable row level security, force row level security;
alter table follow_up_settings enable row level security, force row level security;
alter table follow_ups enable row level security, force row level security;
alter table free_days enable row level security, force row level security;
alter table guides enable row level security, force row level security;
alter table import_rows enable row level security, force row level security;
alter table imported enable row level security, force row level security;
alter table imports enable row level security, force row level security;
alter table interviews enable row level security, force row level security;
alter table invitations enable row level security, force row level security;
alter table links enable row level security, force row level security;
alter table mailbox enable row level security, force row level security;
alter table mailed_words enable row level security, force row level security;
alter table mails enable row level security, force row level security;
alter table mails_in enable row level security, force row level security;
alter table meeting_answers enable row level security, force row level security;
alter table meeting_links enable row level security, force row level security;
alter table meeting_notes enable row level security, force row level security;
alter table meeting_occurrences enable row level security, force row level security;
alter table meeting_options enable row level security, force row level security;
alter table meeting_people enable row level security, force row level security;
alter table meeting_results enable row level security, force row level security;
alter table meeting_votes enable row level security, force row level security;
alter table meetings enable row level security, force row level security;
alter table memberships enable row level security, force row level security;
alter table messages enable row level security, force row level security;
alter table moves_of_people enable row level security, force row level security;
alter table needs_offers enable row level security, force row level security;
alter table notes enable row level security, force row level security;
alter table occupation_names enable row level security, force row level security;
alter table occupation_skills enable row level security, force row level security;
alter table occupation_tasks enable row level security, force row level security;
alter table occupations enable row level security, force row level security;
alter table organizations enable row level security, force row level security;
alter table outbox enable row level security, force row level security;
alter table pairs enable row level security, force row level security;
alter table partnerships enable row level security, force row level security;
alter table parts enable row level security, force row level security;
alter table people enable row level security, force row level security;
alter table person_roles enable row level security, force row level security;
alter table points enable row level security, force row level security;
alter table readback_points enable row level security, force row level security;
alter table readbacks enable row level security, force row level security;
alter table relations enable row level security, force row level security;
alter table reminder_settings enable row level security, force row level security;
alter table skill_names enable row level security, force row level security;
alter table skill_words enable row level security, force row level security;
alter table skills enable row level security, force row level security;
alter table stage_moves enable row level security, force row level security;
alter table threads enable row level security, force row level security;
alter table today enable row level security, force row level security;
alter table views enable row level security, force row level security;
alter table vocabularies enable row level security, force row level security;
alter table watched enable row level security, force row level security;

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
create policy acquaintances_app on public.acquaintances for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy acts_app on public.acts for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy acts_claim on public.acts for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy answer_addresses_app on public.answer_addresses for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy answer_addresses_gate on public.answer_addresses for select to entente_gate
  using (true);
create policy answer_addresses_worker on public.answer_addresses for select to entente_worker
  using (true);
create policy attendance_app on public.attendance for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy attendance_claim on public.attendance for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy audit_app on public.audit for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy audit_claim on public.audit for insert to current_user
  with check ((subject = (app.claiming())::text));
create policy audit_gate on public.audit for insert to entente_gate
  with check (true);
create policy calendar_accounts_app on public.calendar_accounts for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy calendar_accounts_gate on public.calendar_accounts for select to entente_gate
  using (true);
create policy calendar_copies_app on public.calendar_copies for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy calendar_feeds_app on public.calendar_feeds for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy calendar_feeds_gate on public.calendar_feeds for select to entente_gate
  using (true);
create policy calendar_questions_app on public.calendar_questions for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
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
create policy conversations_search on public.conversations for select to current_user
  using (app.searching());
create policy conversations_undo on public.conversations for delete to entente_app
  using (((import_id IS NOT NULL) AND (holder_a = app.organization()) AND (holder_b = app.organization())));
create policy disclosure_terms_add on public.disclosure_terms for insert to entente_app
  with check ((
CASE side
    WHEN 'a'::text THEN holder_a
    ELSE holder_b
END = app.organization()));
create policy disclosure_terms_claim on public.disclosure_terms for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy disclosure_terms_end on public.disclosure_terms for delete to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy disclosure_terms_read on public.disclosure_terms for select to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy disclosures_add on public.disclosures for insert to entente_app
  with check ((
CASE side
    WHEN 'a'::text THEN holder_a
    ELSE holder_b
END = app.organization()));
create policy disclosures_change on public.disclosures for update to entente_app
  using ((
CASE side
    WHEN 'a'::text THEN holder_a
    ELSE holder_b
END = app.organization()))
  with check ((
CASE side
    WHEN 'a'::text THEN holder_a
    ELSE holder_b
END = app.organization()));
create policy disclosures_claim on public.disclosures for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy disclosures_end on public.disclosures for delete to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy disclosures_read on public.disclosures for select to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy disclosures_search on public.disclosures for select to current_user
  using (app.searching());
create policy draft_wordings_app on public.draft_wordings for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy drafts_app on public.drafts for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy duties_add on public.duties for insert to entente_app
  with check ((
CASE side
    WHEN 'a'::text THEN holder_a
    ELSE holder_b
END = app.organization()));
create policy duties_claim on public.duties for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy duties_end on public.duties for delete to entente_app
  using ((
CASE side
    WHEN 'a'::text THEN holder_a
    ELSE holder_b
END = app.organization()));
create policy duties_read on public.duties for select to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
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
create policy follow_up_settings_app on public.follow_up_settings for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy follow_ups_app on public.follow_ups for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy free_days_app on public.free_days for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy guides_app on public.guides for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy import_rows_app on public.import_rows for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy imported_app on public.imported for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy imports_app on public.imports for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy interviews_app on public.interviews for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy interviews_search on public.interviews for select to current_user
  using (app.searching());
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
create policy mailbox_app on public.mailbox for select to entente_app
  using (true);
create policy mailbox_worker on public.mailbox for all to entente_worker
  using (true)
  with check (true);
create policy mailed_words_app on public.mailed_words for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy mailed_words_claim on public.mailed_words for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy mails_app on public.mails for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy mails_gate on public.mails for all to entente_gate
  using ((organization_id = '00000000-0000-0000-0000-000000000000'::uuid))
  with check ((organization_id = '00000000-0000-0000-0000-000000000000'::uuid));
create policy mails_worker on public.mails for all to entente_worker
  using (true)
  with check (true);
create policy mails_in_app on public.mails_in for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy mails_in_worker on public.mails_in for all to entente_worker
  using (true)
  with check (true);
create policy meeting_answers_app on public.meeting_answers for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy meeting_answers_claim on public.meeting_answers for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy meeting_links_app on public.meeting_links for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy meeting_links_claim on public.meeting_links for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy meeting_links_gate on public.meeting_links for select to entente_gate
  using (true);
create policy meeting_notes_app on public.meeting_notes for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy meeting_occurrences_app on public.meeting_occurrences for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy meeting_occurrences_claim on public.meeting_occurrences for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy meeting_occurrences_worker on public.meeting_occurrences for select to entente_worker
  using (true);
create policy meeting_options_app on public.meeting_options for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy meeting_options_claim on public.meeting_options for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy meeting_people_app on public.meeting_people for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy meeting_people_claim on public.meeting_people for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy meeting_results_app on public.meeting_results for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy meeting_results_claim on public.meeting_results for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy meeting_votes_app on public.meeting_votes for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy meeting_votes_claim on public.meeting_votes for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy meetings_app on public.meetings for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy meetings_claim on public.meetings for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
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
create policy messages_search on public.messages for select to current_user
  using (app.searching());
create policy moves_of_people_app on public.moves_of_people for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy needs_offers_app on public.needs_offers for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy needs_offers_search on public.needs_offers for select to current_user
  using (app.searching());
create policy notes_app on public.notes for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy notes_search on public.notes for select to current_user
  using (app.searching());
create policy occupation_names_import on public.occupation_names for all to entente_worker
  using (true)
  with check (true);
create policy occupation_names_read on public.occupation_names for select to entente_app
  using (true);
create policy occupation_skills_import on public.occupation_skills for all to entente_worker
  using (true)
  with check (true);
create policy occupation_skills_read on public.occupation_skills for select to entente_app
  using (true);
create policy occupation_tasks_import on public.occupation_tasks for all to entente_worker
  using (true)
  with check (true);
create policy occupation_tasks_read on public.occupation_tasks for select to entente_app
  using (true);
create policy occupations_import on public.occupations for all to entente_worker
  using (true)
  with check (true);
create policy occupations_read on public.occupations for select to entente_app
  using (true);
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
create policy pairs_add on public.pairs for insert to entente_app
  with check ((
CASE proposed_side
    WHEN 'a'::text THEN holder_a
    ELSE holder_b
END = app.organization()));
create policy pairs_change on public.pairs for update to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy pairs_claim on public.pairs for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy pairs_read on public.pairs for select to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
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
create policy partnerships_search on public.partnerships for select to current_user
  using (app.searching());
create policy parts_app on public.parts for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy parts_claim on public.parts for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy parts_search on public.parts for select to current_user
  using (app.searching());
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
create policy people_search on public.people for select to current_user
  using (app.searching());
create policy person_roles_app on public.person_roles for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy points_app on public.points for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy points_search on public.points for select to current_user
  using (app.searching());
create policy readback_points_app on public.readback_points for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy readback_points_claim on public.readback_points for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy readback_points_search on public.readback_points for select to current_user
  using (app.searching());
create policy readbacks_app on public.readbacks for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy readbacks_claim on public.readbacks for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy readbacks_search on public.readbacks for select to current_user
  using (app.searching());
create policy relations_app on public.relations for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy relations_claim on public.relations for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy reminder_settings_app on public.reminder_settings for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy reminder_settings_worker on public.reminder_settings for select to entente_worker
  using (true);
create policy skill_names_import on public.skill_names for all to entente_worker
  using (true)
  with check (true);
create policy skill_names_read on public.skill_names for select to entente_app
  using (true);
create policy skill_words_import on public.skill_words for all to entente_worker
  using (true)
  with check (true);
create policy skill_words_read on public.skill_words for select to entente_app
  using (true);
create policy skills_import on public.skills for all to entente_worker
  using (true)
  with check (true);
create policy skills_read on public.skills for select to entente_app
  using (true);
create policy stage_moves_add on public.stage_moves for insert to entente_app
  with check (((answer IS NULL) AND (
CASE proposed_side
    WHEN 'a'::text THEN holder_a
    ELSE holder_b
END = app.organization())));
create policy stage_moves_answer on public.stage_moves for update to entente_app
  using (((answer IS NULL) AND ((holder_a = app.organization()) OR (holder_b = app.organization()))))
  with check ((
CASE
    WHEN ((proposed_side = 'a'::text) = (answer = 'taken-back'::text)) THEN holder_a
    ELSE holder_b
END = app.organization()));
create policy stage_moves_claim on public.stage_moves for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy stage_moves_read on public.stage_moves for select to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy threads_app on public.threads for all to entente_app
  using (((holder_a = app.organization()) OR (holder_b = app.organization())))
  with check (((holder_a = app.organization()) OR (holder_b = app.organization())));
create policy threads_claim on public.threads for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy threads_search on public.threads for select to current_user
  using (app.searching());
create policy today_app on public.today for all to entente_app
  using (((organization_id = app.organization()) OR (counterpart_id = app.organization())))
  with check (((organization_id = app.organization()) OR (counterpart_id = app.organization())));
create policy today_claim on public.today for all to current_user
  using ((partnership_id = app.claiming()))
  with check ((partnership_id = app.claiming()));
create policy views_app on public.views for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy vocabularies_import on public.vocabularies for all to entente_worker
  using (true)
  with check (true);
create policy vocabularies_read on public.vocabularies for select to entente_app
  using (true);
create policy watched_app on public.watched for all to entente_app
  using ((organization_id = app.organization()))
  with check ((organization_id = app.organization()));
create policy watched_worker on public.watched for select to entente_worker
  using (true);

-- grants on tables
grant delete, insert, select, update on auth.accounts to entente_gate;
grant delete, insert, select, update on auth.attempts to entente_gate;
grant delete, insert, select, update on auth.persons to entente_gate;
grant delete, insert, select, update on auth.sessions to entente_gate;
grant delete, insert, select, update on auth.verifications to entente_gate;
grant delete, insert, select, update on acquaintances to entente_app;
grant insert, select on acts to entente_app;
grant insert, select on answer_addresses to entente_app;
grant select on answer_addresses to entente_gate;
grant select on answer_addresses to entente_worker;
grant insert, select on attendance to entente_app;
grant insert, select on audit to entente_app;
grant insert on audit to entente_gate;
grant delete, insert, select, update on calendar_accounts to entente_app;
grant delete, insert, select, update on calendar_copies to entente_app;
grant delete, insert, select, update on calendar_feeds to entente_app;
grant select on calendar_feeds to entente_gate;
grant insert, select, update on calendar_questions to entente_app;
grant insert, select on claims to entente_app;
grant select on claims to entente_gate;
grant insert, select on commitments to entente_app;
grant delete, insert, select on conversations to entente_app;
grant delete, insert, select on disclosure_terms to entente_app;
grant delete, insert, select on disclosures to entente_app;
grant insert, select on draft_wordings to entente_app;
grant delete, insert, select, update on drafts to entente_app;
grant delete, insert, select on duties to entente_app;
grant insert, select on evidence to entente_app;
grant insert, select on files to entente_app;
grant insert, select on follow_up_settings to entente_app;
grant insert, select on follow_ups to entente_app;
grant delete, insert, select on free_days to entente_app;
grant delete, insert, select, update on guides to entente_app;
grant delete, insert, select on import_rows to entente_app;
grant delete, insert, select, update on imported to entente_app;
grant insert, select, update on imports to entente_app;
grant delete, insert, select, update on interviews to entente_app;
grant insert, select, update on invitations to entente_app;
grant select, update on invitations to entente_gate;
grant insert, select on links to entente_app;
grant select on links to entente_gate;
grant select on mailbox to entente_app;
grant insert, select, update on mailbox to entente_worker;
grant insert, select on mailed_words to entente_app;
grant insert, select on mails to entente_app;
grant insert, select on mails to entente_gate;
grant select, update on mails to entente_worker;
grant insert, select on mails_in to entente_app;
grant delete, insert, select, update on mails_in to entente_worker;
grant delete, insert, select on meeting_answers to entente_app;
grant insert, select on meeting_links to entente_app;
grant select on meeting_links to entente_gate;
grant insert, select on meeting_notes to entente_app;
grant delete, insert, select on meeting_occurrences to entente_app;
grant delete, insert, select on meeting_options to entente_app;
grant delete, insert, select on meeting_people to entente_app;
grant delete, insert, select on meeting_results to entente_app;
grant delete, insert, select on meeting_votes to entente_app;
grant insert, select on meetings to entente_app;
grant insert, select, update on memberships to entente_app;
grant insert, select, update on memberships to entente_gate;
grant insert, select on messages to entente_app;
grant delete, insert, select, update on moves_of_people to entente_app;
grant delete, insert, select, update on needs_offers to entente_app;
grant delete, insert, select, update on notes to entente_app;
grant select on occupation_names to entente_app;
grant delete, insert, select on occupation_names to entente_worker;
grant select on occupation_skills to entente_app;
grant delete, insert, select on occupation_skills to entente_worker;
grant select on occupation_tasks to entente_app;
grant delete, insert, select on occupation_tasks to entente_worker;
grant select on occupations to entente_app;
grant delete, insert, select on occupations to entente_worker;
grant delete, insert, select, update on organizations to entente_app;
grant insert, select, update on organizations to entente_gate;
grant insert on outbox to entente_app;
grant delete, select on outbox to entente_worker;
grant insert, select on pairs to entente_app;
grant delete, insert, select on partnerships to entente_app;
grant select on partnerships to entente_gate;
grant insert, select on parts to entente_app;
grant delete, insert, select on people to entente_app;
grant delete, insert, select, update on person_roles to entente_app;
grant delete, insert, select, update on points to entente_app;
grant delete, insert, select on readback_points to entente_app;
grant delete, insert, select on readbacks to entente_app;
grant insert, select on relations to entente_app;
grant insert, select on reminder_settings to entente_app;
grant select on reminder_settings to entente_worker;
grant select on skill_names to entente_app;
grant delete, insert, select on skill_names to entente_worker;
grant select on skill_words to entente_app;
grant delete, insert, select on skill_words to entente_worker;
grant select on skills to entente_app;
grant delete, insert, select on skills to entente_worker;
grant insert, select on stage_moves to entente_app;
grant insert, select on threads to entente_app;
grant delete, insert, select, update on today to entente_app;
grant delete, insert, select, update on views to entente_app;
grant select on vocabularies to entente_app;
grant delete, insert, select, update on vocabularies to entente_worker;
grant delete, insert, select on watched to entente_app;
grant select on watched to entente_worker;

-- grants on columns
grant update (attended, said_by, via, at) on attendance to entente_app;
grant select (organization_id, person_id, next_at, claimed_until) on calendar_accounts to entente_gate;
grant update (token_hash, email, expires_at, offered_at, offered_by, revoked_at) on claims to entente_app;
grant update (customer, performer, kind, promised_at, due_at, result, settled_at, silent_from, stake, unit, recorded, lifted_at) on commitments to entente_app;
grant update (person_customer, person_performer, title, state, outcome, head, length, folded, last_at, due_at) on conversations to entente_app;
grant update (level, kind, title, detail, skills, amount, starts_on, ends_on, urgency, owner, terms, disclosed_by, disclosed_at) on disclosures to entente_app;
grant update (words, changed_at, changed_by) on draft_wordings to entente_app;
grant update (via) on evidence to entente_app;
grant update (attached_at) on files to entente_app;
grant update (cadence, country, region, updated_at, updated_by) on follow_up_settings to entente_app;
grant update (person_id, due_at, reason, state, changed_at, snoozed_until, handed_by, handed_to, done_by) on follow_ups to entente_app;
grant update (used_at, used_by_act, replaced_at, revoked_at) on links to entente_app;
grant update (facts, acts, state, attempts, last_error, next_try_at, relayed_at) on mails to entente_app;
grant update (state, reason, kind, partnership_id, subject_id, raw_key, act_id, message_row, about_mail, people_id, suggestion, decided_by, decided_at, decision, direction) on mails_in to entente_app;
grant update (answer, words, counter_local, counter_at, sequence, via, at) on meeting_answers to entente_app;
grant update (revoked_at) on meeting_links to entente_app;
grant update (text, interview_id, written_by, updated_at) on meeting_notes to entente_app;
grant update (start_local, lasts, starts_at, ends_at, cancelled_at, cancelled_by, cancelled_side, cancelled_via, cancel_reason, held, outcome_words, outcome_at, outcome_by, outcome_side, outcome_via, minutes, minutes_at, minutes_by, thanked_a, thanked_b, moved_sequence) on meeting_occurrences to entente_app;
grant select (starts_at, cancelled_at, held, holder_a, holder_b) on meeting_occurrences to entente_worker;
grant update (required) on meeting_people to entente_app;
grant update (conversation_id) on meeting_results to entente_app;
grant update (vote, via, at) on meeting_votes to entente_app;
grant update (sequence, state, purpose, agenda, way, place, place_side, zone, start_local, lasts, starts_at, rule, thread_id, changed_at, cancelled_at, cancelled_by, cancelled_side, cancelled_via, cancel_reason) on meetings to entente_app;
grant update (agreed_by, agreed_via, agreed_at, ended_at, ended_by, ended_via, ended_how) on pairs to entente_app;
grant update (name_a, name_b, domain_a, domain_b) on partnerships to entente_app;
grant update (person_id, name, email, title, ended_at, function, topics, merged_into, merged_at, merge_filled, not_same) on people to entente_app;
grant update (verdict, correction) on readback_points to entente_app;
grant update (answered_at, answered_by, answered_via, answer_words) on readbacks to entente_app;
grant update (how, hour, weekday, working_days, quiet_from, quiet_to, country, region, review_mail, time_zone, digest_day, digest_at, next_at) on reminder_settings to entente_app;
grant update (attested, facts, answer, answered_by, answered_via, answered_at, answer_words) on stage_moves to entente_app;
grant update (subject, last_at) on threads to entente_app;
grant update (look_at) on watched to entente_app;

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
CREATE OR REPLACE FUNCTION app.asked(t text, p_whole integer)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT (string_agg(((''''::text || replace(replace(w.w, '\'::text, '\\'::text), ''''::text, ''''''::text)) || CASE WHEN ((length(w.w) > asked.p_whole) OR (octet_length(w.w) > (2 * asked.p_whole))) THEN ''':*'::text ELSE ''''::text END), ' & '::text))::tsquery AS string_agg FROM unnest(tsvector_to_array(to_tsvector('simple'::regconfig, app.plain(asked.t)))) w(w))
;
CREATE OR REPLACE FUNCTION app.bare(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN btrim(app.plain(t))
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
CREATE OR REPLACE FUNCTION app.closeness(p_title text, p_asked text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (NOT starts_with(app.bare(p_title), p_asked)) THEN 2 WHEN (app.bare(p_title) = p_asked) THEN 0 ELSE 1 END
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
CREATE OR REPLACE FUNCTION app.holder_word(o uuid)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ('@'::text || "right"((o)::text, 12))
;
CREATE OR REPLACE FUNCTION app.joined(t text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE(array_to_string(t, ' '::text), ''::text)
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
CREATE OR REPLACE FUNCTION app.plain(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (octet_length(t) = char_length(t)) THEN translate(lower("left"(t, 40000)), './-_@<&+~'::text, repeat(' '::text, 9)) ELSE translate(replace(regexp_replace(lower(NORMALIZE("left"(t, 40000), NFKD)), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'ß'::text, 'ss'::text), 'øđłı./-_@<&+~«»¿¡–—‘’“”•·'::text, ('odli'::text || repeat(' '::text, 21))) END
;
CREATE OR REPLACE FUNCTION app.search(p_query text, p_most integer)
 RETURNS TABLE(kind text, partnership_id uuid, id text, place text, closeness integer, newest timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_sort TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  v_org uuid := app.organization();
  v_bare text := app.bare(p_query);
  v_all tsquery := app.asked(p_query, 0);
  v_text tsquery := app.asked(p_query, 2);
  v_mine tsquery;
begin
  if v_org is null or v_all is null then
    return;
  end if;
  set local app.searching = 'on';
  v_mine := ('''' || app.holder_word(v_org) || '''')::tsquery;
  return query
    select f.kind, f.partnership_id, f.id, f.place, f.closeness, f.newest
    from (select n.*, row_number() over (partition by n.kind order by n.closeness, n.newest desc, n.id) as rank
      from (select distinct on (a.kind, a.id) a.* from (
          select * from app.search_names(v_org, v_bare, v_all, v_all && v_mine)
          union all select * from app.search_room(v_org, v_bare, v_all, v_text, v_all && v_mine, v_text && v_mine, p_most)
          union all select * from app.search_own(v_org, v_bare, v_all, v_text, v_all && v_mine, v_text && v_mine, p_most)) a
        order by a.kind, a.id, a.closeness, a.newest desc, a.place) n) f
    where f.rank <= p_most order by f.kind, f.rank;
  set local app.searching = '';
end $function$
;
CREATE OR REPLACE FUNCTION app.search_names(p_org uuid, p_bare text, p_all tsquery, p_mine tsquery)
 RETURNS TABLE(kind text, partnership_id uuid, id text, place text, closeness integer, newest timestamp with time zone)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select 'partner', f.id, f.id::text, null::text, least(app.closeness(f.name, p_bare), app.closeness(coalesce(f.domain, ''), p_bare)), f.created_at
    from (select f.* from (select p.id, p.created_at, p.holder_a, p.holder_b,
        case when p.claimed_b = p_org then p.name_a else p.name_b end as name,
        case when p.claimed_b = p_org then p.domain_a else p.domain_b end as domain,
        case when p.claimed_b = p_org then p.findable_a else p.findable_b end as findable
      from partnerships p where p.findable_a @@ p_mine or p.findable_b @@ p_mine limit 200) f
      where p_org in (f.holder_a, f.holder_b) and f.findable @@ p_all order by length(f.findable), f.created_at desc, f.id limit 60) f;
  return query
    select 'person', f.partnership_id, f.id::text, null::text, app.closeness(coalesce(f.name, ''), p_bare), f.created_at
    from (select f.* from (select p.* from people p where p.findable @@ p_mine limit 200) f
      where p_org in (f.holder_a, f.holder_b) order by length(f.findable), f.created_at desc, f.id limit 100) f
    join partnerships r on r.id = f.partnership_id
    where f.person_id is null or f.side <> case when r.claimed_b = p_org then 'b' else 'a' end;
  return query
    select 'member', null::uuid, m.person_id::text, null::text, app.closeness(m.name, p_bare), m.joined_at
    from memberships m where m.organization_id = p_org and m.ended_at is null and m.findable @@ p_all
    limit 600;
end $function$
;
CREATE OR REPLACE FUNCTION app.search_own(p_org uuid, p_bare text, p_all tsquery, p_text tsquery, p_mine_all tsquery, p_mine_text tsquery, p_most integer)
 RETURNS TABLE(kind text, partnership_id uuid, id text, place text, closeness integer, newest timestamp with time zone)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  v_found bigint;
begin
  return query
    select 'need', f.partnership_id, f.id::text, 'own', app.closeness(f.title, p_bare), f.created_at
    from (select * from needs_offers n where n.organization_id = p_org order by n.id desc limit 400) f
    where f.findable @@ p_all order by f.id desc limit 24;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'need', f.partnership_id, f.id::text, 'own', app.closeness(f.title, p_bare), f.created_at
      from (select n.* from needs_offers n where n.findable @@ p_mine_all limit 200) f
      where f.organization_id = p_org order by f.id desc limit 24;
  end if;
  return query
    select 'note', f.partnership_id, f.id::text, null::text, 3, f.created_at
    from (select * from notes n where n.organization_id = p_org order by n.id desc limit 400) f
    where f.findable @@ p_text order by f.id desc limit 24;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'note', f.partnership_id, f.id::text, null::text, 3, f.created_at
      from (select n.* from notes n where n.findable @@ p_mine_text limit 200) f
      where f.organization_id = p_org order by f.id desc limit 24;
  end if;
  return query
    select 'interview', f.partnership_id, f.id::text, null::text, app.closeness(f.guide_title, p_bare), f.created_at
    from (select i.* from interviews i where i.findable @@ p_mine_text limit 100) f
    where f.organization_id = p_org order by f.id desc limit 24;
  return query
    select 'interview', i.partnership_id, f.interview_id::text, f.id::text, 3, f.created_at
    from (select * from points p where p.organization_id = p_org order by p.id desc limit 400) f
    join interviews i on i.organization_id = p_org and i.id = f.interview_id
    where f.findable @@ p_text and f.dropped_at is null order by f.id desc limit 24;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'interview', i.partnership_id, f.interview_id::text, f.id::text, 3, f.created_at
      from (select p.* from points p where p.findable @@ p_mine_text limit 200) f
      join interviews i on i.organization_id = p_org and i.id = f.interview_id
      where f.organization_id = p_org and f.dropped_at is null order by f.id desc limit 24;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION app.search_room(p_org uuid, p_bare text, p_all tsquery, p_text tsquery, p_mine_all tsquery, p_mine_text tsquery, p_most integer)
 RETURNS TABLE(kind text, partnership_id uuid, id text, place text, closeness integer, newest timestamp with time zone)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  v_found bigint;
begin
  return query
    select 'conversation', f.partnership_id, f.id, null::text, app.closeness(f.title, p_bare), f.opened_at from (
      (select * from (select c.* from conversations c where c.holder_a = p_org order by c.opened_at desc limit 400) n
        where n.findable @@ p_all order by n.opened_at desc limit 24)
      union all
      (select * from (select c.* from conversations c where c.holder_b = p_org order by c.opened_at desc limit 400) n
        where n.findable @@ p_all and n.holder_a <> p_org order by n.opened_at desc limit 24)) f;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'conversation', f.partnership_id, f.id, null::text, app.closeness(f.title, p_bare), f.opened_at
      from (select c.* from conversations c where c.findable @@ p_mine_all limit 200) f
      where p_org in (f.holder_a, f.holder_b) order by f.opened_at desc limit 24;
  end if;
  return query
    select 'conversation', f.partnership_id, f.conversation_id, f.commitment, 3, f.opened_at from (
      (select * from (select p.*, n.opened_at, p_org as holder_a from (select c.partnership_id, c.id, c.opened_at from conversations c where c.holder_a = p_org order by c.opened_at desc limit 250) n
        join lateral (select p.conversation_id, p.commitment, p.partnership_id, p.findable from parts p
          where p.partnership_id = n.partnership_id and p.conversation_id = n.id limit 50) p on true) g
        where g.findable @@ p_text limit 24)
      union all
      (select * from (select p.*, n.opened_at, n.holder_a from (select c.partnership_id, c.id, c.opened_at, c.holder_a from conversations c where c.holder_b = p_org order by c.opened_at desc limit 250) n
        join lateral (select p.conversation_id, p.commitment, p.partnership_id, p.findable from parts p
          where p.partnership_id = n.partnership_id and p.conversation_id = n.id limit 50) p on true) g
        where g.findable @@ p_text and g.holder_a <> p_org limit 24)) f;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'conversation', f.partnership_id, f.conversation_id, f.commitment, 3, c.opened_at
      from (select p.* from parts p where p.findable @@ p_mine_text limit 200) f
      join conversations c on c.partnership_id = f.partnership_id and c.id = f.conversation_id
      where p_org in (f.holder_a, f.holder_b) order by c.opened_at desc limit 24;
  end if;
  return query
    select 'thread', f.partnership_id, f.id::text, null::text, app.closeness(f.subject, p_bare), f.last_at from (
      (select * from (select t.* from threads t where t.holder_a = p_org order by t.id desc limit 400) n
        where n.findable @@ p_all order by n.id desc limit 24)
      union all
      (select * from (select t.* from threads t where t.holder_b = p_org order by t.id desc limit 400) n
        where n.findable @@ p_all and n.holder_a <> p_org order by n.id desc limit 24)) f;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'thread', f.partnership_id, f.id::text, null::text, app.closeness(f.subject, p_bare), f.last_at
      from (select t.* from threads t where t.findable @@ p_mine_all limit 200) f
      where p_org in (f.holder_a, f.holder_b) order by f.id desc limit 24;
  end if;
  return query
    select 'thread', f.partnership_id, f.thread_id::text, f.id::text, 3, f.at from (
      (select * from (select m.* from messages m where m.holder_a = p_org order by m.id desc limit 400) n
        where n.findable @@ p_text order by n.id desc limit 24)
      union all
      (select * from (select m.* from messages m where m.holder_b = p_org order by m.id desc limit 400) n
        where n.findable @@ p_text and n.holder_a <> p_org order by n.id desc limit 24)) f;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'thread', f.partnership_id, f.thread_id::text, f.id::text, 3, f.at
      from (select m.* from messages m where m.findable @@ p_mine_text limit 200) f
      where p_org in (f.holder_a, f.holder_b) order by f.id desc limit 24;
  end if;
  return query
    select 'need', f.partnership_id, f.id::text, 'disclosed', app.closeness(f.title, p_bare), f.disclosed_at
    from (select d.* from disclosures d where d.findable @@ p_mine_all limit 100) f
    join partnerships r on r.id = f.partnership_id
    where p_org in (f.holder_a, f.holder_b) and f.title is not null and f.side <> case when r.claimed_b = p_org then 'b' else 'a' end
    order by f.disclosed_at desc limit 24;
  return query
    select 'readback', f.partnership_id, f.id::text, null::text, 3, f.sent_at
    from (select r.* from readbacks r where r.findable @@ p_mine_text limit 100) f
    where p_org in (f.holder_a, f.holder_b) order by f.sent_at desc limit 24;
  return query
    select 'readback', f.partnership_id, f.readback_id::text, f.id::text, 3, r.sent_at
    from (select p.* from readback_points p where p.findable @@ p_mine_text limit 100) f
    join readbacks r on r.partnership_id = f.partnership_id and r.id = f.readback_id
    where p_org in (f.holder_a, f.holder_b) order by r.sent_at desc limit 24;
end $function$
;
CREATE OR REPLACE FUNCTION app.searching()
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
begin
  return coalesce(current_setting('app.searching', true), '') = 'on';
end $function$
;
CREATE OR REPLACE FUNCTION app.words(t text, a uuid, b uuid)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (strip(to_tsvector('simple'::regconfig, app.plain(t))) || array_to_tsvector(ARRAY[app.holder_word(a), app.holder_word(b)]))
;

-- who may call functions
grant execute on function app.append(uuid,text,text,text,uuid,integer,text,text,text,uuid,uuid,timestamp with time zone,text,text,text,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb,uuid,uuid) to public;
grant execute on function app.append(uuid,text,text,text,uuid,integer,text,text,text,uuid,uuid,timestamp with time zone,text,text,text,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb,uuid,uuid) to entente_app;
grant execute on function app.append_beside(uuid,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb) to public;
grant execute on function app.append_beside(uuid,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb) to entente_app;
grant execute on function app.asked(text,integer) to public;
grant execute on function app.bare(text) to public;
grant execute on function app.claim(uuid,text,uuid,uuid,timestamp with time zone,jsonb) to entente_app;
grant execute on function app.claiming() to public;
grant execute on function app.closeness(text,text) to public;
grant execute on function app.enter(uuid) to public;
grant execute on function app.enter_member(uuid,uuid) to entente_app;
grant execute on function app.holder_word(uuid) to public;
grant execute on function app.joined(text[]) to public;
grant execute on function app.open(uuid,text,uuid,uuid,text,text,uuid,text,text,text,uuid,uuid,timestamp with time zone,text,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb,uuid,uuid) to public;
grant execute on function app.open(uuid,text,uuid,uuid,text,text,uuid,text,text,text,uuid,uuid,timestamp with time zone,text,text,text,timestamp with time zone,uuid,uuid,jsonb,jsonb,jsonb,jsonb,jsonb,uuid,uuid) to entente_app;
grant execute on function app.organization() to public;
grant execute on function app.plain(text) to public;
grant execute on function app.search(text,integer) to entente_app;
grant execute on function app.searching() to public;
grant execute on function app.words(text,uuid,uuid) to public;
