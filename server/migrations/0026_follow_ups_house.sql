-- Days on which an organization is closed, besides public holidays: a day or a stretch of days, with a name. name is null for days that
-- were entered before they had names.
create table free_days (
  organization_id uuid not null,
  id uuid not null,
  starts_on date not null,
  ends_on date not null,
  name text,
  added_at timestamptz not null,
  added_by uuid not null,
  constraint free_days_pkey primary key (organization_id, id),
  constraint free_days_order check (ends_on >= starts_on and ends_on - starts_on <= 366),
  constraint free_days_name_length check (char_length(name) between 1 and 100)
)
--> statement-breakpoint
create index free_days_when on free_days (organization_id, ends_on, starts_on)
--> statement-breakpoint
-- The words with which an organization begins a kind of message, one row for each language. words is null where it went back to the
-- product's own: who did so, and when, is kept.
create table draft_wordings (
  organization_id uuid not null,
  draft text not null,
  locale text not null,
  words text,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint draft_wordings_pkey primary key (organization_id, draft, locale),
  constraint draft_wordings_locale check (locale in ('en', 'es')),
  constraint draft_wordings_words_length check (char_length(words) between 1 and 4000)
)
--> statement-breakpoint
-- What was kept in one row of settings until now.
alter table follow_up_settings no force row level security
--> statement-breakpoint
insert into free_days (organization_id, id, starts_on, ends_on, added_at, added_by)
select s.organization_id, gen_random_uuid(), d.day, d.day, s.updated_at, s.updated_by
from follow_up_settings s, unnest(s.free_days) as d(day)
--> statement-breakpoint
insert into draft_wordings (organization_id, draft, locale, words, changed_at, changed_by)
select s.organization_id, t.key, l.locale, t.value, s.updated_at, s.updated_by
from follow_up_settings s, jsonb_each_text(s.templates) as t(key, value), unnest('{en,es}'::text[]) as l(locale)
--> statement-breakpoint
alter table follow_up_settings drop column free_days, drop column templates
--> statement-breakpoint
alter table follow_up_settings force row level security
--> statement-breakpoint
alter table free_days enable row level security
--> statement-breakpoint
alter table free_days force row level security
--> statement-breakpoint
create policy free_days_app on free_days to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, delete on free_days to entente_app
--> statement-breakpoint
alter table draft_wordings enable row level security
--> statement-breakpoint
alter table draft_wordings force row level security
--> statement-breakpoint
create policy draft_wordings_app on draft_wordings to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update (words, changed_at, changed_by) on draft_wordings to entente_app
--> statement-breakpoint
-- Mails that arrived and are held for a decision are watched too; of some nobody knows which partner they are about.
alter table watched drop constraint watched_kind
--> statement-breakpoint
alter table watched add constraint watched_kind
  check (kind in ('conversation', 'partnership', 'pair', 'readback', 'talk', 'point', 'meeting', 'mail', 'held-mail'))
--> statement-breakpoint
alter table watched alter column partnership_id drop not null
--> statement-breakpoint
alter table follow_ups alter column partnership_id drop not null
--> statement-breakpoint
-- Who meets within a day is asked every half hour, for all organizations at once: of the times, only when and whose they are.
create index meeting_occurrences_coming on meeting_occurrences (starts_at) where cancelled_at is null and held is null
--> statement-breakpoint
create policy meeting_occurrences_worker on meeting_occurrences for select to entente_worker using (true)
--> statement-breakpoint
grant select (holder_a, holder_b, starts_at, cancelled_at, held) on meeting_occurrences to entente_worker
