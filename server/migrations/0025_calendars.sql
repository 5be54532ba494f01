-- A person's own calendar elsewhere, over CalDAV. Private to the person. password: encrypted with a key of the installation's
-- secrets (features/calendars/model-secret.ts). mark: what the server said of the calendar's state when it was last looked at.
-- next_at: when it is to be looked at again; claimed_until: somebody is at it. in_*: the last event seen in it that was ours;
-- out_*: the last one written to it.
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
  problem_since timestamptz,
  failures integer not null default 0,
  looked_at timestamptz,
  in_at timestamptz,
  in_words text,
  out_at timestamptz,
  out_words text,
  next_at timestamptz not null,
  claimed_until timestamptz,
  created_at timestamptz not null,
  constraint calendar_accounts_pkey primary key (organization_id, person_id)
)
--> statement-breakpoint
create index calendar_accounts_due on calendar_accounts (next_at)
--> statement-breakpoint
alter table calendar_accounts enable row level security
--> statement-breakpoint
alter table calendar_accounts force row level security
--> statement-breakpoint
create policy calendar_accounts_app on calendar_accounts to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy calendar_accounts_gate on calendar_accounts for select to entente_gate using (true)
--> statement-breakpoint
grant select, insert, update, delete on calendar_accounts to entente_app
--> statement-breakpoint
-- Whose calendar is due, and nothing else of it.
grant select (organization_id, person_id, next_at, claimed_until) on calendar_accounts to entente_gate
--> statement-breakpoint
-- A meeting as it lies in a person's calendar: where, and what was last written or read there, which tells what changed since.
-- gone_at: it was taken out of the calendar there, and is not put back.
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
  gone_at timestamptz,
  updated_at timestamptz not null,
  constraint calendar_copies_pkey primary key (organization_id, person_id, meeting_id),
  constraint calendar_copies_account foreign key (organization_id, person_id)
    references calendar_accounts (organization_id, person_id) on delete cascade
)
--> statement-breakpoint
alter table calendar_copies enable row level security
--> statement-breakpoint
alter table calendar_copies force row level security
--> statement-breakpoint
create policy calendar_copies_app on calendar_copies to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on calendar_copies to entente_app
--> statement-breakpoint
-- What a calendar or a mail says of a meeting and only its person can decide: nothing is done in anybody's name without a press.
-- start_local, zone and minutes: the time that is meant, where one is. from_name: who said it, where it was not the person.
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
  created_at timestamptz not null,
  answered_at timestamptz,
  answer text,
  constraint calendar_questions_pkey primary key (organization_id, id),
  constraint calendar_questions_kind check (kind in ('cancel', 'decline', 'propose', 'move', 'partner-cancel')),
  constraint calendar_questions_answer check (answer in ('done', 'left')),
  constraint calendar_questions_words_length check (char_length(words) <= 2000)
)
--> statement-breakpoint
create index calendar_questions_open on calendar_questions (organization_id, person_id, id) where answered_at is null
--> statement-breakpoint
alter table calendar_questions enable row level security
--> statement-breakpoint
alter table calendar_questions force row level security
--> statement-breakpoint
create policy calendar_questions_app on calendar_questions to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update on calendar_questions to entente_app
--> statement-breakpoint
-- The address at which a calendar program reads a person's meetings. Only the hash of its secret is kept.
create table calendar_feeds (
  organization_id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint calendar_feeds_pkey primary key (organization_id, person_id),
  constraint calendar_feeds_token_hash unique (organization_id, token_hash)
)
--> statement-breakpoint
alter table calendar_feeds enable row level security
--> statement-breakpoint
alter table calendar_feeds force row level security
--> statement-breakpoint
create policy calendar_feeds_app on calendar_feeds to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy calendar_feeds_gate on calendar_feeds for select to entente_gate using (true)
--> statement-breakpoint
grant select, insert, update, delete on calendar_feeds to entente_app
--> statement-breakpoint
grant select on calendar_feeds to entente_gate
