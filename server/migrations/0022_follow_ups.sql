-- What has to be looked at, and when next: one row for each conversation, partnership, pair, read-back, talk and point of an organization
-- that may come to need somebody. look_at is null once nothing more can come of it by itself; whatever changes sets it anew.
create table watched (
  organization_id uuid not null,
  kind text not null,
  subject_id text not null,
  partnership_id uuid not null,
  look_at timestamptz,
  constraint watched_pkey primary key (organization_id, kind, subject_id),
  constraint watched_kind check (kind in ('conversation', 'partnership', 'pair', 'readback', 'talk', 'point', 'meeting', 'mail'))
)
--> statement-breakpoint
create index watched_due on watched (look_at, organization_id) where look_at is not null
--> statement-breakpoint
create index watched_due_here on watched (organization_id, look_at) where look_at is not null
--> statement-breakpoint
create index watched_partnership on watched (organization_id, partnership_id, kind)
--> statement-breakpoint
alter table watched enable row level security
--> statement-breakpoint
alter table watched force row level security
--> statement-breakpoint
create policy watched_app on watched to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy watched_worker on watched for select to entente_worker using (true)
--> statement-breakpoint
grant select, insert, update (look_at), delete on watched to entente_app
--> statement-breakpoint
grant select on watched to entente_worker
--> statement-breakpoint
-- What somebody should do, why and by when. Once for each rule, subject and occasion: done, it stays done; cleared, it was settled by what
-- happened. person_id: whose it is by the facts, null for whoever is there; handed_to: whom a colleague asked instead.
create table follow_ups (
  organization_id uuid not null,
  id uuid not null,
  rule text not null,
  kind text not null,
  subject_id text not null,
  occasion text not null,
  partnership_id uuid not null,
  conversation_id text,
  person_id uuid,
  due_at timestamptz not null,
  raised_at timestamptz not null,
  reason jsonb not null,
  state text not null default 'open',
  changed_at timestamptz not null,
  snoozed_until timestamptz,
  handed_by uuid,
  handed_to uuid,
  done_by uuid,
  answers_for uuid generated always as (coalesce(handed_to, person_id)) stored,
  constraint follow_ups_pkey primary key (organization_id, id),
  constraint follow_ups_occasion_key unique (organization_id, rule, subject_id, occasion),
  constraint follow_ups_state check (state in ('open', 'done', 'cleared')),
  constraint follow_ups_done check ((state = 'done') = (done_by is not null)),
  constraint follow_ups_handed check ((handed_by is null) = (handed_to is null))
)
--> statement-breakpoint
create index follow_ups_open on follow_ups (organization_id, due_at, id) where state = 'open'
--> statement-breakpoint
create index follow_ups_open_person on follow_ups (organization_id, answers_for, due_at, id) where state = 'open'
--> statement-breakpoint
create index follow_ups_subject on follow_ups (organization_id, kind, subject_id) where state = 'open'
--> statement-breakpoint
create index follow_ups_partnership on follow_ups (organization_id, partnership_id, due_at) where state = 'open'
--> statement-breakpoint
alter table follow_ups enable row level security
--> statement-breakpoint
alter table follow_ups force row level security
--> statement-breakpoint
create policy follow_ups_app on follow_ups to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update (person_id, due_at, reason, state, changed_at, snoozed_until, handed_by, handed_to, done_by) on follow_ups to entente_app
--> statement-breakpoint
-- How one person is told of things, and on which days and at which hours they work. time_zone: where their clocks stand, as last seen.
-- digest_day: the day whose digest was written last, digest_at: when. next_at: when their next digest is looked at.
create table reminder_settings (
  organization_id uuid not null,
  person_id uuid not null,
  how text not null default 'at-once',
  hour smallint not null default 8,
  weekday smallint not null default 1,
  working_days smallint[] not null default '{1,2,3,4,5}',
  quiet_from smallint,
  quiet_to smallint,
  country text,
  region text,
  review_mail boolean not null default true,
  time_zone text,
  digest_day date,
  digest_at timestamptz,
  next_at timestamptz,
  constraint reminder_settings_pkey primary key (organization_id, person_id),
  constraint reminder_settings_how check (how in ('at-once', 'daily', 'weekly', 'off')),
  constraint reminder_settings_hour check (hour between 0 and 23),
  constraint reminder_settings_weekday check (weekday between 1 and 7),
  constraint reminder_settings_working_days check (cardinality(working_days) between 1 and 7 and working_days <@ '{1,2,3,4,5,6,7}'::smallint[]),
  constraint reminder_settings_quiet check ((quiet_from is null) = (quiet_to is null) and quiet_from between 0 and 23 and quiet_to between 0 and 23),
  constraint reminder_settings_country_length check (char_length(country) <= 10),
  constraint reminder_settings_region_length check (char_length(region) <= 20)
)
--> statement-breakpoint
create index reminder_settings_next on reminder_settings (next_at) where next_at is not null
--> statement-breakpoint
alter table reminder_settings enable row level security
--> statement-breakpoint
alter table reminder_settings force row level security
--> statement-breakpoint
create policy reminder_settings_app on reminder_settings to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy reminder_settings_worker on reminder_settings for select to entente_worker using (true)
--> statement-breakpoint
grant select, insert, update (how, hour, weekday, working_days, quiet_from, quiet_to, country, region, review_mail, time_zone, digest_day, digest_at, next_at) on reminder_settings to entente_app
--> statement-breakpoint
grant select on reminder_settings to entente_worker
--> statement-breakpoint
-- What an organization's administrators decide for all: after how many days without contact a partner is close to being forgotten, the
-- country whose holidays count and free days of their own, and the words that drafts of courteous messages begin with.
create table follow_up_settings (
  organization_id uuid not null,
  cadence jsonb not null,
  country text,
  region text,
  free_days date[] not null default '{}',
  templates jsonb not null default '{}',
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint follow_up_settings_pkey primary key (organization_id),
  constraint follow_up_settings_country_length check (char_length(country) <= 10),
  constraint follow_up_settings_region_length check (char_length(region) <= 20),
  constraint follow_up_settings_free_days check (cardinality(free_days) <= 100)
)
--> statement-breakpoint
alter table follow_up_settings enable row level security
--> statement-breakpoint
alter table follow_up_settings force row level security
--> statement-breakpoint
create policy follow_up_settings_app on follow_up_settings to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update (cadence, country, region, free_days, templates, updated_at, updated_by) on follow_up_settings to entente_app
