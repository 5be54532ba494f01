-- A talk in which we listen, and what was heard in it, in the partner's words. Private to the organization that listened.
create table interviews (
  organization_id uuid not null,
  id uuid not null,
  partnership_id uuid not null,
  held_on date not null,
  way text not null,
  place text,
  with_people uuid[] not null default '{}',
  guide_title text not null,
  questions jsonb not null default '[]',
  started_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  -- The read-back that was sent of it, in the room.
  readback_id uuid,
  constraint interviews_pkey primary key (organization_id, id),
  constraint interviews_guide_title_length check (char_length(guide_title) <= 200),
  constraint interviews_way check (way in ('in-person', 'video', 'phone')),
  constraint interviews_place_length check (char_length(place) <= 200)
)
--> statement-breakpoint
create index interviews_partnership on interviews (organization_id, partnership_id, held_on desc)
--> statement-breakpoint
alter table interviews enable row level security
--> statement-breakpoint
alter table interviews force row level security
--> statement-breakpoint
create policy interviews_app on interviews to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on interviews to entente_app
--> statement-breakpoint
-- One point of a talk. The id is made where it was typed, so that sending it again changes nothing. revision counts what the server took;
-- writer is the device that wrote last, and heard holds for each device the newest version that came from it, so that repeated and late
-- deliveries are known as such and an older wording never covers a newer one.
create table points (
  organization_id uuid not null,
  id uuid not null,
  interview_id uuid not null,
  position double precision not null,
  text text not null,
  tag text,
  certainty text not null default 'heard',
  speaker uuid,
  question text,
  kind text,
  settled text,
  settled_words text,
  follow_up_by date,
  follow_up_person uuid,
  done_at timestamptz,
  done_by uuid,
  done_words text,
  author uuid not null,
  revision integer not null,
  writer uuid,
  heard jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  dropped_at timestamptz,
  constraint points_pkey primary key (organization_id, id),
  constraint points_interview_fkey foreign key (organization_id, interview_id) references interviews (organization_id, id) on delete cascade,
  constraint points_text_length check (char_length(text) between 1 and 20000),
  constraint points_tag check (tag in ('need', 'offer', 'constraint', 'worry', 'person', 'date')),
  constraint points_certainty check (certainty in ('heard', 'assumed')),
  constraint points_settled check (settled in ('closed', 'follow-up')),
  constraint points_settled_words_length check (char_length(settled_words) <= 2000),
  constraint points_question_length check (char_length(question) <= 500),
  constraint points_follow_up check (settled is distinct from 'follow-up' or settled_words is not null),
  constraint points_done check ((done_at is null) = (done_by is null) and (done_at is not null or done_words is null)),
  constraint points_done_words_length check (char_length(done_words) <= 2000)
)
--> statement-breakpoint
create index points_interview on points (organization_id, interview_id, id)
--> statement-breakpoint
create index points_follow_ups on points (organization_id, interview_id, follow_up_by) where settled = 'follow-up' and done_at is null and dropped_at is null
--> statement-breakpoint
alter table points enable row level security
--> statement-breakpoint
alter table points force row level security
--> statement-breakpoint
create policy points_app on points to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on points to entente_app
--> statement-breakpoint
-- Interview guides of an organization: its own, and the shipped ones that it changed (starter names which).
create table guides (
  organization_id uuid not null,
  id uuid not null,
  starter text,
  title text not null,
  questions jsonb not null,
  updated_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint guides_pkey primary key (organization_id, id),
  constraint guides_starter_key unique (organization_id, starter),
  constraint guides_title_length check (char_length(title) between 1 and 200)
)
--> statement-breakpoint
alter table guides enable row level security
--> statement-breakpoint
alter table guides force row level security
--> statement-breakpoint
create policy guides_app on guides to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on guides to entente_app
